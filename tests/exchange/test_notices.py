"""Notices: what a regime has no field for is refused, and so is what no notice says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest

from glasshield.catalog import load
from glasshield.catalog.announced import AnnouncedTest, AreaRole, RadiusUnit, Window
from glasshield.earth.time import Instant
from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.notices import (
    FORMATS,
    read_flown,
    read_notice,
    test_skeleton,
    to_json,
    written,
)
from glasshield.monitoring.notice import Chosen, Notice, Standing, notice_of

CATALOG = load()
REGIMES = CATALOG.regimes
TEST = CATALOG.tests["third-site-booster"]
ALL_OUT = {
    "1988": "launch_window,missile_class,azimuth,hazard_areas,apogee,range",
    "hcoc": "impact_area,hazard_areas,apogee,range",
    "jdec": "hazard_areas,apogee,range",
    "plns": "hazard_areas,apogee,range",
    "navarea": "missile_class,azimuth,area_roles,apogee,range",
}
test_skeleton.__test__ = False  # type: ignore[attr-defined]  # no test of pytest's


def made(form: str, leave_out: str | None = None, test: AnnouncedTest = TEST) -> Notice:
    names = ALL_OUT[form] if leave_out is None else leave_out
    chosen = Chosen(leave_out=tuple(filter(None, names.split(","))))
    return notice_of(test, REGIMES[FORMATS[form]], chosen)


def read(text: str, folder: Path) -> Notice:
    file = folder / "notice.txt"
    file.write_text(text, encoding="utf-8")
    return read_notice(file, REGIMES)


def changed(form: str, old: str, new: str) -> str:
    text = written(made(form), REGIMES)
    assert old in text
    return text.replace(old, new)


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_regime_has_no_field_for_is_refused_by_name(form: str) -> None:
    with pytest.raises(InputError) as refused:
        made(form, "")
    assert refused.value.what.endswith(", ".join(ALL_OUT[form].split(",")))
    # The names that it offers are those that pass.
    assert refused.value.do.endswith(ALL_OUT[form])
    made(form)


def test_each_field_that_is_not_left_out_is_refused_alone() -> None:
    for name in ALL_OUT["jdec"].split(","):
        others = ",".join(other for other in ALL_OUT["jdec"].split(",") if other != name)
        with pytest.raises(InputError, match=f"has no field for {name};"):
            made("jdec", others)


def test_what_a_regime_requires_cannot_be_left_out() -> None:
    with pytest.raises(InputError, match="cannot do without launch_area"):
        made("hcoc", ALL_OUT["hcoc"] + ",launch_area")


def test_an_unknown_name_to_leave_out_offers_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean hazard_areas"):
        made("hcoc", "hazard_area")


def test_a_test_that_lacks_a_required_field_is_refused() -> None:
    bare = msgspec.structs.replace(TEST, azimuth=None)
    with pytest.raises(InputError, match="states planned_direction, which is missing"):
        made("hcoc", test=bare)


def test_an_area_of_either_shape_will_do_in_1988() -> None:
    regime = {field.key for field in REGIMES["launch-notification-1988"].fields}
    assert {"impact_polygon", "impact_circle"} <= regime
    assert "impact_circle: impact = circle of 150 nmi" in written(made("1988"), REGIMES)
    with pytest.raises(InputError, match="impact_polygon or impact_circle"):
        made("1988", ALL_OUT["1988"] + ",impact_area")


def test_a_window_after_the_validity_of_a_notice_of_1988_needs_its_own() -> None:
    late = Window(begin="2030-06-05T00:00:00Z", end="2030-06-05T04:00:00Z")
    test = msgspec.structs.replace(TEST, windows=(*TEST.windows, late))
    with pytest.raises(InputError, match="begins later than a notice of 2030-06-01 is valid"):
        made("1988", test=test)


def test_the_site_within_its_bounds_is_the_launch_area_where_none_is_named() -> None:
    test = msgspec.structs.replace(TEST, areas=TEST.areas[1:])
    assert "launch_area: site = circle of 0.1 km around 34.74 N 120.57 W" in written(
        made("hcoc", test=test), REGIMES
    )


def test_in_a_warning_every_area_is_one_of_hazard() -> None:
    warning = made("navarea")
    assert [area.role for area in warning.areas] == [AreaRole.HAZARD] * 3
    assert [area.id for area in warning.areas] == ["A", "B", "C"]
    alone = made("navarea", ALL_OUT["navarea"] + ",launch_area,impact_area")
    assert [area.id for area in alone.areas] == ["A"]


def test_seconds_have_no_place_in_a_warning() -> None:
    test = msgspec.structs.replace(TEST, issued="2030-05-28T12:00:30Z")
    with pytest.raises(InputError, match="whole minutes, not 2030-05-28T12:00:30Z"):
        made("navarea", test=test)


def test_a_warning_counts_the_days_of_one_daily_window() -> None:
    days = tuple(
        Window(begin=f"2030-{day}T23:00:00Z", end=f"2030-{after}T01:00:00Z")
        for day, after in (("06-29", "06-30"), ("06-30", "07-01"), ("07-01", "07-02"))
    )
    text = written(made("navarea", test=msgspec.structs.replace(TEST, windows=days)), REGIMES)
    assert "2300Z TO 0100Z DAILY 29 JUN THRU 01 JUL" in text
    assert "CANCEL THIS MSG 020200Z JUL 30." in text


def test_an_exercise_is_marked_and_a_genuine_notice_is_not(tmp_path: Path) -> None:
    for form in FORMATS:
        text = written(made(form), REGIMES)
        assert text.startswith("EXERCISE EXERCISE EXERCISE\n")
        assert read(text, tmp_path).standing is Standing.EXERCISE
        genuine = text.removeprefix("EXERCISE EXERCISE EXERCISE\n")
        assert read(genuine, tmp_path).standing is Standing.GENUINE


def test_a_number_of_a_warning_is_its_reference() -> None:
    chosen = Chosen(tuple(ALL_OUT["navarea"].split(",")), reference="XII 123/30(19,83)")
    warning = notice_of(TEST, REGIMES["navarea"], chosen)
    assert "\nNAVAREA XII 123/30(19,83).\n" in written(warning, REGIMES)


def test_an_impact_time_stands_where_a_regime_has_a_field_for_it(tmp_path: Path) -> None:
    when = Instant.parse("2030-06-01T06:40:00Z")
    chosen = Chosen(tuple(ALL_OUT["jdec"].split(",")), impact_time=when)
    text = written(notice_of(TEST, REGIMES["jdec"], chosen), REGIMES)
    assert "impact_time: 2030-06-01T06:40:00Z" in text
    assert read(text, tmp_path).impact_time == when
    with pytest.raises(InputError, match="has no field for impact_area, impact_time"):
        notice_of(
            TEST, REGIMES["hcoc"], Chosen(("hazard_areas", "apogee", "range"), impact_time=when)
        )


@pytest.mark.parametrize(
    ("form", "old", "new", "said"),
    [
        ("hcoc", "missile_class:", "payload: none\nmissile_class:", "has no field 'payload'"),
        ("hcoc", "missile_class:", "impact_area:", "has no field 'impact_area'"),
        ("hcoc", "planned_direction: 270 deg, 265 to 275 deg\n", "", "planned_direction, which is"),
        ("hcoc", "from: united-states\n", "", "the line 'from: ...' is missing"),
        ("hcoc", "regime: hcoc", "regime: hcok", "did you mean hcoc?"),
        ("hcoc", "reference:", "reference: x\nreference:", "line 7: reference stands twice"),
        ("hcoc", "missile_class:", "missile_class: x\nmissile_class:", "_class stands twice"),
        ("hcoc", "34.74 N", "134.74 N", "is off the Earth"),
        ("hcoc", "34.74 N", "34.74", "is no place"),
        ("hcoc", "of 5 nmi", "of 5 miles", "is no area"),
        ("hcoc", "of 5 nmi", "of 0 nmi", "is above zero"),
        ("hcoc", "T10:00:00Z", "T05:00:00Z", "not after it begins"),
        ("hcoc", "T10:00:00Z", "T10:00:00", "has no time zone"),
        ("hcoc", "270 deg, 265", "270 deg, 271", "does not lie between"),
        ("hcoc", "missile_class:", "missile class", "is no line of a notice"),
        ("1988", "2030-06-01", "2030-06-31", "is not a date"),
        ("1988", "impact_circle:", "impact_polygon:", "impact is no polygon"),
        ("1988", "impact =", "launch =", "two areas are called launch"),
        ("navarea", "JUN 30.", "JUN.", "is no time of a warning"),
        ("navarea", "010600Z TO 011000Z JUN", "0600Z TO 1000Z JUN", "no days stand in"),
        ("navarea", "010600Z TO 011000Z JUN", "010600Z TO 011000Z", "has no month"),
        ("navarea", "010600Z TO 011000Z JUN", "010600Z TO SUNSET", "no place for it"),
        ("navarea", "010600Z TO 011000Z JUN", "310600Z TO 311000Z JUN", "is not a date"),
        ("navarea", "010600Z TO 011000Z JUN", "011000Z TO 010600Z JUN", "not after it begins"),
        ("navarea", "34-44.4N", "34-74.4N", "has sixty minutes"),
        ("navarea", "WITHIN 5 MILES", "WITHIN 5 YARDS", "is no place"),
        ("navarea", "C. BOUND BY 34-51N 120-42W, 35-18N 130-30W",
         "C. BOUND BY 35-18N 130-30W, 34-51N 120-42W", "cross or touch each other"),
        ("navarea", "IN AREAS", "IN PLACES", "names no operation"),
    ],
)  # fmt: skip
def test_what_is_no_notice_is_refused_in_one_sentence(
    form: str, old: str, new: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError) as refused:
        read(changed(form, old, new), tmp_path)
    sentence = refused.value.sentence
    assert said in sentence
    assert "\n" not in sentence


def test_files_that_hold_no_notice_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no notice"):
        read("hello", tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        read_notice(tmp_path / "nothing.txt", REGIMES)
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is no text"):
        read_notice(tmp_path / "binary.txt", REGIMES)
    (tmp_path / "large.txt").write_text("A" * 1_000_001)
    with pytest.raises(InputError, match="too large"):
        read_notice(tmp_path / "large.txt", REGIMES)


PLACEHOLDERS = {
    'interceptor = "ID", or missile = "ID", of the catalogue': 'interceptor = "gbi2"',
    'vehicle_class = "CLASS"': 'vehicle_class = "interceptor booster, solid, two stages"',
    'the role "impact" for one of the areas, or azimuth and burnout_angle':
        'burnout_angle = { value = 60, unit = "deg", source = "glasshield", status = "read" }',
}  # fmt: skip


@pytest.mark.parametrize("form", ["1988", "jdec", "plns"])
def test_a_notice_becomes_a_test_that_gives_the_same_notice(form: str, tmp_path: Path) -> None:
    notice = made(form)
    filled = test_skeleton(notice, "again")
    for old, new in PLACEHOLDERS.items():
        filled = filled.replace(f"# fill in: {old}", new)
    filled = filled.replace("# fill in: [[", "# [[").replace("# fill in: ", "")
    file = tmp_path / "TEST.toml"
    file.write_text(filled, encoding="utf-8")
    test = load(file).tests["again"]
    left_out = {"1988": "launch_window,missile_class"}.get(form, "")
    chosen = Chosen(tuple(filter(None, left_out.split(","))), reference=notice.reference)
    assert notice_of(test, REGIMES[FORMATS[form]], chosen) == notice


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_notice_cannot_know_is_left_to_be_filled_in(form: str) -> None:
    text = test_skeleton(made(form), "again")
    stated = tomllib.loads(text)["test"]["again"]
    assert {"interceptor", "declared", "rival", "radar_cross_section"}.isdisjoint(stated)
    for missing in ("interceptor", "[test.again.declared]", "radar_cross_section"):
        assert f"# fill in: {missing}" in text
    assert stated["host"] == "united-states"


def test_a_polygon_to_launch_from_gives_a_site_within_its_corners() -> None:
    test = msgspec.structs.replace(
        TEST, areas=(msgspec.structs.replace(TEST.areas[1], role=AreaRole.LAUNCH), TEST.areas[2])
    )
    notice = made("plns", "apogee,range", test)
    site = tomllib.loads(test_skeleton(notice, "again"))["test"]["again"]["site"]
    assert 34.0 < site["lat_deg"] < 35.0
    assert -128.0 < site["lon_deg"] < -126.0
    assert 450.0 < site["within_km"] < 600.0


def test_the_data_of_a_notice_hold_all_of_it() -> None:
    found = to_json(made("navarea"))
    assert found["areas"][0]["radius_unit"] == "nmi"
    assert found["broadcast"]["until"] == "2030-06-01T11:00:00Z"
    assert to_json(made("jdec"))["azimuth_deg"] == {"value": 270.0, "low": 265.0, "high": 275.0}
    assert msgspec.json.encode(found)


def test_a_file_that_holds_nothing_that_flew_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_flown(tmp_path / "nothing.oem")


def test_a_warning_may_count_seconds_of_arc_and_come_back_to_its_first_corner(
    tmp_path: Path,
) -> None:
    said = "25-43-00N 095-52-00W, 25-37-30N 094-50-00W, 25-21-00N 093-15-36W, 25-43-00N 095-52-00W"
    area = "34-51N 120-42W, 35-18N 130-30W, 33-42N 130-30W,\n      34-36N 120-42W"
    warning = read(changed("navarea", area, said), tmp_path)
    assert warning.areas[2].polygon_deg == (
        (25 + 43 / 60, -(95 + 52 / 60)),
        (25.625, -(94 + 50 / 60)),
        (25.35, -93.26),
    )


def test_a_radius_in_kilometres_stays_one_in_a_warning(tmp_path: Path) -> None:
    circle = msgspec.structs.replace(TEST.areas[0], radius=9.3, radius_unit=RadiusUnit.KM)
    warning = made("navarea", test=msgspec.structs.replace(TEST, areas=(circle, *TEST.areas[1:])))
    text = written(warning, REGIMES)
    assert "WITHIN 9.3 KILOMETERS OF 34-44.4N 120-34.2W" in text
    assert read(text, tmp_path) == warning


@pytest.mark.parametrize(
    ("issued", "window", "cancel", "begins", "ends"),
    [
        ("281200Z DEC 29", "010600Z TO 011000Z JAN", "011100Z JAN 30",
         "2030-01-01T06:00:00Z", "2030-01-01T10:00:00Z"),
        ("281200Z DEC 29", "0600Z TO 1000Z DAILY 01 JAN", "011100Z JAN 30",
         "2030-01-01T06:00:00Z", "2030-01-01T10:00:00Z"),
        ("281200Z DEC 29", "312300Z DEC TO 010300Z JAN", "010400Z JAN 30",
         "2029-12-31T23:00:00Z", "2030-01-01T03:00:00Z"),
        ("010000Z FEB 30", "010600Z TO 011000Z JUN", "011100Z JUN 30",
         "2030-06-01T06:00:00Z", "2030-06-01T10:00:00Z"),
    ],
)  # fmt: skip
def test_a_month_without_a_year_is_the_next_to_come(
    tmp_path: Path, issued: str, window: str, cancel: str, begins: str, ends: str
) -> None:
    text = written(made("navarea"), REGIMES).replace("281200Z MAY 30", issued)
    text = text.replace("010600Z TO 011000Z JUN", window).replace("011100Z JUN 30", cancel)
    (found,) = read(text, tmp_path).windows
    assert (found.begin, found.end) == (begins, ends)
    # Without the moment of issue the moment of its end says the year as well.
    (found,) = read(text.replace(f"{issued}\n", ""), tmp_path).windows
    assert (found.begin, found.end) == (begins, ends)
