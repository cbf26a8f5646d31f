"""Files of detections and of reported launches, as the commands that take them read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from glasshield.cli import output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.catalog import Catalog
    from glasshield.exchange.reading import ReadResult
    from glasshield.sensing.detections import Detections
    from glasshield.sensing.launch_detection import LaunchDetections

# A file with this suffix holds launches that were reported, as by infrared sensors.
REPORTS: Final = ".json"
# More problems than these are counted on a terminal, not listed.
_MOST_PROBLEMS: Final = 12


@dataclass(frozen=True, slots=True)
class Files:
    """What a command line says of files with detections.

    Attributes:
        paths: of detections, and of launches where one ends in `.json`.
        sensors: describes the stations; None for what lies beside the data.
        day: on which a recording begins that holds times of day only.
        simulated: to mark data that do not say so themselves.
    """

    paths: tuple[Path, ...]
    sensors: Path | None = None
    day: str | None = None
    simulated: bool = False

    @property
    def of_detections(self) -> list[Path]:
        """The files that hold detections."""
        return [path for path in self.paths if path.suffix != REPORTS]


def detections(files: Files, facts: Catalog) -> ReadResult:
    """What the files hold, on one epoch, and what was wrong in them.

    Args:
        files: as the command line names them.
        facts: where stations are looked up that nothing beside the data describes.

    Raises:
        InputError: nothing could be read, or a description of stations that is wrong.
    """
    from glasshield.earth.time import Instant
    from glasshield.exchange.reading import ReadOptions, read_detections
    from glasshield.exchange.sensors import sensors_for

    paths = files.of_detections
    known = sensors_for(paths, files.sensors, facts)
    day = None
    if files.day is not None:
        day = Instant.parse(f"{files.day}T00:00:00Z", where="--day")
    return read_detections(paths, known, ReadOptions(day=day, simulated=files.simulated))


def launches(files: Files) -> LaunchDetections | None:
    """The launches that were reported, from a file that is named among the others.

    Raises:
        InputError: more than one such file.
    """
    named = [path for path in files.paths if path.suffix == REPORTS]
    if len(named) > 1:
        raise InputError("one file of launches at most", where=str(named[1]))
    if not named:
        return None
    from glasshield.exchange.launches import read_launches

    return read_launches(named[0])


def say_problems(sentences: Iterable[str], more: str, kept: int, rejected: int) -> None:
    """Says on stderr what was wrong in files, the first few in full.

    Args:
        sentences: one for each problem.
        more: where the rest can be read.
        kept: records that became detections.
        rejected: records that did not.
    """
    said = list(sentences)
    for sentence in said[:_MOST_PROBLEMS]:
        output.say(f"glasshield: {sentence}")
    if len(said) > _MOST_PROBLEMS:
        output.say(f"glasshield: {len(said) - _MOST_PROBLEMS} more problems; {more}.")
    if rejected:
        output.say(f"glasshield: {kept:,} detections kept, {rejected:,} records rejected.")


def reported_by(detections: Detections) -> list[dict[str, Any]]:
    """What each station of a simulation reports, counted, as plain data."""
    return [
        {
            "id": station.id,
            "party": station.party,
            "detections": int((detections.station_index == number).sum()),
            "false_alarms": int(
                ((detections.station_index == number) & (detections.truth < 0)).sum()
            ),
        }
        for number, station in enumerate(detections.stations)
    ]
