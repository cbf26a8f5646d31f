"""The view document, made from an assessment, judged claims and plans of monitoring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from glasshield.geodata.disclaimer import DISCLAIMER, DISCLAIMER_SHORT
from glasshield.messages import Language
from glasshield.monitoring.document import Plan as MonitoringPlan
from glasshield.report.assurance.names import Names
from glasshield.report.document import Document, read
from glasshield.report.page import subtitle
from glasshield.report.view import assessed, judged, planned
from glasshield.report.view.document import View
from glasshield.report.view.judged import JudgedClaim
from glasshield.report.view.parts import Program, Source, Text
from glasshield.report.wording import Wording

__all__ = ["JudgedClaim", "rendered", "view_of"]


def view_of(
    assessment: Document | Mapping[str, object],
    claims: Sequence[JudgedClaim] = (),
    plans: Sequence[MonitoringPlan] = (),
    names: Names | None = None,
) -> View:
    """What a browser shows.

    Args:
        assessment: read, or in its JSON form.
        claims: judged, with what each can be argued with.
        plans: of monitoring.
        names: of what claims and plans speak of; ids where left out.

    Raises:
        InputError: when the assessment has not the form of `results.json`.
    """
    document = assessment if isinstance(assessment, Document) else read(assessment)
    names = names or Names()
    english, russian = (Wording(document, lang) for lang in ("en", "ru"))
    both = assessed.Both(english, russian)
    program = document.program
    paths = judged.Paths()
    shown = tuple(judged.claim(one, names, paths) for one in claims)
    return View(
        form="glasshield-view/1",
        title=both.text("page.title"),
        subtitle=Text(en=subtitle(english), ru=subtitle(russian)),
        mark="analysis",
        mark_text=both.text("page.mark_full"),
        program=Program(
            name=program.name,
            version=program.version,
            command=program.command,
            input_hash=program.input_hash,
        ),
        names=_names(document, claims, names),
        short=_short(document, both),
        phases=assessed.phases(document, both),
        sensors=assessed.sensors(document),
        batteries=assessed.batteries(document),
        places=assessed.places(document),
        flights=assessed.flights(document),
        timeline=assessed.timeline(document),
        sees=assessed.sees(document),
        meets=assessed.meets(document),
        reaches=assessed.reaches(document),
        defends=assessed.defends(document),
        cells=assessed.cells(document),
        claims=shown,
        claim_paths=tuple(paths.paths),
        arguments=judged.arguments(claims),
        plans=tuple(planned.plan(one) for one in plans),
        assumptions=assessed.assumptions(document),
        sources=(*assessed.sources(document), *_more_sources(document, claims, names)),
        disclaimer=Text(en=DISCLAIMER["en"], ru=DISCLAIMER["ru"]),
        disclaimer_short=Text(en=DISCLAIMER_SHORT["en"], ru=DISCLAIMER_SHORT["ru"]),
    )


def rendered(view: View) -> bytes:
    """The view document as JSON."""
    return msgspec.json.encode(view)


def _names(document: Document, claims: Iterable[JudgedClaim], names: Names) -> dict[str, Text]:
    """The names of everything that the document refers to by id."""
    found = {
        id: Text(en=name.in_language("en"), ru=name.in_language("ru"))
        for id, name in document.names.items()
    }
    for kind, id in judged.records(claims):
        if (kind, id) in names.known:
            found.setdefault(id, _text(names, kind, id))
    return dict(sorted(found.items()))


def _more_sources(
    document: Document, claims: Iterable[JudgedClaim], names: Names
) -> Iterator[Source]:
    """What only claims were read in, in the order in which they name it."""
    known = {source.id for source in document.sources}
    for id in judged.cited(claims):
        if id not in known:
            yield Source(id=id, title=names.of_kind("source", id, "en"), where=names.where(id))


def _text(names: Names, kind: str, id: str) -> Text:
    def said(lang: Language) -> str:
        return names.of_kind(kind, id, lang)

    return Text(en=said("en"), ru=said("ru"))


def _short(document: Document, both: assessed.Both) -> dict[str, Text]:
    """Names where there is little room, where these are others than the whole ones."""
    missiles = {flight.missile for flight in document.flights}
    found = {}
    for id, name in sorted(document.names.items()):
        short = both.of("threat" if id in missiles else "short", id)
        if short != Text(en=name.in_language("en"), ru=name.in_language("ru")):
            found[id] = short
    return found
