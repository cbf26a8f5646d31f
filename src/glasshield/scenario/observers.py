"""Who looks in a scenario, with the errors that only the truth knows."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from glasshield.catalog import Catalog, Quantity
from glasshield.catalog.announced import AnnouncedTest
from glasshield.catalog.model import Search
from glasshield.catalog.scenarios import Deviations, OwnStation, Scenario, Swerling
from glasshield.catalog.scenarios import Observer as ObserverRecord
from glasshield.sensing import stations
from glasshield.sensing.biases import NO_BIAS, Biases
from glasshield.sensing.detection import Fluctuation
from glasshield.sensing.performance import Performance
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import Accuracy, Station


@dataclass(frozen=True, slots=True)
class Observer:
    """A station in a scenario.

    Attributes:
        station: as the tracker knows it.
        performance: what it makes of echoes; none where its accuracy and detection probability
            hold at every range.
        search: whether it finds objects by itself.
        start_s: its first look, after the epoch.
        biases: its constant errors.
        air: by how much the air's refractivity deviates from the standard, as a share of it.
        delay_spread_s: mean of the random part of the delay, exponential, beside the fixed part.
        looks_per_s: the most objects that it can look at in a second.
    """

    station: Station
    performance: Performance | None = None
    search: Search = Search.VOLUME
    start_s: float = 0.0
    biases: Biases = NO_BIAS
    air: float = 0.0
    delay_spread_s: float = 0.0
    looks_per_s: float = np.inf


def observer(
    record: ObserverRecord,
    scenario: Scenario | AnnouncedTest,
    facts: Catalog,
    rng: np.random.Generator,
) -> Observer:
    """An observer of a scenario or an announced test, its constant errors drawn.

    Args:
        record: how it looks in the scenario.
        scenario: which, or which announced test.
        facts: where radars of the catalogue stand.
        rng: what draws.

    Raises:
        InputError: a sensor of the catalogue that is no radar, or lacks a figure.
    """
    drawn = rng.standard_normal(5)
    made = (
        _plain(record, record.station) if record.station else _of_catalogue(record, scenario, facts)
    )
    return replace(
        made,
        start_s=_si(record.start, 0.0),
        biases=_biases(record.biases, drawn) if record.biases else NO_BIAS,
        air=_si(record.air, 0.0) * float(drawn[4]),
        delay_spread_s=_si(record.delay_spread, 0.0),
        looks_per_s=_si(record.looks, made.looks_per_s),
    )


def _of_catalogue(
    record: ObserverRecord, scenario: Scenario | AnnouncedTest, facts: Catalog
) -> Observer:
    """A radar of the catalogue, on the scenario's targets."""
    sensor = facts.sensors[record.sensor]
    fluctuation = _FLUCTUATIONS[scenario.fluctuation]
    made = stations.station(facts, sensor, fluctuation)
    return Observer(
        station=replace(
            made,
            id=record.id,
            period_s=_si(record.period, made.period_s),
            false_alarms=_si(record.false_alarms, made.false_alarms),
            process_delay_s=_fixed_delay_s(record),
        ),
        performance=stations.performance(facts, sensor, fluctuation),
        search=facts.radars[sensor.radar].search,
        looks_per_s=stations.looks_per_s(facts, sensor),
    )


def _plain(record: ObserverRecord, own: OwnStation) -> Observer:
    """A station that a scenario describes itself."""
    return Observer(
        Station(
            id=record.id,
            party=own.party,
            lat_rad=own.position.lat_rad,
            lon_rad=own.position.lon_rad,
            height_m=own.position.height_m,
            accuracy=Accuracy(
                range_m=_si(own.range_accuracy, np.inf),
                azimuth_rad=own.azimuth_accuracy.si,
                elevation_rad=own.elevation_accuracy.si,
                range_rate_m_s=_si(own.range_rate_accuracy, np.inf),
            ),
            period_s=_si(record.period, 1.0),
            detection_probability=own.detection_probability.si,
            false_alarms=_si(record.false_alarms, 0.0),
            range_m=own.range.si,
            sectors=tuple(Sector.of(view) for view in own.fields_of_view),
            process_delay_s=_fixed_delay_s(record),
        )
    )


_FLUCTUATIONS = dict(zip(Swerling, Fluctuation, strict=True))


def _fixed_delay_s(record: ObserverRecord) -> float:
    """The part of an observer's delay that is always the same."""
    return max(_si(record.delay, 0.0) - _si(record.delay_spread, 0.0), 0.0)


def _biases(deviations: Deviations, drawn: Float[np.ndarray, "5"]) -> Biases:
    return Biases(
        range_m=_si(deviations.range, 0.0) * float(drawn[0]),
        azimuth_rad=_si(deviations.azimuth, 0.0) * float(drawn[1]),
        elevation_rad=_si(deviations.elevation, 0.0) * float(drawn[2]),
        time_s=_si(deviations.time, 0.0) * float(drawn[3]),
    )


def _si(quantity: Quantity | None, otherwise: float) -> float:
    return otherwise if quantity is None else quantity.si
