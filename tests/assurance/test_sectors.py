"""Defence by sectors: what lies under a flight, who could act, gaps and overlaps."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from glasshield.assurance.sectors import SectorDocument, Standing, sectors
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import InputError, UnknownNameError
from glasshield.geodata import countries, point_in_country
from glasshield.shield.architecture import deployments
from glasshield.shield.routes import routes_of
from glasshield.workspace import Workspace

STEP_S = 4.0  # flights are sampled so: a border is known to within one step

MINE = """
[party.north]
name = "North"
[party.south]
name = "South"
[region.northern-half]
name = "North of the parallel"
members = {{ countries = {codes}, as_of = "2011", text = "x", source = "glasshield", \
status = "assumed", note = "for a test" }}
box = {{ south_deg = 45.0, north_deg = 90.0, west_deg = -30.0, east_deg = 70.0, \
source = "glasshield", status = "assumed", note = "for a test" }}
[proposal.mine]
name = "Mine"
by = ["north"]
date = {{ date = "2011", source = "glasshield", status = "assumed", note = "for a test" }}
content = []
[[proposal.mine.sectors]]
party = "north"
forces = ["united-states"]
regions = ["northern-half"]
basis = {{ text = "x", source = "glasshield", status = "assumed", note = "for a test" }}
"""


@pytest.fixture(scope="module")
def shipped() -> SectorDocument:
    (document,) = sectors(Workspace.default(), "sectoral", "epaa", "3")
    return document


def test_every_flight_of_the_phase_is_answered(shipped: SectorDocument) -> None:
    workspace = Workspace.default()
    chosen = deployments(workspace.catalog, "epaa", ["3"])
    routes = routes_of(chosen, workspace.catalog, workspace.cache)
    expected = sum(len(route.of(chosen[0])) for route in routes)
    assert len(shipped.flights) == expected
    assert shipped.unarmed == ("russia",)


def test_stretches_cover_the_flight_and_meet_in_no_moment(shipped: SectorDocument) -> None:
    for row in shipped.flights:
        covered = np.zeros(int(row.flight_time_s / STEP_S) + 1, dtype=bool)
        for stretch in (*row.crossings, *row.gaps):
            covered[round(stretch.from_s / STEP_S) : round(stretch.to_s / STEP_S) + 1] = True
        assert covered.all(), row.id
        for gap in row.gaps:
            for crossing in row.crossings:
                assert gap.to_s < crossing.from_s or gap.from_s > crossing.to_s, row.id
        for overlap in row.overlaps:
            assert len(overlap.parties) > 1


def test_a_border_is_crossed_where_the_ground_track_crosses_it(shipped: SectorDocument) -> None:
    """Against the countries beneath each sample of one flight, looked up one by one."""
    workspace = Workspace.default()
    chosen = deployments(workspace.catalog, "epaa", ["3"])
    routes = routes_of(chosen, workspace.catalog, workspace.cache)
    route = next(r for r in routes if r.paths[0].missile.id == "irbm")
    n = next(i for i, path in enumerate(route.paths) if path.id == "semnan.berlin.irbm")
    row = next(r for r in shipped.flights if r.id == "semnan.berlin.irbm")
    members = workspace.catalog.regions["nato-europe-2011"].countries
    track = route.sky.flights.flights.positions_ecef_m[n]
    inside = []
    for position in track[np.isfinite(track[:, 0])]:
        lat, lon, _ = ecef_to_geodetic(position)
        held = int(point_in_country(lat, lon))
        inside.append(held >= 0 and countries()[held].code in members)
    nato = [s for s in row.crossings if s.parties == ("nato",)]
    counted = sum(round((s.to_s - s.from_s) / STEP_S) + 1 for s in nato)
    assert counted == sum(inside)


def test_who_answers_is_in_whose_sector_a_flight_comes_down(shipped: SectorDocument) -> None:
    rows = {row.id: row for row in shipped.flights}
    warsaw = {one.party for one in rows["semnan.warsaw.irbm"].responsible}
    rome = {one.party for one in rows["semnan.rome.irbm"].responsible}
    washington = rows["kozelsk.washington.icbm-solid"].responsible
    assert warsaw == {"nato", "russia"}
    assert rome == {"nato"}
    assert washington == ()


def test_a_party_with_windows_over_others_alone_says_over_whom(tmp_path: Path) -> None:
    """A sector cut so that the windows lie south of it, but the flight comes down in it."""
    file = tmp_path / "mine.toml"
    south = (
        MINE.format(codes='["DEU"]')
        + """
[[proposal.mine.sectors]]
party = "south"
regions = ["eastern-europe"]
basis = { text = "x", source = "glasshield", status = "assumed", note = "for a test" }
"""
    )
    file.write_text(south, encoding="utf-8")
    (document,) = sectors(Workspace.default(file), "mine", "epaa", "3")
    row = next(r for r in document.flights if r.id == "semnan.berlin.irbm")
    (answer,) = row.responsible
    assert answer.party == "north"
    assert answer.standing is Standing.ELSEWHERE
    assert answer.needs_over == ("south",)
    assert document.unarmed == ("south",)


def test_a_sea_is_water_alone(shipped: SectorDocument) -> None:
    """Istanbul lies in the box of the Black Sea, and on land."""
    row = next(r for r in shipped.flights if r.id == "iran-northwest.istanbul.mrbm")
    assert [one.party for one in row.responsible] == ["nato"]


def test_bad_requests_are_refused() -> None:
    workspace = Workspace.default()
    with pytest.raises(InputError, match="gives no sectors"):
        sectors(workspace, "gabala", "epaa", "3")
    with pytest.raises(UnknownNameError):
        sectors(workspace, "sectorial", "epaa", "3")
    with pytest.raises(UnknownNameError):
        sectors(workspace, "sectoral", "epaa", "9")


def test_a_sector_is_an_area(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    text = MINE.format(codes='["DEU"]').replace('regions = ["northern-half"]', 'regions = ["rome"]')
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="a sector is made of areas"):
        sectors(Workspace.default(file), "mine", "epaa", "3")
