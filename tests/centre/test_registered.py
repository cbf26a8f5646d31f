"""The two files that say who is who: what is written reads back, what is wrong is named."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.centre.people import registered
from glasshield.centre.people.registered import (
    LetIn,
    Parties,
    People,
    Person,
    Role,
    Token,
    new_token,
    read_parties,
    read_people,
    token_digest,
    write_parties,
    write_people,
)
from glasshield.centre.people.stationed import put_stations, read_stations, sensors_file
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.keys import new_signer
from glasshield.exchange.parties import Party, PartyKey, Registry
from glasshield.exchange.sensors import write_sensors
from glasshield.sensing.station import Station

NOW = Instant.parse("2030-01-01T00:00:00Z")
HOUR_S = 3600.0

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40)


def person(id: str = "duty", role: Role = Role.OPERATOR, **more: str) -> Person:
    party = more.get("party", "")
    viewer = more.get("viewer") or registered.default_viewer(role, party)
    return Person(id, more.get("name", id), role, party, viewer)


def with_token(of: Person, text: str, valid_s: float = HOUR_S) -> Person:
    return replace(of, tokens=(Token(token_digest(text), NOW, NOW.plus_s(valid_s)),))


@given(name=NAMES, overlap_s=st.integers(0, 10**6).map(lambda us: us / 1e6), witness=st.booleans())
def test_prop_parties_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, overlap_s: float, witness: bool
) -> None:
    path = tmp_path_factory.mktemp("parties") / "parties.toml"
    first, second = new_signer("north.1"), new_signer("north.1")
    registry = Registry().added(Party("north.1", name, (PartyKey(first.public, NOW),)))
    registry = registry.rotated("north.1", second.public, NOW.plus_s(60.0), overlap_s)
    written = Parties(registry, frozenset({"north.1"} if witness else ()))
    write_parties(written, path)
    assert read_parties(path) == written


@given(name=NAMES, role=st.sampled_from(Role), valid_s=st.integers(1, 10**7))
def test_prop_people_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, role: Role, valid_s: int
) -> None:
    path = tmp_path_factory.mktemp("people") / "people.toml"
    viewer = "south" if role is Role.OBSERVER else ""
    made = person("anna", role, name=name, party="north", viewer=viewer)
    people = People().put(with_token(made, new_token(), valid_s)).revoked("anna", NOW.plus_s(0.5))
    write_people(people, path)
    assert read_people(path) == people


def test_no_file_is_nobody(tmp_path: Path) -> None:
    assert read_parties(tmp_path / "parties.toml") == Parties()
    assert read_people(tmp_path / "people.toml") == People()


def test_only_their_owner_reads_the_files(tmp_path: Path) -> None:
    write_people(People().put(person()), tmp_path / "people.toml")
    write_parties(Parties(), tmp_path / "parties.toml")
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_token_lets_its_person_in_until_it_expires_or_is_taken_back() -> None:
    text = new_token()
    people = People().put(with_token(person(), text))
    found = people.who(text, NOW)
    assert isinstance(found, LetIn)
    assert (found.person.id, found.token.expires) == ("duty", NOW.plus_s(HOUR_S))
    assert people.who(text, NOW.plus_s(-1.0)) is None
    assert people.who(text, NOW.plus_s(HOUR_S)) is None
    assert people.revoked("duty", NOW.plus_s(5.0)).who(text, NOW.plus_s(4.0)) is not None
    assert people.revoked("duty", NOW.plus_s(5.0)).who(text, NOW.plus_s(5.0)) is None


@pytest.mark.parametrize("text", ["", "gs_", "gs_" + "a" * 43, "x" * 46, "gs_" + "é" * 43])
def test_another_text_lets_nobody_in(text: str) -> None:
    assert People().put(with_token(person(), new_token())).who(text, NOW) is None


def test_the_file_of_people_holds_no_token(tmp_path: Path) -> None:
    text = new_token()
    write_people(People().put(with_token(person(), text)), tmp_path / "people.toml")
    assert text not in (tmp_path / "people.toml").read_text()


@pytest.mark.parametrize(
    ("role", "party", "viewer"),
    [
        (Role.OPERATOR, "", "centre-staff"),
        (Role.OPERATOR, "north", "north"),
        (Role.LIAISON, "north", "north-liaison"),
        (Role.OBSERVER, "", ""),
        (Role.AUDITOR, "", ""),
    ],
)
def test_whose_picture_somebody_sees(role: Role, party: str, viewer: str) -> None:
    assert registered.default_viewer(role, party) == viewer


KEY = new_signer("north").public.line

WRONG_PARTIES = [
    ('schema = "x"\n', "parties.toml:1: this is another file"),
    ("schema = 1\n[[party]]\n", "this is another file"),
    ('{S}[party.north]\nname = 1\n', "parties.toml:3: party.north.name is a number"),
    ('{S}[party.north]\nnam = "N"\n', "did you mean name?"),
    ('{S}[person.north]\nname = "N"\n', "only tables [party.ID] stand here"),
    ('{S}[party.north]\nname = "N"\n[[party.north.keys]]\npublic_key = "x"\nsince = "{T}"\n',
     "parties.toml:5: this is no key of north"),
    ('{S}[party.south]\nname = "N"\n[[party.south.keys]]\npublic_key = "{K}"\nsince = "{T}"\n',
     "parties.toml:5: this is no key of south"),
    ('{S}[party.north]\nname = "N"\n[[party.north.keys]]\npublic_key = "{K}"\nsince = "soon"\n',
     "parties.toml:6: 'soon' is not a date and time"),
    ('{S}[party."a b"]\nname = "N"\n', "this names no party"),
    ('{S}[party.centre-staff]\nname = "N"\n', "this name is kept for people"),
    ('{S}[party.north-liaison]\nname = "N"\n', "this name is kept for people"),
    ("[party\n", "not TOML"),
    ("a = " + "[" * 100_000, "not TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WRONG_PARTIES)
def test_what_is_wrong_with_a_party_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "parties.toml"
    head = f'schema = "{registered.PARTIES_SCHEMA}"\n'
    path.write_text(text.replace("{S}", head).replace("{K}", KEY).replace("{T}", str(NOW)))
    with pytest.raises(InputError) as raised:
        read_parties(path)
    assert said in str(raised.value)


WRONG_PEOPLE = [
    ('{S}[person.a]\nname = "A"\nrole = "king"\n', "people.toml:4: person.a.role cannot be 'king'"),
    ('{S}[person.a]\nname = "A"\nrole = "liaison"\n', "belongs to a party"),
    ('{S}[person.a]\nname = "A"\nrole = "observer"\n', "whose picture"),
    ('{S}[person.a]\nname = "A"\nrole = "auditor"\nviewer = "north"\n', "no picture"),
    (('{S}[person.a]\nname = "A"\nrole = "operator"\n[[person.a.tokens]]\nsha256 = "ab"\n'
     'since = "{T}"\nexpires = "{T}"\n'), "people.toml:6: this is no SHA-256"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WRONG_PEOPLE)
def test_what_is_wrong_with_a_person_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "people.toml"
    head = f'schema = "{registered.PEOPLE_SCHEMA}"\n'
    path.write_text(text.replace("{S}", head).replace("{T}", str(NOW)))
    with pytest.raises(InputError) as raised:
        read_people(path)
    assert said in str(raised.value)


def test_stations_lie_beside_their_party(tmp_path: Path) -> None:
    path, given_file = tmp_path / "data" / "parties.toml", tmp_path / "given.toml"
    registry = Registry()
    for party in ("north", "south"):
        signer = new_signer(party)
        registry = registry.added(Party(party, party, (PartyKey(signer.public, NOW),)))
        # Two parties may call a sensor the same.
        write_sensors([Station("radar", 0.5, 0.1, party=party)], given_file, simulated=True)
        put_stations(path, party, given_file)
    write_parties(Parties(registry), path)
    found = read_parties(path).stations
    assert {party: [one.party for one in found[party]] for party in found} == {
        "north": ["north"],
        "south": ["south"],
    }
    with pytest.raises(InputError, match="no station in this file is of north; got south"):
        put_stations(path, "north", given_file)


def test_of_a_file_of_several_parties_each_gets_its_own(tmp_path: Path) -> None:
    path, given_file = tmp_path / "data" / "parties.toml", tmp_path / "given.toml"
    stations = [Station("a", 0.5, 0.1, party="north"), Station("b", 0.6, 0.2, party="south")]
    write_sensors(stations, given_file, simulated=True, asterix={(25, 1): "a", (25, 2): "b"})
    assert [one.id for one in put_stations(path, "north", given_file)] == ["a"]
    text = sensors_file(path, "north").read_text()
    assert "simulated = true" in text
    assert "asterix = [25, 1]" in text
    assert read_stations(sensors_file(path, "north"), "north") == (stations[0],)


def test_a_station_of_another_party_is_none_of_this_one(tmp_path: Path) -> None:
    file = tmp_path / "sensors.toml"
    write_sensors([Station("a", 0.5, 0.1, party="north")], file, simulated=False)
    with pytest.raises(InputError, match="another party's"):
        read_stations(file, "south")
