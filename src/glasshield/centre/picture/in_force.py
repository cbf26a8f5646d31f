"""What is in force: stations, rules, viewers, notices; and what will be from some tick on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from glasshield.centre.picture.parcels import Registered
from glasshield.centre.picture.planning import Plan, check_number, planned
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import Mode
from glasshield.sensing.station import Station

if TYPE_CHECKING:
    from glasshield.centre.warning.notices import KnownNotice

# A flight may be late, and last for an hour.
_OVER_S: Final = 2.0 * 86_400.0


@dataclass(frozen=True, slots=True)
class InForce:
    """Everything but data that decides what viewers are given. Nothing in it changes.

    Attributes:
        stations: registered sensors, by party and id.
        rules: of all parties.
        viewers: who reads, and whether they bring data of their own.
        notices: by what a newer one takes the place of.
    """

    stations: Registered = field(default_factory=lambda: MappingProxyType({}))
    rules: RuleSet = field(default_factory=RuleSet)
    viewers: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    notices: Mapping[tuple[str, str], KnownNotice] = field(
        default_factory=lambda: MappingProxyType({})
    )

    def with_stations(self, stations: Mapping[str, Iterable[Station]]) -> InForce:
        """This with other stations, each its owner's whatever it says of itself."""
        return replace(
            self,
            stations={
                owner: {each.id: replace(each, party=owner) for each in its}
                for owner, its in stations.items()
            },
        )

    def with_notice(self, notice: KnownNotice, most: int) -> InForce:
        """This with one notice more, without those long over, and with so many of its party."""
        rest = {
            key: each
            for key, each in self.notices.items()
            if key != notice.key and not is_over(each, notice.received)
        }
        its = [key for key, each in rest.items() if each.party == notice.party]
        for key in its[: max(len(its) + 1 - most, 0)]:
            del rest[key]
        return replace(self, notices={**rest, notice.key: notice})

    def plans(self, mode: Mode, most_feeds: int) -> dict[str, Plan]:
        """What every viewer is given; by name, in order.

        Raises:
            InputError: one would have too many pictures.
        """
        check_number(self.rules)
        found = {
            name: planned(self.rules, name, mode, contributes=self.viewers[name])
            for name in sorted(self.viewers)
        }
        for name, plan in found.items():
            count = max(len(plan.feeds), len(plan.detections))
            if count > most_feeds:
                raise InputError(
                    f"the rules for {name} have too many different terms",
                    got=str(count),
                    expected=f"at most {most_feeds}",
                    do="give some rules the same delay and the same rounding",
                )
        return found


def is_over(notice: KnownNotice, at: Instant) -> bool:
    """Whether nothing that flies at a time can be what a notice announced."""
    last = max((end for _, end in notice.windows), default=None)
    return last is not None and at.since_s(last) > _OVER_S


class Coming:
    """What will be in force, tick by tick."""

    __slots__ = ("_later", "now")

    def __init__(self) -> None:
        """Nothing is in force."""
        self.now = InForce()
        self._later: deque[tuple[int, InForce]] = deque()

    @property
    def last(self) -> InForce:
        """What will be in force when all that was put has come."""
        return self._later[-1][1] if self._later else self.now

    def put(self, tick: int, state: InForce) -> None:
        """Puts something in force from a tick on, in the order of the log."""
        self._later.append((tick, state))

    def at(self, tick: int) -> InForce | None:
        """What is newly in force at a tick; None where it is what it was."""
        before = self.now
        while self._later and self._later[0][0] <= tick:
            self.now = self._later.popleft()[1]
        return None if self.now is before else self.now
