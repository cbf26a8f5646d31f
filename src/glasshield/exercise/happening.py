"""What happens in a run beside decisions: launches, failures, cut links, notices, what arrives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from jaxtyping import Bool

from glasshield.exercise import actions, records
from glasshield.exercise.actions import Action, Answer, Inject, Say
from glasshield.exercise.cells import withholds
from glasshield.exercise.errors import Refused
from glasshield.exercise.noticing import notice
from glasshield.exercise.pictures import Pictures
from glasshield.exercise.reading import targets
from glasshield.exercise.records import CONTROLLER, Record
from glasshield.exercise.sharing import alone
from glasshield.exercise.tasks import Tasks
from glasshield.exercise.world import Stage, World, merged
from glasshield.sensing.detections import Detections

SCRIPT: Final = "script"


class Happening:
    """Carries out what the script and people make happen, and gives pictures what arrives.

    Attributes:
        alone: the parties that plan for themselves now, beside the centre.
        answers: of people, that came with the last step.
        cut: the parties whose link is cut now.
    """

    __slots__ = ("_at", "_detections", "_fails_s", "_notices", "_owner", "_owners", "_parties",
                 "_pictures", "_script", "_sent", "_stage", "_tasks", "_withheld",
                 "_withholding", "_world", "alone", "answers", "cut")  # fmt: skip

    def __init__(
        self,
        stage: Stage,
        world: World,
        pictures: Pictures,
        tasks: Tasks,
        withheld: frozenset[str],
    ) -> None:
        """Nothing has happened; what flies from the beginning is launched.

        Args:
            stage: of the exercise.
            world: of the run.
            pictures: that are given what arrives.
            tasks: of sensors that have few looks.
            withheld: parties whose data nobody else is given, whatever happens.
        """
        self._stage, self._world, self._pictures = stage, world, pictures
        self._tasks = tasks
        self._script = stage.exercise.script
        self._parties = tuple(self._script.party)
        self._owners = np.array([self._parties.index(party) for party in stage.parties], dtype=int)
        self._withheld = frozenset(withheld)
        self._withholding: frozenset[str] = frozenset()
        self.cut: frozenset[str] = frozenset()
        self.alone: frozenset[str] = frozenset()
        self._fails_s: dict[int, list[tuple[float, float]]] = {}
        self._notices: set[str] = set()
        self._at = 0
        self.answers: list[Answer] = []
        parts = [world.false_alarms()]
        for name, one in self._script.flights.items():
            if not one.reserve:
                parts.append(world.launched(name, one.start_s))
        self._put_detections(parts)
        self._sent = 0
        self._put_rules(0)

    # What people and the script do.

    def until(self, second: int, done: Iterable[Action]) -> list[Record]:
        """What happens up to a second; then pictures have all that arrives by then.

        Args:
            second: now.
            done: by people, since the step before.

        """
        self.answers = []
        found: list[Record] = []
        rules_before = (self._withholding, self.cut)
        for name, one in self._script.notice.items():
            if one.at_s is not None and name not in self._notices and one.at_s <= second:
                found.append(self._inject(actions.NOTICE, name, SCRIPT, second))
        for each in self._script.inject:
            is_first = self._at == 0 and float(each.at_s) == 0.0
            if self._at < each.at_s <= second or is_first:
                found += [self._inject(each.what, each.name, SCRIPT, second)]
        for action in done:
            if self._can(action):
                found += self._do(action, second)
        found += self._scripted(second)
        if rules_before != (self._withholding, self.cut):
            self._put_rules(second)
        self._arrive(second)
        self._at = second
        return found

    def _can(self, action: Action) -> bool:
        """Whether somebody can do what he did; what he cannot has no effect."""
        try:
            self.check(action, action.second - 1, is_over=False)
        except Refused:
            return False
        return True

    def _do(self, action: Action, second: int) -> list[Record]:
        if isinstance(action, Answer):
            self.answers.append(action)
            return []
        if isinstance(action, Say):
            to = self._hear(action.cell)
            return [records.Remark(second=second, to=to, cell=action.cell, text=action.text)]
        return [self._inject(action.what, action.name, action.cell, second)]

    def _hear(self, cell: str) -> tuple[str, ...]:
        """Who reads the words of a cell: all, but across a cut link; the controller's reach all."""
        if cell == CONTROLLER or not self.cut:
            return ()
        cells = {id: each.party for id, each in self._script.cell.items()}
        own = cells[cell]
        heard = (id for id, party in cells.items() if own == party or not {own, party} & self.cut)
        return (CONTROLLER, *heard)

    def _scripted(self, second: int) -> list[Record]:
        """Parties whose scripted cells begin or end to withhold."""
        found: list[Record] = []
        for id, cell in self._script.cell.items():
            if not cell.withholds:
                continue
            before, now = withholds(cell, self._at), withholds(cell, second)
            if (self._at == 0 and now) or (now and not before):
                if cell.party not in self._withholding:
                    found.append(self._inject(actions.WITHHOLDS, cell.party, id, second))
            elif before and not now:
                found.append(self._inject(actions.RELEASES, cell.party, id, second))
        return found

    def check(self, action: Action, second: int, *, is_over: bool) -> None:
        """Refuses what cannot be done.

        Raises:
            Refused: why.
        """
        if is_over:
            raise Refused("over", "the exercise is over", do="branch from a moment before its end")
        if action.second <= second:
            raise Refused(
                "late",
                f"second {action.second} is over, the exercise is at second {second}",
                do="act at a later second, or branch from an earlier one",
            )
        if action.cell != CONTROLLER and action.cell not in self._script.cell:
            raise Refused("unknown", f"there is no cell {action.cell!r}",
                          do=f"cells are {', '.join(self._script.cell)}")  # fmt: skip
        if isinstance(action, Inject):
            self._check_inject(action)

    def _check_inject(self, action: Inject) -> None:
        kind, known = targets(self._script, action.what)
        name = _bare(action.name)
        if name not in known:
            raise Refused(
                "unknown",
                f"there is no {kind} {action.name!r}",
                do=f"there is {', '.join(known)}" if known else f"this exercise has no {kind}",
            )
        if action.cell == CONTROLLER:
            return
        party = self._script.cell[action.cell].party
        is_own = action.what in (actions.WITHHOLDS, actions.RELEASES) and name == party
        is_own |= action.what == actions.NOTICE and self._script.notice[name].party == party
        if not is_own:
            raise Refused("not-yours", f"this is not for {action.cell} to do",
                          do="ask the controller")  # fmt: skip

    def _inject(self, what: actions.What, name: str, by: str, second: int) -> Record:
        """Makes something happen."""
        name = _bare(name)
        to: tuple[str, ...] = (CONTROLLER,)
        if what == actions.LAUNCH:
            self._launch(name, second)
        elif what == actions.NOTICE:
            self._give_notice(name, second)
            to = ()
        elif what in (actions.SENSOR_FAILS, actions.SENSOR_RETURNS):
            self._fail(name, second, fails=what == actions.SENSOR_FAILS)
            to += self._stage.exercise.cells_of(self._script.sensor[name].party)
        else:
            self._share(what, name)
            to += self._stage.exercise.cells_of(name)
        return records.Injected(second=second, to=to, what=what, name=name, by=by)

    def _launch(self, name: str, second: int) -> None:
        if name in self._world.start_s:
            return
        rest = self._detections.take(slice(self._sent, None))
        self._put_detections([rest, self._world.launched(name, float(second))])

    def _give_notice(self, name: str, second: int) -> None:
        self._notices.add(name)
        at = self._stage.exercise.epoch.plus_s(second)
        self._pictures.put_notice(notice(name, self._stage, at), at)

    def _fail(self, name: str, second: int, *, fails: bool) -> None:
        number = list(self._script.sensor).index(name)
        spans = self._fails_s.setdefault(number, [])
        if fails and (not spans or spans[-1][1] < np.inf):
            spans.append((float(second), np.inf))
        elif not fails and spans and spans[-1][1] == np.inf:
            spans[-1] = (spans[-1][0], float(second))

    def _share(self, what: actions.What, party: str) -> None:
        if what == actions.WITHHOLDS:
            self._withholding |= {party}
        elif what == actions.RELEASES:
            self._withholding -= {party}
        elif what == actions.LINK_CUT:
            self.cut |= {party}
        else:
            self.cut -= {party}

    def _put_rules(self, second: int) -> None:
        at = self._stage.exercise.epoch.plus_s(second)
        withheld = self._withheld | self._withholding
        self._pictures.put_rules(self._parties, withheld, self.cut, at)
        self.alone = alone(self._stage.exercise, self._pictures.rules)

    # What arrives.

    def _put_detections(self, parts: Sequence[Detections]) -> None:
        """Takes up all that sensors will report; what has arrived by now has been given."""
        self._detections = merged(parts)
        self._owner = self._owners[self._detections.station_index]
        self._sent = int(np.searchsorted(self._detections.arrival_s, self._at, side="right"))

    def _arrive(self, second: int) -> None:
        """Gives pictures what arrives by a second."""
        first = self._sent
        self._sent = int(np.searchsorted(self._detections.arrival_s, second, side="right"))
        rows = first + np.flatnonzero(self._is_seen(slice(first, self._sent)))
        if self._tasks:
            few = self._detections.take(rows)
            rows = rows[self._tasks.looked_at(few, self._world.names)]
        at = self._stage.exercise.epoch.plus_s(second)
        owner = self._owner[rows]
        for number, party in enumerate(self._parties):
            its = rows[owner == number]
            if len(its):
                self._pictures.take(party, self._detections.take(its), at)

    def _is_seen(self, rows: slice) -> Bool[np.ndarray, "n"]:
        """Which detections there are, after failures of sensors and ends of flights."""
        time_s = self._detections.time_s[rows]
        station, truth = self._detections.station_index[rows], self._detections.truth[rows]
        seen = np.ones(len(time_s), dtype=bool)
        for number, spans in self._fails_s.items():
            for begin_s, end_s in spans:
                silent = (time_s >= begin_s) & (time_s < end_s)
                seen &= ~(silent & (station == number))
        if self._world.ended_s:
            names = self._world.names
            ended_s = np.array([self._world.ended_s.get(name, np.inf) for name in (*names, "")])
            # What is no flight's goes by the last place, which never ends.
            seen &= time_s <= ended_s[np.where(truth >= 0, truth, len(names))]
        return seen


def _bare(name: str) -> str:
    """The name of a sensor without its party's."""
    return name.rpartition("/")[2]


def sensors_of(stage: Stage) -> Sequence[str]:
    """The sensors of an exercise as `party/sensor`."""
    return [f"{each.station.party}/{each.station.id}" for each in stage.observers]
