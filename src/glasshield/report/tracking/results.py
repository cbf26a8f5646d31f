"""From a solution to the document: SI becomes what people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield import __version__
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.geodesic import inverse
from glasshield.earth.time import Instant
from glasshield.fusion import consistency
from glasshield.fusion.consistency import Consistency, Residuals
from glasshield.fusion.ellipse import Ellipses
from glasshield.fusion.options import Options
from glasshield.fusion.origins import Origins
from glasshield.fusion.paths import Paths
from glasshield.fusion.registration import Registration
from glasshield.fusion.scores import Marks as MarksFound
from glasshield.fusion.scores import Scores
from glasshield.fusion.solve import Solution
from glasshield.fusion.tracks import Phase, Tracks, unpack
from glasshield.report.tracking.document import (
    MEASURED,
    SIMULATED,
    Document,
    Ellipse,
    File,
    Interval,
    Marks,
    Metrics,
    Nis,
    OverTime,
    Path,
    Problem,
    Program,
    Residual,
    Sensor,
    Series,
    Track,
    Truth,
)
from glasshield.sensing.detections import Detections
from glasshield.workspace import digest

PROBABILITY: Final = 0.95
LIKELIER_WRONG: Final = 0.5
# A phase that a track was not sure of for so many detections, it was not in.
SURE: Final = 0.5
FOR_DETECTIONS: Final = 5
_MOST_SAMPLES: Final = 60  # of a track's path
_MOST_BINS: Final = 40  # of a sensor's residuals over time
_MOST_INSTANTS: Final = 240  # of the picture over time
# A path that begins or ends below this began or ended on the ground.
GROUND_M: Final = 2_000.0
_HASHED: Final = (
    "time_s", "station_index", "range_m", "azimuth_rad", "elevation_rad", "range_rate_m_s", "sigmas"
)  # fmt: skip
# Key in the document, column, and the factor from SI.
MEASUREMENTS: Final = (
    ("range_m", 0, 1.0),
    ("azimuth_deg", 1, float(np.degrees(1.0))),
    ("elevation_deg", 2, float(np.degrees(1.0))),
    ("range_rate_m_s", 3, 1.0),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and how this came about.

    Attributes:
        command: as somebody else would type it.
        files: that were read.
        problems: what was wrong with them.
    """

    command: str = ""
    files: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()


_NOTHING_READ: Final = Reading()


@dataclass(frozen=True, slots=True)
class Known:
    """The truth, and how far the tracks are from it."""

    truth: Paths
    scores: Scores


def document(
    solution: Solution,
    options: Options,
    reading: Reading = _NOTHING_READ,
    known: Known | None = None,
) -> Document:
    """The document of a solution.

    Args:
        solution: what the detections say.
        options: how the tracker was set up.
        reading: where the detections come from.
        known: the truth, on the epoch of the detections, where it was given.
    """
    given = solution.detections
    times = given.time_s
    return Document(
        mark=SIMULATED if given.simulated else MEASURED,
        simulated=given.simulated,
        program=_program(given, options, reading),
        epoch=str(given.epoch),
        start=_instant(given.epoch, float(times.min())) if len(given) else None,
        end=_instant(given.epoch, float(times.max())) if len(given) else None,
        options=_options(options, solution.registration),
        files=reading.files,
        problems=(*reading.problems, *_clocks(solution.registration)),
        n_detections=len(given),
        n_rejected=sum(file.rejected for file in reading.files),
        n_too_late=solution.too_late,
        tracks=_tracks(solution, known),
        sensors=tuple(_sensor(solution, index) for index in range(len(given.stations))),
        metrics=_metrics(solution, known),
        rate_detections_per_s=_number(solution.detections_per_s),
    )


def _program(given: Detections, options: Options, reading: Reading) -> Program:
    columns = [getattr(given, name) for name in _HASHED]
    inputs = digest("tracks", str(given.epoch), given.stations, columns, options)
    return Program(version=__version__, command=reading.command, input_hash=inputs)


def _options(options: Options, registration: Registration | None) -> dict[str, str | float | int]:
    return {
        "filter": options.filter.name.lower(),
        "association": options.association.name.lower(),
        "models": options.models.name.lower(),
        "lag_s": options.lag_s,
        "confirm": f"{options.confirm} of {options.within}",
        "gate": options.gate,
        "biases": "as given" if registration is None else "estimated",
    }


def _tracks(solution: Solution, known: Known | None) -> tuple[Track, ...]:
    tracks, ends = solution.tracks, solution.origins
    drawn = solution.smoothed or tracks
    rows = [tracks.rows(k) for k in range(len(tracks))]
    lat, lon, height = ecef_to_geodetic(drawn.state_ecef[:, :3])
    places = np.column_stack([np.degrees(lat), np.degrees(lon), height / 1e3])
    follows = _followed(tracks, known) if known else [None] * len(tracks)
    return tuple(
        Track(
            id=int(tracks.id[k]),
            start=_instant(tracks.epoch, tracks.time_s[rows[k]][0]),
            end=_instant(tracks.epoch, tracks.time_s[rows[k]][-1]),
            n_detections=int(np.sum(tracks.detection[rows[k]] >= 0)),
            sensors=_sensors_of(tracks, rows[k]),
            phases=_phases(tracks, rows[k]),
            highest_km=_rounded(places[rows[k], 2].max(), 3),
            class_=_class(ends, k),
            launch=_launch(tracks.epoch, ends, k),
            impact=_impact(tracks.epoch, ends, k),
            burnout_speed_km_s=_burnout(ends, k),
            truth=_truth(solution, known, k, follows[k]) if known else None,
            path=_path(drawn, rows[k], places[rows[k]]),
        )
        for k in range(len(tracks))
    )


def _sensors_of(tracks: Tracks, rows: slice) -> tuple[str, ...]:
    return tuple(tracks.stations[index].id for index in np.unique(tracks.station_index[rows]))


def _phases(tracks: Tracks, rows: slice) -> tuple[str, ...]:
    sure = np.sum(tracks.phase_probability[rows] > SURE, axis=0)
    return tuple(phase.name.lower() for phase in Phase if sure[phase] >= FOR_DETECTIONS)


def _path(tracks: Tracks, rows: slice, places: Float[np.ndarray, "r 3"]) -> Path:
    """Evenly chosen samples of a track, its first and its last row among them."""
    chosen = np.unique(np.linspace(0, len(places) - 1, min(len(places), _MOST_SAMPLES)).astype(int))
    covariance = unpack(tracks.packed_covariance[rows][chosen])
    spread = np.trace(covariance[:, :3, :3], axis1=1, axis2=2)
    return Path(
        time_s=_column(tracks.time_s[rows][chosen], 2),
        lat_deg=_column(places[chosen, 0], 4),
        lon_deg=_column(places[chosen, 1], 4),
        height_km=_column(places[chosen, 2], 3),
        sigma_km=_column(np.sqrt(spread) / 1e3, 4),
    )


def _impact(epoch: Instant, ends: Origins, k: int) -> Ellipse | None:
    found = ends.impacts
    if not found.known[k]:
        return None
    times = (found.time_s[k], found.time_low_s[k], found.time_high_s[k])
    return ellipse(found.ellipse, k, *(_instant(epoch, time) for time in times))


def _launch(epoch: Instant, ends: Origins, k: int) -> Ellipse | None:
    found, place = ends.launches, ends.object[k]
    if found is None or place < 0 or not found.known[place]:
        return None
    times = (found.time_s[place], found.time_low_s[place], found.time_high_s[place])
    return ellipse(found.ellipse, place, *(_instant(epoch, time) for time in times))


def _burnout(ends: Origins, k: int) -> Interval | None:
    found, place = ends.launches, ends.object[k]
    if found is None or place < 0 or not found.known[place]:
        return None
    return Interval(
        value=_rounded(found.burnout_speed_m_s[place] / 1e3, 4),
        low=_rounded(found.burnout_speed_low_m_s[place] / 1e3, 4),
        high=_rounded(found.burnout_speed_high_m_s[place] / 1e3, 4),
    )


def _class(ends: Origins, k: int) -> str | None:
    place = ends.object[k]
    return None if ends.classes is None or place < 0 else ends.classes.name[place]


def ellipse(
    found: Ellipses,
    k: int,
    time: str | None = None,
    time_low: str | None = None,
    time_high: str | None = None,
) -> Ellipse | None:
    """One of some ellipses for the document; None where it is not known."""
    longer, shorter, azimuth = (axis[k] for axis in found.axes(PROBABILITY))
    if not np.isfinite(longer):
        return None
    return Ellipse(
        lat_deg=_rounded(np.degrees(found.lat_rad[k]), 5),
        lon_deg=_rounded(np.degrees(found.lon_rad[k]), 5),
        semi_major_km=_rounded(longer / 1e3, 3),
        semi_minor_km=_rounded(shorter / 1e3, 3),
        angle_deg=_rounded(np.degrees(azimuth), 2),
        probability=PROBABILITY,
        time=time,
        time_low=time_low,
        time_high=time_high,
    )


def _followed(tracks: Tracks, known: Known) -> list[int | None]:
    """The object that each track followed longest."""
    found: list[int | None] = []
    following = known.scores.associations
    length = following.end_s - following.start_s
    for k in range(len(tracks)):
        mine = following.track == k
        total = np.bincount(following.truth[mine], weights=length[mine] + 1e-9)
        found.append(int(np.argmax(total)) if mine.any() else None)
    return found


def _truth(solution: Solution, known: Known, k: int, number: int | None) -> Truth | None:
    if number is None:
        return None
    tracks, true = solution.tracks, known.truth
    rows = tracks.rows(k)
    states = true.states(np.full(rows.stop - rows.start, number), tracks.time_s[rows])
    error = tracks.state_ecef[rows, :3] - states[:, :3]
    square = np.sum(error**2, axis=-1)
    first, last = true.first_row[number], true.first_row[number + 1] - 1
    ends, place = solution.origins, solution.origins.object[k]
    launch = ends.launches.ellipse if ends.launches is not None and place >= 0 else None
    return Truth(
        object=true.id[number],
        position_rmse_m=_number(np.sqrt(np.nanmean(square))) if np.isfinite(square).any() else None,
        launch_error_km=_apart_km(launch, place, true.state_ecef[first, :3]),
        impact_error_km=_apart_km(ends.impacts.ellipse, k, true.state_ecef[last, :3]),
    )


def _apart_km(
    found: Ellipses | None, k: int, position_ecef_m: Float[np.ndarray, "3"]
) -> float | None:
    """How far an ellipse's middle is from the end of a path, if that is on the ground."""
    lat, lon, height = (float(part) for part in ecef_to_geodetic(position_ecef_m))
    if found is None or not (np.isfinite(found.lat_rad[k]) and height < GROUND_M):
        return None
    way = inverse(float(found.lat_rad[k]), float(found.lon_rad[k]), lat, lon)
    return _rounded(float(way.distance_m) / 1e3, 3)


def _sensor(solution: Solution, index: int) -> Sensor:
    given, left = solution.detections, solution.residuals
    station, mine = given.stations[index], left.station_index == index
    known = mine & np.isfinite(left.nis)
    return Sensor(
        id=station.id,
        party=station.party,
        lat_deg=_rounded(np.degrees(station.lat_rad), 5),
        lon_deg=_rounded(np.degrees(station.lon_rad), 5),
        height_m=float(station.height_m),
        n_detections=int(np.sum(given.station_index == index)),
        n_used=int(mine.sum()),
        nis=_nis(consistency.summary(left.nis[known], left.degrees[known])),
        residuals=_residuals(left, mine),
        series=_series(left, mine, _offsets(solution, index)),
        **_biases(solution.registration, index),
    )


def _biases(found: Registration | None, index: int) -> dict[str, float]:
    if found is None:
        return {}
    degrees = float(np.degrees(1.0))
    named = {}
    for place, (name, unit, factor) in enumerate(
        (("range", "m", 1.0), ("azimuth", "deg", degrees), ("elevation", "deg", degrees),
         ("time", "s", 1.0), ("refraction", "percent", 100.0))
    ):  # fmt: skip
        named[f"{name}_bias_{unit}"] = _significant(found.bias[index, place] * factor)
        named[f"{name}_bias_sigma_{unit}"] = _significant(found.sigma[index, place] * factor)
    return named | {"wrong_clock_probability": _significant(found.wrong_clock[index])}


def _clocks(found: Registration | None) -> list[Problem]:
    """The clocks that are likelier wrong than not."""
    if found is None:
        return []
    return [
        Problem(
            file=station.id,
            where="clock",
            reason=f"{abs(bias[3]):.3f} s {'ahead' if bias[3] > 0.0 else 'behind'}, standard "
            f"deviation {sigma[3]:.3f} s; taken off",
            count=int(count),
        )
        for station, bias, sigma, wrong, count in zip(
            found.stations,
            found.bias,
            found.sigma,
            found.wrong_clock,
            found.detections,
            strict=True,
        )
        if wrong > LIKELIER_WRONG
    ]


def _offsets(solution: Solution, index: int) -> Float[np.ndarray, "4"]:
    """What was taken off a station's range, azimuth, elevation and range rate."""
    taken = solution.registration
    if taken is None or not taken.objects:
        return np.zeros(4)
    return np.append(taken.bias[index, :3], 0.0)


def _residuals(left: Residuals, mine: Bool[np.ndarray, "n"]) -> dict[str, Residual]:
    found = {}
    for name, column, factor in MEASUREMENTS:
        rows = mine & np.isfinite(left.value[:, column])
        value, claimed = left.value[rows, column], left.sigma[rows, column]
        if len(value):
            found[name] = Residual(
                n=len(value),
                mean=_significant(value.mean() * factor),
                sigma=_significant(value.std() * factor),
                over_claimed=_significant(np.sqrt(np.mean((value / claimed) ** 2))),
            )
    return found


def _series(
    left: Residuals, mine: Bool[np.ndarray, "n"], offset: Float[np.ndarray, "4"]
) -> dict[str, Series]:
    """Reported less tracked, in spans of time that hold about as many detections each."""
    found = {}
    for name, column, factor in MEASUREMENTS:
        rows = np.flatnonzero(mine & np.isfinite(left.value[:, column]))
        if not len(rows):
            continue
        rows = rows[np.argsort(left.time_s[rows], kind="stable")]
        parts = np.array_split(rows, min(_MOST_BINS, max(len(rows) // 8, 1)))
        value = [(left.value[part, column] + offset[column]) * factor for part in parts]
        low, middle, high = np.array([np.quantile(one, (0.16, 0.5, 0.84)) for one in value]).T
        found[name] = Series(
            time_s=_column(np.array([np.median(left.time_s[part]) for part in parts]), 2),
            middle=_column(middle, 6),
            low=_column(low, 6),
            high=_column(high, 6),
        )
    return found


def _metrics(solution: Solution, known: Known | None) -> Metrics:
    innovations = _nis(consistency.nis(solution.residuals))
    if known is None:
        return Metrics(nis=innovations)
    scores, ends = known.scores, solution.origins
    whole = consistency.nees_of_arcs(ends.arcs, ends.free.track, known.truth, scores.associations)
    return Metrics(
        nis=innovations,
        nees=_nis(scores.nees),
        nees_arcs=_nis(whole),
        position_rmse_m=_number(scores.position_rmse_m),
        velocity_rmse_m_s=_number(scores.velocity_rmse_m_s),
        cutoff_m=scores.scale.cutoff_m,
        gospa_order=scores.scale.order,
        ospa_order=1.0,
        all=_marks(scores.whole, scores),
        in_view=_marks(scores.in_view, scores),
        over_time=_over_time(scores.in_view, scores),
    )


def _marks(found: MarksFound, scores: Scores) -> Marks | None:
    gospa, siap = found.gospa, found.siap
    if not len(gospa.time_s):
        return None
    half = 0.5 * scores.scale.cutoff_m**scores.scale.order
    overall = siap.overall
    return Marks(
        gospa_m=float(np.mean(gospa.distance_m)),
        gospa_localisation_m=float(np.mean(gospa.localisation ** (1.0 / scores.scale.order))),
        missed_objects=float(np.mean(gospa.missed) / half),
        false_tracks=float(np.mean(gospa.false) / half),
        ospa_m=float(np.mean(found.ospa_m)),
        completeness=float(overall.completeness),
        ambiguity=float(overall.ambiguity),
        spuriousness=float(overall.spuriousness),
        position_accuracy_m=float(overall.position_accuracy_m),
        velocity_accuracy_m_s=float(overall.velocity_accuracy_m_s),
        track_number_changes_1_s=siap.track_changes_1_s,
        longest_track_segment=siap.longest_segment,
    )


def _over_time(found: MarksFound, scores: Scores) -> OverTime | None:
    gospa, total = found.gospa, len(found.gospa.time_s)
    if not total:
        return None
    chosen = np.unique(np.linspace(0, total - 1, min(total, _MOST_INSTANTS)).astype(int))
    half = 0.5 * scores.scale.cutoff_m**scores.scale.order
    return OverTime(
        time_s=_column(gospa.time_s[chosen], 1),
        completeness=_column(found.siap.at_times.completeness[chosen], 4),
        missed=_column(gospa.missed[chosen] / half, 2),
        false=_column(gospa.false[chosen] / half, 2),
        gospa_m=_column(gospa.distance_m[chosen], 1),
    )


def _nis(found: Consistency) -> Nis:
    return Nis(
        count=found.count,
        mean_per_degree=_number(found.mean),
        low=_number(found.low),
        high=_number(found.high),
    )


def _instant(epoch: Instant, time_s: float) -> str:
    return str(epoch.plus_s(float(time_s)))


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _rounded(value: float, decimals: int) -> float:
    return round(float(value), decimals)


def _significant(value: float) -> float:
    return float(f"{float(value):.6g}")


def _column(values: Float[np.ndarray, "n"], decimals: int) -> tuple[float, ...]:
    return tuple(np.round(values, decimals).tolist())
