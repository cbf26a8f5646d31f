"""Notices in files, whatever their format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from glasshield.catalog.announced import NoticeArea
from glasshield.catalog.plans import Regime
from glasshield.errors import InputError
from glasshield.exchange.notices import lines, warnings, warnings_reading
from glasshield.monitoring.notice import Notice, check_required, is_warning

# The name of each format, and the id of its regime.
FORMATS: Final = {
    "1988": "launch-notification-1988",
    "hcoc": "hcoc",
    "jdec": "jdec",
    "plns": "plns",
    "navarea": "navarea",
}
_LARGEST_BYTES: Final = 1_000_000


def written(notice: Notice, regimes: Mapping[str, Regime]) -> str:
    """The text of a notice in the format of its regime.

    Raises:
        InputError: a field is missing, or a name that the format has no letters for.
    """
    regime = regimes[notice.regime]
    check_required(notice, regime)
    return warnings.written(notice) if is_warning(regime) else lines.written(notice, regime)


def read_notice(path: Path, regimes: Mapping[str, Regime]) -> Notice:
    """The notice of a file; its format is seen from its text.

    Args:
        path: of a text file.
        regimes: of the catalogue.

    Raises:
        InputError: it cannot be read or is no notice; a field that its regime does not have, one
            that is missing, or a value that is none.
    """
    return parsed_notice(_text(path), regimes, str(path))


def parsed_notice(text: str, regimes: Mapping[str, Regime], where: str) -> Notice:
    """The notice that a text is; its format is seen from the text.

    Args:
        text: of a file or a message.
        regimes: of the catalogue.
        where: what the text is called in messages.

    Raises:
        InputError: as `read_notice`.
    """
    if any(line.strip() == lines.TITLE for line in text.splitlines()[:5]):
        return lines.read(text, regimes, where)
    if warnings_reading.is_warning(text):
        return warnings_reading.read(text, regimes[FORMATS["navarea"]], where)
    raise InputError("is no notice", where=where, expected=f"{lines.TITLE!r} or a warning to ships")


def _text(path: Path) -> str:
    """The text of a file.

    Raises:
        InputError: it cannot be read, is no text, or is too large for a notice.
    """
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise InputError("is too large for a notice", where=str(path))
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(path)) from None
    except UnicodeDecodeError:
        raise InputError("is no text", where=str(path), expected="UTF-8") from None


def to_json(notice: Notice) -> dict[str, Any]:
    """A notice as plain data, angles in degrees; what it does not state is null or empty."""
    broadcast = notice.broadcast
    return {
        "regime": notice.regime,
        "standing": notice.standing.value,
        "host": notice.host,
        "issued": None if notice.issued is None else str(notice.issued),
        "reference": notice.reference,
        "planned_date": notice.planned_date or None,
        "windows": [{"begin": each.begin, "end": each.end} for each in notice.windows],
        "missile_class": notice.missile_class or None,
        "areas": [_area_json(area) for area in notice.areas],
        "azimuth_deg": None
        if notice.azimuth is None
        else {
            "value": notice.azimuth.value_deg,
            "low": notice.azimuth.low_deg,
            "high": notice.azimuth.high_deg,
        },
        "impact_time": None if notice.impact_time is None else str(notice.impact_time),
        "broadcast": None
        if broadcast is None
        else {
            "series": broadcast.series,
            "seas": list(broadcast.seas),
            "operation": broadcast.operation,
            "cancels": list(broadcast.cancels),
            "until": None if broadcast.until is None else str(broadcast.until),
        },
    }


def _area_json(area: NoticeArea) -> dict[str, Any]:
    return {
        "id": area.id,
        "role": area.role.value,
        "polygon_deg": [list(place) for place in area.polygon_deg],
        "centre_deg": None if area.centre_deg is None else list(area.centre_deg),
        "radius": area.radius,
        "radius_unit": None if area.radius is None else area.radius_unit,
    }
