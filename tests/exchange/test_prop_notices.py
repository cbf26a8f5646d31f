"""Notices are read back as they were written, whatever is announced."""

from __future__ import annotations

import math
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hypothesis
import msgspec
from hypothesis import given
from hypothesis import strategies as st

from glasshield.catalog import load
from glasshield.catalog.announced import (
    AnnouncedTest,
    AreaRole,
    NoticeArea,
    RadiusUnit,
    Window,
)
from glasshield.catalog.quantity import Quantity, Status
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.notices import FORMATS, read_notice, written
from glasshield.exchange.notices.numbers import (
    from_degrees,
    from_minutes,
    in_degrees,
    in_minutes,
    number,
    plain,
)
from glasshield.monitoring.notice import Chosen, Notice, Standing, notice_of

CATALOG = load()
REGIMES = CATALOG.regimes
TEST = CATALOG.tests["third-site-booster"]
LEFT_OUT = {
    "1988": ("launch_window", "missile_class", "azimuth", "hazard_areas", "apogee", "range"),
    "hcoc": ("impact_area", "hazard_areas", "apogee", "range"),
    "jdec": ("hazard_areas", "apogee", "range"),
    "plns": ("hazard_areas", "apogee", "range"),
    "navarea": ("missile_class", "azimuth", "area_roles", "apogee", "range"),
}
MINUTE_US = 60_000_000
START_US = Instant.parse("2030-01-01T00:00:00Z").posix_us

latitudes = st.floats(-89.0, 89.0)
longitudes = st.floats(-179.0, 179.0)
sizes = st.floats(1e-3, 5_400.0, exclude_min=True)


def area(id: str, role: AreaRole, **shape: Any) -> NoticeArea:
    return NoticeArea(
        id=id, role=role, source="glasshield", status=Status.ASSUMED, note="-", **shape
    )


@st.composite
def areas(draw: st.DrawFn, role: AreaRole, number: int) -> NoticeArea:
    lat, lon = draw(latitudes), draw(longitudes)
    id = f"{role.value}-{number}"
    if draw(st.booleans()):
        unit = draw(st.sampled_from(RadiusUnit))
        return area(id, role, centre_deg=(lat, lon), radius=draw(sizes), radius_unit=unit)
    reach = draw(st.floats(0.01, 0.9))
    turns = sorted(draw(st.lists(st.integers(0, 359), min_size=3, max_size=8, unique=True)))
    corners = tuple(
        (lat + reach * math.cos(math.radians(turn)), lon + reach * math.sin(math.radians(turn)))
        for turn in turns
    )
    return area(id, role, polygon_deg=corners)


@st.composite
def window_lists(draw: st.DrawFn) -> tuple[Window, ...]:
    first = START_US + MINUTE_US * draw(st.integers(0, 60 * 24 * 700))
    length = MINUTE_US * draw(st.integers(1, 60 * 24))
    gap = MINUTE_US * draw(st.one_of(st.just(60 * 24), st.integers(1, 60 * 24 * 2)))
    begins = [first + place * gap for place in range(draw(st.integers(1, 5)))]
    return tuple(Window(begin=str(Instant(us)), end=str(Instant(us + length))) for us in begins)


@st.composite
def announced(draw: st.DrawFn) -> AnnouncedTest:
    roles = (AreaRole.LAUNCH, AreaRole.IMPACT, AreaRole.HAZARD, AreaRole.HAZARD, AreaRole.IMPACT)
    count = draw(st.integers(2, len(roles)))
    azimuth = sorted(draw(st.lists(st.floats(-30.0, 360.0), min_size=3, max_size=3)))
    return msgspec.structs.replace(
        TEST,
        windows=draw(window_lists()),
        areas=tuple(draw(areas(role, place)) for place, role in enumerate(roles[:count])),
        azimuth=Quantity(
            value=azimuth[1], low=azimuth[0], high=azimuth[2], unit="deg", source="s",
            status=Status.READ,
        ),
        vehicle_class=draw(st.sampled_from(("a", "booster: 2 = two, #1", "ракета, класс 3"))),
    )  # fmt: skip


def again(notice: Notice) -> Notice:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "notice.txt"
        file.write_text(written(notice, REGIMES), encoding="utf-8")
        return read_notice(file, REGIMES)


@given(
    test=announced(),
    form=st.sampled_from(sorted(FORMATS)),
    standing=st.sampled_from(list(Standing)),
)
def test_prop_every_notice_is_read_back_as_it_was_written(
    test: AnnouncedTest, form: str, standing: Standing
) -> None:
    if form == "1988":
        # A notice of a date is valid for four days: later windows have a test of their own.
        test = msgspec.structs.replace(test, windows=test.windows[:1])
    chosen = Chosen(leave_out=LEFT_OUT[form], standing=standing)
    notice = notice_of(test, REGIMES[FORMATS[form]], chosen)
    back = again(notice)
    assert back == notice
    assert written(back, REGIMES) == written(notice, REGIMES)


@given(lat=st.floats(-90.0, 90.0), lon=st.floats(-180.0, 180.0))
def test_prop_places_come_back_to_the_last_bit(lat: float, lon: float) -> None:
    for write, read in ((in_degrees, from_degrees), (in_minutes, from_minutes)):
        back = read(write((lat, lon)))
        assert back == (lat, lon)
        assert [math.copysign(1.0, each) for each in back] == [
            math.copysign(1.0, each) for each in (lat, lon)
        ]


@given(minutes=st.integers(0, 5999), degrees=st.integers(0, 89))
def test_prop_hundredths_of_a_minute_stay_what_they_were(minutes: int, degrees: int) -> None:
    text = f"{degrees:02d}-{minutes // 100:02d}.{minutes % 100:02d}N 000-00W"
    whole, hundredths = f"{minutes // 100:02d}", f"{minutes % 100:02d}".rstrip("0")
    short = f"{degrees:02d}-{whole}{'.' if hundredths else ''}{hundredths}N 000-00W"
    assert in_minutes(from_minutes(text)) == short


@given(value=st.floats(0.0, 1e12, allow_subnormal=True))
def test_prop_numbers_come_back_to_the_last_bit(value: float) -> None:
    assert number(plain(value)) == value


@given(tenths=st.integers(1, 54_000))
def test_prop_nautical_miles_stay_nautical_miles(tenths: int) -> None:
    circle = area("launch", AreaRole.LAUNCH, centre_deg=(1.0, 2.0), radius=tenths / 10,
                  radius_unit=RadiusUnit.NMI)  # fmt: skip
    test = msgspec.structs.replace(TEST, areas=(circle, *TEST.areas[1:]))
    notice = notice_of(test, REGIMES["hcoc"], Chosen(leave_out=LEFT_OUT["hcoc"]))
    assert f"circle of {plain(tenths / 10)} nmi around 1 N 2 E" in written(notice, REGIMES)
    assert again(notice).areas[0].radius == tenths / 10


@st.composite
def broken(draw: st.DrawFn) -> str:
    """The text of a notice in which pieces are missing, doubled or other ones."""
    form = draw(st.sampled_from(sorted(FORMATS)))
    chosen = Chosen(leave_out=LEFT_OUT[form])
    text = written(notice_of(TEST, REGIMES[FORMATS[form]], chosen), REGIMES)
    for _ in range(draw(st.integers(1, 3))):
        begin = draw(st.integers(0, len(text)))
        end = draw(st.integers(begin, min(begin + 12, len(text))))
        pieces = st.sampled_from(
            ("", " ", "\n", ".", ", ", "0", "99", "-", "nan", "1e999", "Z", "JUN", "AND", "THRU",
             "A. ", "regime: ", " deg", "ж", "\x00", text[begin:end] * 2)
        )  # fmt: skip
        text = text[:begin] + draw(pieces) + text[end:]
    return text


def read_or_refused(text: str) -> Notice | str:
    """The notice of a text, or the sentence that refuses it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "notice.txt"
        file.write_text(text, encoding="utf-8")
        try:
            return read_notice(file, REGIMES)
        except InputError as error:
            return error.sentence


@hypothesis.settings(max_examples=400)
@given(text=broken())
def test_prop_what_is_broken_is_refused_or_read_and_never_fails_otherwise(text: str) -> None:
    found = read_or_refused(text)
    if isinstance(found, str):
        assert found
        assert "\n" not in found
    else:
        assert again(found) == found
