"""What is agreed in an exercise in words: a sentence for each part of its procedure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasshield.exercise.api import wire
from glasshield.exercise.api.saying import Voice
from glasshield.exercise.script import Consult, Keys, Procedure
from glasshield.exercise.wording import Speech
from glasshield.messages import duration, quantity, text

_KM_M: Final = 1e3


def procedures(of: Procedure, voice: Voice) -> tuple[wire.Text, ...]:
    """The sentences in both languages.

    Args:
        of: the exercise.
        voice: how things are called.
    """
    said = {lang: tuple(_said(of, speech)) for lang, speech in voice.speeches.items()}
    return tuple(wire.Text(en=en, ru=ru) for en, ru in zip(said["en"], said["ru"], strict=True))


def _said(of: Procedure, speech: Speech) -> Iterator[str]:
    lang = speech.lang
    yield text(
        lang,
        "exercise.procedure.decision",
        wait=duration(lang, of.decision.wait_s),
        then=_then(of.decision.then, speech),
    )
    yield _consultation(of.consult, speech)
    for party, wait_s in of.consult.wait_for.items():
        wait = duration(lang, wait_s)
        yield text(lang, "exercise.procedure.wait_for", party=speech.name(party), wait=wait)
    yield text(lang, f"exercise.procedure.neighbours.{of.consult.neighbours}")
    for each in of.keys:
        yield _keys(each, speech)


def _consultation(of: Consult, speech: Speech) -> str:
    wait, then = duration(speech.lang, of.wait_s), _then(of.then, speech)
    if of.near_m == 0.0:
        return text(speech.lang, "exercise.procedure.consult_over", wait=wait, then=then)
    near = quantity(speech.lang, of.near_m / _KM_M, "km")
    return text(speech.lang, "exercise.procedure.consult", near=near, wait=wait, then=then)


def _keys(of: Keys, speech: Speech) -> str:
    return text(
        speech.lang,
        "exercise.procedure.keys",
        party=speech.name(of.party),
        cells=speech.named(of.cells),
        needed=of.needed,
        wait=duration(speech.lang, of.wait_s),
    )


def _then(then: str, speech: Speech) -> str:
    return text(speech.lang, f"exercise.procedure.then.{then}")
