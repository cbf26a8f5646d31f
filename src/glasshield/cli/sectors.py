"""`glasshield sectors`: whose sector each flight crosses, who could act, and where nobody could."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glasshield.cli import options, output

if TYPE_CHECKING:
    from glasshield.assurance.sectors import SectorDocument
    from glasshield.messages import Language
    from glasshield.report.assurance.names import Names


def command(
    proposal: Annotated[str, typer.Argument(help="A proposal with sectors, such as sectoral.")],
    architecture: Annotated[str, typer.Option(help="Whose sites, sensors and flights.")] = "epaa",
    phase: Annotated[str, typer.Option(help="One phase; all that have a number otherwise.")] = "",
    set: options.SetFacts = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write a report for each phase there.")
    ] = None,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Show defence by sectors: what each flight crosses, who could act, gaps and overlaps.

    Example: glasshield sectors sectoral --architecture epaa --phase 3
    """
    language = options.language(lang)
    workspace = options.workspace(catalog).overridden(options.settings(set or []))
    if out is not None:
        from glasshield.workspace import check_writable

        check_writable(out)
    from glasshield.assurance.sectors import sectors

    with output.progress("sectors") as progress:
        found = sectors(workspace, proposal, architecture, phase, progress)
    from glasshield.report.assurance.names import Names

    names = Names.of(workspace.catalog)
    if json:
        output.print_json(found)
    else:
        for document in found:
            _print(document, names, language)
    if out is not None:
        _write(found, out, names, language)


def _print(document: SectorDocument, names: Names, lang: Language) -> None:
    """Prints the answer and the table of flights."""
    from glasshield.report.sectors.page import sentences, table
    from glasshield.report.terminal import as_text

    output.print_lines(f"{document.phase}", "", *sentences(document, names, lang), "")
    shown = as_text(table(document, names, lang))
    output.print_table(shown.title, shown.header, shown.rows, right=shown.right)


def _write(found: tuple[SectorDocument, ...], out: Path, names: Names, lang: Language) -> None:
    """Writes page, print and data of each phase, and says where they are."""
    from glasshield.report.sectors.write import write_all

    with output.progress("reporting") as progress:
        paths = write_all(found, out, names, lang, progress)
    for path in paths:
        output.say(f"  {path}")
