"""Detections and tracks as those of Stone Soup, and back.

Stone Soup counts bearings from its first axis towards its second. Each detection brings a
measurement model whose axes are north, east and down at its station, so that a bearing is our
azimuth and its elevation is ours with the other sign. States are Earth-fixed, in the order x, vx,
y, vy, z, vz. Its times end at microseconds: the exact ones go along as metadata, and what comes
back is the same to the last bit.

Stone Soup is no dependency: whoever calls these functions has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import numpy as np
from jaxtyping import Float

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.fusion.tracks import Phase, Tracks, pack
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station

POSITION: Final = (0, 2, 4)
VELOCITY: Final = (1, 3, 5)
# Where x, y, z, vx, vy, vz stand in Stone Soup's order, and the other way round.
_TO: Final = np.array([0, 3, 1, 4, 2, 5])
_FROM: Final = np.argsort(_TO)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def to_detections(detections: Detections) -> Iterator[tuple[datetime, set[Any]]]:
    """The detections of each time, as Stone Soup's trackers take them.

    Args:
        detections: in order of time.
    """
    start = 0
    sigmas = detections.sigma_or_station
    places = [_place(station) for station in detections.stations]
    while start < len(detections):
        stop = int(np.searchsorted(detections.time_s, detections.time_s[start], side="right"))
        stop = max(stop, start + 1)
        rows = range(start, stop)
        yield (
            _moment(detections.epoch, float(detections.time_s[start])),
            {_detection(detections, row, sigmas[row], places) for row in rows},
        )
        start = stop


def from_detections(
    detections: Iterable[Any],
    stations: Sequence[Station],
    epoch: Instant,
    *,
    simulated: bool,
) -> Detections:
    """The detections of Stone Soup as columns, by time, then by station.

    Args:
        detections: with measurement models of elevation, bearing and more, and with the id of
            their station as metadata (`station`).
        stations: to which these ids refer.
        epoch: where the times count from.
        simulated: whether the data are made up.

    Raises:
        InputError: a detection without a known station, or with another measurement model.
    """
    number = {station.id: place for place, station in enumerate(stations)}
    rows = [_row(detection, number, epoch) for detection in detections]
    columns = np.array(rows, dtype=float).reshape(-1, 13)
    made = Detections.of(
        epoch,
        stations,
        columns[:, 0],
        columns[:, 1].astype(np.int32),
        range_m=columns[:, 2],
        azimuth_rad=columns[:, 3],
        elevation_rad=columns[:, 4],
        range_rate_m_s=columns[:, 5],
        sigmas=columns[:, 6:10],
        truth=columns[:, 10].astype(np.int32),
        snr_db=columns[:, 11],
        arrival_s=columns[:, 12],
        simulated=simulated,
    )
    return made.in_order()


def to_tracks(tracks: Tracks) -> set[Any]:
    """The tracks as Stone Soup's, each state with its covariance."""
    from stonesoup.types.state import GaussianState
    from stonesoup.types.track import Track

    covariance = tracks.covariance[:, _TO][:, :, _TO]
    result = set()
    for place, number in enumerate(tracks.id.tolist()):
        own = tracks.rows(place)
        states = [
            GaussianState(
                tracks.state_ecef[row][_TO],
                covariance[row],
                timestamp=_moment(tracks.epoch, float(tracks.time_s[row])),
            )
            for row in range(own.start, own.stop)
        ]
        known = {
            "time_s": tracks.time_s[own],
            "phase_probability": tracks.phase_probability[own],
            "detection": tracks.detection[own],
            "station_index": tracks.station_index[own],
            "simulated": tracks.simulated,
        }
        result.add(Track(states, id=str(number), init_metadata=known))
    return result


def from_tracks(
    tracks: Iterable[Any], stations: Sequence[Station], epoch: Instant, *, simulated: bool
) -> Tracks:
    """The tracks of Stone Soup as columns, by when they began.

    What only our trackers know (phases, detections) is taken from the metadata that `to_tracks`
    left, and is NaN and -1 without them.

    Args:
        tracks: of Gaussian states x, vx, y, vy, z, vz, Earth-fixed.
        stations: of the detections that they came from.
        epoch: where the times count from.
        simulated: whether any of the data were made up.
    """
    ordered = sorted(
        (track for track in tracks if len(track.states)),
        key=lambda track: (track.states[0].timestamp, _track_number(track, 0)),
    )
    known = [_metadata(track, epoch) for track in ordered]
    states = [state for track in ordered for state in track.states]
    columns = np.array([np.asarray(state.state_vector, dtype=float).ravel() for state in states])
    covariance = np.array([np.asarray(state.covar, dtype=float) for state in states])
    marked = any(bool(track.metadatas[0].get("simulated")) for track in ordered)
    return Tracks(
        epoch=epoch,
        stations=tuple(stations),
        id=np.array([_track_number(each, place) for place, each in enumerate(ordered)], np.int32),
        first_row=np.cumsum([0, *(len(each.states) for each in ordered)]).astype(np.int32),
        time_s=_joined([each["time_s"] for each in known], ()),
        state_ecef=columns.reshape(-1, 6)[:, _FROM],
        packed_covariance=pack(covariance.reshape(-1, 6, 6)[:, _FROM][:, :, _FROM]),
        phase_probability=_joined([each["phase_probability"] for each in known], (len(Phase),)),
        detection=_joined([each["detection"] for each in known], ()).astype(np.int32),
        station_index=_joined([each["station_index"] for each in known], ()).astype(np.int32),
        simulated=simulated or marked,
    )


def _place(station: Station) -> tuple[Any, Any]:
    """A station's position and the turn into north, east and down, as Stone Soup's models ask."""
    from scipy.spatial.transform import Rotation
    from stonesoup.types.array import StateVector

    east, north, up = station.axes
    # Stone Soup turns by yaw and roll clockwise and by pitch the other way round.
    yaw, pitch, roll = Rotation.from_matrix(np.array([north, east, -up]).T).as_euler("ZYX")
    return StateVector(station.position_ecef_m), StateVector([roll, -pitch, yaw])


def _model(place: tuple[Any, Any], sigmas: Float[np.ndarray, "4"], measured: str) -> Any:
    """The measurement model of a station for what it measured: `a`, `ar` or `arr`."""
    from stonesoup.models.measurement import nonlinear

    order = {"a": [2, 1], "ar": [2, 1, 0], "arr": [2, 1, 0, 3]}[measured]
    kind = {
        "a": nonlinear.CartesianToElevationBearing,
        "ar": nonlinear.CartesianToElevationBearingRange,
        "arr": nonlinear.CartesianToElevationBearingRangeRate,
    }[measured]
    more = {"velocity_mapping": VELOCITY} if measured == "arr" else {}
    return kind(
        ndim_state=6,
        mapping=POSITION,
        noise_covar=np.diag(sigmas[order] ** 2),
        translation_offset=place[0],
        rotation_offset=place[1],
        **more,
    )


def _detection(
    detections: Detections,
    row: int,
    sigmas: Float[np.ndarray, "4"],
    places: Sequence[tuple[Any, Any]],
) -> Any:
    """One detection with its model; the angles are plain numbers, which are never wrapped."""
    from stonesoup.types.array import StateVector
    from stonesoup.types.detection import Detection

    index = int(detections.station_index[row])
    range_m, rate = float(detections.range_m[row]), float(detections.range_rate_m_s[row])
    angles = [-float(detections.elevation_rad[row]), float(detections.azimuth_rad[row])]
    has_rate = np.isfinite(range_m) and np.isfinite(rate) and np.isfinite(sigmas[3])
    measured = "arr" if has_rate else "ar" if np.isfinite(range_m) else "a"
    vector = [*angles, *([range_m] if measured != "a" else []), *([rate] if has_rate else [])]
    return Detection(
        StateVector(np.array(vector, dtype=object)),
        timestamp=_moment(detections.epoch, float(detections.time_s[row])),
        measurement_model=_model(places[index], sigmas, measured),
        metadata={
            "station": detections.stations[index].id,
            "time_s": float(detections.time_s[row]),
            "arrival_s": float(detections.arrival_s[row]),
            "sigmas": tuple(detections.sigmas[row].tolist()),
            "range_rate_m_s": rate,
            "truth": int(detections.truth[row]),
            "snr_db": float(detections.snr_db[row]),
            "simulated": detections.simulated,
        },
    )


def _row(detection: Any, number: dict[str, int], epoch: Instant) -> list[float]:
    """One detection as time, station, four measurements, four deviations, truth, SNR, arrival."""
    known = detection.metadata
    name = known.get("station", "")
    vector = [float(each) for each in np.asarray(detection.state_vector).ravel()]
    if name not in number:
        raise InputError(f"sensor {name or 'without a name'} is not among the stations")
    if not 2 <= len(vector) <= 4:
        raise InputError("a detection is no elevation and bearing, with or without range")
    elevation, azimuth, *rest = vector
    range_m, rate = [*rest, np.nan, np.nan][:2]
    if len(vector) < 4:
        rate = float(known.get("range_rate_m_s", np.nan))
    time_s = float(known.get("time_s", _seconds(detection.timestamp, epoch)))
    sigmas = known.get("sigmas") or _sigmas(detection, len(vector))
    return [
        time_s,
        number[name],
        range_m,
        azimuth % (2.0 * np.pi) if azimuth < 0.0 else azimuth,
        -elevation,
        rate,
        *sigmas,
        float(known.get("truth", UNKNOWN)),
        float(known.get("snr_db", np.nan)),
        float(known.get("arrival_s", time_s)),
    ]


def _sigmas(detection: Any, count: int) -> tuple[float, ...]:
    """Deviations of range, azimuth, elevation and range rate, as the model states them."""
    own = np.sqrt(np.diag(np.asarray(detection.measurement_model.noise_covar, dtype=float)))
    elevation, azimuth, range_m, rate = [*own[:count], np.nan, np.nan][:4]
    return float(range_m), float(azimuth), float(elevation), float(rate)


def _metadata(track: Any, epoch: Instant) -> dict[str, np.ndarray]:
    """What `to_tracks` left with a track, or what takes its place."""
    count = len(track.states)
    known = track.metadatas[0]
    times = np.array([_seconds(state.timestamp, epoch) for state in track.states])
    if len(known.get("time_s", ())) == count:
        return {name: known[name] for name in ("time_s", "phase_probability", "detection")} | {
            "station_index": known["station_index"]
        }
    return {
        "time_s": times,
        "phase_probability": np.full((count, len(Phase)), np.nan),
        "detection": np.full(count, -1),
        "station_index": np.full(count, -1),
    }


def _joined(parts: Sequence[np.ndarray], shape: tuple[int, ...]) -> np.ndarray:
    return np.concatenate([np.zeros((0, *shape)), *parts])


def _track_number(track: Any, place: int) -> int:
    """The number that a track is called by; its place where it has another name."""
    return int(track.id) if track.id.isdecimal() and len(track.id) < 10 else place


def _moment(epoch: Instant, time_s: float) -> datetime:
    return _EPOCH + timedelta(microseconds=epoch.plus_s(time_s).posix_us)


def _seconds(moment: datetime, epoch: Instant) -> float:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Instant((aware - _EPOCH) // timedelta(microseconds=1)).since_s(epoch)
