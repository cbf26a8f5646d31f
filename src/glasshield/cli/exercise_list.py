"""`glasshield exercise list`: the exercises that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glasshield.cli import options, output

if TYPE_CHECKING:
    from glasshield.messages import Language


def command(
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """List the exercises that come with the program, and what each teaches.

    Example: glasshield exercise list
    """
    language = options.language(lang)
    facts = options.workspace(catalog).catalog
    from glasshield.exercise.reading import read_exercise, shipped
    from glasshield.messages import text

    found = [read_exercise(path, facts) for path in shipped().values()]
    if json:
        output.print_json(
            [
                {
                    "id": one.id,
                    "name": one.head.named(language),
                    "length_s": one.length_s,
                    "lesson": one.head.taught(language),
                    "parties": list(one.parties),
                    "file": one.where,
                }
                for one in found
            ]
        )
        return
    for one in found:
        length = text(language, "exercise.list.length", length=_length(language, one.length_s))
        output.print_lines(
            f"{one.id}  {one.head.named(language)} ({length})", f"    {one.head.taught(language)}"
        )


def _length(lang: Language, length_s: int) -> str:
    """A length in whole minutes where it is one."""
    from glasshield.messages import duration, quantity

    if length_s % 60:
        return duration(lang, length_s)
    return quantity(lang, length_s / 60, "min")
