"""`glasshield claims`: what was said of a shield, and whether it holds for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import options, output

if TYPE_CHECKING:
    from glasshield.report.assurance.listing import Listed
    from glasshield.workspace import Workspace


def command(
    claim: Annotated[
        list[str] | None, typer.Argument(help="Only these claims; all of the catalogue otherwise.")
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print a page in Markdown, as docs/claims.md is.")
    ] = False,
    lang: options.Lang = "en",
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Judge the claims of the catalogue, each under its own sets of assumptions.

    Example: glasshield claims poland-gbi-cannot-reach-russian-icbm
    """
    language = options.language(lang)
    workspace = options.workspace(catalog)
    found = _listed(workspace, claim or list(workspace.catalog.claims))
    if json:
        output.print_json({"claims": [_answer(one) for one in found]})
        return
    from glasshield.report.assurance import listing
    from glasshield.report.assurance.names import Names
    from glasshield.report.terminal import as_text

    names = Names.of(workspace.catalog)
    if markdown:
        output.print_lines(listing.markdown(found, names, language).rstrip("\n"))
        return
    shown = as_text(listing.table(found, names, language))
    output.print_table(shown.title, shown.header, shown.rows, right=shown.right)


def _listed(workspace: Workspace, ids: list[str]) -> list[Listed]:
    """The claims with their verdicts, with a progress bar while they are judged."""
    from glasshield.report.assurance.listing import listed

    with output.progress("judging") as progress:
        return listed(workspace, ids, progress)


def _answer(one: Listed) -> dict[str, Any]:
    """A claim and its verdicts as plain data."""
    import msgspec

    return {
        **msgspec.to_builtins(one.claim),
        "verdicts": [
            {
                "party": row.party,
                "assumptions": row.assumptions,
                "verdict": row.verdict,
                "margin": msgspec.to_builtins(row.margin),
                "worst_case": msgspec.to_builtins(row.worst_case),
            }
            for row in one.verdicts
        ],
        "agreement": len({row.verdict for row in one.verdicts}) == 1,
    }
