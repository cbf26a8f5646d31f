"""What an evaluation of a flight test was computed from, as data, the detections among it.

`monitor evaluate --out` writes it beside its answer as `inputs.json`. The detections stand in it
number by number, so that whoever holds a signed measurement computes it again with nothing else,
and beside them the digest of every file that was read, for whoever holds those. Which simulated
object a detection came from is no input: nobody is told it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from jaxtyping import Float

from glasshield.assurance.inputs import led_to, stands_on
from glasshield.assurance.predicates import decided
from glasshield.assurance.worlds import World
from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest
from glasshield.catalog.model import Record
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.canonical import plain, sha256
from glasshield.exchange.kept import Kept, Kind, files_read, keep, unchanged
from glasshield.exchange.stated_facts import Facts, stated_facts, versions
from glasshield.exchange.station_values import station_from_si, station_to_si
from glasshield.monitoring.document import Evaluation
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.workspace import Workspace

SCHEMA: Final = "glasshield-measured/1"
RESULT_FILE: Final = "evaluation.json"
# A radar that looks ten times a second at a flight of half an hour makes a tenth of these.
MOST_DETECTIONS: Final = 200_000

Column = tuple[float | None, ...]  # null where nothing was measured; () where nothing ever was
_MEASURED: Final = ("range_m", "azimuth_rad", "elevation_rad", "range_rate_m_s")
_LAUNCH: Final = ("time_s", "lat_rad", "lon_rad", "position_sigma_m", "time_sigma_s", "arrival_s")


class Observed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Detections as columns in SI units and radians; times count from the epoch.

    `station` are places in `stations`. A column is empty where none of the detections has it.
    """

    simulated: bool
    epoch: str
    stations: tuple[dict[str, Any], ...]
    station: tuple[int, ...]
    time_s: tuple[float, ...]
    arrival_s: tuple[float, ...]
    range_m: Column = ()
    azimuth_rad: Column = ()
    elevation_rad: Column = ()
    range_rate_m_s: Column = ()
    sigma_range_m: Column = ()
    sigma_azimuth_rad: Column = ()
    sigma_elevation_rad: Column = ()
    sigma_range_rate_m_s: Column = ()
    snr_db: Column = ()


class Reported(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Launches that were reported, as columns; `sensor` are places in `sensors`."""

    simulated: bool
    epoch: str
    sensors: tuple[str, ...]
    sensor: tuple[int, ...]
    time_s: tuple[float, ...]
    lat_rad: tuple[float, ...]
    lon_rad: tuple[float, ...]
    position_sigma_m: tuple[float, ...]
    time_sigma_s: tuple[float, ...]
    arrival_s: tuple[float, ...]


class Recorded(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file that was read: its name, without the place where it lay, and its digest."""

    name: str
    sha256: str


class MeasuredInputs(Facts, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything that an evaluation was computed from: a test, detections, launches and facts."""

    test: str
    detections: Observed
    launches: Reported | None = None
    files: tuple[Recorded, ...] = ()


class Measurement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a signed measurement states: the inputs, what computed them, and the result."""

    inputs: MeasuredInputs
    versions: dict[str, str]
    result: dict[str, Any]


EVALUATION: Final = Kind(
    name="evaluation",
    schema=SCHEMA,
    result_file=RESULT_FILE,
    result=Evaluation,
    kept=Kept[MeasuredInputs],
    again="run glasshield monitor evaluate --out again",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """An evaluation, and what it was computed from.

    Attributes:
        test: as it was announced.
        detections: of the observers.
        launches: reported from elsewhere; None where nobody did.
        evaluation: the answer.
    """

    test: AnnouncedTest
    detections: Detections
    launches: LaunchDetections | None
    evaluation: Evaluation


def write_inputs(
    out: Path, workspace: Workspace, measured: Measured, files: Iterable[Path] = ()
) -> Path:
    """The path of `inputs.json`, written into the folder of an evaluation.

    Args:
        out: the folder, with the evaluation itself in `evaluation.json`.
        workspace: with which the evaluation was made.
        measured: the evaluation and its inputs.
        files: that were read besides the workspace's own folders of facts.

    Raises:
        InputError: detections that no statement can hold.
        OutputError: the folder cannot be written.
    """
    read = files_read(workspace, files)
    inputs = MeasuredInputs(
        test=measured.test.id,
        detections=observed(measured.detections),
        launches=reported(measured.launches) if measured.launches is not None else None,
        files=tuple(
            Recorded(name=Path(file.path).name, sha256=file.sha256)
            for file in sorted(read, key=lambda one: (Path(one.path).name, one.sha256))
        ),
        **stated_facts(workspace.catalog, records_of(measured.test, workspace.catalog)),
    )
    kept = Kept(
        schema=SCHEMA,
        inputs=inputs,
        versions=versions(),
        result_sha256=sha256(plain(measured.evaluation)),
        files=read,
    )
    return keep(out, kept)


def read_measurement(place: Path) -> Measurement:
    """What an evaluation states that was written into a folder.

    Args:
        place: the folder, or the evaluation's JSON file in it.

    Raises:
        InputError: no evaluation, or a result, an input file or a packaged fact that is no longer
            what it was when the evaluation was made.
    """
    kept, result = unchanged(place, EVALUATION, versions())
    return Measurement(inputs=kept.inputs, versions=kept.versions, result=result)


def records_of(test: AnnouncedTest, facts: Catalog) -> dict[str, Record]:
    """The records that a test and its claims lead to, by `kind.id`.

    Raises:
        UnknownNameError: an id that the catalogue does not hold.
    """
    found = led_to(facts, f"test.{test.id}")
    base = World.of(facts)
    for id in test.claims:
        claim = facts.claims[id]
        sets = claim.assumptions or decided(claim, base)[0].assumptions
        found |= stands_on(facts, id, sets)
    return dict(sorted(found.items()))


def observed(detections: Detections) -> Observed:
    """Detections as plain columns; `detections_of` gives the same numbers back.

    Raises:
        InputError: too many for a statement, or a number that is infinite.
    """
    if len(detections) > MOST_DETECTIONS:
        raise InputError(
            "too many detections for one statement",
            got=f"{len(detections):,}",
            expected=f"at most {MOST_DETECTIONS:,}",
            do="cut the files to the time of the flight",
        )
    columns = {name: _column(getattr(detections, name), name) for name in (*_MEASURED, "snr_db")}
    columns |= {
        f"sigma_{name}": _column(detections.sigmas[:, place], f"sigma_{name}")
        for place, name in enumerate(_MEASURED)
    }
    return Observed(
        simulated=detections.simulated,
        epoch=detections.epoch.isoformat(),
        stations=tuple(plain(station_to_si(station)) for station in detections.stations),
        station=tuple(detections.station_index.tolist()),
        time_s=tuple(detections.time_s.tolist()),
        arrival_s=tuple(detections.arrival_s.tolist()),
        **columns,
    )


def detections_of(stated: Observed) -> Detections:
    """The detections that columns state.

    Raises:
        InputError: columns of different lengths, or a station that is not there or cannot be.
    """
    count = len(stated.time_s)
    stations = tuple(station_from_si(each) for each in stated.stations)
    _check_places(stated.station, count, len(stations), "detections.station")
    sigmas = [_numbers(getattr(stated, f"sigma_{name}"), count) for name in _MEASURED]
    return Detections(
        epoch=Instant.parse(stated.epoch, where="detections.epoch"),
        stations=stations,
        time_s=_numbers(stated.time_s, count),
        station_index=np.array(stated.station, dtype=np.int32),
        sigmas=np.stack(sigmas, axis=-1).reshape(count, len(_MEASURED)),
        truth=np.full(count, UNKNOWN, dtype=np.int32),
        snr_db=_numbers(stated.snr_db, count),
        arrival_s=_numbers(stated.arrival_s, count),
        simulated=stated.simulated,
        **{name: _numbers(getattr(stated, name), count) for name in _MEASURED},
    )


def reported(launches: LaunchDetections) -> Reported:
    """Reported launches as plain columns; `launches_of` gives the same numbers back."""
    return Reported(
        simulated=launches.simulated,
        epoch=launches.epoch.isoformat(),
        sensors=launches.sensors,
        sensor=tuple(launches.sensor_index.tolist()),
        **{name: tuple(getattr(launches, name).tolist()) for name in _LAUNCH},
    )


def launches_of(stated: Reported) -> LaunchDetections:
    """The launches that columns state.

    Raises:
        InputError: columns of different lengths, or a sensor that is not there.
    """
    count = len(stated.time_s)
    _check_places(stated.sensor, count, len(stated.sensors), "launches.sensor")
    return LaunchDetections(
        epoch=Instant.parse(stated.epoch, where="launches.epoch"),
        sensors=stated.sensors,
        sensor_index=np.array(stated.sensor, dtype=np.int32),
        truth=np.full(count, UNKNOWN, dtype=np.int32),
        simulated=stated.simulated,
        **{name: _numbers(getattr(stated, name), count) for name in _LAUNCH},
    )


def _column(values: Float[np.ndarray, "n"], name: str) -> Column:
    """A column with null for NaN; empty where nothing is there."""
    if np.isnan(values).all():
        return ()
    if np.isinf(values).any():
        raise InputError("a number is infinite", where=name, do="leave out this detection")
    return tuple(None if math.isnan(value) else value for value in values.tolist())


def _numbers(column: Sequence[float | None], count: int) -> Float[np.ndarray, "n"]:
    """A column as an array with NaN for null."""
    if not column:
        return np.full(count, np.nan)
    if len(column) != count:
        raise InputError("the columns are not equally long", got=len(column), expected=str(count))
    return np.array([math.nan if value is None else value for value in column], dtype=float)


def _check_places(places: Sequence[int], count: int, known: int, where: str) -> None:
    """Passes so many places in a list of so many names."""
    if len(places) != count or not all(0 <= place < known for place in places):
        raise InputError("no list of places among those that are named", where=where)
