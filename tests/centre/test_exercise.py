"""The exercise: a folder of its own, taken up again, marked in every file, real to nobody."""

from __future__ import annotations

import stat
from pathlib import Path

import numpy as np
import pytest

from glasshield.catalog import load
from glasshield.centre.config import check_exposure, read_config
from glasshield.centre.exercise import CONFIG, Exercise, exercise
from glasshield.centre.people.registered import (
    read_parties,
    read_people,
    token_digest,
    write_people,
)
from glasshield.centre.simulated import BACKLOG_S, notice, run
from glasshield.centre.warning.notices import known_notice
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.release.layers import pictures
from glasshield.exchange.release.reading import read_rules
from glasshield.exchange.release.terms import Mode
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.detections import UNKNOWN

FACTS = load()
NOW = Instant.parse("2030-01-01T00:00:00Z")
PARTIES = {"aspen", "birch", "cedar"}


@pytest.fixture(scope="module")
def made() -> Simulation:
    return simulate(FACTS.scenarios["joint-centre"], FACTS)


@pytest.fixture(scope="module")
def prepared(made: Simulation, tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    folder = tmp_path_factory.mktemp("exercise") / "demo"
    return exercise(folder, [each.station for each in made.observers])


def test_every_file_for_people_says_that_it_is_an_exercise(prepared: Exercise) -> None:
    texts = [prepared.folder / CONFIG, *(prepared.folder / "rules").iterdir()]
    assert all("EXERCISE" in path.read_text() for path in texts)
    assert all(
        "simulated = true" in path.read_text() for path in prepared.config.sensors_folder.iterdir()
    )
    assert (prepared.config.mode, prepared.config.demo) == ("exercise", True)


def test_keys_and_tokens_are_read_by_their_owner_alone(prepared: Exercise) -> None:
    secret = [
        path
        for path in prepared.folder.rglob("*")
        if path.suffix in (".key", ".passphrase", ".token") or path.name == "people.toml"
    ]
    assert len(secret) == 2 * 4 + 5 + 1
    assert {stat.S_IMODE(path.stat().st_mode) for path in secret} == {0o600}


def test_the_exercise_never_listens_beyond_this_machine(prepared: Exercise) -> None:
    text = (prepared.folder / CONFIG).read_text()
    (prepared.folder / CONFIG).write_text(f'{text}\n[listen]\naddress = "0.0.0.0"\n')
    with pytest.raises(InputError, match="at a loopback address alone"):
        read_config(prepared.folder / CONFIG)
    (prepared.folder / CONFIG).write_text(text)
    check_exposure(read_config(prepared.folder / CONFIG), "here")


def test_each_party_has_its_key_and_its_sensors(prepared: Exercise) -> None:
    known = read_parties(prepared.config.parties_file)
    assert set(known.registry.parties) == set(known.stations) == set(prepared.signers) == PARTIES
    for party, signer in prepared.signers.items():
        (key,) = known.registry.party(party).keys
        assert key.public == signer.public
        assert {station.party for station in known.stations[party]} == {party}


def test_its_rules_can_be_in_force(prepared: Exercise) -> None:
    needed = pictures(read_rules(prepared.config.rules, FACTS.regions))
    assert set(needed) == {*PARTIES, "centre-staff", "birch-liaison"}


def test_it_is_taken_up_again_with_the_same_keys_and_tokens(prepared: Exercise) -> None:
    again = exercise(prepared.folder, [])
    assert again.tokens == prepared.tokens
    assert {one.public for one in again.signers.values()} == {
        one.public for one in prepared.signers.values()
    }


def test_a_token_that_was_taken_back_is_replaced(prepared: Exercise) -> None:
    people = read_people(prepared.config.people_file)
    gone = prepared.tokens["visitor"]
    since = next(
        token.since
        for token in people.person("visitor").tokens
        if token.sha256 == token_digest(gone)
    )
    write_people(people.revoked("visitor", since.plus_s(1.0)), prepared.config.people_file)
    assert exercise(prepared.folder, []).tokens["visitor"] != gone


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(InputError, match="this folder holds something else"):
        exercise(tmp_path, [])
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_run_stands_in_the_present_and_hides_the_truth(made: Simulation) -> None:
    first = run(made, 0, NOW)
    assert set(first.detections) == PARTIES
    for party, found in first.detections.items():
        assert {found.stations[at].party for at in np.unique(found.station_index)} == {party}
        assert (found.truth == UNKNOWN).all()
        assert found.simulated
        assert (np.diff(found.arrival_s) >= 0.0).all()
    earliest = min(
        found.epoch.plus_s(float(found.arrival_s[0])) for found in first.detections.values()
    )
    # False alarms of a second before the first sight are among them.
    assert -BACKLOG_S - 1.0 <= earliest.since_s(NOW) <= -BACKLOG_S
    later = run(made, 1, NOW)
    assert (
        min(found.epoch.plus_s(float(found.arrival_s[0])) for found in later.detections.values())
        >= NOW
    )


def test_the_notice_of_a_run_is_one_of_an_exercise(made: Simulation) -> None:
    text = notice(run(made, 0, NOW))
    known = known_notice(text, "birch", NOW, Mode.EXERCISE, FACTS.regimes)
    assert (known.notice.regime, known.notice.reference) == ("plns", "exercise-1")
    with pytest.raises(InputError, match="never meet"):
        known_notice(text, "birch", NOW, Mode.REAL, FACTS.regimes)
