"""What `assess` and `demo` share: the assessment, its files, and its summary."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glasshield.cli import output

if TYPE_CHECKING:
    from glasshield.messages import Language
    from glasshield.report.view.build import JudgedClaim
    from glasshield.report.write import Added
    from glasshield.shield.assessment import Request
    from glasshield.workspace import Workspace


def own_command() -> str:
    """The command line of this process, as somebody else would type it."""
    return shlex.join(["glasshield", *sys.argv[1:]])


def assessed(workspace: Workspace, request: Request) -> dict[str, Any]:
    """The assessment in its JSON form, with a progress bar while it is made."""
    from glasshield.shield.assessment import assess

    with output.progress("assessing") as progress:
        return assess(workspace, request, progress).to_json()


def argued(workspace: Workspace, architectures: Sequence[str]) -> list[JudgedClaim]:
    """What parties say of the reach of some architectures, judged, with a progress bar.

    A claim that another one denies stands for both.
    """
    from glasshield.assurance.crux import Depth, part
    from glasshield.assurance.judging import argued
    from glasshield.report.view.build import JudgedClaim

    claims = [
        claim
        for claim in workspace.catalog.claims.values()
        if claim.cannot_reach and claim.architecture in architectures
    ]
    found = []
    with output.progress("judging") as progress:
        for n, claim in enumerate(claims):
            told = part(progress, n / len(claims), (n + 1) / len(claims))
            found.append(JudgedClaim(*argued(workspace, claim, (), told, Depth.QUICK)))
    return found


def write(
    assessment: Mapping[str, Any],
    out: Path,
    lang: Language,
    added: Added | None = None,
) -> Sequence[Path]:
    """The paths of the files of a report, written with a progress bar."""
    from glasshield.report.write import write_all

    with output.progress("reporting") as progress:
        return write_all(assessment, out, lang=lang, progress=progress, added=added)


def print_summary(assessment: Mapping[str, Any], lang: Language) -> None:
    """Prints the three answers and the tables behind them."""
    from glasshield.report.terminal import summary

    shown = summary(assessment, lang=lang)
    output.print_lines(shown.mark, "", *shown.answers, "")
    for table in shown.tables:
        output.print_table(table.title, table.header, table.rows, right=table.right)


def say_files(files: Sequence[Path]) -> None:
    """Says on stderr where the files of a report are."""
    for path in files:
        output.say(f"  {path}")
