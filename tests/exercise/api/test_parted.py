"""What rooms are told of pictures that are not their party's: cut off, kept back, or run again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from glasshield import catalog
from glasshield.centre.api.live import JSON, Written
from glasshield.exercise import log
from glasshield.exercise.actions import Action, Inject, Say
from glasshield.exercise.api import wire
from glasshield.exercise.api.lines import LineQuery, Told
from glasshield.exercise.api.serving import serving
from glasshield.exercise.api.setting import setting, unnamed
from glasshield.exercise.api.table import Table
from glasshield.exercise.api.watching import Watched
from glasshield.exercise.log import Start, begun
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import parse
from glasshield.exercise.records import CENTRE, CONTROLLER
from glasshield.exercise.run import Variant
from glasshield.exercise.world import Stage
from glasshield.report.view.document import View
from tests.exercise import small
from tests.exercise.api import kept
from tests.exercise.api.looking import Rooms
from tests.exercise.test_alone import BATTERY, FAILS, WATER

FACTS = catalog.load()
ASPEN, BIRCH = "aspen-national", "birch-national"
CUT_S = 150  # both parties and the centre have tracks of all that flies
SHOT_S = 312  # nothing has met anything before: what flies is the same, whoever plans
SEED = 3
Seen = tuple[str, int, bool, tuple[wire.TrackName, ...]]


def _stage(*changes: tuple[str, str]) -> Stage:
    text = small.TEXT.replace(FAILS, "")
    for before, after in changes:
        assert before in text, "the small exercise has changed"
        text = text.replace(before, after, 1)
    return Stage.of(parse(text, "parted.toml", FACTS))


@pytest.fixture(scope="module")
def both_armed() -> Stage:
    """Each party has a battery, a sensor, and something that flies at it."""
    return _stage(("[battery.south]", BATTERY))


@pytest.fixture(scope="module")
def over_another() -> Stage:
    """All that Aspen could meet it would meet above Birch's territory; the centre has no data."""
    return _stage(
        ('territory = ["birch-land"]', 'territory = ["birch-land", "water"]'),
        ("[region.birch-land]", WATER),
        ('to = ["birch", "centre"]', 'to = ["birch"]'),
        ('to = ["aspen", "centre"]', 'to = ["aspen"]'),
    )


def _table(
    stage: Stage, folder: Path, done: Sequence[Action] = (), withheld: Sequence[str] = ()
) -> Table:
    start = Start(Variant(frozenset(withheld)), done, Audience.CONTROLLER_TOO)
    return Table(begun(folder, stage, SEED, start))


def _inject(second: int, what: str, name: str) -> Inject:
    return Inject(second=second, cell=CONTROLLER, what=what, name=name)  # type: ignore[arg-type]


def _clock(table: Table) -> wire.Clock:
    at = str(table.at)
    return wire.Clock(second=table.second, at=at, state="running", speed=1.0, real_speed=None)


def _sent(table: Table, room: str, last_s: int) -> Iterator[tuple[int, bytes]]:
    """All that a room is sent, with the second at which it is."""
    told, written = Told(JSON, LineQuery()), Written(lambda *_, **__: None)
    while table.second < last_s:
        table.step()
        now = table.now(room, _clock(table))
        for message in told.news(now, written):
            data = message if isinstance(message, bytes) else message.encode()
            yield table.second, data.replace(now.room.run.encode(), b"RUN")
    table.close()


def _objects(table: Table, room: str) -> list[Seen]:
    body = table.now(room, _clock(table)).objects
    return [(each.viewer, each.number, each.is_now, each.tracks) for each in body.objects]


# A cut link.


@pytest.mark.parametrize(
    "beyond",
    [
        [_inject(160, "withholds", "birch")],
        [Say(second=160, cell=BIRCH, text="The centre has lost it.")],
    ],
    ids=["withholds", "words"],
)
def test_regress_a_room_beyond_a_cut_link_hears_nothing_of_what_the_centre_sees(
    both_armed: Stage, tmp_path: Path, beyond: list[Action]
) -> None:
    """What others do changes the centre's picture, and no byte of what that room is sent."""
    cut = _inject(CUT_S, "link-cut", "aspen")
    usual = _table(both_armed, tmp_path / "usual", [cut])
    other = _table(both_armed, tmp_path / "other", [cut, *beyond])
    found = list(_sent(usual, ASPEN, SHOT_S))
    assert found == list(_sent(other, ASPEN, SHOT_S))
    before = [data for second, data in found if second < CUT_S and b'"type":"objects"' in data]
    assert b'"viewer":"centre"' in before[-1], "the room knew objects of the centre's"
    assert b'"is_now":true' in before[-1]


def test_an_object_of_the_centre_is_shown_again_when_the_link_is(
    both_armed: Stage, tmp_path: Path
) -> None:
    done = [_inject(CUT_S, "link-cut", "aspen"), _inject(200, "link-restored", "aspen")]
    table = _table(both_armed, tmp_path / "run", done)
    now: dict[int, set[bool]] = {}
    while table.second < 220:
        table.step()
        now[table.second] = {
            is_now for who, _, is_now, _ in _objects(table, ASPEN) if who == CENTRE
        }
        assert all(is_now for _, _, is_now, _ in _objects(table, CONTROLLER))
    table.close()
    assert any(now[CUT_S - 2])
    assert {is_now for second in range(152, 200, 4) for is_now in now[second]} == {False}
    assert any(now[200])


def test_words_do_not_cross_a_cut_link_but_the_controllers(
    both_armed: Stage, tmp_path: Path
) -> None:
    done: list[Action] = [_inject(100, "link-cut", "aspen")]
    done += [Say(second=120, cell=cell, text=f"by {cell}") for cell in (ASPEN, BIRCH, CONTROLLER)]
    table = _table(both_armed, tmp_path / "run", done)
    while table.second < 124:
        table.step()
    read = {
        room: [
            cell
            for cell in (ASPEN, BIRCH, CONTROLLER)
            for each in table.now(room, _clock(table)).records
            if f"by {cell}" in each.said.en
        ]
        for room in table.rooms
    }
    table.close()
    assert read == {
        ASPEN: [ASPEN, CONTROLLER],
        BIRCH: [BIRCH, CONTROLLER],
        CONTROLLER: [ASPEN, BIRCH, CONTROLLER],
    }


# A neighbour's own picture.


def _of_aspens(stage: Stage, folder: Path, withheld: Sequence[str]) -> dict[int, tuple[bool, bool]]:
    """Whether Birch's room has an object of Aspen's own now, and was told of one, by second."""
    table, found, count = _table(stage, folder, withheld=withheld), {}, 0
    while table.second < SHOT_S:
        table.step()
        records = table.now(BIRCH, _clock(table)).records
        said = any(each.object and each.object.viewer == "aspen" for each in records[count:])
        count = len(records)
        now = any(is_now for who, _, is_now, _ in _objects(table, BIRCH) if who == "aspen")
        found[table.second] = now, said
    table.close()
    return found


def test_regress_a_consulted_neighbour_is_told_of_a_kept_picture_when_it_is_asked_alone(
    over_another: Stage, tmp_path: Path
) -> None:
    found = _of_aspens(over_another, tmp_path / "run", ("aspen",))
    assert any(now for now, _ in found.values())
    assert all(said for now, said in found.values() if now)


def test_a_consulted_neighbour_that_is_given_all_is_told_step_by_step(
    over_another: Stage, tmp_path: Path
) -> None:
    found = _of_aspens(over_another, tmp_path / "run", ())
    assert any(now and not said for now, said in found.values())


# Run again.


def _to(table: Table, second: int, look: Callable[[Table], object] = lambda _: None) -> Table:
    while table.second < second:
        table.step()
        look(table)
    return table


def test_regress_a_start_anew_and_a_rewind_change_nothing_that_a_room_is_shown(
    both_armed: Stage, tmp_path: Path
) -> None:
    start = Start(audience=Audience.CONTROLLER_TOO)
    table = _to(Table(begun(tmp_path / "run", both_armed, SEED, start)), 400)
    shown = {room: _objects(table, room) for room in table.rooms}
    assert any(not is_now and tracks for _, _, is_now, tracks in shown[ASPEN]), "what is lost"
    back = table.rewound(400)
    assert {room: _objects(back, room) for room in back.rooms} == shown
    back.close()
    watched = Watched()
    branch, _ = log.resumed(
        tmp_path / "run", FACTS, audience=Audience.CONTROLLER_TOO, watch=watched.see
    )
    again = _to(Table(branch, watched=watched), 400, lambda each: _objects(each, ASPEN))
    assert {room: _objects(again, room) for room in again.rooms} == shown
    again.close()


# What is not named.


UNNAMED = kept.SCRIPT.read_text(encoding="utf-8").replace(
    'from = "birch"\nto = ["aspen", "centre"]\nkinds = ["tracks", "events"]\nsensors = ["all"]\n'
    'delay = "0 s"\nname_sensors = true',
    'from = "birch"\nto = ["aspen", "centre"]\nkinds = ["tracks", "events"]\nsensors = ["all"]\n'
    'delay = "0 s"\nname_sensors = false',
)


def test_regress_a_sensor_that_its_party_does_not_name_is_in_no_other_partys_setting(
    tmp_path: Path,
) -> None:
    stage = Stage.of(parse(UNNAMED, "unnamed.toml", FACTS))
    start = Start(audience=Audience.CONTROLLER_TOO)
    with serving(Table(begun(tmp_path / "run", stage, start=start))) as served:
        rooms = Rooms(served)
        sent = {room: rooms.get(room, "/v1/setting").content for room in served.tokens}
    assert b"birch/east" not in sent[ASPEN]
    for room in (BIRCH, CONTROLLER):
        assert msgspec.json.decode(sent[room], type=View) == setting(stage)
    left = msgspec.json.decode(sent[ASPEN], type=View)
    assert [each.id for each in left.sensors] == ["aspen/west"]
    assert left.batteries == setting(stage).batteries


@pytest.mark.parametrize(
    ("party", "hidden"),
    [("", set()), ("aspen", set()), ("birch", set()), ("cedar", {"east"})],
)
def test_a_sensor_is_named_by_any_rule_that_is_about_it(party: str, hidden: set[str]) -> None:
    text = kept.SCRIPT.read_text(encoding="utf-8")
    text += '\n[party.cedar]\nname = "Cedar"\nname_ru = "Кедр"\nterritory = []\ndefends = []\n'
    text += '\n[rule.cedar]\nfrom = "aspen"\nto = ["cedar"]\nkinds = ["tracks"]\n'
    text += 'sensors = ["west"]\ndelay = "10 s"\nname_sensors = true\n'
    exercise = parse(text, "three.toml", FACTS)
    assert unnamed(exercise, party) == hidden
