"""How near batteries come to reaching the flights of a claim, quickly and searched for the worst.

What is dear is made once and remembered by the records that it hangs on: the flights, the times of
an interceptor to their samples, what sensors see of them. A search is remembered in the cache, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.assurance.flightbook import APOGEE, BUILD, Flightbook, Flown, Pair, pairs_of
from glasshield.assurance.memory import Memory
from glasshield.assurance.needs import Ladders, Needs, Nodes, ladder_parts, least_speeds_m_s
from glasshield.assurance.posts import Post
from glasshield.assurance.sightings import END_OF, Sightings
from glasshield.assurance.worlds import World
from glasshield.assurance.worst_case import Effort, Worst, search
from glasshield.catalog import Catalog
from glasshield.catalog.claims import Flown as FlownRecord
from glasshield.catalog.plans import Cue
from glasshield.sensing.sensors import at_end, sensor
from glasshield.shield.engagement import cue_s
from glasshield.shield.least_speed import BUILD as INTERCEPTOR_BUILD
from glasshield.shield.rules import Better, Bound, Rules, at_bound
from glasshield.workspace import Cache, fingerprint

# Raised when searches made by an older program would mislead a newer one.
FORMAT_VERSION: Final = 2
EFFORT: Final = Effort(rounds=2, contenders=4)
# At the ends of uncertain numbers only the worst flight of all is wanted.
ENDS_EFFORT: Final = Effort(rounds=0, contenders=3, chains=2)
# A battery that under rules which forbid nothing would need so much more speed than the nearest
# one needs under the real rules is left out of the search for worse flights.
_FAR_M_S: Final = 1500.0

_OTHER: Final = {
    Bound.STATED: Bound.STATED,
    Bound.OPTIMISTIC: Bound.PESSIMISTIC,
    Bound.PESSIMISTIC: Bound.OPTIMISTIC,
}

_Sight = tuple[Float[np.ndarray, "n"], Bool[np.ndarray, "n m"]]


@dataclass(frozen=True)
class Extra:
    """Points of the cubes of pairs that are flown beside the named flights.

    Attributes:
        pair: which pair of the claim each belongs to.
        points: of its cube.
    """

    pair: Int[np.ndarray, "n"]
    points: Float[np.ndarray, "n 5"]

    @classmethod
    def none(cls) -> Extra:
        """No points."""
        return cls(np.empty(0, dtype=int), np.empty((0, APOGEE + 1)))

    def beside(self, pair: Int[np.ndarray, "n"], points: Float[np.ndarray, "n 5"]) -> Extra:
        """These points and others, each once."""
        rows = np.column_stack(
            [np.concatenate([self.pair, pair]), np.concatenate([self.points, points])]
        )
        unique = np.unique(rows, axis=0)
        return Extra(unique[:, 0].astype(int), np.ascontiguousarray(unique[:, 1:]))


@dataclass(frozen=True)
class Sky:
    """Flights of a claim.

    Attributes:
        flown: the flights; their pairs are those of the claim.
        sightings: what sensors see of them.
    """

    flown: Flown
    sightings: Sightings


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: how near some batteries come in a world.

    Attributes:
        posts: the batteries.
        flights: of the claim.
        world: whose facts.
        bound: which end of uncertain numbers.
        phase: whose batteries they are, where they are those of one phase.
        speeds_kept: ids of the interceptors whose burnout speeds stand at this end, while those of
            all others stand at the other; all of them when left out.
    """

    posts: tuple[Post, ...]
    flights: tuple[FlownRecord, ...]
    world: World
    bound: Bound = Bound.STATED
    phase: str = ""
    speeds_kept: frozenset[str] | None = None

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of the claim, with this world's missiles."""
        return pairs_of(self.flights, self.world.catalog)

    def rules(self, post: Post) -> Rules:
        """The rules of a battery."""
        return Rules.stated(post.rules, post.interceptor, self.bound)

    def speed_m_s(self, post: Post) -> float:
        """The burnout speed of a battery's interceptors."""
        kept = self.speeds_kept is None or post.interceptor.id in self.speeds_kept
        bound = self.bound if kept else _OTHER[self.bound]
        return at_bound(post.interceptor.burnout_speed, bound, Better.HIGH)

    def of(self, posts: tuple[Post, ...]) -> Asked:
        """The same of other batteries."""
        return replace(self, posts=posts)


@dataclass(frozen=True, slots=True)
class Near:
    """How near the nearest battery comes to each flight.

    Attributes:
        margin_m_s: the least speed that opens a window less the battery's burnout speed.
        least_m_s: that least speed; infinite for none.
        post: which battery.
    """

    margin_m_s: Float[np.ndarray, "n"]
    least_m_s: Float[np.ndarray, "n"]
    post: Int[np.ndarray, "n"]


@dataclass(frozen=True, slots=True)
class Nearness:
    """Answers about batteries and flights in any world.

    Attributes:
        cache: where searches are kept.
        ladders: of interceptors at sites.
        effort: of each search with stated numbers.
        ends_effort: of each at an end of the uncertain ones.
        book: flies flights.
    """

    cache: Cache
    ladders: Ladders
    effort: Effort = EFFORT
    ends_effort: Effort = ENDS_EFFORT
    book: Flightbook = field(default_factory=Flightbook)
    _skies: Memory[Sky] = field(default_factory=lambda: Memory(16), repr=False)
    _needs: Memory[Needs] = field(default_factory=lambda: Memory(48), repr=False)
    _sights: Memory[_Sight] = field(default_factory=lambda: Memory(128), repr=False)
    _seen_at: Memory[Bool[np.ndarray, "p"]] = field(default_factory=lambda: Memory(128), repr=False)
    _least: Memory[float] = field(default_factory=lambda: Memory(8192), repr=False)
    _begun: Memory[Sky] = field(default_factory=lambda: Memory(2), repr=False)
    _worst: Memory[Worst] = field(default_factory=lambda: Memory(256), repr=False)

    def sky(self, asked: Asked, extra: Extra) -> Sky:
        """The named flights of a claim, bent to both ends where they may be, and extra ones."""
        catalog = asked.world.catalog
        parts = [part for flown in asked.flights for part in _parts(flown, catalog)]
        spans = tuple(_span(flown) for flown in asked.flights)
        shape = tuple((len(flown.launches), len(flown.targets)) for flown in asked.flights)

        def make() -> Sky:
            pairs = asked.pairs
            every = _named(self.book, pairs).beside(extra.pair, extra.points)
            flown = self.book.fly(pairs, every.pair, every.points)
            return Sky(flown, Sightings(flown))

        return self._skies.of([*parts, extra], (spans, shape), make)

    def margin_m_s(self, asked: Asked, sky: Sky) -> float:
        """The least speed for any window less the speed of the battery, for the nearest battery.

        Infinite where no speed of the ladder opens a window.
        """
        speeds = [asked.speed_m_s(post) for post in asked.posts]
        floors = [self._needs_of(post, sky).floor_m_s for post in asked.posts]
        best = np.inf
        # The least speed is never below its floor, so batteries far off need not be asked.
        for n in np.argsort(np.subtract(floors, speeds), kind="stable"):
            if floors[n] - speeds[n] >= best:
                break
            best = min(best, self._least_m_s(asked, asked.posts[n], sky) - speeds[n])
        return float(best)

    def each(self, asked: Asked, sky: Sky) -> Near:
        """How near the nearest battery comes to each flight."""
        least = np.full((max(len(asked.posts), 1), len(sky.flown)), np.inf)
        speeds = np.zeros(len(least))
        for row, post in enumerate(asked.posts):
            needs = self._needs_of(post, sky)
            commit, seen = self._sight(asked, post, sky)
            least[row] = needs.each_m_s(asked.rules(post), commit, self._at(needs, seen))
            speeds[row] = asked.speed_m_s(post)
        margin = least - speeds[:, None]
        post_of = np.argmin(margin, axis=0)
        every = np.arange(len(sky.flown))
        return Near(margin[post_of, every], least[post_of, every], post_of)

    def _least_m_s(self, asked: Asked, post: Post, sky: Sky) -> float:
        """The least speed that opens a window on any flight."""
        needs, rules = self._needs_of(post, sky), asked.rules(post)
        commit, seen = self._sight(asked, post, sky)

        def make() -> float:
            return needs.least_m_s(rules, commit, self._at(needs, seen))

        cue: object = needs if seen is None else seen
        return self._least.of([needs, cue], rules, make)

    def _needs_of(self, post: Post, sky: Sky) -> Needs:
        """The needs of a battery's interceptor for these flights."""

        def make() -> Needs:
            rungs = self.ladders.of(post.interceptor, post.site)
            return Needs.of(sky.flown, rungs, post.site.position)

        return self._needs.of([sky, *ladder_parts(post.interceptor, post.site)], None, make)

    def over_m_s(
        self, asked: Asked, post: Post, sky: Sky, nodes: Nodes
    ) -> Float[np.ndarray, "n k c"]:
        """The least speed with which a battery has a window on each flight, over delays and caps.

        Args:
            asked: in which world; the delay and the cap of its rules do not matter.
            post: the battery.
            sky: the flights.
            nodes: the delays and caps.
        """
        needs = self._needs_of(post, sky)
        cue, seen = self._cue(asked, post, sky)
        return needs.over_m_s(asked.rules(post), cue, self._at(needs, seen), nodes)

    def _sight(
        self, asked: Asked, post: Post, sky: Sky
    ) -> tuple[Float[np.ndarray, "n"] | float, Bool[np.ndarray, "n m"] | None]:
        """The earliest launch of an interceptor at each flight, and when a radar sees it."""
        cue, seen = self._cue(asked, post, sky)
        return cue + asked.rules(post).commit_delay_s, seen

    def _cue(
        self, asked: Asked, post: Post, sky: Sky
    ) -> tuple[Float[np.ndarray, "n"] | float, Bool[np.ndarray, "n m"] | None]:
        """When each flight gives the cue, and when a radar sees it."""
        rules = asked.rules(post)
        if not post.sensors:
            return _unwatched_cue_s(rules), None
        catalog = asked.world.catalog
        missiles = [catalog.missiles[id] for id in {flown.missile for flown in asked.flights}]
        designs = [catalog.radars[s.radar] for s in post.sensors if s.radar]
        sites = [catalog.sites[s.site] for s in post.sensors if s.site]
        records = [sky, *post.sensors, *designs, *sites, *missiles]
        return self._sights.of(records, (asked.bound, rules.cue), lambda: _sight(asked, post, sky))

    def _at(
        self, needs: Needs, seen: Bool[np.ndarray, "n m"] | None
    ) -> Bool[np.ndarray, "p"] | None:
        """What sensors see at the samples of the needs."""
        if seen is None:
            return None
        samples = needs.samples
        return self._seen_at.of([needs, seen], None, lambda: seen[samples.flight, samples.number])

    def searched(self, asked: Asked) -> Worst:
        """For every pair of a claim the worst flight that a search finds, by the least margin.

        Values are metres a second beside the burnout speed of the first battery that matters.
        """
        pairs = asked.pairs
        asked = asked.of(self._near_enough(asked))
        if not asked.posts:
            return Worst(np.full(len(pairs), np.inf), self.book.named(pairs), 0)
        key = _key(asked, pairs, self._effort(asked))

        def make() -> dict[str, np.ndarray]:
            worst = self._search(asked, pairs)
            evaluations = np.array([worst.evaluations])
            return {"values": worst.values, "points": worst.points, "evaluations": evaluations}

        def read() -> Worst:
            stored = self.cache.arrays("worst-case", key, make)
            return Worst(stored["values"], stored["points"], int(stored["evaluations"][0]))

        return self._worst.of([], key, read)

    def _near_enough(self, asked: Asked) -> tuple[Post, ...]:
        """The batteries, each once, that might reach a worse flight than the named ones."""
        sky = self.sky(asked, NOTHING)
        best = self.margin_m_s(asked, sky)
        found: dict[tuple[object, ...], Post] = {}
        for post in asked.posts:
            floor = self._needs_of(post, sky).floor_m_s
            if np.isfinite(floor) and floor - asked.speed_m_s(post) <= best + _FAR_M_S:
                sensors = tuple(map(id, post.sensors))
                same = (id(post.site.position), id(post.interceptor), id(post.rules), sensors)
                found.setdefault(same, post)
        return tuple(found.values())

    def _search(self, asked: Asked, pairs: Sequence[Pair]) -> Worst:
        """The search itself."""
        speeds = np.array([asked.speed_m_s(post) for post in asked.posts])
        turn = count()

        def flown(points: Float[np.ndarray, "n 5"], pair: Int[np.ndarray, "n"]) -> Sky:
            flights = self.book.fly(pairs, pair, points)
            return Sky(flights, Sightings(flights))

        def worse(
            points: Float[np.ndarray, "n 5"], pair: Int[np.ndarray, "n"]
        ) -> Float[np.ndarray, "n"]:
            if next(turn):
                sky = flown(points, pair)
            else:
                # Every search begins with the same flights, whatever the rules.
                parts = [part for one in asked.flights for part in _parts(one, asked.world.catalog)]
                spans = tuple(one.apogee for one in pairs)
                start = points.tobytes(), pair.tobytes(), spans
                sky = self._begun.of(parts, start, lambda: flown(points, pair))
            least = self._once(asked, sky)
            return np.asarray((least - (speeds - speeds[0])[:, None]).min(axis=0))

        return search(worse, self.book.free(pairs), self._effort(asked))

    def _effort(self, asked: Asked) -> Effort:
        return self.effort if asked.bound is Bound.STATED else self.ends_effort

    def _once(self, asked: Asked, sky: Sky) -> Float[np.ndarray, "b n"]:
        """The least speed of each battery for flights that are not asked about again."""
        least = np.empty((len(asked.posts), len(sky.flown)))
        for row, post in zip(least, asked.posts, strict=True):
            rules = asked.rules(post)
            cue, seen = np.full(len(sky.flown), _unwatched_cue_s(rules)), None
            if post.sensors:
                cue, seen = _sight(asked, post, sky)
            commit = cue + rules.commit_delay_s
            rungs, place = self.ladders.of(post.interceptor, post.site), post.site.position
            row[:] = least_speeds_m_s(sky.flown, rungs, place, rules, commit, seen)
        return least


def _sight(asked: Asked, post: Post, sky: Sky) -> _Sight:
    """When each flight gives the cue, and at which samples a radar sees it."""
    catalog = asked.world.catalog
    watch = sky.sightings.watch(catalog, post.sensors, asked.pairs, asked.bound)
    return cue_s(watch, asked.rules(post)), watch.by_any_radar


def _unwatched_cue_s(rules: Rules) -> float:
    """When every flight gives the cue where no sensor has a say or there is none."""
    return 0.0 if rules.cue is Cue.LAUNCH else np.inf


def _key(asked: Asked, pairs: Sequence[Pair], effort: Effort) -> str:
    """The digest of everything that a search depends on."""
    first, end = asked.speed_m_s(asked.posts[0]), END_OF[asked.bound]
    batteries = [
        (
            [getattr(post.interceptor, name) for name in INTERCEPTOR_BUILD],
            post.site.position,
            asked.rules(post),
            asked.speed_m_s(post) - first,
            [sensor(asked.world.catalog, record, end) for record in post.sensors],
        )
        for post in asked.posts
    ]
    flights = [
        (
            [getattr(pair.missile, name) for name in BUILD],
            pair.apogee,
            pair.launch.position,
            pair.region,
            at_end(pair.missile.radar_cross_section, end),
        )
        for pair in pairs
    ]
    return fingerprint("worst-case", FORMAT_VERSION, effort, batteries, flights)


NOTHING: Final = Extra.none()


def _named(book: Flightbook, pairs: Sequence[Pair]) -> Extra:
    """The flights between named places: of least energy, and bent to both ends of the interval."""
    own = np.arange(len(pairs))
    every = NOTHING.beside(own, book.named(pairs))
    bent = np.flatnonzero(book.free(pairs)[:, APOGEE])
    for end in (0.0, 1.0):
        points = book.named(pairs)[bent]
        points[:, APOGEE] = end
        every = every.beside(bent, points)
    return every


def _parts(flown: FlownRecord, catalog: Catalog) -> list[object]:
    """The records that the flights of a claim depend on."""
    missile = catalog.missiles[flown.missile]
    parts: list[object] = [getattr(missile, name) for name in BUILD]
    parts += [catalog.launches[launch].position for launch in flown.launches]
    regions = [catalog.regions[target] for target in flown.targets]
    return parts + [region.point or region for region in regions]


def _span(flown: FlownRecord) -> tuple[float, float] | None:
    return (flown.apogee.low_si, flown.apogee.high_si) if flown.apogee else None
