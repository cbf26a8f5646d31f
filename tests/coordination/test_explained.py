"""The sentences of a plan and of sectors, in both languages."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from glasshield.coordination.consent import Ground
from glasshield.coordination.explained import duty_sentence, duty_why, patch_sentence
from glasshield.coordination.opportunities import Closed
from glasshield.coordination.procedures import Answer
from glasshield.coordination.responsibility import Consult, Duty, Shot, Standing
from glasshield.coordination.sectors_check import Patch, Trouble
from glasshield.messages import LANGUAGES, Language, has

SHOT = Shot("battery-1", "birch", 312.4, 498.6, "", after_look=False)
ACTING = Duty(
    object="17",
    party="birch",
    share=0.996,
    standing=Standing.OWN,
    acting="birch",
    shots=(SHOT,),
    probability=0.6,
    last_launch_s=420.0,
)
ASKED = Consult("birch", "cedar", Ground.TERRITORY, 380.9, None)
NAMES = {"birch": "Birch", "cedar": "Cedar", "aspen": "Aspen", "battery-1": "the first battery"}


def replaced(**changes: object) -> Duty:
    return replace(ACTING, **changes)  # type: ignore[arg-type]


def test_the_sentence_says_who_why_and_when() -> None:
    assert duty_sentence(ACTING, "en", NAMES) == (
        "Object 17: Birch answers, in whose sector 99 % of the places lie where it may come down, "
        "and acts itself (the first battery); simulated interceptors: 1, first launch at 312 s, "
        "first intercept at 498 s, probability of stopping it 60 %."
    )


def test_a_consent_that_is_open_stands_with_its_deadline() -> None:
    assert "if Cedar agrees, asked at 380 s at the latest" in duty_sentence(
        replaced(consult=(ASKED,)), "en", NAMES
    )


def test_a_consent_that_was_given_is_said_to_be() -> None:
    given = Consult("aspen", "birch", Ground.SECTOR, 300.0, Answer.AGREED)
    duty = replaced(standing=Standing.NEIGHBOUR, acting="aspen", consult=(given,))
    assert "Aspen acts in its place" in duty_sentence(duty, "en", NAMES)
    assert "to which Birch has agreed" in duty_sentence(duty, "en", NAMES)


DUTIES = [
    ACTING,
    replaced(consult=(ASKED,)),
    replaced(consult=(Consult("birch", "cedar", Ground.TERRITORY, 1.0, Answer.AGREED),)),
    replaced(standing=Standing.NEIGHBOUR, acting="aspen", consult=(ASKED,)),
    replaced(
        standing=Standing.NEIGHBOUR,
        consult=(Consult("aspen", "birch", Ground.SECTOR, 1.0, Answer.TIMED_OUT),),
    ),
    Duty("1", "", 0.0, Standing.NOBODYS),
    Duty("1", "", 0.0, Standing.UNKNOWN, reason=Closed.UNDER_POWER),
    Duty("1", "birch", 1.0, Standing.UNWANTED),
    *(Duty("1", "birch", 1.0, Standing.UNMET, reason=reason) for reason in Closed),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty_why(duty)[0])
def test_every_standing_has_one_sentence(duty: Duty, lang: Language) -> None:
    sentence = duty_sentence(duty, lang, NAMES)
    assert sentence.endswith(".")
    assert duty.object in sentence
    assert has(duty_why(duty)[0])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_gap_and_an_overlap_say_where_and_how_large(lang: Language) -> None:
    place = (math.radians(45.1), math.radians(22.0))
    gap = Patch(Trouble.GAP, (), ("europe",), 12_345e6, 0.041, *place, ())
    overlap = Patch(Trouble.OVERLAP, ("birch", "cedar"), (), 12_345e6, 0.041, *place, ())
    said = [patch_sentence(patch, lang, {**NAMES, "europe": "Europe"}) for patch in (gap, overlap)]
    assert "Europe" in said[0]
    assert "Birch" in said[1]
    assert "Cedar" in said[1]
    assert all("45" in sentence and "12\u202f345" in sentence for sentence in said)
