"""The compiled tracker's readable twin: scan by scan in NumPy, scipy for the best assignment.

Predict, gate, associate, update, begin and end tracks, as `native/tracker.isa.cpp` does, but every
pair of a track and a detection is looked at, and nothing is packed, sorted or reused. Detections
come in order: late ones are the front's business (`native/tracker_front.cpp`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from jaxtyping import Float, Int
from scipy.optimize import linear_sum_assignment

from glasshield.earth import gravity
from glasshield.fusion import filters, imm, joint_association, motion
from glasshield.fusion.filters import Expectation, Gaussian
from glasshield.fusion.imm import Mixture
from glasshield.fusion.kernel_rows import NEW_OBJECTS
from glasshield.fusion.options import Association, Initiation, Models, Options
from glasshield.fusion.tracks import Phase, Tracks, pack
from glasshield.sensing import measurement
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

PAUSE, WHOLE = 0.25, 0.999  # of a station's period: what ends a look
UNDERGROUND_M = -5e3
TENTATIVE_LIFE_S = 20.0
TOO_CLOSE_S = 0.1  # for a velocity from two points
# Of each motion in the gate, at least, so that a change of motion does not put a detection outside;
# but a motion less likely than the second number counts for nothing there.
GATE_SHARE, GATE_LEAST = 0.3, 1e-3
NEVER = 1e9  # cost of a pair outside the gate
RANGE, AZIMUTH, ELEVATION, RATE = range(4)


@dataclass(frozen=True)
class Scan:
    """One look of one station: rows of one kind, by time."""

    station: int
    time_s: float
    delay_s: Float[np.ndarray, "d"]
    measured: Float[np.ndarray, "d 4"]
    sigmas: Float[np.ndarray, "d 4"]
    number: Int[np.ndarray, "d"]

    @property
    def quantities(self) -> list[int]:
        """Which of the four were measured."""
        return [int(q) for q in np.flatnonzero(np.isfinite(self.measured[0]))]


@dataclass
class Life:
    """What is counted of a track, and where it was first seen; tracks count as they begin."""

    place: int
    last_seen_s: float
    first: Gaussian
    first_time_s: float
    hits: int = 1
    looks: int = 1
    missed: int = 0
    confirmed: bool = False


@dataclass
class Taken:
    """What each track takes in: the probability of each detection, and the one that counts."""

    share: Float[np.ndarray, "n d"]

    @property
    def mass(self) -> Float[np.ndarray, "n"]:
        return self.share.sum(axis=1)

    @property
    def best(self) -> Int[np.ndarray, "n"]:
        """The detection that counts; -1 for a track that takes none."""
        best = np.argmax(self.share, axis=1) if self.share.size else np.zeros(len(self.share), int)
        return np.where(self.mass > 0.0, best, -1)


@dataclass
class Row:
    """A state kept."""

    place: int
    time_s: float
    whole: Gaussian
    phases: Float[np.ndarray, "3"]
    number: int
    station: int


@dataclass
class SlowTracker:
    """Everything that changes from scan to scan."""

    stations: tuple[Station, ...]
    options: Options
    lives: list[Life] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)  # of confirmed tracks, by place
    begun: int = 0

    def __post_init__(self) -> None:
        self.bank = imm.bank(self.options.models, self.options.motion)
        nothing = Gaussian(np.empty((0, 6)), np.empty((0, 6, 6)))
        self.mixture = imm.begin(self.bank, nothing)
        self.time_s = np.empty(0)

    def step(self, scan: Scan) -> None:
        self._predict_to(scan.time_s)
        gates, rates = self._expect(scan)
        ratio = self._pair_up(scan, gates, rates)
        taken = self._associate(ratio)
        self._update(scan, gates, rates, taken)
        self._keep(scan, taken)
        self._review(scan, taken)
        self._begin(scan, taken)

    # Time passes.

    def _predict_to(self, time_s: float) -> None:
        self.mixture = self._moved(self.mixture, time_s - self.time_s)
        self.time_s = np.full(len(self.lives), time_s)

    def _moved(self, mixture: Mixture, dt_s: Float[np.ndarray, "n"]) -> Mixture:
        return imm.predict(self.bank, mixture, dt_s, self.options.filter)

    # What the scan is held against.

    def _expect(self, scan: Scan) -> tuple[Expectation, Float[np.ndarray, "n 4"]]:
        """The expected measurement of each track over all its motions, and its rate of change."""
        station = self.stations[scan.station]
        each = imm.expect(self.mixture, station, self.options.filter)
        middle = each[len(each) // 2].value  # of free flight
        offsets = np.stack([filters.difference(one.value, middle) for one in each])
        probability = self.mixture.probability.T
        share = np.where(probability < GATE_LEAST, 0.0, np.maximum(probability, GATE_SHARE))
        whole = filters.moment_matched(
            share / share.sum(axis=0), offsets, np.stack([one.covariance for one in each])
        )
        gates = Expectation(middle + whole.mean, whole.covariance, each[len(each) // 2].cross)
        state = imm.combined(self.mixture).mean
        slopes = measurement.jacobian(station, state)[:, :, :3]
        rates = np.einsum("nqi,ni->nq", slopes, state[:, 3:])
        rates[:, RATE] = 0.0
        return gates, rates

    def _pair_up(
        self, scan: Scan, gates: Expectation, rates: Float[np.ndarray, "n 4"]
    ) -> Float[np.ndarray, "n d"]:
        """How much likelier each pair is than a miss and a false alarm; 0 outside the gate."""
        station, ratio = self.stations[scan.station], np.zeros((len(self.lives), len(scan.number)))
        chance = station.detection_probability
        for detection in range(len(scan.number)):
            measured = scan.measured[detection] - rates * scan.delay_s[detection]
            fit = filters.fit(gates, measured, scan.sigmas[detection])
            likelier = chance / (1.0 - chance) / self._density(scan, station)
            inside = fit.distance2 <= self.options.gate
            ratio[:, detection] = np.where(inside, likelier * np.exp(fit.log_likelihood), 0.0)
        return ratio

    def _density(self, scan: Scan, station: Station) -> float:
        """False alarms and new objects for each metre, radian, radian and metre a second."""
        more = replace(station, false_alarms=station.false_alarms + NEW_OBJECTS)
        density = more.clutter_density
        if RANGE not in scan.quantities:
            density *= station.range_m
        if RATE in scan.quantities:
            density /= 2.0 * self.options.speed_max_m_s
        return density

    # Whose is what.

    def _associate(self, ratio: Float[np.ndarray, "n d"]) -> Taken:
        if self.options.association is Association.JPDA:
            return Taken(joint_association.marginals(ratio)[0])
        tracks, detections = ratio.shape
        with np.errstate(divide="ignore"):
            cost = np.where(ratio > 0.0, -np.log(ratio), NEVER)
        nothing = np.where(np.eye(tracks) > 0.0, 0.0, NEVER)  # each may stay without, at no cost
        rows, columns = linear_sum_assignment(np.hstack((cost, nothing)))
        share, real = np.zeros(ratio.shape), columns < detections
        share[rows[real], columns[real]] = 1.0
        return Taken(share)

    # What the detections tell.

    def _update(
        self, scan: Scan, gates: Expectation, rates: Float[np.ndarray, "n 4"], taken: Taken
    ) -> None:
        lucky = np.flatnonzero(taken.best >= 0)
        if not lucky.size:
            return
        if self.options.association is Association.JPDA:
            after = self._weighted(scan, gates.take(lucky), rates[lucky], taken.share[lucky], lucky)
        else:
            after = self._nearest(scan, lucky, taken.best[lucky])
        self.mixture = _replaced(self.mixture, lucky, after)

    def _nearest(
        self, scan: Scan, lucky: Int[np.ndarray, "k"], best: Int[np.ndarray, "k"]
    ) -> Mixture:
        """Each at the very time of its own detection."""
        delay = scan.delay_s[best]
        moved = self._moved(self.mixture.take(lucky), delay)
        self.time_s[lucky] += delay
        station = self.stations[scan.station]
        measured, sigmas = scan.measured[best], scan.sigmas[best]
        return imm.update(moved, station, measured, sigmas, self.options.filter)[0]

    def _weighted(
        self,
        scan: Scan,
        gates: Expectation,
        rates: Float[np.ndarray, "k 4"],
        share: Float[np.ndarray, "k d"],
        lucky: Int[np.ndarray, "k"],
    ) -> Mixture:
        """All at the time of the scan; shares were weighed by the gates, stories are by motions."""
        mixture = self.mixture.take(lucky)
        expected = imm.expect(mixture, self.stations[scan.station], self.options.filter)
        stories, weights = [mixture], [1.0 - share.sum(axis=1)]
        for detection in np.flatnonzero(share.any(axis=0)):
            measured = scan.measured[detection] - rates * scan.delay_s[detection]
            sigmas = np.broadcast_to(scan.sigmas[detection], measured.shape)
            story, likelihood = imm.condition(mixture, expected, measured, sigmas)
            foreseen = filters.fit(gates, measured, sigmas).log_likelihood
            own = share[:, detection]
            stories.append(story)
            weights.append(own * np.exp(np.where(own > 0.0, likelihood - foreseen, 0.0)))
        weight = np.stack(weights)
        return imm.blended(weight / weight.sum(axis=0), stories)

    def _keep(self, scan: Scan, taken: Taken) -> None:
        """A row of history for every track that took something in."""
        for track in np.flatnonzero(taken.best >= 0):
            if self.options.initiation is Initiation.TWO_POINT and self.lives[track].hits == 1:
                self._second_point(scan, int(track), int(taken.best[track]))
            mostly = taken.share[track, taken.best[track]] > 0.5
            number = int(scan.number[taken.best[track]]) if mostly else -1
            self._append(int(track), number, scan.station)

    def _append(self, track: int, number: int, station: int) -> None:
        one = self.mixture.take(slice(track, track + 1))
        phases = np.eye(3)[Phase.COAST]
        if self.options.models is Models.IMM:
            phases = one.probability[0]
        whole = imm.combined(one)
        self.rows.append(
            Row(self.lives[track].place, float(self.time_s[track]), whole, phases, number, station)
        )

    # Life and death.

    def _review(self, scan: Scan, taken: Taken) -> None:
        """From the last track to the first; the last one takes the place of one that ends."""
        state, order = self._free_flight().mean, list(range(len(self.lives)))
        in_view = self._in_view(self.stations[scan.station], state)
        for track in reversed(range(len(self.lives))):
            life = self.lives[track]
            if taken.mass[track] > 0.5:
                stays = self._hit(life, float(self.time_s[track]), state[track])
            else:
                life.missed += int(in_view[track])
                life.looks += int(in_view[track])
                stays = not self._ends(life, track, scan.time_s)
            if not stays:
                order[track] = order[-1]
                order.pop()
        self.mixture, self.time_s = self.mixture.take(np.array(order, int)), self.time_s[order]
        self.lives = [self.lives[track] for track in order]

    def _hit(self, life: Life, time_s: float, state: Float[np.ndarray, "6"]) -> bool:
        """Whether the track stays: one that would be confirmed at an impossible speed does not."""
        life.hits, life.looks = life.hits + 1, life.looks + 1
        life.missed, life.last_seen_s = 0, time_s
        if life.confirmed or life.hits < self.options.confirm:
            return True
        return self._confirm(life, state)

    def _confirm(self, life: Life, state: Float[np.ndarray, "6"]) -> bool:
        if np.linalg.norm(state[3:]) > self.options.speed_max_m_s:
            return False
        life.confirmed = True
        self.numbers[life.place] = len(self.numbers) + 1
        return True

    def _ends(self, life: Life, track: int, time_s: float) -> bool:
        most_missed = self.options.within - self.options.confirm
        forgotten = not life.confirmed and (
            life.looks - life.hits > most_missed or time_s - life.last_seen_s > TENTATIVE_LIFE_S
        )
        free = self._free_flight().take(slice(track, track + 1))
        variance = np.trace(free.covariance[0, :3, :3])
        return bool(
            forgotten
            or life.missed >= self.options.delete_after
            or motion.height_m(free.mean[:, :3])[0] < UNDERGROUND_M
            or not variance < self.options.lose_sigma_m**2
        )

    def _free_flight(self) -> Gaussian:
        return self.mixture.estimates[len(self.mixture.estimates) // 2]

    def _in_view(self, station: Station, state: Float[np.ndarray, "n 6"]) -> np.ndarray:
        distance, azimuth, elevation, _ = measurement.measure(station, state).T
        seen = np.zeros(len(state), bool)
        for sector in station.sectors:
            turned = (azimuth - sector.azimuth_from_rad) % (2.0 * np.pi)
            high = (elevation >= sector.elevation_min_rad) & (elevation <= sector.elevation_max_rad)
            seen |= high & (turned <= sector.azimuth_width_rad)
        return seen & (distance <= station.range_m)

    def _begin(self, scan: Scan, taken: Taken) -> None:
        """A track from each detection that no track owns, the nearest to the station first."""
        if RANGE not in scan.quantities:
            return
        owned = taken.share.sum(axis=0) > 0.5
        for detection in np.argsort(scan.measured[:, RANGE], kind="stable"):
            if not owned[detection]:
                self._begin_at(scan, int(detection))

    def _begin_at(self, scan: Scan, detection: int) -> None:
        two_points = self.options.initiation is Initiation.TWO_POINT
        sigma = self.options.speed_max_m_s / 3.0 if two_points else self.options.speed_sigma_m_s
        start = self._point(scan, detection)
        start.covariance[:, [3, 4, 5], [3, 4, 5]] = sigma**2
        if RATE in scan.quantities:
            station = self.stations[scan.station]
            line = start.mean[0, :3] - station.position_ecef_m
            line /= np.linalg.norm(line)
            known = min(scan.sigmas[detection, RATE] ** 2, sigma**2) - sigma**2
            start.mean[0, 3:] = scan.measured[detection, RATE] * line
            start.covariance[0, 3:, 3:] += known * np.outer(line, line)
        time_s = scan.time_s + float(scan.delay_s[detection])
        life = Life(self.begun, time_s, start, time_s)
        self.begun += 1
        self.lives.append(life)
        if self.options.confirm == 1:
            self._confirm(life, start.mean[0])
        self.mixture = _joined(self.mixture, imm.begin(self.bank, start))
        self.time_s = np.append(self.time_s, time_s)
        self._append(len(self.lives) - 1, int(scan.number[detection]), scan.station)

    def _point(self, scan: Scan, detection: int) -> Gaussian:
        """Position from range and angles; of the velocity nothing yet."""
        station = self.stations[scan.station]
        place, sigmas = scan.measured[[detection], :3], scan.sigmas[[detection], :3]
        mean, covariance = np.zeros((1, 6)), np.zeros((1, 6, 6))
        mean[:, :3] = measurement.position(station, *place.T)
        covariance[:, :3, :3] = measurement.position_covariance(station, place, sigmas)
        return Gaussian(mean, covariance)

    def _second_point(self, scan: Scan, track: int, detection: int) -> None:
        """The velocity between two points, half of gravity's share between them taken out."""
        life = self.lives[track]
        time_s = scan.time_s + float(scan.delay_s[detection])
        dt_s = time_s - life.first_time_s
        if RANGE not in scan.quantities or not dt_s > 0.0:
            return
        now = self._point(scan, detection)
        before = life.first
        between = now.mean[0, :3] - before.mean[0, :3]
        pull = gravity.acceleration(now.mean[0, :3])
        now.mean[0, 3:] = between / dt_s + 0.5 * pull * dt_s
        place = now.covariance[0, :3, :3].copy()
        now.covariance[0, :3, 3:] = now.covariance[0, 3:, :3] = place / dt_s
        now.covariance[0, 3:, 3:] = (place + before.covariance[0, :3, :3]) / dt_s**2
        spread = np.trace(now.covariance[0, 3:, 3:])
        if dt_s < TOO_CLOSE_S and not spread < self.options.speed_max_m_s**2:
            return
        self.mixture = _replaced(self.mixture, np.array([track]), imm.begin(self.bank, now, dt_s))
        self.time_s[track] = time_s


def track(detections: Detections, options: Options | None = None) -> Tracks:
    """The tracks of all objects in a set of detections, as `fusion.tracker.track`."""
    tracker = SlowTracker(detections.stations, Options() if options is None else options)
    for scan in scans_of(detections):
        tracker.step(scan)
    kept = [row for row in tracker.rows if row.place in tracker.numbers]
    kept.sort(key=lambda row: row.place)  # stable: by time within each
    places, counts = np.unique([row.place for row in kept], return_counts=True)
    return Tracks(
        epoch=detections.epoch,
        stations=detections.stations,
        id=np.array([tracker.numbers[int(place)] for place in places], dtype=np.int32),
        first_row=np.append(0, np.cumsum(counts)),
        time_s=np.array([row.time_s for row in kept]),
        state_ecef=np.array([row.whole.mean[0] for row in kept]).reshape(-1, 6),
        packed_covariance=np.array([pack(row.whole.covariance)[0] for row in kept]).reshape(-1, 21),
        phase_probability=np.array([row.phases for row in kept]).reshape(-1, 3),
        detection=np.array([row.number for row in kept], dtype=np.int32),
        station_index=np.array([row.station for row in kept], dtype=np.int32),
        simulated=detections.simulated,
    )


def scans_of(detections: Detections) -> Iterator[Scan]:
    """Looks, by the time of their first detections."""
    four = np.stack(
        (
            detections.range_m,
            detections.azimuth_rad,
            detections.elevation_rad,
            detections.range_rate_m_s,
        ),
        axis=-1,
    )
    kinds = np.where(np.isnan(four[:, RANGE]), 2, np.where(np.isnan(four[:, RATE]), 3, 4))
    looks: list[list[int]] = []
    latest: dict[tuple[int, int], list[int]] = {}
    for row in np.argsort(detections.time_s, kind="stable"):
        key = (int(detections.station_index[row]), int(kinds[row]))
        period = detections.stations[key[0]].period_s
        look, time = latest.get(key), detections.time_s[row]
        if (
            look is None
            or time - detections.time_s[look[-1]] > PAUSE * period
            or time - detections.time_s[look[0]] >= WHOLE * period
        ):
            look = latest[key] = []
            looks.append(look)
        look.append(int(row))

    def order(look: list[int]) -> tuple[float, int, int]:
        first = look[0]
        return detections.time_s[first], int(detections.station_index[first]), int(kinds[first])

    for look in sorted(looks, key=order):
        start = float(detections.time_s[look[0]])
        yield Scan(
            station=int(detections.station_index[look[0]]),
            time_s=start,
            delay_s=detections.time_s[look] - start,
            measured=four[look],
            sigmas=detections.sigma_or_station[look],
            number=np.array(look),
        )


def _replaced(whole: Mixture, index: Int[np.ndarray, "k"], part: Mixture) -> Mixture:
    """A mixture with some of its objects exchanged."""
    estimates = []
    for old, new in zip(whole.estimates, part.estimates, strict=True):
        mean, covariance = old.mean.copy(), old.covariance.copy()
        mean[index], covariance[index] = new.mean, new.covariance
        estimates.append(Gaussian(mean, covariance))
    probability = np.array(whole.probability)
    probability[index] = part.probability
    return Mixture(tuple(estimates), probability)


def _joined(whole: Mixture, more: Mixture) -> Mixture:
    """Two mixtures one behind the other."""
    estimates = tuple(
        Gaussian(
            np.concatenate((one.mean, other.mean)),
            np.concatenate((one.covariance, other.covariance)),
        )
        for one, other in zip(whole.estimates, more.estimates, strict=True)
    )
    return Mixture(estimates, np.concatenate((whole.probability, more.probability)))
