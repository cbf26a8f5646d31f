"""Evaluations made by hand, for tests of what is done with them afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from glasshield.assurance.document import Program, Text
from glasshield.earth.time import Instant
from glasshield.monitoring.document import (
    BiasRow,
    BlindRow,
    Capability,
    Compared,
    Evaluation,
    FitRow,
    PathRow,
    Profile,
    SeenRow,
    StagesRow,
    Stated,
    TestRow,
    Value,
)
from glasshield.sensing.detections import CLUTTER, Detections
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.sensing.station import Accuracy, Station

TEST: Final = "third-site-booster"
EPOCH: Final = Instant.parse("2030-06-01T06:00:00Z")
GUEST: Final = Station("guest-ship", 0.576, -2.199, 30.0, "russia", Accuracy(20.0, 1e-3, 1e-3))
HOST: Final = Station("host-ship", 0.61, -2.17, 12.5, "united-states")


def value(middle: float, sigma: float) -> Value:
    """A number with the interval of a normal error."""
    half = 1.959963985 * sigma
    return Value(value=middle, low=middle - half, high=middle + half, sigma=sigma)


def bias(
    kind: Any,
    shift_m_s: float,
    *,
    station: str = "guest-ship",
    stated: float = 0.03,
    surface_m_s: float = 0.0,
) -> BiasRow:
    """A constant error that moves the measured speeds by so much for each unit of it."""
    unit = {"range": "m", "azimuth": "deg", "elevation": "deg", "time": "s", "air": "1"}[kind]
    return BiasRow(
        station=station,
        kind=kind,
        unit=unit,
        value=value(0.004, 0.006),
        stated_sigma=stated,
        speed_shift_m_s=shift_m_s,
        surface_shift_m_s=surface_m_s,
    )


def evaluation(
    speed: Value | None = None,
    *,
    biases: Sequence[BiasRow] = (),
    station: Station = GUEST,
    **changes: Any,
) -> Evaluation:
    """An evaluation of the packaged test by one station."""
    speed = speed or value(6.0524, 0.0032)
    parts: dict[str, Any] = {
        "test": announced_row(),
        "simulated": True,
        "observers": (_seen(station),),
        "burnout_speed_km_s": speed,
        "reference_speed_km_s": value(speed.value + 0.25, speed.sigma),
        "surface_speed_km_s": value(6.2871, 0.0012),
        "motor_speed_km_s": value(8.112, 0.031),
        "burn_time_s": value(130.4, 0.35),
        "lift_off": "2030-06-01T06:12:03.400000Z",
        "burnout": "2030-06-01T06:14:13.800000Z",
        "stages": StagesRow(value=2, odds={"1": 0.0, "2": 0.93, "3": 0.07}),
        "stage_ends_s": (value(62.1, 0.9), value(130.4, 0.35)),
        "ends_in_window_s": (value(785.5, 0.8), value(853.8, 0.12)),
        "lift_off_sigma_s": 0.34,
        "declared": _compared("mda-2007", 6.3, 0.46),
        "rival": _compared("postol-2007", 9.0, 1e-40),
        "likelihood_ratio": None,
        "log10_likelihood_ratio": 812.0,
        "capability": _capability(speed.low + 0.25),
        "biases": tuple(biases),
        "blind": BlindRow(sees_burnout=True, if_seen_sigma_m_s=None, times_less=None),
        "fit": FitRow(chi_squared=3171.0, degrees=3240, p_value=0.81, left_out=4),
        "claims_updated": (),
        "path": _path(),
        "profile": _profile(),
        "warnings": (),
        "assumptions": (),
        "program": Program(version="0.1.0", input_hash="cd" * 32),
    }
    return Evaluation(**(parts | changes))


def announced_row(**changes: Any) -> TestRow:
    """The packaged test as a document has it."""
    parts: dict[str, Any] = {
        "id": TEST,
        "name": Text(en="The booster", ru="Ускоритель"),
        "host": "united-states",
        "issued": "2030-05-28T12:00:00Z",
        "vehicle_class": "interceptor booster, solid, two stages",
        "windows": (("2030-06-01T06:00:00Z", "2030-06-01T10:00:00Z"),),
        "site_lat_deg": 34.74,
        "site_lon_deg": -120.57,
        "declared": _stated("mda-2007", 6.3),
        "rival": _stated("postol-2007", 9.0),
    }
    return TestRow(**(parts | changes))


def detections(count: int = 12, *stations: Station, seed: int = 5) -> Detections:
    """Made-up detections of some stations in turn, a part of them without a range."""
    known = stations or (GUEST, HOST)
    random = np.random.default_rng(seed)
    time_s = 700.0 + np.cumsum(random.uniform(0.1, 1.0, count))
    range_m = random.uniform(3e5, 2e6, count)
    range_m[::5] = np.nan
    sigmas = np.full((count, 4), np.nan)
    sigmas[:, 1:3] = random.uniform(5e-4, 2e-3, (count, 2))
    truth = np.where(random.random(count) < 0.2, CLUTTER, 0).astype(np.int32)
    return Detections.of(
        EPOCH,
        known,
        time_s,
        np.arange(count, dtype=np.int32) % len(known),
        range_m=range_m,
        azimuth_rad=random.uniform(-np.pi, np.pi, count),
        elevation_rad=random.uniform(0.0, 1.0, count),
        sigmas=sigmas,
        truth=truth,
        arrival_s=time_s + random.exponential(1.0, count),
        simulated=True,
    )


def launches() -> LaunchDetections:
    """A lift-off that was called out."""
    return LaunchDetections(
        epoch=EPOCH,
        sensors=("lift-off-call",),
        time_s=np.array([723.4]),
        lat_rad=np.array([0.6063]),
        lon_rad=np.array([-2.1043]),
        position_sigma_m=np.array([100.0]),
        time_sigma_s=np.array([1.0]),
        arrival_s=np.array([723.4]),
        sensor_index=np.array([0], dtype=np.int32),
        truth=np.array([0], dtype=np.int32),
        simulated=True,
    )


def _stated(by: str, speed_km_s: float) -> Stated:
    return Stated(
        by=by,
        burnout_speed_km_s=speed_km_s,
        in_flight_km_s=speed_km_s - 0.25,
        burn_time_s=None,
        stages=None,
        source=("S-AFP07",),
        status="read",
    )


def _compared(by: str, speed_km_s: float, p_value: float) -> Compared:
    said = _stated(by, speed_km_s)
    return Compared(
        **{name: getattr(said, name) for name in Stated.__struct_fields__},
        consistent=p_value >= 0.05,
        p_value=p_value,
        sigmas=0.75 if p_value >= 0.05 else -852.0,
        exceeded=False,
        burn_time_consistent=None,
        stages_consistent=None,
    )


def _seen(station: Station) -> SeenRow:
    return SeenRow(
        station=station.id,
        party=station.party,
        detections=812,
        used=540,
        first_s=31.0,
        last_s=640.0,
        saw_burnout=True,
    )


def _capability(at_least_km_s: float) -> Capability:
    why = Text(en="A motor may be shut down early.", ru="Двигатель можно выключить раньше.")
    return Capability(at_least_km_s=at_least_km_s, at_most_km_s=None, why=(why,))


def _path() -> PathRow:
    return PathRow(
        id="measured",
        time_s=(0.0, 130.4, 700.0),
        lat_deg=(34.74, 34.6, 31.2),
        lon_deg=(-120.57, -123.1, -146.8),
        height_km=(0.1, 190.4, 1800.0),
        stage_ends_s=(62.1, 130.4),
    )


def _profile() -> Profile:
    return Profile(
        time_s=(0.0, 60.0, 120.0),
        value_m_s2=(24.0, 57.0, 63.5),
        low_m_s2=(15.0, 55.5, 62.0),
        high_m_s2=(33.0, 58.5, 65.0),
    )
