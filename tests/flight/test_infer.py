"""Inference: intervals, directions, sentences, and numbers that no flight can have."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from glasshield import messages
from glasshield.errors import RangeError
from glasshield.flight import infer as module
from glasshield.flight import kepler, rotation
from glasshield.flight.infer import Inference, Measured, Outcome, Report, Verdict, infer


def report(
    apogee_km: float,
    range_km: float,
    time_s: float | None = None,
    lat_deg: float | None = None,
    azimuth_deg: float | None = None,
) -> Report:
    return Report(
        apogee_m=Measured.exact(apogee_km * 1e3),
        range_m=Measured.exact(range_km * 1e3),
        time_s=None if time_s is None else Measured.exact(time_s),
        lat_rad=None if lat_deg is None else float(np.radians(lat_deg)),
        azimuth_rad=None if azimuth_deg is None else float(np.radians(azimuth_deg)),
    )


LOFTED = report(2111.5, 787.0, 1800.0, 40.0, 71.0)


def test_json_has_the_keys_of_the_contract() -> None:
    answer = infer(LOFTED).to_json()
    assert list(answer) == [
        "verdict",
        "why",
        "kepler_time_s",
        "flight_time_s",
        "surface_speed_km_s",
        "demonstrated_range_km",
        "capability_range_km",
        "range_classes",
        "treaty",
    ]
    assert list(answer["flight_time_s"]) == ["value", "low", "high"]
    assert list(answer["capability_range_km"]) == ["low", "high"]
    assert json.loads(json.dumps(answer)) == answer
    assert answer["demonstrated_range_km"] == 787.0


def test_json_of_a_flight_that_is_no_evidence_claims_nothing() -> None:
    answer = infer(replace(LOFTED, outcome=Outcome.FAILED)).to_json()
    assert answer["verdict"] == "not-ballistic-evidence"
    assert answer["capability_range_km"] == {"low": None, "high": None}
    assert answer["range_classes"] == []
    assert answer["treaty"] is None


def test_same_report_same_digits() -> None:
    assert infer(LOFTED) == infer(LOFTED)


def test_unknown_direction_widens_the_interval_and_keeps_it_around_every_direction() -> None:
    """The sum of ensemble and closed form holds what flying every direction gives, to seconds."""
    unknown = infer(report(3000.0, 1000.0)).flight_time
    assert unknown is not None
    for azimuth_deg in (0.0, 90.0, 180.0, 270.0):
        known = infer(report(3000.0, 1000.0, None, 0.0, azimuth_deg)).flight_time
        assert known is not None
        assert unknown.low_s - 6.0 < known.low_s
        assert known.high_s < unknown.high_s + 6.0
        assert known.high_s - known.low_s < unknown.high_s - unknown.low_s


def test_rounding_widens_the_interval() -> None:
    exact = infer(LOFTED).flight_time
    rounded = infer(replace(LOFTED, apogee_m=Measured(2111.5e3, 2061.5e3, 2161.5e3))).flight_time
    assert exact is not None
    assert rounded is not None
    assert rounded.value_s == exact.value_s
    assert rounded.low_s < exact.low_s < exact.high_s < rounded.high_s
    shift_s = kepler.arc([2111.5e3, 2161.5e3], 787e3).time_s
    assert rounded.high_s - exact.high_s == pytest.approx(shift_s[1] - shift_s[0], abs=0.5)


def test_kepler_time_follows_what_is_known_of_the_direction() -> None:
    still = infer(report(3724.9, 998.0)).kepler_time_s
    assert still == float(kepler.arc(3724.9e3, 998e3).time_s)
    turning = infer(report(3724.9, 998.0, None, 40.6, 70.0)).kepler_time_s
    by_hand = rotation.arc(3724.9e3, 998e3, np.radians(40.6), np.radians(70.0))
    assert turning == float(by_hand.inertial.time_s)


@pytest.mark.parametrize(
    ("time_s", "key"),
    [
        (1500.0, "infer.below-floor"),
        (1720.0, "infer.too-short"),
        (1800.0, "infer.consistent"),
        (1950.0, "infer.too-long"),
        (3000.0, "infer.not-free"),
    ],
)
def test_the_reported_time_decides(time_s: float, key: str) -> None:
    found = infer(replace(LOFTED, time_s=Measured.exact(time_s)))
    assert found.reason.key == key


def test_rounding_of_the_time_counts_for_the_report() -> None:
    found = infer(replace(LOFTED, time_s=Measured(1740.0, 1710.0, 1770.0)))
    assert found.verdict is Verdict.CONSISTENT


def test_without_a_time_nothing_contradicts() -> None:
    found = infer(replace(LOFTED, time_s=None))
    assert found.verdict is Verdict.CONSISTENT
    assert found.reason.key == "infer.untimed"


@pytest.mark.parametrize(
    ("apogee_km", "range_km", "key"),
    [
        (189.0, 60.0, "infer.steep"),
        (50.0, 600.0, "infer.in-air"),
        (100.0, 10_000.0, "infer.in-air"),
        (200.0, 20_000.0, "infer.no-vehicle"),
        (40_000.0, 1_000.0, "infer.no-vehicle"),
    ],
)
def test_shapes_that_are_no_evidence(apogee_km: float, range_km: float, key: str) -> None:
    found = infer(report(apogee_km, range_km))
    assert found.reason.key == key
    assert found.verdict is Verdict.NOT_EVIDENCE


def test_vertical_flight_to_a_great_height_is_answered() -> None:
    found = infer(report(6000.0, 0.0, None, 39.0, 90.0))
    assert found.verdict is Verdict.CONSISTENT
    assert found.capability is not None
    assert found.capability.low_m > 15_000e3


def test_capability_ends_at_half_of_the_earth() -> None:
    found = infer(report(9000.0, 1000.0))
    assert found.capability is not None
    assert found.capability.high_m == kepler.HALF_EARTH_M


MILE_KM = 1.609344
NAUTICAL_MILE_KM = 1.852


def misread(
    apogee_mi: float, range_mi: float, apogee_unit_km: float, range_unit_km: float
) -> Report:
    """A report in statute miles of a flight that was measured in other ones."""
    true = infer(report(apogee_mi * apogee_unit_km, range_mi * range_unit_km, None, 28.4, 115.0))
    assert true.flight_time is not None
    time_s = true.flight_time.value_s
    return report(apogee_mi * MILE_KM, range_mi * MILE_KM, time_s, 28.4, 115.0)


MISREAD = {
    "infer.doubt-apogee": misread(1000, 9000, NAUTICAL_MILE_KM, MILE_KM),
    "infer.doubt-range": misread(1043, 7000, MILE_KM, NAUTICAL_MILE_KM),
    "infer.doubt-both": misread(900, 6000, NAUTICAL_MILE_KM, NAUTICAL_MILE_KM),
}


@pytest.mark.parametrize("key", MISREAD)
def test_the_reading_that_fits_best_is_named(key: str) -> None:
    doubt = infer(MISREAD[key]).unit_doubt
    assert doubt is not None
    assert doubt.key == key


def test_unit_doubt_needs_round_miles() -> None:
    odd = replace(MISREAD["infer.doubt-apogee"], apogee_m=Measured.exact(1043e3 * MILE_KM))
    assert infer(odd).unit_doubt is None


def every_inference() -> list[Inference]:
    """Reports for every sentence that there is."""
    timed = [replace(LOFTED, time_s=Measured.exact(t)) for t in (1500.0, 1720, 1800, 1950, 3000)]
    recorded = [replace(LOFTED, outcome=o) for o in Outcome if o is not Outcome.UNSTATED]
    shaped = [report(189, 60), report(50, 600), report(40_000, 1_000), report(2000, 800)]
    return [infer(each) for each in (*timed, *recorded, *shaped, *MISREAD.values())]


def test_every_reason_has_its_sentence_in_both_languages() -> None:
    reasons = [r for x in every_inference() for r in (x.reason, x.unit_doubt) if r is not None]
    said = {reason.key for reason in reasons}
    assert said == {key for key in messages.known_keys() if key.startswith("infer.")}
    assert {key for key in said if "doubt" not in key} == set(module._VERDICTS)
    for reason in reasons:
        english, russian = reason.text("en"), reason.text("ru")
        assert english.endswith(".")
        assert russian.endswith(".")
        assert "{" not in english + russian


def test_treaty_states_its_convention_and_both_directions() -> None:
    treaty = infer(LOFTED).to_json()["treaty"]
    assert treaty["latitude_deg"] == 40.0
    assert "stands still" in treaty["convention"]
    assert treaty["due_west_range_km"]["low"] < treaty["still_range_km"]["low"]
    assert treaty["due_east_range_km"]["high"] > treaty["still_range_km"]["high"]
    assert treaty["agreement_1988"]["applies"] == "no"
    assert treaty["agreement_1988"]["applies_any_azimuth"] == "depends"
    assert treaty["plns_2000"]["applies"] == "yes"
    equator = infer(report(2111.5, 787.0)).to_json("ru")["treaty"]
    assert equator["latitude_deg"] == 0.0
    assert "экватор" in equator["convention"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (report(-5.0, 787.0), "apogee: the apogee is not above the ground; got -5 km"),
        (report(0.0, 787.0), "not above the ground"),
        (report(float("nan"), 787.0), "apogee: the number is not finite"),
        (report(1000.0, float("inf")), "range: the number is not finite"),
        (report(1000.0, 20_010.0), "range: no point of the Earth is so far .* 0 to 20004 km"),
        (report(1000.0, -1.0), "range: no point"),
        (report(1000.0, 1000.0, 0.0), "time: the flight takes no time"),
        (report(1000.0, 1000.0, float("nan")), "time: the number is not finite"),
        (report(1000.0, 1000.0, None, 91.0), "lat: the angle .* got 91 deg"),
        (report(1000.0, 1000.0, None, 40.0, 361.0), "azimuth: the angle"),
        (report(1000.0, 1000.0, None, float("nan")), "lat: the angle"),
    ],
)
def test_numbers_that_no_flight_can_have_are_refused(bad: Report, reason: str) -> None:
    with pytest.raises(RangeError, match=reason) as caught:
        infer(bad)
    assert caught.value.exit_code == 2
    assert str(caught.value).endswith(".")


def test_a_value_outside_its_own_interval_is_refused() -> None:
    with pytest.raises(RangeError, match="not within its interval"):
        infer(replace(LOFTED, range_m=Measured(787e3, 790e3, 800e3)))
