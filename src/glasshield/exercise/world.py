"""What really flies in an exercise and what its sensors make of it, all of it made beforehand.

Flights are the same in every run of an exercise; what sensors measure is drawn by the seed. Draws
are counted by what they are for, so that a sensor that fails, a party that withholds or a flight
more changes nothing but what it must.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog.quantity import Position, Quantity, Status
from glasshield.catalog.scenarios import FlightShape, Salvo
from glasshield.errors import InputError
from glasshield.exercise.ascents import ascent
from glasshield.exercise.places import Places
from glasshield.exercise.reading import Exercise
from glasshield.exercise.script import Ascent, Flight, Sensor
from glasshield.scenario.detect import detect
from glasshield.scenario.launches import first_sight_s
from glasshield.scenario.observers import Observer
from glasshield.scenario.salvos import salvo
from glasshield.scenario.simulate import STEP_S
from glasshield.scenario.truth import Truth
from glasshield.sensing import stations
from glasshield.sensing.biases import Biases
from glasshield.sensing.detection import Fluctuation
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchSensor
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import Accuracy, Station
from glasshield.workspace import Cache, Workspace

# Streams of draws: what one of them draws does not change the others.
_FLIGHTS: Final = 1
_BIASES: Final = 2
_DETECTIONS: Final = 3
_CLUTTER: Final = 4
_SOURCE: Final = "exercise"
_SHIFTED: Final = ("time_s", "launch_time_s", "burnout_time_s", "reentry_time_s", "impact_time_s")


def stream(name: str) -> int:
    """The number of a stream of draws, by what it is for."""
    return zlib.crc32(name.encode())


@dataclass(frozen=True, slots=True)
class Stage:
    """What all runs of an exercise share: its flights and its sensors.

    Attributes:
        exercise: whose.
        flights: what flies by the name in the file, each as if launched at second 0.
        observers: the sensors without their constant errors, in the order of the file.
        parties: of the sensors, in that order.
        places: where batteries stand, who answers for what.
    """

    exercise: Exercise
    flights: Mapping[str, Truth]
    observers: tuple[Observer, ...]
    parties: tuple[str, ...]
    places: Places

    @classmethod
    def of(cls, exercise: Exercise, cache: Cache | None = None) -> Stage:
        """The stage of an exercise: every flight is flown once.

        Args:
            exercise: that is to be run, once or a thousand times.
            cache: where flyout tables are kept; the user's own where left out.

        Raises:
            InputError: a target out of a missile's reach, or a sensor that lacks a figure.
        """
        script = exercise.script
        fluctuation = Fluctuation[exercise.head.fluctuation.upper().replace("-", "_")]
        return cls(
            exercise,
            {name: _flown(name, one, exercise) for name, one in script.flights.items()},
            tuple(
                _observer(name, one, exercise, fluctuation) for name, one in script.sensor.items()
            ),
            tuple(one.party for one in script.sensor.values()),
            Places.of(exercise, cache or Workspace.default().cache),
        )

    @property
    def stations(self) -> tuple[Station, ...]:
        """The sensors as trackers know them."""
        return tuple(each.station for each in self.observers)

    def stations_by_party(self) -> dict[str, list[Station]]:
        """The sensors of each party."""
        found: dict[str, list[Station]] = {}
        for each in self.observers:
            found.setdefault(each.station.party, []).append(each.station)
        return found


def flight_names(name: str, truth: Truth) -> tuple[str, ...]:
    """What the flights of one entry of the file are called: its name alone if it is one."""
    return (name,) if len(truth) == 1 else truth.id


def _flown(name: str, one: Flight | Ascent, exercise: Exercise) -> Truth:
    """The truth of one entry of the file."""
    if isinstance(one, Ascent):
        return _ascent(name, one, exercise)
    rng = np.random.default_rng((_FLIGHTS, stream(name)))
    where = f"{exercise.where}: flight {name}"
    try:
        return salvo(_salvo(name, one), exercise.facts, exercise.epoch, STEP_S, rng)
    except InputError as error:
        raise InputError(error.what, where=where, got=error.got, expected=error.expected,
                         do=error.do) from None  # fmt: skip


def _ascent(name: str, one: Ascent, exercise: Exercise) -> Truth:
    lat, lon = map(math.radians, one.from_deg)
    states = ascent(
        (lat, lon),
        math.radians(one.azimuth_deg),
        one.burn_s,
        one.height_m,
        (exercise.head.length_s, STEP_S),
    )
    truth = Truth.of(
        exercise.epoch,
        STEP_S,
        [(name, "")],
        np.array([one.radar_cross_section_m2]),
        np.zeros(1),
        states[None],
    )
    end = min(int(one.burn_s / STEP_S), len(states) - 1)
    return replace(
        truth,
        launch_time_s=np.zeros(1),
        launch_position_ecef_m=states[:1, :3],
        burnout_time_s=np.array([float(one.burn_s)]),
        burnout_state_ecef=states[end : end + 1],
    )


def _salvo(name: str, one: Flight) -> Salvo:
    """The flights as the simulation of scenarios reads them; all start at second 0 here."""
    return Salvo(
        id=name,
        missile=one.missile,
        launch=one.launch,
        launch_position=_place(one.from_deg),
        target=one.target,
        target_position=_place(one.to_deg),
        shape=FlightShape(one.shape),
        count=_chosen(float(one.count), "1"),
        start=_chosen(0.0, "s"),
        interval=_chosen(one.interval_s, "s"),
        scatter=_chosen(one.scatter_m, "m"),
    )


def _chosen(value: float, unit: str) -> Quantity:
    return Quantity(value=float(value), unit=unit, source=_SOURCE, status=Status.ASSUMED,
                    note="chosen for the exercise")  # fmt: skip


def _place(place_deg: tuple[float, float] | None) -> Position | None:
    if place_deg is None:
        return None
    return Position(lat_deg=place_deg[0], lon_deg=place_deg[1], source=_SOURCE,
                    status=Status.ASSUMED, note="chosen for the exercise")  # fmt: skip


def _observer(name: str, one: Sensor, exercise: Exercise, fluctuation: Fluctuation) -> Observer:
    """A sensor of the exercise, without constant errors."""
    fixed_s = max(one.delay_s - one.delay_spread_s, 0.0)
    if not one.sensor:
        return Observer(
            _own_station(name, one, fixed_s),
            start_s=one.start_s,
            delay_spread_s=one.delay_spread_s,
        )
    facts = exercise.facts
    record = facts.sensors[one.sensor]
    made = stations.station(facts, record, fluctuation)
    return Observer(
        replace(
            made,
            id=name,
            party=one.party,
            period_s=one.period_s or made.period_s,
            false_alarms=one.false_alarms,
            process_delay_s=fixed_s,
        ),
        performance=stations.performance(facts, record, fluctuation),
        search=facts.radars[record.radar].search,
        start_s=one.start_s,
        delay_spread_s=one.delay_spread_s,
    )


def _own_station(name: str, one: Sensor, delay_s: float) -> Station:
    assert one.position_deg is not None, "a sensor has a place where it is none of the catalogue"
    lat, lon = map(math.radians, one.position_deg)
    return Station(
        id=name,
        party=one.party,
        lat_rad=lat,
        lon_rad=lon,
        accuracy=Accuracy(one.range_accuracy_m, one.angle_accuracy_rad, one.angle_accuracy_rad),
        period_s=one.period_s or 1.0,
        detection_probability=one.detection_probability,
        false_alarms=one.false_alarms,
        range_m=one.range_m,
        sectors=tuple(_sector(*view.azimuth_deg, *view.elevation_deg) for view in one.views),
        process_delay_s=delay_s,
    )


def _sector(from_deg: float, to_deg: float, low_deg: float, high_deg: float) -> Sector:
    return Sector(
        math.radians(from_deg),
        math.radians((to_deg - from_deg) % 360.0 or 360.0),
        math.radians(low_deg),
        math.radians(high_deg),
    )


class World:
    """The truth of one run, and what sensors measure of it by its seed.

    Attributes:
        names: of all flights that have been launched, by number.
        entry: of each flight, the entry of the file that it belongs to.
        flown: the truth of each entry that has been launched, in that order.
        start_s: of each of these, when its first flight started.
        ended_s: when flights were hit: from then on there is nothing to see of them.
    """

    __slots__ = ("_impacts", "_observers", "_seed", "_stage", "ended_s", "entry", "flown", "names",
                 "start_s")  # fmt: skip

    def __init__(self, stage: Stage, seed: int) -> None:
        """A world in which nothing has been launched.

        Args:
            stage: of the exercise.
            seed: of the draws.
        """
        self._stage = stage
        self._seed = seed
        self._observers = tuple(
            replace(one, biases=self._biases(name, sensor))
            for one, (name, sensor) in zip(
                stage.observers, stage.exercise.script.sensor.items(), strict=True
            )
        )
        self.names: tuple[str, ...] = ()
        self.entry: tuple[str, ...] = ()
        self.start_s: dict[str, float] = {}
        self.ended_s: dict[str, float] = {}
        self._impacts: list[tuple[float, Float[np.ndarray, "3"]]] = []
        self.flown: tuple[Truth, ...] = ()

    def _biases(self, name: str, sensor: Sensor) -> Biases:
        drawn = np.random.default_rng((self._seed, _BIASES, stream(name))).standard_normal(4)
        spread = sensor.biases
        return Biases(
            spread.range_m * float(drawn[0]),
            spread.azimuth_rad * float(drawn[1]),
            spread.elevation_rad * float(drawn[2]),
            spread.time_s * float(drawn[3]),
        )

    def false_alarms(self) -> Detections:
        """What sensors report of nothing, in the order of its arrival."""
        head = self._stage.exercise.head
        nothing = Truth.of(
            self._stage.exercise.epoch,
            STEP_S,
            [],
            np.empty(0),
            np.empty(0),
            np.empty((0, 2, 6)),
        )
        seed = (self._seed, _CLUTTER)
        made = detect(self._observers, nothing, head.length_s, seed, np.empty(0))
        return made.by_arrival()

    def launched(self, name: str, start_s: float) -> Detections:
        """Launches the flights of an entry; what sensors will report of them, as it arrives.

        Args:
            name: of the entry.
            start_s: of its first flight.
        """
        first = len(self.names)
        at_zero = self._stage.flights[name]
        truth = replace(
            at_zero, **{column: getattr(at_zero, column) + start_s for column in _SHIFTED}
        )
        self.names += flight_names(name, truth)
        self.entry += (name,) * len(truth)
        self.start_s[name] = start_s
        self.flown += (truth,)
        self._impacts += zip(
            np.where(np.isnan(truth.impact_time_s), np.inf, truth.impact_time_s).tolist(),
            truth.impact_position_ecef_m,
            strict=True,
        )
        made = self._detected(name, truth)
        number = np.where(made.truth >= 0, made.truth + first, made.truth).astype(np.int32)
        return replace(made, truth=number).by_arrival()

    def _detected(self, name: str, truth: Truth) -> Detections:
        head = self._stage.exercise.head
        sensors = [LaunchSensor.of(self._stage.exercise.facts.sensors[id]) for id in head.infrared]
        cue_s = np.full(len(truth), np.inf)
        for sensor in sensors:
            np.minimum(cue_s, first_sight_s(sensor, truth) + sensor.delay_s, out=cue_s)
        silent = [
            replace(one, station=replace(one.station, false_alarms=0.0)) for one in self._observers
        ]
        seed = (self._seed, _DETECTIONS, stream(name))
        made = detect(silent, truth, head.length_s, seed, cue_s)
        return replace(made, stations=self._stage.stations)

    def states_at(self, time_s: float) -> Float[np.ndarray, "k 6"]:
        """Positions (m) and velocities (m/s) of all flights; NaN for those that do not fly."""
        if not self.flown:
            return np.empty((0, 6))
        at = np.array([time_s])
        return np.concatenate([truth.states_at(at)[:, 0] for truth in self.flown])

    def impact_of(self, number: int) -> tuple[float, Float[np.ndarray, "3"]]:
        """When a flight comes down if nothing meets it, infinite for never; where (m, ECEF)."""
        return self._impacts[number]

    def nearest(
        self, position_ecef_m: Float[np.ndarray, "3"], time_s: float, within_m: float
    ) -> str:
        """The flight that is nearest to a place at a time; empty where none is near.

        Args:
            position_ecef_m: of a track.
            time_s: for which it holds.
            within_m: how far away the flight may be.
        """
        return self.all_nearest(position_ecef_m[None], time_s, within_m)[0]

    def all_nearest(
        self, position_ecef_m: Float[np.ndarray, "n 3"], time_s: float, within_m: float
    ) -> tuple[str, ...]:
        """The flight that is nearest to each of some places at a time; empty where none is near.

        Args:
            position_ecef_m: of tracks.
            time_s: for which they hold.
            within_m: how far away a flight may be.
        """
        states = self.states_at(time_s)
        flying = np.flatnonzero(np.isfinite(states[:, 0]))
        if not len(flying):
            return ("",) * len(position_ecef_m)
        gap = position_ecef_m[:, None] - states[None, flying, :3]
        away_m = np.sqrt(np.einsum("nki,nki->nk", gap, gap))
        best = np.argmin(away_m, axis=1)
        near = away_m[np.arange(len(best)), best] <= within_m
        return tuple(
            self.names[flying[k]] if is_near else ""
            for k, is_near in zip(best.tolist(), near.tolist(), strict=True)
        )


def merged(parts: Sequence[Detections]) -> Detections:
    """Several sets of detections as one, in the order of arrival."""
    return Detections.join(parts).by_arrival()
