"""Opportunities: against the window kernel's twin, above whose territory, taken over in time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.catalog.plans import AtIntercept
from glasshield.coordination.forecast import SAMPLE_S
from glasshield.coordination.opportunities import (
    Closed,
    Opportunities,
    Options,
    Shooter,
    Tracked,
    opportunities,
    renewed,
)
from glasshield.coordination.procedures import Procedures
from glasshield.coordination.responsibility import assign
from glasshield.coordination.sectors import Area, Sector, Sectors
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import InputError, RangeError
from glasshield.sensing.sensors import Radar, sensor
from tests.coordination.flying import (
    RECORDS,
    covariances,
    shooters,
    states,
    territories,
    tracked,
)
from tests.reference import windows as twin

NOW_S = 200.0
TWIN_TOL_S = 0.05  # the kernel works in single precision, as does the table
COUNT = 12


def found(count: int = COUNT, **changes: object) -> Opportunities:
    options = Options(**changes)  # type: ignore[arg-type]
    return opportunities(tracked(count), shooters(), territories(), NOW_S, options)


def of_pair(every: Opportunities, object_: int, shooter: int) -> list[int]:
    """The opportunities of a battery against an object, the one with most consents last."""
    both = (every.object == object_) & (every.shooter == shooter)
    return sorted(np.flatnonzero(both).tolist(), key=lambda k: len(rows_of(every, k)[0]))


def rows_of(every: Opportunities, k: int) -> tuple[np.ndarray, np.ndarray]:
    its = slice(every.rows.first[k], every.rows.first[k + 1])
    return every.rows.meet_s[its], every.rows.launch_s[its]


def anywhere(battery: Shooter) -> Shooter:
    """The same battery under rules that ask for no sensor at the intercept."""
    rules = replace(battery.place.rules, at_intercept=AtIntercept.NOT_REQUIRED)
    return replace(battery, place=replace(battery.place, rules=rules))


def test_val_moments_are_those_of_the_kernels_twin() -> None:
    # One territory above which nothing flies: no window is cut.
    away = Sectors((Sector("aspen", (Area.around("far", 0.0, 3.0, 1e5),)),))
    every = opportunities(tracked(COUNT), shooters(), away, NOW_S)
    compared = 0
    for object_ in range(COUNT):
        samples = every.forecast.state_ecef[object_]
        samples = samples[np.isfinite(samples[:, 0]), :3]
        reentry = float(every.forecast.reentry_s[object_]) - NOW_S
        path = twin.Path(samples, SAMPLE_S, 0.0, reentry, np.ones(len(samples), dtype=bool))
        for shooter, battery in enumerate(every.shooters[:2]):
            slack = twin.slack(path, battery.place, 0.0)
            inside = np.flatnonzero(slack > TWIN_TOL_S)
            ours = of_pair(every, object_, shooter)
            assert bool(ours) == (len(inside) > 0)
            if not ours:
                continue
            meet, launch = rows_of(every, ours[0])
            sample = np.rint((meet - NOW_S) / SAMPLE_S).astype(int)
            assert np.setdiff1d(inside, sample).size == 0
            assert launch - NOW_S == pytest.approx(slack[sample], abs=TWIN_TOL_S)
            compared += 1
    assert compared > COUNT


def test_prop_without_consent_all_moments_are_above_ones_own_land_or_nobodys() -> None:
    every, land = found(), territories()
    cut = 0
    for k in range(len(every)):
        meet, _ = rows_of(every, k)
        sample = np.rint((meet - NOW_S) / SAMPLE_S).astype(int)
        place = every.forecast.state_ecef[every.object[k], sample, :3]
        lat, lon, _ = ecef_to_geodetic(place)
        beneath = {land.parties[p] for p in land.answering(lat, lon) if p >= 0}
        allowed = {every.shooters[every.shooter[k]].party, *every.hosts[k]}
        assert beneath <= allowed
        cut += bool(every.hosts[k])
    assert cut > 0


def test_what_needs_a_consent_holds_what_needs_none() -> None:
    every = found()
    pairs = set(zip(every.object.tolist(), every.shooter.tolist(), strict=True))
    several = [of_pair(every, *pair) for pair in pairs]
    several = [ks for ks in several if len(ks) > 1 and not every.hosts[ks[0]]]
    assert several
    for free, *others in several:
        for k in others:
            assert set(rows_of(every, free)[0]) < set(rows_of(every, k)[0])


def test_near_a_territory_its_party_has_to_agree_too() -> None:
    without = {host for hosts in found().hosts for host in hosts}
    beside = found(near_m={"cedar": 3e5})
    asked = sum("cedar" in hosts for hosts in beside.hosts)
    assert asked > sum("cedar" in hosts for hosts in found().hosts)
    assert {host for hosts in beside.hosts for host in hosts} >= without


def test_windows_are_bounds_of_their_moments() -> None:
    every = found()
    for k in range(len(every)):
        meet, launch = rows_of(every, k)
        assert (every.open_s[k], every.close_s[k]) == (meet[0], meet[-1])
        assert (every.first_launch_s[k], every.last_launch_s[k]) == (launch.min(), launch.max())
        assert every.shots[k] >= 1


def test_earliest_meetings_are_those_of_a_plain_search() -> None:
    every = found()
    rng = np.random.default_rng(4)
    number = rng.integers(0, len(every), 300)
    wanted = rng.uniform(NOW_S - 50.0, every.last_launch_s.max() + 50.0, 300)
    launch, meet, _ = every.rows.earliest(number, wanted)
    for k, not_before, got, at in zip(number, wanted, launch, meet, strict=True):
        meets, launches = rows_of(every, int(k))
        late = np.flatnonzero(launches >= not_before)
        assert np.isnan(got) == (not len(late))
        if len(late):
            assert not_before - 1e-9 <= got <= launches[late[0]] + 1e-9
            assert at <= meets[late[0]] + 1e-9
            assert late[0] == 0 or at > meets[late[0] - 1]


def test_objects_under_power_have_no_opportunities() -> None:
    burning = replace(tracked(3), flies_free=np.array([True, False, True]))
    every = opportunities(burning, shooters(), territories(), NOW_S)
    assert 1 not in every.object
    assert every.why(0, 1) is Closed.UNDER_POWER
    plan = assign(every, territories(), Procedures())
    assert plan.duties[1].reason is Closed.UNDER_POWER


def test_each_pair_has_opportunities_or_a_reason() -> None:
    every = found()
    having = set(zip(every.shooter.tolist(), every.object.tolist(), strict=True))
    for shooter in range(len(every.shooters)):
        for object_ in range(COUNT):
            assert (every.why(shooter, object_) is None) == ((shooter, object_) in having)


def test_a_late_cue_delays_the_first_launch() -> None:
    late = replace(tracked(COUNT), cued_s=np.full(COUNT, NOW_S))
    every = opportunities(late, shooters(), territories(), NOW_S)
    delay = shooters()[0].place.rules.commit_delay_s
    assert delay > 0.0
    assert every.first_launch_s.min() >= NOW_S + delay
    assert found().first_launch_s.min() < NOW_S + delay


def test_where_no_radar_sees_there_is_no_opportunity() -> None:
    radar = sensor(RECORDS, RECORDS.sensors["spy1-deveselu"])
    assert isinstance(radar, Radar)
    blind = replace(radar, range_m=1.0)
    every = found(radars=(blind,))
    assert not len(every)
    assert {every.why(0, k) for k in range(COUNT)} <= {Closed.SENSOR, Closed.REACH}
    unbound = tuple(anywhere(battery) for battery in shooters())
    free = opportunities(tracked(COUNT), unbound, territories(), NOW_S, Options(radars=(blind,)))
    assert len(free)


def test_nothing_at_all_is_no_error() -> None:
    for objects, batteries in ((tracked(0), shooters()), (tracked(2), ())):
        every = opportunities(objects, batteries, territories(), NOW_S)
        assert len(every) == 0
        assert len(assign(every, territories(), Procedures()).duties) == len(objects)


def later(every: Opportunities, samples: int) -> Tracked:
    """The objects some samples later, just where they were forecast."""
    return replace(tracked(COUNT), state_ecef=every.forecast.state_ecef[:, samples].copy())


def test_renewed_opportunities_of_objects_on_their_way_are_the_old_ones_that_are_left() -> None:
    before = found()
    now_s = NOW_S + 10 * SAMPLE_S
    after = renewed(before, later(before, 10), shooters(), territories(), now_s)
    assert after.now_s == now_s
    assert (after.rows.launch_s >= now_s).all()
    kept = before.rows.launch_s >= now_s
    np.testing.assert_array_equal(np.sort(after.rows.meet_s), np.sort(before.rows.meet_s[kept]))
    anew = opportunities(later(before, 10), shooters(), territories(), now_s)
    assert after.closed.shape == anew.closed.shape
    both = zip(after.object.tolist(), after.shooter.tolist(), after.hosts, strict=True)
    others = zip(anew.object.tolist(), anew.shooter.tolist(), anew.hosts, strict=True)
    assert set(both) == set(others)


def test_renewed_an_object_off_its_forecast_is_computed_anew() -> None:
    before = found()
    now_s = NOW_S + 10 * SAMPLE_S
    moved = later(before, 10)
    moved.state_ecef[3, 3:] *= 1.01
    moved = moved.take(np.array([3, 0, 5]))  # others are gone, and the order is another
    after = renewed(before, moved, shooters(), territories(), now_s)
    assert after.objects == ("object-3", "object-0", "object-5")
    alone = opportunities(moved.take(np.array([0])), shooters(), territories(), now_s)
    its = np.isin(after.rows.owner, np.flatnonzero(after.object == 0))
    np.testing.assert_array_equal(np.sort(after.rows.meet_s[its]), np.sort(alone.rows.meet_s))
    assert after.forecast.comes_down_s[0] == alone.forecast.comes_down_s[0]
    assert after.forecast.comes_down_s[1] == before.forecast.comes_down_s[0]


def test_renewed_a_new_object_joins_and_a_plan_can_be_made() -> None:
    nothing = opportunities(tracked(0), shooters(), territories(), NOW_S)
    after = renewed(nothing, tracked(2), shooters(), territories(), NOW_S)
    more = renewed(after, tracked(4), shooters(), territories(), NOW_S)
    plan = assign(more, territories(), Procedures())
    assert plan == assign(
        opportunities(tracked(4), shooters(), territories(), NOW_S), territories(), Procedures()
    )


def test_prop_a_plan_does_not_hang_on_the_order_of_what_it_is_made_of() -> None:
    plan = assign(found(), territories(), Procedures())
    rng = np.random.default_rng(8)
    for _ in range(3):
        mixed = tracked(COUNT).take(rng.permutation(COUNT))
        batteries = [shooters()[k] for k in rng.permutation(4)]
        every = opportunities(mixed, batteries, territories(), NOW_S)
        assert assign(every, territories(), Procedures()).by_object == plan.by_object


def test_two_of_one_name_are_refused() -> None:
    with pytest.raises(InputError, match="two batteries"):
        opportunities(tracked(1), shooters(1) * 2, territories(), NOW_S)
    with pytest.raises(InputError, match="two objects"):
        Tracked(("a", "a"), states(2), covariances(2), np.ones(2, bool), np.ones(2))


def test_a_weight_below_zero_is_refused() -> None:
    with pytest.raises(RangeError, match="less than nothing"):
        Tracked(("a",), states(1), covariances(1), np.ones(1, bool), -np.ones(1))
