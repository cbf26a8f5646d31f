"""What of a picture goes to another centre, and how it is written down.

Only what this centre made of the detections of its own parties: an object in which tracks of others
had a part stays here, so that nobody hears from us what came from elsewhere, himself least of all.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import msgspec
import numpy as np
from jaxtyping import Bool, Int

from glasshield.centre.bodies import TracksBody
from glasshield.centre.picture.shown import Shown


class Outgoing:
    """What was sent of the pictures of one viewer; the same state goes once."""

    __slots__ = ("_sent_s", "withheld")

    def __init__(self) -> None:
        """Nothing was sent.

        Attributes:
            withheld: objects that stayed here at the last look, as others had a part in them.
        """
        self._sent_s: dict[int, dict[int, float]] = {}
        self.withheld = 0

    def bodies(self, pictures: Sequence[Shown], reporters: Set[str]) -> list[bytes]:
        """The bodies with what is new in some pictures, in MessagePack; one a picture at most.

        Args:
            pictures: of the viewer.
            reporters: the parties who report tracks here; what they had a part in stays.
        """
        found: list[bytes] = []
        self.withheld = 0
        for shown in pictures:
            own = _own(shown, reporters)
            self.withheld += int(np.count_nonzero(~own))
            rows = np.flatnonzero(own & self._is_new(shown))
            if len(rows):
                found.append(_body(shown, rows))
        here = {shown.picture: shown for shown in pictures}
        self._sent_s = {
            picture: dict(zip(shown.number.tolist(), _times(shown).tolist(), strict=True))
            for picture, shown in here.items()
        }
        return found

    def _is_new(self, shown: Shown) -> Bool[np.ndarray, "k"]:
        """Which states hold for another time than those that were sent."""
        sent = self._sent_s.get(shown.picture, {})
        pairs = zip(shown.number.tolist(), _times(shown).tolist(), strict=True)
        return np.array([sent.get(number) != time_s for number, time_s in pairs], dtype=bool)


def _times(shown: Shown) -> np.ndarray:
    """For which times the states hold, whatever the epoch is."""
    return shown.epoch.posix_us / 1e6 + shown.time_s


def _own(shown: Shown, reporters: Set[str]) -> Bool[np.ndarray, "k"]:
    """Which objects stand on detections of parties that send no tracks."""
    others = np.array([party in reporters for party, _ in shown.contributors], dtype=bool)
    return shown.by.any(axis=1) & ~(shown.by & others).any(axis=1)


def _body(shown: Shown, rows: Int[np.ndarray, "n"]) -> bytes:
    """Some objects of a picture as the body of a batch."""
    by = shown.by[rows]
    used = np.flatnonzero(by.any(axis=0))
    groups, group = np.unique(by[:, used], axis=0, return_inverse=True)
    phases = shown.phase_probability[rows]
    return msgspec.msgpack.encode(
        TracksBody(
            epoch=shown.epoch.isoformat(),
            simulated=shown.simulated,
            source=f"picture-{shown.picture}",
            sensors=tuple("/".join(filter(None, shown.contributors[at])) for at in used),
            groups=tuple(tuple(np.flatnonzero(one).tolist()) for one in groups),
            group=group.reshape(-1).astype("<i4").tobytes(),
            object=shown.number[rows].astype("<i4").tobytes(),
            time_s=_packed(shown.time_s[rows]),
            state_ecef=_packed(shown.state_ecef[rows]),
            covariance=_packed(shown.packed_covariance[rows]),
            phase_probability=_packed(phases) if np.isfinite(phases).all() else b"",
        )
    )


def _packed(values: np.ndarray) -> bytes:
    return np.ascontiguousarray(values, dtype="<f8").tobytes()
