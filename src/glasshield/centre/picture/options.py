"""How pictures are made."""

from __future__ import annotations

from dataclasses import dataclass

from glasshield.centre.picture.ticks import TICKS_A_SECOND
from glasshield.errors import RangeError
from glasshield.fusion.online import OnlineOptions


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """How pictures are made, the same for all.

    Attributes:
        keep_s: for how long batches are kept, out of which pictures are made anew.
        resumed_s: how far back a start of the centre reaches into them, so as to be there in time.
        lag_s: by how much detections may come late.
        ahead_s: by how much they may be dated later than they came.
        silent_s: objects unseen for longer are no longer shown.
        history_s: for how long the rows of tracks are kept.
        history_every_s: of rows older than the lag one a track is kept in so many seconds.
        most_delay_s: no rule may delay by more, nor round times to more: what waits is kept.
        most_again: pictures are made anew out of the last so many detections that go into them.
        most_feeds: no viewer has pictures that take more trackers.
        most_events: of a viewer, the last ones.
        most_notices: of a party, the last ones.
        most_answered: detections of one answer; the next one begins after them.
        stride: every so many ticks one is run, which has the data of all since the one before;
            delays and times of rules are rounded up to such ticks. A second holds a whole number
            of strides, or a stride whole seconds.
        registration: how the biases of stations are learned; None to take detections as they are.
    """

    keep_s: float = 120.0
    resumed_s: float = 60.0
    lag_s: float = 2.0
    ahead_s: float = 1.0
    silent_s: float = 300.0
    history_s: float = 1_800.0
    history_every_s: float = 2.0
    most_delay_s: float = 3_600.0
    most_again: int = 200_000
    most_feeds: int = 16
    most_events: int = 10_000
    most_notices: int = 100
    most_answered: int = 20_000
    stride: int = 1
    registration: OnlineOptions | None = None

    def __post_init__(self) -> None:
        """Refuse spans that cannot be.

        Raises:
            RangeError: one below its least value.
        """
        for name, least in _LEAST.items():
            if not getattr(self, name) >= least:
                raise RangeError(
                    "this cannot be so small",
                    where=name,
                    got=getattr(self, name),
                    expected=f"{least:g} or more",
                )
        if TICKS_A_SECOND % self.stride and self.stride % TICKS_A_SECOND:
            raise RangeError(
                "whole seconds have to be among the ticks that are run",
                where="stride",
                got=self.stride,
                expected=f"a divisor or a multiple of {TICKS_A_SECOND}",
            )


_LEAST = {
    "keep_s": 1.0,
    "resumed_s": 1.0,
    "lag_s": 0.0,
    "ahead_s": 0.0,
    "silent_s": 1.0,
    "history_s": 1.0,
    "history_every_s": 0.05,
    "most_delay_s": 0.0,
    "most_again": 1,
    "most_feeds": 1,
    "most_events": 1,
    "most_notices": 1,
    "most_answered": 1,
    "stride": 1,
}


USUAL = EngineOptions()
