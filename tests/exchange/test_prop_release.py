"""Whatever the rules: nothing leaves that they forbid, and nothing stays that they grant."""

from __future__ import annotations

import random

import numpy as np
import pytest

from glasshield.exchange.release import coarsen
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.layers import Layer, layers
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import EXACT, Kind, Mode, Terms
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.exchange.release_samples import (
    CLASSES,
    EPOCH,
    EVENTS,
    LAST_S,
    PARTIES,
    SENSORS,
    case,
    plain_rule,
    release_of,
    rule_of,
)
from tests.reference import release as reference

RULE_SETS = 100_000
FEWER = 5_000
ROWS = 40


@pytest.mark.slow
def test_prop_a_layer_holds_what_the_reference_allows_and_nothing_else() -> None:
    rng = random.Random(6)
    admitted = refused = 0
    for _ in range(RULE_SETS):
        drawn = case(rng, detections=1)
        viewer, kind, mode = rng.choice(PARTIES), rng.choice(tuple(Kind)), rng.choice(tuple(Mode))
        for layer in layers(drawn.rules, viewer, kind, mode):
            release = release_of(layer)
            for batch, rows in zip(drawn.batches, drawn.plain, strict=True):
                for goes_in, row in zip(layer.admits(batch).tolist(), rows, strict=True):
                    allowed = row["mode"] == mode.value and reference.may(
                        drawn.plain_rules, row, viewer, kind.value, release
                    )
                    assert not goes_in or allowed
                    # Detections come under the very terms of a rule, and need no coarser copy.
                    assert goes_in or not allowed or kind is Kind.DETECTIONS
                    admitted += goes_in
                    refused += not goes_in
    assert admitted > RULE_SETS // 10
    assert refused > RULE_SETS // 10


def test_prop_an_event_is_told_only_if_all_that_is_behind_it_may_tell_it() -> None:
    rng = random.Random(14)
    told = kept = 0
    for _ in range(RULE_SETS // 5):
        drawn = case(rng, detections=1)
        viewer, mode = rng.choice(PARTIES), rng.choice(tuple(Mode))
        happened = coarsen.Event(
            rng.choice(EVENTS), 1, EPOCH.plus_s(rng.uniform(0.0, 99.0)), rng.choice(CLASSES), ()
        )
        for layer in layers(drawn.rules, viewer, Kind.EVENTS, mode):
            shown = coarsen.event(happened, layer.terms)
            for batch, (row,) in zip(drawn.batches, drawn.plain, strict=True):
                if not layer.admits(batch).any():
                    continue
                told += shown is not None
                kept += shown is None
                assert shown is None or reference.may_tell(
                    drawn.plain_rules,
                    row,
                    viewer,
                    happened.object_class,
                    happened.kind.value,
                    layer.feed.delay_s,
                )
    assert told > 1000
    assert kept > 1000


def test_prop_what_a_rule_grants_is_had_as_finely_as_it_says() -> None:
    rng = random.Random(7)
    granted = 0
    for _ in range(FEWER):
        drawn = case(rng)
        for kind, viewer in ((kind, viewer) for kind in Kind for viewer in PARTIES):
            for batch, rows in zip(drawn.batches, drawn.plain, strict=True):
                found = layers(drawn.rules, viewer, kind, batch.mode)
                masks = [layer.admits(batch) for layer in found]
                for plain, rule in zip(drawn.plain_rules, drawn.rules, strict=True):
                    if not rule.grants(viewer, kind, batch.mode):
                        continue
                    wanted = [reference.is_about(plain, row) for row in rows]
                    for k in np.flatnonzero(wanted):
                        granted += 1
                        assert any(
                            mask[k] and layer.terms <= rule.terms_of(kind)
                            for layer, mask in zip(found, masks, strict=True)
                        )
    assert granted > FEWER


def test_prop_another_rule_takes_nothing_away() -> None:
    rng = random.Random(8)
    for number in range(FEWER):
        drawn = case(rng)
        more = RuleSet.of((*drawn.rules, rule_of(plain_rule(rng), f"more-{number}")))
        viewer, kind = rng.choice(PARTIES), rng.choice(tuple(Kind))
        mode = rng.choice(tuple(Mode))
        after = layers(more, viewer, kind, mode)
        for layer in layers(drawn.rules, viewer, kind, mode):
            before = [layer.admits(batch) for batch in drawn.batches]
            if kind is Kind.DETECTIONS:
                _check_each_is_still_had(layer, before, after, drawn.batches)
                continue
            assert any(
                other.terms <= layer.terms
                and all(
                    (other.admits(batch) >= mask).all()
                    for batch, mask in zip(drawn.batches, before, strict=True)
                )
                for other in after
            )


def _check_each_is_still_had(
    layer: Layer,
    before: list[np.ndarray],
    after: tuple[Layer, ...],
    batches: tuple[Batch, ...],
) -> None:
    """Detections are not fused, so that each is had on its own."""
    for batch, mask in zip(batches, before, strict=True):
        had = np.zeros(len(mask), dtype=bool)
        for other in after:
            if other.terms <= layer.terms:
                had |= other.admits(batch)
        assert (had >= mask).all()


def test_prop_without_a_rule_nobody_sees_anything_but_its_own() -> None:
    rng = random.Random(9)
    for _ in range(FEWER):
        drawn = case(rng)
        viewer, kind, mode = rng.choice(PARTIES), rng.choice(tuple(Kind)), rng.choice(tuple(Mode))
        others = RuleSet.of(rule for rule in drawn.rules if viewer not in rule.to)
        assert layers(others, viewer, kind, mode, contributes=False) == ()
        (own,) = layers(others, viewer, kind, mode)
        assert own.terms == EXACT
        assert own.rules == ()
        for batch in drawn.batches:
            is_own = batch.owner == viewer and batch.mode is mode
            assert (own.admits(batch) == is_own).all()


def stations(rng: random.Random) -> tuple[Station, ...]:
    return tuple(
        Station(name, rng.uniform(-1.0, 1.0), rng.uniform(-3.0, 3.0), 100.0, party="aurora")
        for name in SENSORS
    )


def detections(rng: random.Random, count: int, at: tuple[Station, ...]) -> Detections:
    draw = np.random.default_rng(rng.getrandbits(32))
    range_m = draw.uniform(1e5, 4e6, count)
    range_m[draw.random(count) < 0.1] = np.nan
    return Detections.of(
        EPOCH,
        at,
        draw.uniform(0.0, LAST_S, count),
        draw.integers(0, len(at), count).astype(np.int32),
        range_m=range_m,
        azimuth_rad=draw.uniform(0.0, 6.28, count),
        elevation_rad=draw.uniform(0.0, 1.5, count),
        range_rate_m_s=draw.normal(0.0, 3e3, count),
        truth=draw.integers(0, 9, count).astype(np.int32),
        snr_db=draw.uniform(5.0, 30.0, count),
        simulated=True,
    )


def released(layer: Layer, found: Detections) -> tuple[bytes, ...]:
    """Every bit that a layer makes of a batch: what goes into a tracker, and what comes out."""
    mask = layer.admits(Batch.of(found, "aurora", Mode.EXERCISE))
    fed = coarsen.bare(found, mask)
    parts = [fed] if layer.terms.time_s else [fed, coarsen.detections(fed, layer.terms)]
    return tuple(
        piece
        for part in parts
        for piece in (
            part.time_s.tobytes(),
            part.station_index.tobytes(),
            part.range_m.tobytes(),
            part.azimuth_rad.tobytes(),
            part.elevation_rad.tobytes(),
            part.range_rate_m_s.tobytes(),
            part.sigmas.tobytes(),
            part.truth.tobytes(),
            part.snr_db.tobytes(),
            part.arrival_s.tobytes(),
            repr(part.stations).encode(),
        )
    )


@pytest.mark.parametrize("change", ["removed", "moved", "added"])
def test_prop_what_is_forbidden_changes_no_bit_of_what_is_released(change: str) -> None:
    rng = random.Random(10)
    compared = 0
    for _ in range(400):
        drawn, at = case(rng), stations(rng)
        viewer, kind = rng.choice(PARTIES[1:]), rng.choice(tuple(Kind))
        found = detections(rng, ROWS, at)
        for layer in layers(drawn.rules, viewer, kind, Mode.EXERCISE):
            mask = layer.admits(Batch.of(found, "aurora", Mode.EXERCISE))
            if mask.all():
                continue
            other = _changed(change, found, mask, layer, rng)
            assert released(layer, other) == released(layer, found)
            compared += int(mask.any())
    assert compared > 20


def _changed(
    change: str, found: Detections, mask: np.ndarray, layer: Layer, rng: random.Random
) -> Detections:
    """The same detections with some of the forbidden ones gone, moved, or with more of them."""
    if change == "removed":
        return found.take(mask | (np.random.default_rng(rng.getrandbits(32)).random(ROWS) < 0.5))
    more = detections(rng, ROWS, found.stations)
    forbidden = ~layer.admits(Batch.of(more, "aurora", Mode.EXERCISE))
    if change == "moved":
        return Detections.join([found.take(mask), more.take(forbidden)])
    return Detections.join([more.take(forbidden), found])


def test_prop_the_join_is_the_finest_of_what_is_as_coarse_as_both() -> None:
    rng = random.Random(11)

    def drawn() -> Terms:
        return rule_of(plain_rule(rng), "a").terms

    for _ in range(FEWER):
        a, b, c = drawn(), drawn(), drawn()
        assert a | b == b | a
        assert (a | b) | c == a | (b | c)
        assert a | a == a
        assert a <= a | b
        assert (a <= b) == (a | b == b)
        assert not (a <= c and b <= c) or a | b <= c
        assert EXACT | a == a


def test_prop_a_fused_picture_is_as_late_and_coarse_as_the_tightest_rule_of_what_went_in() -> None:
    rng = random.Random(12)
    joint = 0
    for _ in range(FEWER):
        drawn = case(rng)
        viewer, kind = rng.choice(PARTIES), rng.choice((Kind.EVENTS, Kind.TRACKS))
        for layer in layers(drawn.rules, viewer, kind, Mode.EXERCISE):
            joint += len({rule.terms_of(kind) for rule in layer.rules}) > 1
            for rule in layer.rules:
                assert rule.terms.delay_s <= layer.feed.delay_s
                assert rule.terms_of(kind) <= layer.terms
            arrival = EPOCH.plus_s(rng.uniform(0.0, LAST_S))
            shown = coarsen.released_at(arrival, layer.terms)
            assert shown >= arrival.plus_s(layer.terms.delay_s)
            assert coarsen.tick(shown, layer.terms) == shown
    assert joint > FEWER // 10


@pytest.mark.parametrize("terms", [Terms(position_m=1e3, velocity_m_s=10.0, covariance_factor=4.0)])
def test_prop_rounded_states_are_near_and_their_covariance_holds_the_inflated_one(
    terms: Terms,
) -> None:
    draw = np.random.default_rng(13)
    state = draw.normal(0.0, 4e6, (2000, 6))
    root = draw.normal(0.0, 50.0, (2000, 6, 6))
    covariance = root @ np.swapaxes(root, 1, 2)
    shown, outer = coarsen.states(state, covariance, terms)
    assert np.abs(shown - state)[:, :3].max() <= 0.5 * terms.position_m + 1e-6
    assert np.abs(shown - state)[:, 3:].max() <= 0.5 * terms.velocity_m_s + 1e-6
    again, same = coarsen.states(shown, covariance, terms)
    assert np.array_equal(again, shown)
    assert np.array_equal(same, outer)
    rounding = np.diag([1e6 / 12.0] * 3 + [1e2 / 12.0] * 3)
    room = np.linalg.eigvalsh(outer - (4.0 * covariance + rounding))[:, 0]
    assert room.min() >= -1e-9 * np.abs(outer).max()
