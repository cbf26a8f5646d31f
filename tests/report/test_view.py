"""The view document: all that a browser shows, and the same as the assessment says."""

from __future__ import annotations

import gzip
import json
from itertools import pairwise
from typing import Any

import msgspec
import pytest

from glasshield.report.document import Document
from glasshield.report.view.build import rendered, view_of
from glasshield.report.view.document import View
from glasshield.report.view.parts import Part, Text, thinned
from glasshield.report.view.schema import schema

EDGE_TOL_DEG = 1e-5  # edges are rounded to six decimals
PLACE_TOL_DEG = 5.1e-4  # samples of paths are rounded to three
HEIGHT_TOL_KM = 0.051  # and heights to one


@pytest.fixture(scope="module")
def view(assessment: dict[str, Any]) -> View:
    return view_of(assessment)


def test_it_is_read_back_as_it_was(view: View) -> None:
    assert msgspec.json.decode(rendered(view), type=View) == view


def test_its_schema_describes_it_and_names_its_form() -> None:
    described = schema()
    assert described["$ref"] == "#/$defs/View"
    parts = described["$defs"]
    assert parts["View"]["properties"]["form"] == {"enum": ["glasshield-view/1"]}
    # What came into the form later is missing in documents that were written before.
    later = {"regions", "troubles"}
    assert set(parts["View"]["required"]) == set(parts["View"]["properties"]) - later
    assert json.dumps(described)


def test_every_part_of_the_form_says_what_it_is() -> None:
    assert all(part["description"] for part in schema()["$defs"].values())


def test_every_text_is_in_both_languages(view: View) -> None:
    texts = list(_texts(view))
    assert len(texts) > len(view.names)
    assert all(bool(text.en) == bool(text.ru) for text in texts)


def _texts(value: object) -> Any:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Part):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def test_columns_are_equally_long_and_refer_to_what_there_is(view: View) -> None:
    for table in (view.sees, view.meets, view.reaches, view.defends):
        lengths = {len(getattr(table, name)) for name in table.__struct_fields__}
        assert len(lengths) == 1
    assert max(view.sees.phase) < len(view.phases)
    assert max(view.sees.flight) < len(view.flights)
    assert max(view.sees.sensor) < len(view.sensors)
    assert max(view.reaches.battery) < len(view.batteries)


def test_rows_are_those_of_the_assessment(view: View, document: Document) -> None:
    for n, row in enumerate(document.sees):
        assert view.phases[view.sees.phase[n]].id == row.phase
        assert view.flights[view.sees.flight[n]].id == row.flight
        assert view.sensors[view.sees.sensor[n]].id == row.sensor
        assert view.sees.first_seen_s[n] == row.first_seen_s
        assert view.sees.why_not[n] == row.why_not
    for n, reach in enumerate(document.reaches):
        assert view.batteries[view.reaches.battery[n]].id == f"{reach.site}.{reach.interceptor}"
        assert view.reaches.verdict[n] == reach.verdict
        ends = view.reaches.opens_s[n], view.reaches.closes_s[n]
        assert ends == (reach.window_s or (None, None))


def test_flights_are_those_of_the_assessment_in_fewer_samples(
    view: View, document: Document
) -> None:
    for flight, row in zip(view.flights, document.flights, strict=True):
        kept = thinned(len(row.time_s), len(flight.time_s))
        assert flight.time_s == tuple(row.time_s[n] for n in kept)
        assert flight.lat_deg == pytest.approx([row.lat_deg[n] for n in kept], abs=PLACE_TOL_DEG)
        assert flight.height_km == pytest.approx(
            [row.height_km[n] for n in kept], abs=HEIGHT_TOL_KM
        )
        times = [event.time_s for event in flight.events]
        assert times == sorted(times)
        assert flight.events[0].event == "launch"
        assert flight.events[-1].event == "impact"


@pytest.mark.parametrize(("count", "most"), [(1, 1), (2, 64), (64, 64), (65, 64), (120, 64)])
def test_prop_thinning_keeps_both_ends_and_the_order(count: int, most: int) -> None:
    kept = thinned(count, most)
    assert len(kept) == min(count, most)
    assert kept[0] == 0
    assert kept[-1] == count - 1
    assert all(before < after for before, after in pairwise(kept))


def test_cells_are_those_of_the_footprints(view: View, document: Document) -> None:
    boxes = [
        (band.south_deg, band.north_deg, west + n * step, west + (n + 1) * step)
        for band in view.cells.bands
        for west, east, count in zip(band.west_deg, band.east_deg, band.count, strict=True)
        for step in [(east - west) / count]
        for n in range(count)
    ]
    grid = document.footprints
    edges = zip(grid.south_deg, grid.north_deg, grid.west_deg, grid.east_deg, strict=True)
    for box, edge in zip(boxes, edges, strict=True):
        assert box == pytest.approx(edge, abs=EDGE_TOL_DEG)
    for layer, row in zip(view.cells.layers, grid.layers, strict=True):
        assert tuple(int(state) for state in layer.state) == row.state
        assert len(layer.state) == len(boxes)


def test_hostile_names_are_kept_as_they_are(assessment: dict[str, Any]) -> None:
    """They are text to whoever shows them; nothing here makes markup of them."""
    evil = "</script><script>alert(1)</script>"
    names = {**assessment["names"], "redzikowo": {"en": evil, "ru": evil}}
    found = view_of({**assessment, "names": names})
    assert found.names["redzikowo"].en == evil


def test_it_is_small(view: View) -> None:
    assert len(gzip.compress(rendered(view), 9)) < 60_000
