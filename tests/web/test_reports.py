"""What reports and the globe give each other: saved figures, and the globe of a plan."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.report import html, page
from glasshield.report.added_figures import OnGlobe, with_figures
from glasshield.report.assurance.names import Names
from glasshield.report.document import read
from glasshield.report.packed import Globe
from glasshield.report.saved_figure import read_figure
from glasshield.report.view.build import rendered
from glasshield.report.view.of_plan import view_of_plan
from tests.report import fake_assessment, fake_monitoring
from tests.report.fake_figure import saved as written
from tests.web import pages
from tests.web.conftest import Open

GRID_ROWS = 6


def plan_view() -> bytes:
    """The made-up plan, its places a grid off the coast."""
    made = rendered(view_of_plan(fake_monitoring.plan(), Names.of(catalog.load())))
    view = json.loads(made)
    (plan,) = view["plans"]
    first = plan["stations"][0]
    plan["stations"] = [
        {**first, "lat_deg": 32.0 + row, "lon_deg": -130.0 + column,
         "burnout_speed_sigma_m_s": 1.0 + 2.0 * column}
        for row in range(GRID_ROWS)
        for column in range(GRID_ROWS)
    ]  # fmt: skip
    best = plan["best"][0]
    plan["best"] = [{**best, "observer": [first["observer"]], "lat_deg": [33.0],
                     "lon_deg": [-130.0]}]  # fmt: skip
    return json.dumps(view).encode()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    shown = {"/": pages.a_view(), "/plan": plan_view()}
    made = {path: pages.page(view) for path, view in shown.items()}
    with pages.served({**made, "/plan-ru": pages.page(shown["/plan"], "ru")}) as found:
        yield found


def saved(page_: Any, key: str, folder: Path) -> Path:
    with page_.expect_download() as found:
        page_.click(f"[data-key={key}]")
    return written(folder, Path(found.value.path()).read_bytes(), f"figure.{key}")


def test_a_saved_view_becomes_a_figure_in_a_report(opened: Open, tmp_path: Path) -> None:
    document = read(fake_assessment.document())
    last = document.phases[-1].id
    globe = opened(fragment=f"phase={last}&lang=en", accept_downloads=True)
    globe.wait_for_timeout(500)
    figures = [read_figure(saved(globe, key, tmp_path)) for key in ("png", "svg")]
    assert globe.heard == []
    for figure in figures:
        assert figure.said.marks == ("analysis",)
        assert f"phase={last}" in figure.said.link
        assert figure.picture.width > 500
    assert figures[0].picture.rows == figures[1].picture.rows
    # The mark is in the picture: its first rows are the band, dark with light letters.
    program = document.program
    here = OnGlobe(program.version, program.input_hash)
    built = with_figures(page.build(document, "en"), figures, here)
    report = tmp_path / "report.html"
    report.write_text(html.render(built, Globe.showing(pages.a_view())), encoding="utf-8")
    shown = opened(path=report.as_uri())
    assert shown.locator("#figures figure").count() == 2
    assert (
        shown.locator("#figures figcaption").first.inner_text().count("ANALYSIS · SIMULATED") == 1
    )
    shown.locator("#figures").scroll_into_view_if_needed()
    band = shown.locator("#figures svg image").first.screenshot()
    assert len(band) > 5_000, "an empty picture is smaller"
    shown.locator("#figures figcaption a").first.click()
    shown.wait_for_selector(f"[data-key='phase-{last}'][aria-current=step]")
    assert (
        shown.evaluate("document.getElementById('glasshield-globe').getBoundingClientRect().top")
        < 200
    )
    assert shown.heard == []


@pytest.mark.parametrize(("path", "said"), [("/plan", "Where most is learned"),
                                            ("/plan-ru", "Где узнать больше всего")])  # fmt: skip
def test_the_globe_of_a_plan_shows_where_to_stand(opened: Open, path: str, said: str) -> None:
    shown = opened(path=path)
    assert said in shown.inner_text(".gs-explain")
    assert shown.locator(".gs-phases").is_hidden()
    tabs = shown.locator("[data-key^=table-]:visible")
    assert tabs.count() == 1
    tabs.first.click()
    assert shown.locator("table tbody tr").count() == GRID_ROWS**2
    layers = shown.locator(".gs-layers input:visible")
    assert "layer-observers" in [each.get_attribute("data-key") for each in layers.all()]
    assert shown.locator("[data-key=layer-flights]").count() == 0
    # The middle of the picture is a place of the field: a click tells what could be learned there.
    shown.wait_for_timeout(500)
    box = shown.locator(".gs-picture").bounding_box()
    shown.mouse.click(box["x"] + 0.45 * box["width"], box["y"] + 0.68 * box["height"])
    shown.wait_for_selector("tr[aria-current=true]")
    assert "m/s" in shown.inner_text(".gs-explain") or "м/с" in shown.inner_text(".gs-explain")
    assert shown.heard == []


def test_the_view_of_a_plan_keeps_the_form() -> None:
    made = view_of_plan(fake_monitoring.plan(), Names.of(catalog.load()), "glasshield monitor plan")
    assert msgspec.json.decode(rendered(made), type=type(made)) == made
    assert made.phases == ()
    assert made.plans[0].id == fake_monitoring.plan().test.id
    assert made.title.en != made.title.ru
