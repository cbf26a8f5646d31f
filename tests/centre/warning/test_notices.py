"""Which notices come in, and whether a flight in progress is what they say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield import catalog
from glasshield.centre.warning.announced import Announced
from glasshield.centre.warning.impacts import Prediction
from glasshield.centre.warning.launches import Origin
from glasshield.centre.warning.notices import KnownNotice, Progress, fit, is_near, known_notice
from glasshield.centre.warning.sightings import Flight
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.release.coarsen import NORMAL_RADII
from glasshield.exchange.release.terms import Mode

TEXT = """EXERCISE EXERCISE EXERCISE
LAUNCH NOTICE
regime: jdec
from: cedar
issued: 2030-05-28T12:00:00Z
reference: spring-test

launch_time: 2030-06-01T06:00:00Z to 2030-06-01T10:00:00Z
missile_class: ballistic missile of medium range
launch_area: launch = circle of 30 km around 38.05 N 46.3 E
launch_azimuth: 138 deg, 130 to 146 deg
impact_area: impact = circle of 60 km around 24.5 N 59 E
"""
WARNING = """EXERCISE EXERCISE EXERCISE
281200Z MAY 30
NAVAREA IX SPRING-TEST.
1. HAZARDOUS OPERATIONS, ROCKET LAUNCHING
   010600Z TO 011000Z JUN
   IN AREAS:
   A. WITHIN 20 MILES OF 38-03.0N 046-18.0E.
   B. WITHIN 40 MILES OF 24-30N 059-00E.
2. CANCEL THIS MSG 011100Z JUN 30.
AUTHORITY CEDAR.
"""
DATED = """EXERCISE EXERCISE EXERCISE
LAUNCH NOTICE
regime: launch-notification-1988
from: cedar
reference: spring-test

planned_date: 2030-06-01
launch_area: launch = circle of 30 km around 38.05 N 46.3 E
impact_circle: impact = circle of 60 km around 24.5 N 59 E
"""
RECEIVED = Instant.parse("2030-05-30T00:00:00Z")
LAUNCHED = Instant.parse("2030-06-01T07:00:00Z")
GROUND = np.diag((3e3, 3e3)) ** 2


def known(text: str = TEXT, mode: Mode = Mode.EXERCISE) -> KnownNotice:
    return known_notice(text, "cedar", RECEIVED, mode, catalog.load().regimes)


def origin(lat_deg: float = 38.04, lon_deg: float = 46.28, late_s: float = 0.0) -> Origin:
    return Origin(
        float(np.radians(lat_deg)),
        float(np.radians(lon_deg)),
        GROUND,
        NORMAL_RADII,
        LAUNCHED.plus_s(late_s),
        8.0,
    )


def impact(lat_deg: float = 24.5, lon_deg: float = 59.0) -> Prediction:
    return Prediction(
        float(np.radians(lat_deg)),
        float(np.radians(lon_deg)),
        GROUND,
        NORMAL_RADII,
        LAUNCHED.plus_s(800.0),
        5.0,
        NORMAL_RADII[1] * 3e3,
    )


def progress(over_deg: tuple[float, float] = (36.0, 48.6)) -> Progress:
    lat, lon = np.radians(over_deg)
    return Progress(LAUNCHED.plus_s(80.0), origin(), (float(lat), float(lon)), impact())


@pytest.mark.parametrize("text", [TEXT, WARNING, DATED], ids=["jdec", "navarea", "1988"])
def test_a_flight_as_announced_is_inside(text: str) -> None:
    found = fit(known(text), progress())
    assert found.against == ()
    assert found.is_inside
    assert not found.is_outside


@pytest.mark.parametrize(
    ("changed", "against"),
    [
        ({"origin": origin(late_s=5 * 3_600.0)}, ("window",)),
        ({"origin": origin(lat_deg=40.0, lon_deg=43.9)}, ("launch-area",)),
        ({"over": tuple(np.radians((38.0, 43.0)).tolist())}, ("azimuth",)),
        ({"impact": impact(lat_deg=34.0, lon_deg=28.0)}, ("impact-area",)),
    ],
    ids=["window", "launch-area", "azimuth", "impact-area"],
)
def test_each_item_that_is_contradicted_is_named(
    changed: dict[str, object], against: tuple[str, ...]
) -> None:
    found = fit(known(), replace(progress(), **changed))  # type: ignore[arg-type]
    assert found.against == against
    assert not found.is_inside
    # Whoever comes from elsewhere is another flight, not the announced one gone astray.
    assert found.is_outside == (against != ("launch-area",))


def test_what_is_not_known_contradicts_nothing_and_is_not_inside() -> None:
    found = fit(known(), replace(progress(), origin=None, impact=None))
    assert found.against == ()
    assert not found.is_inside


def test_a_launch_that_may_be_anywhere_is_not_taken_for_the_announced_one() -> None:
    vague = replace(origin(), covariance_m2=np.diag((200e3, 200e3)) ** 2)
    assert not fit(known(), replace(progress(), origin=vague)).is_inside


def test_a_wide_estimate_outside_an_area_does_not_contradict_it() -> None:
    vague = replace(impact(lat_deg=25.5), covariance_m2=np.diag((40e3, 40e3)) ** 2)
    assert fit(known(), replace(progress(), impact=vague)).against == ()


def test_right_after_the_launch_the_direction_says_nothing() -> None:
    found = fit(known(), progress(over_deg=(38.04, 46.2)))
    assert "azimuth" not in found.against


@pytest.mark.parametrize(
    ("seen", "near"),
    [
        (RECEIVED.plus_s(-1.0), False),
        (LAUNCHED.plus_s(80.0), True),
        (LAUNCHED.plus_s(20 * 3_600.0), True),
        (LAUNCHED.plus_s(30 * 3_600.0), False),
        (Instant.parse("2030-05-31T05:00:00Z"), False),
    ],
)
def test_a_notice_is_for_what_is_seen_after_it_and_about_its_window(
    seen: Instant,
    near: bool,
) -> None:
    assert is_near(known(), seen) is near


@pytest.mark.parametrize(
    ("text", "party", "mode", "said"),
    [
        ("hello", "cedar", Mode.EXERCISE, "is no notice"),
        (TEXT, "birch", Mode.EXERCISE, "given by the host"),
        (TEXT, "cedar", Mode.REAL, "never meet"),
        (TEXT.partition("\n")[2], "cedar", Mode.EXERCISE, "never meet"),
        (TEXT.replace("launch_area", "landing_area"), "cedar", Mode.EXERCISE, "landing_area"),
        (TEXT.replace("30 km", "-30 km"), "cedar", Mode.EXERCISE, "radius"),
    ],
)
def test_what_is_no_notice_of_the_host_does_not_come_in(
    text: str, party: str, mode: Mode, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        known_notice(text, party, RECEIVED, mode, catalog.load().regimes)


def test_a_genuine_notice_is_one_of_a_real_centre() -> None:
    assert known(TEXT.partition("\n")[2], Mode.REAL).mode is Mode.REAL


def test_a_notice_is_told_from_others_by_its_party_and_its_reference() -> None:
    assert known().key == ("cedar", "spring-test")


def test_notices_whose_flights_are_over_are_forgotten_and_of_many_the_oldest() -> None:
    announced = Announced([])
    for k in range(120):
        announced.put(known(TEXT.replace("spring-test", f"test-{k}")))
    flight = Flight(1, LAUNCHED.plus_s(80.0), None)
    assert announced.may_fit(flight)
    announced.forget(LAUNCHED.plus_s(86_400.0))
    assert announced.may_fit(flight)
    announced.forget(LAUNCHED.plus_s(4 * 86_400.0))
    assert not announced.may_fit(flight)
