"""The bound of what observers can learn: against normal equations of made-up looks, its laws."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from jaxtyping import Float

from glasshield.catalog.announced import Access, AnnouncedTest, Guest
from glasshield.catalog.scenarios import Deviations
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import UnknownNameError
from glasshield.fusion.observed import Observed, air_lift
from glasshield.monitoring.beforehand import Beforehand, bias_sigmas
from glasshield.monitoring.bound import Watcher, lift_rad, look, worth
from glasshield.monitoring.document import BestRow, PlaceRow
from glasshield.monitoring.followed import Reconstruction, liftoff_sigma_s
from glasshield.monitoring.learning import (
    Bases,
    Brought,
    Pair,
    best_row,
    learned_together,
    watcher_of,
)
from glasshield.monitoring.rehearsal import Rehearsal, Rehearsed, rehearse
from glasshield.sensing.detection import Fluctuation, threshold
from glasshield.sensing.performance import Performance
from glasshield.sensing.refraction import bending
from tests.monitoring.announced import (
    announced,
    changed,
    facts,
    flights,
    number,
    watched_by,
)

REHEARSALS = 4
ECHO_WORTH = 0.02  # 20,000 draws, and straight lines between a hundred ratios
LIFT_TOL = 0.02
ROUNDING = 1e-3  # relative; what the data hardly know hangs on the last digits of what they do
AIR_M = 110e3
HERE = PlaceRow(observer="guest-ship", lat_deg=33.0, lon_deg=-126.0)
FAR = PlaceRow(observer="guest-ship", lat_deg=30.0, lon_deg=-132.5)


def measuring_rates(test: AnnouncedTest) -> AnnouncedTest:
    guest = test.observers[0]
    station = changed(guest.station, range_rate_accuracy=number(0.5, "m/s"))
    return watched_by(test, changed(guest, station=station))


def by_catalogue_radar(test: AnnouncedTest) -> AnnouncedTest:
    guest = test.observers[0]
    moved = Guest(id=guest.id, sensor="tpy2-kurecik", place=guest.place, air=guest.air)
    return watched_by(test, changed(moved, biases=guest.biases, period=number(1.0, "s")))


# Each with how far the mean of the rehearsals may be off, and how many there are. Which looks
# detect something, and how long before and after the burnout they come, is drawn; with range rates
# the deviation of the burnout speed changes by a third from one rehearsal to the next.
CASES = {
    "angles and range": (announced(), 0.04, REHEARSALS),
    "range rates too": (measuring_rates(announced()), 0.25, REHEARSALS),
    "a radar of the catalogue": (by_catalogue_radar(announced()), 0.12, 3 * REHEARSALS),
}


@pytest.mark.parametrize("case", CASES)
def test_val_the_bound_is_that_of_the_normal_equations_of_rehearsed_looks(case: str) -> None:
    test, drawn, rehearsals = CASES[case]
    row = learned(HERE, test=test)
    found = [
        _deviations(test, rehearse(test, facts(), Rehearsal(seed, places=(HERE,)), flights()))
        for seed in range(rehearsals)
    ]
    # What the bound has is the mean information, not the mean deviation.
    speed, burn = np.mean(np.array(found) ** -2.0, axis=0) ** -0.5
    assert row.burnout_speed_sigma_m_s == pytest.approx(speed, rel=drawn)
    assert row.burn_time_sigma_s == pytest.approx(burn, rel=drawn)


def _deviations(test: AnnouncedTest, one: Rehearsed) -> tuple[float, float]:
    """What the looks of a rehearsal would leave uncertain, had the fit found the truth."""
    flown = Reconstruction.of(test, one.flight, facts()).flown
    real = one.detections.take(one.detections.truth >= 0)
    real = replace(real, time_s=real.time_s - one.truth.launch_time_s[0])
    high = ecef_to_geodetic(flown.at(real.time_s)[:, :3])[2] > AIR_M
    real = real.take(high | (real.time_s < flown.burnout_time_s))
    seen = Observed.of(real, np.zeros(len(real), dtype=int), air_lift(real))
    equations = seen.normal(flown, np.zeros((len(real.stations), 5)))
    assert equations.shared is not None
    sigmas = bias_sigmas(test, [station.id for station in real.stations]).ravel()
    known = Beforehand.of(test, 0.0, liftoff_sigma_s(test, facts())).information(
        flown.layout, flown.unknowns
    )
    whole = np.block(
        [
            [equations.matrix[0] + known, equations.shared.coupling[0]],
            [equations.shared.coupling[0].T, equations.shared.matrix + np.diag(sigmas**-2.0)],
        ]
    )
    covariance = np.linalg.inv(whole)[: len(known), : len(known)]
    figures = flown.figures()
    speed, burn = figures.burnout_speed_m_s.slope, figures.burn_time_s.slope
    return float(np.sqrt(speed @ covariance @ speed)), float(np.sqrt(burn @ covariance @ burn))


@cache
def bases() -> Bases:
    """Of the two flights; they do not hang on who looks."""
    return Bases(Pair.of(announced(), flights(), facts()))


def learned(*places: PlaceRow, test: AnnouncedTest | None = None) -> BestRow:
    """What one observer of a test learns at places together."""
    looks = watcher(test)
    brought = [
        bases().brought(looks, *np.radians([[place.lat_deg], [place.lon_deg]])) for place in places
    ]
    return best_row(Brought.joined(brought).together().figures(bases().pair), places)


def watcher(test: AnnouncedTest | None = None) -> Watcher:
    test = test or announced()
    return watcher_of(test.observers[0], test, facts())


def test_two_places_tell_more_than_each_alone() -> None:
    here, far, both = (sigma(learned(*places)) for places in ((HERE,), (FAR,), (HERE, FAR)))
    assert both < min(here, far)
    # Independent detections, and what is known beforehand counted once only.
    assert both**-2 > 0.95 * (here**-2 + far**-2)


def test_the_bound_at_places_is_that_of_a_survey() -> None:
    assert learned_together(announced(), facts(), [HERE], flights()) == learned(HERE)


def sigma(row: BestRow) -> float:
    assert row.burnout_speed_sigma_m_s is not None
    return row.burnout_speed_sigma_m_s


def limited(**access: object) -> BestRow:
    guest = changed(announced().observers[0], access=Access(**access))  # type: ignore[arg-type]
    return learned(HERE, test=watched_by(announced(), guest))


def test_prop_seeing_less_never_tells_more() -> None:
    rows = [limited(not_below=number(km, "km")) for km in (0.0, 100.0, 250.0, 400.0, 700.0)]
    sigmas = [sigma(row) for row in rows]
    assert (np.diff(sigmas) >= -ROUNDING * np.array(sigmas[1:])).all()
    assert sigmas[-1] > 20.0 * sigmas[0], "who misses the burnout knows its speed much worse"
    burns = [row.burn_time_sigma_s or 0.0 for row in rows]
    assert (np.diff(burns) >= -ROUNDING * np.array(burns[1:])).all()


def test_behind_the_horizon_something_is_still_learned() -> None:
    late = limited(not_before=number(140.0, "s"))
    assert late.power > 0.95
    assert 10.0 < sigma(late) < 1000.0


def test_what_sees_nothing_says_nothing() -> None:
    nothing = limited(not_before=number(3000.0, "s"))
    assert nothing.burnout_speed_sigma_m_s is None
    assert nothing.burn_time_sigma_s is None
    assert nothing.stages_sigma is None
    assert nothing.power == 0.05


def test_prop_larger_constant_errors_never_tell_more() -> None:
    def with_errors(times: float) -> float:
        guest = announced().observers[0]
        larger = Deviations(
            range=number(30.0 * times, "m"),
            azimuth=number(0.03 * times, "deg"),
            elevation=number(0.03 * times, "deg"),
            time=number(0.02 * times, "s"),
        )
        return sigma(learned(HERE, test=watched_by(announced(), changed(guest, biases=larger))))

    sigmas = [with_errors(times) for times in (0.0, 1.0, 10.0, 100.0)]
    assert (np.diff(sigmas) >= -ROUNDING * np.array(sigmas[1:])).all()
    assert sigmas[-1] > 1.02 * sigmas[0]


def test_the_number_of_burns_is_known_between_hardly_ever_wrong_and_always_one_too_few() -> None:
    low = learned(PlaceRow(observer="guest-ship", lat_deg=34.9, lon_deg=-122.3)).stages_sigma
    late = limited(not_before=number(140.0, "s")).stages_sigma
    assert low == pytest.approx(np.sqrt(0.05), abs=0.01)
    assert late == pytest.approx(1.0, abs=0.05)


def test_reports_of_the_lift_off_add_up() -> None:
    called = liftoff_sigma_s(announced(), facts())
    seen = changed(announced(), infrared=("overhead-infrared",))
    orbit = facts().sensors["overhead-infrared"].launch_time_accuracy
    assert orbit is not None
    assert called == 1.0
    assert liftoff_sigma_s(seen, facts()) == pytest.approx((1.0 + orbit.si**-2) ** -0.5)
    silent = changed(announced(), liftoff_known=None)
    # Anywhere in four hours.
    assert liftoff_sigma_s(silent, facts()) == pytest.approx(4.0 * 3600.0 / np.sqrt(12.0))


def test_nobody_at_a_place_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="guest-ship"):
        learned_together(announced(), facts(), [changed(HERE, observer="gast-ship")], flights())


def looked(watcher: Watcher) -> Float[np.ndarray, "m 5 5"]:
    lat, lon = np.radians([[HERE.lat_deg], [HERE.lon_deg]])
    return look(watcher, lat, lon, bases().pair.declared).own[0]


def test_a_look_is_worth_its_chance_over_its_variance() -> None:
    own, station = looked(watcher()), watcher().observer.station
    spans_s = bases().pair.declared.moments.span_s
    seen = own[:, 0, 0] > 0.0
    per_look = own[seen, 0, 0] / spans_s[seen]
    assert per_look == pytest.approx(
        station.detection_probability / station.accuracy.range_m**2, rel=1e-12
    )


def test_half_the_looks_are_worth_half() -> None:
    test = announced()
    rare = watched_by(test, changed(test.observers[0], period=number(2.0, "s")))
    few = watched_by(test, changed(test.observers[0], looks=number(0.5, "1/s")))
    for other in (rare, few):
        assert looked(watcher(other)) == pytest.approx(0.5 * looked(watcher()), rel=1e-12)


@pytest.mark.parametrize("snr_db", [5.0, 15.0, 30.0])
def test_val_the_worth_of_echoes_is_that_of_their_exact_distribution(snr_db: float) -> None:
    made = watcher(by_catalogue_radar(announced())).observer.performance
    assert isinstance(made, Performance)
    assert made.fluctuation is Fluctuation.SWERLING_1
    snr = 10.0 ** (snr_db / 10.0)
    # Of a Swerling 1 target with noise the power is exponential with mean 1 + snr.
    bar = float(threshold(made.false_alarm_probability))
    above = np.linspace(0.0, 40.0 * (1.0 + snr), 400_001)
    density = np.exp(-(bar + above) / (1.0 + snr)) / (1.0 + snr)
    sigmas = made.sigmas(np.maximum(bar + above - 1.0, 1.0), np.zeros(len(above)))
    exact = np.trapezoid(density[:, None] / sigmas[:, :3] ** 2, above, axis=0)
    range_m = made.range_m * (made.snr_there / snr) ** 0.25
    got = _worth_at(made, range_m)
    assert got[:3] == pytest.approx(exact, rel=ECHO_WORTH)


def _worth_at(made: Performance, range_m: float) -> Float[np.ndarray, "4"]:
    plain = watcher(by_catalogue_radar(announced()))
    known = replace(plain, cross_section_m2=made.cross_section_m2)
    return np.asarray(worth(known, np.array([range_m]), np.zeros(1))[0])


def test_the_air_lifts_targets_as_it_bends_rays() -> None:
    elevation = np.radians([1.2, 3.0, 10.0, 40.0, 80.0])
    for height_m in (20e3, 150e3, 1000e3):
        exact = bending(elevation, 30.0, np.full(5, height_m))
        got = lift_rad(30.0, elevation, np.full(5, height_m))
        assert got == pytest.approx(exact, rel=LIFT_TOL)
