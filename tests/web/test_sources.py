"""House rules that no compiler holds, over the browser's sources and what is built of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import glasshield

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
BUNDLE = Path(glasshield.__file__).parent / "web"
SOURCES = sorted(path.relative_to(WEB).as_posix() for path in WEB.glob("src/**/*.ts"))
MOST_LINES = 500
MADE = {"wire.ts", "view.ts"}

FORBIDDEN = {
    r"\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b": "text goes in through textContent",
    r"\bdocument\.write|\beval\(|\bnew Function\b|\bcreateContextualFragment\b": "nothing is run",
    r"\bDOMParser\b|\bsrcdoc\b": "no markup is parsed",
    r":\s*any\b|\bas any\b|<any>|\bany\[\]": "every value has a type",
    r"@ts-ignore|@ts-nocheck|@ts-expect-error|eslint-disable": "the compiler is not silenced",
    r"\b(?:window|globalThis|self)\.\w+\s*=[^=]": "no globals",
    r"\bsetAttribute\(\s*[\"'](?:style|on\w+)[\"']": "style goes through CSSOM, events by listener",
    r"https?://(?!www\.w3\.org/|www\.opengis\.net/)": "no address of another server",
    r"\blocalStorage\b": "nothing is kept beyond the session",
}  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)


def test_the_pattern_finds_the_sources() -> None:
    assert "src/main.ts" in SOURCES
    assert len(SOURCES) > 15


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_keeps_the_rules(name: str) -> None:
    text = _COMMENT.sub("", (WEB / name).read_text(encoding="utf-8"))
    for pattern, why in FORBIDDEN.items():
        found = re.search(pattern, text)
        assert found is None, f"{name}: {found and found[0]!r}: {why}"


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_is_short(name: str) -> None:
    lines = (WEB / name).read_text(encoding="utf-8").count("\n")
    made = ".generated." in name or Path(name).name in MADE
    assert made or lines <= MOST_LINES, f"{name}: {lines} lines"


@pytest.mark.parametrize("name", SOURCES)
def test_the_floors_of_the_face_hold(name: str) -> None:
    """Core knows no screen; scene and map know no panels; nobody imports the way in."""
    lower = {
        "core": ("pane", "scene", "map", "panels", "live"),
        "pane": ("scene", "map", "panels", "live"),
        "scene": ("map", "panels", "live"),
        "map": ("scene", "panels", "live"),
        "live": ("scene", "map", "panels"),
    }
    folder = Path(name).parts[1]
    imports = re.findall(r"from \"([^\"]+)\"", (WEB / name).read_text(encoding="utf-8"))
    for target in imports:
        assert not target.endswith("main.ts"), name
        parts = Path(target).parts
        assert not set(parts) & set(lower.get(folder, ())), f"{name} imports {target}"


@pytest.mark.parametrize("pattern", sorted(FORBIDDEN))
def test_every_rule_would_find_its_breach(pattern: str) -> None:
    breaches = (
        "x.innerHTML = y", "document.write(x)", "new DOMParser()", "let x: any", "// @ts-ignore",
        "window.x = 3", "e.setAttribute('onclick', x)", 'fetch("https://example.org")',
        "localStorage.x",
    )  # fmt: skip
    assert any(re.search(pattern, breach) for breach in breaches)


def test_the_bundle_stands_in_the_package_with_the_licences_of_what_it_holds() -> None:
    text = (BUNDLE / "glasshield.js").read_text(encoding="utf-8")
    assert (BUNDLE / "glasshield.css").is_file()
    head = text[: text.index("*/")]
    assert head.startswith("/*!\nGlasshield")
    for name in ("three", "d3-geo", "topojson-client", "uplot"):
        if f"\n{name} " in head:
            assert "Permission" in head.split(f"\n{name} ")[1]


def test_the_bundle_can_stand_within_a_page() -> None:
    """Neither would a tag end it, nor a comment hide what follows."""
    for name in ("glasshield.js", "glasshield.css"):
        text = (BUNDLE / name).read_text(encoding="utf-8").lower()
        assert "</script" not in text, name
        assert "</style" not in text, name
        assert "<!--" not in text, name


def test_the_lock_file_names_no_registry() -> None:
    text = (WEB / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert "resolved" not in text
    assert not re.search(r"https?://|git\+", text)
    assert all("integrity" in each for name, each in packages.items() if name)


def test_every_dependency_has_one_version() -> None:
    package = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
