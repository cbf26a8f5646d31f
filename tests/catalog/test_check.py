"""`catalog check`: the packaged catalogue is clean, and each breach is found at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.catalog import schema
from glasshield.catalog.quantity import Fact

FIRST = """\
[site.camp]
name = "Camp"
position = { lat_deg = 50, lon_deg = 20, source = "S-AFP07", status = "read" }
"""
SPEED = """\
[interceptor.gbi2]
burnout_speed = { value = 6, unit = "km", source = "user", status = "read" }
"""
SENSOR = """\
[sensor.eye]
name = "Eye"
type = "radar"
party = "russia"
radar = "daryal"
site = "camp"
fields_of_view = [
  { azimuth_from_deg = 40, azimuth_to_deg = 40, elevation_min_deg = 0, elevation_max_deg = 90, source = "user", status = "read" },
]
"""  # noqa: E501


def problems(folder: Path, text: str) -> list[str]:
    file = folder / "mine.toml"
    file.write_text(text, encoding="utf-8")
    found = catalog.check_folders([folder])
    assert all("\n" not in problem.sentence for problem in found)
    return [str(problem).removeprefix(f"{file}:") for problem in found]


def test_the_packaged_catalogue_is_clean() -> None:
    assert catalog.check(catalog.load()) == []


def test_every_fact_has_a_standing_and_known_sources() -> None:
    facts = catalog.load()
    counted = 0
    for kind in catalog.KINDS:
        for record in facts.of_kind(kind).values():
            for node in schema.walk(record):
                if isinstance(node.value, Fact):
                    counted += 1
                    assert set(node.value.sources) <= set(facts.sources), (kind, record.id)
    assert counted > 1000


def test_every_record_is_named_in_both_languages() -> None:
    facts = catalog.load()
    for kind in catalog.KINDS:
        if kind != "source":
            for id, record in facts.of_kind(kind).items():
                assert record.name_ru, (kind, id)


def test_every_statement_is_said_in_both_languages() -> None:
    facts = catalog.load()
    for kind in catalog.KINDS:
        for id, record in facts.of_kind(kind).items():
            for node in schema.walk(record):
                if isinstance(node.value, catalog.Statement):
                    assert node.value.text_ru, (kind, id, node.key)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (FIRST.replace("S-AFP07", "S-AFP08"), "3: no source is called 'S-AFP08'"),
        (FIRST.replace("S-AFP07", "S-AFP08"), "did you mean S-AFP07"),
        (FIRST.replace('"read" }', '"read", by = "mda" }'), "3: no party is called 'mda'"),
        (FIRST.replace("50", "91"), "3: site.camp.position: the site is off the Earth"),
        (FIRST.replace("20", "180.1"), "3: site.camp.position: the site is off the Earth"),
        (FIRST.replace("camp", "gbi2"), "1: the id 'gbi2'"),
        (FIRST + SENSOR, "11: sensor.eye.fields_of_view.0: the sector is empty"),
        (
            FIRST + SENSOR.replace("deg = 40, ele", "deg = 90, ele").replace("daryal", "daryall"),
            "8: no radar is called 'daryall'",
        ),
        (
            FIRST + SENSOR.replace("deg = 40, ele", "deg = 90, ele").replace('"camp"', '"kamp"'),
            "9: no site is called 'kamp'",
        ),
        ('[launch.semnan]\nmissiles = ["mrbm"]\n', "irbm is not flown from semnan"),
        ('[launch.semnan]\nmissiles = ["mrbm", "irbn"]\n', "2: no missile is called 'irbn'"),
        (
            SPEED,
            "2: 6 km of interceptor.gbi2.burnout_speed is a length",
        ),
        (
            "[missile.srbm]\nradar_cross_section = 1\n",
            "2: missile.srbm.radar_cross_section stands bare",
        ),
    ],
)
def test_a_breach_is_found_at_its_line(tmp_path: Path, text: str, found: str) -> None:
    said = problems(tmp_path, text)
    assert any(found in sentence for sentence in said), said


def test_all_breaches_are_found_in_one_go(tmp_path: Path) -> None:
    text = FIRST.replace("S-AFP07", "S-AFP08") + FIRST.replace("camp", "base").replace("50", "91")
    (tmp_path / "torn.toml").write_text("[site\n", encoding="utf-8")
    assert len(problems(tmp_path, text)) == 3


def test_what_refers_to_a_broken_record_is_not_blamed(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "[radar.tpy2]\nband = 3\n")) == 1


def test_an_id_twice_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(FIRST, encoding="utf-8")
    assert any("the id 'camp' is taken" in sentence for sentence in problems(tmp_path, FIRST))
