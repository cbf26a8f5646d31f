"""`glasshield exercise list`: the exercises that come with the program."""

from __future__ import annotations

from glasshield.cli import options, output


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
        length = f"{text(language, 'exercise.list.length')}: {one.length_s}"
        output.print_lines(
            f"{one.id}  {one.head.named(language)} ({length})", f"    {one.head.taught(language)}"
        )
