"""How a signed review of an exercise is shown: which run, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glasshield.cli import output, signing

if TYPE_CHECKING:
    from glasshield.exchange.exercised import Reviewed
    from glasshield.messages import Language


def answer(content: Reviewed) -> dict[str, Any]:
    """What a review states, as JSON, without the exercise file and what people did."""
    result = content.result
    return {
        "mark": result["mark"],
        "exercise": result["exercise"]["id"],
        "name": result["exercise"]["name"],
        "exercise_sha256": result["exercise"]["sha256"],
        "run": result["run"],
        "figures": result["figures"],
        "seeds": content.inputs.seeds,
        "many": result["many"],
    }


def print_stated(content: Reviewed, digest: str, lang: Language) -> None:
    """Prints what a review states.

    Args:
        content: of the statement.
        digest: of the content.
        lang: the language of the texts.
    """
    import msgspec

    from glasshield.messages import text
    from glasshield.report.blocks import plain
    from glasshield.report.exercise import findings, tables
    from glasshield.report.exercise.document import Review
    from glasshield.report.exercise.wording import Words

    review = msgspec.convert(content.result, Review)
    words = Words(review, lang)
    name = signing.printable(words.both(review.exercise.name))
    output.print_lines(
        text(lang, "review.mark"),
        text(lang, "review.stated", name=name, seed=str(review.run.seed), root=review.run.root),
        text(lang, "statement.digest", digest=digest),
        "",
        *(signing.printable(plain(one)) for one in findings.summary(words)),
        "",
    )
    signing.print_report_table(tables.side_by_side(words))
