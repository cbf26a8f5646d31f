"""What sides hold facts to be, and in which facts they differ."""

from __future__ import annotations

import msgspec
import pytest

from glasshield.assurance.sides import (
    Side,
    differing,
    exchanged,
    fact_at,
    held_at,
    in_unit,
    may_matter,
    moved,
)
from glasshield.catalog.claims import Distribution, Setting
from glasshield.errors import InputError
from tests.assurance.claims import a_setting, a_word, base_world
from tests.assurance.formulas import BOOST, CUE, DELAY, SPEEDS, a_set, a_side, two_sides

GBI2 = "interceptor.gbi2.burnout_speed"
SENSORS = "architecture.epaa.phases.1.sensors"


def names(*ids: str) -> Setting:
    return msgspec.convert({"names": ids, "source": "S-AFP07", "status": "read"}, Setting)


def test_a_key_without_its_kind_is_the_same_fact() -> None:
    side = a_side("ours", {"gbi2.burnout_speed": a_setting(7.0, "km/s")})
    assert list(side.world.settings) == [GBI2]
    assert fact_at(side.world.catalog, GBI2).value == 7.0


def test_a_fact_set_with_and_without_its_kind_is_refused() -> None:
    given = {GBI2: a_setting(7.0, "km/s"), "gbi2.burnout_speed": a_setting(8.0, "km/s")}
    with pytest.raises(InputError, match=f"assumptions.ours.{GBI2}: the fact is set twice"):
        a_side("ours", given)


@pytest.mark.parametrize(
    ("key", "setting", "sentence"),
    [
        ("interceptor.gbi2.burnout_sped", a_setting(7.0, "km/s"), "did you mean burnout_speed"),
        (
            "interceptor.gbi9.burnout_speed",
            a_setting(7.0, "km/s"),
            "no interceptor is called .gbi9",
        ),
        (GBI2, a_setting(7.0, "km"), "7 km is a length; expected a unit of speed"),
        (CUE, a_word("sonar"), "did you mean|known"),
    ],
)
def test_a_setting_that_cannot_be_names_its_set(key: str, setting: Setting, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as refused:
        a_side("ours", {key: setting})
    assert str(refused.value).startswith("assumptions.ours")


def test_the_order_of_a_file_shows_nowhere() -> None:
    given = {CUE: a_word("radar"), GBI2: a_setting(7.0, "km/s"), DELAY: a_setting(60.0, "s")}
    side = a_side("ours", given)
    assert list(side.world.settings) == [GBI2, DELAY, CUE]
    assert a_side("ours", dict(reversed(given.items()))).world.settings == side.world.settings


def test_the_same_number_in_another_unit_is_no_difference() -> None:
    one, other = two_sides({GBI2: a_setting(6.3, "km/s")}, {GBI2: a_setting(6300.0, "m/s")})
    assert differing(one.world, other.world) == ()


def test_a_fact_that_one_side_leaves_to_the_catalogue_differs_only_where_it_does() -> None:
    stated = fact_at(base_world().catalog, DELAY)
    as_stated = a_setting(stated.value, "s", low=stated.low, high=stated.high)
    one, other = two_sides({}, {DELAY: as_stated})
    assert differing(one.world, other.world) == ()
    one, other = two_sides({}, {DELAY: a_setting(60.0, "s")})
    (parameter,) = differing(one.world, other.world)
    assert parameter.key == DELAY
    assert [held.text for held in parameter.held] == ["250 s (180 to 350 s)", "60 s"]
    assert parameter.numbers is not None
    assert [number.value for number in parameter.numbers] == [250.0, 60.0]


def test_intervals_and_distributions_are_differences_too() -> None:
    narrow, wide = a_setting(6.3, "km/s"), a_setting(6.3, "km/s", low=6.0, high=7.0)
    peaked = msgspec.structs.replace(wide, distribution=Distribution.TRIANGULAR)
    for ours, theirs in ((narrow, wide), (wide, peaked)):
        one, other = two_sides({GBI2: ours}, {GBI2: theirs})
        assert [p.key for p in differing(one.world, other.world)] == [GBI2]


def test_words_and_names_differ_as_wholes_and_names_in_no_order() -> None:
    one, other = two_sides(
        {BOOST: a_word("allowed"), SENSORS: names("kurecik", "sbirs")},
        {BOOST: a_word("not-allowed"), SENSORS: names("sbirs", "kurecik")},
    )
    (parameter,) = differing(one.world, other.world)
    assert parameter.key == BOOST
    assert parameter.numbers is None
    assert [held.text for held in parameter.held] == ["allowed", "not-allowed"]


def test_a_part_changes_sides_with_its_whole() -> None:
    whole, part = "site.redzikowo.position", "site.redzikowo.position.lat_deg"
    one, other = two_sides({whole: a_word("54.0,17.0")}, {part: a_word("55.0deg")})
    (parameter,) = differing(one.world, other.world)
    assert parameter.key == whole
    taken = one.world.with_settings(exchanged(one.world.settings, (parameter,), 1))
    assert fact_at(taken.catalog, whole).lat_deg == pytest.approx(55.0)
    assert fact_at(taken.catalog, whole).lon_deg == fact_at(other.world.catalog, whole).lon_deg
    back = other.world.with_settings(exchanged(other.world.settings, (parameter,), 0))
    assert back.settings == one.world.settings


def test_what_is_exchanged_in_full_is_the_other_side() -> None:
    ours = {GBI2: a_setting(6.3, "km/s"), CUE: a_word("radar")}
    theirs = {GBI2: a_setting(9.0, "km/s"), DELAY: a_setting(60.0, "s")}
    one, other = two_sides(ours, theirs)
    parameters = differing(one.world, other.world)
    assert [p.key for p in parameters] == [GBI2, DELAY, CUE]
    assert exchanged(one.world.settings, parameters, 1) == other.world.settings
    assert exchanged(other.world.settings, parameters, 0) == one.world.settings
    assert exchanged(one.world.settings, (), 1) == one.world.settings


def test_a_moved_number_stands_alone_in_its_place() -> None:
    one, other = two_sides({}, {DELAY: a_setting(1.0, "min")})
    (parameter,) = differing(one.world, other.world)
    assert parameter.numbers is not None
    assert [number.unit for number in parameter.numbers] == ["s", "s"]
    number = msgspec.structs.replace(parameter.numbers[1], value=90.0, low=None, high=None)
    for side in (one, other):
        world = side.world.with_settings(moved(side.world.settings, parameter, number))
        assert fact_at(world.catalog, DELAY).si == 90.0
        assert fact_at(world.catalog, DELAY).interval == (90.0, 90.0)


def test_a_number_keeps_its_size_in_another_unit() -> None:
    speed = fact_at(a_side("ours", {GBI2: a_setting(6.3, "km/s", high=9.0)}).world.catalog, GBI2)
    turned = in_unit(speed, "m/s")
    assert (turned.value, turned.interval) == (6300.0, (6300.0, 9000.0))
    assert in_unit(turned, "km/s").value == speed.value


def test_a_fact_that_is_not_given_is_nothing_and_a_wrong_key_is_refused() -> None:
    assert held_at(base_world(), "interceptor.gbi2.launch_mass").text == ""
    with pytest.raises(InputError, match="no such fact"):
        fact_at(base_world().catalog, "interceptor.gbi2.colour")


@pytest.mark.parametrize(
    ("named", "matters"),
    [((GBI2,), True), (("interceptor.gbi2",), True), ((f"{GBI2}.value",), True),
     (("interceptor.gbi",), False), ((SPEEDS[1],), False), ((), False)],
)  # fmt: skip
def test_a_key_matters_to_who_names_it_its_whole_or_its_part(
    named: tuple[str, ...], matters: bool
) -> None:
    assert may_matter(GBI2, named) is matters


def test_a_side_is_named_after_its_set() -> None:
    side = Side.of(a_set("russia-2007", {}, by="russia"), base_world())
    assert (side.id, side.set.by) == ("russia-2007", "russia")
