"""The tracker: detections of many radars in, tracks of many objects out.

Scan by scan: predict, gate, associate, update, begin and end tracks. The loops are compiled
(`native/tracker.isa.cpp`); a readable twin stands in `tests/reference/tracker.py`.

A scan is one look of one station. Detections of a station belong to one look unless a quarter of
its period passes between them, or a whole one since the first.

Sources: Blackman and Popoli, Design and Analysis of Modern Tracking Systems (1999), chapters 6 and
9 for gating, assignment and track life; Bar-Shalom, Li and Kirubarajan, Estimation with
Applications to Tracking and Navigation (2001), chapters 10 and 11 for the filters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield import kernels
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.flight.fly import EarthModel, air_table, constants, drag_table
from glasshield.fusion.online import USUAL, Numbered, OnlineOptions, OnlineRegistration
from glasshield.fusion.options import Motion, Options
from glasshield.fusion.registration import Registration
from glasshield.fusion.succession import Numbers, continued, part, succeeding, without
from glasshield.fusion.tracks import PACKED, Tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from glasshield.workspace import Progress

# What a new object is worth beside the false alarms of a scan.
NEW_OBJECTS: Final = 1.0
_INT: Final = np.int32


@dataclass(frozen=True, slots=True)
class Picture:
    """What is tracked at one time, tentative tracks among it; k tracks.

    Attributes:
        epoch: where the times count from.
        time_s: when the last scan began.
        id: of each track: from 1 in the order of confirmation; below zero before it.
        state_ecef: position and velocity, predicted to the last scan.
        packed_covariance: upper triangles, row by row.
        phase_probability: of boost, coast and entry.
        confirmed: by M of N looks.
        looks_missed: in a row.
        state_time_s: for which each state holds.
        last_seen_s: when each was last seen.
        first_seen_s: when each was first seen.
        detections: how many detections each has taken in.
        seen_by_s: when each station last saw each; NaN where it never did.
        simulated: whether any of the data were made up.
        registration: the stations' biases as far as they are known; None where nobody asked.
    """

    epoch: Instant
    time_s: float
    id: Int[np.ndarray, "k"]
    state_ecef: Float[np.ndarray, "k 6"]
    packed_covariance: Float[np.ndarray, "k 21"]
    phase_probability: Float[np.ndarray, "k 3"]
    confirmed: Bool[np.ndarray, "k"]
    looks_missed: Int[np.ndarray, "k"]
    state_time_s: Float[np.ndarray, "k"]
    last_seen_s: Float[np.ndarray, "k"]
    first_seen_s: Float[np.ndarray, "k"]
    detections: Int[np.ndarray, "k"]
    seen_by_s: Float[np.ndarray, "k s"]
    simulated: bool
    registration: Registration | None

    def __len__(self) -> int:
        return len(self.id)


class Tracker:
    """Tracks what a set of stations detects, for as long as detections come.

    What it has been given decides its tracks to the last digit: neither the processor nor, within
    `options.lag_s`, the order in which detections arrive.

    The stations' biases are learned meanwhile, and taken off once the data are sure of them: see
    `fusion.online`. All tracks are then made anew from the detections that are kept, under the
    same numbers.
    """

    def __init__(
        self,
        stations: Sequence[Station],
        epoch: Instant,
        options: Options | None = None,
        online: OnlineOptions | None = USUAL,
    ) -> None:
        """A tracker that has seen nothing.

        Args:
            stations: whose detections will come.
            epoch: where their times count from.
            options: left out, the usual ones.
            online: how biases are learned; None to take detections as they are.
        """
        self.stations = tuple(stations)
        self.epoch = epoch
        self.options = Options() if options is None else options
        self._simulated = False
        self._taken = 0
        self._refused = 0
        self._numbers = Numbers.same()
        self._past: Tracks | None = None
        self._online = None
        if online is not None:
            self._online = OnlineRegistration(
                _nothing(self.stations, epoch),
                online,
                self.options.lag_s,
                lambda detections: track(detections, self.options),
            )
        self._kernel = self._new_kernel()

    def _new_kernel(self) -> kernels.Tracker:
        kernel = kernels.Tracker(
            constants(EarthModel.ROTATING),
            air_table(),
            drag_table(),
            motion_row(self.options.motion),
            _option_row(self.options),
            station_rows(self.stations),
            _sector_rows(self.stations),
        )
        # Clocks set right bring detections out of the order in which they come.
        apart_s = 0.0 if self._online is None else self._online.apart_s
        kernel.start(self.options.lag_s + apart_s)
        return kernel

    def feed(self, detections: Detections, progress: Progress | None = None) -> None:
        """Takes in detections: one scan, or many; of the tracker's stations and epoch.

        A row's number in `Tracks.detection` counts through all that was ever fed.

        Args:
            detections: in any order; those older than the last scan by more than the lag are
                refused and counted in `too_late`.
            progress: told how far a long batch is; what it raises ends the batch, and what was
                taken in until then stays.

        Raises:
            RangeError: other stations or another epoch, or numbers that no tracker should see.
        """
        if detections.stations != self.stations or detections.epoch != self.epoch:
            raise RangeError(
                "detections of other stations, or counted from another epoch",
                do="join all detections first, and make the tracker for those",
            )
        columns = _columns(detections)
        told = _Told(progress, len(detections))
        first, self._taken = self._taken, self._taken + len(detections)
        self._simulated |= detections.simulated
        if self._online is None:
            number = np.arange(first, self._taken)
            self._take(detections.time_s, detections.station_index, columns, number, told)
        else:
            self._take_batches(self._online, self._online.parts(detections, first), told)
        if told.raised:
            raise told.raised[0]

    def _take_batches(
        self, online: OnlineRegistration, parts: Iterable[tuple[int, Numbered]], told: _Told
    ) -> None:
        """Takes in detections batch by batch, and learns from the batches that are complete."""
        for batch, its in parts:
            for complete in online.complete(batch):
                if online.learn(complete, self._made(), self._taken):
                    self._again(online)
            self._take_corrected(online, its, told)
            if not told(1.0):
                taken = online.corrected(its.detections).time_s <= self._kernel.time()
                its = its.take(taken)
            online.keep(batch, its)
            if told.raised:
                break

    def _take_corrected(
        self, online: OnlineRegistration, its: Numbered, told: _Told | None = None
    ) -> None:
        better = online.to_track(its.detections)
        told = told or _Told(None, len(its))
        self._take(better.time_s, better.station_index, _columns(better), its.number, told)

    def _take(
        self,
        time_s: Float[np.ndarray, "n"],
        station_index: Int[np.ndarray, "n"],
        columns: _Columns,
        number: Int[np.ndarray, "n"],
        told: _Told,
    ) -> None:
        told.done, told.doing = told.done + told.doing, len(number)
        self._kernel.feed(
            np.ascontiguousarray(time_s, dtype=float),
            np.ascontiguousarray(station_index, dtype=_INT),
            *columns,
            np.ascontiguousarray(number, dtype=_INT),
            told,
        )

    def _again(self, online: OnlineRegistration) -> None:
        """Goes through the detections that are kept once more, with the biases now in use."""
        closed, still_open = online.kept()
        before, self._refused = self.tracks(), self.too_late
        self._kernel = self._new_kernel()
        self._take_corrected(online, closed)
        # Only what no late detection can change any more decides which track is which.
        settled = without(before, still_open.number, online.closed_until_s)
        known = part(before, settled, at_least=self.options.confirm)
        self._numbers = succeeding(self._made(), known, self._taken)
        self._past = part(known, without(known, closed.number, online.since_s))
        self._take_corrected(online, still_open)

    def step(self, detections: Detections) -> Picture:
        """The picture after taking in detections (see `feed`)."""
        self.feed(detections)
        return self.picture()

    @property
    def too_late(self) -> int:
        """How many detections came later than the lag allows, and were refused.

        Those not older than what is kept come in when tracks are made anew.
        """
        return self._refused + self._kernel.too_late()

    @property
    def pairs_dropped(self) -> int:
        """How many pairs of a track and a detection joint probabilities have left out.

        All joint events of tracks that share detections are gone through, up to 200,000; where
        there are more, the least likely pairs do not count. None is left out in nearest assignment.
        """
        return self._kernel.pairs_dropped()

    @property
    def registration(self) -> Registration | None:
        """The stations' biases as far as they are known; None where nobody asked."""
        return None if self._online is None else self._online.registration

    def corrected(self, detections: Detections) -> Detections:
        """The detections without the biases that the tracks are now made without."""
        return detections if self._online is None else self._online.corrected(detections)

    def picture(self) -> Picture:
        """What is tracked now."""
        k = self._kernel.count()
        ids, missed = np.empty(k, dtype=_INT), np.empty(k, dtype=_INT)
        times, states = np.empty((k, 2)), np.empty((k, 6))
        covariances, phases = np.empty((k, PACKED)), np.empty((k, 3))
        self._kernel.picture(ids, missed, times, states, covariances, phases)
        number = self._numbers.of(ids)
        first, count, seen_by = _seen(self.tracks(), number)
        return Picture(
            epoch=self.epoch,
            time_s=self._kernel.time(),
            id=number,
            state_ecef=states,
            packed_covariance=covariances,
            phase_probability=phases,
            confirmed=ids > 0,
            looks_missed=missed,
            state_time_s=times[:, 0],
            last_seen_s=times[:, 1],
            first_seen_s=first,
            detections=count,
            seen_by_s=seen_by,
            simulated=self._simulated,
            registration=self.registration,
        )

    def tracks(self) -> Tracks:
        """The history of all confirmed tracks, as far back as `options.history_s` has it."""
        made = self._made()
        named = replace(made, id=self._numbers.of(made.id))
        whole = named if self._past is None else continued(self._past, named)
        if self.options.history_s is None:
            return whole
        return part(whole, whole.time_s >= self._kernel.time() - self.options.history_s)

    def history(self, number: int) -> Tracks:
        """The history of one confirmed track; no track where nothing of it is kept.

        Args:
            number: of the track, as `Picture.id` and `Tracks.id` have it.
        """
        every = self.tracks()
        return part(every, np.repeat(every.id == number, np.diff(every.first_row)))

    def _made(self) -> Tracks:
        """The tracks as the kernel counts them, from the first detections that it was given."""
        n, k = self._kernel.history_size()
        ids, first = np.empty(k, dtype=_INT), np.empty(k + 1, dtype=_INT)
        times, states = np.empty(n), np.empty((n, 6))
        covariances, phases = np.empty((n, PACKED)), np.empty((n, 3))
        numbers, stations = np.empty(n, dtype=_INT), np.empty(n, dtype=_INT)
        self._kernel.tracks(ids, first, times, states, covariances, phases, numbers, stations)
        return Tracks(
            epoch=self.epoch,
            stations=self.stations,
            id=ids,
            first_row=first,
            time_s=times,
            state_ecef=states,
            packed_covariance=covariances,
            phase_probability=phases,
            detection=numbers,
            station_index=stations,
            simulated=self._simulated,
        )


@dataclass(slots=True)
class _Told:
    """What the kernel calls now and then: tells how far all is, and whether to go on."""

    progress: Progress | None
    count: int
    done: int = 0
    doing: int = 0
    raised: list[BaseException] = field(default_factory=list)

    def __call__(self, share: float) -> bool:
        if self.progress is not None:
            try:
                self.progress((self.done + share * self.doing) / self.count, "tracking")
            except BaseException as error:  # noqa: BLE001 - raised again by feed
                self.raised.append(error)
        return not self.raised


def track(
    detections: Detections, options: Options | None = None, progress: Progress | None = None
) -> Tracks:
    """The tracks of all objects in a set of detections, taken as they are.

    Args:
        detections: of any stations, in any order.
        options: how the tracker is set up.
        progress: told how far it is.
    """
    tracker = Tracker(detections.stations, detections.epoch, options, online=None)
    tracker.feed(detections, progress)
    return tracker.tracks()


def _seen(
    tracks: Tracks, number: Int[np.ndarray, "k"]
) -> tuple[Float[np.ndarray, "k"], Int[np.ndarray, "k"], Float[np.ndarray, "k s"]]:
    """When tracks were first seen, how often, and when by each station; NaN where not known."""
    first, count = np.full(len(number), np.nan), np.zeros(len(number), dtype=int)
    seen_by = np.full((len(number), len(tracks.stations)), -np.inf)
    place = {int(one): at for at, one in enumerate(tracks.id)}
    for row, one in enumerate(number):
        if int(one) in place:
            its = tracks.rows(place[int(one)])
            first[row], count[row] = tracks.time_s[its][0], its.stop - its.start
            np.maximum.at(seen_by[row], tracks.station_index[its], tracks.time_s[its])
    return first, count, np.where(np.isfinite(seen_by), seen_by, np.nan)


def _nothing(stations: Sequence[Station], epoch: Instant) -> Detections:
    """No detections."""
    none = np.empty(0)
    return Detections.of(
        epoch, stations, none, 0, azimuth_rad=none, elevation_rad=none, simulated=False
    )


def motion_row(motion: Motion) -> Float[np.ndarray, "17"]:
    """The noise and change of the motions as the kernels take them."""
    return np.array(
        [
            motion.boost_noise_m2_s3,
            motion.coast_noise_m2_s3,
            motion.entry_noise_m2_s3,
            *(motion.thrust_noise_m2_s5, 0.0, motion.drag_noise_m4_kg2_s),
            *(motion.thrust_m_s2[0], 0.0, motion.drag_m2_kg[0]),
            *(motion.thrust_m_s2[1], 0.0, motion.drag_m2_kg[1]),
            motion.exhaust_m_s,
            motion.burnout_rate_1_s,
            motion.ignition_rate_1_s,
            motion.entry_rate_1_s,
            motion.entry_height_m,
        ]
    )


def station_rows(stations: Sequence[Station]) -> Float[np.ndarray, "s 16"]:
    """Stations as the kernels take them: place, axes, chances, reach, period."""
    return np.array(
        [
            [
                *station.position_ecef_m,
                *station.axes.ravel(),
                station.detection_probability,
                _unowned_density(station),
                station.range_m,
                station.period_s,
            ]
            for station in stations
        ]
    ).reshape(-1, 16)


def _unowned_density(station: Station) -> float:
    """False alarms and new objects of one scan, per metre, radian and radian."""
    return replace(station, false_alarms=station.false_alarms + NEW_OBJECTS).clutter_density


def _sector_rows(stations: Sequence[Station]) -> Float[np.ndarray, "k 5"]:
    return np.array(
        [
            (
                index,
                sector.azimuth_from_rad,
                sector.azimuth_width_rad,
                sector.elevation_min_rad,
                sector.elevation_max_rad,
            )
            for index, station in enumerate(stations)
            for sector in station.sectors
        ]
    ).reshape(-1, 5)


def _option_row(options: Options) -> Float[np.ndarray, "11"]:
    return np.array(
        [
            options.models,
            options.filter,
            options.association,
            options.initiation,
            options.gate,
            options.confirm,
            options.within,
            options.delete_after,
            options.lose_sigma_m,
            options.speed_sigma_m_s,
            options.speed_max_m_s,
        ],
        dtype=float,
    )


class _Columns(NamedTuple):
    """Detections as the kernel takes them, NaN where nothing was measured or stated."""

    range_m: Float[np.ndarray, "n"]
    azimuth_rad: Float[np.ndarray, "n"]
    elevation_rad: Float[np.ndarray, "n"]
    range_rate_m_s: Float[np.ndarray, "n"]
    sigmas: Float[np.ndarray, "n 4"]
    accuracies: Float[np.ndarray, "s 4"]


def _columns(detections: Detections) -> _Columns:
    """What was measured and how well, as the kernel takes it.

    Raises:
        RangeError: a time or an angle that is not finite, a range or a deviation not above zero,
            anything measured that is infinite.
    """
    columns = _Columns(
        _contiguous(detections.range_m),
        _contiguous(detections.azimuth_rad),
        _contiguous(detections.elevation_rad),
        _contiguous(detections.range_rate_m_s),
        _contiguous(detections.sigmas),
        _accuracy_rows(detections.stations),
    )
    wrong = kernels.impossible_detection(
        _contiguous(detections.time_s),
        np.ascontiguousarray(detections.station_index, dtype=_INT),
        *columns,
    )
    if wrong >= 0:
        raise RangeError(
            "a detection that cannot be",
            where=f"detection {wrong}",
            expected="finite times and angles, ranges and deviations above zero",
        )
    return columns


def _contiguous(column: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    return np.ascontiguousarray(column, dtype=float)


def _accuracy_rows(stations: Sequence[Station]) -> Float[np.ndarray, "s 4"]:
    return np.array(
        [
            (
                station.accuracy.range_m,
                station.accuracy.azimuth_rad,
                station.accuracy.elevation_rad,
                station.accuracy.range_rate_m_s,
            )
            for station in stations
        ],
        dtype=float,
    ).reshape(-1, 4)
