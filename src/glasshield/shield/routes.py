"""The flights to named places that phases are judged against, each flown once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from glasshield.catalog import Catalog
from glasshield.flight.aim import Targets as Aims
from glasshield.shield.answers import Path, Route
from glasshield.shield.architecture import Deployment
from glasshield.shield.engagement import Sky
from glasshield.shield.flights import fly_set
from glasshield.workspace import Cache


def routes_of(
    deployments: Sequence[Deployment], catalog: Catalog, cache: Cache
) -> tuple[Route, ...]:
    """The flights to named places, missile by missile, each once for all phases.

    Args:
        deployments: phases with their threats and disputed flights.
        catalog: where sensors have their designs and sites.
        cache: where solved aims are kept.
    """
    by_missile: dict[str, dict[str, Path]] = {}
    for path in _paths(deployments):
        by_missile.setdefault(path.missile.id, {}).setdefault(path.id, path)
    return tuple(_route(tuple(paths.values()), catalog, cache) for paths in by_missile.values())


def _paths(deployments: Sequence[Deployment]) -> Iterator[Path]:
    for d in deployments:
        for disputed, threats in ((False, d.threats), (True, d.disputed)):
            for threat in threats:
                for target in threat.targets:
                    yield Path(threat.missile, threat.launch, target, disputed)


def _route(paths: tuple[Path, ...], catalog: Catalog, cache: Cache) -> Route:
    starts = [path.launch.position for path in paths]
    ends = [path.target_position for path in paths]
    aims = Aims(
        np.array([start.lat_rad for start in starts]),
        np.array([start.lon_rad for start in starts]),
        np.array([end.lat_rad for end in ends]),
        np.array([end.lon_rad for end in ends]),
    )
    return Route(paths, Sky(fly_set(paths[0].missile, aims, cache), catalog))
