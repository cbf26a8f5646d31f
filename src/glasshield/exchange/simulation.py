"""A simulated scenario as a folder of files, as if parties had sent it.

    truth.oem            what flew (CCSDS OEM)
    STATION.tdm          what each station reports (CCSDS TDM)
    detections.parquet   what all of them report, with all that is known of it
    launches.json        what infrared sensors in orbit report, where they saw a launch
    sensors.toml         the stations as their owners describe them
    scenario.toml        what was asked for; of a rehearsal test.toml, what was announced
    truth.json           what nobody but the truth knows: constant errors, launches and impacts

A rehearsal of an announced test is written alike.
Every file says that it is simulated.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from jaxtyping import Float

from glasshield.catalog.announced import AnnouncedTest
from glasshield.catalog.scenarios import Scenario
from glasshield.catalog.written import toml
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.exchange import launches, oem_writing, sensors
from glasshield.exchange.writing import write_detections
from glasshield.fusion.paths import Paths
from glasshield.monitoring.rehearsal import Rehearsed
from glasshield.scenario.observers import Observer
from glasshield.scenario.simulate import Simulation
from glasshield.scenario.truth import Truth
from glasshield.workspace import Progress, write_atomically

_HEAD = "# SIMULATED: nothing in this scenario is real. Drawn with the seed {seed}.\n\n"


def write_simulation(
    simulation: Simulation | Rehearsed,
    folder: Path,
    progress: Progress = lambda _done, _doing: None,
) -> list[Path]:
    """The paths of the files written.

    Args:
        simulation: what flew and what was seen of it.
        folder: made where it is not there.
        progress: told what is being written.

    Raises:
        OutputError: a file cannot be written.
    """
    steps = _steps(simulation)
    for done, (name, write) in enumerate(steps):
        progress(done / len(steps), name)
        write(folder / name)
    return [folder / name for name, _ in steps]


def _steps(simulation: Simulation | Rehearsed) -> list[tuple[str, Callable[[Path], None]]]:
    """The name of each file, with what writes it."""
    stations = [observer.station for observer in simulation.observers]
    steps: list[tuple[str, Callable[[Path], None]]] = [
        ("truth.oem", lambda path: _write_truth(simulation.truth, path))
    ]
    for number, station in enumerate(stations):
        if (simulation.detections.station_index == number).any():
            steps.append((f"{station.id}.tdm", _report_of(simulation, number)))
    if len(simulation.detections):
        steps.append(
            ("detections.parquet", lambda path: write_detections(simulation.detections, path))
        )
    if len(simulation.launches):
        steps.append(
            ("launches.json", lambda path: launches.write_launches(simulation.launches, path))
        )
    return [
        *steps,
        ("sensors.toml", lambda path: sensors.write_sensors(stations, path, simulated=True)),
        (f"{_asked(simulation)[0]}.toml", lambda path: _write_asked(simulation, path)),
        ("truth.json", lambda path: _write_hidden(simulation, path)),
    ]


def _report_of(simulation: Simulation | Rehearsed, number: int) -> Callable[[Path], None]:
    """What writes the detections of one station, under the name of its party."""

    def write(path: Path) -> None:
        mine = simulation.detections.station_index == number
        party = simulation.observers[number].station.party
        write_detections(simulation.detections.take(mine), path, originator=party.upper())

    return write


def _write_truth(truth: Truth, path: Path) -> None:
    paths = Paths(truth.epoch, truth.id, truth.first_row, truth.time_s, truth.state_ecef)
    oem_writing.write_paths(paths, path, simulated=True)


def _asked(simulation: Simulation | Rehearsed) -> tuple[str, Scenario | AnnouncedTest]:
    """What was asked for, and what kind of record it is."""
    if isinstance(simulation, Rehearsed):
        return "test", simulation.test
    return "scenario", simulation.scenario


def _write_asked(simulation: Simulation | Rehearsed, path: Path) -> None:
    text = _HEAD.format(seed=simulation.seed) + toml(*_asked(simulation))
    with write_atomically(path) as aside:
        aside.write_text(text, encoding="utf-8")


def _write_hidden(simulation: Simulation | Rehearsed, path: Path) -> None:
    truth = simulation.truth
    kind, asked = _asked(simulation)
    hidden = {
        "simulated": True,
        kind: asked.id,
        "seed": simulation.seed,
        "epoch": truth.epoch.isoformat(),
        "stations": [_station(observer) for observer in simulation.observers],
        "objects": [_object(truth, number) for number in range(len(truth))],
    }
    if isinstance(simulation, Rehearsed):
        hidden["flown"] = str(simulation.flown)
    with write_atomically(path) as aside:
        aside.write_bytes(msgspec.json.format(msgspec.json.encode(hidden), indent=2) + b"\n")


def _station(observer: Observer) -> dict[str, Any]:
    biases = observer.biases
    return {
        "id": observer.station.id,
        "range_bias_m": biases.range_m,
        "azimuth_bias_deg": math.degrees(biases.azimuth_rad),
        "elevation_bias_deg": math.degrees(biases.elevation_rad),
        "time_bias_s": biases.time_s,
        "refractivity_deviation": observer.air,
    }


def _object(truth: Truth, number: int) -> dict[str, Any]:
    """One object: launch, burnout and impact only where it has them."""
    facts: dict[str, Any] = {"id": truth.id[number]}
    if truth.missile[number]:
        facts["missile"] = truth.missile[number]
    burnout = truth.burnout_state_ecef[number]
    events = {
        "launch": (truth.launch_time_s[number], truth.launch_position_ecef_m[number]),
        "burnout": (truth.burnout_time_s[number], burnout[:3]),
        "impact": (truth.impact_time_s[number], truth.impact_position_ecef_m[number]),
    }
    for name, (time_s, position) in events.items():
        if np.isfinite(time_s):
            facts[name] = _event(truth, float(time_s), position)
    if "burnout" in facts:
        facts["burnout"]["speed_km_s"] = float(np.linalg.norm(burnout[3:])) / 1e3
    return facts


def _event(truth: Truth, time_s: float, position_ecef_m: Float[np.ndarray, "3"]) -> dict[str, Any]:
    lat, lon, height = ecef_to_geodetic(position_ecef_m)
    return {
        "time": truth.epoch.plus_s(time_s).isoformat(),
        "lat_deg": float(np.degrees(lat)),
        "lon_deg": float(np.degrees(lon)),
        "height_km": float(height) / 1e3,
    }
