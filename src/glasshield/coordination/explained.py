"""One sentence for each object of a responsibility plan and for each fault of sectors."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from glasshield.coordination.procedures import Answer
from glasshield.coordination.responsibility import Consult, Duty, Standing
from glasshield.coordination.sectors_check import Patch, Trouble
from glasshield.messages import Language, coordinates, number, text

Value = str | int | float
_WHY: Final = "responsibility.why"
_M2_A_KM2: Final = 1e6
_AND: Final = {"en": " and ", "ru": " и "}


def duty_sentence(duty: Duty, lang: Language, names: Mapping[str, str] | None = None) -> str:
    """What the plan says of an object, in one sentence.

    Args:
        duty: of the plan.
        lang: `en` or `ru`.
        names: of objects, parties and batteries in that language, by their ids.
    """
    key, values = duty_why(duty, names)
    return text(lang, key, **values)


def duty_why(duty: Duty, names: Mapping[str, str] | None = None) -> tuple[str, dict[str, Value]]:
    """The key of that sentence in the messages, and what stands in it: the same in all languages.

    Args:
        duty: of the plan.
        names: of objects, parties and batteries, by their ids; what has none keeps its id.
    """
    named = names or {}
    values: dict[str, Value] = {"object": named.get(duty.object, duty.object)}
    if duty.standing in (Standing.NOBODYS, Standing.UNKNOWN):
        return f"{_WHY}.{duty.standing}", values
    values["party"] = named.get(duty.party, duty.party)
    if duty.standing is Standing.UNWANTED:
        return f"{_WHY}.{duty.standing}", values
    if duty.reason is not None:
        return f"{_WHY}.unmet.{duty.reason}", values
    values |= {
        "share": _percent(duty.share),
        "battery": _listed((shot.shooter for shot in duty.shots), named),
        "n": len(duty.shots),
        "launch": math.floor(duty.shots[0].launch_s),
        "meet": math.floor(min(shot.meet_s for shot in duty.shots)),
        "probability": _percent(duty.probability),
    }
    if duty.standing is Standing.NEIGHBOUR:
        values["acting"] = named.get(duty.acting, duty.acting)
    return _with_consent(f"{_WHY}.{duty.standing}", values, duty.consult, named)


def _with_consent(
    key: str, values: dict[str, Value], consult: Sequence[Consult], named: Mapping[str, str]
) -> tuple[str, dict[str, Value]]:
    """The sentence with who has to agree, or has agreed."""
    if not consult:
        return key, values
    open_ = [each for each in consult if each.answer in (None, Answer.OPEN)]
    values["asked"] = _listed((each.party for each in open_ or consult), named)
    if not open_:
        return f"{key}_agreed", values
    values["ask_by"] = math.floor(min(each.ask_by_s for each in open_))
    return f"{key}_asks", values


def patch_sentence(patch: Patch, lang: Language, names: Mapping[str, str] | None = None) -> str:
    """What is wrong with a part of the Earth, in one sentence.

    Args:
        patch: a gap or an overlap.
        lang: `en` or `ru`.
        names: of parties and areas in that language, by their ids.
    """
    named = names or {}
    place = coordinates(lang, math.degrees(patch.lat_rad), math.degrees(patch.lon_rad))
    values = {
        "area": number(lang, patch.area_m2 / _M2_A_KM2),
        "share": number(lang, 100.0 * patch.share, 1),
        "place": place,
    }
    if patch.trouble is Trouble.GAP:
        values["regions"] = _listed(patch.defended, named)
    else:
        values["parties"] = _listed(patch.parties, named, _AND[lang])
    return text(lang, f"responsibility.sectors.{patch.trouble}", **values)


def _listed(ids: Iterable[str], named: Mapping[str, str], between: str = ", ") -> str:
    """Names of things, each once."""
    return between.join(dict.fromkeys(named.get(id, id) for id in ids))


def _percent(share: float) -> int:
    """Whole per cent; what is not quite none or all never reads as if it were."""
    whole = round(100.0 * share)
    return min(max(whole, 1), 99) if 0.0 < share < 1.0 else whole
