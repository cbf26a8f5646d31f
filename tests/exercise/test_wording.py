from __future__ import annotations

import re
from typing import get_args

import msgspec
import pytest

from glasshield.exercise import records
from glasshield.exercise.actions import What
from glasshield.exercise.api.saying import names
from glasshield.exercise.wording import Speech, sentence
from glasshield.messages import LANGUAGES, Language
from tests.exercise import small
from tests.exercise.told import ONE_OF_EACH

NAMES: dict[Language, dict[str, str]] = {
    "en": {"birch": "Birch", "birch-cell": "Birch’s cell"},
    "ru": {"birch": "Берёза", "birch-cell": "группа Берёзы"},
}


def test_the_examples_are_of_every_kind() -> None:
    assert {type(each) for each in ONE_OF_EACH} == set(get_args(records.Record))
    injected = records.of(ONE_OF_EACH, records.Injected)
    assert {each.what for each in injected} == set(get_args(What))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("record", ONE_OF_EACH, ids=lambda each: type(each).__name__)
def test_every_record_is_one_sentence_in_every_language(
    record: records.Record, lang: Language
) -> None:
    said = sentence(record, Speech(lang, NAMES[lang]))
    assert re.search(r"[.”»]$", said)
    assert "{" not in said
    assert re.search("[А-Яа-я]", said) if lang == "ru" else not re.search("[А-Яа-я]", said)


def test_what_is_simulated_is_said_to_be() -> None:
    speech = Speech("en")
    for record in ONE_OF_EACH:
        if isinstance(record, records.Engaged | records.Outcome | records.Decided):
            said = sentence(record, speech).lower()
            assert "simulat" in said or "not engaged" in said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whose_object_it_is_is_said(lang: Language) -> None:
    speech = Speech(lang, NAMES[lang])
    for record in ONE_OF_EACH:
        if "viewer" in record.__struct_fields__ and "proposal" in record.__struct_fields__:
            whose = {"viewer", "party", "by"} & set(record.__struct_fields__)
            own = msgspec.structs.replace(record, **dict.fromkeys(whose, "birch"))
            word = {"en": ("centre", "own picture"), "ru": ("центра", "собственной карты")}[lang]
            assert word[0] in sentence(record, speech)
            assert word[0] not in sentence(own, speech)
            assert word[1] in sentence(own, speech) or "своей карты" in sentence(own, speech)


def test_a_sensor_is_called_by_the_name_of_its_party() -> None:
    failed = records.Injected(second=1, what="sensor-fails", name="birch/east")
    assert sentence(failed, Speech("ru", NAMES["ru"])) == "Датчик Берёза/east вышел из строя."


def test_the_words_of_a_cell_are_quoted() -> None:
    answered = records.of(ONE_OF_EACH, records.Answered)[1]
    said = sentence(answered, Speech("en", NAMES["en"]))
    assert said == (
        "Birch’s cell says no to request 2, 8\u00a0s after it was asked. Its words: “No.”"
    )


@pytest.mark.parametrize(("lang", "name"), [("en", "Aspen"), ("ru", "Осина")])
def test_a_region_is_called_by_the_party_that_answers_for_it(lang: Language, name: str) -> None:
    came = next(one for one in records.of(ONE_OF_EACH, records.CameDown) if one.end == "impact")
    there = msgspec.structs.replace(came, region="aspen-land")
    said = sentence(there, Speech(lang, names(small.exercise().script, lang)))
    assert said.endswith(f": {name}.")


def test_a_cell_is_not_told_what_a_flight_really_is() -> None:
    known = records.of(ONE_OF_EACH, records.Known)[0]
    mine = records.for_cell(msgspec.structs.replace(known, to=("aspen-cell",)), "aspen-cell")
    assert mine is not None
    assert "first" not in sentence(mine, Speech("en"))
