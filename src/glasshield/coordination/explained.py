"""One sentence for each object of a responsibility plan and for each fault of sectors."""

from __future__ import annotations

from collections.abc import Mapping

from glasshield.coordination.responsibility import Duty
from glasshield.coordination.sectors_check import Patch
from glasshield.messages import Language


def duty_sentence(duty: Duty, lang: Language, names: Mapping[str, str] | None = None) -> str:
    """What the plan says of an object, in one sentence.

    Args:
        duty: of the plan.
        lang: `en` or `ru`.
        names: of parties and batteries in that language, by their ids.
    """
    raise NotImplementedError


def patch_sentence(patch: Patch, lang: Language, names: Mapping[str, str] | None = None) -> str:
    """What is wrong with a part of the Earth, in one sentence.

    Args:
        patch: a gap or an overlap.
        lang: `en` or `ru`.
        names: of parties and areas in that language, by their ids.
    """
    raise NotImplementedError
