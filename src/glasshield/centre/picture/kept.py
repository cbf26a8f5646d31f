"""The batches that are kept: those of ticks to come, and the parcels of ticks that are over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from glasshield.centre.picture.faults import FAULTS, Faults, Part
from glasshield.centre.picture.parcels import Parcel, Registered, by_owner
from glasshield.centre.picture.snapshot import Taken
from glasshield.centre.picture.ticks import TICKS_A_SECOND


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of what one party sent never came in.

    Attributes:
        unknown: detections of sensors that are not registered.
        misdated: detections later than they came, or long before.
        odd: states of tracks that could not be worked with, in each feed, and all of what was sent
            within a tick where nobody could work with it.
    """

    unknown: int = 0
    misdated: int = 0
    odd: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.unknown + self.misdated + self.odd


class Kept:
    """Batches until their tick comes, and from then on parcels: one for each party and tick."""

    __slots__ = ("_ahead_s", "_faults", "_late_s", "_left_out", "_parcels", "_waiting")

    def __init__(self, ahead_s: float, late_s: float, faults: Faults) -> None:
        """Nothing is kept.

        Args:
            ahead_s: by how much detections may be dated later than their tick.
            late_s: by how much earlier.
            faults: where it is said what cannot be worked with.
        """
        self._faults = faults
        self._ahead_s = ahead_s
        self._late_s = late_s
        self._waiting: dict[int, list[Taken]] = {}
        self._parcels: dict[int, tuple[Parcel, ...]] = {}
        self._left_out: dict[str, LeftOut] = {}

    def take(self, tick: int, batch: Taken) -> None:
        """Keeps a batch until its tick comes."""
        self._waiting.setdefault(tick, []).append(batch)

    def gather(self, tick: int, stations: Registered) -> None:
        """Makes the parcels of a tick that has come, of the parties by name."""
        batches = self._waiting.pop(tick, None)
        if batches is None:
            return
        made = (self._parcel(tick, its, stations) for its in by_owner(batches))
        self._parcels[tick] = tuple(each for each in made if each is not None)

    def _parcel(self, tick: int, its: Sequence[Taken], stations: Registered) -> Parcel | None:
        """What one party sent; None, and counted, where it cannot be worked with."""
        try:
            parcel = Parcel.of(tick, its, self._ahead_s, self._late_s)
            self._count(parcel, stations)
        except FAULTS as error:
            self._faults.note(Part.PARTY, its[0].owner, tick, error)
            self.leave_out(its)
            return None
        return parcel

    def leave_out(self, batches: Iterable[Taken]) -> None:
        """Counts batches with which nobody can work."""
        for batch in batches:
            before = self._left_out.get(batch.owner, LeftOut())
            count = sum(len(each) for each in (batch.detections, batch.reports) if each is not None)
            self._left_out[batch.owner] = replace(before, odd=before.odd + count)

    def gather_before(self, tick: int, stations: Registered) -> None:
        """Makes the parcels of all ticks before one; nothing is ever run for those.

        What of them never comes in was counted when they came, before this start.
        """
        counted = dict(self._left_out)
        for one in sorted(each for each in self._waiting if each < tick):
            self.gather(one, stations)
        self._left_out = counted

    def _count(self, parcel: Parcel, stations: Registered) -> None:
        if parcel.sent is None:
            return
        known = parcel.known(stations.get(parcel.owner, {}))
        unknown = len(parcel.sent) - (0 if known is None else len(known))
        before = self._left_out.setdefault(parcel.owner, LeftOut())
        if unknown or parcel.sent.misdated:
            self._left_out[parcel.owner] = replace(
                before,
                unknown=before.unknown + unknown,
                misdated=before.misdated + parcel.sent.misdated,
            )

    @property
    def left_out(self) -> Mapping[str, LeftOut]:
        """What never came in, by party."""
        return dict(self._left_out)

    def at(self, tick: int) -> tuple[Parcel, ...]:
        """The parcels of a tick."""
        return self._parcels.get(tick, ())

    def between(self, after: int, last: int) -> list[Parcel]:
        """The parcels after one tick, up to another."""
        return [parcel for tick in range(after + 1, last + 1) for parcel in self.at(tick)]

    def let_go(self, tick: int) -> None:
        """Forgets all that came up to a tick."""
        self._parcels.clear()
        for one in [each for each in self._waiting if each <= tick]:
            del self._waiting[one]

    def forget_stations(self, owners: Iterable[str]) -> None:
        """Other stations of some parties are in force."""
        chosen = frozenset(owners)
        for parcels in self._parcels.values():
            for parcel in parcels:
                if parcel.owner in chosen:
                    parcel.forget_known()

    def forget_known(self, before: int) -> None:
        """Forgets what can be worked out again of parcels before a tick."""
        for tick, parcels in self._parcels.items():
            if tick < before:
                for parcel in parcels:
                    parcel.forget_known()

    def forget(self, tick: int, keep: int, delays: Iterable[int]) -> None:
        """Forgets what is over, and what can be worked out again.

        Args:
            tick: now.
            keep: for how many ticks parcels are kept.
            delays: of feeds, in ticks: a second after its last use it is rare that somebody asks.
        """
        for oldest in list(self._parcels):
            if oldest > tick - keep:
                break
            del self._parcels[oldest]
        for delay in delays:
            for parcel in self.at(tick - delay - TICKS_A_SECOND):
                parcel.forget_known()
