"""`glasshield diff`: a declaration changed; which claims changed with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import options, output, signing
from glasshield.errors import InputError, UnknownNameError

if TYPE_CHECKING:
    from glasshield.exchange.canonical import Difference
    from glasshield.messages import Language
    from glasshield.workspace import Workspace


def command(
    old: Annotated[str, typer.Argument(help="A folder or file of facts, or an architecture.")],
    new: Annotated[str, typer.Argument(help="What is declared in its place.")],
    claims: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The claims to judge; the packaged ones otherwise."),
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Compare two declarations: what changed, and which claims have another verdict or margin.

    Example: glasshield diff declared-2011 declared-2013 --claims my-claims
    """
    language = options.language(lang)
    folders = [folder for folder in (catalog, claims) if folder]
    facts, sides, wanted = _compared(old, new, folders)
    if claims is not None:
        wanted = _claims_in(claims, wanted)
    from msgspec import to_builtins

    from glasshield.assurance.changes import changes, overruled

    with output.progress("judging") as progress:
        rows = changes(*sides, wanted, progress)
    sets = list(dict.fromkeys(row.assumptions for row in rows if row.new))
    answer = {
        "old": old,
        "new": new,
        "facts": signing.as_json(facts, ("old", "new")),
        "claims": to_builtins(rows),
        "overruled": overruled(sides[1].catalog, sets, [fact.path for fact in facts]),
    }
    if json:
        output.print_json(answer)
    else:
        _print(answer, language)


def _compared(
    old: str, new: str, folders: Sequence[Path]
) -> tuple[list[Difference], tuple[Workspace, Workspace], tuple[str, ...]]:
    """What is declared otherwise, both sides, and the claims that this may change.

    Raises:
        InputError: a folder and an architecture, which cannot be compared.
        UnknownNameError: neither a folder nor an architecture.
    """
    from glasshield.assurance.changes import about, transposed
    from glasshield.exchange.declarations import bare, differing_catalogs, differing_records
    from glasshield.workspace import Workspace

    base = Workspace.default(*folders)
    known = base.catalog.architectures
    if old in known and new in known:
        facts = differing_records(bare(known[old]), bare(known[new]), "architecture")
        sides = (transposed(base, old, (old, new)), transposed(base, new, (old, new)))
        return list(facts), sides, about(base.catalog, (old, new))
    for side in (old, new):
        if side not in known and not Path(side).exists():
            raise UnknownNameError.among("folder, file or architecture", side, known)
    if old in known or new in known:
        raise InputError(
            f"{old} and {new} cannot be compared",
            expected="two architectures, or two folders of facts",
        )
    first, second = (
        Workspace.default(*dict.fromkeys((*folders, Path(side)))) for side in (old, new)
    )
    ids = dict.fromkeys((*first.catalog.claims, *second.catalog.claims))
    return list(differing_catalogs(first.catalog, second.catalog)), (first, second), tuple(ids)


def _claims_in(place: Path, known: Iterable[str]) -> tuple[str, ...]:
    """The ids of the claims in a folder or file that are among those which are known.

    Raises:
        InputError: there are none.
    """
    from glasshield.catalog.files import read_file, toml_files

    entries = (entry for file in toml_files(place) for entry in read_file(file, place))
    own = {entry.id for entry in entries if entry.kind == "claim"}
    found = tuple(id for id in known if id in own)
    if not found:
        raise InputError(
            "no claim here is about what is compared",
            where=str(place),
            expected="tables [claim.ID] about one of the two architectures",
        )
    return found


def _print(answer: Mapping[str, Any], lang: Language) -> None:
    """Prints what is declared otherwise, and what became of the claims."""
    from glasshield.messages import text

    if answer["facts"]:
        signing.print_differences(text(lang, "diff.facts"), answer["facts"], lang, ("old", "new"))
    else:
        output.print_lines(text(lang, "diff.no_facts"))
    rows = answer["claims"]
    output.print_table(
        text(lang, "diff.claims"),
        signing.columns(lang, "claim", "assumptions", "old", "new", "changed"),
        [_row(row, lang) for row in rows],
    )
    for why in dict.fromkeys(row["why"] for row in rows if row["why"]):
        output.say(signing.printable(why))
    for id, keys in answer["overruled"].items():
        output.print_lines(
            text(lang, "diff.overruled", id=id, keys=signing.printable(", ".join(keys)))
        )
    changed = [row["changed"] for row in rows]
    output.print_lines(
        text(
            lang,
            "diff.summary",
            verdicts=changed.count("verdict"),
            margins=changed.count("margin"),
            all=len(rows),
        )
    )


def _row(row: Mapping[str, Any], lang: Language) -> tuple[str, ...]:
    from glasshield.messages import text

    sides = (_side(row[side], lang) for side in ("old", "new"))
    return (row["claim"], row["assumptions"], *sides, text(lang, f"diff.changed.{row['changed']}"))


def _side(answer: Mapping[str, Any] | None, lang: Language) -> str:
    """A verdict with its margin and the ends of that; a dash where there is none."""
    from glasshield.messages import text

    if answer is None:
        return "–"
    verdict = text(lang, f"statement.verdict.{answer['verdict']}")
    value, ends = signing.margin(answer["margin"]), signing.interval(answer["margin"])
    return f"{verdict}: {value} ({ends})"
