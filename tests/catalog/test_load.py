"""Loading: the packaged facts, a user's folder over them, and every fault with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.errors import CatalogError, InputError, UnknownNameError

SITE = """\
[site.camp]
name = "Camp"
position = { lat_deg = 50.0, lon_deg = 20.0, source = "S-AFP07", status = "read" }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_every_kind_is_there() -> None:
    facts = catalog.load()
    assert {kind: len(facts.of_kind(kind)) > 0 for kind in catalog.KINDS} == dict.fromkeys(
        catalog.KINDS, True
    )


def test_the_ids_that_commands_and_documents_name_are_there() -> None:
    facts = catalog.load()
    assert {"redzikowo", "deveselu", "brdy", "kurecik", "rota", "baltic-sea"} <= set(facts.sites)
    assert {"emr-brdy", "tpy2-kurecik", "fylingdales", "armavir"} <= set(facts.sensors)
    assert {"gbi2", "gbi3", "sm3-1a", "sm3-1b", "sm3-2a", "sm3-2b", "thaad", "pac3"} <= set(
        facts.interceptors
    )
    assert {"srbm", "mrbm", "irbm", "icbm-liquid", "icbm-solid", "slbm"} <= set(facts.missiles)
    assert {"washington", "new-york", "chicago", "minot", "los-angeles"} <= set(facts.regions)
    assert set(facts.architectures) == {"third-site-2007", "epaa"}
    assert [phase.id for phase in facts.architectures["epaa"].phases] == [
        "1", "2", "3", "4", "fielded",
    ]  # fmt: skip
    assert {"sectoral", "gabala"} <= set(facts.proposals)


def test_a_record_is_found_bare_and_with_its_kind() -> None:
    facts = catalog.load()
    assert facts.find("gbi2") == facts.find("interceptor.gbi2")
    assert facts.find("gbi2")[0] == "interceptor"


def test_an_unknown_id_offers_the_nearest() -> None:
    facts = catalog.load()
    with pytest.raises(UnknownNameError, match="did you mean redzikowo"):
        facts.sites["redzikovo"]
    with pytest.raises(UnknownNameError, match="sm3-2a"):
        facts.find("sm3-2")
    with pytest.raises(UnknownNameError, match="did you mean sensor"):
        facts.of_kind("sensors")
    with pytest.raises(UnknownNameError, match="phase of epaa"):
        facts.architectures["epaa"].phase("5")


def test_a_sensor_stands_where_it_is_or_at_its_site() -> None:
    facts = catalog.load()
    kurecik = facts.position_of(facts.sensors["tpy2-kurecik"])
    assert kurecik == facts.sites["kurecik"].position
    assert facts.position_of(facts.sensors["armavir"]) == facts.sensors["armavir"].position
    assert facts.position_of(facts.sensors["overhead-infrared"]) is None


def test_a_phase_replaces_what_its_architecture_says() -> None:
    epaa = catalog.load().architectures["epaa"]
    first, last = epaa.phase("1"), epaa.phase("4")
    assert [threat.id for threat in epaa.threats_of(first)] == ["mrbm"]
    assert "icbm-liquid" in [threat.id for threat in epaa.threats_of(last)]
    assert epaa.disputed_of(first) == epaa.disputed
    assert epaa.defended_by(first) == ("nato-europe-2011",)
    assert "united-states-contiguous" in epaa.defended_by(last)
    assert epaa.rules_of(first) == "standard"


def test_a_users_folder_adds_records(folder: Path) -> None:
    write(folder, SITE)
    facts = catalog.load(folder)
    assert facts.sites["camp"].position.lat_deg == 50.0
    assert "redzikowo" in facts.sites
    assert "camp" not in catalog.load().sites


def test_a_users_folder_replaces_a_fact_as_a_whole(folder: Path) -> None:
    write(
        folder,
        '[interceptor.gbi2]\nburnout_speed = { value = 7.0, unit = "km/s", '
        'source = "user", status = "assumed", note = "between the two" }\n',
    )
    changed = catalog.load(folder).interceptors["gbi2"]
    packaged = catalog.load().interceptors["gbi2"]
    assert changed.burnout_speed.value == 7.0
    assert changed.burnout_speed.by == ""
    assert changed.burnout_speed.rivals == ()
    assert changed.stages == packaged.stages


def test_a_fact_never_inherits_the_source_of_the_one_it_replaces(folder: Path) -> None:
    write(folder, '[interceptor.gbi2]\nburnout_speed = { value = 7.0, unit = "km/s" }\n')
    with pytest.raises(CatalogError, match=r"mine\.toml:2: .*burnout_speed has no source"):
        catalog.load(folder)


def test_folders_lie_over_each_other_in_their_order(tmp_path: Path) -> None:
    for name, lat in (("one", 50.0), ("two", 60.0)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, SITE.replace("50.0", str(lat)))
    assert catalog.load(tmp_path / "one", tmp_path / "two").sites["camp"].position.lat_deg == 60.0
    assert catalog.load(tmp_path / "two", tmp_path / "one").sites["camp"].position.lat_deg == 50.0


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("[site.camp\n", 1, "not TOML"),
        (SITE + "\n[site.camp]\n", 5, "not TOML"),
        ("\n[sight.camp]\n", 2, "no kind of record is called 'sight'"),
        ("site = 3\n", 1, "is no table"),
        ("[site]\ncamp = 3\n", 2, "is no table"),
        (SITE.replace("camp", '"my camp"'), 1, "'my camp' is no id"),
        (SITE.replace("50.0", "nan"), 3, "off the Earth"),
        (SITE.replace("50.0", "true"), 3, "lat_deg is true or false; expected a number"),
        (SITE + "colour = 3\n", 4, "unknown key 'colour'"),
        (SITE + 'contry = "POL"\n', 4, "did you mean country"),
        (SITE + 'id = "camp"\n', 4, "table's header alone"),
        (SITE.replace("lat_deg = 50.0, ", ""), 3, "has no lat_deg"),
        (SITE.replace(', source = "S-AFP07"', ""), 3, "has no source"),
        (SITE.replace(', status = "read"', ""), 3, "has no status"),
        (SITE.replace('"read"', '"known"'), 3, "cannot be 'known'; expected one of read, sec"),
        (SITE.replace("50.0", '"north"'), 3, "lat_deg is text; expected a number"),
        (SITE.replace("50.0", "91"), 3, "off the Earth: latitude 91"),
        (SITE.replace("20.0", "181"), 3, "off the Earth: longitude 181"),
        (SITE + "area = 3\n", 4, "stands bare; expected { source, status, value, unit }"),
        (SITE + "name_ru = 2007-06-01\n", 4, "name_ru is a date; expected text"),
        (SITE + "facts = 3\n", 4, "facts is a number; expected a list"),
        (
            SITE + 'area = { value = 3, unit = "km", source = "user", status = "read" }\n',
            4,
            "3 km of site.camp.area is a length; expected a unit of area",
        ),
        (
            SITE + 'area = { value = 3, unit = "acre", source = "user", status = "read" }\n',
            4,
            "unknown unit 'acre'",
        ),
        (
            SITE
            + 'area = { value = 3, low = 4, unit = "km2", source = "user", status = "read" }\n',
            4,
            "not within its interval",
        ),
        (
            SITE + 'area = { value = 3, unit = "km2", source = "user", status = "assumed" }\n',
            4,
            "in a note why",
        ),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    folder: Path, text: str, line: int, reason: str
) -> None:
    file = write(folder, text)
    with pytest.raises(CatalogError) as caught:
        catalog.load(folder)
    assert caught.value.where == f"{file}:{line}"
    assert reason in caught.value.sentence
    assert caught.value.exit_code == 2
    assert "\n" not in caught.value.sentence


def test_a_sensor_without_a_sector_is_refused(folder: Path) -> None:
    write(
        folder,
        '[sensor.blind]\nname = "Blind"\ntype = "radar"\nparty = "russia"\nradar = "dnepr"\n'
        'site = "brdy"\nfields_of_view = []\n',
    )
    with pytest.raises(CatalogError, match="needs fields_of_view"):
        catalog.load(folder)


def test_an_id_twice_in_one_folder_is_refused(folder: Path) -> None:
    write(folder, SITE, "a.toml")
    write(folder, SITE, "b.toml")
    with pytest.raises(CatalogError, match=r"b\.toml:1: the id 'camp' is taken"):
        catalog.load(folder)


def test_a_folder_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        catalog.load(folder / "missing")
    with pytest.raises(InputError, match="no TOML file"):
        catalog.load(folder)


def test_a_file_that_is_not_text_is_refused(folder: Path) -> None:
    (folder / "mine.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CatalogError, match="cannot be read"):
        catalog.load(folder)
