"""Three real centres in a ring feed each other tracks: each object once, nothing counted twice.

Each has a radar of its own; a fourth radar sends to all three.
"""

from __future__ import annotations

import contextlib
import math
import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import pytest
from jaxtyping import Float

from glasshield.centre.api.serving import serving
from glasshield.centre.bodies import MSGPACK
from glasshield.centre.client.packing import CONTENT_TYPE, packed
from glasshield.centre.config import PeerAt
from glasshield.centre.decoding import decoded
from glasshield.centre.peers.link import PeerLink
from glasshield.centre.peers.sending import Outgoing
from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import Reports
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.release.terms import Mode as ReleaseMode
from glasshield.exchange.release.terms import Terms
from glasshield.fusion.tracks import pack, unpack
from glasshield.sensing.station import Station
from tests.centre.faults.flights import own
from tests.centre.faults.ground import Ground, Plan, prepared
from tests.centre.logged import NOW
from tests.centre.servers import wait_until
from tests.centre.service.running import ANSWER_S, Running, running
from tests.fusion.made_up import Sky, sky

OBJECTS: Final = 3
SPAN_S: Final = 9.0
STEP_S: Final = 0.25
CENTRES: Final = ("alder", "beech", "cherry")
SHARED: Final = "common"
RADARS: Final = {
    "alder": Station("west", math.radians(55.0), math.radians(20.0), party="alder"),
    "beech": Station("south", math.radians(46.0), math.radians(24.0), 300.0, party="beech"),
    "cherry": Station("east", math.radians(50.0), math.radians(34.0), 100.0, party="cherry"),
    SHARED: Station("north", math.radians(57.0), math.radians(28.0), party=SHARED),
}
AT_M_M_S: Final = np.array([6.6e6, 0.0, 0.0, 3e3, 0.0, 0.0])
RULE: Final = """\
schema = "glasshield-rules/1"

[rule.partner]
from = "{owner}"
to = [{to}]
kinds = ["tracks"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
name_sensors = true
"""


def peer(name: str) -> str:
    """As which party a centre signs at the others."""
    return f"centre-{name}"


def rule(owner: str, *to: str) -> str:
    return RULE.format(owner=owner, to=", ".join(f'"{each}"' for each in to))


def plan(name: str) -> Plan:
    """One of the centres: its own radar, the shared one, and two other centres."""
    others = [peer(other) for other in CENTRES if other != name]
    links = [f"{other}-liaison" for other in others]  # these bring no data of their own
    stations = [RADARS[name], RADARS[SHARED]]
    stations += [Station("none", 0.0, 0.0, party=other) for other in others]
    rules = {owner: rule(owner, "centre-staff", *links) for owner in (name, SHARED)}
    rules |= {other: rule(other, "centre-staff") for other in others}
    return Plan(stations=tuple(stations), rules=rules)


@contextlib.contextmanager
def ring(folder: Path) -> Iterator[dict[str, Running]]:
    """The three centres, each with a link to each other one."""
    with contextlib.ExitStack() as stack:
        grounds: dict[str, Ground] = {}
        for name in CENTRES:
            grounds[name] = prepared(folder / name, plan(name))
        made = {
            name: stack.enter_context(running(folder, ground=ground))
            for name, ground in grounds.items()
        }
        urls = {name: stack.enter_context(serving(one.centre)) for name, one in made.items()}
        for name, one in made.items():
            for other in CENTRES:
                if other != name:
                    at = peer_at(urls[other], grounds[other], peer(name), peer(other))
                    one.centre.run_beside(f"peer {other}", link(one, at))
        yield made


def peer_at(url: str, there: Ground, party: str, them: str) -> PeerAt:
    keys = there.folder / "keys"
    return PeerAt(
        address=url,
        party=party,
        viewer=f"{them}-liaison",
        key=keys / f"{party}.key",
        passphrase_file=keys / f"{party}.passphrase",
        every_s=0.5,
    )


def link(one: Running, at: PeerAt) -> PeerLink:
    def pictures() -> tuple[Shown, ...]:
        return one.centre.published(at.viewer).result(ANSWER_S).pictures

    def released(body: bytes, tracks: int) -> None:
        one.centre.released(at.viewer, body, tracks=tracks)

    return PeerLink(at, "exercise", pictures, lambda: one.centre.reporters, released)


def flown(made: dict[str, Running], flights: Sky, begins: Instant) -> None:
    """Send in real time what every radar sees: the shared one to all centres."""
    detections = replace(
        flights.detections, time_s=flights.detections.time_s + 0.5 * SPAN_S, epoch=begins
    )
    parts = {party: own(detections, party) for party in RADARS}
    for step in range(round(SPAN_S / STEP_S)):
        until_s = (step + 1) * STEP_S
        time.sleep(max(until_s - made["alder"].centre.now().since_s(begins), 0.0))
        for party, part in parts.items():
            few = part.take((part.time_s >= until_s - STEP_S) & (part.time_s < until_s))
            for name in CENTRES if party == SHARED else (party,):
                if len(few):
                    made[name].send(party, packed(few), CONTENT_TYPE)


def errors_of(
    seen: Shown, flights: Sky, begins: Instant
) -> tuple[list[int], Float[np.ndarray, "k 6"]]:
    """Which object each of a picture is, and the errors of its state."""
    time_s = seen.time_s + seen.epoch.since_s(begins) - 0.5 * SPAN_S
    who, errors = [], []
    for at, state in zip(time_s, seen.state_ecef, strict=True):
        true = flights.arcs.at(np.full(OBJECTS, at), np.arange(OBJECTS))
        nearest = int(np.argmin(np.linalg.norm(true[:, :3] - state[:3], axis=1)))
        who.append(nearest)
        errors.append(state - true[nearest])
    return who, np.array(errors)


def widest(one: Running, viewer: str = "centre-staff") -> Shown:
    """The picture of a viewer that most have a part in."""
    pictures = one.centre.published(viewer).result(ANSWER_S).pictures
    return max(pictures, key=lambda one: (len(one.contributors), len(one)))


@pytest.mark.slow
def test_val_a_ring_of_three_centres_shows_each_object_once_and_never_too_surely(
    tmp_path: Path,
) -> None:
    stations = tuple(RADARS.values())
    flights = sky(
        np.random.default_rng(4),
        OBJECTS,
        span_s=SPAN_S,
        period_s=0.5,
        stations=stations,
        probability=0.97,
    )
    with ring(tmp_path) as made:
        begins = made["alder"].centre.now()
        flown(made, flights, begins)
        scores: list[float] = []
        for name, one in made.items():
            seen = widest(one)
            who, errors = errors_of(seen, flights, begins)
            assert sorted(who) == list(range(OBJECTS)), name
            solved = np.linalg.solve(unpack(seen.packed_covariance), errors[..., None])[..., 0]
            scores += np.einsum("ni,ni->n", errors, solved).tolist()
            others = {peer(other) for other in CENTRES if other != name}
            assert {party for party, _ in seen.contributors} == {name, SHARED} | others
            by = {party: seen.by[:, at].all() for at, (party, _) in enumerate(seen.contributors)}
            assert by[name]
            # What goes to another centre has nothing in it that came from one.
            sent = widest(one, f"{peer(CENTRES[CENTRES.index(name) - 1])}-liaison")
            assert {party for party, _ in sent.contributors} == {name, SHARED}
            assert one.centre.health().state == "good"
        assert np.mean(scores) < 6.0  # six numbers, as sure as they say or less


# --- what is sent ---


def shown(time_s: float = 5.0, count: int = 4) -> Shown:
    """A picture: every object was seen by alder's west and, but for the first, by beech's south."""
    by = np.ones((count, 2), dtype=bool)
    by[:1, 1] = False
    covariance = np.diag(np.arange(1.0, 7.0) ** 2)
    return Shown(
        viewer="centre-beech-liaison",
        picture=2,
        terms=Terms(),
        mode=ReleaseMode.EXERCISE,
        simulated=True,
        at=NOW,
        epoch=NOW,
        number=np.arange(1, count + 1),
        time_s=np.full(count, time_s),
        state_ecef=np.arange(6.0 * count).reshape(count, 6) + AT_M_M_S,
        packed_covariance=np.tile(pack(covariance), (count, 1)),
        phase_probability=np.tile([0.0, 1.0, 0.0], (count, 1)),
        class_index=np.zeros(count, dtype=np.int64),
        first_seen_s=np.zeros(count),
        last_seen_s=np.full(count, time_s),
        age_s=np.zeros(count),
        is_coasted=np.zeros(count, dtype=bool),
        contributors=(("alder", "west"), ("beech", "")),
        by=by,
    )


def read(body: bytes) -> Reports:
    found = decoded(body, MSGPACK, "centre-alder")
    assert isinstance(found, Reports)
    return found


def test_a_picture_comes_out_as_it_went_in() -> None:
    one = shown()
    (body,) = Outgoing().bodies([one], frozenset())
    found = read(body)
    assert (found.source, found.sensors) == ("picture-2", ("alder/west", "beech"))
    assert np.array_equal(found.by, one.by)
    assert np.array_equal(found.track, one.number)
    assert np.array_equal(found.time_s + found.epoch.since_s(one.epoch), one.time_s)
    for name in ("state_ecef", "packed_covariance", "phase_probability"):
        assert np.array_equal(getattr(found, name), getattr(one, name))
    assert found.simulated


def test_a_state_goes_once_and_an_object_that_others_had_a_part_in_never() -> None:
    outgoing = Outgoing()
    assert len(outgoing.bodies([shown()], frozenset())) == 1
    assert outgoing.bodies([shown()], frozenset()) == []
    newer = replace(shown(), time_s=np.array([5.0, 5.0, 6.0, 7.0]))
    (body,) = outgoing.bodies([newer], frozenset())
    assert read(body).track.tolist() == [3, 4]
    (body,) = outgoing.bodies([shown(time_s=8.0)], frozenset({"beech"}))
    assert read(body).track.tolist() == [1]
    assert read(body).sensors == ("alder/west",)
    assert outgoing.withheld == 3
    assert outgoing.bodies([shown(time_s=9.0)], frozenset({"alder", "beech"})) == []
    assert outgoing.withheld == 4


def test_an_object_that_came_back_goes_again_and_an_empty_picture_is_none() -> None:
    outgoing = Outgoing()
    outgoing.bodies([shown()], frozenset())
    assert outgoing.bodies([shown(count=0)], frozenset()) == []
    assert len(outgoing.bodies([shown()], frozenset())) == 1
    assert outgoing.bodies([], frozenset()) == []


# --- a link ---


@pytest.fixture
def at(tmp_path: Path) -> PeerAt:
    """A link to where nobody listens."""
    ground = prepared(tmp_path / "one")
    keys = ground.folder / "keys"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return PeerAt(
        address=f"http://127.0.0.1:{port}",
        party="aurora",
        viewer="borealis-liaison",
        key=keys / "aurora.key",
        passphrase_file=keys / "aurora.passphrase",
        every_s=0.05,
    )


def uncounted(body: bytes, tracks: int) -> None:
    """Where the log is, in tests that have none."""


def test_a_link_has_the_log_say_what_leaves_it_before_it_does(at: PeerAt) -> None:
    said: list[tuple[bytes, int]] = []
    made = PeerLink(at, "exercise", lambda: (shown(),), frozenset, lambda *one: said.append(one))
    made.start()
    wait_until(lambda: bool(said), "the log is told")
    made.close()
    ((body, tracks),) = said
    assert tracks == len(shown())
    sent = decoded(body, MSGPACK, "aurora")
    assert isinstance(sent, Reports)
    assert sent.track.tolist() == shown().number.tolist()


def test_a_centre_that_is_away_is_told_and_the_link_still_ends_at_once(at: PeerAt) -> None:
    made = PeerLink(at, "exercise", lambda: (shown(),), frozenset, uncounted)
    made.start()
    wait_until(lambda: made.word() == "away", "the link says so")
    assert "the centre does not answer" in made.state().error
    made.close()
    assert made.word() == "closed"


def test_a_link_without_a_picture_goes_on_trying(at: PeerAt) -> None:
    def none() -> tuple[Shown, ...]:
        raise TimeoutError

    made = PeerLink(at, "exercise", none, frozenset, uncounted)
    made.start()
    wait_until(lambda: made.word() == "away", "the link says so")
    assert made.state().error == "there is no picture"
    made.close()


def test_a_link_has_its_own_key(at: PeerAt, tmp_path: Path) -> None:
    other = msgspec.structs.replace(at, party="borealis")
    with pytest.raises(InputError, match="this is the key of another party"):
        PeerLink(other, "exercise", lambda: (), frozenset, uncounted)
    lost = msgspec.structs.replace(at, passphrase_file=tmp_path / "none")
    with pytest.raises(InputError, match="the passphrase cannot be read"):
        PeerLink(lost, "exercise", lambda: (), frozenset, uncounted)
