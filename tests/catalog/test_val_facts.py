"""Facts of the packaged catalogue against the collection of published facts, retyped by section.

Each row was typed from the collection, not from the catalogue: architecture (sections 1 to 4) and
flights (sections 1 and 3).
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.catalog import Quantity, Status, recorded, schema
from glasshield.catalog.flights import Role

FACTS = catalog.load()
SHARED = Path(__file__).parents[3] / "shared" / "data"

# The table of reported flights gives whole kilometres for figures that its sources give in miles.
TABLE_ROUNDING_M = 500.0
# Lift-off thrust to weight of ballistic missiles: below 1.3 none is known to climb well, and above
# 2.6 air and structure suffer.
LEAST_THRUST_TO_WEIGHT = 1.3
GREATEST_THRUST_TO_WEIGHT = 2.6

READ, SECOND, GENERAL = Status.READ, Status.SECOND_HAND, Status.GENERAL
ASSUMED, COMPUTED = Status.ASSUMED, Status.COMPUTED


def fact(key: str) -> Quantity:
    kind, id, rest = key.split(".", 2)
    record = FACTS.of_kind(kind)[id]
    found = next(node.value for node in schema.walk(record) if node.key == rest)
    assert isinstance(found, Quantity)
    return found


@pytest.mark.parametrize(
    ("key", "value", "unit", "status"),
    [
        # 1a, the 2007 plan
        ("architecture.third-site-2007.phases.1.batteries.0.count", 10, "1", READ),
        ("architecture.third-site-2007.figures.cost_million_dollars", 4040, "1", READ),
        ("architecture.third-site-2007.figures.least_threat_range", 3000, "km", READ),
        ("site.redzikowo.staff", 200, "1", READ),
        ("site.brdy.staff", 150, "1", READ),
        ("sensor.fylingdales.catalogue_range", 4820, "km", SECOND),
        ("sensor.fylingdales.catalogue_range.rivals.0", 5556, "km", SECOND),
        ("sensor.thule.boresights.0", 357, "deg", SECOND),
        ("sensor.clear.catalogue_range.rivals.0", 5556, "km", SECOND),
        ("sensor.shemya.catalogue_range.rivals.0", 14000, "km", SECOND),
        ("sensor.tpy2-kurecik.catalogue_range", 2000, "km", SECOND),
        ("sensor.tpy2-kurecik.catalogue_range.rivals.0", 3000, "km", SECOND),
        # 1b, the phased approach
        ("architecture.epaa.phases.2.batteries.0.count", 24, "1", READ),
        ("architecture.epaa.phases.fielded.batteries.0.count", 24, "1", READ),
        # 1c, Russia and the counter-proposals
        ("sensor.armavir.catalogue_range", 4200, "km", SECOND),
        ("sensor.armavir.catalogue_range.rivals.0", 6000, "km", SECOND),
        ("radar.voronezh-dm.detection_range", 4000, "km", READ),
        ("radar.voronezh-dm.detection_range.rivals.0", 6000, "km", READ),
        ("sensor.pechora.figures.least_range", 300, "km", SECOND),
        ("sensor.pechora.catalogue_range", 7200, "km", SECOND),
        ("radar.daryal.detection_range", 6000, "km", READ),
        ("sensor.gabala-radar.boresights.0", 162, "deg", GENERAL),
        ("sensor.gabala-radar.figures.power_use", 50, "MW", SECOND),
        ("proposal.joint-threat-assessment.figures.experts_each", 6, "1", READ),
        # 1d, notification
        ("regime.launch-notification-1988.notice_at_least_before", 24, "h", READ),
        ("regime.launch-notification-1988.valid_after", 4, "d", GENERAL),
        ("regime.plns.range_or_height_above", 500, "km", READ),
        ("regime.plns.notice_at_most_before", 30, "d", GENERAL),
        ("regime.plns.report_within_after", 48, "h", GENERAL),
        ("regime.plns.figures.users", 200, "1", READ),
        ("regime.hcoc.figures.subscribers", 146, "1", READ),
        # 2a, interceptors
        ("interceptor.gbi2.burnout_speed", 6.3, "km/s", READ),
        ("interceptor.gbi2.burnout_speed.rivals.0", 9.0, "km/s", READ),
        ("interceptor.gbi2.max_ground_range", 3000, "km", ASSUMED),
        ("interceptor.gbi2.max_ground_range.rivals.0", 4500, "km", SECOND),
        ("interceptor.gbi3.burnout_speed.rivals.0", 8.5, "km/s", SECOND),
        ("interceptor.gbi3.burnout_speed.rivals.1", 6.32, "km/s", COMPUTED),
        ("interceptor.gbi3.payload_mass", 64, "kg", GENERAL),
        ("interceptor.sm3-1a.burnout_speed", 3.0, "km/s", GENERAL),
        ("interceptor.sm3-1b.burnout_speed", 3.0, "km/s", GENERAL),
        ("interceptor.sm3-2a.burnout_speed", 4.5, "km/s", GENERAL),
        ("interceptor.sm3-2b.burnout_speed", 5.5, "km/s", READ),
        ("interceptor.kei.burnout_speed", 6.0, "km/s", GENERAL),
        ("interceptor.thaad.max_ground_range", 200, "km", READ),
        ("interceptor.thaad.max_intercept_height", 150, "km", READ),
        ("interceptor.thaad.min_intercept_height", 40, "km", GENERAL),
        ("interceptor.pac3.max_ground_range", 20, "km", GENERAL),
        ("interceptor.pac3-mse.max_ground_range", 35, "km", GENERAL),
        # 2b, radars
        ("radar.tpy2.elements", 25344, "1", GENERAL),
        ("radar.tpy2.aperture", 9.2, "m2", GENERAL),
        ("radar.tpy2.aperture_efficiency", 0.8, "1", READ),
        ("radar.tpy2.detection_range", 870, "km", GENERAL),
        ("radar.tpy2.detection_range.rivals.0", 1500, "km", READ),
        ("radar.tpy2.reference_cross_section", 0.01, "m2", GENERAL),
        ("radar.gbx.detection_range", 3000, "km", READ),
        ("radar.emr.aperture", 105, "m2", GENERAL),
        ("radar.emr.elements", 16896, "1", GENERAL),
        ("radar.emr.elements.rivals.0", 80000, "1", SECOND),
        ("radar.emr.detection_range.rivals.0", 5000, "km", SECOND),
        ("radar.uewr.detection_range", 3000, "nmi", GENERAL),
        ("radar.uewr.detection_range.rivals.0", 4830, "km", READ),
        ("radar.uewr.beam_width", 2.0, "deg", SECOND),
        ("sensor.fylingdales.figures.element_power", 340, "W", READ),
        ("radar.cobra-dane.detection_range", 3200, "km", READ),
        ("radar.cobra-dane.peak_power", 15.4, "MW", GENERAL),
        ("radar.spy1.detection_range", 165, "km", GENERAL),
        # 3, claims
        ("comparison.t3.expected.least_speed_kozelsk_washington", 6.65, "km/s", COMPUTED),
        ("comparison.t6.expected.kozelsk_washington", 613, "km", COMPUTED),
        ("comparison.t10.inputs.press_speed", 17000, "mi/h", READ),
        ("comparison.t13.expected.gabala_0deg", 54, "km", COMPUTED),
        ("comparison.t15.expected.distance", 165, "km", COMPUTED),
        # 4, tests
        ("flight-test.obv.figures.apogee", 1125, "mi", READ),
        ("flight-test.burnt-frost.figures.intercept_height", 133, "nmi", READ),
        ("flight-test.ftm-15.figures.intercept_after_launch", 11, "min", READ),
        ("flight-test.ftm-16-e2.figures.launch_after_target", 90, "s", SECOND),
        ("flight-test.ftg-15.figures.distance", 7785, "km", COMPUTED),
        # flights, sections 1 and 3
        ("reported-flight.obv-20030206.range", 3500, "mi", READ),
        ("reported-flight.atlas-19600520.flight_time", 52.5, "min", READ),
        ("missile.srbm.max_range", 300, "km", READ),
        ("missile.srbm.max_range.rivals.0", 288, "km", SECOND),
        ("missile.irbm.max_range", 4000, "km", READ),
        ("missile.irbm.launch_mass", 17, "t", READ),
        ("missile.icbm-solid.launch_mass", 45.1, "t", READ),
        ("missile.icbm-solid.max_range", 10000, "km", READ),
        ("missile.icbm-liquid.boost_time", 4, "min", READ),
        ("missile.icbm-solid.boost_time", 3, "min", READ),
        ("missile.slbm.max_range", 8000, "km", READ),
        ("telemetry.falcon9-nrol76.apogee", 166, "km", READ),
        ("telemetry.falcon9-nrol76.states.2.height", 152.046, "km", READ),
    ],
)
def test_val_a_published_number(key: str, value: float, unit: str, status: Status) -> None:
    found = fact(key)
    assert (found.value, found.unit, found.status) == (value, unit, status)


@pytest.mark.parametrize(
    ("site", "lat_deg", "lon_deg"),
    [
        ("redzikowo", 54.48, 17.10),
        ("deveselu", 44.08, 24.42),
        ("brdy", 49.60, 13.75),
        ("kurecik", 38.349444, 37.793611),
        ("rota", 36.62, -6.35),
        ("ramstein", 49.44, 7.60),
        ("fort-greely", 63.95, -145.73),
        ("vandenberg", 34.74, -120.57),
        ("baltic-sea", 57.0, 19.0),
        ("north-sea", 57.0, 3.0),
        ("norwegian-sea", 70.0, 10.0),
        ("barents-sea", 73.0, 30.0),
        ("eastern-mediterranean", 34.0, 30.0),
        ("black-sea", 43.0, 34.0),
    ],
)
def test_val_where_a_shield_stands(site: str, lat_deg: float, lon_deg: float) -> None:
    place = FACTS.sites[site].position
    assert (place.lat_deg, place.lon_deg) == (lat_deg, lon_deg)


@pytest.mark.parametrize(
    ("launch", "lat_deg", "lon_deg"),
    [
        ("vypolzovo", 57.87, 33.68),
        ("kozelsk", 54.03, 35.77),
        ("tatishchevo", 51.67, 45.57),
        ("teykovo", 56.85, 40.53),
        ("yoshkar-ola", 56.63, 47.85),
        ("dombarovsky", 50.75, 59.5),
        ("nizhny-tagil", 58.07, 60.55),
        ("semnan", 35.23, 53.92),
    ],
)
def test_val_where_flights_begin(launch: str, lat_deg: float, lon_deg: float) -> None:
    place = FACTS.launches[launch].position
    assert (place.lat_deg, place.lon_deg) == (lat_deg, lon_deg)


@pytest.mark.parametrize(
    ("sensor", "lat_deg", "lon_deg", "azimuths", "elevations"),
    [
        ("fylingdales", 54.361758, -0.670051, (0, 360), (3, 85)),
        ("thule", 76.570322, -68.299211, (297, 177), (3, 85)),
        ("beale", 39.136064, -121.351237, (126, 6), (3, 85)),
        ("clear", 64.290556, -149.186944, (184, 64), (3, 85)),
        ("cape-cod", 41.754785, -70.539151, (347, 227), (3, 85)),
        ("shemya", 52.737, 174.092, (259, 19), (2, 30)),
        ("tpy2-kurecik", 38.349444, 37.793611, (40, 160), (0, 90)),
        ("tpy2-har-keren", 30.995807, 34.496062, (5, 125), (5, 90)),
        ("tpy2-al-udeid", 25.315980, 51.146515, (335, 95), (0, 90)),
        ("armavir", 44.925106, 40.983894, (55, 295), (2, 60)),
        ("lekhtusi", 60.275458, 30.546017, (245, 355), (2, 70)),
        ("pionersky", 54.857294, 20.182350, (187.5, 292.5), (2, 60)),
        ("mishelevka-dnepr", 52.8555, 103.2317, (41, 219), (5.5, 34.5)),
        ("mishelevka-voronezh", 52.8555, 103.2317, (10, 250), (2, 70)),
        ("olenegorsk-dnepr", 68.1141, 33.9102, (280, 340), (5.5, 34.5)),
        ("olenegorsk-voronezh", 68.0907, 34.3275, (250, 10), (7, 70)),
        ("pechora", 65.21, 57.295, (305, 55), (2, 55)),
        ("balkhash", 46.603076, 74.530985, (91, 151), (5.5, 34.5)),
        ("gantsevichi", 52.85, 26.48, (190, 310), (3, 80)),
        ("barnaul", 53.139, 83.681, (110, 230), (2, 70)),
        ("yeniseysk", 58.506, 92.046, (330, 90), (2, 70)),
        ("orsk", 51.273, 58.959, (120, 240), (2, 70)),
        ("gabala-radar", 40.87, 47.81, (107, 217), (2, 55)),
    ],
)
def test_val_where_a_radar_looks(
    sensor: str,
    lat_deg: float,
    lon_deg: float,
    azimuths: tuple[float, float],
    elevations: tuple[float, float],
) -> None:
    record = FACTS.sensors[sensor]
    place = FACTS.position_of(record)
    view = record.fields_of_view[0]
    assert place is not None
    assert (place.lat_deg, place.lon_deg) == (lat_deg, lon_deg)
    assert (view.azimuth_from_deg, view.azimuth_to_deg) == azimuths
    assert (view.elevation_min_deg, view.elevation_max_deg) == elevations


def test_val_cobra_dane_looks_further_to_the_side_when_it_looks_up() -> None:
    upper = FACTS.sensors["shemya"].fields_of_view[1]
    assert (upper.azimuth_from_deg, upper.azimuth_to_deg) == (251, 27)
    assert (upper.elevation_min_deg, upper.elevation_max_deg) == (30, 80)


def test_val_the_phases_and_their_years() -> None:
    years = {phase.id: phase.planned_date.year for phase in FACTS.architectures["epaa"].phases}
    assert years == {"1": 2011, "2": 2015, "3": 2018, "4": 2020, "fielded": 2024}
    assert FACTS.architectures["third-site-2007"].phase("1").planned_date.year == 2013


def test_val_disputed_speeds_stand_beside_each_other() -> None:
    variants = FACTS.interceptors["gbi2"].variants()
    assert {by: speed.si for by, speed in variants.items()} == {
        "mda-2007": 6300.0,
        "postol-2007": 9000.0,
    }


def test_val_nothing_without_a_cross_section_claims_one() -> None:
    """Only TPY-2 and the early-warning radars have a range stated at a cross-section."""
    stated = {
        id
        for id, radar in FACTS.radars.items()
        if radar.reference_cross_section.status is not ASSUMED
    }
    assert stated == {"tpy2", "uewr"}


@pytest.mark.parametrize("id", list(FACTS.missiles))
def test_val_a_missile_lifts_off_like_one(id: str) -> None:
    """Without its payload, so that this bounds the thrust to weight from above by a few percent."""
    first = FACTS.missiles[id].stages[0]
    propellant_share = first.share.si * (1.0 - first.structural_fraction.si)
    ratio = propellant_share * first.specific_impulse.si / first.burn_time.si
    if id == "srbm":  # its payload is a seventh of its mass
        ratio *= 0.86
    assert LEAST_THRUST_TO_WEIGHT < ratio < GREATEST_THRUST_TO_WEIGHT


@pytest.mark.parametrize("id", ["icbm-liquid", "icbm-solid"])
def test_val_a_missile_burns_as_long_as_published(id: str) -> None:
    missile = FACTS.missiles[id]
    assert missile.boost_time is not None
    assert sum(stage.burn_time.si for stage in missile.stages) == missile.boost_time.si


def test_val_the_three_stage_interceptor_burns_as_long_as_quoted() -> None:
    interceptor = FACTS.interceptors["gbi3"]
    burn_s = sum(stage.burn_time.si for stage in interceptor.stages)
    assert interceptor.boost_time is not None
    assert interceptor.boost_time.low_si <= burn_s <= interceptor.boost_time.high_si


def test_val_the_roles_of_reported_flights() -> None:
    flights = FACTS.reported_flights
    assert flights["icbm-20220324-kcna"].role is Role.INCONSISTENT
    assert flights["hs12-20170405"].role is Role.FAILED
    assert flights["mr3-19610505"].role is Role.PARACHUTE
    assert flights["fire1-19640414"].role is Role.POWERED_ENTRY
    assert flights["atlas-19600520"].role is Role.UNIT_DOUBTFUL
    assert not flights["hs12-20170405"].is_evidence
    assert flights["hs12-20170514"].is_evidence


def rows(name: str) -> list[dict[str, str]]:
    file = SHARED / name
    if not file.exists():
        pytest.skip(f"the shared table {name} is not here; its facts stand in the catalogue")
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_val_every_reported_flight_stands_in_the_catalogue() -> None:
    """Matched by system, date, apogee and time, because the ids differ."""
    flights = list(FACTS.reported_flights.values())
    for row in rows("reported_flight_tests.csv"):
        same = [
            flight
            for flight in flights
            if (flight.system, flight.date) == (row["system"], row["date_local"])
            and abs(flight.apogee.si - 1e3 * float(row["apogee_km"])) <= TABLE_ROUNDING_M
            and abs(flight.range.si - 1e3 * float(row["range_km"])) <= TABLE_ROUNDING_M
            and (flight.flight_time.si if flight.flight_time else None)
            == (float(row["reported_time_s"]) if row["reported_time_s"] else None)
        ]
        assert len(same) == 1, row["id"]
        one = same[0]
        assert one.launch_latitude is not None
        assert one.azimuth is not None
        assert one.kepler_time_rotating is not None
        assert one.launch_latitude.value == float(row["launch_lat_deg"])
        assert one.azimuth.value == float(row["azimuth_deg"])
        assert one.kepler_time_rotating.value == float(row["kepler_time_rot_s"])


def test_val_every_recorded_launch_stands_in_the_catalogue() -> None:
    table = rows("dprk_flight_tests.csv")
    launches = recorded.north_korean_launches()
    assert len(launches) == len(table) == 339

    def number(text: str) -> float | None:
        return float(text) if text not in ("", "na") else None

    def of(quantity: Quantity | None) -> float | None:
        return quantity.value if quantity else None

    assert Counter(
        (
            launch.date,
            launch.missile,
            of(launch.apogee),
            of(launch.ground_range),
            of(launch.bearing),
        )
        for launch in launches
    ) == Counter(
        (
            row["date"],
            row["missile"],
            number(row["apogee_km"]),
            number(row["ground_range_km"]),
            number(row["bearing_deg"]),
        )
        for row in table
    )


def test_val_every_facility_stands_in_the_catalogue() -> None:
    table = rows("dprk_facilities.csv")
    places = recorded.north_korean_facilities()
    assert {id: (p.position.lat_deg, p.position.lon_deg) for id, p in places.items()} == {
        row["id"]: (float(row["lat_deg"]), float(row["lon_deg"])) for row in table
    }


def test_recorded_launches_carry_their_source() -> None:
    launch = next(one for one in recorded.north_korean_launches() if one.apogee)
    assert launch.apogee is not None
    assert (launch.apogee.source, launch.apogee.status) == ("cns-nti", READ)
    assert launch.facility in recorded.north_korean_facilities()
    assert "cns-nti" in FACTS.sources
