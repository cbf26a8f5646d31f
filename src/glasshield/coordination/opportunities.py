"""When simulated interceptors could meet simulated objects, and above whose territory.

Objects are carried on in free flight from their tracks; the window kernel finds all windows in one
call. A window is cut by territory: above its own territory and above nobody's a party may act when
it likes, above another's only with that party's consent, which makes an opportunity of its own.

These are kinematic windows of published reach with a stated probability, for exercises alone.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.coordination.sectors import Sectors
from glasshield.shield.windows import Emplacement

NOBODY = ""


@dataclass(frozen=True, slots=True)
class Shooter:
    """A battery of simulated interceptors in an exercise.

    Attributes:
        id: its name.
        party: whose it is.
        place: reach and rules, as the window kernel sees them.
        magazine: interceptors that are left.
        single_shot: the stated probability that one of them stops one object.
    """

    id: str
    party: str
    place: Emplacement
    magazine: int
    single_shot: float


@dataclass(frozen=True, slots=True)
class Objects:
    """Simulated objects as the coordinating centre tracks them at one moment.

    Attributes:
        id: of each.
        state_ecef: position (m) and velocity relative to the Earth (m/s) at that moment.
        covariance: of the states.
        flies_free: whether it is past its burnout; of others nothing is predicted.
        weight: what it is worth to stop it; zero for one that nobody wants to stop.
    """

    id: tuple[str, ...]
    state_ecef: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 6 6"]
    flies_free: Bool[np.ndarray, "n"]
    weight: Float[np.ndarray, "n"]


class Closed(enum.StrEnum):
    """Why a battery has no opportunity against an object; the first are those of `shield.rules`."""

    MIN_HEIGHT = "min_intercept_height"
    MAX_HEIGHT = "max_intercept_height"
    BEFORE_REENTRY = "latest_intercept"
    SENSOR = "sensor_at_intercept"
    MAX_GROUND = "max_ground_range"
    REACH = "out-of-reach"
    COMMIT = "commit_delay"
    UNDER_POWER = "under-power"  # not predicted yet
    CONSENT = "consent"  # only above the territory of a party that refused or did not answer
    TOO_LATE = "too-late"  # consultation would end after the last launch
    EMPTY = "empty-magazine"
    SCARCE = "scarce"  # the interceptors are worth more against other objects
    SECTOR = "sector"  # the duty party acts itself, or does not want the neighbour to


@dataclass(frozen=True, slots=True)
class Options:
    """How opportunities are computed.

    Attributes:
        step_s: between two samples of a predicted flight.
        longest_s: how far ahead objects are carried.
        reaction_s: from now to the earliest launch.
        threads: of the kernels; 0 for all processors.
    """

    step_s: float = 4.0
    longest_s: float = 2_400.0
    reaction_s: float = 0.0
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The opportunities of all batteries against all objects, as columns; times are absolute.

    One battery has several against one object where some need a consent and others do not.

    Attributes:
        now_s: the moment for which they were computed.
        objects: ids.
        shooters: in the order of `shooter`.
        lat_rad: where each object comes down; NaN where it does not within `longest_s`.
        lon_rad: of the same.
        comes_down_s: when.
        ground_m2: covariance of east and north of that place.
        weight: of each object.
        object: of each opportunity, the number of its object.
        shooter: of each opportunity, the number of its battery.
        host: the party above whose territory it lies and who has to consent; NOBODY for none.
        open_s: first intercept.
        close_s: last intercept.
        first_launch_s: first launch of an interceptor.
        last_launch_s: last launch of an interceptor.
        shots: most launches one after the other inside it.
        first_row: of each opportunity, the first of its rows below; one more for the end.
        meet_s: times at which the object could be met, rising within an opportunity.
        launch_s: when the interceptor starts for it.
        closed: for each battery and object why there is no opportunity; none where there is one.
    """

    now_s: float
    objects: tuple[str, ...]
    shooters: tuple[Shooter, ...]
    lat_rad: Float[np.ndarray, "n"]
    lon_rad: Float[np.ndarray, "n"]
    comes_down_s: Float[np.ndarray, "n"]
    ground_m2: Float[np.ndarray, "n 2 2"]
    weight: Float[np.ndarray, "n"]
    object: Int[np.ndarray, "k"]
    shooter: Int[np.ndarray, "k"]
    host: tuple[str, ...]
    open_s: Float[np.ndarray, "k"]
    close_s: Float[np.ndarray, "k"]
    first_launch_s: Float[np.ndarray, "k"]
    last_launch_s: Float[np.ndarray, "k"]
    shots: Int[np.ndarray, "k"]
    first_row: Int[np.ndarray, "k1"]
    meet_s: Float[np.ndarray, "r"]
    launch_s: Float[np.ndarray, "r"]
    closed: tuple[tuple[Closed | None, ...], ...]


def opportunities(
    objects: Objects,
    shooters: Sequence[Shooter],
    territories: Sectors,
    now_s: float,
    options: Options = Options(),
) -> Opportunities:
    """When batteries could meet objects, and above whose territory.

    Args:
        objects: as tracked now.
        shooters: the batteries.
        territories: of all parties, those without batteries too.
        now_s: the exercise's time.
        options: how.
    """
    raise NotImplementedError
