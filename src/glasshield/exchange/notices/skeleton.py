"""A notice turned into the beginning of a TEST.toml.

What a notice says stands there; what it cannot know stands as lines to be filled in, each behind
`# fill in:`. A notice that knows the date alone gives a window of that whole day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from glasshield.catalog.announced import AreaRole, NoticeArea
from glasshield.errors import InputError
from glasshield.exchange.notices.numbers import plain
from glasshield.monitoring import areas as on_ground
from glasshield.monitoring.notice import SOURCE, Notice, start_of, window

_READ: Final = f'source = "{SOURCE}", status = "read"'
_DAY_S: Final = 86_400.0
_ASSUMED: Final = 'source = "glasshield", status = "assumed", note = "WHY"'


def test_skeleton(notice: Notice, id: str) -> str:
    """The text of a TEST.toml with what a notice says, and what is to be filled in.

    Args:
        notice: under any regime.
        id: of the test.

    Raises:
        InputError: no id.
    """
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", id) is None:
        raise InputError(f"{id!r} is no id", expected="letters, digits, - and _")
    lines = [f"[test.{id}]", *_head(notice), "", *_performance(id)]
    for area in notice.areas:
        lines += ["", f"[[test.{id}.areas]]", *_area(area)]
    return "\n".join([*lines, "", *_observers(id), ""])


def _head(notice: Notice) -> Iterator[str]:
    """The keys of the test itself."""
    host = notice.host if notice.broadcast is None else notice.host.lower()
    yield f"name = {_text(notice.reference)}"
    kind = "A notice" if notice.standing == "genuine" else "An exercise notice"
    yield f"note = {_text(f'{kind} under {notice.regime}; the rest is filled in.')}"
    yield '# fill in: interceptor = "ID", or missile = "ID", of the catalogue'
    yield f"host = {_text(host)}" if host else '# fill in: host = "PARTY"'
    if notice.issued is None:
        yield '# fill in: issued = "2030-05-28T12:00:00Z"'
    else:
        yield f"issued = {_text(str(notice.issued))}"
    if notice.missile_class:
        yield f"vehicle_class = {_text(notice.missile_class)}"
    else:
        yield '# fill in: vehicle_class = "CLASS"'
    yield _site(notice)
    windows = notice.windows
    if not windows and notice.planned_date:
        begin = start_of(notice.planned_date)
        windows = (window(begin, begin.plus_s(_DAY_S)),)
    spans = (f"{{ begin = {_text(each.begin)}, end = {_text(each.end)} }}" for each in windows)
    yield f"windows = [{', '.join(spans)}]"
    if notice.azimuth is not None:
        ends = f"low = {_float(notice.azimuth.low_deg)}, high = {_float(notice.azimuth.high_deg)}"
        value = _float(notice.azimuth.value_deg)
        yield f'azimuth = {{ value = {value}, {ends}, unit = "deg", {_READ} }}'
    if not notice.of_role(AreaRole.IMPACT):
        yield '# fill in: the role "impact" for one of the areas, or azimuth and burnout_angle'
    yield f'# fill in: radar_cross_section = {{ value = 0.5, unit = "m2", {_ASSUMED} }}'


def _site(notice: Notice) -> str:
    """The site: the middle of the launch area, and how far its edge is."""
    launch = notice.of_role(AreaRole.LAUNCH)
    if not launch:
        return f"# fill in: site = {{ lat_deg = 0.0, lon_deg = 0.0, within_km = 1.0, {_READ} }}"
    lat_rad, lon_rad = on_ground.centre(launch[0])
    lat_deg, lon_deg = launch[0].centre_deg or (np.degrees(lat_rad), np.degrees(lon_rad))
    within_km = on_ground.reach_m(launch[0]) / 1e3
    place = f"lat_deg = {_float(lat_deg)}, lon_deg = {_float(lon_deg)}"
    note = "the launch area of the notice"
    return f'site = {{ {place}, within_km = {_float(within_km)}, {_READ}, note = "{note}" }}'


def _performance(id: str) -> list[str]:
    """What no notice says of the vehicle."""
    speed = f'burnout_speed = {{ value = 6.3, unit = "km/s", {_ASSUMED} }}'
    return [
        f"# fill in: [test.{id}.declared]",
        f"# fill in: {speed}",
        f"# fill in: [test.{id}.rival]",
        f"# fill in: {speed}",
    ]


def _observers(id: str) -> list[str]:
    return [f"# fill in: [[test.{id}.observers]] with the radars that may come and see"]


def _area(area: NoticeArea) -> Iterator[str]:
    """The keys of an area."""
    yield f"id = {_text(area.id)}"
    yield f"role = {_text(area.role.value)}"
    if area.centre_deg is not None and area.radius is not None:
        yield f"centre_deg = {_pair(area.centre_deg)}"
        yield f"radius = {_float(area.radius)}"
        yield f"radius_unit = {_text(area.radius_unit)}"
    else:
        yield f"polygon_deg = [{', '.join(_pair(place) for place in area.polygon_deg)}]"
    yield f"source = {_text(SOURCE)}"
    yield 'status = "read"'


def _pair(place_deg: tuple[float, float]) -> str:
    return f"[{_float(place_deg[0])}, {_float(place_deg[1])}]"


def _float(value: float) -> str:
    """A number as TOML has floats, in the fewest digits that are read back the same."""
    text = plain(float(value))
    return text if "." in text else f"{text}.0"


def _text(value: str) -> str:
    """A text as TOML has strings, which JSON's are but for one letter."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
