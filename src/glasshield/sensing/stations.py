"""Stations: what they have in view, and those of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, Float

from glasshield.catalog import Catalog, Quantity
from glasshield.catalog.model import Radar as Design
from glasshield.catalog.model import Search, SensorType
from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.errors import InputError
from glasshield.sensing.detection import Fluctuation
from glasshield.sensing.performance import Performance
from glasshield.sensing.refraction import Refraction
from glasshield.sensing.sensors import Radar, Sector
from glasshield.sensing.station import Accuracy, Station
from glasshield.sensing.visibility import Paths, visible


def station(
    catalog: Catalog,
    record: SensorRecord,
    fluctuation: Fluctuation = Fluctuation.SWERLING_1,
) -> Station:
    """A catalogue's radar as a tracker knows it.

    Its accuracy and detection probability are those at the published range for the published
    cross-section: nearer, it does better, and its detections say so. It looks as far as its
    published range, as catalogues show it to, or as it sees a square metre, whichever is most.
    False alarms are those of a look at every cell of its view.

    Args:
        catalog: where its design and its site are.
        record: a radar.
        fluctuation: of the targets for which the range is published.

    Raises:
        InputError: not a radar, or one whose design lacks a figure.
    """
    made = performance(catalog, record, fluctuation)
    design = catalog.radars[record.radar]
    position = catalog.position_of(record)
    assert position is not None, "the catalogue refuses a radar without a place"
    sectors = tuple(Sector.of(view) for view in record.fields_of_view)
    shown_m = record.catalogue_range.si if record.catalogue_range else 0.0
    square_metre_m = made.range_m * made.cross_section_m2**-0.25
    range_m = max(shown_m, made.range_m, square_metre_m)
    there = made.sigmas(np.array([made.snr_there]), np.zeros(1))[0]
    return Station(
        id=record.id,
        party=record.party,
        lat_rad=position.lat_rad,
        lon_rad=position.lon_rad,
        height_m=position.height_m,
        accuracy=Accuracy(*map(float, there)),
        period_s=_needed(design, "revisit_period", design.revisit_period),
        detection_probability=made.detection_probability,
        false_alarms=made.false_alarm_probability * _cells(made, sectors, range_m),
        range_m=range_m,
        sectors=sectors,
    )


def performance(
    catalog: Catalog,
    record: SensorRecord,
    fluctuation: Fluctuation = Fluctuation.SWERLING_1,
) -> Performance:
    """What a catalogue's radar makes of echoes.

    Args:
        catalog: where its design is.
        record: a radar.
        fluctuation: of the targets.

    Raises:
        InputError: not a radar, or one whose design lacks a figure.
    """
    if record.type is not SensorType.RADAR:
        raise InputError(f"{record.id} is no radar", where=f"sensor.{record.id}")
    design = catalog.radars[record.radar]
    rate, floor = design.range_rate_resolution, design.range_rate_accuracy
    return Performance(
        range_m=design.detection_range.si,
        cross_section_m2=design.reference_cross_section.si,
        detection_probability=_needed(
            design, "detection_probability", design.detection_probability
        ),
        false_alarm_probability=_needed(
            design, "false_alarm_probability", design.false_alarm_probability
        ),
        beam_width_rad=_needed(design, "beam_width", design.beam_width),
        range_resolution_m=_needed(design, "range_resolution", design.range_resolution),
        range_floor_m=design.range_accuracy.si if design.range_accuracy else 0.0,
        angle_floor_rad=design.angle_accuracy.si if design.angle_accuracy else 0.0,
        range_rate_resolution_m_s=rate.si if rate else np.inf,
        range_rate_floor_m_s=floor.si if floor else 0.0,
        fluctuation=fluctuation,
    )


def looks_per_s(catalog: Catalog, record: SensorRecord) -> float:
    """How many objects a catalogue's radar can look at in a second; infinite where not stated."""
    looks = catalog.radars[record.radar].looks
    return looks.si if looks else np.inf


def in_view(
    station: Station,
    positions_ecef_m: Float[np.ndarray, "n m 3"],
    refraction: Refraction = Refraction.FOUR_THIRDS,
) -> Bool[np.ndarray, "n m"]:
    """Which positions lie in a station's sectors, above its horizon and within its range.

    Args:
        station: whose view.
        positions_ecef_m: of anything; NaN is out of view.
        refraction: whether rays bend.
    """
    # A target of the reference cross-section is seen just as far as the station looks.
    reach = Radar(
        id=station.id,
        lat_rad=station.lat_rad,
        lon_rad=station.lon_rad,
        height_m=station.height_m,
        sectors=station.sectors,
        range_m=station.range_m,
        reference_cross_section_m2=1.0,
        search=Search.VOLUME,
    )
    n = len(positions_ecef_m)
    # When motors burn, and how far apart the samples are, does not matter to a radar.
    paths = Paths(positions_ecef_m, 1.0, np.zeros(n), np.ones(n))
    return visible(reach, paths, refraction)


def _cells(made: Performance, sectors: Sequence[Sector], range_m: float) -> float:
    """How many resolution cells a radar's view has."""
    solid_sr = sum(
        sector.azimuth_width_rad
        * (np.sin(sector.elevation_max_rad) - np.sin(sector.elevation_min_rad))
        for sector in sectors
    )
    return float(range_m / made.range_resolution_m * solid_sr / made.beam_width_rad**2)


def _needed(design: Design, field: str, quantity: Quantity | None) -> float:
    """A figure in SI units that a design has to state."""
    if quantity is None:
        raise InputError(
            f"the radar states no {field}",
            where=f"radar.{design.id}",
            do=f"add {field} to it in a folder of your own facts",
        )
    return quantity.si
