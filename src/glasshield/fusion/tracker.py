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

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield import kernels
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.flight.fly import EarthModel, air_table, constants, drag_table
from glasshield.fusion.kernel_rows import (
    INT,
    LONG,
    Columns,
    accuracy_rows,
    columns_of,
    contiguous,
    motion_row,
    option_row,
    sector_rows,
    station_rows,
)
from glasshield.fusion.online import USUAL, Numbered, OnlineOptions, OnlineRegistration
from glasshield.fusion.options import Options
from glasshield.fusion.registration import Registration
from glasshield.fusion.staying import Staying
from glasshield.fusion.succession import (
    Numbers,
    Sights,
    continued,
    part,
    succeeding,
    thinned,
    without,
)
from glasshield.fusion.tracks import PACKED, Tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from glasshield.workspace import Progress

_ALWAYS: Final = -math.inf
_Rows = tuple[
    Float[np.ndarray, "n"],
    Float[np.ndarray, "n 6"],
    Float[np.ndarray, "n 21"],
    Float[np.ndarray, "n 3"],
    Int[np.ndarray, "n"],
    Int[np.ndarray, "n"],
]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is tracked at one time, tentative tracks among it; k tracks.

    Attributes:
        epoch: where the times count from.
        time_s: when the last scan began.
        id: of each track: from 1 in the order of confirmation, as far as no late detection has
            changed that since it was shown; below zero before it.
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
    `options.lag_s`, the order in which detections arrive. Their numbers alone depend on what was
    shown: one that a picture has shown stays with its object, though late detections would have
    given it to another; see `fusion.staying`.

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
        self._staying = Staying()
        self._accuracies = accuracy_rows(self.stations)
        # Of tracks made anew: what was before the first detections that the kernel was given.
        self._past: Tracks | None = None
        self._sights: Sights | None = None
        # The kernel's rows before this stand in the past.
        self._settled_s = _ALWAYS
        self._online = None
        if online is not None:
            self._online = OnlineRegistration(
                _nothing(self.stations, epoch),
                online,
                self.options.lag_s,
                lambda detections: track(detections, _keeping_all(self.options)),
            )
        self._kernel = self._new_kernel()

    def _new_kernel(self) -> kernels.Tracker:
        options = self.options if self._online is None else _keeping_all(self.options)
        kernel = kernels.Tracker(
            constants(EarthModel.ROTATING),
            air_table(),
            drag_table(),
            motion_row(options.motion),
            option_row(options),
            station_rows(self.stations),
            sector_rows(self.stations),
        )
        # Clocks set right bring detections out of the order in which they come.
        apart_s = 0.0 if self._online is None else self._online.apart_s
        kernel.start(
            options.lag_s + apart_s,
            math.inf if options.history_s is None else options.history_s,
        )
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
        columns = columns_of(detections, self._accuracies)
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
                self._settle(online)
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
        self._take(
            better.time_s,
            better.station_index,
            columns_of(better, self._accuracies),
            its.number,
            told,
        )

    def _take(
        self,
        time_s: Float[np.ndarray, "n"],
        station_index: Int[np.ndarray, "n"],
        columns: Columns,
        number: Int[np.ndarray, "n"],
        told: _Told,
    ) -> None:
        told.done, told.doing = told.done + told.doing, len(number)
        self._kernel.feed(
            contiguous(time_s),
            np.ascontiguousarray(station_index, dtype=INT),
            *columns,
            np.ascontiguousarray(number, dtype=LONG),
            told,
        )
        self._staying.more_came()

    def _again(self, online: OnlineRegistration) -> None:
        """Goes through the detections that are kept once more, with the biases now in use."""
        closed, still_open = online.kept()
        seen, given = self._picture(), self._staying.given(self._kernel)
        before, self._refused = self._whole(), self.too_late
        self._kernel, self._settled_s, self._sights = self._new_kernel(), _ALWAYS, None
        self._take_corrected(online, closed)
        # Only what no late detection can change any more decides which track is which.
        settled = without(before, still_open.number, online.closed_until_s)
        known = part(before, settled, at_least=self.options.confirm)
        numbers = succeeding(self._made(), known, given)
        self._past = part(known, without(known, closed.number, online.since_s))
        self._take_corrected(online, still_open)
        self._staying.make_anew(self._kernel, numbers, given)
        self._sights = _sights(seen).beyond(_sights(self._picture()), online.since_s)

    def _settle(self, online: OnlineRegistration) -> None:
        """Lets go history that is neither asked for nor learned from any more."""
        options = self.options
        if options.history_s is None and options.history_every_s == 0.0:
            return
        whole = self._whole()
        # Biases that are taken off move rows by less than a batch.
        self._settled_s = online.since_s - online.options.every_s
        old = (whole.time_s < self._settled_s) & (whole.time_s >= self._since_s())
        self._past = thinned(part(whole, old), options.history_every_s)
        self._kernel.let_go(self._settled_s)

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
        """What is tracked now; a number that is shown stays with its object, whatever comes."""
        self._staying.show(self._kernel)
        return self._picture()

    @property
    def _numbers(self) -> Numbers:
        """By which tracks are known now."""
        return self._staying.now(self._kernel)

    def _picture(self) -> Picture:
        k = self._kernel.count()
        ids, missed, detections = np.empty(k, INT), np.empty(k, INT), np.empty(k, LONG)
        times, seen_by = np.empty((k, 3)), np.empty((k, len(self.stations)))
        states, covariances, phases = np.empty((k, 6)), np.empty((k, PACKED)), np.empty((k, 3))
        self._kernel.picture(ids, missed, detections, times, seen_by, states, covariances, phases)
        sights = Sights(self._numbers.of(ids), times[:, 2], detections, seen_by)
        if self._sights is not None:
            sights = sights.after(self._sights)
        return Picture(
            epoch=self.epoch,
            time_s=self._kernel.time(),
            id=sights.id,
            state_ecef=states,
            packed_covariance=covariances,
            phase_probability=phases,
            confirmed=ids > 0,
            looks_missed=missed,
            state_time_s=times[:, 0],
            last_seen_s=times[:, 1],
            first_seen_s=sights.first_seen_s,
            detections=sights.detections,
            seen_by_s=sights.seen_by_s,
            simulated=self._simulated,
            registration=self.registration,
        )

    def tracks(self) -> Tracks:
        """The history of all confirmed tracks, as far as `options` have it kept."""
        if self._online is None:
            return self._made(self._since_s())
        return self._asked_for(self._whole())

    def history(self, number: int) -> Tracks:
        """The history of one confirmed track; no track where nothing of it is kept.

        Args:
            number: of the track, as `Picture.id` and `Tracks.id` have it.
        """
        its = self._one(self._numbers.own(number), number)
        if self._past is not None:
            of_it = np.repeat(self._past.id == number, np.diff(self._past.first_row))
            its = continued(part(self._past, of_it), its)
        return its if self._online is None else self._asked_for(its)

    def _since_s(self) -> float:
        """How far back history goes."""
        history_s = self.options.history_s
        return _ALWAYS if history_s is None else self._kernel.time() - history_s

    def _asked_for(self, tracks: Tracks) -> Tracks:
        """Of tracks kept to learn from, what the options have kept."""
        if self.options.history_s is not None:
            tracks = part(tracks, tracks.time_s >= self._since_s())
        return thinned(tracks, self.options.history_every_s)

    def _whole(self) -> Tracks:
        """All that there is of all confirmed tracks."""
        made = self._made(self._settled_s)
        named = replace(made, id=self._numbers.of(made.id))
        return named if self._past is None else continued(self._past, named)

    def _made(self, since_s: float = _ALWAYS) -> Tracks:
        """The tracks as the kernel counts them, from the first detections that it was given."""
        n, k = self._kernel.history_size(since_s)
        ids, first = np.empty(k, INT), np.empty(k + 1, INT)
        rows = _rows(n)
        self._kernel.tracks(since_s, ids, first, *rows)
        return self._tracks(ids, first, rows)

    def _one(self, own: int, number: int) -> Tracks:
        """What the kernel has of the track that it counts so, under the number it is known by."""
        since_s = self._since_s() if self._online is None else self._settled_s
        rows = _rows(self._kernel.track_size(own, since_s))
        self._kernel.track(own, since_s, *rows)
        n = len(rows[0])
        ids = np.array([number], INT) if n else np.empty(0, INT)
        return self._tracks(ids, np.unique((0, n)).astype(INT), rows)

    def _tracks(
        self, ids: Int[np.ndarray, "k"], first: Int[np.ndarray, "k+1"], rows: _Rows
    ) -> Tracks:
        times, states, covariances, phases, numbers, stations = rows
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


def _keeping_all(options: Options) -> Options:
    """The options without a bound of history."""
    return replace(options, history_s=None, history_every_s=0.0)


def _sights(picture: Picture) -> Sights:
    return Sights(picture.id, picture.first_seen_s, picture.detections, picture.seen_by_s)


def _rows(n: int) -> _Rows:
    """Room for n rows of history: time, state, covariance, phases, detection, station."""
    states, covariances, phases = np.empty((n, 6)), np.empty((n, PACKED)), np.empty((n, 3))
    return np.empty(n), states, covariances, phases, np.empty(n, LONG), np.empty(n, INT)


def _nothing(stations: Sequence[Station], epoch: Instant) -> Detections:
    """No detections."""
    none = np.empty(0)
    return Detections.of(
        epoch, stations, none, 0, azimuth_rad=none, elevation_rad=none, simulated=False
    )
