"""How a tracker is set up."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

from glasshield.errors import RangeError


class Filter(enum.IntEnum):
    """How a measurement that is not linear in the state is taken in."""

    EKF = 0
    UKF = 1
    CKF = 2


class Models(enum.IntEnum):
    """Which motions a tracker thinks of."""

    COAST = 1
    IMM = 3  # boost, coast and entry, weighed against each other


class Association(enum.IntEnum):
    """How detections are given to tracks."""

    NEAREST = 0  # the best assignment of the whole scan, in two dimensions
    JPDA = 1


class Initiation(enum.IntEnum):
    """How a track begins."""

    ONE_POINT = 0  # at one detection, with a prior velocity
    TWO_POINT = 1  # at two, with the velocity between them


@dataclass(frozen=True, slots=True)
class Motion:
    """Noise and change of the motion models.

    Attributes:
        coast_noise_m2_s3: spectral density of unmodelled acceleration in free flight: what the
            Earth's gravity has beyond J2, 1 to 4e-4 m/s2 that turn within minutes.
        boost_noise_m2_s3: the same under power: steering, half a m/s2 off the velocity.
        entry_noise_m2_s3: the same while falling through the air: gravity again.
        thrust_noise_m2_s5: spectral density of the rate of the thrust acceleration: once in a burn
            another stage takes over.
        drag_noise_m4_kg2_s: the same of the inverse ballistic coefficient: air that is denser or
            thinner than the standard's by 3 % over five seconds of a fall, and wind.
        thrust_m_s2: thrust acceleration at which the boost model begins, and its deviation.
        exhaust_m_s: exhaust velocity: how fast thrust acceleration grows as propellant burns.
        drag_m2_kg: inverse ballistic coefficient at which entry begins, and its deviation.
        burnout_rate_1_s: how often a boost ends.
        ignition_rate_1_s: how often a free flight turns into a boost: practically never, as a motor
            that has burnt out does not light again, and between stages boost keeps weight enough.
        entry_rate_1_s: how often a fall below the entry height turns into entry; ten times as
            often a supposed entry ends that is none.
        entry_height_m: below which a falling track may enter.
    """

    coast_noise_m2_s3: float = 3e-6
    boost_noise_m2_s3: float = 3.0
    entry_noise_m2_s3: float = 3e-6
    thrust_noise_m2_s5: float = 10.0
    drag_noise_m4_kg2_s: float = 3e-11
    thrust_m_s2: tuple[float, float] = (40.0, 25.0)
    exhaust_m_s: float = 2600.0
    drag_m2_kg: tuple[float, float] = (3e-4, 3e-4)
    burnout_rate_1_s: float = 1.0 / 60.0
    ignition_rate_1_s: float = 1e-12
    entry_rate_1_s: float = 1.0
    entry_height_m: float = 110e3


@dataclass(frozen=True, slots=True)
class Options:
    """How a tracker is set up.

    Attributes:
        models: which motions.
        filter: how measurements are taken in.
        association: how detections are given to tracks.
        initiation: how a track begins.
        gate: Mahalanobis distance squared beyond which a detection is not a track's.
        confirm: a track is confirmed after this many detections...
        within: ...among this many looks at it, and forgotten otherwise.
        delete_after: looks in a row that miss a confirmed track until it ends.
        lose_sigma_m: it also ends when its position is less certain than this.
        speed_sigma_m_s: prior deviation of each component of a new track's velocity.
        speed_max_m_s: no object is faster.
        lag_s: detections up to this late give the same track as if they had come in time.
        history_s: rows of history older than this before the last scan are let go; None keeps all.
        history_every_s: of a track's rows one in so many seconds is kept, beside its first and its
            last; 0 keeps all.
        motion: of the models.
    """

    models: Models = Models.IMM
    filter: Filter = Filter.EKF
    association: Association = Association.NEAREST
    initiation: Initiation = Initiation.TWO_POINT
    gate: float = 25.0
    confirm: int = 3
    within: int = 5
    delete_after: int = 8
    lose_sigma_m: float = 200e3
    speed_sigma_m_s: float = 3_000.0
    speed_max_m_s: float = 9_000.0
    lag_s: float = 0.0
    history_s: float | None = None
    history_every_s: float = 0.0
    motion: Motion = field(default_factory=Motion)

    def __post_init__(self) -> None:
        if not 1 <= self.confirm <= self.within:
            raise RangeError(
                "a track is confirmed by M of N looks", got=(self.confirm, self.within)
            )
        if not (self.gate > 0.0 and self.delete_after >= 1 and self.lag_s >= 0.0):
            raise RangeError("gate, delete_after and lag_s are above zero", where="Options")
        if self.history_s is not None and not self.history_s > 0.0:
            raise RangeError("history_s is above zero, or None", where="Options")
        if not self.history_every_s >= 0.0:
            raise RangeError("history_every_s is not below zero", where="Options")
