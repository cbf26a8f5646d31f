"""Which of a viewer's pictures the terminal shows, and what it says of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool
from rich.text import Text

from glasshield import messages
from glasshield.centre.api.wire import Picture, Terms
from glasshield.cli.watching_cells import COARSE_KM, Width, clock, names, parties, seconds
from glasshield.earth.time import Instant
from glasshield.messages import Language, text

# So long it is said that another picture is shown than before.
NOTED_S: Final = 60.0
# So long it is said that a picture began anew after a fault.
FAULT_S: Final = 300.0
# Objects of two pictures that are nearer than this, and than what their terms leave open, are
# taken for one: numbers are of a picture alone.
SAME_M: Final = 30e3

_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """The picture that is shown.

    Attributes:
        number: of the picture.
        before: the number of the one shown before; None for none.
        since: when it took the place of that one; None for none.
        is_gone: whether the one before is no more.
    """

    number: int
    before: int | None = None
    since: Instant | None = None
    is_gone: bool = False


def choice(
    pictures: Mapping[int, Picture], wanted: int | None, before: Choice | None, now: Instant
) -> Choice | None:
    """The picture to show: the one wanted, else the earliest and finest, of most parties.

    Args:
        pictures: by number.
        wanted: its number; None for no wish.
        before: what was shown until now.
        now: the instant of the choice.
    """
    if wanted is not None:
        return Choice(wanted)

    def rank(one: Picture) -> tuple[float, float, int, int]:
        count = len({each.party for each in one.contributors})
        return one.terms.delay_s, one.terms.position_m, -count, one.picture

    best = min(pictures.values(), key=rank, default=None)
    if best is None or before is None:
        return before if best is None else Choice(best.picture)
    if best.picture == before.number:
        return before
    return Choice(best.picture, before.number, now, before.number not in pictures)


def note(chosen: Choice, now: Instant, lang: Language) -> Text | None:
    """What is said while another picture is shown than before; None for nothing."""
    if chosen.since is None or now.since_s(chosen.since) > NOTED_S:
        return None
    key = "centre.watch.instead.gone" if chosen.is_gone else "centre.watch.instead.better"
    told = {"number": str(chosen.number), "before": str(chosen.before)}
    return Text(text(lang, key, time=clock(chosen.since), **told), style="bold yellow")


def faults(pictures: Mapping[int, Picture], now: Instant, lang: Language) -> list[Text]:
    """What is said of pictures that failed: of one that rests, and for a while of one that did."""
    found = []
    for number, one in sorted(pictures.items()):
        if one.failed_at is None:
            continue
        at = Instant.parse(one.failed_at)
        if one.is_down or now.since_s(at) < FAULT_S:
            key = "centre.watch.down" if one.is_down else "centre.watch.failed"
            said = text(lang, key, number=str(number), time=clock(at))
            found.append(Text(said, style="bold red" if one.is_down else "bold yellow"))
    return found


def line(other: Picture, shown: Picture | None, width: Width, lang: Language) -> Text:
    """Another picture in one line, with the objects that are not in the one shown."""
    said = text(lang, "centre.watch.objects", n=len(other.tracks))
    added = added_to(shown, other) if shown else []
    if added:
        named = [f"{other.picture}/{number}" for number in added[:_MOST_NAMED]]
        more = ", …" if len(added) > _MOST_NAMED else ""
        said = text(lang, "centre.watch.added", objects=said, numbers=", ".join(named) + more)
    number, *rest = title(other, width, lang).split(" · ")
    whole = " · ".join((f"{number}: {said}", *rest))
    return Text(whole, style="bold" if added else "dim", no_wrap=True, overflow="ellipsis")


def added_to(shown: Picture, other: Picture) -> list[int]:
    """The numbers of objects of another picture of which the one shown has none at that place."""
    return [
        track.number
        for track, known in zip(other.tracks, _known(shown, other), strict=True)
        if not known
    ]


def _known(shown: Picture, other: Picture) -> Bool[np.ndarray, "n"]:
    """Which objects of another picture are where the one shown has one."""
    if not shown.tracks or not other.tracks:
        return np.zeros(len(other.tracks), dtype=bool)
    here = np.array([one.position_ecef_m for one in shown.tracks])
    there = np.array([one.position_ecef_m for one in other.tracks])
    apart_m = np.linalg.norm(there[:, None] - here[None], axis=2)
    speed_m_s = np.linalg.norm([one.velocity_ecef_m_s for one in shown.tracks], axis=1)
    late_s = abs(other.terms.delay_s - shown.terms.delay_s)
    rounded_m = other.terms.position_m + shown.terms.position_m
    open_m = SAME_M + rounded_m + speed_m_s * late_s
    found: Bool[np.ndarray, "n"] = np.any(apart_m < open_m[None], axis=1)
    return found


def title(picture: Picture, width: Width, lang: Language) -> str:
    """Which picture it is, and under which terms it is released."""
    by = parties if width.is_small else names
    parts = [
        text(lang, "centre.watch.picture", number=str(picture.picture)),
        by(picture.contributors) or "–",
        *_terms(picture.terms, lang),
    ]
    if picture.simulated:
        parts.append(text(lang, "centre.watch.simulated"))
    return " · ".join(parts)


def _terms(terms: Terms, lang: Language) -> list[str]:
    """How late and how coarse a picture is."""
    found = [text(lang, "release.terms.at-once")]
    if terms.delay_s:
        found = [text(lang, "release.terms.delay", delay=seconds(terms.delay_s, lang, 0))]
    if terms.position_m:
        digits = 0 if terms.position_m >= 1e3 * COARSE_KM else 1
        step = messages.quantity(lang, terms.position_m / 1e3, "km", digits)
        found.append(text(lang, "release.terms.position", step=step))
    return found
