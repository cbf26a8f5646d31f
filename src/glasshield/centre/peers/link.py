"""A link to another centre: what a viewer here sees goes there, signed, as often as is wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Set
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from glasshield.centre.bodies import MSGPACK, TracksBody
from glasshield.centre.client.links import Link
from glasshield.centre.client.sending import Sender
from glasshield.centre.config import PeerAt
from glasshield.centre.peers.sending import Outgoing
from glasshield.centre.picture.shown import Shown
from glasshield.errors import GlasshieldError, InputError
from glasshield.exchange.keys import Signer, read_signer
from glasshield.exchange.log.entries import Mode

_PATIENCE_S: Final = 2.0  # what is older is replaced by what is newer

_BODIES: Final = msgspec.msgpack.Decoder(TracksBody)
_WHOLE_BYTES: Final = 4  # of a number of an object

Pictures = Callable[[], tuple[Shown, ...]]
Released = Callable[[bytes, int], None]


@dataclass(frozen=True, slots=True)
class PeerState:
    """How a link does.

    Attributes:
        word: `good`; `away` where the other centre takes nothing; `closed`.
        sent: batches that it has on its disk.
        withheld: objects of the last look that stay here, as others had a part in them.
        error: what went wrong last; empty while nothing does.
    """

    word: str = "good"
    sent: int = 0
    withheld: int = 0
    error: str = ""


class PeerLink:
    """A thread that gives one picture to one other centre."""

    __slots__ = (
        "_ended",
        "_every_s",
        "_lock",
        "_outgoing",
        "_pictures",
        "_released",
        "_reporters",
        "_sender",
        "_state",
        "_thread",
    )

    def __init__(
        self,
        at: PeerAt,
        mode: Mode,
        pictures: Pictures,
        reporters: Callable[[], Set[str]],
        released: Released,
    ) -> None:
        """Prepares to send.

        Args:
            at: the other centre, and as whom we send there.
            mode: of all that is sent.
            pictures: what the viewer sees now.
            reporters: the parties who report tracks here.
            released: told of each body before it leaves, and how many tracks are in it.

        Raises:
            InputError: an address, a certificate or a key that cannot be used.
        """
        there = Link(at.address, at.ca, at.certificate, at.certificate_key)
        self._sender = Sender(there, _signer(at), mode, _PATIENCE_S)
        self._every_s = at.every_s
        self._pictures, self._reporters, self._released = pictures, reporters, released
        self._outgoing = Outgoing()
        self._lock, self._ended = threading.Lock(), threading.Event()
        self._state = PeerState()
        self._thread = threading.Thread(target=self._run, name="peer", daemon=True)

    def start(self) -> None:
        """Begins to send."""
        self._thread.start()

    def close(self) -> None:
        """Sends nothing more."""
        self._ended.set()
        self._sender.give_up()
        if self._thread.is_alive():
            self._thread.join()
        self._sender.close()
        self._put(word="closed")

    def state(self) -> PeerState:
        """How it does now."""
        with self._lock:
            return self._state

    def word(self) -> str:
        """How it does now, in a word."""
        return self.state().word

    def _run(self) -> None:
        while not self._ended.wait(self._every_s):
            try:
                self._send()
            except GlasshieldError as error:
                self._put(word="away", error=error.sentence)
            except (CancelledError, TimeoutError):
                self._put(word="away", error="there is no picture")

    def _send(self) -> None:
        """Send what is new.

        Raises:
            InputError: the other centre does not take it.
        """
        for body in self._outgoing.bodies(self._pictures(), self._reporters()):
            self._released(body, len(_BODIES.decode(body).object) // _WHOLE_BYTES)
            self._sender.send(body, MSGPACK)
            self._put(sent=self.state().sent + 1)
        self._put(word="good", error="", withheld=self._outgoing.withheld)

    def _put(self, **changed: str | int) -> None:
        with self._lock:
            self._state = replace(self._state, **changed)  # type: ignore[arg-type]


def _signer(at: PeerAt) -> Signer:
    """As whom we sign.

    Raises:
        InputError: the key or its passphrase cannot be read, or it is another's.
    """
    try:
        words = at.passphrase_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text"
        raise InputError(
            f"the passphrase cannot be read ({reason.lower()})", where=str(at.passphrase_file)
        ) from None
    signer = read_signer(at.key, words)
    if signer.public.party != at.party:
        raise InputError(
            "this is the key of another party",
            where=str(at.key),
            got=signer.public.party,
            expected=at.party,
        )
    return signer
