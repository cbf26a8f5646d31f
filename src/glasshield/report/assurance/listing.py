"""All claims with their verdicts, as a table and as a page in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glasshield import __version__
from glasshield.assurance.document import ClaimRow, Document, Program, VerdictRow
from glasshield.assurance.judging import judged
from glasshield.assurance.predicates import decided
from glasshield.assurance.rows import claim_row
from glasshield.assurance.worlds import World
from glasshield.messages import Language, text
from glasshield.report.assurance import tables
from glasshield.report.assurance.answer import meaning
from glasshield.report.assurance.names import Names
from glasshield.report.assurance.wording import Words
from glasshield.report.blocks import Cell, Column, Table
from glasshield.workspace import Progress, Workspace


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim, and what follows from each of its own sets of assumptions."""

    claim: ClaimRow
    verdicts: tuple[VerdictRow, ...]

    def words(self, names: Names, lang: Language) -> Words:
        """How the things of this claim are called."""
        return Words(
            Document(
                claim=self.claim,
                verdicts=self.verdicts,
                crux=None,
                agreement=len({row.verdict for row in self.verdicts}) == 1,
                program=Program(version=__version__, input_hash=""),
            ),
            names,
            lang,
        )


def listed(
    workspace: Workspace, ids: Sequence[str], progress: Progress | None = None
) -> list[Listed]:
    """The claims with their verdicts.

    Args:
        workspace: the catalogue and the cache.
        ids: of the claims.
        progress: told how far the work is.

    Raises:
        UnknownNameError: a claim that there is not.
        InputError: a claim that makes no sense.
    """
    facts = workspace.catalog
    claims = [facts.claims[id] for id in ids]
    found = []
    for place, claim in enumerate(claims):
        if progress is not None:
            progress(place / len(claims), claim.id)
        measured, _ = decided(claim, World.of(facts))
        found.append(Listed(claim_row(claim, measured), judged(workspace, claim)))
    return found


def table(found: Sequence[Listed], names: Names, lang: Language) -> Table:
    """One row for each claim and side."""
    columns = tuple(
        Column(text(lang, f"assurance.column.{name}"), "right" if name == "margin" else "left")
        for name in ("claim", "who", "verdict", "margin", "interval", "worst")
    )
    rows = []
    for one in found:
        for place, row in enumerate(tables.verdicts(one.words(names, lang)).rows):
            rows.append((Cell(one.claim.id if place == 0 else ""), *row))
    return Table("claims", text(lang, "assurance.table.claims"), columns, tuple(rows))


def markdown(found: Sequence[Listed], names: Names, lang: Language) -> str:
    """All claims as one page in Markdown."""
    parts = [f"# {text(lang, 'assurance.page.title')}", text(lang, "assurance.page.intro")]
    parts.append(_overview([(one, one.words(names, lang)) for one in found], lang))
    for one in found:
        parts += _section(one, one.words(names, lang))
    return "\n\n".join(parts) + "\n"


def _overview(found: Sequence[tuple[Listed, Words]], lang: Language) -> str:
    """Every claim in one row, with who finds what."""
    columns = tuple(
        Column(text(lang, f"assurance.column.{name}")) for name in ("claim", "verdicts")
    )
    rows = tuple(
        (
            Cell(words.both(one.claim.name)),
            Cell("; ".join(
                f"{words.side(row.assumptions)}: **{words.verdict(row.verdict)}**"
                for row in one.verdicts
            )),
        )
        for one, words in found
    )  # fmt: skip
    return _table(Table("overview", "", columns, rows))


def _section(one: Listed, words: Words) -> Iterator[str]:
    claim = one.claim
    yield f"## {words.both(claim.name)}"
    yield words.text(
        "assurance.page.about",
        id=claim.id,
        who="; ".join(words.party(by) for by in claim.by),
        date=claim.date,
    )
    for said in claim.wording:
        sources = "; ".join(words.names.of_kind("source", id, words.lang) for id in said.source)
        who, status = words.party(said.by), words.text(f"status.{said.status}")
        yield f"> {words.both(said.text)}\n> — {who} ({sources}; {status})"
    yield _table(tables.verdicts(words))
    yield meaning(words)
    for comment in claim.comment:
        yield words.both(comment)
    if unanswered := words.unanswered():
        yield words.text("assurance.page.unanswered", sentences="; ".join(unanswered))


def _table(shown: Table) -> str:
    """A table in Markdown."""
    head = [column.title for column in shown.columns]
    rule = ["---:" if column.align == "right" else "---" for column in shown.columns]
    rows = [[cell.text.replace("|", "\\|") for cell in row] for row in shown.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))
