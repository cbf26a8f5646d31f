"""What the `monitor` commands share: which test is meant, names, and tables on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glasshield import arithmetic
from glasshield.cli import options, output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.assurance.document import Text
    from glasshield.catalog.announced import AnnouncedTest
    from glasshield.messages import Language
    from glasshield.report.blocks import Table
    from glasshield.report.monitoring.wording import Words
    from glasshield.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """A test among the facts.

    Attributes:
        workspace: whose catalogue holds the test.
        test: as announced.
        files: that were named with it, besides folders of facts.
    """

    workspace: Workspace
    test: AnnouncedTest
    files: tuple[Path, ...] = ()


def asked(named: str, settings: Sequence[str], catalog: Path | None) -> Asked:
    """The test that is named by its id or by a file, with other values for some facts.

    Args:
        named: an id of the catalogue, or a `.toml` file with one test.
        settings: texts such as `test.mine.declared.burnout_speed=6.5km/s`.
        catalog: a folder of facts laid over the packaged ones.

    Raises:
        UnknownNameError: a test or a fact that there is not.
        CatalogError: a file that breaks the catalogue's rules, with file and line.
        InputError: a file without a test, or with more than one.
    """
    arithmetic.alone()
    workspace, id = options.workspace(catalog), named
    files: tuple[Path, ...] = ()
    if named.endswith(".toml"):
        files = (Path(named),)
        workspace, id = _own(files[0], workspace)
    ready = workspace.overridden(options.settings(list(settings)))
    return Asked(ready, ready.catalog.tests[id], files)


def _own(file: Path, workspace: Workspace) -> tuple[Workspace, str]:
    """The facts with those of a file laid over them, and the id of its only test.

    The test is what the file says and nothing else, though a packaged one may have its id.
    """
    if not file.is_file():
        raise InputError("there is no such file", where=str(file))
    from glasshield.catalog import check_folders, files
    from glasshield.workspace import Workspace

    found = [entry for entry in files.read_file(file, file) if entry.kind == "test"]
    if len(found) != 1:
        raise InputError(
            f"the file holds {len(found)} tests", where=str(file), expected="one table [test.ID]"
        )
    record = files.decode(found[0])
    for problem in check_folders((*workspace.overlays, file)):
        if problem.where.rpartition(":")[0] == str(file):
            what = problem.sentence.removeprefix(f"{problem.where}: ").removesuffix(".")
            raise InputError(what, where=problem.where)
    layered = Workspace(workspace.cache, (*workspace.overlays, file))
    facts = layered.catalog.replaced({("test", record.id): record})
    return layered.holding(facts), record.id


def words_of(workspace: Workspace, lang: Language) -> Words:
    """What the records of a workspace are called in a language."""
    from glasshield.report.assurance.names import Names
    from glasshield.report.monitoring.wording import Words

    return Words(Names.of(workspace.catalog), lang)


def print_table(table: Table) -> None:
    """Prints a table of a report on stdout."""
    from glasshield.report.terminal import as_text

    shown = as_text(table)
    output.print_table(shown.title, shown.header, shown.rows, right=shown.right)


def print_sentences(*sentences: str) -> None:
    """Prints sentences of a report on stdout, each with a line below it."""
    from glasshield.report.blocks import plain

    for sentence in sentences:
        output.print_lines(plain(sentence), "")


def say_warnings(words: Words, warnings: Iterable[Text]) -> None:
    """Says on stderr what a person has to mind."""
    for warning in warnings:
        output.say(f"glasshield: {words.both(warning).removesuffix('.')}.")


def say_files(paths: Iterable[Path]) -> None:
    """Says on stderr where the files of a report are."""
    for path in paths:
        output.say(f"  {path}")
