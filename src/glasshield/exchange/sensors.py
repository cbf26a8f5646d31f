"""Which station a name in a file means: described beside the data, or in the catalogue.

Tracking Data Messages and ASTERIX only name their sensors. A `sensors.toml` describes them:

    simulated = true

    [station.radar-west]
    party = "A"
    lat_deg = 54.1
    lon_deg = 12.2
    asterix = [25, 13]    # SAC and SIC: how the sensor is called in ASTERIX
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from glasshield.catalog import Catalog
from glasshield.catalog.lines import line_of
from glasshield.errors import InputError, RangeError
from glasshield.exchange.decimals import DEGREES, KILOMETRES, METRES, PLAIN, SECONDS, Scale
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import FULL_SKY, Accuracy, Station
from glasshield.workspace import write_atomically

NAME: Final = "sensors.toml"
Identity = tuple[int, int]  # SAC and SIC
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")

# Key in the file, field of the value, unit.
_STATION: Final = (
    ("lat_deg", "lat_rad", DEGREES),
    ("lon_deg", "lon_rad", DEGREES),
    ("height_m", "height_m", METRES),
    ("period_s", "period_s", SECONDS),
    ("detection_probability", "detection_probability", PLAIN),
    ("false_alarms", "false_alarms", PLAIN),
    ("range_km", "range_m", KILOMETRES),
    ("process_delay_s", "process_delay_s", SECONDS),
)
_ACCURACY: Final = (
    ("range_m", "range_m", METRES),
    ("azimuth_deg", "azimuth_rad", DEGREES),
    ("elevation_deg", "elevation_rad", DEGREES),
    ("range_rate_m_s", "range_rate_m_s", PLAIN),
)
_SECTOR: Final = (
    ("azimuth_from_deg", "azimuth_from_rad", DEGREES),
    ("azimuth_width_deg", "azimuth_width_rad", DEGREES),
    ("elevation_min_deg", "elevation_min_rad", DEGREES),
    ("elevation_max_deg", "elevation_max_rad", DEGREES),
)
_Table = Sequence[tuple[str, str, Scale]]


_Where = tuple[str, ...]
_NOT_FINITE: Final = re.compile(r"[+-]?(inf|nan)")


class _Number(str):
    """A number of the file as it stands there."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Sensors:
    """The stations that names in files may mean.

    Attributes:
        stations: by name.
        asterix: the name behind the SAC and SIC of ASTERIX.
        catalog: where other names are looked up; none to know only these.
    """

    stations: Mapping[str, Station] = field(default_factory=dict)
    asterix: Mapping[Identity, str] = field(default_factory=dict)
    catalog: Catalog | None = None

    @classmethod
    def of(cls, stations: Sequence[Station], catalog: Catalog | None = None) -> Sensors:
        """These stations, and those of a catalogue."""
        return cls({station.id: station for station in stations}, {}, catalog)

    def with_described(self, stations: Mapping[str, Station]) -> Sensors:
        """The same, with stations that data files describe; those known before come first."""
        return replace(self, stations={**stations, **self.stations})

    def find(self, name: str) -> Station | None:
        """The station of this name; none where nothing is known about it."""
        if name in self.stations:
            return self.stations[name]
        if self.catalog is None or name not in self.catalog.sensors:
            return None
        from glasshield.sensing.stations import station

        return station(self.catalog, self.catalog.sensors[name])


def sensors_for(
    paths: Sequence[Path], given: Path | None = None, catalog: Catalog | None = None
) -> Sensors:
    """The sensors of a file given, or of each `sensors.toml` beside the data, and the catalogue's.

    Raises:
        InputError: a file that is wrong, or two that describe one station differently.
    """
    beside = dict.fromkeys(path.parent / NAME for path in paths)
    files = [given] if given else [path for path in beside if path.is_file()]
    stations: dict[str, Station] = {}
    asterix: dict[Identity, str] = {}
    for file in files:
        read = read_sensors(file)
        for name, station in read.stations.items():
            if stations.setdefault(name, station) != station:
                raise InputError(
                    f"station {name} is described differently in another {NAME}", where=str(file)
                )
        asterix |= read.asterix
    return Sensors(stations, asterix, catalog)


def read_sensors(path: Path) -> Sensors:
    """The stations that a file describes.

    Raises:
        InputError: it cannot be read, or something in it is wrong; with file and line.
    """
    try:
        text = path.read_text(encoding="utf-8")
        tables = tomllib.loads(text, parse_float=_Number)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path)) from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"not TOML: {error}", where=str(path)) from None
    reader = _Reader(path, text)
    reader.check_keys(tables, (), {"station", "simulated"})
    stations: dict[str, Station] = {}
    asterix: dict[Identity, str] = {}
    for name, table in reader.table(tables, (), "station").items():
        where = ("station", name)
        if not isinstance(table, dict):
            raise reader.error(where, "is no table", "[station.NAME]")
        stations[name] = reader.station(name, table, where)
        if "asterix" in table:
            asterix[reader.identity(table["asterix"], (*where, "asterix"))] = name
    return Sensors(stations, asterix)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the tables of one file into stations, and names the line of what is wrong."""

    path: Path
    text: str

    def error(self, where: _Where, what: str, expected: str = "") -> InputError:
        line = line_of(self.text, where)
        return InputError(
            f"{'.'.join(where)} {what}", where=f"{self.path}:{line}", expected=expected
        )

    def check_keys(self, table: Mapping[str, Any], where: _Where, known: Set[str]) -> None:
        for key in table:
            if key not in known:
                raise self.error((*where, key), "is no key here", ", ".join(sorted(known)))

    def table(self, above: Mapping[str, Any], where: _Where, key: str) -> Mapping[str, Any]:
        found = above.get(key, {})
        if not isinstance(found, dict):
            raise self.error((*where, key), "is no table")
        return found

    def station(self, name: str, table: Mapping[str, Any], where: _Where) -> Station:
        more = {"party", "accuracy", "sectors", "asterix"}
        values = self.numbers(table, where, _STATION, more)
        for key in ("lat_deg", "lon_deg"):
            if key not in table:
                raise self.error(where, f"has no {key}")
        party = table.get("party", "")
        if not isinstance(party, str) or isinstance(party, _Number):
            raise self.error((*where, "party"), "is no text")
        accuracy = self.numbers(
            self.table(table, where, "accuracy"), (*where, "accuracy"), _ACCURACY
        )
        try:
            return Station(
                id=name,
                party=party,
                accuracy=Accuracy(**accuracy),
                sectors=self.sectors(table, (*where, "sectors")),
                **values,
            )
        except RangeError as error:
            raise self.error(where, f"cannot be: {error.what}") from None

    def sectors(self, table: Mapping[str, Any], where: _Where) -> tuple[Sector, ...]:
        found = table.get("sectors")
        if found is None:
            return FULL_SKY
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self.error(where, "is no list of tables")
        for each in found:
            if missing := {key for key, _, _ in _SECTOR} - set(each):
                raise self.error(where, f"has a sector without {', '.join(sorted(missing))}")
        return tuple(Sector(**self.numbers(each, where, _SECTOR)) for each in found)

    def numbers(
        self, table: Mapping[str, Any], where: _Where, known: _Table, more: Set[str] = frozenset()
    ) -> dict[str, float]:
        """The numbers of a table in SI units."""
        self.check_keys(table, where, {key for key, _, _ in known} | more)
        result = {}
        for key, name, scale in known:
            if key in table:
                number = table[key]
                if not isinstance(number, (int, _Number)) or isinstance(number, bool):
                    raise self.error((*where, key), "is no number")
                text = str(number).replace("_", "")
                result[name] = float(text) if _NOT_FINITE.fullmatch(text) else scale.one_to_si(text)
        return result

    def identity(self, value: Any, where: _Where) -> Identity:
        """SAC and SIC."""
        if (
            isinstance(value, list)
            and len(value) == 2
            and all(isinstance(each, int) and 0 <= each <= 255 for each in value)
        ):
            return value[0], value[1]
        raise self.error(where, "is no SAC and SIC", "two numbers from 0 to 255")


def write_sensors(
    stations: Sequence[Station],
    path: Path,
    *,
    simulated: bool,
    asterix: Mapping[Identity, str] | None = None,
) -> None:
    """Write a `sensors.toml`; what is read back is the same to the last bit.

    Args:
        stations: with different ids.
        path: of the file.
        simulated: whether their data are made up.
        asterix: how stations are called in ASTERIX.

    Raises:
        OutputError: the file cannot be written.
    """
    identities = {name: identity for identity, name in (asterix or {}).items()}
    lines = ["# Stations: where sensors stand and how well they measure.", ""]
    lines.append(f"simulated = {str(simulated).lower()}")
    for station in stations:
        lines += ["", *_station_lines(station, identities.get(station.id))]
    with write_atomically(path) as aside:
        aside.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _station_lines(station: Station, identity: Identity | None) -> list[str]:
    key = station.id if _PLAIN.fullmatch(station.id) else _quoted(station.id)
    lines = [f"[station.{key}]", f"party = {_quoted(station.party)}"]
    lines += _number_lines(station, _STATION)
    if identity:
        lines.append(f"asterix = [{identity[0]}, {identity[1]}]")
    sectors = [", ".join(_number_lines(sector, _SECTOR)) for sector in station.sectors]
    lines += ["sectors = [", *(f"  {{ {each} }}," for each in sectors), "]"]
    return [*lines, "", f"[station.{key}.accuracy]", *_number_lines(station.accuracy, _ACCURACY)]


def _number_lines(value: Station | Accuracy | Sector, known: _Table) -> list[str]:
    numbers = ((key, getattr(value, name), scale) for key, name, scale in known)
    return [
        f"{key} = {scale.text(number) if math.isfinite(number) else number}"
        for key, number, scale in numbers
    ]


def _quoted(text: str) -> str:
    """A text as a TOML string: JSON's is one, as it escapes the same signs."""
    return msgspec.json.encode(text).decode()
