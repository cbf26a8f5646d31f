"""Worlds: what they hold, and what they share."""

from __future__ import annotations

import pytest

from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Setting
from glasshield.errors import RangeError, UnitError, UnknownNameError
from tests.assurance.claims import a_setting, a_word, base_world

SPEED, BURN = "interceptor.gbi2.burnout_speed", "interceptor.gbi2.stages.0.burn_time"
MASS = "interceptor.gbi2.stages.1.burn_time"


def world(**settings: Setting) -> World:
    keys = {"speed": SPEED, "burn": BURN, "second": MASS, "mass": "interceptor.gbi2.payload_mass"}
    return base_world().with_settings({keys[name]: given for name, given in settings.items()})


def test_what_is_not_set_is_the_catalogues_own() -> None:
    base = base_world()
    changed = world(speed=a_setting(7.0, "km/s"))
    assert changed.catalog.interceptors["gbi2"].burnout_speed.value == 7.0
    assert base.catalog.interceptors["gbi2"].burnout_speed.value != 7.0
    assert changed.catalog.missiles["icbm-solid"] is base.base.missiles["icbm-solid"]
    assert changed.catalog.interceptors["gbi3"] is base.base.interceptors["gbi3"]


def test_worlds_that_agree_about_a_record_hold_the_same() -> None:
    one = world(speed=a_setting(7.0, "km/s"), burn=a_setting(60.0, "s"))
    other = world(burn=a_setting(60.0, "s"), speed=a_setting(7.0, "km/s"))
    assert one.catalog.interceptors["gbi2"] is other.catalog.interceptors["gbi2"]


def test_worlds_that_agree_about_a_field_hold_the_same() -> None:
    one = world(speed=a_setting(7.0, "km/s"), burn=a_setting(60.0, "s")).catalog
    other = world(speed=a_setting(8.0, "km/s"), burn=a_setting(60.0, "s")).catalog
    third = world(speed=a_setting(8.0, "km/s"), burn=a_setting(61.0, "s")).catalog
    gbi2 = [each.interceptors["gbi2"] for each in (one, other, third)]
    assert gbi2[0].stages is gbi2[1].stages
    assert gbi2[1].stages is not gbi2[2].stages
    assert gbi2[1].burnout_speed is gbi2[2].burnout_speed
    assert [each.burnout_speed.value for each in gbi2] == [7.0, 8.0, 8.0]
    assert [each.stages[0].burn_time.value for each in gbi2] == [60.0, 60.0, 61.0]


def test_several_settings_of_a_field_are_all_made() -> None:
    both = world(burn=a_setting(60.0, "s"), second=a_setting(50.0, "s"), mass=a_setting(70.0, "kg"))
    record = both.catalog.interceptors["gbi2"]
    assert [stage.burn_time.value for stage in record.stages] == [60.0, 50.0]
    assert record.payload_mass.value == 70.0


def test_keys_with_and_without_their_kind_meet_in_one_record() -> None:
    given = {"gbi2.burnout_speed": a_setting(7.0, "km/s"), BURN: a_setting(60.0, "s")}
    record = base_world().with_settings(given).catalog.interceptors["gbi2"]
    assert (record.burnout_speed.value, record.stages[0].burn_time.value) == (7.0, 60.0)


@pytest.mark.parametrize(
    ("key", "setting", "error"),
    [
        ("interceptor.gbi2.colour", a_word("red"), UnknownNameError),
        ("interceptor.gbi2.stages.7.burn_time", a_setting(60.0, "s"), UnknownNameError),
        (SPEED, a_setting(7.0, "km"), UnitError),
        ("interceptor.gbi2.stages.0.share", a_setting(0.5), RangeError),
        ("launch.kozelsk.position.lat_deg", a_word("95deg"), RangeError),
    ],
)
def test_a_setting_that_cannot_be_is_refused(
    key: str, setting: Setting, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"gbi2|kozelsk"):
        base_world().with_settings({key: setting}).catalog  # noqa: B018
