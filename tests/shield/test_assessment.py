"""The whole assessment: its answers agree with each other, and with full flights."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import pytest

from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.errors import InputError, UnknownNameError
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.rockets import interceptor_vehicle
from glasshield.shield.architecture import deployments, only_threats
from glasshield.shield.assessment import Assessment, Request, assess
from glasshield.shield.confirm import MISS_ALLOWED_M, TIME_ALLOWED_S, Site, confirm
from glasshield.shield.engagement import Sky, Tables, engage
from glasshield.shield.flights import SAMPLE_STEP_S, fly_set
from glasshield.shield.regions import land_of
from glasshield.workspace import Workspace

pytestmark = pytest.mark.kernels

# Margins are rounded to 0.01 km/s and 0.1 s in the document.
SPEED_TOL_KM_S = 0.011
TIME_TOL_S = 0.11


@cache
def third_site() -> Assessment:
    return assess(Workspace.default(), Request(("third-site-2007",), command="a test"))


@cache
def answer() -> dict[str, Any]:
    return third_site().to_json()


@pytest.mark.slow
def test_the_document_is_plain_json_and_always_the_same() -> None:
    text = json.dumps(answer(), allow_nan=False)
    again = assess(Workspace.default(), Request(("third-site-2007",), command="a test"))
    assert json.dumps(again.to_json(), allow_nan=False) == text


def test_val_every_window_is_confirmed_by_a_full_flight() -> None:
    windows = [row for row in answer()["reaches"] if row["reachable"]]
    assert len(windows) > 30
    for row in windows:
        assert row["confirmed"]["miss_km"] * 1e3 <= MISS_ALLOWED_M
        assert abs(row["confirmed"]["off_s"]) <= TIME_ALLOWED_S
        assert row["window_s"][0] - SAMPLE_STEP_S <= row["confirmed"]["intercept_s"]
        assert row["confirmed"]["intercept_s"] <= row["window_s"][1] + SAMPLE_STEP_S


def test_val_first_and_last_intercepts_of_a_footprint_are_confirmed() -> None:
    """Both edges of the windows on flights to cells all over Europe, of the plan of 2007."""
    workspace = Workspace.default()
    (deployment,) = deployments(workspace.catalog, "third-site-2007")
    land = land_of(deployment.defended, 150e3)
    start = workspace.catalog.launches["iran-northwest"].position
    aims = Aims(start.lat_rad, start.lon_rad, land.lat_rad, land.lon_rad)
    flights = fly_set(workspace.catalog.missiles["irbm"], aims, workspace.cache)
    battery = deployment.batteries[0]
    place = Tables(workspace.cache).emplaced(battery, deployment.rules)
    met = engage(Sky(flights, workspace.catalog), deployment.sensors, [place])
    rows = np.flatnonzero(met.windows.found)
    assert len(rows) > 100
    first = np.ceil(met.windows.open_s[rows] / SAMPLE_STEP_S - 1e-3).astype(int)
    last = np.floor(met.windows.close_s[rows] / SAMPLE_STEP_S + 1e-3).astype(int)
    origin = geodetic_to_ecef(place.lat_rad, place.lon_rad, place.height_m)
    axes = east_north_up(place.lat_rad, place.lon_rad)
    vehicle = interceptor_vehicle(battery.interceptor, battery.interceptor.burnout_speed.si)
    for sample in (first, last):
        points = flights.flights.positions_ecef_m[rows, sample]
        times = place.table.times_s((points - origin) @ axes.T)
        flown = confirm(vehicle, Site(place.lat_rad, place.lon_rad), points, times)
        assert flown.miss_m.max() <= MISS_ALLOWED_M
        assert np.abs(flown.off_s).max() <= TIME_ALLOWED_S


def test_margins_windows_verdicts_and_reasons_agree() -> None:
    for row in answer()["reaches"]:
        reached = row["reachable"]
        assert reached == (row["window_s"] is not None) == (row["launch_window_s"] is not None)
        assert reached == (row["why_not"] is None) == (row["shots"] > 0)
        assert row["verdict"] in (("yes", "depends") if reached else ("no", "depends"))
        if row["speed_margin_km_s"] is not None:
            assert reached == (row["speed_margin_km_s"] >= 0.0)
            least = row["burnout_speed_km_s"] - row["speed_margin_km_s"]
            assert row["least_speed_km_s"] == pytest.approx(least, abs=SPEED_TOL_KM_S)
        if row["time_margin_s"] is not None:
            assert reached == (row["time_margin_s"] >= 0.0)
        if reached:
            assert row["window_s"][0] < row["window_s"][1]
            assert row["launch_window_s"][1] == pytest.approx(
                row["latest_commit_s"], abs=TIME_TOL_S
            )


def test_rival_speeds_stand_beside_each_other() -> None:
    rows = answer()["reaches"]
    assert {(row["variant"], row["burnout_speed_km_s"]) for row in rows} == {
        ("mda-2007", 6.3),
        ("postol-2007", 9.0),
    }
    by_flight: dict[str, dict[str, Any]] = {}
    for row in rows:
        by_flight.setdefault(row["flight"], {})[row["variant"]] = row
    for pair in by_flight.values():
        slow, fast = pair["mda-2007"], pair["postol-2007"]
        assert fast["reachable"] or not slow["reachable"]
        if slow["least_speed_km_s"] is not None:
            assert fast["least_speed_km_s"] == pytest.approx(
                slow["least_speed_km_s"], abs=SPEED_TOL_KM_S
            )


def test_a_value_of_one_s_own_moves_the_margin_by_as_much() -> None:
    key = "interceptor.gbi2.burnout_speed"
    faster = Workspace.default().overridden([(key, "6.8km/s")])
    other = assess(faster, Request(("third-site-2007",), threats=("icbm-solid",))).to_json()
    before = {
        row["flight"]: row["speed_margin_km_s"]
        for row in answer()["reaches"]
        if row["variant"] == "mda-2007" and row["missile"] == "icbm-solid"
    }
    after = {
        row["flight"]: row["speed_margin_km_s"]
        for row in other["reaches"]
        if row["burnout_speed_km_s"] == 6.8
    }
    assert after.keys() == before.keys()
    for flight, margin in after.items():
        if margin is not None:
            assert margin == pytest.approx(before[flight] + 0.5, abs=0.02)
    assert other["program"]["input_hash"] != answer()["program"]["input_hash"]
    (mine,) = (row for row in other["assumptions"] if row["key"] == key)
    assert (mine["value"], mine["status"]) == (6.8, "assumed")


def test_sights_have_a_time_or_a_reason() -> None:
    rows = answer()["sees"]
    for row in rows:
        assert (row["first_seen_s"] is None) == (row["why_not"] is not None)
        if row["first_seen_s"] is not None:
            assert row["first_seen_s"] <= row["last_seen_s"] + SAMPLE_STEP_S
            assert row["first_seen_height_km"] >= 0.0
    infrared = [row for row in rows if row["sensor"] == "overhead-infrared"]
    assert all(9.0 < row["first_seen_height_km"] < 12.0 for row in infrared)
    # A radar in Turkey that looks east does not see what flies from Kozelsk to the north-west.
    hidden = [r for r in rows if r["sensor"] == "tpy2-forward-2007" and r["launch"] == "kozelsk"]
    assert {row["why_not"] for row in hidden} <= {"outside-sector", "below-horizon"}
    assert hidden


def test_a_cued_radar_sees_nothing_before_its_cue() -> None:
    rows = answer()["sees"]
    first: dict[str, float] = {}
    for row in rows:
        if row["sensor"] != "emr-brdy" and row["first_seen_s"] is not None:
            first[row["flight"]] = min(first.get(row["flight"], np.inf), row["first_seen_s"])
    seen = [r for r in rows if r["sensor"] == "emr-brdy" and r["first_seen_s"] is not None]
    assert seen
    assert all(row["first_seen_s"] >= first[row["flight"]] for row in seen)


def test_shares_and_layers_agree() -> None:
    rows = {(r["threat"], r["launch"]): r for r in answer()["defends"] if r["region"] == "all"}
    layers = answer()["footprints"]["layers"]
    assert len(rows) == len(layers) > 1
    for layer in layers:
        state, shots = np.array(layer["state"]), np.array(layer["shots"])
        assert set(state) <= {0, 1, 2, 3}
        assert (shots[state < 2] == 0).all()
        assert (shots[state == 3] > 0).all()
        assert all(
            (t is None) == (s == 0) for t, s in zip(layer["first_shot_s"], shots, strict=True)
        )
        share = rows[layer["threat"], layer["launch"]]["area_fraction"]
        assert share["low"] <= share["value"] <= share["high"]
        # Cells have nearly the same area; those on a coast hold less land.
        assert (state == 3).sum() / (state > 0).sum() == pytest.approx(share["low"], abs=0.08)


def test_countries_are_named_by_the_catalogue_where_it_has_them() -> None:
    regions = {row["region"] for row in answer()["defends"]}
    assert {"all", "nato-europe-2007", "poland", "romania"} <= regions
    assert not {"POL", "ROU"} & regions
    assert regions - {"all"} <= answer()["names"].keys()


def test_the_timeline_tells_one_flight_in_order() -> None:
    timeline = answer()["timeline"]
    times = [event["time_s"] for event in timeline["events"]]
    happenings = [event["event"] for event in timeline["events"]]
    assert times == sorted(times)
    assert happenings[0] == "launch"
    assert happenings[-1] == "impact"
    for one in ("burnout", "first-seen", "commit", "window-opens", "window-closes", "apogee"):
        assert one in happenings
    assert happenings.index("commit") <= happenings.index("launch-window-opens")
    flight = next(f for f in answer()["flights"] if f["id"] == timeline["flight"])
    heights = {event["event"]: event["height_km"] for event in timeline["events"]}
    # Heights lie on straight lines between samples 4 s apart.
    assert heights["apogee"] == pytest.approx(flight["apogee_km"], abs=0.1)
    assert heights["reentry"] == pytest.approx(100.0, abs=0.3)


def test_the_windows_of_threats_are_those_of_the_timeline() -> None:
    told = answer()["timeline"]
    (row,) = (
        row
        for row in answer()["meets"]
        if (row["phase"], row["flight"]) == (told["phase"], told["flight"])
    )
    times = {event["event"]: event["time_s"] for event in told["events"]}
    assert row["window_s"] == [times["window-opens"], times["window-closes"]]
    assert row["launch_window_s"] == [times["launch-window-opens"], times["launch-window-closes"]]
    assert row["why_not"] is None
    assert all((one["window_s"] is None) != (one["why_not"] is None) for one in answer()["meets"])


def test_elements_say_all_that_they_look_at_and_who_says_so() -> None:
    radars = [one for one in answer()["elements"] if one["kind"] == "radar"]
    assert len(radars) > 2
    for one in radars:
        sectors = one["fields_of_view"]
        first = [sectors[0]["azimuth_from_deg"], sectors[0]["azimuth_to_deg"]]
        assert one["azimuth_deg"] == first
        assert all(sector["source"] and sector["status"] for sector in sectors)
    (battery,) = (one for one in answer()["elements"] if one["kind"] == "interceptors")
    assert [speed["value_km_s"] for speed in battery["speeds"]] == [6.3, 9.0]
    assert battery["source"]


def test_everything_that_was_used_is_listed_with_its_source() -> None:
    keys = {row["key"].rsplit(".", 1)[0] for row in answer()["assumptions"]}
    assert {"interceptor.gbi2", "missile.irbm", "radar.emr", "rules.kinematic"} <= keys
    known = {source["id"] for source in answer()["sources"]}
    for row in answer()["assumptions"]:
        assert row["status"]
        assert set(row["source"].split(", ")) <= known


def test_progress_grows_to_the_end() -> None:
    said: list[tuple[float, str]] = []
    request = Request(("third-site-2007",), threats=("irbm",))
    assess(Workspace.default(), request, lambda done, doing: said.append((done, doing)))
    steps = [done for done, _ in said]
    assert steps == sorted(steps)
    assert steps[0] == 0.0
    assert steps[-1] == 1.0
    assert len(steps) > 4


def test_an_interrupt_goes_through() -> None:
    def impatient(done: float, doing: str) -> None:
        if done > 0.1:
            raise KeyboardInterrupt(doing)

    with pytest.raises(KeyboardInterrupt):
        assess(Workspace.default(), Request(("third-site-2007",)), impatient)


@pytest.mark.parametrize(
    ("request_", "error", "said"),
    [
        (Request(("epa",)), UnknownNameError, "did you mean epaa"),
        (Request(("epaa",), phases=("7",)), UnknownNameError, "no phase"),
        (Request(("epaa",), threats=("mrbn",)), UnknownNameError, "did you mean mrbm"),
        (Request(("epaa",), threats=("srbm",)), InputError, "expected icbm"),
    ],
)
def test_a_wrong_request_is_refused(request_: Request, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        assess(Workspace.default(), request_)


def test_the_phases_that_have_a_number_are_taken() -> None:
    catalog = Workspace.default().catalog
    assert [d.id for d in deployments(catalog, "epaa")] == ["epaa-1", "epaa-2", "epaa-3", "epaa-4"]
    assert [d.number for d in deployments(catalog, "epaa")] == [1, 2, 3, 4]
    (fielded,) = deployments(catalog, "epaa", ["fielded"])
    assert (fielded.id, fielded.number) == ("epaa-fielded", None)
    (alone,) = deployments(catalog, "third-site-2007")
    assert (alone.id, alone.number) == ("third-site-2007", None)
    (only,) = only_threats([alone], ["irbm"], catalog)
    assert {threat.missile.id for threat in only.threats} == {"irbm"}
    assert only.disputed == ()
