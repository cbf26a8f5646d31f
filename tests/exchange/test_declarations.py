from __future__ import annotations

from pathlib import Path

from glasshield import catalog
from glasshield.exchange.canonical import Difference
from glasshield.exchange.declarations import bare, differing_catalogs, differing_records

SITE = """
[site.{id}]
name = "{name}"
position = {{ lat_deg = {lat}, lon_deg = 1.0, source = "glasshield", status = "read" }}
"""


def _declared(folder: Path, **sites: tuple[str, float]) -> Path:
    folder.mkdir()
    texts = (SITE.format(id=id, name=name, lat=lat) for id, (name, lat) in sites.items())
    (folder / "sites.toml").write_text("".join(texts), encoding="utf-8")
    return folder


def test_catalogues_differ_by_the_keys_of_their_facts(tmp_path: Path) -> None:
    old = catalog.load(_declared(tmp_path / "old", here=("Here", 1.5), gone=("Gone", 2.0)))
    new = catalog.load(_declared(tmp_path / "new", here=("Here", 1.75), new=("New", 3.0)))
    found = {one.path: one for one in differing_catalogs(old, new)}
    assert list(found) == ["site.here.position.lat_deg", "site.gone", "site.new"]
    assert found["site.here.position.lat_deg"].first == (1.5,)
    assert found["site.here.position.lat_deg"].second == (1.75,)
    assert found["site.gone"].second == found["site.new"].first == ()
    assert found["site.new"].second[0]["name"] == "New"


def test_a_catalogue_does_not_differ_from_itself() -> None:
    facts = catalog.load()
    assert list(differing_catalogs(facts, catalog.load())) == []


def test_parts_are_named_as_settings_name_them() -> None:
    facts = catalog.load()
    key = "architecture.epaa.phases.4.batteries.0.count"
    other = facts.override(key, "7")
    old, new = (bare(one.architectures["epaa"]) for one in (facts, other))
    found = {one.path: one for one in differing_records(old, new, "architecture.epaa")}
    assert found[f"{key}.value"].second == (7,)
    assert all(path.startswith(f"{key}.") for path in found)


def test_a_name_put_into_a_list_is_one_difference() -> None:
    first, second = {"launches": ["a", "c"]}, {"launches": ["a", "b", "c"]}
    assert list(differing_records(first, second, "x")) == [
        Difference("x.launches", (["a", "c"],), (["a", "b", "c"],))
    ]
