"""The globe as a notebook's widget, in a page that behaves as JupyterLab does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

import glasshield
from tests.report import fake_assessment
from tests.web import pages
from tests.web.conftest import WITHOUT_GL, browser

# A notebook in the dark that takes keys at the document, as JupyterLab does: by what matches
# first on the way up from what has the focus.
PAGE = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/glasshield.css"></head>
<body data-jp-theme-light="false"><div class="gs-refused" hidden></div>
<div id="notebook"><div id="first"></div><div id="second"></div></div></body></html>"""
RENDER = """async (languages) => {
  const widget = (await import("/glasshield.js")).default;
  const traits = await (await fetch("/traits.json")).json();
  window.commands = [];
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    for (let each = event.target; each !== null; each = each.parentElement) {
      if (each.hasAttribute("data-lm-suppress-shortcuts")) return;
      if (each.matches("#notebook :focus")) return window.commands.push(event.key);
    }
  });
  window.undoings = ["first", "second"].map((id, k) => {
    const el = document.getElementById(id);
    const model = { get: (name) => (name === "language" ? languages[k] : traits[name]) };
    return widget.render({ model, el });
  });
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    widget = glasshield.show(fake_assessment.document())
    assert widget._esm == (pages.PACKAGE / "web" / "glasshield.js").read_text(encoding="utf-8")
    traits = json.dumps({"view": widget.view, "world": widget.world}).encode()
    with pages.served({"/": PAGE, "/traits.json": traits}) as found:
        yield found


@pytest.fixture(scope="module")
def notebook(address: str) -> Iterator[Any]:
    """A notebook with two globes, in two languages."""
    with browser(WITHOUT_GL) as chromium:
        page = chromium.new_page(viewport={"width": 900, "height": 800})
        page.heard = []
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.goto(address)
        page.evaluate(RENDER, ["en", "ru"])
        for id in ("first", "second"):
            page.wait_for_selector(f"#{id} .gs-picture canvas")
        yield page
        page.close()


def shades(page: Any) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.gs')].map((each) => each.dataset.shade)"
    )
    return found


def test_each_globe_has_its_language_and_the_address_is_the_notebooks(notebook: Any) -> None:
    assert notebook.get_attribute("#first", "lang") == "en"
    assert notebook.get_attribute("#second", "lang") == "ru"
    notebook.click("#second [data-key=table-flights]")
    notebook.wait_for_timeout(500)
    assert notebook.locator("#second .gs-table-box tbody tr").count() > 5
    assert not notebook.locator("#first .gs-table-box tbody tr").count()
    assert "#" not in notebook.url
    assert notebook.get_attribute("html", "lang") == "en"


def test_colours_are_those_of_the_notebook(notebook: Any) -> None:
    assert shades(notebook) == ["dark", "dark"]
    notebook.evaluate("document.body.dataset.jpThemeLight = 'true'")
    notebook.wait_for_timeout(100)
    assert shades(notebook) == ["light", "light"]


def test_keys_on_the_globe_are_no_commands_of_the_notebook(notebook: Any) -> None:
    notebook.focus("#first canvas[tabindex]")
    for key in ("x", "b", "m", "d", "2", "ArrowDown", "Shift+Enter"):
        notebook.keyboard.press(key)
    assert notebook.evaluate("window.commands") == []
    notebook.keyboard.press("Control+s")
    assert notebook.evaluate("window.commands") == ["Control", "s"]


def test_a_cell_that_is_run_again_leaves_nothing(notebook: Any) -> None:
    notebook.evaluate("for (const undo of window.undoings) undo()")
    assert notebook.locator("canvas").count() == 0
    notebook.evaluate("document.body.dataset.jpThemeLight = 'false'")
    notebook.wait_for_timeout(100)
    assert notebook.evaluate("document.getElementById('first').innerHTML") == ""
    assert notebook.heard == []
