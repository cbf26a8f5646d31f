"""Engagement windows: when interceptors of a site could meet a target on its flight.

A target is a sampled flight. For each sample the slack is how long before the last possible moment
an interceptor could have been launched; the window is where no rule forbids the intercept and the
slack is not negative. Where the slack alone closes a window, its edge is interpolated between two
samples; where another rule does, the edge is the last sample that the rule allows. The loops are
compiled (`native/windows.isa.cpp`); a readable twin stands in `tests/reference/windows.py`.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Float32, Int

from glasshield import kernels
from glasshield.catalog.plans import AtIntercept, InBoost
from glasshield.constants import (
    EARTH_ECCENTRICITY_SQUARED,
    EARTH_MEAN_RADIUS_M,
    EARTH_SEMI_MAJOR_AXIS_M,
)
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.flight.fly import Flights
from glasshield.shield.flyout import FlyoutTable
from glasshield.shield.rules import KERNEL_RULES, Rule, Rules

BLOCK: Final = 16
MOST_SAMPLES: Final = BLOCK * 1024
_SAMPLE_COLUMNS: Final = 5
_BLOCK_COLUMNS: Final = 7

# A commit so early that it never closes a window: for the latest moment at which one would open.
# No flyout is that long; single precision still tells milliseconds from here.
AT_ANY_TIME_S: Final = -4096.0


class Culling(enum.Enum):
    """Whether blocks of samples that an interceptor cannot reach in time are left out unseen."""

    BLOCKS = True
    NONE = False  # looks at every sample: slower, with the same result


@dataclass(frozen=True, slots=True)
class Targets:
    """Sampled flights as the kernel reads them; sample i is at i * step_s after launch.

    Attributes:
        step_s: between samples.
        samples: position (m, Earth-fixed), height (m), whether a sensor sees it.
        blocks: what bounds each block of samples.
        counts: samples before impact.
        burnout_s: after launch.
        reentry_s: after launch, falling through 100 km; infinite for a flight that stays below.
    """

    step_s: float
    samples: Float32[np.ndarray, "n b 5 16"]
    blocks: Float32[np.ndarray, "n 7 r"]
    counts: Int[np.ndarray, "n"]
    burnout_s: Float[np.ndarray, "n"]
    reentry_s: Float[np.ndarray, "n"]

    @classmethod
    def of(
        cls,
        flights: Flights,
        seen: Bool[np.ndarray, "n m"] | None = None,
        *,
        threads: int = 0,
    ) -> Targets:
        """Flights laid out for the kernel.

        Args:
            flights: with samples.
            seen: at which samples a sensor sees the flight; everywhere when left out.
            threads: 0 for all processors.

        Raises:
            RangeError: flights without samples, or with too many.
        """
        reentry_s = np.where(np.isnan(flights.reentry_time_s), np.inf, flights.reentry_time_s)
        return cls.sampled(
            flights.positions_ecef_m,
            flights.sample_step_s,
            burnout_s=np.asarray(flights.burnout_time_s, dtype=float),
            reentry_s=reentry_s,
            seen=seen,
            threads=threads,
        )

    @classmethod
    def sampled(
        cls,
        positions_ecef_m: Float[np.ndarray, "n m 3"],
        step_s: float,
        *,
        burnout_s: Float[np.ndarray, "n"],
        reentry_s: Float[np.ndarray, "n"],
        seen: Bool[np.ndarray, "n m"] | None = None,
        threads: int = 0,
    ) -> Targets:
        """Paths given by their samples; those after impact are NaN.

        Raises:
            RangeError: no samples, or too many.
        """
        count = positions_ecef_m.shape[1]
        if not 1 <= count <= MOST_SAMPLES:
            raise RangeError(
                "the number of samples does not fit",
                got=count,
                expected=f"1 to {MOST_SAMPLES} samples for each flight",
            )
        there = np.isfinite(positions_ecef_m[..., 0])
        # A flight ends at its first missing sample, whatever comes after it.
        counts = np.where(there.all(axis=1), count, np.argmin(there, axis=1)).astype(np.int32)
        sample_blocks = -(-count // BLOCK)
        block_stride = -(-sample_blocks // BLOCK) * BLOCK
        n = len(positions_ecef_m)
        samples = np.empty((n, sample_blocks, _SAMPLE_COLUMNS, BLOCK), dtype=np.float32)
        blocks = np.empty((n, _BLOCK_COLUMNS, block_stride), dtype=np.float32)
        mask = np.ones((n, count), np.uint8) if seen is None else seen.astype(np.uint8)
        kernels.windows_prepare(
            np.ascontiguousarray(positions_ecef_m),
            np.ascontiguousarray(mask),
            counts,
            EARTH_SEMI_MAJOR_AXIS_M,
            EARTH_ECCENTRICITY_SQUARED,
            threads,
            samples,
            blocks,
        )
        return cls(
            step_s,
            samples,
            blocks,
            counts,
            np.ascontiguousarray(burnout_s, dtype=float),
            np.ascontiguousarray(reentry_s, dtype=float),
        )

    def __len__(self) -> int:
        return len(self.counts)


@dataclass(frozen=True, slots=True)
class Emplacement:
    """Interceptors of one kind at one site, as the kernel sees them.

    Attributes:
        table: how long they need to where.
        lat_rad: of the site, geodetic.
        lon_rad: of the site.
        height_m: of the site above the ellipsoid.
        rules: under which they engage.
    """

    table: FlyoutTable
    lat_rad: float
    lon_rad: float
    height_m: float
    rules: Rules


@dataclass(frozen=True)
class Windows:
    """The windows of pairs, as columns in the order of the pairs; NaN where there is none.

    Times are seconds after the target's launch.

    Attributes:
        open_s: first intercept.
        close_s: last intercept.
        first_launch_s: first launch of an interceptor.
        last_launch_s: last launch of an interceptor.
        samples: samples of the target's flight inside the window.
        parts: unbroken parts of the window.
        shots: most launches one after the other, spaced by the shot interval, inside one part.
    """

    open_s: Float[np.ndarray, "p"]
    close_s: Float[np.ndarray, "p"]
    first_launch_s: Float[np.ndarray, "p"]
    last_launch_s: Float[np.ndarray, "p"]
    samples: Int[np.ndarray, "p"]
    parts: Int[np.ndarray, "p"]
    shots: Int[np.ndarray, "p"]

    @cached_property
    def found(self) -> Bool[np.ndarray, "p"]:
        """Which pairs have a window."""
        return self.samples > 0


def every_pair(emplacements: int, targets: int) -> Int[np.ndarray, "p 2"]:
    """All pairs of an emplacement and a target, the targets of each emplacement together."""
    grid = np.meshgrid(np.arange(emplacements), np.arange(targets), indexing="ij")
    return np.stack([index.ravel() for index in grid], axis=-1).astype(np.int32)


def find(
    targets: Targets,
    emplacements: Sequence[Emplacement],
    pairs: Int[np.ndarray, "p 2"],
    commit_s: Float[np.ndarray, "p"],
    *,
    culling: Culling = Culling.BLOCKS,
    threads: int = 0,
) -> Windows:
    """The windows of pairs of an emplacement and a target.

    The result does not depend on `threads`, on `culling` or on the order of the pairs.

    Args:
        targets: sampled flights.
        emplacements: what the first column of `pairs` refers to.
        pairs: indices of emplacement and target.
        commit_s: the earliest commit for each pair, seconds after the target's launch; infinite
            where nothing gives the cue.
        culling: for tests.
        threads: 0 for all processors.
    """
    windows = np.empty((len(pairs), 4))
    tallies = np.empty((len(pairs), 3), dtype=np.int32)
    closed_by = np.empty((0, 2), dtype=np.uint8)
    job = (targets, emplacements, pairs, commit_s, culling, threads)
    _call(*job, windows, tallies, closed_by)
    return Windows(*windows.T, *tallies.T)


def explain(
    targets: Targets,
    emplacements: Sequence[Emplacement],
    pairs: Int[np.ndarray, "p 2"],
    commit_s: Float[np.ndarray, "p"],
    *,
    threads: int = 0,
) -> list[Rule | None]:
    """For each pair the rule that closes its window; none where there is a window.

    It is the rule without which, all others kept, there would be a window. Where several are, it
    is the last of them in the order of `Rule`, but the reach only if it is the only one: a target
    met by an interceptor of any speed says little. Where none is, it is the first rule in order
    after which no sample is left.
    """
    closed_by = np.empty((len(pairs), 2), dtype=np.uint8)
    windows, tallies = np.empty((0, 4)), np.empty((0, 3), dtype=np.int32)
    job = (targets, emplacements, pairs, commit_s, Culling.NONE, threads)
    _call(*job, windows, tallies, closed_by)
    cued = np.isfinite(commit_s)
    return [
        _closing(int(alone), int(empty)) if has_cue else Rule.NOT_SEEN
        for (alone, empty), has_cue in zip(closed_by, cued, strict=True)
    ]


def _closing(alone: int, empty: int) -> Rule | None:
    """The rule that the kernel's two answers for a pair name."""
    if empty == len(KERNEL_RULES):
        return None
    named = [rule for i, rule in enumerate(KERNEL_RULES) if alone >> i & 1]
    if not named:
        return KERNEL_RULES[empty]
    return next((rule for rule in reversed(named) if rule is not Rule.REACH), Rule.REACH)


def _call(
    targets: Targets,
    emplacements: Sequence[Emplacement],
    pairs: Int[np.ndarray, "p 2"],
    commit_s: Float[np.ndarray, "p"],
    culling: Culling,
    threads: int,
    windows: Float[np.ndarray, "p 4"],
    tallies: Int[np.ndarray, "p 3"],
    closed_by: Int[np.ndarray, "p 2"],
) -> None:
    """Calls the kernel; what has no rows is not computed."""
    tables, rows = _batteries(emplacements)
    kernels.windows_find(
        targets.samples,
        targets.blocks,
        targets.counts,
        targets.burnout_s,
        targets.reentry_s,
        targets.step_s,
        [table.cells for table in tables],
        [table.ceilings for table in tables],
        [table.frame for table in tables],
        np.stack([table.reach for table in tables]) if tables else np.empty((0, 6, 2)),
        rows,
        np.ascontiguousarray(pairs, dtype=np.int32),
        np.ascontiguousarray(commit_s, dtype=float),
        culling.value,
        threads,
        windows,
        tallies,
        closed_by,
    )


def _batteries(
    emplacements: Sequence[Emplacement],
) -> tuple[list[FlyoutTable], Float[np.ndarray, "e c"]]:
    """The tables, each once, and the emplacements as rows; columns as in `native/windows.hpp`."""
    tables: list[FlyoutTable] = []
    index: dict[int, int] = {}
    rows = np.empty((len(emplacements), 20))
    for row, place in zip(rows, emplacements, strict=True):
        if id(place.table) not in index:
            index[id(place.table)] = len(tables)
            tables.append(place.table)
        rules = place.rules
        row[0] = index[id(place.table)]
        row[1:4] = geodetic_to_ecef(place.lat_rad, place.lon_rad, place.height_m)
        row[4:13] = east_north_up(place.lat_rad, place.lon_rad).ravel()
        row[13:] = (
            rules.min_height_m,
            rules.max_height_m,
            2.0 * np.sin(0.5 * min(rules.max_ground_m / EARTH_MEAN_RADIUS_M, np.pi)),
            rules.before_reentry_s,
            rules.in_boost is InBoost.ALLOWED,
            rules.at_intercept is AtIntercept.REQUIRED,
            rules.shot_interval_s,
        )
    return tables, rows
