"""A flight against its notice: simulated tests as they flew, and as they were tracked."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
import pytest

from glasshield.catalog.announced import AnnouncedTest, AreaRole, Window
from glasshield.catalog.quantity import Quantity, Status
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.notices import read_flown
from glasshield.exchange.oem_writing import write_tracks
from glasshield.fusion.tracks import Tracks, pack
from glasshield.monitoring import announced_flight
from glasshield.monitoring.checking import Check, check
from glasshield.monitoring.launched import FlownObject, launch_of
from glasshield.monitoring.notice import Chosen, Notice, notice_of
from glasshield.workspace import Workspace

WORKSPACE = Workspace.default()
REGIMES = WORKSPACE.catalog.regimes
TEST = WORKSPACE.catalog.tests["third-site-booster"]
LIFT_OFF = Instant.parse("2030-06-01T08:00:00Z")  # of lift-off, inside the window
JDEC_OUT = ("hazard_areas", "apogee", "range")
DATE_OUT = ("launch_window", "missile_class", "azimuth", *JDEC_OUT)
# Of a track: what radars of the test leave of position and velocity in free flight.
SIGMA = np.array((300.0, 300.0, 300.0, 3.0, 3.0, 3.0))


@cache
def states(side: announced_flight.Side = "declared") -> np.ndarray:
    """The announced flight, every half second from the launch to the ground."""
    flights = announced_flight.announced_flights(TEST, WORKSPACE.catalog)
    return flights.of(side).states_ecef


def path(epoch: Instant = LIFT_OFF) -> FlownObject:
    """The flight as it really was."""
    time_s = announced_flight.STEP_S * np.arange(len(states()))
    return FlownObject("flight", epoch, time_s, states(), None, None, simulated=True)


def tracked(
    first_s: float,
    last_s: float,
    sigma: np.ndarray = SIGMA,
    side: announced_flight.Side = "declared",
) -> FlownObject:
    """The flight as it was tracked in a span of time, every other second, off by a draw."""
    rows = np.arange(round(first_s / 0.5), round(last_s / 0.5), 4)
    off = sigma * np.random.default_rng(6).standard_normal(6)
    state = states(side)[rows] + off
    covariance = np.broadcast_to(np.diag(sigma**2), (len(rows), 6, 6)).copy()
    return FlownObject("7", LIFT_OFF, 0.5 * rows, state, covariance, None, simulated=True)


def notice(form: str = "jdec", test: AnnouncedTest = TEST) -> Notice:
    out = JDEC_OUT if form == "jdec" else DATE_OUT
    return notice_of(test, REGIMES[form], Chosen(leave_out=out))


def answers(found: Check) -> dict[str, str]:
    return {row.item: row.answer for row in found.items}


def test_a_flight_as_announced_is_inside_of_all() -> None:
    found = check(notice(), path(), WORKSPACE)
    assert found.inside == "yes"
    assert set(answers(found).values()) == {"yes"}
    assert all(row.probability == 1.0 and row.announced for row in found.items)
    assert found.simulated
    assert found.exercise
    assert all(row.why.en and row.why.ru for row in found.items)
    assert msgspec.json.encode(found)


def test_a_launch_outside_of_the_window_is_said_with_its_minutes() -> None:
    found = check(notice(), path(Instant.parse("2030-06-01T10:30:00Z")), WORKSPACE)
    row = found.items[0]
    assert (found.inside, row.item, row.answer) == ("no", "window", "no")
    assert row.numbers["outside_s"] == 1800.0
    assert "30 min outside" in row.why.en
    early = check(notice(), path(Instant.parse("2030-06-01T05:00:00Z")), WORKSPACE).items[0]
    assert early.numbers["outside_s"] == -3600.0


@pytest.mark.parametrize(
    ("day", "answer"), [(31, "no"), (1, "yes"), (4, "yes"), (5, "unknown"), (6, "no")]
)
def test_a_notice_of_a_date_covers_the_days_of_its_validity(day: int, answer: str) -> None:
    epoch = Instant.parse(f"2030-{'05' if day == 31 else '06'}-{day:02d}T12:00:00Z")
    found = check(notice("launch-notification-1988"), path(epoch), WORKSPACE)
    assert answers(found)["window"] == answer


def test_what_a_notice_does_not_state_is_not_held_against_the_flight() -> None:
    found = check(notice("launch-notification-1988"), path(), WORKSPACE)
    row = next(row for row in found.items if row.item == "azimuth")
    assert (row.answer, row.announced, row.probability) == ("unknown", False, None)
    assert found.inside == "yes"


def test_another_launch_area_azimuth_and_impact_area_are_not_where_it_flew() -> None:
    north = msgspec.structs.replace(TEST.areas[0], centre_deg=(35.74, -120.57))
    west = msgspec.structs.replace(TEST.areas[2], centre_deg=(21.5, 177.0))
    azimuth = Quantity(value=300, low=290, high=310, unit="deg", source="s", status=Status.READ)
    test = msgspec.structs.replace(TEST, areas=(north, west), azimuth=azimuth)
    found = check(notice_of(test, REGIMES["jdec"], Chosen(JDEC_OUT)), path(), WORKSPACE)
    assert answers(found) == {
        "window": "yes", "launch-area": "no", "azimuth": "no", "impact-area": "no",
    }  # fmt: skip
    away = next(row for row in found.items if row.item == "launch-area").numbers["beyond_km"]
    assert away is not None
    assert abs(away - (110.95 - 9.26)) < 0.2  # a degree of latitude there, less five miles


def test_a_sector_of_azimuths_may_hold_the_north() -> None:
    for low, high, answer in ((200.0, 400.0, "yes"), (-60.0, 60.0, "no"), (0.0, 360.0, "yes")):
        azimuth = Quantity(
            value=low, low=low, high=high, unit="deg", source="s", status=Status.READ
        )
        test = msgspec.structs.replace(TEST, azimuth=azimuth)
        assert answers(check(notice(test=test), path(), WORKSPACE))["azimuth"] == answer


def test_a_track_of_the_free_flight_alone_tells_the_impact_and_the_window() -> None:
    found = check(notice(), tracked(200.0, 600.0), WORKSPACE)
    told = answers(found)
    assert told["window"] == "yes"
    assert told["impact-area"] == "yes"
    launch = found.items[0].numbers
    low_s, high_s = launch["low_s"], launch["high_s"]
    assert low_s is not None
    assert high_s is not None
    assert low_s < 0.0 < high_s  # the true launch lies in the interval


def test_a_window_that_ends_near_the_launch_leaves_it_open() -> None:
    near = Window(begin="2030-06-01T06:00:00Z", end="2030-06-01T07:59:45Z")
    test = msgspec.structs.replace(TEST, windows=(near,))
    row = check(notice(test=test), tracked(200.0, 600.0), WORKSPACE).items[0]
    assert row.answer == "unknown"
    assert row.probability is not None
    assert 0.05 < row.probability < 0.95


def test_a_track_under_thrust_alone_tells_nothing() -> None:
    boosting = tracked(80.0, 110.0)
    for said in (None, np.ones(len(boosting.time_s), dtype=bool)):
        found = check(notice(), replace(boosting, is_boosting=said), WORKSPACE)
        assert found.inside == "unknown"
        assert set(answers(found).values()) == {"unknown"}
        assert all(row.announced for row in found.items)


def test_a_low_first_state_tells_of_the_launch_where_no_missile_leads_onto_the_flight() -> None:
    """The rival booster is faster than every missile of the catalogue."""
    flown = tracked(46.0, 500.0, side="rival")
    launch = launch_of(flown, list(WORKSPACE.catalog.missiles.values()))
    assert launch is not None
    assert launch.time_s.min() < 0.0 < launch.time_s.max()
    assert 40.0 < launch.time_s.max() - launch.time_s.min() < 100.0  # no vehicle narrows it
    lat, lon = (np.degrees(each) for each in (launch.lat_rad, launch.lon_rad))
    assert lat.min() - 0.1 < TEST.site.lat_deg < lat.max() + 0.1
    assert lon.min() < TEST.site.lon_deg < lon.max()
    assert answers(check(notice(), flown, WORKSPACE))["window"] == "yes"


def test_a_low_state_under_thrust_tells_the_window_and_no_more() -> None:
    told = answers(check(notice(), tracked(46.0, 90.0), WORKSPACE))
    assert told["window"] == "yes"
    assert told["azimuth"] == told["impact-area"] == "unknown"


def test_an_uncertain_impact_near_the_edge_is_left_open() -> None:
    lat, lon, _ = (float(np.degrees(x)) for x in ecef_to_geodetic(states()[-1, :3]))
    edge = msgspec.structs.replace(TEST.areas[2], centre_deg=(lat + 2.49, lon))
    test = msgspec.structs.replace(TEST, areas=(TEST.areas[0], edge))
    wide = np.array((3e3, 3e3, 3e3, 30.0, 30.0, 30.0))
    row = check(notice(test=test), tracked(200.0, 600.0, wide), WORKSPACE).items[3]
    assert row.answer == "unknown"
    assert row.probability is not None
    assert 0.05 < row.probability < 0.95


def test_the_impact_of_a_track_is_that_of_the_flight() -> None:
    lat, lon, _ = (float(np.degrees(x)) for x in ecef_to_geodetic(states()[-1, :3]))
    row = check(notice(), tracked(200.0, 2000.0), WORKSPACE).items[3]
    off_km = np.array((row.numbers["lat_deg"], row.numbers["lon_deg"]), dtype=float) - (lat, lon)
    assert np.abs(off_km).max() * 111.0 < 30.0  # of it air and an unknown body make up 10 km


def test_in_a_warning_the_impact_may_be_in_any_area() -> None:
    out = ("missile_class", "azimuth", "area_roles", "apogee", "range")
    warning = notice_of(TEST, REGIMES["navarea"], Chosen(out))
    found = check(warning, path(), WORKSPACE)
    assert answers(found) == {
        "window": "yes", "launch-area": "unknown", "azimuth": "unknown", "impact-area": "yes",
    }  # fmt: skip
    assert found.inside == "yes"


def written_tracks(folder: Path) -> Path:
    """Two pieces of the flight as tracks in a message."""
    pieces = [tracked(150.0, 400.0), tracked(402.0, 600.0)]
    count = sum(len(piece.time_s) for piece in pieces)
    covariance = np.concatenate(
        [piece.covariance for piece in pieces if piece.covariance is not None]
    )
    tracks = Tracks(
        epoch=LIFT_OFF,
        stations=(),
        id=np.array([4, 9], dtype=np.int32),
        first_row=np.cumsum([0, *(len(piece.time_s) for piece in pieces)]),
        time_s=np.concatenate([piece.time_s for piece in pieces]),
        state_ecef=np.concatenate([piece.state_ecef for piece in pieces]),
        packed_covariance=pack(covariance),
        phase_probability=np.full((count, 3), np.nan),
        detection=np.full(count, -1, dtype=np.int32),
        station_index=np.full(count, -1, dtype=np.int32),
        simulated=True,
    )
    write_tracks(tracks, folder / "tracks.oem")
    return folder / "tracks.oem"


def test_pieces_of_one_flight_are_named_in_a_file_of_several(tmp_path: Path) -> None:
    file = written_tracks(tmp_path)
    with pytest.raises(InputError, match=r"holds 2 objects \(4, 9\)"):
        read_flown(file)
    with pytest.raises(UnknownNameError, match="object of the file"):
        read_flown(file, "5")
    whole = read_flown(file, "9,4")
    assert (np.diff(whole.time_s) > 0.0).all()
    assert whole.is_boosting is None
    assert check(notice(), whole, WORKSPACE).items[3].answer == "yes"


def test_the_notice_areas_of_launch_are_polygons_too() -> None:
    corners = ((34.0, -121.5), (35.5, -121.5), (35.5, -119.5), (34.0, -119.5))
    launch = msgspec.structs.replace(
        TEST.areas[0], polygon_deg=corners, centre_deg=None, radius=None, role=AreaRole.LAUNCH
    )
    test = msgspec.structs.replace(TEST, areas=(launch, TEST.areas[2]))
    assert answers(check(notice(test=test), path(), WORKSPACE))["launch-area"] == "yes"
