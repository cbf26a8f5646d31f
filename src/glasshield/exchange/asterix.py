"""ASTERIX recordings: categories 015 and 048 as detections, 062 as tracks.

Category 015 measures range, azimuth and elevation, to 839 km. Category 048 measures range and
azimuth, to 256 NM; its elevation follows from the height that a 3D radar states, and a plot without
one is rejected. Category 062 holds the tracks of a centre. All hold the time of day only: the day
is the reader's to state.

Source: EUROCONTROL-SPEC-0149, Parts 4 (048), 9 (062) and 27 (015).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, BinaryIO, Final

import numpy as np
from jaxtyping import Float

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.problems import Place, Problems
from glasshield.exchange.records import Records
from glasshield.exchange.sensors import Sensors
from glasshield.sensing.detections import UNKNOWN
from glasshield.sensing.measurement import position
from glasshield.sensing.station import Station

NAUTICAL_MILE_M: Final = 1852.0
FOOT_M: Final = 0.3048
_DAY_S: Final = 86_400.0
_HEAD: Final = 3  # category and length of a data block
_SIMULATED_TARGET: Final = (2, 3)  # I015/020 TTAX: synthetic; simulated or replayed
# Steps of Newton's method from height to elevation; each doubles the digits.
_STEPS: Final = 6
_LARGEST_24: Final = 2**23 - 1
_LARGEST_16: Final = 2**16 - 1
_HIGHEST_048_M: Final = 8191 * 25 * FOOT_M
_HEIGHT_TOL_M: Final = 1.0  # a seventh of what the category resolves


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a recording.

    Attributes:
        number: in the file, from 1.
        category: 15, 48 or 62.
        items: of the record.
    """

    number: int
    category: int
    items: Any

    def has(self, item: str) -> bool:
        """Whether the record has an item."""
        return self.items.get_item(item) is not None

    def number_of(self, unit: str, item: str, *path: str) -> float:
        """A quantity of the record; NaN where it is not there."""
        found = self.items.get_item(item)
        for name in path:
            if found is None:
                return np.nan
            found = found.variation.get_item(name)
        return np.nan if found is None else float(found.variation.content.as_quantity(unit))

    def integer_of(self, item: str, *path: str) -> int | None:
        """A plain number of the record; none where it is not there."""
        found = self.items.get_item(item)
        for name in path:
            if found is None:
                return None
            found = found.variation.get_item(name)
        return None if found is None else int(found.as_uint())

    @property
    def source(self) -> tuple[int, int] | None:
        """SAC and SIC."""
        sac, sic = self.integer_of("010", "SAC"), self.integer_of("010", "SIC")
        return None if sac is None or sic is None else (sac, sic)


def records_of(file: BinaryIO, problems: Problems) -> Iterator[Record]:
    """The records of a recording, block by block; what cannot be read is noted."""
    problems.place = Place.RECORD
    categories = _categories()
    number, at = 0, 0
    while head := file.read(_HEAD):
        length = int.from_bytes(head[1:], "big")
        body = file.read(length - _HEAD) if length > _HEAD else b""
        if len(head) + len(body) < max(length, _HEAD + 1):
            why = "has no length" if 0 < length <= _HEAD else "is cut off"
            problems.add(number + 1, f"the block at byte {at:,} {why}")
            return
        at += length
        uap = categories.get(head[0])
        if uap is None:
            reason = f"blocks of category {head[0]:03d} hold neither detections nor tracks"
            problems.add(number + 1, reason, records=0)
            continue
        found = _parsed(uap, body)
        if found is None:
            number += 1
            problems.add(number, f"the block of category {head[0]:03d} cannot be read")
            continue
        for items in found:
            number += 1
            yield Record(number, head[0], items)


def _parsed(uap: Any, body: bytes) -> Sequence[Any] | None:
    """The records of a block; none where they cannot be read."""
    from asterix.base import Bits

    try:
        found = uap.parse(Bits.from_bytes(body))
    except TypeError:  # how the library meets a bit of the field specification that means nothing
        return None
    return None if isinstance(found, ValueError) else found


def read_detections(
    file: BinaryIO, sensors: Sensors, problems: Problems, day: Instant | None
) -> Records | None:
    """The detections of a recording, not yet checked; none where it holds none.

    Args:
        file: at its beginning.
        sensors: whom SAC and SIC mean.
        problems: takes what is wrong with it.
        day: at whose beginning, in UTC, the times of day count.
    """
    if day is None:
        problems.add_file("it holds times of day only: say on which day it begins")
        return None
    plots: list[_Plot] = []
    simulated = False
    for record in records_of(file, problems):
        simulated = simulated or _is_simulated(record)
        plot = _plot(record, sensors)
        if isinstance(plot, str):
            problems.add(record.number, plot)
        elif sensors.find(plot.name) is None:
            problems.add_sensor(plot.name, record.number, 1)
        else:
            plots.append(plot)
    if not plots:
        return None
    names = list(dict.fromkeys(plot.name for plot in plots))
    columns = np.array(
        [(plot.number, plot.time_s, *plot.measured, *plot.sigmas, plot.height_m) for plot in plots]
    )
    time_s = after_midnight(columns[:, 1])
    records = Records(
        epoch=midnight_of(day),
        names=tuple(names),
        number=columns[:, 0].astype(np.int64),
        name_index=np.array([names.index(plot.name) for plot in plots]),
        time_s=time_s,
        measured=columns[:, 2:6],
        sigmas=columns[:, 6:10],
        truth=np.full(len(plots), UNKNOWN, dtype=np.int32),
        snr_db=np.full(len(plots), np.nan),
        arrival_s=time_s,
        simulated=simulated,
    )
    return _with_elevations(records, columns[:, 10], sensors, problems)


def _with_elevations(
    records: Records, height_m: Float[np.ndarray, "n"], sensors: Sensors, problems: Problems
) -> Records:
    """The records with the elevations that their heights ask for; NaN is no height."""
    measured, good = records.measured.copy(), np.ones(len(records), dtype=bool)
    for place, name in enumerate(records.names):
        own = np.flatnonzero((records.name_index == place) & ~np.isnan(height_m))
        station = sensors.find(name)
        if len(own) and station is not None:
            range_m, azimuth = measured[own, 0], measured[own, 1]
            measured[own, 2] = elevations(station, range_m, azimuth, height_m[own])
            good[own] = ~np.isnan(measured[own, 2])
    reason = "category 048: no elevation gives this height at this range: one may be wrapped"
    problems.add_all(records.number[~good], reason)
    return replace(records, measured=measured).take(good)


def midnight_of(day: Instant) -> Instant:
    """The beginning of the day, in UTC, in which an instant lies."""
    return Instant(day.posix_us - day.posix_us % round(_DAY_S * 1e6))


def after_midnight(time_of_day_s: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """Seconds after the midnight before the first record, however often midnight passes."""
    step = np.diff(time_of_day_s, prepend=time_of_day_s[:1])
    days = np.cumsum((step < -0.5 * _DAY_S).astype(int) - (step > 0.5 * _DAY_S).astype(int))
    return time_of_day_s + days * _DAY_S


_Four = tuple[float, float, float, float]
_NOTHING: Final = (np.nan, np.nan, np.nan, np.nan)


@dataclass(frozen=True, slots=True)
class _Plot:
    """One detection as it stands in a recording.

    Attributes:
        number: of the record.
        name: of the sensor.
        time_s: of the day.
        measured: range, azimuth, elevation, range rate.
        sigmas: their deviations.
        height_m: in the place of an elevation; NaN where there is one.
    """

    number: int
    name: str
    time_s: float
    measured: _Four
    sigmas: _Four = _NOTHING
    height_m: float = np.nan


def _plot(record: Record, sensors: Sensors) -> _Plot | str:
    """The detection of a record, or why it is none."""
    source = record.source
    if record.category == 62:
        return "category 062 holds tracks, not detections"
    if source is None:
        return "it has no data source (item 010)"
    name = sensors.asterix.get(source, f"SAC {source[0]} SIC {source[1]}")
    return (_from_015 if record.category == 15 else _from_048)(record, name)


def _from_015(record: Record, name: str) -> _Plot | str:
    """A measurement of category 015, or why it is none."""
    azimuth_deg = record.number_of("°", "627", "AZ")
    elevation_deg = record.number_of("°", "628", "EL")
    if not np.isfinite(azimuth_deg + elevation_deg):
        return "category 015: it has no azimuth or no elevation (items 627, 628)"
    if record.integer_of("625", "R") == _LARGEST_24:
        return "category 015: the range stands at the limit of 838,860.7 m"
    measured = (
        record.number_of("m", "625", "R"),
        float(np.radians(azimuth_deg)),
        float(np.radians(elevation_deg)),
        record.number_of("m/s", "625", "RR"),
    )
    sigmas = (
        record.number_of("m", "625", "SDR"),
        float(np.radians(record.number_of("°", "627", "SDASZ"))),
        float(np.radians(record.number_of("°", "628", "SDEL"))),
        record.number_of("m/s", "625", "SDRR", "SDRR"),
    )
    return _Plot(record.number, name, record.number_of("s", "145"), measured, sigmas)


def _from_048(record: Record, name: str) -> _Plot | str:
    """A plot of category 048, or why it is none."""
    if not record.has("040"):
        return "category 048: it has no measured position (item 040)"
    if not record.has("110"):
        return "category 048: it has no height (item 110), so that nothing gives an elevation"
    rho = record.integer_of("040", "RHO")
    if rho in (0, _LARGEST_16):
        return f"category 048: the range stands at {'the limit of 256 NM' if rho else 'zero'}"
    height_m = record.number_of("ft", "110", "3DH") * FOOT_M
    if abs(height_m) >= _HIGHEST_048_M:
        return "category 048: the height stands at the limit of 204,775 ft"
    azimuth = float(np.radians(record.number_of("°", "040", "THETA")))
    # The elevations of all plots are found together from their heights.
    measured = (record.number_of("NM", "040", "RHO") * NAUTICAL_MILE_M, azimuth, 0.0, np.nan)
    return _Plot(record.number, name, record.number_of("s", "140"), measured, height_m=height_m)


def elevations(
    station: Station,
    range_m: Float[np.ndarray, "n"],
    azimuth_rad: Float[np.ndarray, "n"],
    height_m: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n"]:
    """The elevations (rad) at which targets of these heights are seen; NaN where there is none.

    Heights count above the ellipsoid; those of a recording count above the sea, which differs by
    up to 100 m.

    Args:
        station: who sees them.
        range_m: along the line of sight, above zero.
        azimuth_rad: clockwise from north.
        height_m: of the targets.
    """
    earth_m = float(np.linalg.norm(station.position_ecef_m))
    top = (earth_m + height_m - station.height_m) ** 2 - earth_m**2 - range_m**2
    sine = top / (2.0 * range_m * earth_m)
    # On a sphere first; a few steps of Newton's method then find it on the ellipsoid.
    found = np.arcsin(np.clip(sine, -1.0, 1.0))
    for _ in range(_STEPS):
        error_m = _heights_m(station, range_m, azimuth_rad, found) - height_m
        slope_m = np.maximum(range_m * np.cos(found), 1.0)
        found = np.clip(found - error_m / slope_m, -0.5 * np.pi, 0.5 * np.pi)
    missed_m = np.abs(_heights_m(station, range_m, azimuth_rad, found) - height_m)
    return np.where((np.abs(sine) <= 1.0) & (missed_m < _HEIGHT_TOL_M), found, np.nan)


def _heights_m(
    station: Station,
    range_m: Float[np.ndarray, "n"],
    azimuth_rad: Float[np.ndarray, "n"],
    elevation_rad: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n"]:
    """Heights above the ellipsoid of what is seen there."""
    places = position(station, range_m, azimuth_rad, elevation_rad)
    return np.asarray(ecef_to_geodetic(places)[2])


def _is_simulated(record: Record) -> bool:
    """Whether a record says that it is made up."""
    if record.category == 15:
        return record.integer_of("020", "TTAX") in _SIMULATED_TARGET
    return record.integer_of("020", "SIM") == 1


def _categories() -> dict[int, Any]:
    """How records of each category are laid out; importing them takes two seconds."""
    from asterix import generated

    return {
        15: generated.Cat_015_1_2.cv_uap,
        48: generated.Cat_048_1_32.cv_uap,
        62: generated.Cat_062_1_20.cv_uap,
    }
