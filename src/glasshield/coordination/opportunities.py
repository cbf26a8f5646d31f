"""When simulated interceptors could meet simulated objects, and above whose territory.

Objects are carried on in free flight from their tracks; the window kernel finds all windows in one
call. A window is cut by territory: above its own territory and above nobody's a party may act when
it likes, above another's only with that party's consent, which makes an opportunity of its own.

These are kinematic windows of published reach with a stated probability, for exercises alone.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.coordination.forecast import SAMPLE_S, Forecast, agree, forecast
from glasshield.coordination.opportunities_rows import Rows, found_rows, split_by_consent
from glasshield.coordination.sectors import Sectors
from glasshield.errors import InputError, RangeError
from glasshield.sensing.sensors import Radar
from glasshield.sensing.visibility import Paths, visible
from glasshield.shield.rules import Rule
from glasshield.shield.windows import Emplacement, Targets, every_pair, explain, find

NOBODY: Final = ""
_FAR_S: Final = 1e6  # longer than any exercise


@dataclass(frozen=True, slots=True)
class Shooter:
    """A battery of simulated interceptors in an exercise.

    Attributes:
        id: its name.
        party: whose it is.
        place: reach and rules, as the window kernel sees them.
        magazine: interceptors that are left.
        single_shot: the stated probability that one of them stops one object.
        shots_each: most of them at one object.
    """

    id: str
    party: str
    place: Emplacement
    magazine: int
    single_shot: float
    shots_each: int = 2

    def __post_init__(self) -> None:
        """Refuse a battery that cannot be.

        Raises:
            RangeError: a magazine or number of shots below zero, no probability.
        """
        if not (self.magazine >= 0 and self.shots_each >= 0 and 0.0 <= self.single_shot <= 1.0):
            raise RangeError(
                "a battery has no fewer than no interceptors, and a probability from 0 to 1",
                where=self.id,
            )


@dataclass(frozen=True, slots=True)
class Tracked:
    """Simulated objects as the coordinating centre tracks them at one moment.

    Attributes:
        id: of each.
        state_ecef: position (m) and velocity relative to the Earth (m/s) at that moment.
        covariance: of the states.
        flies_free: whether it is past its burnout; of others nothing is predicted.
        weight: what it is worth to stop it; zero for one that nobody wants to stop.
        cued_s: when the cue came from which the commit delay of the rules counts; long ago for
            all when left out.
    """

    id: tuple[str, ...]
    state_ecef: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 6 6"]
    flies_free: Bool[np.ndarray, "n"]
    weight: Float[np.ndarray, "n"]
    cued_s: Float[np.ndarray, "n"] | None = None

    def __post_init__(self) -> None:
        """Refuse objects that cannot be told apart, or that weigh less than nothing.

        Raises:
            InputError: two of one name.
            RangeError: a weight below zero.
        """
        if len(set(self.id)) != len(self.id):
            raise InputError("two objects have one name", where="objects")
        if not (self.weight >= 0.0).all():
            raise RangeError("an object weighs less than nothing", where="weight")

    def __len__(self) -> int:
        return len(self.id)

    def take(self, index: Int[np.ndarray, "k"]) -> Tracked:
        """Some of the objects."""
        return Tracked(
            tuple(self.id[k] for k in index),
            self.state_ecef[index],
            self.covariance[index],
            self.flies_free[index],
            self.weight[index],
            None if self.cued_s is None else self.cued_s[index],
        )


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
    CONSENT = "consent"  # a party that has to agree refused, or did not answer
    TOO_LATE = "too-late"  # consultation would end after the last launch
    EMPTY = "empty-magazine"
    SCARCE = "scarce"  # the interceptors are worth more against other objects
    HELD = "held"  # the parties that could meet it do not act against it any more
    UNARMED = "unarmed"  # the party that answers has no batteries, and nobody acts for it


_REASONS: Final = tuple(Closed)


@dataclass(frozen=True, slots=True)
class Options:
    """How opportunities are computed.

    Attributes:
        longest_s: how far ahead objects are carried.
        reaction_s: from now to the earliest launch.
        near_m: by party, how far beside its territory its consent is still needed.
        radars: what could see the objects at an intercept, for rules that ask for it; everywhere
            when there are none.
        cross_section_m2: of the objects, for these radars.
        same_within_m: an object this near to its forecast flies as forecast, or one within the
            standard deviation of its own track.
        same_within_m_s: if its velocity is this near, too.
        threads: of the kernels; 0 for all processors.
    """

    longest_s: float = 2_400.0
    reaction_s: float = 0.0
    near_m: Mapping[str, float] = field(default_factory=dict)
    radars: tuple[Radar, ...] = ()
    cross_section_m2: float = 0.1
    same_within_m: float = 1_000.0
    same_within_m_s: float = 5.0
    threads: int = 1


USUAL: Final = Options()


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The opportunities of all batteries against all objects, as columns; times are absolute.

    One battery has several against one object where some need a consent and others do not; one
    that needs more consents holds what the one with fewer does.

    Attributes:
        now_s: the moment for which they were computed.
        objects: ids.
        weight: of each object.
        shooters: in the order of `shooter`.
        parties: those of the territories, in the order of `rows.over`.
        forecast: of the objects; NaN for those under power.
        object: of each opportunity, the number of its object.
        shooter: of each opportunity, the number of its battery.
        hosts: of each, the other parties that have to agree, above or near whose territory it is.
        rows: when each object could be met, and when the interceptor starts for it.
        closed: for each battery and object why there is no opportunity, as the place in `Closed`;
            -1 where there is one.
    """

    now_s: float
    objects: tuple[str, ...]
    weight: Float[np.ndarray, "n"]
    shooters: tuple[Shooter, ...]
    parties: tuple[str, ...]
    forecast: Forecast
    object: Int[np.ndarray, "k"]
    shooter: Int[np.ndarray, "k"]
    hosts: tuple[tuple[str, ...], ...]
    rows: Rows
    closed: Int[np.ndarray, "s n"]

    def __len__(self) -> int:
        return len(self.object)

    def why(self, shooter: int, object_: int) -> Closed | None:
        """Why a battery has no opportunity against an object; None where it has one."""
        code = int(self.closed[shooter, object_])
        return _REASONS[code] if code >= 0 else None

    @property
    def open_s(self) -> Float[np.ndarray, "k"]:
        """First intercepts."""
        return self.rows.meet_s[self.rows.first[:-1]]

    @property
    def close_s(self) -> Float[np.ndarray, "k"]:
        """Last intercepts."""
        return self.rows.meet_s[self.rows.first[1:] - 1]

    @property
    def first_launch_s(self) -> Float[np.ndarray, "k"]:
        """First launches of an interceptor."""
        return np.minimum.reduceat(self.rows.launch_s, self.rows.first[:-1])

    @property
    def last_launch_s(self) -> Float[np.ndarray, "k"]:
        """Last launches of an interceptor."""
        return np.maximum.reduceat(self.rows.launch_s, self.rows.first[:-1])

    @property
    def shots(self) -> Int[np.ndarray, "k"]:
        """Most launches one after the other, spaced by each battery's interval."""
        interval = np.array([s.place.rules.shot_interval_s for s in self.shooters])
        span = self.last_launch_s - self.first_launch_s
        return 1 + (span / interval[self.shooter]).astype(int)


def opportunities(
    objects: Tracked,
    shooters: Sequence[Shooter],
    territories: Sectors,
    now_s: float,
    options: Options = USUAL,
) -> Opportunities:
    """When batteries could meet objects, and above whose territory.

    Args:
        objects: as tracked now.
        shooters: the batteries.
        territories: of all parties, those without batteries too.
        now_s: the exercise's time.
        options: how.

    Raises:
        InputError: two batteries of one name.
    """
    if len({shooter.id for shooter in shooters}) != len(shooters):
        raise InputError("two batteries have one name", where="shooters")
    flies = np.flatnonzero(objects.flies_free & np.isfinite(objects.state_ecef).all(axis=1))
    closed = np.full((len(shooters), len(objects)), _REASONS.index(Closed.UNDER_POWER))
    if not len(flies):
        nobody = np.empty(0, dtype=int)
        return Opportunities(now_s, objects.id, objects.weight, tuple(shooters),
                             territories.parties, Forecast.none().spread(flies, len(objects)),
                             nobody, nobody, (), Rows.none(), closed)  # fmt: skip
    free = objects.take(flies)
    ahead = forecast(free.state_ecef, free.covariance, now_s, options.longest_s)
    targets, seen = _targets(ahead, options)
    places = [shooter.place for shooter in shooters]
    pairs = every_pair(len(places), len(free))
    commit = _commit_s(free, shooters, now_s, options).ravel()
    windows = find(targets, places, pairs, commit - now_s, threads=options.threads)
    rows, kept = found_rows(ahead, places, pairs, windows, commit, seen)
    missing = np.setdiff1d(np.arange(len(pairs)), kept)
    why = explain(targets, places, pairs[missing], commit[missing] - now_s, threads=options.threads)
    closed[:, flies] = -1
    closed[pairs[missing, 0], flies[pairs[missing, 1]]] = [
        _REASONS.index(_closed(rule)) for rule in why
    ]
    rows, pair, hosts = split_by_consent(
        rows, pairs[kept], ahead, [s.party for s in shooters], territories, options.near_m
    )
    return Opportunities(
        now_s=now_s,
        objects=objects.id,
        weight=objects.weight,
        shooters=tuple(shooters),
        parties=territories.parties,
        forecast=ahead.spread(flies, len(objects)),
        object=flies[pair[:, 1]],
        shooter=pair[:, 0],
        hosts=hosts,
        rows=rows,
        closed=closed,
    )


def renewed(
    before: Opportunities,
    objects: Tracked,
    shooters: Sequence[Shooter],
    territories: Sectors,
    now_s: float,
    options: Options = USUAL,
) -> Opportunities:
    """The opportunities now, of objects that fly as forecast taken over from before.

    What is taken over is not computed anew, so that a plan every few seconds costs little; an
    object that is off its forecast by more than the limits below is computed anew with all others
    that are. Moments that have passed fall away.

    Args:
        before: of an earlier moment, with the same batteries, territories and options.
        objects: as tracked now.
        shooters: the batteries, with what their magazines hold now.
        territories: of all parties.
        now_s: the exercise's time.
        options: how.
    """
    if not before.objects:
        return opportunities(objects, shooters, territories, now_s, options)
    place = {id: number for number, id in enumerate(before.objects)}
    old = np.array([place.get(id, -1) for id in objects.id], dtype=int)
    same = (
        (old >= 0)
        & objects.flies_free
        & agree(
            before.forecast.take(old),
            objects.state_ecef,
            now_s,
            np.maximum(options.same_within_m, _sigma(objects.covariance[:, :3, :3])),
            np.maximum(options.same_within_m_s, _sigma(objects.covariance[:, 3:, 3:])),
        )
    )
    kept, others = np.flatnonzero(same), np.flatnonzero(~same)
    fresh = opportunities(objects.take(others), shooters, territories, now_s, options)
    parts = _Part(before, old[kept], kept), _Part(fresh, np.arange(len(others)), others)
    return _joined(*parts, objects, now_s + options.reaction_s)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some objects of opportunities, and their numbers among all.

    Attributes:
        of: the opportunities.
        number: of each object in them.
        among: its number among all.
    """

    of: Opportunities
    number: Int[np.ndarray, "k"]
    among: Int[np.ndarray, "k"]

    def moved(self) -> Int[np.ndarray, "n"]:
        """The number among all of each object of the opportunities; -1 for one left out."""
        moved = np.full(len(self.of.objects), -1)
        moved[self.number] = self.among
        return moved


def _joined(kept: _Part, fresh: _Part, objects: Tracked, commit_s: float) -> Opportunities:
    """Opportunities of two parts; of the first, what starts before the commit falls away."""
    before, after = kept.of, fresh.of
    moved = kept.moved()
    rows, left = before.rows.since(commit_s, moved[before.object] >= 0)
    number = np.concatenate((moved[before.object[left]], fresh.moved()[after.object]))
    shooter = np.concatenate((before.shooter[left], after.shooter))
    closed = np.empty((len(after.shooters), len(objects)), dtype=int)
    closed[:, kept.among] = before.closed[:, kept.number]
    closed[:, fresh.among] = after.closed
    # Where all moments have passed, it is the launch that would have had to come sooner.
    closed[closed < 0] = _REASONS.index(Closed.COMMIT)
    closed[shooter, number] = -1
    return Opportunities(
        now_s=after.now_s,
        objects=objects.id,
        weight=objects.weight,
        shooters=after.shooters,
        parties=after.parties,
        forecast=before.forecast.take(kept.number)
        .spread(kept.among, len(objects))
        .with_rows(after.forecast, fresh.among),
        object=number,
        shooter=shooter,
        hosts=(*(before.hosts[k] for k in left), *after.hosts),
        rows=rows.and_then(after.rows),
        closed=closed,
    )


def _sigma(covariance: Float[np.ndarray, "n 3 3"]) -> Float[np.ndarray, "n"]:
    """Standard deviations, all three directions together."""
    return np.sqrt(np.trace(covariance, axis1=1, axis2=2))


def _commit_s(
    objects: Tracked, shooters: Sequence[Shooter], now_s: float, options: Options
) -> Float[np.ndarray, "s n"]:
    """The earliest launch of each battery at each object."""
    cued = np.full(len(objects), -np.inf) if objects.cued_s is None else objects.cued_s
    delay = np.array([shooter.place.rules.commit_delay_s for shooter in shooters])
    return np.maximum(now_s + options.reaction_s, cued + delay[:, None])


def _targets(ahead: Forecast, options: Options) -> tuple[Targets, Bool[np.ndarray, "n m"]]:
    """The flights as the kernel reads them, and where a radar sees them."""
    positions = np.ascontiguousarray(ahead.state_ecef[..., :3])
    none = np.zeros(len(positions))
    seen = np.ones(positions.shape[:2], dtype=bool)
    if options.radars:
        paths = Paths(positions, SAMPLE_S, none, np.full(len(positions), options.cross_section_m2))
        seen = np.any([visible(radar, paths) for radar in options.radars], axis=0)
    targets = Targets.sampled(
        positions,
        SAMPLE_S,
        burnout_s=none,
        reentry_s=ahead.reentry_s - ahead.start_s,
        seen=seen,
        threads=options.threads,
    )
    return targets, seen


def _closed(rule: Rule | None) -> Closed:
    """A rule of the kernel; where a window lies between two samples, it is too short to use."""
    if rule is None or rule is Rule.IN_BOOST or rule is Rule.NOT_SEEN:
        return Closed.COMMIT
    return Closed(rule.value)
