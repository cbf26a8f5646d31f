"""`glasshield catalog list`: what the catalogue holds."""

from __future__ import annotations

from typing import Annotated

import typer

from glasshield.cli import options, output


def command(
    kind: Annotated[
        str | None, typer.Argument(help="A kind of record: site, sensor, interceptor, missile...")
    ] = None,
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """List the records of the catalogue, all or of one kind.

    Example: glasshield catalog list interceptor
    """
    from glasshield.catalog import listing

    records = listing(options.workspace(catalog).catalog, kind)
    if json:
        output.print_json(records)
        return
    output.print_table(
        f"{len(records)} records; see one with: glasshield catalog show ID",
        ("kind", "id", "name"),
        [(record["kind"], record["id"], record["name"]) for record in records],
    )
