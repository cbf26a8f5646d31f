"""A made-up tracking run, small and with everything in it that a report can show."""

from __future__ import annotations

import numpy as np

from glasshield.report.tracking.document import (
    SIMULATED,
    Document,
    Ellipse,
    File,
    Interval,
    Marks,
    Metrics,
    Nis,
    OverTime,
    Path,
    Problem,
    Program,
    Residual,
    Sensor,
    Series,
    Track,
    Truth,
)

TIMES = tuple(float(t) for t in range(0, 600, 20))


def ellipse(lat_deg: float, lon_deg: float, time: str | None = None) -> Ellipse:
    return Ellipse(
        lat_deg=lat_deg, lon_deg=lon_deg, semi_major_km=12.3, semi_minor_km=1.26, angle_deg=135.0,
        time=time,
    )  # fmt: skip


def path(lat_deg: float, lon_deg: float) -> Path:
    along = np.linspace(0.0, 8.0, len(TIMES))
    return Path(
        time_s=TIMES,
        lat_deg=tuple((lat_deg - along).tolist()),
        lon_deg=tuple((lon_deg + along).tolist()),
        height_km=tuple((400.0 * np.sin(np.linspace(0.2, 2.9, len(TIMES)))).tolist()),
        sigma_km=(0.1,) * len(TIMES),
    )


def track(number: int, *, launch: bool) -> Track:
    return Track(
        id=number,
        start="2030-01-01T06:00:00Z",
        end="2030-01-01T06:09:40Z",
        n_detections=12_345 if number == 1 else 58,
        sensors=("north", "south") if launch else ("north",),
        class_="MRBM" if launch else None,
        phases=("boost", "coast") if launch else (),
        highest_km=400.2,
        launch=ellipse(36.0, 53.0) if launch else None,
        impact=ellipse(28.0 + number, 61.0, "2030-01-01T06:12:34.5Z"),
        burnout_speed_km_s=Interval(value=2.91, low=2.87, high=2.96) if launch else None,
        truth=Truth(object="missile-1", position_rmse_m=81.5) if launch else None,
        path=path(36.0 - number, 53.0),
    )


def series(scale: float) -> Series:
    wave = scale * np.sin(np.array(TIMES) / 90.0)
    low, high = tuple((wave - scale).tolist()), tuple((wave + scale).tolist())
    return Series(time_s=TIMES, middle=tuple(wave.tolist()), low=low, high=high)


def sensor(name: str, *, biased: bool) -> Sensor:
    return Sensor(
        id=name, party="one", lat_deg=40.0, lon_deg=50.0 if biased else 58.0, height_m=100.0,
        n_detections=900, n_used=600,
        range_bias_m=75.4 if biased else -1.2, range_bias_sigma_m=5.1,
        azimuth_bias_deg=0.0904, azimuth_bias_sigma_deg=0.0024,
        elevation_bias_deg=-0.0012, elevation_bias_sigma_deg=0.0021,
        time_bias_s=0.012, time_bias_sigma_s=0.33, wrong_clock_probability=0.001,
        nis=Nis(count=600, mean_per_degree=1.31 if biased else 1.01, low=0.94, high=1.06),
        residuals={"range_m": Residual(n=600, mean=0.4, sigma=52.0, over_claimed=1.04)},
        series={"range_m": series(50.0), "azimuth_deg": series(0.05)},
    )  # fmt: skip


def marks(scale: float) -> Marks:
    return Marks(
        gospa_m=812.4 * scale, gospa_localisation_m=120.0, missed_objects=0.1, false_tracks=0.0,
        ospa_m=400.5 * scale, completeness=0.951, ambiguity=1.0, spuriousness=0.0,
        position_accuracy_m=88.8, velocity_accuracy_m_s=4.56, track_number_changes_1_s=0.0001,
        longest_track_segment=0.93,
    )  # fmt: skip


def over_time() -> OverTime:
    n = len(TIMES)
    return OverTime(
        time_s=TIMES, completeness=(0.9,) * n, missed=(0.1,) * n, false=(0.0,) * n,
        gospa_m=tuple((500.0 + 10.0 * np.arange(n)).tolist()),
    )  # fmt: skip


def document() -> Document:
    good = Nis(count=1_200, mean_per_degree=1.02, low=0.97, high=1.03)
    return Document(
        mark=SIMULATED,
        simulated=True,
        program=Program(version="0.1.0", command="glasshield track a.tdm", input_hash="ab" * 32),
        epoch="2030-01-01T06:00:00Z",
        start="2030-01-01T06:00:00.25Z",
        end="2030-01-01T06:09:40Z",
        options={"filter": "ekf"},
        files=(File(file="a.tdm", format="tdm", kept=1_790, rejected=10),),
        problems=(
            Problem(file="a.tdm", where="line 26", reason="a range below zero", got="-3", count=9),
        ),
        n_detections=1_800,
        n_rejected=10,
        n_too_late=2,
        tracks=(track(1, launch=True), track(2, launch=False)),
        sensors=(sensor("north", biased=True), sensor("south", biased=False)),
        metrics=Metrics(
            nis=good, nees=good, position_rmse_m=81.5, velocity_rmse_m_s=3.2, cutoff_m=10e3,
            gospa_order=2.0, ospa_order=1.0, all=marks(1.1), in_view=marks(1.0),
            over_time=over_time(),
        ),
        rate_detections_per_s=1.5e6,
    )  # fmt: skip
