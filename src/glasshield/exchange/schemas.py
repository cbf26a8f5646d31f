"""The name and version in the head of every JSON file that is exchanged: `glasshield-.../1`."""

from __future__ import annotations

from glasshield.errors import InputError


def name_of(schema: object) -> str:
    """The name in a schema without its version, such as `glasshield-statement`."""
    return str(schema).partition("/")[0]


def check_schema(found: object, known: str, where: str) -> None:
    """Refuse a file of another kind, or one that a newer program wrote.

    Args:
        found: what stands under `schema` in the file; None where nothing does.
        known: the schema that is read here, such as `glasshield-statement/1`.
        where: the file, for messages.

    Raises:
        InputError: another kind, or a newer version.
    """
    name, _, version = known.partition("/")
    given, _, number = str(found).partition("/")
    if given != name or not number.isdecimal():
        kind = name.removeprefix("glasshield-")
        raise InputError(f"this is no {kind} of Glasshield", where=where, expected=known)
    if int(number) > int(version):
        raise InputError(
            "written by a newer version of Glasshield",
            where=where,
            got=str(found),
            expected=f"{known} or older",
            do="update this one",
        )
    if number != version:
        raise InputError("this version cannot be read", where=where, got=found, expected=known)
