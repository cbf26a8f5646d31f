"""The compiled kernels' face: what `native/` offers.

Arrays are C-contiguous float64 (`n x columns`), written in place where they come last. Columns are
named in `native/flight.hpp`. SI units, radians; positions Earth-fixed unless said otherwise.
`threads` 0 means all processors; `lanes` is 1, 4, 8 or 16 and changes no digit.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Singles = NDArray[np.float32]
Bytes = NDArray[np.uint8]
Integers = NDArray[np.int32]
Longs = NDArray[np.int64]

VEHICLE_COLUMNS: int
LAUNCH_COLUMNS: int
RESULT_COLUMNS: int
AIM_COLUMNS: int
AIMED_COLUMNS: int
CURVE_COLUMNS: int
ENDED_COLUMNS: int

def isa() -> str:
    """The instruction set whose copy of the kernels runs: baseline, avx2 or avx512."""

def best_isa() -> str:
    """The widest instruction set that this build and this processor both have."""

def set_isa(name: str) -> None:
    """Chooses the instruction set for the whole process; for tests and benches.

    Raises:
        ValueError: when this build or this processor does not have it.
    """

def fly(
    vehicles: Array,
    launches: Array,
    constants: Array,
    air: Array,
    drag: Array,
    position_error_m: float,
    velocity_error_m_s: float,
    reentry_height_m: float,
    sample_step_s: float,
    threads: int,
    lanes: int,
    results: Array,
    positions: Array,
    velocities: Array,
) -> None:
    """Flies n launches to impact; writes results (n x RESULT_COLUMNS) and samples (n x m x 3)."""

def aim(
    vehicles: Array,
    aims: Array,
    curves: Array,
    constants: Array,
    air: Array,
    drag: Array,
    position_error_m: float,
    velocity_error_m_s: float,
    reentry_height_m: float,
    tolerance_m: float,
    most_flights: int,
    threads: int,
    lanes: int,
    launches: Array,
    results: Array,
    aimed: Array,
) -> None:
    """Solves n aims along families of flights; writes launches, results and how each was met."""

def coast(
    states: Array,
    duration_s: float,
    constants: Array,
    air: Array,
    drag: Array,
    position_error_m: float,
    velocity_error_m_s: float,
    fixed_step_s: float,
    order: int,
    threads: int,
    lanes: int,
    results: Array,
) -> None:
    """Carries n inertial states (m, m/s) through free flight without air; writes n x 6 states."""

def fall(
    states: Array,
    drag: Array,
    longest_s: float,
    constants: Array,
    air: Array,
    drag_curve: Array,
    log_density: Array,
    bottom_m: float,
    density_step_m: float,
    sample_step_s: float,
    every: int,
    threads: int,
    ended: Array,
    samples: Array,
) -> None:
    """Carries n states down to the ground; writes n x ENDED_COLUMNS, and samples of every so-many.

    Rows of `ended` are the time, position and velocity of the landing; all NaN where there is none.
    """

def flyout_invert(
    fan: Array,
    first_time_s: float,
    time_step_s: float,
    frame: Array,
    top_m: float,
    tolerance_s: float,
    threads: int,
    cells: Singles,
    ceilings: Singles,
    errors: Array,
) -> None:
    """Turns a fan of flights (azimuth x kick x time x 3) into a table of least flight times."""

def flyout_times(
    cells: Singles,
    ceilings: Singles,
    frame: Array,
    positions: Array,
    threads: int,
    times: Array,
    room: Array,
) -> None:
    """Writes the least flight times (s) to n positions, and how far the ceiling is above (m)."""

def windows_prepare(
    positions: Array,
    seen: Bytes,
    counts: Integers,
    semi_major_m: float,
    eccentricity_squared: float,
    threads: int,
    samples: Singles,
    blocks: Singles,
) -> None:
    """Lays out n sampled flights for `windows_find`, with what bounds each block of samples."""

def windows_find(
    samples: Singles,
    blocks: Singles,
    counts: Integers,
    burnout_s: Array,
    reentry_s: Array,
    step_s: float,
    cells: Sequence[Singles],
    ceilings: Sequence[Singles],
    frames: Sequence[Array],
    reach: Array,
    batteries: Array,
    pairs: Integers,
    commit_s: Array,
    cull: bool,
    threads: int,
    windows: Array,
    tallies: Integers,
    closed_by: Bytes,
) -> None:
    """Writes the windows of p pairs, or what closes them; answers without rows are left out."""

HISTORY_ROW_BYTES: int

class Tracker:
    """Tracks of many objects from many radars; rows as in glasshield.fusion.tracker."""

    def __init__(
        self,
        constants: Array,
        air: Array,
        drag: Array,
        motion: Array,
        options: Array,
        stations: Array,
        sectors: Array,
    ) -> None: ...
    def start(self, lag_s: float, history_s: float) -> None:
        """Begins anew; detections may come late by the lag, and older history goes."""

    def let_go(self, before_s: float) -> None:
        """Lets go older history, as far as no late detection changes it."""

    def confirmed(self) -> int:
        """How many tracks were ever confirmed."""

    def settled(self) -> int:
        """How many of them no late detection can count otherwise."""

    def marks(self, after: int, out: Longs) -> None:
        """Writes by which detections tracks are known again: those taken in under lowest numbers.

        Args:
            after: how many of the confirmed tracks are left out.
            out: n x 4, growing; -1 where there are fewer.
        """

    def feed(
        self,
        times: Array,
        stations: Integers,
        ranges: Array,
        azimuths: Array,
        elevations: Array,
        rates: Array,
        sigmas: Array,
        accuracies: Array,
        numbers: Longs,
        told: Callable[[float], bool],
    ) -> None:
        """Takes in n detections; `told` says whether to go on.

        Args:
            times: s; finite.
            stations: whose each is.
            ranges: m; NaN where not measured, as are the three that follow.
            azimuths: rad.
            elevations: rad.
            rates: m/s.
            sigmas: n x 4, standard deviations of the four; NaN where the station's own hold.
            accuracies: stations x 4, the stations' own; a rate without one says nothing.
            numbers: what the caller calls each.
            told: hears which part is done.
        """

    def count(self) -> int:
        """How many tracks there are now."""

    def too_late(self) -> int:
        """How many detections came later than the lag."""

    def pairs_dropped(self) -> int:
        """How many pairs of a track and a detection joint probabilities have left out."""

    def time(self) -> float:
        """When the last scan began (s)."""

    def kept(self) -> tuple[int, int, int]:
        """Bytes of history, and how many scans and states there are to go back to."""

    def picture(
        self,
        id: Integers,
        missed: Integers,
        detections: Longs,
        times: Array,
        seen: Array,
        states: Array,
        covariances: Array,
        phases: Array,
    ) -> None:
        """Writes the n tracks that there are.

        Args:
            id: from 1 in the order of confirmation; below zero before it.
            missed: looks in a row.
            detections: taken in.
            times: n x 3, of the state, when last and when first seen (s).
            seen: n x stations, when each saw it last (s); NaN where it never did.
            states: n x 6.
            covariances: n x 21.
            phases: n x 3.
        """

    def history_size(self, since_s: float) -> tuple[int, int]:
        """Rows from a time on, and tracks, of the history of confirmed tracks."""

    def tracks(
        self,
        since_s: float,
        id: Integers,
        first: Integers,
        times: Array,
        states: Array,
        covariances: Array,
        phases: Array,
        numbers: Longs,
        stations: Integers,
    ) -> None:
        """Writes the history of confirmed tracks, those of one track side by side."""

    def track_size(self, number: int, since_s: float) -> int:
        """Rows from a time on of the history of one confirmed track."""

    def track(
        self,
        number: int,
        since_s: float,
        times: Array,
        states: Array,
        covariances: Array,
        phases: Array,
        numbers: Longs,
        stations: Integers,
    ) -> None:
        """Writes the history of one confirmed track."""

def impossible_detection(
    times: Array,
    stations: Integers,
    ranges: Array,
    azimuths: Array,
    elevations: Array,
    rates: Array,
    sigmas: Array,
    accuracies: Array,
) -> int:
    """The first detection that no tracker should see, -1 where there is none; see `Tracker.feed`.

    It has a time or an angle that is not finite, a range or a deviation not above zero, or
    something measured that is infinite.
    """

def track_predict(
    model: int,
    filter: int,
    constants: Array,
    air: Array,
    drag: Array,
    motion: Array,
    dt: Array,
    states: Array,
    covariances: Array,
) -> None:
    """Carries n distributions (n x 6 or 7, upper triangles) forward in place, each by its dt."""

def track_update(
    kind: int,
    filter: int,
    station: Array,
    values: Array,
    sigmas: Array,
    states: Array,
    covariances: Array,
    distances: Array,
) -> None:
    """Conditions n distributions on n x 4 measurements of `kind` quantities in place."""

def assign(first: Integers, column: Integers, columns: int, cost: Array, chosen: Integers) -> None:
    """Writes the pair that each row gets in the cheapest assignment, or -1; no pair costs 0."""

def joint_probabilities(
    first: Integers, column: Integers, columns: int, ratio: Array, probability: Array
) -> int:
    """Writes the probability of each pair over all joint events; how many had to be left out."""
