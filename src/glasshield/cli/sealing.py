"""What the commands about the sealed log share: whom the reader trusts, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import output
from glasshield.errors import InputError

if TYPE_CHECKING:
    from glasshield.exchange.log.checkpoints import Checkpoint, Sealed, Seals
    from glasshield.exchange.log.findings import Finding
    from glasshield.exchange.log.notes import NoteKey
    from glasshield.messages import Language

LogKey = Annotated[
    str | None,
    typer.Option("--log-key", metavar="KEY", help="The log's key NAME+ID+KEY, or its file."),
]
Witness = Annotated[
    list[str] | None,
    typer.Option(metavar="KEY", help="A witness's key, or its file; may be given again."),
]
Least = Annotated[
    int | None,
    typer.Option(metavar="N", help="So many of the witnesses must have sealed it; all if not set."),
]


@dataclass(frozen=True, slots=True)
class Named:
    """The keys that somebody named on the command line.

    Attributes:
        log: the log's, or its file; None to take the file's own word.
        witnesses: of witnesses, or their files.
        least: how many of them must have signed; None for all.
    """

    log: str | None
    witnesses: Sequence[str]
    least: int | None

    def seals(self, claimed: NoteKey) -> Seals:
        """Whose signatures are asked for.

        Args:
            claimed: the key of the log as the file itself names it.

        Raises:
            InputError: something that is no key, or keys that do not go together.
        """
        from glasshield.exchange.log.checkpoints import seals

        log = claimed if self.log is None else key(self.log, "--log-key")
        witnesses = [key(one, "--witness") for one in self.witnesses]
        return seals(log, witnesses, self.least)


def key(given: str, option: str) -> NoteKey:
    """The key that an option names: itself, or in a file.

    Raises:
        InputError: neither.
    """
    from glasshield.exchange.log.notes import parsed_key

    if "+" in given:
        return parsed_key(given, option)
    return parsed_key(text_of(Path(given)).decode(errors="replace"), given)


def held(paths: Sequence[Path], seals: Seals) -> tuple[Checkpoint, ...]:
    """The checkpoints in files that the reader got before, each signed by the log.

    Raises:
        InputError: no checkpoint, or not the log's.
    """
    from glasshield.exchange.log.checkpoints import Seals as Alone
    from glasshield.exchange.log.checkpoints import opened
    from glasshield.exchange.log.notes import parsed_note

    return tuple(
        opened(parsed_note(text_of(path), str(path)), Alone(seals.log), str(path)).checkpoint
        for path in paths
    )


def text_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"this cannot be read ({(error.strerror or str(error)).lower()})", where=str(path)
        ) from None


def sealed_json(sealed: Sealed | None) -> dict[str, Any] | None:
    """A checkpoint and who signed it, as JSON; None for none."""
    if sealed is None:
        return None
    return {
        "origin": sealed.checkpoint.origin,
        "size": sealed.checkpoint.size,
        "root": sealed.checkpoint.root.hex(),
        "witnesses": [{"name": one.witness, "at_s": one.at_s} for one in sealed.cosignatures],
    }


def print_sealed(sealed: Sealed, lang: Language) -> None:
    """Prints how long the sealed log is, and who sealed it when."""
    from glasshield.messages import text

    names = [
        text(lang, "log.witness", name=one.witness, time=_clock(one.at_s))
        for one in sealed.cosignatures
    ]
    who = ", ".join(names) or text(lang, "log.nobody")
    output.print_lines(text(lang, "log.sealed", size=str(sealed.checkpoint.size), witnesses=who))


def finding_line(finding: Finding, lang: Language) -> str:
    """A finding as one line; the reason behind it stands in English, and in --json."""
    from glasshield.messages import text

    what = text(lang, f"log.finding.{finding.kind.value}")
    if lang == "en":
        what = f"{what} ({finding.why})"
    if finding.first == finding.last:
        return text(lang, "log.entry", first=str(finding.first), what=what)
    return text(lang, "log.entries", first=str(finding.first), last=str(finding.last), what=what)


def _clock(at_s: int) -> str:
    """A time of a witness as people write it; a number where no calendar has it."""
    try:
        return f"{datetime.fromtimestamp(at_s, UTC):%Y-%m-%d %H:%M:%S} UTC"
    except (OverflowError, OSError, ValueError):
        return f"{at_s} s"
