"""Stone Soup as a peer: its metrics on our points."""

from __future__ import annotations

import warnings
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from stonesoup.dataassociator.tracktotrack import TrackToTruth
    from stonesoup.measures import Euclidean
    from stonesoup.metricgenerator.manager import SimpleManager
    from stonesoup.metricgenerator.ospametric import GOSPAMetric, OSPAMetric
    from stonesoup.metricgenerator.tracktotruthmetrics import SIAPMetrics
    from stonesoup.types.association import AssociationSet, TimeRangeAssociation
    from stonesoup.types.groundtruth import GroundTruthPath, GroundTruthState
    from stonesoup.types.state import State
    from stonesoup.types.time import TimeRange
    from stonesoup.types.track import Track

from glasshield.fusion.metrics import Points, Scale
from glasshield.fusion.siap import Associations

START = datetime(2030, 1, 1, tzinfo=UTC)


def paths(points: Points, path: type, state: type) -> dict[int, Any]:
    """Stone Soup's paths by the number of the object."""
    found: dict[int, Any] = {}
    for row in np.lexsort((points.time_s, points.number)):
        vector = np.concatenate([points.position_m[row], points.velocity_m_s[row]])
        one = state(vector[:, None], timestamp=START + timedelta(seconds=points.time_s[row]))
        found.setdefault(int(points.number[row]), path([])).append(one)
    return found


def manager(truth: Points, tracks: Points) -> tuple[Any, dict[int, Any], dict[int, Any]]:
    """A metric manager that holds both, and the paths by number."""
    truths = paths(truth, GroundTruthPath, GroundTruthState)
    found = paths(tracks, Track, State)
    holder = SimpleManager()
    holder.add_data(set(truths.values()), set(found.values()))
    return holder, truths, found


def _mapping(points: Points) -> tuple[list[int], list[int]]:
    d = points.position_m.shape[1]
    return list(range(d)), list(range(d, 2 * d))


def _values(metric: Any) -> list[Any]:
    many = isinstance(metric.value, list)
    return [one.value for one in metric.value] if many else [metric.value]


def gospa(truth: Points, tracks: Points, scale: Scale) -> dict[str, np.ndarray]:
    """GOSPA and its parts at each instant."""
    holder, _, _ = manager(truth, tracks)
    generator = GOSPAMetric(
        c=scale.cutoff_m,
        p=scale.order,
        switching_penalty=scale.switching_m,
        measure=Euclidean(mapping=_mapping(truth)[0]),
    )
    values = _values(generator.compute_metric(holder))
    return {key: np.array([float(value[key]) for value in values]) for key in values[0]}


def ospa(truth: Points, tracks: Points, scale: Scale) -> np.ndarray:
    """OSPA at each instant."""
    holder, _, _ = manager(truth, tracks)
    generator = OSPAMetric(
        c=scale.cutoff_m, p=scale.order, measure=Euclidean(mapping=_mapping(truth)[0])
    )
    return np.array([float(value) for value in _values(generator.compute_metric(holder))])


def associate(
    truth: Points, tracks: Points, threshold_m: float
) -> set[tuple[int, int, float, float]]:
    """Track, object, start and end of each association."""
    _, truths, found = manager(truth, tracks)
    mapping, _ = _mapping(truth)
    associator = TrackToTruth(threshold_m, measure=Euclidean(mapping=mapping))
    result = associator.associate_tracks(set(found.values()), set(truths.values()))
    names = {id(path): number for group in (found, truths) for number, path in group.items()}
    rows = set()
    for one in result.associations:
        track, path = one.objects
        times = one.time_range.key_times
        for start, end in zip(times[::2], times[1::2], strict=True):
            span = ((start - START).total_seconds(), (end - START).total_seconds())
            rows.add((names[id(track)], names[id(path)], *span))
    return rows


def siap(truth: Points, tracks: Points, associations: Associations) -> dict[str, Any]:
    """All attributes by their titles, those at times as arrays."""
    holder, truths, found = manager(truth, tracks)
    holder.association_set = AssociationSet(
        {
            TimeRangeAssociation(
                {found[int(track)], truths[int(number)]},
                TimeRange(START + timedelta(seconds=start), START + timedelta(seconds=end)),
            )
            for track, number, start, end in zip(
                associations.track,
                associations.truth,
                associations.start_s.tolist(),
                associations.end_s.tolist(),
                strict=True,
            )
        }
    )
    position, velocity = _mapping(truth)
    generator = SIAPMetrics(
        position_measure=Euclidean(mapping=position), velocity_measure=Euclidean(mapping=velocity)
    )
    return {
        metric.title.removeprefix("SIAP "): (
            np.array([one.value for one in metric.value])
            if isinstance(metric.value, list)
            else float(metric.value)
        )
        for metric in generator.compute_metric(holder)
    }
