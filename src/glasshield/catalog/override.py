"""Another value for one fact: as the user sets it for one run, or as a party assumes it."""

from __future__ import annotations

from enum import Enum
from typing import Any, TypeVar

import msgspec

from glasshield import units
from glasshield.catalog import schema
from glasshield.catalog.claims import Setting
from glasshield.catalog.quantity import Fact, Position, Quantity, Status
from glasshield.errors import InputError, RangeError, UnitError, UnknownNameError

S = TypeVar("S", bound=msgspec.Struct)
F = TypeVar("F", bound=Fact)

USER = "user"

# Plain numbers inside a fact say their unit in their name.
_SUFFIXES = (("_deg", "angle", "deg"), ("_km", "length", "km"), ("_m", "length", "m"))


def overridden(record: S, steps: tuple[str, ...], given: str | Setting, *, where: str) -> S:
    """A record with the value that is given in the place that `steps` lead to.

    Args:
        record: the record, or a part of it.
        steps: keys from the record down; an element of an array is its id or index.
        given: the value as one writes it on the command line, or as a party assumes it.
        where: the whole key, for messages.

    Raises:
        UnknownNameError: no such key; offers the nearest.
        UnitError: a quantity without its unit, or with one of another dimension.
        RangeError: a value that cannot be.
        InputError: a key that leads to no value.
    """
    if not steps:
        raise _unsettable(record, where)
    known = schema.fields(type(record))
    if steps[0] not in known:
        raise UnknownNameError.among(f"fact of {_above(where, steps)}", steps[0], known)
    field = known[steps[0]]
    value = _replaced(getattr(record, field.name), field, steps[1:], given, where)
    try:
        return msgspec.structs.replace(record, **_with_standing(record, field, value))
    except ValueError as error:
        raise RangeError(str(error), where=where, got=_text(given)) from None


def _text(given: str | Setting) -> str:
    """What is given, as one writes it on the command line."""
    return given if isinstance(given, str) else given.text


def _replaced(
    old: Any, field: schema.Field, steps: tuple[str, ...], given: str | Setting, where: str
) -> Any:
    """The new value of a field, whatever its shape."""
    if field.shape == "many" and field.struct is None and not steps:
        return tuple(part.strip() for part in _text(given).split(",") if part.strip())
    if field.shape == "one":
        return _one(old, field, steps, given, where)
    if not steps:
        raise _unsettable(old, where)
    items = dict(old) if field.shape == "map" else _by_step(old)
    if steps[0] not in items:
        raise UnknownNameError.among(f"{field.key} of {_above(where, steps)}", steps[0], items)
    items[steps[0]] = _one(items[steps[0]], field, steps[1:], given, where)
    return items if field.shape == "map" else tuple(items.values())


def _by_step(items: tuple[Any, ...]) -> dict[str, Any]:
    """The elements of an array by their id, or by their index where they have none."""
    return {str(getattr(item, "id", "") or index): item for index, item in enumerate(items)}


def _one(
    old: Any, field: schema.Field, steps: tuple[str, ...], given: str | Setting, where: str
) -> Any:
    """The new value of a field that holds one thing."""
    if steps and isinstance(old, msgspec.Struct):
        return overridden(old, steps, given, where=where)
    if steps:
        raise UnknownNameError.among(f"fact of {_above(where, steps)}", steps[0], ())
    if field.struct is Quantity:
        if isinstance(given, Setting):
            return _assumed(field, given, where)
        return _quantity(old, field, given, where)
    if field.struct is Position:
        return _position(old, _text(given), where)
    if field.struct is not None:
        raise _unsettable(old, where)
    return _plain(old, field, _text(given), where)


def _assumed(field: schema.Field, given: Setting, where: str) -> Quantity:
    """The quantity that a party assumes, with its own source and standing, and no rivals."""
    quantity = given.quantity
    if quantity is None:
        raise InputError("this fact is a number", where=where, got=given.text)
    if field.dimension and quantity.dimension != field.dimension:
        raise UnitError(
            f"{quantity.text} is a {quantity.dimension}",
            where=where,
            expected=f"a unit of {field.dimension}",
        )
    return quantity


def _quantity(old: Quantity | None, field: schema.Field, text: str, where: str) -> Quantity:
    """The quantity in `text`, in the unit in which the catalogue states the fact."""
    dimension = field.dimension or (old.dimension if old else "number")
    si = units.parse(text, dimension, where=where)
    unit = old.unit if old else _si_unit(dimension)
    value = float(f"{si / units.UNITS[unit].si:.12g}")
    was = f"; the catalogue says {old.text} ({old.status})" if old else ""
    note = f"set by the user{was}"
    return _stated(Quantity, text, where, note=note, value=value, unit=unit)


def _si_unit(dimension: str) -> str:
    """The symbol of the SI unit of a dimension."""
    return next(u.symbol for u in units.UNITS.values() if (u.dimension, u.si) == (dimension, 1.0))


def _position(old: Position | None, text: str, where: str) -> Position:
    """The place in a text such as `54.5,17.1`."""
    try:
        lat_deg, lon_deg = (float(part) for part in text.split(","))
    except ValueError:
        raise InputError(
            f"{text!r} is no place", where=where, expected="LAT,LON in degrees"
        ) from None
    was = f"; the catalogue says {old.lat_deg:g},{old.lon_deg:g} ({old.status})" if old else ""
    note = f"set by the user{was}"
    return _stated(Position, text, where, note=note, lat_deg=lat_deg, lon_deg=lon_deg)


def _stated(fact: type[F], text: str, where: str, **parts: Any) -> F:
    """A fact that the user states; what it refuses is an error of what was written."""
    try:
        return fact(source=USER, status=Status.ASSUMED, by=USER, **parts)
    except ValueError as error:
        raise RangeError(str(error), where=where, got=text) from None


def _plain(old: Any, field: schema.Field, text: str, where: str) -> Any:
    """The word or the bare number in `text`."""
    annotation = field.annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        words = schema.choices(field)
        if text not in words:
            raise UnknownNameError.among(f"value of {where}", text, words)
        return annotation(text)
    if annotation is float:
        for suffix, dimension, unit in _SUFFIXES:
            if field.key.endswith(suffix):
                return units.parse(text, dimension, where=where) / units.UNITS[unit].si
    if annotation is str and field.key != "id":
        return text
    raise _unsettable(old, where)


def _with_standing(record: msgspec.Struct, field: schema.Field, value: Any) -> dict[str, Any]:
    """What to replace in a record: the field, and with it the standing of a fact's own number."""
    changes = {field.name: value}
    if isinstance(record, Fact) and field.struct is None:
        note = f"{field.key} set by the user"
        changes |= {"source": USER, "status": Status.ASSUMED, "confidence": None, "note": note}
    return changes


def _unsettable(old: object, where: str) -> InputError:
    """The error for a key that leads to a whole record or a list instead of a value."""
    below = list(schema.fields(type(old))) if isinstance(old, msgspec.Struct) else []
    do = f"go on with one of {', '.join(below)}" if below else ""
    return InputError("this key leads to no single value", where=where, do=do)


def _above(where: str, steps: tuple[str, ...]) -> str:
    """The part of a key before its last steps."""
    return ".".join(where.split(".")[: -len(steps)])
