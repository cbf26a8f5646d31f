"""What `glasshield feed` does: reads detections, signs them, hands them on, counts the answers."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from glasshield.centre.bodies import Receipt
from glasshield.centre.client.links import Link
from glasshield.centre.client.packing import CONTENT_TYPE, packed
from glasshield.centre.client.sending import Sender
from glasshield.centre.sources.replay import Replay, replayed
from glasshield.cli import at_centre, options, output, readings
from glasshield.errors import InputError
from glasshield.exchange.batches import SignedBatch
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.entries import Mode
from glasshield.messages import Language, text
from glasshield.sensing.detections import Detections

if TYPE_CHECKING:
    from glasshield.centre.sources.asterix_udp import GatewayState
    from glasshield.exchange.problems import Problem

_NATS: Final = ("nats://", "tls://")
_LISTEN_S: Final = 0.5
_MOST_SAID_S: Final = 5.0  # between two sentences about what is wrong in a stream

Tls = tuple[Path | None, Path | None, Path | None]


class NatsPublisher(Protocol):
    """A connection to a NATS server."""

    def send(self, batch: SignedBatch) -> None:
        """Returns when JetStream has a batch on disk.

        Raises:
            InputError: it does not.
        """
        ...


class Carrier(Protocol):
    """Whatever carries batches to a centre."""

    def send(self, body: bytes, content_type: str) -> Receipt | None:
        """The centre's receipt once a body is safe; None where only the carrier has it on disk.

        Raises:
            InputError: it is refused, or nobody takes it.
        """
        ...


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent.

    Attributes:
        detections: that are safe now.
        batches: in so many batches.
        again: of which so many were there before.
        is_streamed: whether they are on the disk of a stream, and not yet on the centre's.
    """

    detections: int = 0
    batches: int = 0
    again: int = 0
    is_streamed: bool = False

    def with_batch(self, count: int, receipt: Receipt | None) -> Sent:
        """The same with one batch more."""
        again = receipt is not None and receipt.again
        total = self.detections + count
        return Sent(total, self.batches + 1, self.again + again, receipt is None)


@contextlib.contextmanager
def carrier(
    to: str, signer: Signer, mode: Mode, tls: Tls, credentials: Path | None
) -> Iterator[Carrier]:
    """Whatever carries batches to an address.

    Args:
        to: of a centre, or of a NATS server.
        signer: the party.
        mode: of its data.
        tls: the authority, one's own certificate and its key, where needed.
        credentials: of the account at a NATS server.

    Raises:
        InputError: an address that is none, or over which anybody could read along.
    """
    ca, certificate, key = tls
    if to.startswith(_NATS):
        with _over_nats(to, signer, mode, (ca, credentials)) as found:
            yield found
        return
    link = Link(to, ca, certificate, key)
    with Sender(link, signer, mode, said=_said) as sender:
        yield sender


def _said(what: str) -> None:
    """Says what goes wrong while something is sent."""
    output.say(f"glasshield: {what}")


@contextlib.contextmanager
def _over_nats(
    to: str, signer: Signer, mode: Mode, access: tuple[Path | None, Path | None]
) -> Iterator[Carrier]:
    """The same over NATS: what JetStream has on disk, the centre gets."""
    from glasshield.centre.sources.nats_link import NatsLink
    from glasshield.centre.sources.nats_sending import NatsSender

    ca, credentials = access
    link = NatsLink(to, credentials, ca)
    away = NatsSender(link, signer.public.party, said=_said)
    # Signs alone: nothing is asked of this address.
    signing = Sender(Link("http://localhost"), signer, mode)
    try:
        yield _Nats(away, signing)
    finally:
        away.close()
        signing.close()


@dataclass(frozen=True, slots=True)
class _Nats:
    """Signed batches over NATS."""

    server: NatsPublisher
    signing: Sender

    def send(self, body: bytes, content_type: str) -> None:
        self.server.send(self.signing.signed(body, content_type))


def own(files: readings.Files, catalog: Path | None, party: str, lang: Language) -> Detections:
    """The detections in files that are of a party's own sensors.

    Args:
        files: as the command line names them.
        catalog: a folder of facts laid over the packaged ones.
        party: whose sensors; one that names no party is anybody's.
        lang: of what is said.

    Raises:
        InputError: nothing could be read, or none is the party's.
    """
    read = readings.detections(files, options.workspace(catalog).catalog)
    problems = [problem.sentence for problem in read.problems]
    kept = len(read.detections)
    readings.say_problems(problems, "mend the file", kept, read.rejected)
    found = read.detections
    owned = np.array([station.party in ("", party) for station in found.stations], dtype=bool)
    mine = owned[found.station_index]
    if not mine.any():
        raise InputError(
            f"no detection in these files is of a sensor of {party}",
            where="--as",
            got=", ".join(sorted({station.party for station in found.stations})),
        )
    others = int(len(mine) - mine.sum())
    if others:
        output.say(text(lang, "centre.feed.others", n=others))
    return _of_own(found.take(mine), owned)


def _of_own(found: Detections, owned: np.ndarray) -> Detections:
    """The detections of some stations, without the others'."""
    number = np.cumsum(owned) - 1
    stations = tuple(one for one, kept in zip(found.stations, owned, strict=True) if kept)
    index = number[found.station_index].astype(np.int32)
    return replace(found, stations=stations, station_index=index)


def send(
    found: Detections, carried: Carrier, rate: float, lang: Language, *, keep_times: bool
) -> Sent:
    """What was sent of recorded detections, when each was due.

    Raises:
        InputError: the centre refuses a batch, or does not answer for too long.
    """
    if keep_times:
        output.say(text(lang, "centre.feed.kept"))
    else:
        output.say(text(lang, "centre.feed.moved", option="--keep-times"))
    if rate > 1.0 and not keep_times:
        output.say(text(lang, "centre.feed.fast"))
    sent = Sent()
    begin, begin_s = at_centre.now(), time.monotonic()
    try:
        with output.progress("feed") as progress:
            for parcel in replayed(found, begin, Replay(rate, keep_times)):
                time.sleep(max(begin_s + parcel.due_s - time.monotonic(), 0.0))
                receipt = carried.send(packed(parcel.detections), CONTENT_TYPE)
                sent = sent.with_batch(len(parcel.detections), receipt)
                progress(sent.detections / len(found), "")
    except (KeyboardInterrupt, SystemExit):
        kind = "streamed_so_far" if sent.is_streamed else "so_far"
        output.say(text(lang, f"centre.feed.{kind}", n=sent.detections))
        raise
    return sent


def relay(
    where: str, files: readings.Files, catalog: Path | None, carried: Carrier, lang: Language
) -> Sent:
    """What was sent of ASTERIX that came over UDP, until Ctrl-C.

    Args:
        where: to listen: HOST:PORT.
        files: the description of the stations that the command line names.
        catalog: a folder of facts laid over the packaged ones.
        carried: to the centre.
        lang: of what is said.

    Raises:
        InputError: no address, or the centre refuses a batch.
    """
    from glasshield.centre.sources.asterix_udp import AsterixGateway
    from glasshield.exchange.sensors import sensors_for

    known = sensors_for([], files.sensors, options.workspace(catalog).catalog)
    gateway = AsterixGateway(_address(where), known)
    output.say(text(lang, "centre.feed.open", format_name="ASTERIX", where=where, keys="Ctrl-C"))
    sent, troubles = Sent(), Troubles(lang)
    with contextlib.closing(gateway), contextlib.suppress(KeyboardInterrupt):
        while True:
            gathered = gateway.gathered(_LISTEN_S)
            troubles.say(gateway.state(), gathered.problems if gathered else ())
            for each in gathered.detections if gathered else ():
                receipt = carried.send(packed(each), CONTENT_TYPE)
                sent = sent.with_batch(len(each), receipt)
    troubles.say_rest(gateway.state())
    return sent


@dataclass(slots=True)
class Troubles:
    """Says what is wrong with what comes over UDP: once in a while, not line by line.

    Attributes:
        lang: of what is said.
        clock: what time it is in seconds, if not the monotonic clock.
    """

    lang: Language
    clock: Callable[[], float] = time.monotonic
    _said: GatewayState | None = None
    _said_s: float = -_MOST_SAID_S

    def say(self, state: GatewayState, problems: Sequence[Problem]) -> None:
        """Says what is new, unless something was said a few seconds ago."""
        if self.clock() - self._said_s < _MOST_SAID_S:
            return
        for problem in problems[:1]:
            output.say(f"glasshield: {problem.sentence}")
            self._said_s = self.clock()
        self.say_rest(state)

    def say_rest(self, state: GatewayState) -> None:
        """Says what was not said yet."""
        for what in ("broken", "lost"):
            n = getattr(state, what)
            if n > (getattr(self._said, what) if self._said else 0):
                output.say(text(self.lang, f"centre.feed.{what}", n=n))
                self._said_s = self.clock()
        self._said = state


def _address(where: str) -> tuple[str, int]:
    """The host and the port of an address.

    Raises:
        InputError: it is none.
    """
    host, _, port = where.rpartition(":")
    if not (host and port.isdecimal() and 0 < int(port) < 65_536):
        raise InputError("this is no address", where=where, expected="udp://HOST:PORT")
    return host.strip("[]"), int(port)


def print_sent(party: str, sent: Sent, lang: Language) -> None:
    """Says what was sent."""
    batches = text(lang, "centre.feed.batches", n=sent.batches)
    kind = "streamed" if sent.is_streamed else "sent"
    said = text(lang, f"centre.feed.{kind}", party=party, n=sent.detections, batches=batches)
    output.print_lines(said)
    if sent.again:
        output.say(text(lang, "centre.feed.again", n=sent.again))
