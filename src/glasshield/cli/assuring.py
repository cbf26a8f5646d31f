"""What `assure` does, step by step: reading what is asked, judging, files, summary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from glasshield.cli import options, output
from glasshield.cli.assessing import own_command
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.assurance.document import Document
    from glasshield.catalog import Catalog
    from glasshield.catalog.claims import AssumptionSet, Claim
    from glasshield.catalog.files import Entry
    from glasshield.messages import Language
    from glasshield.report.assurance.names import Names
    from glasshield.report.blocks import Table
    from glasshield.report.saved_figure import SavedFigure
    from glasshield.workspace import Workspace

# What a file of a party may hold: a fact of the catalogue in it would be changed for every side.
_OWN: Final = ("assumptions", "source", "party")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    claim: str
    assumptions: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    catalog: Path | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim and the sets to judge it with, among the facts.

    Attributes:
        workspace: whose catalogue holds the claim and the sets.
        claim: to be judged.
        sets: to judge it with; none for the claim's own.
        files: that were named, besides folders of facts.
        settings: values that were set for every side.
    """

    workspace: Workspace
    claim: Claim
    sets: tuple[AssumptionSet, ...]
    files: tuple[Path, ...]
    settings: tuple[tuple[str, str], ...]


def asked(request: Request) -> Asked:
    """The claim and the sets that a request names.

    Raises:
        UnknownNameError: a claim, a set or a fact that there is not.
        CatalogError: a file that breaks the catalogue's rules, with file and line.
        InputError: a file without a claim, or with something that does not belong there.
    """
    named = (request.claim, *request.assumptions)
    files = tuple(dict.fromkeys(Path(name) for name in named if _is_file(name)))
    workspace = options.workspace(request.catalog)
    entries = list(_entries(files, workspace))
    brought = {(entry.kind, entry.id): _record(entry) for entry in entries}
    facts = workspace.catalog.replaced(brought)
    ready = workspace.holding(facts).overridden(request.settings)
    claim = request.claim
    if _is_file(claim):
        claim = _only(claim, [e.id for e in entries if e.kind == "claim"])
    sets = [id for name in request.assumptions for id in _sets_of(name, entries)]
    return Asked(
        ready,
        ready.catalog.claims[claim],
        tuple(ready.catalog.assumption_sets[id] for id in sets),
        files,
        request.settings,
    )


def _is_file(name: str) -> bool:
    return name.endswith(".toml")


def _entries(named: Sequence[Path], workspace: Workspace) -> Iterator[Entry]:
    """The tables of the files that are named, which keep the catalogue's rules.

    Raises:
        CatalogError: a fault in a file, or an id that two of the files take.
        InputError: a file that there is not, or a table that does not belong in one.
    """
    if not named:
        return
    if missing := [file for file in named if not file.is_file()]:
        raise InputError("there is no such file", where=str(missing[0]))
    from glasshield.catalog import check_folders, files

    for problem in check_folders((*workspace.overlays, *named)):
        if problem.where.rpartition(":")[0] in map(str, named):
            what = problem.sentence.removeprefix(f"{problem.where}: ").removesuffix(".")
            raise InputError(what, where=problem.where)
    seen: dict[tuple[str, str], Path] = {}
    for place, file in enumerate(named):
        allowed = (*_OWN, "claim") if place == 0 else _OWN
        for entry in files.read_file(file, file):
            if entry.kind not in allowed:
                raise entry.error(
                    f"a {entry.kind} does not belong here",
                    expected=f"tables of {', '.join(allowed)}",
                    do="lay other facts over the packaged ones with --catalog",
                )
            other = seen.setdefault((entry.kind, entry.id), file)
            if other != file:
                raise entry.error(f"the id {entry.id!r} is taken", do=f"it stands in {other} too")
            yield entry


def _record(entry: Entry) -> Any:
    from glasshield.catalog import files

    return files.decode(entry)


def _only(file: str, claims: Sequence[str]) -> str:
    """The id of the claim that a file holds.

    Raises:
        InputError: none, or more than one.
    """
    if len(claims) != 1:
        raise InputError(
            f"the file holds {len(claims)} claims", where=file, expected="one table [claim.ID]"
        )
    return claims[0]


def _sets_of(name: str, entries: Sequence[Entry]) -> list[str]:
    """The ids of the sets that a word of the command line names.

    Raises:
        InputError: a file that holds none.
    """
    if not _is_file(name):
        return [name]
    found = [e.id for e in entries if e.kind == "assumptions" and e.file == Path(name)]
    if not found:
        raise InputError(
            "the file holds no assumptions", where=name, expected="a table [assumptions.ID]"
        )
    return found


def judged(asked: Asked) -> Document:
    """The claim judged under every set, with a progress bar while it is."""
    from glasshield.assurance.judging import assure

    with output.progress("judging") as progress:
        return assure(asked.workspace, asked.claim, asked.sets, progress)


def say_overruled(asked: Asked, document: Document, lang: Language) -> None:
    """Says on stderr which values that were set for every side some sides put their own over."""
    from glasshield.assurance.sides import overlap
    from glasshield.messages import text

    facts = asked.workspace.catalog
    sets = [facts.assumption_sets[row.assumptions] for row in document.verdicts]
    for key, _ in asked.settings:
        whole = _full(facts, key)
        own = [one.id for one in sets if any(overlap(whole, _full(facts, k)) for k in one.values)]
        if own:
            said = text(lang, "assurance.overruled", fact=whole, sides=", ".join(own))
            output.say(f"glasshield: {said}")


def _full(facts: Catalog, key: str) -> str:
    """A key that begins with its kind."""
    kind, id, steps = facts.split(key)
    return ".".join((kind, id, *steps))


def names_of(workspace: Workspace) -> Names:
    """What the records of a workspace are called."""
    from glasshield.report.assurance.names import Names

    return Names.of(workspace.catalog)


@dataclass(frozen=True, slots=True)
class Report:
    """Where a report goes, in which language, and the figures that it is given."""

    out: Path
    lang: Language
    figures: tuple[SavedFigure, ...] = ()


def write(asked: Asked, document: Document, report: Report) -> Sequence[Path]:
    """The paths of the report and of what it was computed from, written with a progress bar."""
    from glasshield.exchange.inputs import INPUTS_FILE, write_inputs
    from glasshield.report.assurance.write import write_report
    from glasshield.report.made import Made

    made = Made(own_command(), (INPUTS_FILE,), report.figures)
    with output.progress("reporting") as progress:
        names = names_of(asked.workspace)
        files = write_report(document, report.out, names, report.lang, made, progress)
        return [*files, write_inputs(report.out, asked.workspace, document, asked.files)]


def print_summary(asked: Asked, document: Document, lang: Language) -> None:
    """Prints the claim, the answer in one sentence, and the tables behind it."""
    from glasshield.messages import text
    from glasshield.report.assurance import answer, tables
    from glasshield.report.assurance.wording import Words
    from glasshield.report.blocks import plain

    words = Words(document, names_of(asked.workspace), lang)
    output.print_lines(text(lang, "page.mark_full"), "", words.both(document.claim.name))
    output.print_lines(plain(answer.sentence(words)), "")
    _print_table(tables.verdicts(words))
    crux = document.crux
    if crux is not None and (crux.flip_sets or crux.flip_sets_back):
        _print_table(tables.flips(words, crux))
    if crux is not None and crux.shows and not document.agreement:
        _print_table(tables.shows(words, crux))
    for sentence in words.unanswered():
        output.say(sentence)


def _print_table(table: Table) -> None:
    from glasshield.report.terminal import as_text

    shown = as_text(table)
    output.print_table(shown.title, shown.header, shown.rows, right=shown.right)
