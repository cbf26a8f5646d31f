"""Detections decided a second by the rules of release, against the plain reference of the tests.

Thirty random rules among three parties; every batch is decided for all pictures of all parties, as
a centre does. The peer decides one detection, one rule and one picture at a time.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from glasshield.exchange.release import coarsen
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.layers import Layer, layers
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import Kind, Mode, Terms
from tests.exchange.release_samples import (
    PARTIES,
    batch_of,
    plain_detection,
    plain_rule,
    release_of,
    rule_of,
)
from tests.exchange.test_prop_release import detections, stations
from tests.reference import release as reference
from yardstick import best_seconds, row

RULES = 30
PEER_DETECTIONS = 200
TRACKS = 500


def main() -> None:
    """Prints decisions a second, the ratio to the peer, and what coarsening costs."""
    rng = random.Random(1)
    plain = [plain_rule(rng) for _ in range(RULES)]
    rules = RuleSet.of(rule_of(each, f"rule-{k}") for k, each in enumerate(plain))
    made = [
        layer
        for viewer in PARTIES
        for kind in Kind
        for layer in layers(rules, viewer, kind, Mode.EXERCISE)
    ]
    feeds = {layer.feed for layer in made}
    row("pictures to be released, trackers", f"{len(made)}, {len(feeds)}", f"{RULES} rules")
    for count in (500, 50_000):
        found = detections(rng, count, stations(rng))
        batch = Batch.of(found, "aurora", Mode.EXERCISE)
        placed = best_seconds(lambda f=found: Batch.of(f, "aurora", Mode.EXERCISE))
        decided = best_seconds(lambda b=batch: [feed.admits(b) for feed in feeds])
        row(
            f"detections a second, batches of {count:,}",
            f"{count / (placed + decided):,.0f}",
            f"{1e3 * placed:.2f} ms for places, {1e3 * decided:.2f} ms for all trackers",
        )
    against_the_peer(rng, plain, made)
    draw = np.random.default_rng(2)
    state, root = draw.normal(0.0, 4e6, (TRACKS, 6)), draw.normal(0.0, 50.0, (TRACKS, 6, 6))
    covariance = root @ np.swapaxes(root, 1, 2)
    terms = Terms(position_m=1e3, velocity_m_s=10.0)
    coarse = best_seconds(lambda: coarsen.states(state, covariance, terms))
    row(f"coarsening {TRACKS} tracks", f"{1e3 * coarse:.2f} ms")


def against_the_peer(rng: random.Random, plain: list[dict], made: list[Layer]) -> None:
    """Prints decisions a second of both on the same detections, which have to agree."""
    joint = [layer for layer in made if layer.kind is not Kind.DETECTIONS]
    releases = [release_of(layer) for layer in joint]
    rows = [plain_detection(rng, "aurora", "exercise") for _ in range(PEER_DETECTIONS)]
    batch = batch_of(rows, "aurora", "exercise")

    def peer() -> list[list[bool]]:
        return [
            [reference.may(plain, one, layer.viewer, layer.kind.value, release) for one in rows]
            for layer, release in zip(joint, releases, strict=True)
        ]

    def own() -> list[list[bool]]:
        return [layer.admits(batch).tolist() for layer in joint]

    assert peer() == own()
    ratio = best_seconds(peer, rounds=3) / best_seconds(own)
    row("ratio to the plain reference", f"{ratio:,.0f}", f"batches of {PEER_DETECTIONS}")


if __name__ == "__main__":
    main()
