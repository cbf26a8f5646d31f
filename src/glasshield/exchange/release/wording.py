"""Explanations and findings in words, in English and Russian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glasshield import messages
from glasshield.exchange.release.check import Finding
from glasshield.exchange.release.explain import Answer, Object, Shown, Sight, Withheld, rule_names
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Kind, Terms
from glasshield.messages import Language, text


def finding_words(finding: Finding, lang: Language) -> str:
    """A finding as one reads it: file and line, and what is odd there."""
    said = text(lang, f"release.check.{finding.code}", name=finding.name, about=finding.about)
    return f"{finding.where}: {said}"


def explanation(
    answers: Sequence[Answer], seen: Object, viewer: str, lang: Language
) -> tuple[str, ...]:
    """What a viewer would see of an object, and why, line by line.

    Args:
        answers: of `explain`.
        seen: the object.
        viewer: the party.
        lang: `en` or `ru`.
    """
    head = text(
        lang,
        "release.head",
        viewer=viewer,
        mode=text(lang, f"release.mode.{seen.mode}"),
        object_class=text(lang, f"release.class.{seen.object_class}"),
    )
    return (head, *(line for answer in answers for line in _lines(answer, viewer, lang)))


def terms_words(terms: Terms, kind: Kind, lang: Language) -> str:
    """Terms in words, such as `60 s after arrival, positions to 1 km, sensors not named`."""
    return ", ".join(_terms(terms, kind, lang))


def _lines(answer: Answer, viewer: str, lang: Language) -> Iterator[str]:
    kind = text(lang, f"release.kind.{answer.kind}")
    if not answer.shown:
        yield text(lang, "release.nothing", kind=kind)
    for shown in answer.shown:
        yield text(
            lang,
            "release.shown",
            kind=kind,
            sensors=", ".join(_sensor(sight, lang) for sight in shown.sights),
            terms=terms_words(shown.terms, answer.kind, lang),
            why=_by(shown, viewer, lang),
        )
    for withheld in answer.withheld:
        yield "  " + text(
            lang,
            "release.withheld",
            sensor=_sensor(withheld.sight, lang),
            reason=_why_not(withheld, viewer, lang),
        )


def _by(shown: Shown, viewer: str, lang: Language) -> str:
    rules = ", ".join(rule_names(shown.rules))
    if not any(sight.owner == viewer for sight in shown.sights):
        return text(lang, "release.by-rules", rules=rules)
    return text(lang, "release.own-and-rules", rules=rules) if rules else text(lang, "release.own")


def _sensor(sight: Sight, lang: Language) -> str:
    return text(lang, "release.sensor", sensor=sight.sensor, owner=sight.owner)


def _why_not(withheld: Withheld, viewer: str, lang: Language) -> str:
    rule = withheld.rule
    if rule is None:
        return text(lang, "release.why.no-rule", owner=withheld.sight.owner, viewer=viewer)
    region = rule.source.region
    wanted = {
        "other-mode": text(lang, f"release.mode.{rule.mode}"),
        "no-place": region.name if region else "",
        "other-region": region.name if region else "",
        "other-class": _classes(rule.terms, lang),
    }
    params = {"rule": "".join(rule_names([rule]))}
    if withheld.reason in wanted:
        params["wanted"] = wanted[withheld.reason]
    return text(lang, f"release.why.{withheld.reason}", **params)


def _terms(terms: Terms, kind: Kind, lang: Language) -> Iterator[str]:
    if terms.delay_s:
        yield text(lang, "release.terms.delay", delay=_quantity(lang, terms.delay_s, "s"))
    else:
        yield text(lang, "release.terms.at-once")
    if terms.is_exact:
        yield text(lang, "release.terms.exact")
    if terms.position_m:
        yield text(lang, "release.terms.position", step=_length(lang, terms.position_m))
    if terms.velocity_m_s:
        step = _quantity(lang, terms.velocity_m_s, "m/s")
        yield text(lang, "release.terms.velocity", step=step)
    if terms.time_s:
        yield text(lang, "release.terms.time", step=_quantity(lang, terms.time_s, "s"))
    if terms.covariance_factor != 1.0:
        yield text(lang, "release.terms.factor", factor=terms.covariance_factor)
    if terms.classes is not None:
        yield text(lang, "release.terms.classes", classes=_classes(terms, lang))
    if terms.events is not None and kind is Kind.EVENTS:
        names = [text(lang, f"release.event.{each}") for each in EventKind if each in terms.events]
        yield text(lang, "release.terms.events", events=", ".join(names))
    if not terms.names_sensors:
        yield text(lang, "release.terms.unnamed")


def _classes(terms: Terms, lang: Language) -> str:
    chosen = CLASS_NAMES if terms.classes is None else terms.classes
    return ", ".join(text(lang, f"release.class.{name}") for name in CLASS_NAMES if name in chosen)


def _length(lang: Language, length_m: float) -> str:
    if length_m >= 1e3:
        return _quantity(lang, length_m / 1e3, "km")
    return _quantity(lang, length_m, "m")


def _quantity(lang: Language, value: float, unit: str) -> str:
    """The number in as many decimals as it has, up to three."""
    decimals = next((d for d in range(3) if round(value, d) == value), 3)
    return messages.quantity(lang, value, unit, decimals)
