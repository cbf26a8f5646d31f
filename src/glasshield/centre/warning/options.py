"""How a watch is set up."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from glasshield.errors import RangeError
from glasshield.fusion.bias_prior import BiasPrior


def _biases() -> BiasPrior:
    """Radars that are surveyed, with clocks that nobody compares: assumed."""
    return BiasPrior(
        range_m=60.0, azimuth_rad=math.radians(0.05), elevation_rad=math.radians(0.05), time_s=0.2
    )


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """How a watch decides.

    Attributes:
        sure: probability from which on something counts as certain.
        fewest: detections that an object needs before anything is said of it.
        speed_m_s: how well its velocity has to be known before: the standard deviation. Tracks that
            have just begun are sure of what they do not know.
        lost_after_s: an object that was not seen for so long, and should have been, is lost; at
            least three looks of the slowest station.
        judged: new objects of which it is decided what they are, in 50 ms.
        estimates: objects whose impact is estimated, in 400 ms.
        hold_s: how long an alarm waits for the launch to be known where a notice may fit.
        impact_m: an impact whose 95 % ellipse is longer than this is not told.
        biases: what the stations' biases may be where nobody has estimated them.
        memory_s: how long an object that left is remembered, to know it again.
    """

    sure: float = 0.99
    fewest: int = 5
    speed_m_s: float = 1_000.0
    lost_after_s: float = 10.0
    judged: int = 8
    estimates: int = 32
    hold_s: float = 15.0
    impact_m: float = 300e3
    biases: BiasPrior = field(default_factory=_biases)
    memory_s: float = 3_600.0

    def __post_init__(self) -> None:
        """Refuse a watch that could not work.

        Raises:
            RangeError: a number that is not above zero, or a probability that is none.
        """
        if not 0.5 < self.sure < 1.0:
            raise RangeError("to be sure is between 0.5 and 1", where="sure", got=self.sure)
        for name in ("fewest", "speed_m_s", "lost_after_s", "judged", "estimates", "impact_m"):
            if not getattr(self, name) > 0:
                raise RangeError("is above zero", where=name, got=getattr(self, name))


USUAL = WatchOptions()
