"""The sources and links that a configuration asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from concurrent.futures import Future
from functools import partial
from typing import Final, Protocol

from glasshield.centre.bodies import Receipt
from glasshield.centre.config import Config
from glasshield.centre.metrics import Metrics
from glasshield.centre.people.registered import Parties
from glasshield.centre.picture.shown import Shown
from glasshield.centre.sourcing import Source
from glasshield.centre.subscriptions import Published
from glasshield.errors import InputError
from glasshield.exchange.batches import Reason, SignedBatch

_ANSWER_S: Final = 10.0
_OF_NATS: Final = {
    "waiting": "Messages that the stream still held when it last said so.",
    "received": "Batches out of the stream that are on disk.",
    "again": "Of these, those that were there before.",
    "refused": "Messages that were no batch that the centre takes.",
    "held_back": "How often a message was left for later.",
}
_OF_PEERS: Final = {
    "sent": "Batches that the other centre has on its disk.",
    "withheld": "Objects that stay here, as others had a part in them.",
}


class Around(Protocol):
    """What sources and links ask of a centre."""

    @property
    def metrics(self) -> Metrics:
        """Where numbers are told."""
        ...

    @property
    def parties(self) -> Parties:
        """Who may send."""
        ...

    @property
    def reporters(self) -> Set[str]:
        """The parties who report tracks."""
        ...

    def receive(
        self, parts: SignedBatch | Reason, via: str, kept_s: float = 0.0
    ) -> Future[Receipt]:
        """That a batch is on disk."""
        ...

    def published(self, viewer: str) -> Future[Published]:
        """What a viewer sees now."""
        ...

    def released(self, viewer: str, data: bytes, **counts: int) -> None:
        """Have the log say that something went out to a viewer."""
        ...


def sources_of(config: Config, centre: Around) -> Iterator[tuple[str, Source]]:
    """Everything that runs beside a centre, with the names under which health tells of it.

    Args:
        config: of the centre.
        centre: that runs.

    Raises:
        InputError: an address, a certificate or a key that cannot be used.
    """
    if config.nats is not None:
        from glasshield.centre.sources.nats_source import KEPT_S, NatsSource

        source = NatsSource(config.nats, partial(centre.receive, kept_s=KEPT_S))
        _measure(centre.metrics, "nats", _OF_NATS, source.state)
        yield "nats", source
    if config.peer:
        from glasshield.centre.peers.link import PeerLink

        for name, at in sorted(config.peer.items()):
            _check_viewer(name, at.viewer, centre.parties)
            pictures = partial(_pictures, centre, at.viewer)
            released = partial(_released, centre, at.viewer)
            link = PeerLink(at, config.mode, pictures, lambda: centre.reporters, released)
            _measure(centre.metrics, "peer", _OF_PEERS, link.state, name=name)
            yield f"peer {name}", link


def _measure(
    metrics: Metrics,
    kind: str,
    of: Mapping[str, str],
    state: Callable[[], object],
    **labels: str,
) -> None:
    """Have metrics tell of numbers in a state."""
    for field, about in of.items():
        name = f"glasshield_{kind}_{field}"
        metrics.gauge(name, about, partial(_number, state, field), **labels)


def _number(state: Callable[[], object], field: str) -> float:
    return float(getattr(state(), field))


def _pictures(centre: Around, viewer: str) -> tuple[Shown, ...]:
    return centre.published(viewer).result(_ANSWER_S).pictures


def _released(centre: Around, viewer: str, body: bytes, tracks: int) -> None:
    centre.released(viewer, body, tracks=tracks)


def _check_viewer(name: str, viewer: str, parties: Parties) -> None:
    """Refuse a party as the viewer of a link.

    Raises:
        InputError: it is one.
    """
    if viewer in parties.registry.parties:
        raise InputError(
            "a party's own data are in all that it sees, and would go back to where they came from",
            where=f"peer.{name}.viewer",
            got=viewer,
            expected=f"a name that is no party's, such as to-{name}, to which rules grant tracks",
        )
