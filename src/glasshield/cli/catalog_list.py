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
    from glasshield.catalog import KINDS

    facts = options.workspace(catalog).catalog
    records = [
        (name, record)
        for name in ([kind] if kind else KINDS)
        for record in facts.of_kind(name).values()
    ]
    if json:
        answer = [{"kind": name, "id": record.id, "name": record.name} for name, record in records]
        output.print_json(answer)
        return
    output.print_table(
        f"{len(records)} records; see one with: glasshield catalog show ID",
        ("kind", "id", "name"),
        [(name, record.id, record.name) for name, record in records],
    )
