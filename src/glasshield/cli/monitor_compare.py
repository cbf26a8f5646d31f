"""`glasshield monitor compare`: two evaluations of one test, each by one side alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from glasshield.cli import options, output

if TYPE_CHECKING:
    from glasshield.exchange.evaluations import Brought
    from glasshield.messages import Language
    from glasshield.monitoring.document import Comparison
    from glasshield.report.monitoring.wording import Words


def command(
    first: Annotated[
        Path,
        typer.Argument(metavar="FIRST", help="A signed statement, or what evaluate --out wrote."),
    ],
    second: Annotated[Path, typer.Argument(metavar="SECOND", help="The other side's.")],
    key: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="A party's .pub, which must have signed; may be given again."
        ),
    ] = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Compare what two sides measured, and name the radar error that would explain a difference.

    Example: glasshield monitor compare ours/statement.json theirs/statement.json
    """
    language = options.language(lang)
    from glasshield.exchange.evaluations import check_signers, read_evaluation, sides_of
    from glasshield.exchange.keys import read_public
    from glasshield.monitoring.comparing import compare

    brought = read_evaluation(first), read_evaluation(second)
    check_signers(brought, [read_public(path) for path in key or ()])
    sides = sides_of(*brought)
    found = compare(brought[0].evaluation, brought[1].evaluation, sides)
    if json:
        output.print_json(_answer(found, brought))
    else:
        _print(found, brought, language)


def _answer(found: Comparison, brought: Sequence[Brought]) -> dict[str, Any]:
    """The comparison as JSON, with what was compared and who signed it."""
    from msgspec import to_builtins

    compared: dict[str, Any] = to_builtins(found)
    return compared | {
        "simulated": _is_simulated(brought),
        "shared_stations": list(_shared(brought)),
        "evaluations": [
            {
                "file": str(one.file),
                "side": side,
                "signed_by": list(one.signers),
                "content_sha256": one.statement.content_sha256 if one.statement else None,
            }
            for one, side in zip(brought, found.sides, strict=True)
        ],
    }


def _is_simulated(brought: Sequence[Brought]) -> bool:
    return any(one.evaluation.simulated for one in brought)


def _shared(brought: Sequence[Brought]) -> tuple[str, ...]:
    from glasshield.monitoring.comparing import shared_stations

    return shared_stations(brought[0].evaluation, brought[1].evaluation)


def _print(found: Comparison, brought: Sequence[Brought], lang: Language) -> None:
    """Prints whether the sides agree, every figure, and what would explain a difference."""
    from glasshield.catalog import load
    from glasshield.cli import signing
    from glasshield.messages import text
    from glasshield.report.assurance.names import Names
    from glasshield.report.monitoring import tables
    from glasshield.report.monitoring.wording import Words

    words = Words(Names.of(load()), lang)
    if _is_simulated(brought):
        made_up = "both" if all(one.evaluation.simulated for one in brought) else "one"
        output.print_lines(text(lang, f"compare.simulated_{made_up}"), "")
    name = words.both(brought[0].evaluation.test.name)
    first, second = (words.party(side) for side in found.sides)
    title = text(lang, "compare.title", test=name, first=first, second=second)
    output.print_lines(signing.printable(title), "")
    for sentence in _sentences(found, words):
        output.print_lines(signing.printable(sentence))
    signing.print_report_table(tables.differences(words, found))
    if found.explanations:
        signing.print_report_table(tables.explanations(words, found))
    opened = words.moment(brought[0].evaluation.test.windows[0][0])
    output.say(text(lang, "compare.clock", moment=opened))
    if shared := _shared(brought):
        output.say(signing.printable(text(lang, "compare.shared", stations=", ".join(shared))))
    for one in brought:
        kind = "signed" if one.signers else "unsigned"
        said = {"file": str(one.file)} | (
            {"parties": ", ".join(one.signers)} if one.signers else {}
        )
        output.say(signing.printable(text(lang, f"compare.{kind}", **said)))


def _sentences(found: Comparison, words: Words) -> list[str]:
    """Whether the sides agree, and the likeliest single cause if not."""
    from glasshield.messages import number
    from glasshield.monitoring.comparing import MOST_DEVIATIONS
    from glasshield.report.monitoring import tables

    apart = [figure for figure in found.figures if not figure.agree]
    if not apart:
        return [words.text("compare.agree")]
    named = ", ".join(_lower(tables.figure_name(words, figure.figure)) for figure in apart)
    kind = "chance" if found.agree else "differ"
    said = [words.text(f"compare.{kind}", figures=named, count=len(found.figures))]
    if not found.explanations:
        most = number(words.lang, MOST_DEVIATIONS)
        return said if found.agree else [*said, words.text("compare.unexplained", most=most)]
    best = found.explanations[0]
    scale, unit = tables.bias_scale(best.unit)
    cause = words.text(
        "compare.explained",
        needed=tables.needed(words, scale * best.needed, unit),
        kind=words.bias(best.kind),
        station=best.station,
        side=words.party(best.side),
        sigmas=number(words.lang, best.stated_sigmas, 1),
    )
    return [*said, cause]


def _lower(name: str) -> str:
    """A name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]
