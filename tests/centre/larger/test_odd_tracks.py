"""Odd tracks cost whoever reports them; the pictures of all others go on, to the same digits."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import pytest
from jaxtyping import Float

from glasshield.centre.api.serving import serving
from glasshield.centre.bodies import MSGPACK, TracksBody
from glasshield.centre.decoding import decoded
from glasshield.centre.errors import RefusedError
from glasshield.centre.peers.reported import possible
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.remote import RemoteTracks
from glasshield.centre.picture.snapshot import Reports, Snapshot, Taken
from glasshield.centre.picture.usual import usual_parts
from glasshield.centre.service import Centre
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import Mode
from glasshield.fusion import covariance_intersection as ci
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.tracks import pack
from tests.centre.faults.ground import prepared
from tests.centre.faults.talking import Line, health, metrics, signed
from tests.centre.picture.worlds import START as EPOCH
from tests.centre.picture.worlds import World, batches, engine, flights, registered, run

# Each of them ended all pictures once: a sum that was singular, a covariance without a root.
SEEDS: Final = (43, 44, 46, 49, 51, 55, 58, 59, 61)
BODIES: Final = 20
END_S: Final = 10.0
ODD_PHASES: Final = 5.0  # no probability
WAIT_S: Final = 15.0


def covariances(rng: np.random.Generator, count: int) -> Float[np.ndarray, "n 6 6"]:
    """Covariances, some of a size and a shape that no track has."""
    wild = rng.random() < 0.6
    size = float(10.0 ** rng.integers(-6, 9)) if wild else 100.0
    root = rng.normal(size=(count, 6, 6)) * (np.array([1.0] * 3 + [0.01] * 3) * size)[:, None]
    made: Float[np.ndarray, "n 6 6"] = root @ root.mT
    if wild and rng.random() < 0.5:
        place, speed = (float(10.0 ** rng.integers(-9, most)) for most in (16, 12))
        made = made * 1e-8 + np.diag([place] * 3 + [speed] * 3)
    return made


def body(rng: np.random.Generator, at: Instant) -> TracksBody:
    """Tracks of a party, of which anything may be odd."""
    count = int(rng.integers(1, 12))
    lat = rng.uniform(-1.0, 1.0, count)
    place = np.stack((np.cos(lat) * 6.7e6, rng.normal(size=count) * 1e5, np.sin(lat) * 6.7e6), 1)
    velocity = rng.normal(size=(count, 3)) * rng.choice([1.0, 1e3, 4e3, 3e4])
    phases = rng.dirichlet([1.0, 1.0, 1.0], count)
    if rng.random() < 0.3:
        phases = rng.random((count, 3)) * float(rng.choice([1.0, 1e-300, 1e300, -1.0]))
    return TracksBody(
        epoch=at.isoformat(),
        simulated=True,
        source=f"source {rng.integers(0, 3)}",
        sensors=("north", "x/y"),
        groups=((0,), (1,), (0, 1)),
        group=rng.integers(0, 3, count).astype("<i4").tobytes(),
        object=rng.integers(0, 20, count).astype("<i4").tobytes(),
        time_s=rng.uniform(-2.0, 0.5, count).astype("<f8").tobytes(),
        state_ecef=np.hstack((place, velocity)).astype("<f8").tobytes(),
        covariance=pack(covariances(rng, count)).astype("<f8").tobytes(),
        phase_probability=phases.astype("<f8").tobytes(),
    )


def sane(at: Instant, phases: float = np.nan) -> TracksBody:
    """Tracks of a party in which nothing is odd but the phases, if they are to be."""
    made = body(np.random.default_rng(3), at)
    count = len(made.time_s) // 8
    rough = pack(np.tile(np.diag([1e6] * 3 + [1e2] * 3), (count, 1, 1)))
    return msgspec.structs.replace(
        made,
        sensors=("north",),
        groups=((0,),),
        group=np.zeros(count, dtype="<i4").tobytes(),
        covariance=rough.astype("<f8").tobytes(),
        time_s=np.full(count, -0.1).tobytes(),
        phase_probability=np.full(count * 3, phases).tobytes(),
    )


def reports(made: TracksBody) -> Reports:
    """What decoding makes of a body."""
    found = decoded(msgspec.msgpack.encode(made), MSGPACK, "one")
    assert isinstance(found, Reports)
    return found


def taken(seed: int, *, is_known: bool) -> list[Taken]:
    """Batches of odd tracks of one party, as decoding lets them through."""
    rng = np.random.default_rng(seed)
    found = []
    for number in range(BODIES):
        at = EPOCH.plus_s(1.03 + 0.4 * number)
        sent = msgspec.msgpack.encode(body(rng, at))
        try:
            data = decoded(sent, MSGPACK, "one", is_known=is_known)
        except RefusedError:
            continue
        assert isinstance(data, Reports)
        found.append(Taken("one", Mode.EXERCISE, at, at, f"odd-{number}", reports=data))
    return found


def ran(sent: list[Taken], made: Engine | None = None) -> Engine:
    """An engine with the real parts after all of it, beside the detections of both parties."""
    every = sorted((*OWN, *sent), key=lambda each: (each.at, each.owner))
    made = made or engine(WORLD, parts=usual_parts())
    run(made, every, END_S)
    return made


OWN: Final = batches(flights(5, 2, END_S))
WORLD: Final = World(OWN, RuleSet.of(()), registered(), {"one": True, "two": True})


@pytest.mark.parametrize("seed", SEEDS)
def test_prop_odd_tracks_end_no_picture(
    seed: int, caplog: pytest.LogCaptureFixture, undisturbed: Engine
) -> None:
    # As from a log of before bounds were drawn: nothing but the joining stands between.
    sent = taken(seed, is_known=True)
    made = ran(sent)
    assert made.left_out["one"].odd > 0
    assert "two" not in made.left_out or not made.left_out["two"].odd
    assert not caplog.records  # row by row: nothing that was sound was let go
    assert shown(made, "two") == shown(undisturbed, "two")


def test_prop_what_decoding_takes_is_joined_and_the_same_again(undisturbed: Engine) -> None:
    sent = [each for seed in SEEDS[:3] for each in taken(seed, is_known=False)]
    assert sent
    one, again = ran(sent), ran(sent)
    assert one.digest() == again.digest() != undisturbed.digest()
    assert one.left_out == again.left_out


@pytest.fixture(scope="module")
def undisturbed() -> Engine:
    return ran([])


def shown(made: Engine, viewer: str) -> bytes:
    """What a viewer has: something, to the last digit."""
    (picture,) = made.pictures(viewer)
    assert len(picture)
    return picture.state_ecef.tobytes() + picture.packed_covariance.tobytes()


class Breaking(RemoteTracks):
    """Joins tracks, until a party reports from a source that nobody can work with."""

    def joined(self, snapshot: Snapshot) -> Snapshot:
        if self._book is not None and any(each.owner[1] == "bad" for each in self._book.all):
            raise np.linalg.LinAlgError("Singular matrix")
        return super().joined(snapshot)


def test_what_cannot_be_foreseen_costs_what_was_reported_alone(
    caplog: pytest.LogCaptureFixture, undisturbed: Engine
) -> None:
    parts = replace(usual_parts(), joiner=Breaking)
    sent = []
    for number, source in enumerate(("good", "bad", "good")):
        at = EPOCH.plus_s(3.0 + 2.0 * number)
        found = reports(msgspec.structs.replace(sane(at), source=source))
        sent.append(Taken("one", Mode.EXERCISE, at, at, f"{number}", reports=found))
    one, again = (ran(sent, engine(WORLD, parts=parts)) for _ in range(2))
    assert caplog.text.count("Singular matrix") == 2  # once in each
    objects = len(set(sent[0].reports.track.tolist())) if sent[0].reports else 0
    assert one.left_out["one"].odd == 2 * objects  # those of the first batch and of the second
    assert len(one.pictures("one")[0]) > len(undisturbed.pictures("one")[0])  # the third
    assert one.digest() == again.digest()
    assert shown(one, "two") == shown(undisturbed, "two")


def test_rows_that_are_no_covariance_cost_no_other_row() -> None:
    good = np.diag([1e4] * 3 + [1.0] * 3)
    ones = np.ones((6, 6))
    bad = (ones, -good, np.diag([np.nan] * 6), good + 1e9 * (ones - np.eye(6)), 0.0 * good)
    mean = np.arange(6.0)
    one = Gaussian(np.tile(mean, (7, 1)), np.stack((good, *bad, good)))
    other = Gaussian(np.tile(mean + 1.0, (7, 1)), np.tile(4.0 * good, (7, 1, 1)))
    for left, right in ((one, other), (other, one)):
        joint, weight = ci.intersect(left, right)
        assert np.isnan(weight).tolist() == [False, *[True] * len(bad), False]
        alone, _ = ci.intersect(left.take(np.array([0])), right.take(np.array([0])))
        assert np.array_equal(joint.mean[[0, -1]], np.tile(alone.mean, (2, 1)))
        assert np.isnan(joint.covariance[1:-1]).all()
    apart2 = ci.distance2(one, Gaussian(other.mean, one.covariance))
    assert np.isinf(apart2).tolist() == [False, *[True] * len(bad), False]


def test_regress_a_sum_of_very_unlike_variances_is_not_singular() -> None:
    # 1 cm beside 1,000 km: without scaling the factor of such a matrix has no digits left.
    rng = np.random.default_rng(1)
    shape = np.corrcoef(rng.normal(size=(6, 40)))
    scale = np.array([1e-2, 1e6, 1e2, 1e4, 1e-3, 1.0])
    one = Gaussian(np.zeros((1, 6)), (shape * np.outer(scale, scale))[None])
    other = Gaussian(scale[None], one.covariance)
    expected = scale @ np.linalg.solve(4.0 * shape * np.outer(scale, scale), scale)
    assert ci.distance2(one, other)[0] == pytest.approx(expected, rel=1e-6)
    joint, _ = ci.intersect(one, one)
    assert joint.covariance == pytest.approx(one.covariance, rel=1e-9)


def test_phases_that_are_no_probabilities_are_left_out() -> None:
    rng = np.random.default_rng(2)
    found = reports(sane(EPOCH))
    phases = rng.dirichlet([1.0, 1.0, 1.0], len(found))
    assert possible(replace(found, phase_probability=phases)).all()
    assert possible(replace(found, phase_probability=np.full_like(phases, np.nan))).all()
    for odd in (phases * 2.0, phases * 1e300, -phases, np.full_like(phases, np.inf)):
        assert not possible(replace(found, phase_probability=odd)).any()


def test_odd_tracks_of_one_party_leave_the_pictures_of_others(tmp_path: Path) -> None:
    ground = prepared(tmp_path)
    centre = Centre(ground.config)
    centre.start()
    try:
        with serving(centre) as url:
            line, token = Line(url), ground.tokens["duty"]
            answers = []
            for sequence in range(31):
                now = Instant(time.time_ns() // 1000)
                odd = body(np.random.default_rng(41 + sequence), now)
                made = odd if sequence < 30 else sane(now, ODD_PHASES)
                sent = signed(ground.signer("aurora"), msgspec.msgpack.encode(made), sequence)
                answers.append(line.post(sent).status)
            assert set(answers) == {200, 422}
            assert answers[-1] == 200  # which looks sound to whoever does not join it
            line.close()
            assert counted(url, token) >= len(sane(now).time_s) / 8
            assert health(url, token)["parts"]["picture"] in ("good", "behind")
            reader = Line(url, token)
            before = reader.get("/v1/pictures")
            time.sleep(0.5)
            assert reader.get("/v1/pictures") != before  # time goes on in them
            reader.close()
    finally:
        centre.close()


def counted(url: str, token: str) -> float:
    """How many odd states of a party the centre says that it left out, as soon as it does."""
    until_s = time.monotonic() + WAIT_S
    while time.monotonic() < until_s:
        found: Mapping[str, float] = metrics(url, token)
        odd = [v for k, v in found.items() if k.startswith("glasshield_left_out") and "odd" in k]
        if sum(odd):
            return sum(odd)
        time.sleep(0.1)
    return 0.0


def test_a_question_without_an_answer_costs_its_asker_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def singular(*_: object) -> None:
        raise np.linalg.LinAlgError("Singular matrix")

    centre = Centre(prepared(tmp_path).config)
    centre.start()
    try:
        with monkeypatch.context() as patched:
            patched.setattr(Engine, "history", singular)
            asked = centre.history("aurora", 1, None)
            assert isinstance(asked.exception(WAIT_S), GlasshieldError)
        assert centre.published("aurora").result(WAIT_S).viewer == "aurora"
        assert centre.health().parts["picture"] in ("good", "behind")
    finally:
        centre.close()
