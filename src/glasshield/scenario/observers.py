"""Who looks in a scenario, with the errors that only the truth knows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from glasshield.catalog.quantity import Quantity
from glasshield.catalog.scenarios import Deviations, OwnStation, Scenario
from glasshield.catalog.scenarios import Observer as ObserverRecord
from glasshield.sensing.biases import NO_BIAS, Biases
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import Accuracy, Station


@dataclass(frozen=True, slots=True)
class Observer:
    """A station in a scenario.

    Attributes:
        station: as the tracker knows it.
        start_s: its first look, after the epoch.
        biases: its constant errors.
        air: by how much the air's refractivity deviates from the standard, as a share of it.
        delay_spread_s: mean of the random part of the delay, exponential, beside the fixed part.
        looks_per_s: the most objects that it can look at in a second.
    """

    station: Station
    start_s: float = 0.0
    biases: Biases = NO_BIAS
    air: float = 0.0
    delay_spread_s: float = 0.0
    looks_per_s: float = np.inf


def observer(record: ObserverRecord, station: Station, rng: np.random.Generator) -> Observer:
    """An observer of a scenario, its constant errors drawn.

    Args:
        record: how it looks in the scenario.
        station: what stands there.
        rng: what draws.
    """
    spread_s = _si(record.delay_spread, 0.0)
    drawn = rng.standard_normal(5)
    return Observer(
        station=station,
        start_s=_si(record.start, 0.0),
        biases=_biases(record.biases, drawn) if record.biases else NO_BIAS,
        air=_si(record.air, 0.0) * float(drawn[4]),
        delay_spread_s=spread_s,
        looks_per_s=_si(record.looks, np.inf),
    )


def own_station(record: ObserverRecord, own: OwnStation) -> Station:
    """The station that a scenario describes itself."""
    return Station(
        id=record.id,
        party=own.party,
        lat_rad=own.position.lat_rad,
        lon_rad=own.position.lon_rad,
        height_m=own.position.height_m,
        accuracy=Accuracy(
            range_m=own.range_accuracy.si,
            azimuth_rad=own.azimuth_accuracy.si,
            elevation_rad=own.elevation_accuracy.si,
            range_rate_m_s=_si(own.range_rate_accuracy, np.inf),
        ),
        period_s=_si(record.period, 1.0),
        detection_probability=own.detection_probability.si,
        false_alarms=_si(record.false_alarms, 0.0),
        range_m=own.range.si,
        sectors=tuple(Sector.of(view) for view in own.fields_of_view),
        process_delay_s=max(_si(record.delay, 0.0) - _si(record.delay_spread, 0.0), 0.0),
    )


def own_stations(scenario: Scenario) -> list[Station]:
    """The stations of a scenario that stand in no catalogue."""
    return [
        own_station(record, record.station)
        for record in scenario.observers
        if record.station is not None
    ]


def _biases(deviations: Deviations, drawn: np.ndarray) -> Biases:
    return Biases(
        range_m=_si(deviations.range, 0.0) * float(drawn[0]),
        azimuth_rad=_si(deviations.azimuth, 0.0) * float(drawn[1]),
        elevation_rad=_si(deviations.elevation, 0.0) * float(drawn[2]),
        time_s=_si(deviations.time, 0.0) * float(drawn[3]),
    )


def _si(quantity: Quantity | None, otherwise: float) -> float:
    return otherwise if quantity is None else quantity.si
