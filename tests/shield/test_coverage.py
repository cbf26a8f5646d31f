"""Coverage: shares of cells, weighed by hand, and what must hold for any shield."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import msgspec
import numpy as np
import pytest

from glasshield import catalog
from glasshield.errors import InputError
from glasshield.flight.aim import Targets as Aims
from glasshield.geodata import equal_area_grid
from glasshield.shield.architecture import Deployment, deployments
from glasshield.shield.coverage import Coverage, cover, protections
from glasshield.shield.engagement import Sky, Tables
from glasshield.shield.flights import fly_set
from glasshield.shield.regions import EVERYWHERE, Land, land_of
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace

pytestmark = pytest.mark.kernels

CELL_M = 150_000.0


def three_cells() -> Land:
    """Three cells; the middle one is shared by two countries."""
    return Land(
        grid=equal_area_grid(CELL_M),
        cell=np.array([10, 11, 12]),
        lat_rad=np.zeros(3),
        lon_rad=np.zeros(3),
        row_cell=np.array([0, 1, 1, 2]),
        row_country=np.array(["A", "A", "B", "B"]),
        row_area_m2=np.array([4.0, 1.0, 3.0, 2.0]),
        row_people=np.array([100.0, 0.0, 50.0, 150.0]),
        parts={"A": np.array([1, 1, 0, 0], bool), "B": np.array([0, 0, 1, 1], bool)},
    )


def covered(threatened: list[int], *defended: list[int]) -> Coverage:
    """A coverage of three cells with its stated, worse and better end."""
    ends = dict(zip(Bound, (np.array(cells, bool) for cells in defended), strict=True))
    return Coverage(
        threatened=np.array(threatened, bool),
        defended=ends,
        shots=np.array([3, 0, 7]) * ends[Bound.STATED],
        first_launch_s=np.full(3, 100.0),
        last_launch_s=np.full(3, 200.0),
    )


def test_shares_are_weighed_by_area_and_people() -> None:
    land = three_cells()
    cells = np.arange(3)
    some = covered([1, 1, 1], [1, 0, 1], [0, 0, 1], [1, 1, 1])
    found = {part.region: part for part in protections(some, land, cells, land.parts)}
    assert list(found) == [EVERYWHERE, "A", "B"]
    a, b, everywhere = found["A"], found["B"], found[EVERYWHERE]
    assert (a.area.value, a.area.low, a.area.high) == (0.8, 0.0, 1.0)
    assert (a.population.value, b.population.value) == (1.0, 0.75)
    assert b.area.value == pytest.approx(0.4)
    assert everywhere.area.value == pytest.approx(0.6)
    assert everywhere.threatened_people == 300.0
    assert (everywhere.most_shots, everywhere.least_shots) == (7, 3)


def test_what_no_missile_reaches_is_counted_by_itself() -> None:
    land = three_cells()
    some = covered([1, 0, 0], [1, 0, 0], [1, 0, 0], [1, 0, 0])
    found = {part.region: part for part in protections(some, land, np.arange(3), land.parts)}
    assert "B" not in found
    assert found["A"].area.value == 1.0
    assert found["A"].threatened_area == 0.8
    assert found[EVERYWHERE].threatened_area == 0.4


def test_a_coverage_of_some_cells_leaves_the_others_out() -> None:
    land = three_cells()
    part = Coverage(
        threatened=np.array([True]),
        defended=dict.fromkeys(Bound, np.array([True])),
        shots=np.array([2]),
        first_launch_s=np.array([1.0]),
        last_launch_s=np.array([2.0]),
    )
    found = {p.region: p for p in protections(part, land, np.array([2]), land.parts)}
    assert found["B"].area.value == 1.0
    assert found["B"].threatened_people == 150.0


@cache
def scene() -> tuple[Deployment, Land, Sky, Tables]:
    """The 2007 plan and intermediate-range missiles to cells of 150 km."""
    workspace = Workspace.default()
    (deployment,) = deployments(workspace.catalog, "third-site-2007")
    land = land_of(deployment.defended, CELL_M)
    missile = workspace.catalog.missiles["irbm"]
    start = workspace.catalog.launches["semnan"].position
    aims = Aims(start.lat_rad, start.lon_rad, land.lat_rad, land.lon_rad)
    sky = Sky(fly_set(missile, aims, workspace.cache), workspace.catalog)
    return deployment, land, sky, Tables(workspace.cache)


def test_prop_the_ends_enclose_what_is_stated() -> None:
    deployment, land, sky, tables = scene()
    found = cover(deployment, sky, np.arange(len(land.cell)), tables)
    worse, stated, better = (
        found.defended[bound] for bound in (Bound.PESSIMISTIC, Bound.STATED, Bound.OPTIMISTIC)
    )
    assert worse.sum() < stated.sum() <= better.sum()
    # A faster interceptor may lose a cell near its site, where it is still under power.
    assert (worse & ~stated).sum() <= 1
    assert not (stated & ~found.threatened).any()
    assert ((found.shots > 0) == stated).all()
    assert (found.shots <= deployment.batteries[0].count).all()
    assert (found.first_launch_s[stated] <= found.last_launch_s[stated]).all()
    assert np.isinf(found.first_launch_s[~stated]).all()


def test_known_cells() -> None:
    """Warsaw lies beside the interceptors; Ankara is met too early for them, Lisbon is too far for
    the missile."""
    deployment, land, sky, tables = scene()
    found = cover(deployment, sky, np.arange(len(land.cell)), tables)
    at = {
        name: int(np.argmin((land.lat_rad - lat) ** 2 + ((land.lon_rad - lon) * np.cos(lat)) ** 2))
        for name, (lat, lon) in {
            "warsaw": np.radians((52.2, 21.0)),
            "ankara": np.radians((39.9, 32.9)),
            "lisbon": np.radians((38.7, -9.1)),
        }.items()
    }
    assert found.defended[Bound.STATED][at["warsaw"]]
    assert found.threatened[at["ankara"]]
    assert not found.defended[Bound.OPTIMISTIC][at["ankara"]]
    assert not found.threatened[at["lisbon"]]


def test_without_interceptors_or_sensors_nothing_is_defended() -> None:
    deployment, land, sky, tables = scene()
    cells = np.arange(len(land.cell))
    for bare in (replace(deployment, batteries=()), replace(deployment, sensors=())):
        found = cover(bare, sky, cells, tables)
        assert not any(defended.any() for defended in found.defended.values())
        assert (found.shots == 0).all()


def test_a_second_battery_never_defends_less() -> None:
    deployment, land, sky, tables = scene()
    cells = np.arange(len(land.cell))
    battery = deployment.batteries[0]
    elsewhere = replace(battery, site=catalog.load().sites["deveselu"])
    one = cover(deployment, sky, cells, tables)
    two = cover(replace(deployment, batteries=(battery, elsewhere)), sky, cells, tables)
    assert (two.defended[Bound.STATED] >= one.defended[Bound.STATED]).all()
    assert (two.shots >= one.shots).all()
    assert two.shots.sum() > one.shots.sum()


def test_regions_share_their_land() -> None:
    records = catalog.load()
    regions = [records.regions[name] for name in ("nato-europe-2007", "poland")]
    land = land_of(regions, CELL_M)
    poland = land.parts["poland"]
    assert (poland == land.parts["POL"]).all()
    assert (poland <= land.parts["nato-europe-2007"]).all()
    # 312,000 km2 of land and 38 million people.
    assert land.row_area_m2[poland].sum() == pytest.approx(3.07e11, rel=0.03)
    assert land.row_people[poland].sum() == pytest.approx(3.8e7, rel=0.03)
    boxed = msgspec.structs.replace(regions[1], box=regions[0].box)
    assert land_of([boxed], CELL_M).row_area_m2.sum() == pytest.approx(
        land.row_area_m2[poland].sum()
    )


def test_places_are_no_land() -> None:
    with pytest.raises(InputError, match="warsaw"):
        land_of([catalog.load().regions["warsaw"]], CELL_M)
