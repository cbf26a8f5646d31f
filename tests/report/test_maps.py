"""Maps as files: their parts, their limits, and equal bytes."""

from __future__ import annotations

import io
import math
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from glasshield.errors import InputError, OutputError
from glasshield.geodata import cells_of, country
from glasshield.messages import Language
from glasshield.report.map_labels import Wanted, place
from glasshield.report.map_layers import (
    CellField,
    Fan,
    Highlight,
    Layer,
    Places,
    Ring,
    Spot,
    Track,
    Tracks,
    great_circle,
    steps,
)
from glasshield.report.map_view import MapView
from glasshield.report.maps import Map
from glasshield.report.projection import Kind

SVG_LIMIT_BYTES = 250_000
SMALL = (360, 260)


def rad(lat_deg: float, lon_deg: float) -> tuple[float, float]:
    return math.radians(lat_deg), math.radians(lon_deg)


def flight(start: tuple[float, float], end: tuple[float, float]) -> Track:
    line = great_circle(rad(*start), rad(*end), 60)
    return Track(line, ("boost",) * 6 + ("coast",) * 50 + ("entry",) * 4)


def layers() -> tuple[Layer, ...]:
    cells = cells_of(["POL", "DEU"])
    value = (np.degrees(cells.lon_rad) - 5) / 20
    return (
        Highlight(("FRA",), "France"),
        CellField(
            cells.grid, cells.cell, value,
            steps((0.3, 0.6, 1.1), ("low", "middle", "high")), ("POL", "DEU"),
        ),
        Fan(*rad(49.7, 13.8), 2500e3, 1.0, 3.0, 300e3, "fan"),
        Ring(*rad(54.5, 17.1), 900e3, "reach"),
        Tracks((flight((35.6, 53.4), (51.5, -0.1)),), {"boost": "boost", "coast": "coast"}),
        Places(
            (Spot(*rad(54.5, 17.1), "Redzikowo", "site", 3), Spot(*rad(52.2, 21), "Warsaw")),
            {"site": "interceptors"},
        ),
    )  # fmt: skip


def europe(lang: Language = "en") -> Map:
    view = MapView.fitting(np.array([rad(60, 0), rad(36, 20), rad(36, 52)]), size=SMALL)
    return Map(view, layers(), title="Test", lang=lang)


def test_prop_equal_maps_are_equal_files() -> None:
    for form in ("svg", "png"):
        assert europe().render(form) == europe().render(form)


def test_a_drawing_is_light_and_well_formed() -> None:
    big = Map(MapView.globe(*rad(72, 10)), layers(), title="Globe <&>")
    svg = big.render("svg")
    assert len(svg) < SVG_LIMIT_BYTES
    root = ET.fromstring(svg)
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Globe <&>"
    assert b"nan" not in svg.lower().replace(b"nance", b"")


def test_drawings_hold_no_date_and_no_program() -> None:
    svg = europe().render("svg").decode()
    assert "dc:date" not in svg
    assert "matplotlib" not in svg


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_theme_is_drawn(theme: str) -> None:
    drawn = Map(europe().view, layers(), theme=theme)  # type: ignore[arg-type]
    with Image.open(io.BytesIO(drawn.render("png"))) as picture:
        assert picture.size[0] == 2 * (SMALL[0] + 28)
        assert len(picture.convert("RGB").getcolors(1 << 24) or ()) > 50


def test_russian_and_the_standing_are_drawn() -> None:
    english, russian = europe("en").render("svg"), europe("ru").render("svg")
    assert english != russian
    exercise = Map(europe().view, standing="exercise").render("svg")
    assert exercise != Map(europe().view).render("svg")


def test_the_field_is_painted_on_its_countries_only() -> None:
    view = MapView.around(*rad(51.5, 14.5), 2.4e6, size=SMALL)
    cells = cells_of(["DEU"])
    classes = steps((0.5, 2), ("a", "b"))
    field = CellField(cells.grid, cells.cell, np.ones(len(cells)), classes, ("DEU",))
    with_field = pixels(Map(view, (field,)))
    without = pixels(Map(view))
    # The map ends where the legend begins: compare the same rows from the top.
    rows = slice(2 * 46, 2 * (46 + SMALL[1]))
    changed = (with_field[rows] != without[rows]).any(axis=2)[:, 28 : 28 + 2 * SMALL[0]]
    painted_km2 = changed.sum() * (view.pixel_m / 2 / 1e3) ** 2
    assert painted_km2 == pytest.approx(357_000, rel=0.03)  # the coast and the lakes stay


def pixels(drawn: Map) -> np.ndarray:
    with Image.open(io.BytesIO(drawn.render("png"))) as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def test_no_line_crosses_the_map_astray() -> None:
    """On maps over the pole and the date line no step of a path is longer than data have."""
    for view in (
        MapView.around(*rad(90, 0), 8e6, size=SMALL),
        MapView.around(*rad(20, 180), 9e6, size=SMALL),
        MapView.around(*rad(-90, 0), 9e6, size=SMALL),
    ):
        svg = Map(view).render("svg").decode()
        paths = re.findall(r' d="(M[^"]*)"[^>]*style="fill: none; stroke: #97a1a8', svg)
        assert paths
        steps_pt = [
            math.hypot(float(x), float(y))
            for path in paths
            for x, y in re.findall(r"l(-?[\d.]+) (-?[\d.]+)", path)
        ]
        longest_m = max(steps_pt) / 0.72 * view.pixel_m
        assert longest_m < 1.3e6 or longest_m > 0.9 * view.frame.width_m  # or the map's own edge


def test_the_view_holds_what_it_was_asked_to() -> None:
    places = np.array([rad(65, 170), rad(20, -155), rad(35, 140)])
    for kind in (Kind.EQUAL_AREA, Kind.EQUIDISTANT):
        view = MapView.fitting(places, kind=kind)
        assert view.frame.holds(view.projection.forward(*places.T)).all()
    single = MapView.fitting(np.array([rad(10, 10)]), margin_m=500e3)
    assert min(single.frame.width_m, single.frame.height_m) == pytest.approx(1e6, rel=1e-6)


def test_views_that_cannot_be_are_refused() -> None:
    with pytest.raises(InputError, match="a place to show"):
        MapView.fitting(np.empty((0, 2)))
    around = np.array([rad(0, 0), rad(0, 120), rad(0, -120)])
    with pytest.raises(InputError, match="too far apart"):
        MapView.fitting(around, kind=Kind.ORTHOGRAPHIC)


def test_val_a_fan_reaches_its_horizon() -> None:
    """The 4/3 Earth gives the horizon of radar practice: 4.12 km times the root of the metres."""
    far = Fan(0.0, 0.0, 1e9, 0.0, 1.0, 10e3)
    assert far.ground_range_m == pytest.approx(4.12e3 * math.sqrt(10e3), rel=3e-3)
    near = Fan(0.0, 0.0, 300e3, 0.0, 1.0, 100e3)
    assert near.ground_range_m == pytest.approx(math.sqrt(300e3**2 - 100e3**2), rel=0.02)
    assert Fan(0.0, 0.0, 50e3, 0.0, 1.0, 100e3).ground_range_m == pytest.approx(0, abs=1.0)


def test_labels_keep_off_each_other_and_inside() -> None:
    rng = np.random.default_rng(3)
    wanted = [
        Wanted(float(x), float(y), f"place {k}", 50.0, 10.0, float(k))
        for k, (x, y) in enumerate(rng.uniform(0, 300, (40, 2)))
    ]
    placed = place(wanted, (300, 300), np.empty((0, 2)))
    boxes = []
    for p in placed:
        shift = {"left": 0.0, "center": 25.0, "right": 50.0}[p.anchor]
        boxes.append((p.x - shift, p.y - 2.5, p.x - shift + 50, p.y + 8))
    assert 10 < len(placed) < 40
    assert placed[0].label.weight == 39.0
    for i, a in enumerate(boxes):
        assert a[0] > 0
        assert a[2] < 300
        assert not any(
            a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in boxes[:i]
        )


def test_a_label_leaves_a_line_free() -> None:
    label = [Wanted(150.0, 150.0, "x", 40.0, 10.0, 1.0)]
    right = np.column_stack([np.linspace(150, 300, 60), np.full(60, 150.0)])
    assert place(label, (300, 300), np.empty((0, 2)))[0].anchor == "left"
    assert place(label, (300, 300), right)[0].anchor == "right"


def test_what_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"\.svg or \.png"):
        europe().save(tmp_path / "map.jpg")
    with pytest.raises(InputError, match="two to five classes"):
        steps((1.0,), ("all",))
    with pytest.raises(InputError, match="a phase for each"):
        Track(np.zeros((3, 2)), ("coast",))


def test_saved_maps_are_whole_files(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "map.svg"
    europe().save(path)
    assert path.read_bytes() == europe().render("svg")
    assert [p.name for p in path.parent.iterdir()] == ["map.svg"]


def test_a_country_is_painted_whole_with_its_holes() -> None:
    view = MapView.around(*rad(-29.5, 28), 1.2e6, size=SMALL)
    before, after = pixels(Map(view)), pixels(Map(view, (Highlight(("ZAF",)),)))
    assert country("LSO").name_en == "Lesotho"
    middle = (2 * (46 + SMALL[1] // 2), 2 * (14 + SMALL[0] // 2))
    assert (before[middle] == after[middle]).all()
    assert (before[middle[0], 40] != after[middle[0], 40]).any()
