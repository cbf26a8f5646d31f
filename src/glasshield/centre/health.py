"""How a centre does, in words that tell nothing of what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

import msgspec

from glasshield.exchange.log.entries import Mode

GOOD: Final = "good"
# Of these words a part is not as it should be, but the centre takes data and gives pictures.
_DEGRADED: Final = frozenset(
    {
        "stepped-back",
        "jumped-ahead",
        "log-ahead",
        "behind",
        "faulty",
        "resuming",
        "unreadable",
        "away",
        "busy",
        "flooded",
        "unsealed",
        "refused",
    }
)

State = Literal["good", "degraded", "failing"]
Part = Callable[[], str]


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a centre and of its parts.

    Attributes:
        state: `good`; `degraded` where a part is not as it should be; `failing` where nothing is
            taken or no picture is made.
        mode: of the centre.
        parts: a word for each part: `good`, or what is wrong.
        left_out: how many detections and states of tracks of each party were taken and went into
            no picture since the start; only where any did.
    """

    state: State
    mode: Mode
    parts: dict[str, str]
    left_out: dict[str, int] = {}


def health_of(
    mode: Mode, parts: Mapping[str, Part], left_out: Mapping[str, int] | None = None
) -> Health:
    """The health of a centre.

    Args:
        mode: of the centre.
        parts: each says how it does when it is asked.
        left_out: by party, how much of what was taken went into no picture.
    """
    words = {name: ask() for name, ask in parts.items()}
    return Health(state=_state(words), mode=mode, parts=words, left_out=dict(left_out or {}))


def _state(words: Mapping[str, str]) -> State:
    found = set(words.values()) - {GOOD}
    # A source that is away takes nothing of what the others bring.
    broken = {name for name, word in words.items() if word not in _DEGRADED and word != GOOD}
    if broken or words.get("store") in ("away", "busy"):
        return "failing"
    return "degraded" if found else "good"
