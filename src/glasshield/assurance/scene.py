"""Flights against the batteries of a phase: how much time each battery has at every sample.

What any world can share stands here: what sensors see, and how long interceptors need to where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.assurance.flightbook import Flown, Pair
from glasshield.assurance.memory import Memory
from glasshield.assurance.needs import Ladders, ladder_parts
from glasshield.assurance.sightings import Sightings, commit_s
from glasshield.assurance.slack import Approach, Asked
from glasshield.catalog import Catalog
from glasshield.catalog.plans import AtIntercept, Cue
from glasshield.shield.architecture import Battery, Deployment
from glasshield.shield.rules import Better, Bound, Rules, at_bound

_APPROACHES: Final = 12


@dataclass(frozen=True, slots=True)
class Scene:
    """Some flights, seen and approached.

    Attributes:
        sightings: of the flights.
        ladders: of interceptors.
        asked: how often they are asked about.
    """

    sightings: Sightings
    ladders: Ladders
    asked: Asked = Asked.ONCE
    _approaches: Memory[Approach] = field(default_factory=lambda: Memory(_APPROACHES), repr=False)

    @property
    def flown(self) -> Flown:
        """The flights."""
        return self.sightings.flown

    def slack_s(
        self,
        catalog: Catalog,
        phase: Deployment,
        battery: Battery,
        pairs: Sequence[Pair],
        bound: Bound = Bound.STATED,
    ) -> tuple[Approach, Float[np.ndarray, "k"]]:
        """A battery's approach, and how long after the earliest launch each sample's last one is.

        Args:
            catalog: of the world.
            phase: whose sensors see and whose rules hold.
            battery: of the phase.
            pairs: of the flights, in that world.
            bound: which end of every uncertain number.
        """
        rules = Rules.stated(phase.rules, battery.interceptor, bound)
        speed = at_bound(battery.interceptor.burnout_speed, bound, Better.HIGH)
        approach = self._approach(battery, rules)
        if rules.cue is Cue.LAUNCH and rules.at_intercept is AtIntercept.NOT_REQUIRED:
            commit = np.where(self.flown.ok, rules.commit_delay_s, np.inf)
            return approach, approach.slack_s(rules, speed, commit, None)
        watch = self.sightings.watch(catalog, phase.sensors, pairs, bound)
        commit = commit_s(watch, rules, self.flown)
        seen = watch.by_any_radar if rules.at_intercept is AtIntercept.REQUIRED else None
        return approach, approach.slack_s(rules, speed, commit, seen)

    def _approach(self, battery: Battery, rules: Rules) -> Approach:
        """The approach of a battery's interceptor; what is asked once, under these rules alone."""
        interceptor, site = battery.interceptor, battery.site
        only = rules if self.asked is Asked.ONCE else None

        def make() -> Approach:
            ladder = self.ladders.of(interceptor, site)
            return Approach.of(self.flown, ladder, site.position, self.asked, only)

        return self._approaches.of(ladder_parts(interceptor, site), only, make)
