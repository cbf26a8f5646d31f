"""The view document of a plan of monitoring alone: no shield stands in it, nothing flies yet."""

from __future__ import annotations

from typing import Final, TypeVar

from glasshield.geodata.disclaimer import DISCLAIMER, DISCLAIMER_SHORT
from glasshield.messages import LANGUAGES, Language
from glasshield.monitoring.document import Plan
from glasshield.report.assurance.names import Names
from glasshield.report.monitoring.wording import Words
from glasshield.report.view import planned
from glasshield.report.view.document import Cells, Defends, Meets, Reaches, Sees, View
from glasshield.report.view.parts import Program, Source, Text

Columns = TypeVar("Columns", Sees, Meets, Reaches, Defends)
NO_CELLS: Final = Cells(cell_km=0.0, bands=(), layers=())


def view_of_plan(plan: Plan, names: Names, command: str = "") -> View:
    """What a browser shows of where to stand to watch a test.

    Args:
        plan: what could be learned where.
        names: of what it speaks of.
        command: that made it.
    """
    both = {lang: Words(names, lang) for lang in LANGUAGES}
    begin, end = plan.test.windows[0]

    def said(key: str) -> Text:
        texts = {
            lang: words.text(
                key,
                test=words.both(plan.test.name),
                host=words.party(plan.test.host),
                begin=words.moment(begin),
                end=words.moment(end),
            )
            for lang, words in both.items()
        }
        return Text(en=texts["en"], ru=texts["ru"])

    return View(
        form="glasshield-view/1",
        title=said("monitoring.plan.title"),
        subtitle=said("monitoring.plan.subtitle"),
        mark="analysis",
        mark_text=said("monitoring.mark_full.plan"),
        program=Program(
            name=plan.program.name,
            version=plan.program.version,
            command=command,
            input_hash=plan.program.input_hash,
        ),
        names=_names(plan, both),
        short={},
        phases=(),
        sensors=(),
        batteries=(),
        places=(),
        flights=(),
        timeline=None,
        sees=columns(Sees),
        meets=columns(Meets),
        reaches=columns(Reaches),
        defends=columns(Defends),
        cells=NO_CELLS,
        claims=(),
        claim_paths=(),
        arguments=(),
        plans=(planned.plan(plan),),
        assumptions=(),
        sources=tuple(_source(id, names) for id in _cited(plan)),
        disclaimer=Text(en=DISCLAIMER["en"], ru=DISCLAIMER["ru"]),
        disclaimer_short=Text(en=DISCLAIMER_SHORT["en"], ru=DISCLAIMER_SHORT["ru"]),
    )


def columns(kind: type[Columns]) -> Columns:
    """Columns in which nothing stands."""
    return kind(**dict.fromkeys(kind.__struct_fields__, ()))


def _names(plan: Plan, both: dict[Language, Words]) -> dict[str, Text]:
    found = {plan.test.host: {lang: words.party(plan.test.host) for lang, words in both.items()}}
    for path in plan.paths:
        found[path.id] = {lang: words.named("flight", path.id) for lang, words in both.items()}
    return {id: Text(en=name["en"], ru=name["ru"]) for id, name in sorted(found.items())}


def _cited(plan: Plan) -> list[str]:
    """The sources of what is said of the vehicle, each once."""
    cited = (*plan.test.declared.source, *plan.test.rival.source)
    return [id for id in dict.fromkeys(cited) if id != "glasshield"]


def _source(id: str, names: Names) -> Source:
    return Source(id=id, title=names.of_kind("source", id, "en"), where=names.where(id))
