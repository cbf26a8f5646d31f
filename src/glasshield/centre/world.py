"""What pictures depend on besides the data: sensors, viewers, rules, and how they are made.

It lies in the store under the hash that an entry of the log names, so that whoever has the log and
what it stands for by hash can make the same pictures again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from glasshield.centre.config import Config, PictureAt
from glasshield.centre.log.store import Body
from glasshield.centre.people.registered import LIAISON, STAFF, Parties, People
from glasshield.centre.picture.in_force import InForce
from glasshield.centre.picture.options import USUAL, EngineOptions
from glasshield.centre.picture.planning import check_delays
from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, plain
from glasshield.exchange.log.entries import Mode
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import Mode as ReleaseMode
from glasshield.exchange.station_values import station_from_si, station_to_si
from glasshield.sensing.station import Station

SCHEMA: Final = "glasshield-world/1"


class World(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What pictures depend on besides the data.

    Attributes:
        schema: its name and version.
        mode: of the centre.
        picture: how pictures are made.
        stations: of each party, in SI units and radians.
        viewers: who may have a picture, and whether they bring data of their own.
        rules: the SHA-256 of the rules in force of each party.
    """

    schema: str
    mode: Mode
    picture: PictureAt
    stations: dict[str, tuple[dict[str, Any], ...]]
    viewers: dict[str, bool]
    rules: dict[str, str]

    @classmethod
    def of(
        cls,
        config: Config,
        parties: Parties,
        people: People,
        rules: Mapping[str, str],
    ) -> World:
        """What holds with these parties and people.

        Args:
            config: of the centre; other centres read as viewers of their own.
            parties: with their stations.
            people: some of whom do, too.
            rules: the SHA-256 of the rules of each party.
        """
        stations = {
            party: tuple(station_to_si(station) for station in found)
            for party, found in sorted(parties.stations.items())
        }
        viewers = viewers_of(config, parties, people)
        return cls(
            schema=SCHEMA,
            mode=config.mode,
            picture=config.picture,
            stations=stations,
            viewers=viewers,
            rules=dict(sorted(rules.items())),
        )

    def under(self, rules: RuleSet) -> World:
        """This with those viewers alone who can have pictures under some rules."""
        found = fitting(rules, self.viewers, self.mode)
        return msgspec.structs.replace(self, viewers=found)

    @property
    def all_stations(self) -> dict[str, tuple[Station, ...]]:
        """The stations of each party.

        Raises:
            InputError: one of them cannot be.
        """
        return {
            party: tuple(station_from_si(values) for values in found)
            for party, found in self.stations.items()
        }

    @property
    def options(self) -> EngineOptions:
        """How pictures are made."""
        at = self.picture
        return EngineOptions(
            keep_s=at.keep_s,
            lag_s=at.lag_s,
            history_s=at.history_s,
        )

    @property
    def body(self) -> Body:
        """As it lies in the store."""
        return Body.of(canonical(plain(self)))


def world_in(data: bytes, where: str) -> World:
    """What a stored body says.

    Args:
        data: of the body.
        where: which entry names it, for messages.

    Raises:
        InputError: it says something else.
    """
    try:
        found = msgspec.json.decode(data, type=World)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError("this is not how a centre stood", where=where, got=str(error)) from None
    if found.schema != SCHEMA:
        raise InputError(
            "this centre was of another version", where=where, got=found.schema, expected=SCHEMA
        )
    return found


def check_together(rules: RuleSet, viewers: Mapping[str, bool], mode: Mode) -> None:
    """Refuse rules that could not be in force for these viewers.

    Args:
        rules: of all parties.
        viewers: who may have a picture, and whether they bring data.
        mode: of the centre.

    Raises:
        InputError: a viewer would need too many pictures, or a rule delays too long.
    """
    check_delays(rules, USUAL.most_delay_s)
    InForce(rules=rules, viewers=viewers).plans(ReleaseMode(mode), USUAL.most_feeds)


def fitting(rules: RuleSet, viewers: Mapping[str, bool], mode: Mode) -> dict[str, bool]:
    """Those of some viewers who can have pictures under these rules, each looked at alone.

    Args:
        rules: of all parties.
        viewers: who may have a picture, and whether they bring data.
        mode: of the centre.
    """

    def fits(viewer: str) -> bool:
        try:
            check_together(rules, {viewer: viewers[viewer]}, mode)
        except InputError:
            return False
        return True

    return {viewer: brings for viewer, brings in viewers.items() if fits(viewer)}


def viewers_of(config: Config, parties: Parties, people: People) -> dict[str, bool]:
    """Who may have a picture, and whether it brings data: of these only parties do."""
    own, peers = set(parties.registry.parties), {each.viewer for each in config.peer.values()}
    others = {STAFF, *peers, *(f"{party}{LIAISON}" for party in own)}
    others |= {person.viewer for person in people.people.values() if person.viewer}
    return {viewer: viewer in own for viewer in sorted(own | others)}
