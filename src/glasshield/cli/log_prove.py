"""`glasshield log prove`: one entry of a log with its proof, as a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from glasshield.cli import options, output


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A log, from its beginning.")],
    index: Annotated[int, typer.Argument(metavar="INDEX", help="The entry's place, from 0.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to; INDEX.tlog-proof if not set.")
    ] = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Write one entry with the hashes that prove where it stands, and nothing of the others.

    Example: glasshield log prove centre.log 4711 --out batch.tlog-proof
    """
    language = options.language(lang)
    from glasshield.exchange.log.checkpoints import checkpoint_in
    from glasshield.exchange.log.proofs import proof_from
    from glasshield.messages import text
    from glasshield.workspace import write_atomically

    proof = proof_from(file, index)
    path = out or Path(f"{index}.tlog-proof")
    with write_atomically(path) as aside:
        aside.write_bytes(proof.encoded())
    if json:
        size = checkpoint_in(proof.note.text, str(file)).size
        output.print_json({"file": str(path), "index": index, "size": size})
    else:
        output.print_lines(text(language, "log.written", index=str(index), path=str(path)))
