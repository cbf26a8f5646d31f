"""The same exercise with one thing changed: a party's data withheld, nothing that fails, a notice.

Every draw belongs to a flight, a sensor or a shot, so that a run with one thing changed shares with
the run as it was all that the change leaves alone. What differs between the two, the change made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from glasshield.exercise import actions
from glasshield.exercise.actions import Action
from glasshield.exercise.script import Script, Seconds
from glasshield.report.exercise.document import Change

FAILURES: Final = frozenset(
    {actions.SENSOR_FAILS, actions.SENSOR_RETURNS, actions.LINK_CUT, actions.LINK_RESTORED}
)
_NOTICES: Final = frozenset({actions.NOTICE})


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is changed.

    Attributes:
        change: what.
        parties: whose data are withheld, beside the change where it is another.
    """

    change: Change = "none"
    parties: tuple[str, ...] = ()


UNCHANGED: Final = Changed()


def changes(script: Script, done: Sequence[Action] = ()) -> tuple[Changed, ...]:
    """The changes that can be made to an exercise, the unchanged one first.

    Args:
        script: of the exercise.
        done: what people did.
    """
    seeing = tuple(dict.fromkeys(one.party for one in script.sensor.values()))
    owners = tuple(id for id in script.party if id in seeing)
    happened = {one.what for one in script.inject} | {one.what for one in _injects(done)}
    found = [UNCHANGED]
    if len(script.party) > 1:
        found += [Changed("withheld", (party,)) for party in owners]
    if len(owners) > 1:
        found.append(Changed("nobody-shares", owners))
    if happened & FAILURES:
        found.append(Changed("nothing-fails"))
        if len(script.party) > 1:
            found += [Changed("nothing-fails", (party,)) for party in owners]
    if script.notice:
        found += [Changed("notice-in-time"), Changed("no-notice")]
    return tuple(found)


def changed_script(script: Script, made: Changed) -> Script:
    """The script of an exercise with one thing changed; data are withheld by the run, not by it."""
    match made.change:
        case "nothing-fails":
            return _without(script, FAILURES)
        case "notice-in-time":
            notices = {
                id: msgspec.structs.replace(one, at_s=Seconds(0.0))
                for id, one in script.notice.items()
            }
            return msgspec.structs.replace(_without(script, _NOTICES), notice=notices)
        case "no-notice":
            return msgspec.structs.replace(_without(script, _NOTICES), notice={})
    return script


def changed_actions(done: Sequence[Action], made: Changed) -> tuple[Action, ...]:
    """What people did, without what the change leaves out."""
    left_out = {
        "nothing-fails": FAILURES,
        "notice-in-time": _NOTICES,
        "no-notice": _NOTICES,
    }.get(made.change, frozenset())
    return tuple(
        one for one in done if not (isinstance(one, actions.Inject) and one.what in left_out)
    )


def _without(script: Script, kinds: frozenset[str]) -> Script:
    """A script without injects of some kinds."""
    left = tuple(one for one in script.inject if one.what not in kinds)
    return msgspec.structs.replace(script, inject=left)


def _injects(done: Iterable[Action]) -> list[actions.Inject]:
    return [one for one in done if isinstance(one, actions.Inject)]
