"""The demonstration: a folder with which a centre runs an exercise of three made-up parties.

    centre.toml             the configuration, marked as a demonstration
    centre.vkey             the key of the log, for those who check it
    keys/PARTY.*            the keys of the parties, made here and known to nobody else
    tokens/PERSON.token     what lets each person of the exercise in
    rules/PARTY.toml        what each party grants the others
    data/                   the log, the parties, the people

Nothing in it is for real use: who runs the demonstration holds the keys of all parties.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from glasshield.centre.beginning import write_log_key
from glasshield.centre.config import Config, read_config
from glasshield.centre.people.registered import (
    PARTIES,
    Parties,
    People,
    Person,
    Role,
    Token,
    default_viewer,
    new_token,
    read_people,
    token_digest,
    write_parties,
    write_people,
)
from glasshield.centre.people.stationed import sensors_file
from glasshield.centre.unattended import make_key, read_key, write_secret
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.parties import Party, PartyKey, Registry
from glasshield.exchange.sensors import write_sensors
from glasshield.sensing.station import Station
from glasshield.workspace import check_writable, write_atomically

NAME: Final = "exercise.example/centre"
SCENARIO: Final = "joint-centre"
FOLDER: Final = Path("glasshield-demo")
CONFIG: Final = "centre.toml"
KEYS: Final = "keys"
TOKENS: Final = "tokens"
WITNESS: Final = "cedar"  # countersigns the log

_NAMES: Final = {"aspen": "Aspen", "birch": "Birch", "cedar": "Cedar"}
_VALID_S: Final = 7 * 86_400.0
_LEAST_S: Final = 3_600.0  # a token that is good for less is replaced

_CONFIG: Final = f"""\
# EXERCISE. A demonstration with made-up parties, whose keys all lie in this folder.
schema = "glasshield-centre/1"
name = "{NAME}"
mode = "exercise"
demo = true
rules = ["rules/aspen.toml", "rules/birch.toml", "rules/cedar.toml"]
"""

_RULES: Final = {
    "aspen": """\
# EXERCISE. What Aspen, which there is not, grants of its data.
schema = "glasshield-rules/1"

[rule.ally]                       # Cedar sees all, at once, with the names of sensors
from = "aspen"
to = ["cedar"]
kinds = ["events", "tracks", "detections"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
name_sensors = true

[rule.warning]                    # Birch is warned, coarsely
from = "aspen"
to = ["birch"]
kinds = ["events"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
events = ["launch-detected", "confirmed", "impact-predicted", "inside-notice", "outside-notice"]
round = { position = "10 km", velocity = "100 m/s", time = "1 s" }
""",
    "birch": """\
# EXERCISE. What Birch, which there is not, grants of its data.
schema = "glasshield-rules/1"

[rule.later]                      # Aspen sees tracks, ten seconds late and coarse
from = "birch"
to = ["aspen"]
kinds = ["tracks"]
sensors = ["all"]
mode = "exercise"
delay = "10 s"
round = { position = "5 km", velocity = "50 m/s" }
covariance_factor = 4
""",
    "cedar": """\
# EXERCISE. What Cedar, which there is not, grants of its data.
schema = "glasshield-rules/1"

[rule.ally]                       # Aspen sees all, at once, with the names of sensors
from = "cedar"
to = ["aspen"]
kinds = ["events", "tracks", "detections"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
name_sensors = true
""",
}
_FOR_STAFF: Final = """
[rule.staff]                      # the duty officer of the centre, and a liaison officer there
from = "{party}"
to = ["centre-staff", "birch-liaison"]
kinds = ["events", "tracks", "detections"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
round = {{ position = "100 m", velocity = "1 m/s" }}
name_sensors = true
"""


def _person(id: str, name: str, role: Role, party: str = "", viewer: str = "") -> Person:
    return Person(id, name, role, party, viewer or default_viewer(role, party))


_PEOPLE: Final = (
    _person("duty", "Duty officer of the exercise", Role.OPERATOR),
    _person("aspen-desk", "Desk of Aspen", Role.OPERATOR, "aspen"),
    _person("birch-officer", "Liaison officer of Birch", Role.LIAISON, "birch"),
    _person("visitor", "Somebody who watches for Cedar", Role.OBSERVER, viewer="cedar"),
    _person("auditor", "Auditor of the exercise", Role.AUDITOR),
)


@dataclass(frozen=True, slots=True)
class Exercise:
    """A demonstration that can be run.

    Attributes:
        folder: where all of it lies.
        config: of its centre.
        signers: the parties, by their ids.
        tokens: what lets each person in, by their ids.
    """

    folder: Path
    config: Config
    signers: Mapping[str, Signer]
    tokens: Mapping[str, str]


def exercise(folder: Path, stations: Iterable[Station]) -> Exercise:
    """The exercise in a folder, made where there is none yet.

    Args:
        folder: that is the exercise's alone.
        stations: of the parties of the scenario.

    Raises:
        InputError: the folder holds something else, or a part of the exercise is missing.
        OutputError: it cannot be written.
    """
    path = folder / CONFIG
    if not path.exists():
        _make(folder, tuple(stations))
    config = read_config(path)
    if not config.demo:
        raise InputError(
            "the centre in this folder is no demonstration",
            where=str(path),
            do=f"start it with --config {path}, or name another folder with --data",
        )
    signers = {party: read_key(party, folder / KEYS) for party in _NAMES}
    return Exercise(folder, config, signers, _good_tokens(folder, config.people_file))


def _make(folder: Path, stations: tuple[Station, ...]) -> None:
    """Writes the folder; its configuration last, so that half of one is no exercise.

    Raises:
        InputError: the folder holds something else.
        OutputError: it cannot be written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError(
            "this folder holds something else",
            where=str(folder),
            do="name another one with --data, or empty it",
        )
    check_writable(folder)
    write_log_key(make_key("centre", folder), NAME, folder)
    now = _now()
    registry = Registry()
    for party, name in _NAMES.items():
        signer = make_key(party, folder / KEYS)
        registry = registry.added(
            Party(party, f"{name} (made up)", (PartyKey(signer.public, now),))
        )
        own = [station for station in stations if station.party == party]
        write_sensors(own, sensors_file(folder / "data" / PARTIES, party), simulated=True)
        text = _RULES[party] + _FOR_STAFF.format(party=party)
        _write(folder / "rules" / f"{party}.toml", text)
    write_parties(Parties(registry, frozenset({WITNESS})), folder / "data" / PARTIES)
    _write(folder / CONFIG, _CONFIG)


def _good_tokens(folder: Path, people_file: Path) -> dict[str, str]:
    """A token of each person that is good for a while, made where there is none.

    Raises:
        InputError: the file of the people cannot be read.
    """
    known = read_people(people_file)
    found: dict[str, str] = {}
    now = _now()
    for person in _PEOPLE:
        path = folder / TOKENS / f"{person.id}.token"
        token = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        if known.who(token, now.plus_s(_LEAST_S)) is None:
            token = new_token()
            known = _with_token(
                known, person, Token(token_digest(token), now, now.plus_s(_VALID_S))
            )
            write_secret(path, f"{token}\n")
        found[person.id] = token
    write_people(known, people_file)
    return found


def _with_token(known: People, person: Person, token: Token) -> People:
    before = known.people.get(person.id, person)
    return known.put(replace(person, tokens=(*before.tokens, token)))


def _write(path: Path, text: str) -> None:
    with write_atomically(path) as aside:
        aside.write_text(text, encoding="utf-8")


def _now() -> Instant:
    """The present instant, to the second."""
    return Instant(int(time.time()) * 1_000_000)
