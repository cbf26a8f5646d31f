"""Values set for one run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield import catalog
from glasshield.catalog import Status
from glasshield.errors import InputError, RangeError, UnitError, UnknownNameError

FACTS = catalog.load()


def test_a_quantity_is_replaced_and_says_so() -> None:
    changed = FACTS.override("interceptor.sm3-2a.burnout_speed", "5.0km/s")
    speed = changed.interceptors["sm3-2a"].burnout_speed
    assert (speed.si, speed.status, speed.source, speed.by) == (
        5000.0, Status.ASSUMED, "user", "user",
    )  # fmt: skip
    assert speed.rivals == ()
    assert "4.5 km/s" in speed.note
    assert FACTS.interceptors["sm3-2a"].burnout_speed.si == 4500.0
    assert changed.overrides == (("interceptor.sm3-2a.burnout_speed", "5.0km/s"),)


def test_overrides_add_up() -> None:
    changed = FACTS.override("rules.standard.commit_delay", "2min").override(
        "rules.standard.latest_intercept", "20s"
    )
    rules = changed.rules["standard"]
    assert (rules.commit_delay.si, rules.latest_intercept.si) == (120.0, 20.0)


@given(st.floats(min_value=0.001, max_value=50.0))
def test_prop_the_value_set_is_the_value_read(speed_km_s: float) -> None:
    changed = FACTS.override("interceptor.gbi2.burnout_speed", f"{speed_km_s!r}km/s")
    assert changed.interceptors["gbi2"].burnout_speed.value == pytest.approx(speed_km_s, rel=1e-11)


@pytest.mark.parametrize(
    ("key", "text", "read"),
    [
        ("gbi2.burnout_speed", "7km/s", lambda f: f.interceptors["gbi2"].burnout_speed.si == 7000),
        (
            "interceptor.gbi2.stages.1.burn_time",
            "70s",
            lambda f: f.interceptors["gbi2"].stages[1].burn_time.si == 70,
        ),
        (
            "architecture.epaa.phases.3.batteries.0.count",
            "30",
            lambda f: f.architectures["epaa"].phase("3").batteries[0].count.si == 30,
        ),
        (
            "architecture.epaa.phases.3.sensors",
            "tpy2-kurecik, armavir",
            lambda f: f.architectures["epaa"].phase("3").sensors == ("tpy2-kurecik", "armavir"),
        ),
        ("rules.standard.cue", "infrared", lambda f: f.rules["standard"].cue == "infrared"),
        (
            "rules.standard.max_ground_range",
            "2500km",
            lambda f: f.rules["standard"].max_ground_range.si == 2.5e6,
        ),
        (
            "site.brdy.position",
            "50.5,14.25",
            lambda f: f.sites["brdy"].position.lon_deg == 14.25,
        ),
        (
            "sensor.armavir.fields_of_view.0.elevation_min_deg",
            "3deg",
            lambda f: f.sensors["armavir"].fields_of_view[0].elevation_min_deg == 3.0,
        ),
        (
            "sensor.armavir.fields_of_view.0.elevation_min_deg",
            "3deg",
            lambda f: f.sensors["armavir"].fields_of_view[0].status is Status.ASSUMED,
        ),
        ("tpy2.detection_range", "1500km", lambda f: f.radars["tpy2"].detection_range.si == 1.5e6),
        (
            "architecture.third-site-2007.figures.raid_size",
            "4",
            lambda f: f.architectures["third-site-2007"].figures["raid_size"].si == 4,
        ),
    ],
)
def test_any_value_can_be_set(key: str, text: str, read: object) -> None:
    assert callable(read)
    assert read(FACTS.override(key, text))


@pytest.mark.parametrize(
    ("key", "text", "error", "said"),
    [
        ("interceptor.sm3-2c.burnout_speed", "5km/s", UnknownNameError, "did you mean sm3-2"),
        ("interceptor.gbi2.burnout_sped", "5km/s", UnknownNameError, "did you mean burnout_speed"),
        ("intercepter.gbi2.burnout_speed", "5km/s", UnknownNameError, "no record is called"),
        ("interceptor.gbi2.stages.2.burn_time", "5s", UnknownNameError, "known: 0, 1"),
        ("interceptor.gbi2.name.first", "x", UnknownNameError, "no fact of interceptor.gbi2.name"),
        ("interceptor.gbi2.burnout_speed", "5km", UnitError, "is a length"),
        ("interceptor.gbi2.burnout_speed", "5", UnitError, "has no unit"),
        ("interceptor.gbi2.burnout_speed", "fast", UnitError, "is not a quantity"),
        ("interceptor.gbi2.burnout_speed", "nan km/s", RangeError, "not finite"),
        ("interceptor.gbi2.stages.0.share", "0.9", RangeError, "not to 1"),
        ("rules.standard.commit_delay", "-5s", RangeError, "not below zero"),
        ("interceptor.gbi2", "5km/s", InputError, "no single value"),
        ("interceptor.gbi2.stages", "5km/s", InputError, "no single value"),
        ("interceptor.gbi2.stages.0", "5km/s", InputError, "no single value"),
        ("interceptor.gbi2.id", "gbi9", InputError, "no single value"),
        ("rules.standard.cue", "sonar", UnknownNameError, "did you mean"),
        ("site.brdy.position", "91,13", RangeError, "off the Earth"),
        ("site.brdy.position", "50", InputError, "is no place"),
        (
            "sensor.armavir.fields_of_view.0.elevation_min_deg",
            "75deg",
            RangeError,
            "sector is empty",
        ),
    ],
)
def test_what_cannot_be_set_is_refused(
    key: str, text: str, error: type[InputError], said: str
) -> None:
    with pytest.raises(error) as caught:
        FACTS.override(key, text)
    assert said in caught.value.sentence
    assert caught.value.exit_code == 2
