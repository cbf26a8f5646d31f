"""A centre to be tried: its folder with made-up parties, keys, sensors, rules and people."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from glasshield.centre.beginning import begin
from glasshield.centre.config import Config, read_config
from glasshield.centre.people.registered import (
    PARTIES,
    PEOPLE,
    Parties,
    People,
    Person,
    Role,
    Token,
    default_viewer,
    new_token,
    token_digest,
    write_parties,
    write_people,
)
from glasshield.centre.people.stationed import sensors_file
from glasshield.centre.unattended import make_key, read_key
from glasshield.earth.time import Instant
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.checkpoints import Seals, log_key, seals
from glasshield.exchange.parties import Party, PartyKey, Registry
from glasshield.exchange.sensors import write_sensors
from glasshield.sensing.station import Station

NAME = "faults.example/centre"
# They look often, so that pictures change at almost every tick.
NORTH = Station("north", math.radians(55.0), math.radians(20.0), party="aurora", period_s=0.1)
SOUTH = Station(
    "south", math.radians(46.0), math.radians(24.0), 300.0, party="borealis", period_s=0.1
)
_TOKEN_S = 86_400.0

# What each grants the other, and the centre's staff.
ALL_TO_ALL = """\
schema = "glasshield-rules/1"

[rule.partner]
from = "{owner}"
to = [{others}]
kinds = ["events", "tracks", "detections"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
name_sensors = true
"""


@dataclass(frozen=True)
class Plan:
    """What a centre to be tried is made of.

    Attributes:
        stations: of all parties.
        rules: of each party, in TOML; a party that is not named grants all to all, one with an
            empty text nothing.
        config: more of `centre.toml`.
        people: beside an operator and an auditor.
        witnesses: parties that see how long the log is.
        since: from when on keys and tokens are good; by default since a minute ago.
    """

    stations: tuple[Station, ...] = (NORTH, SOUTH)
    rules: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    config: str = ""
    people: tuple[Person, ...] = ()
    witnesses: frozenset[str] = frozenset()
    since: Instant | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """Their ids."""
        return tuple(dict.fromkeys(each.party for each in self.stations))


@dataclass(frozen=True)
class Ground:
    """A folder in which a centre can run.

    Attributes:
        folder: of all.
        parties: their ids.
        tokens: what lets each person in.
    """

    folder: Path
    parties: tuple[str, ...]
    tokens: Mapping[str, str]

    @property
    def file(self) -> Path:
        """The configuration."""
        return self.folder / "centre.toml"

    @property
    def config(self) -> Config:
        """The configuration as the centre reads it."""
        return read_config(self.file)

    def signer(self, party: str) -> Signer:
        """The key of a party."""
        return read_key(party, self.folder / "keys")

    @property
    def seals(self) -> Seals:
        """By which checkpoints of the log are known."""
        return seals(log_key(read_key("centre", self.folder), NAME))


def person(id: str, role: Role, party: str = "", viewer: str = "") -> Person:
    """Somebody without a token."""
    return Person(id, f"Made-up {id}", role, party, viewer or default_viewer(role, party))


def prepared(folder: Path, plan: Plan | None = None) -> Ground:
    """A folder in which a centre can run, made as its operator would."""
    plan = plan or Plan()
    begin(folder, NAME)
    since = plan.since or Instant(int(time.time() - 60.0) * 1_000_000)
    registry = Registry()
    for party in plan.parties:
        signer = make_key(party, folder / "keys")
        registry = registry.added(Party(party, party.title(), (PartyKey(signer.public, since),)))
        own = [each for each in plan.stations if each.party == party]
        write_sensors(own, sensors_file(folder / "data" / PARTIES, party), simulated=True)
    write_parties(Parties(registry, plan.witnesses), folder / "data" / PARTIES)
    return Ground(folder, plan.parties, _completed(folder, plan, since))


def _completed(folder: Path, plan: Plan, since: Instant) -> Mapping[str, str]:
    """Writes people, and all else; gives the tokens."""
    everybody = (person("duty", Role.OPERATOR), person("auditor", Role.AUDITOR), *plan.people)
    tokens = {each.id: new_token() for each in everybody}
    people = People()
    for each in everybody:
        token = Token(token_digest(tokens[each.id]), since, since.plus_s(_TOKEN_S))
        people = people.put(replace(each, tokens=(token,)))
    write_people(people, folder / "data" / PEOPLE)
    configure(folder, plan)
    return MappingProxyType(tokens)


def configure(folder: Path, plan: Plan) -> None:
    """Writes the rules and the configuration of a centre."""
    (folder / "rules").mkdir()
    names = list(_rules_written(folder / "rules", plan))
    listed = ", ".join(f'"rules/{name}"' for name in names)
    head = f'schema = "glasshield-centre/1"\nname = "{NAME}"\nmode = "exercise"\n'
    text = f"{head}rules = [{listed}]\n[listen]\nport = 0\n{plan.config}\n"
    (folder / "centre.toml").write_text(text, encoding="utf-8")


def _rules_written(folder: Path, plan: Plan) -> Iterator[str]:
    """Writes the rules of each party; gives the names of the files."""
    for party in plan.parties:
        others = [each for each in (*plan.parties, "centre-staff") if each != party]
        listed = ", ".join(f'"{each}"' for each in others)
        text = plan.rules.get(party, ALL_TO_ALL.format(owner=party, others=listed))
        if text:
            (folder / f"{party}.toml").write_text(text, encoding="utf-8")
            yield f"{party}.toml"
