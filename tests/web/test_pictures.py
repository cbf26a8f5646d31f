"""What is drawn, layer by layer, against committed pictures: in WebGL and on a plain canvas.

Each picture shows one layer alone, small. `python -m tests.web.test_pictures` makes them anew; look
at them before they are committed.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.web import pages
from tests.web.conftest import WITH_AND_WITHOUT, browser, listened

PICTURES = Path(__file__).parent / "pictures"
GENERATOR = "python -m tests.web.test_pictures"
STATIC = ("borders", "graticule", "sites", "fans", "reach", "flights", "disputed", "defended",
          "observers")  # fmt: skip
LIVE = ("tracks", "trails", "covariances", "impacts", "notices")
ALL = (*STATIC, "labels", *LIVE)
PICTURED = (*STATIC, *LIVE)
BENEATH = {"trails": ("tracks",), "labels": ("sites",)}
SIZE = {"width": 1100, "height": 700}
SMALLER = 3  # one pixel of a committed picture for so many on the screen, squared
CAMERA = "at=50,20,6500"
CAMERAS = {"observers": "at=35,-150,9000"}
# Of 255, in one channel: edges are smoothed differently by each version of a browser.
SAME_COLOUR_TOL = 40
# The lines of the net are faint, and the steps of the committed colours are four.
PAINTED_TOL = 3
# Share of what a layer paints that may differ: hairlines fall on other pixels, nothing is missing.
DIFFERENT_TOL = 0.25
# Fewer pixels than this are no layer.
LEAST_PAINTED = 20

# The way to draw, what takes the picture of a layer, and the browser.
Taken = tuple[str, Any, Any]


def whole_view() -> bytes:
    """The made-up view, with a reach: circles of 12 bearings, lower towards their edge."""
    view = json.loads(pages.a_view())
    for battery in view["batteries"]:
        far_km = battery["ground_range_km"]
        steps = [k * far_km / 24 for k in range(25)]
        top_km = [[900.0 * (1.0 - (ground / far_km) ** 2) for ground in steps]] * 12
        battery["reach"] = [reach_of(steps, top_km)]
    return json.dumps(view).encode()


def reach_of(ground_km: list[float], top_km: list[list[float]]) -> dict[str, Any]:
    """A reach in the columns of the view document."""
    return {
        "by": "mda-2007",
        "burnout_speed_km_s": 6.3,
        "bearing_deg": [30.0 * k for k in range(12)],
        "ground_km": ground_km,
        "top_km": top_km,
    }


# A live picture of forty tracks with trails, covariances, places of impact and a notice's area.
MOUNTED = """async () => {
  const { mount } = await import("/glasshield.js");
  const text = (path) => fetch(path).then((answer) => answer.text());
  const [view, world] = [await text("/view.json"), await text("/world.json")];
  const [capacity, steps, radius] = [64, 24, 6.5e6];
  const at = (lat, lon, r) => [
    r * Math.cos(lat) * Math.cos(lon), r * Math.cos(lat) * Math.sin(lon), r * Math.sin(lat)];
  const bytes = (value) => new Uint8Array(capacity).fill(value);
  const picture = {
    capacity, rows: 40, count: 40, time_us: 1.8e15, is_exercise: true, is_simulated: true,
    is_alive: bytes(0).fill(1, 0, 40), is_hidden: bytes(0),
    picture: new Uint32Array(capacity).fill(1),
    number: Uint32Array.from({ length: capacity }, (_, k) => k + 1),
    position_ecef_m: new Float64Array(3 * capacity),
    velocity_ecef_m_s: new Float64Array(3 * capacity).fill(2000.0),
    class_index: bytes(2), phase: Uint8Array.from({ length: capacity }, (_, k) => k % 4),
    is_coasted: Uint8Array.from({ length: capacity }, (_, k) => (k % 5 === 0 ? 1 : 0)),
    is_shared: bytes(0),
    trail_ecef_m: new Float32Array(3 * capacity * steps), trail_step: steps - 1,
    trail_length: bytes(steps), covariances: new Map(), contributors: new Map(),
  };
  for (let row = 0; row < 40; row++) {
    const [lat, lon] = [0.7 + 0.04 * Math.floor(row / 5), 0.1 + 0.1 * (row % 5)];
    picture.position_ecef_m.set(at(lat, lon, radius), 3 * row);
    for (let step = 0; step < steps; step++) {
      picture.trail_ecef_m.set(
        at(lat - 0.002 * (steps - step), lon, radius), 3 * (step * capacity + row));
    }
    picture.covariances.set(`1/${row + 1}`, [[4e9, 0, 0], [0, 9e9, 0], [0, 0, 6e9]]);
  }
  const rad = (deg) => (deg * Math.PI) / 180;
  const place = (lat, lon) => ({ lat_rad: rad(lat), lon_rad: rad(lon) });
  const covariance = { east_m2: 6e9, mixed_m2: 2e9, north_m2: 2e9 };
  const predicted = [["impact", 45, 10], ["impact", 55, 30], ["launch", 40, 30]].map(
    ([kind, lat, lon]) => ({
      id: `${kind}-${lon}`, kind, place: place(lat, lon), covariance, radius: 2.4477, label: null,
    }));
  const area = {
    id: "a", role: "hazard", middle: place(48, 20), radius_m: null,
    ring: [[15, 45], [15, 51], [25, 51], [25, 45], [15, 45]],
  };
  const notices = [{
    id: "aspen/1", party: "aspen", reference: "1", missile_class: "", standing: "", received: "",
    windows: [], areas: [area], azimuth_deg: null, impact_time: "", time: "open",
  }];
  const part = () => ({ root: document.createElement("div"), update() {}, dispose() {} });
  const live = () => ({
    panel: part, timeline: part, explainers: {}, mark: () => null,
    input: () => ({ picture, version: 1, predicted, notices }),
    subscribe: () => () => undefined, dispose() {},
  });
  mount(document.getElementById("place"), { view, world, live, language: "en" });
}"""
BARE = (
    b'<!doctype html><html lang="en"><title>Glasshield</title>'
    b'<link rel="stylesheet" href="/glasshield.css"><div id="place" data-page></div></html>'
)


def small(png: bytes) -> np.ndarray[Any, Any]:
    """The picture, small, in 6 bits of each colour: what is committed and compared."""
    image = Image.open(io.BytesIO(png)).convert("RGB").reduce(SMALLER)
    return np.asarray(image) & 0xFC


def shot(page: Any, address: str, layer: str, shown: tuple[str, ...]) -> np.ndarray[Any, Any]:
    """The picture as a layer is looked at, with some layers alone."""
    hidden = [f"hide={each}" for each in ALL if each not in shown]
    subject = "&show=live&sel=track:1/18" if layer in LIVE else ""
    camera = CAMERAS.get(layer, CAMERA)
    page.goto("about:blank")
    page.goto(f"{address}/bare#v=1&{camera}&phase=epaa-3{subject}&{'&'.join(hidden)}")
    page.evaluate(MOUNTED)
    page.wait_for_selector(".gs-picture canvas")
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame("
        "() => setTimeout(done, 300))))"
    )
    return small(page.locator(".gs-picture").screenshot())


def pages_of() -> dict[str, bytes]:
    world = pages.PACKAGE / "geodata" / "data" / "world-coarse.topo.json"
    return {"/bare": BARE, "/view.json": whole_view(), "/world.json": world.read_bytes()}


def both(page: Any, address: str, layer: str) -> tuple[Any, Any]:
    """The picture without a layer and with it; some are only where another one is."""
    beneath = BENEATH.get(layer, ())
    without = shot(page, address, layer, beneath)
    return without, shot(page, address, layer, (*beneath, layer))


def differ(a: np.ndarray[Any, Any], b: np.ndarray[Any, Any], tol: int = SAME_COLOUR_TOL) -> int:
    """How many pixels are of another colour."""
    far = np.abs(a.astype(int) - b.astype(int)).max(axis=-1)
    return int((far > tol).sum())


@pytest.fixture(scope="module", params=WITH_AND_WITHOUT)
def taken(request: pytest.FixtureRequest) -> Iterator[Taken]:
    """The way to draw, and what takes pictures in it."""
    with (
        browser(WITH_AND_WITHOUT[request.param]) as chromium,
        pages.served(pages_of()) as address,
    ):
        page = chromium.new_page(viewport=SIZE)
        yield request.param, lambda layer: both(page, address, layer), chromium


@pytest.mark.parametrize("layer", PICTURED)
def test_every_layer_is_drawn_as_in_the_committed_picture(taken: Taken, layer: str) -> None:
    kind, take, _ = taken
    empty, found = take(layer)
    painted = differ(found, empty, PAINTED_TOL)
    assert painted > LEAST_PAINTED, f"nothing is drawn of {layer}"
    path = PICTURES / f"{kind}-{layer}.png"
    wanted = np.asarray(Image.open(path).convert("RGB"))
    wrong = differ(found, wanted)
    assert wrong <= DIFFERENT_TOL * painted, (
        f"{path.name}: {wrong} of {painted} painted pixels differ; if that is meant: {GENERATOR}"
    )


def test_names_are_drawn(taken: Taken) -> None:
    """Letters differ with the fonts of a machine, so that no picture of them is committed."""
    _, take, _ = taken
    empty, found = take("labels")
    assert differ(found, empty, PAINTED_TOL) > LEAST_PAINTED


def test_without_webgl_the_map_is_taken_and_it_is_said(taken: Taken) -> None:
    kind, _, chromium = taken
    with (
        pages.served({"/": pages.page(pages.a_view())}) as address,
        listened(chromium, address) as opened,
    ):
        page = opened()
        assert ("WebGL" in page.inner_text(".gs-notices")) == (kind == "canvas")
        page.wait_for_selector(".gs-picture canvas", state="visible")
        assert [each for each in page.heard if "error: " in each and "WebGL" not in each] == []


def make() -> None:
    """Writes the pictures."""
    PICTURES.mkdir(exist_ok=True)
    for kind, flags in WITH_AND_WITHOUT.items():
        with browser(flags) as chromium, pages.served(pages_of()) as address:
            page = chromium.new_page(viewport=SIZE)
            for layer in PICTURED:
                empty, found = both(page, address, layer)
                Image.fromarray(found).quantize(64).convert("RGB").quantize(64).save(
                    PICTURES / f"{kind}-{layer}.png", optimize=True
                )
                print(f"{kind} {layer}: {differ(found, empty, PAINTED_TOL)} pixels painted")


if __name__ == "__main__":
    make()
