"""What the commands about exercises have in common."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from glasshield.cli import output

if TYPE_CHECKING:
    from glasshield.coordination.sectors_check import Patch
    from glasshield.exercise.reading import Exercise
    from glasshield.messages import Language


def odd_sectors(exercise: Exercise) -> tuple[Patch, ...]:
    """What nobody answers for, and what two parties do, of all that is defended."""
    from glasshield.coordination.sectors_check import check_sectors
    from glasshield.exercise.places import area_of, sectors_of

    if not exercise.script.sector:
        return ()
    names = dict.fromkeys(name for one in exercise.parties.values() for name in one.defends)
    areas = [area_of(exercise.regions[name]) for name in names]
    return check_sectors(sectors_of(exercise), areas).patches


def say_odd(exercise: Exercise, odd: tuple[Patch, ...], lang: Language) -> None:
    """Says before the start what is wrong with the sectors."""
    from glasshield.messages import text

    if odd:
        output.say(text(lang, "exercise.check.odd"))
    for line in odd_sentences(exercise, odd, lang):
        output.say(f"  {line}")


def odd_sentences(exercise: Exercise, odd: tuple[Patch, ...], lang: Language) -> list[str]:
    """One sentence for each fault of the sectors."""
    from glasshield.coordination.explained import patch_sentence

    names = {id: one.named(lang) for id, one in exercise.parties.items()}
    return [patch_sentence(patch, lang, names) for patch in odd]


def odd_json(odd: tuple[Patch, ...]) -> list[dict[str, Any]]:
    """Faults of sectors as JSON."""
    import math

    return [
        {
            "trouble": patch.trouble.value,
            "parties": patch.parties,
            "defended": patch.defended,
            "area_km2": round(patch.area_m2 / 1e6, 1),
            "lat_deg": round(math.degrees(patch.lat_rad), 3),
            "lon_deg": round(math.degrees(patch.lon_rad), 3),
        }
        for patch in odd
    ]


def folder_for(id: str) -> Path:
    """A folder for a run where none was named: one that there is not yet."""
    path, number = Path(f"glasshield-{id}"), 2
    while path.exists():
        path, number = Path(f"glasshield-{id}-{number}"), number + 1
    return path
