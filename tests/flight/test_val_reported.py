"""Reported flights of the catalogue: what the program makes of each, from the report alone."""

from __future__ import annotations

import csv
import io
from importlib import resources

import numpy as np
import pytest

from glasshield import catalog
from glasshield.catalog.flights import ReportedFlight
from glasshield.earth import frames
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.flight import kepler
from glasshield.flight.infer import Inference, Measured, Outcome, Report, Verdict, infer
from glasshield.flight.reported import report_of

FLIGHTS = catalog.load().reported_flights

# What the program claims of a time predicted from apogee and range alone: burn times are not
# known, and the slowest and the quickest missile that fit differ by up to twice this.
FLIGHT_TIME_TOL_S = 90.0
INTERVAL_LIMIT_S = 360.0

# The class (US DoD) that the flight itself bears out. It is that of the type where the type flew
# its full energy; Hwasong-12 of August 2017 and Nodong of 2014 flew less than their type can.
CLASS = {
    "hs12-20170514": "IRBM",
    "hs14-20170728": "ICBM",
    "hs12-20170829": "IRBM",
    "hs12-20220130": "IRBM",
    "icbm-20220324": "ICBM",
    "scud-20170529": "SRBM",
    "agni4-20111115": "IRBM",
    "minuteman3-gt": "ICBM",
    "topol-20060803": "ICBM",
    "jupiter-19590528": "MRBM",
    "pukguksong2-20170212": "MRBM",
    "pukguksong2-20170521": "MRBM",
    "scud-er-20170306": "SRBM",
    "nodong-20140326": "SRBM",
    "hs18-20230413": "ICBM",
    "obv-20030206": "ICBM",
}
EVIDENCE = {name: flight for name, flight in FLIGHTS.items() if flight.is_evidence}
TIMED = {name: flight for name, flight in EVIDENCE.items() if flight.flight_time is not None}

# Published standard ranges that a full-energy flight has to bracket, km.
STANDARD_RANGE_KM = {
    "hs12-20170514": (4500.0,),
    "hs14-20170728": (10_000.0, 10_400.0),
    "hs12-20220130": (4300.0, 4500.0, 5000.0),
}


def us_classes(found: Inference) -> tuple[str, ...]:
    return next(each.capability for each in found.classes if each.scheme == "US DoD")


def test_the_catalogue_has_the_reports_that_these_tests_speak_of() -> None:
    assert set(CLASS) == set(EVIDENCE)
    assert len(TIMED) >= 9


@pytest.mark.parametrize("name", TIMED)
def test_val_time_from_apogee_and_range_alone(name: str) -> None:
    flight: ReportedFlight = TIMED[name]
    assert flight.flight_time is not None
    found = infer(report_of(flight))
    assert found.verdict is Verdict.CONSISTENT
    assert found.flight_time is not None
    reported = flight.flight_time
    rounding_s = max(reported.high_si - reported.si, reported.si - reported.low_si)
    miss_s = abs(found.flight_time.value_s - reported.si)
    assert miss_s <= max(FLIGHT_TIME_TOL_S, rounding_s)
    assert found.flight_time.low_s <= reported.si <= found.flight_time.high_s
    assert found.flight_time.high_s - found.flight_time.low_s <= INTERVAL_LIMIT_S


@pytest.mark.parametrize("name", TIMED)
def test_val_time_without_rounding_of_the_report(name: str) -> None:
    """The same with the report's figures taken as exact: the missile's own interval suffices."""
    report = report_of(TIMED[name])
    assert report.time_s is not None
    found = infer(
        Report(
            apogee_m=Measured.exact(report.apogee_m.value),
            range_m=Measured.exact(report.range_m.value),
            time_s=Measured.exact(report.time_s.value),
            lat_rad=report.lat_rad,
            azimuth_rad=report.azimuth_rad,
        )
    )
    assert found.flight_time is not None
    assert abs(found.flight_time.value_s - report.time_s.value) <= FLIGHT_TIME_TOL_S
    assert found.verdict is Verdict.CONSISTENT


@pytest.mark.parametrize("name", EVIDENCE)
def test_val_class_of_every_flight_that_is_evidence(name: str) -> None:
    found = infer(report_of(EVIDENCE[name]))
    assert found.verdict is Verdict.CONSISTENT
    assert CLASS[name] in us_classes(found)


@pytest.mark.parametrize("name", STANDARD_RANGE_KM)
def test_val_capability_brackets_the_published_standard_range(name: str) -> None:
    capability = infer(report_of(FLIGHTS[name])).capability
    assert capability is not None
    for range_km in STANDARD_RANGE_KM[name]:
        assert capability.low_m <= range_km * 1e3 <= capability.high_m


def test_val_energy_range_is_the_lower_bound() -> None:
    """To the kilometre, for every report with a computed energy range and exact figures."""
    for name in ("hs12-20170514", "hs14-20170728", "icbm-20220324"):
        flight = FLIGHTS[name]
        capability = infer(report_of(flight)).capability
        assert capability is not None
        assert flight.energy_range is not None
        assert capability.low_m == pytest.approx(flight.energy_range.si, abs=1500.0)


def test_val_kepler_times_of_the_catalogue() -> None:
    for flight in FLIGHTS.values():
        if flight.kepler_time_rotating is not None:
            found = infer(report_of(flight))
            assert abs(found.kepler_time_s - flight.kepler_time_rotating.si) < 1.0


def test_val_claim_of_march_2022_is_inconsistent() -> None:
    found = infer(report_of(FLIGHTS["icbm-20220324-kcna"]))
    assert found.verdict is Verdict.INCONSISTENT
    assert found.reason.key == "infer.below-floor"
    assert "4111 s" in found.why()
    assert "59 s too short" in found.why()


@pytest.mark.parametrize("name", ["hs12-20170405", "mr3-19610505", "fire1-19640414"])
def test_val_failed_braked_and_powered_flights_are_no_evidence(name: str) -> None:
    found = infer(report_of(FLIGHTS[name]))
    assert found.verdict is Verdict.NOT_EVIDENCE
    assert found.capability is None
    assert found.classes == ()
    assert found.treaty is None


def unrecorded(name: str) -> Report:
    """The report with its figures only, as if nothing were known of the outcome."""
    report = report_of(FLIGHTS[name])
    assert report.outcome is not Outcome.UNSTATED
    return Report(
        report.apogee_m, report.range_m, report.time_s, report.lat_rad, report.azimuth_rad
    )


def test_val_parachute_is_seen_in_the_time_alone() -> None:
    found = infer(unrecorded("mr3-19610505"))
    assert found.verdict is Verdict.NOT_EVIDENCE
    assert found.reason.key == "infer.not-free"


def test_val_failure_is_seen_in_the_shape_alone() -> None:
    found = infer(unrecorded("hs12-20170405"))
    assert found.verdict is Verdict.NOT_EVIDENCE
    assert found.reason.key == "infer.steep"


def test_val_atlas_unit_is_doubtful() -> None:
    found = infer(report_of(FLIGHTS["atlas-19600520"]))
    assert found.unit_doubt is not None
    assert found.unit_doubt.key == "infer.doubt-apogee"
    assert "The unit is doubtful" in found.why()
    others = [name for name, f in EVIDENCE.items() if infer(report_of(f)).unit_doubt is not None]
    assert others == []


def north_korean_flights() -> dict[tuple[float, float], str]:
    """Apogee and range, km, of all listed launches that have both, with one of their outcomes."""
    text = (resources.files("glasshield.catalog") / "facts/north-korea-launches.csv").read_text()
    return {
        (float(row["apogee_km"]), float(row["ground_range_km"])): row["outcome"]
        for row in csv.DictReader(io.StringIO(text))
        if row["apogee_km"] not in ("", "na") and row["ground_range_km"] not in ("", "na")
    }


def test_val_every_listed_north_korean_flight_gets_an_answer() -> None:
    """No time is listed: what flies high or steep enough is consistent, the rest says why not."""
    keys = set()
    for apogee_km, range_km in north_korean_flights():
        found = infer(
            Report(
                Measured.exact(apogee_km * 1e3),
                Measured.exact(range_km * 1e3),
                lat_rad=np.radians(39.5),
                azimuth_rad=np.radians(85.0),
            )
        )
        keys.add(found.reason.key)
        if apogee_km > 110.0 and range_km > 100.0:
            assert found.verdict is Verdict.CONSISTENT
            assert found.capability is not None
            assert found.flight_time is not None
            assert found.flight_time.low_s > found.kepler_time_s
            assert found.flight_time.high_s - found.flight_time.low_s <= INTERVAL_LIMIT_S
    assert keys == {"infer.untimed", "infer.in-air", "infer.steep"}


APOGEE_TOL_M = 1e3  # the record's own rounding is half of it
HEADINGS_RAD = np.radians(np.arange(0.0, 360.0, 30.0))  # the record gives none


@pytest.mark.parametrize("row", [0, 1, 2])
def test_val_falcon_9_stage_coasts_to_its_recorded_apogee(row: int) -> None:
    """From one state of the 1 Hz record, speed and horizontal speed as broadcast.

    The vertical speed follows from those two: the record's own is differenced from the height and
    smoothed, and up to 10 m/s off.
    """
    record = catalog.load().telemetry["falcon9-nrol76"]
    state = record.states[row]
    level_m_s = abs(state.horizontal_speed.si)
    up_m_s = np.sqrt(state.speed.si**2 - level_m_s**2)
    lat, lon = record.launch.lat_rad, record.launch.lon_rad
    east, north, up = east_north_up(lat, lon)
    ahead = np.sin(HEADINGS_RAD)[:, None] * east + np.cos(HEADINGS_RAD)[:, None] * north
    start = np.broadcast_to(geodetic_to_ecef(lat, lon, state.height.si), ahead.shape)
    velocity = frames.velocity_ecef_to_eci(start, level_m_s * ahead + up_m_s * up, 0.0)
    time_s = np.arange(0.0, 150.0, 0.5)
    track, _ = kepler.propagate(start[:, None], velocity[:, None], time_s)
    _, _, height_m = ecef_to_geodetic(frames.eci_to_ecef(track, time_s))
    assert np.all(np.abs(height_m.max(axis=1) - record.apogee.si) < APOGEE_TOL_M)
    apogee_time_s = state.time.si + time_s[height_m.argmax(axis=1)]
    assert np.all(np.abs(apogee_time_s - record.apogee_time.si) < 3.0)
