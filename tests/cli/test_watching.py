"""What the terminal shows of a live picture: mark, age, words, and nothing that steers it."""

from __future__ import annotations

import math
from dataclasses import replace
from io import StringIO
from typing import Any

import msgspec
import numpy as np
import pytest
from rich.console import Console

from glasshield.centre.api.wire import (
    Contributor,
    EventBody,
    Gone,
    Goodbye,
    Hello,
    LiveEvents,
    LivePictures,
    Phases,
    Picture,
    Terms,
    Track,
)
from glasshield.cli import acting, at_centre
from glasshield.cli.watching import MOST_EVENTS, Layout, Seen, height, screen
from glasshield.cli.watching_events import Told, event_cells
from glasshield.cli.watching_pictures import FAULT_S, NOTED_S, Choice, choice
from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError
from glasshield.exchange.release.coarsen import PlaceKind
from glasshield.exchange.release.terms import EventKind

AT = Instant.parse("2030-01-01T12:00:05Z")
EXACT = Terms(
    delay_s=0.0,
    position_m=0.0,
    velocity_m_s=0.0,
    time_s=0.0,
    covariance_factor=1.0,
    classes=None,
    events=None,
    names_sensors=True,
)
LATE = msgspec.structs.replace(EXACT, delay_s=10.0, position_m=5000.0)
ASPEN, CEDAR = Contributor(party="aspen", sensor="west"), Contributor(party="cedar", sensor="east")
BIRCH = Contributor(party="birch", sensor="north")
SIGMA_M = 30.0
COVARIANCE = tuple(float(value) for value in (np.eye(6) * SIGMA_M**2)[np.triu_indices(6)])


def track(number: int, age_s: float = 0.4, **more: object) -> Track:
    place = geodetic_to_ecef(math.radians(25.1), math.radians(-41.2), 213e3)
    made = Track(
        number=number,
        time_s=5.0,
        position_ecef_m=(float(place[0]), float(place[1]), float(place[2])),
        velocity_ecef_m_s=(2000.0, 1500.0, 0.0),
        covariance=COVARIANCE,
        object_class="MRBM",
        phases=Phases(boost=0.1, coast=0.8, entry=0.1),
        first_seen_s=0.0,
        last_seen_s=5.0 - age_s,
        age_s=age_s,
        is_coasted=age_s > 1.0,
        contributors=(0,),
    )
    return msgspec.structs.replace(made, **more)


def picture(
    number: int, *tracks: Track, terms: Terms = EXACT, of: tuple[Contributor, ...] = (ASPEN,)
) -> Picture:
    return Picture(
        picture=number,
        mode="exercise",
        simulated=True,
        at=str(AT),
        epoch="2030-01-01T12:00:00Z",
        terms=terms,
        contributors=of,
        tracks=tracks,
    )


def event(number: int = 1, **more: object) -> EventBody:
    made = EventBody(
        number=number,
        picture=1,
        kind=EventKind.IMPACT_PREDICTED,
        object=1,
        object_class="MRBM",
        time=str(AT),
        at=str(AT),
        again=False,
        simulated=True,
        contributors=(ASPEN,),
        place=PlaceKind.IMPACT,
        lat_rad=math.radians(33.0),
        lon_rad=math.radians(-32.0),
        covariance_m2=((1e8, 0.0), (0.0, 4e8)),
        radii=(1.1774, 2.4477),
        region="sea/PRT",
        expected=None,
        expected_sigma_s=None,
        first_seen=None,
        latency_s=12.31,
        detections=None,
        notice="",
        against=(),
    )
    return msgspec.structs.replace(made, **more)


HELLO = Hello(mode="exercise", run="one", viewer="aspen", notice="")


def seen(*pictures: Picture, mode: str = "exercise") -> Seen:
    hello = msgspec.structs.replace(HELLO, mode=mode)
    return Seen().with_message(hello).with_message(LivePictures(at=str(AT), pictures=pictures))


def shown(what: Seen, *, later_s: float = 0.4, lang: str = "en", **more: Any) -> str:
    layout = Layout("ru" if lang == "ru" else "en", "http://127.0.0.1:1", **more)
    console = Console(width=layout.columns, file=StringIO(), force_terminal=False)
    console.print(screen(what, AT.plus_s(later_s), layout))
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_an_object_with_its_figures() -> None:
    text = shown(seen(picture(1, track(7))))
    for word in (
        "EXERCISE", "SIMULATED", "Picture of aspen", "data of 0.4\N{NO-BREAK SPACE}s ago", "MRBM",
        "coast", "25.10N", "41.20W", "213\N{NO-BREAK SPACE}km", "2.50\N{NO-BREAK SPACE}km/s",
        "30\N{NO-BREAK SPACE}m", "aspen/west",
    ):  # fmt: skip
        assert word in text, word


def test_the_same_in_russian() -> None:
    text = shown(seen(picture(1, track(7))).with_message(LiveEvents(events=(event(),))), lang="ru")
    for word in ("УЧЕНИЕ", "МОДЕЛИРОВАНИЕ", "БРСД", "предсказано место падения", "Португалия"):
        assert word in text, word


def test_a_real_picture_says_so() -> None:
    text = shown(seen(picture(1, track(7)), mode="real"))
    assert "REAL" in text
    assert "EXERCISE" not in text


def test_what_is_old_is_said_to_be_behind() -> None:
    assert "BEHIND LIVE" not in shown(seen(picture(1)), later_s=1.9)
    assert "BEHIND LIVE" in shown(seen(picture(1)), later_s=2.1)
    assert "waiting for the first picture" in shown(Seen())


def test_a_lost_centre_is_said_and_its_last_picture_stays() -> None:
    lost = replace(seen(picture(1, track(7))), lost="the centre does not answer")
    text = shown(lost, later_s=30.0)
    assert "NOT LIVE: the centre does not answer" in text
    assert "213\N{NO-BREAK SPACE}km" in text
    ended = seen(picture(1)).with_message(Goodbye(why="your token expired"))
    assert "NOT LIVE: your token expired" in shown(ended)
    assert "NOT LIVE" not in shown(ended.with_message(HELLO))


def test_a_look_that_missed_is_marked() -> None:
    text = shown(seen(picture(1, track(1, age_s=3.2))))
    assert "3.2\N{NO-BREAK SPACE}s*" in text


def test_an_age_is_that_of_what_is_shown_not_of_the_last_message() -> None:
    later = seen(picture(1, track(1))).with_message(
        LivePictures(at=str(AT.plus_s(4.0)), pictures=(picture(2, of=()),))
    )
    assert "4.4\N{NO-BREAK SPACE}s" in shown(later, later_s=4.0)


def test_the_earliest_and_finest_picture_comes_first_and_the_others_in_a_line() -> None:
    late = picture(3, track(1), terms=LATE, of=(ASPEN, BIRCH, CEDAR))
    both = picture(2, track(1), of=(ASPEN, CEDAR))
    text = shown(seen(picture(1, track(1)), both, late))
    assert text.index("Picture 2 ") < text.index("Picture 1:") < text.index("Picture 3:")
    assert "10\N{NO-BREAK SPACE}s after arrival" in text
    assert "Picture 3: 1 object ·" in text
    assert "Picture 3 " in shown(seen(both, late), picture=3).split("Picture 2")[0]


def test_objects_that_only_another_picture_has_are_named_in_its_line() -> None:
    far = track(8, position_ecef_m=(7e6, 0.0, 0.0))
    late = picture(3, track(1), far, terms=LATE, of=(ASPEN, BIRCH))
    now = seen(picture(1, track(1)), late)
    assert "Picture 3: 2 objects, not above: 3/8 ·" in shown(now)
    # An event of another picture has that picture's number before the object's.
    told = now.with_message(LiveEvents(events=(event(1), event(2, picture=3, object=8))))
    assert shown(told).count("3/8") == 2
    assert "1/1" not in shown(told)


def test_another_picture_than_before_is_said() -> None:
    rich, poor = picture(2, track(1), of=(ASPEN, CEDAR)), picture(1, track(1))
    first = choice({1: poor}, None, None, AT)
    assert first == Choice(1)
    second = choice({1: poor, 2: rich}, None, first, AT)
    assert second == Choice(2, 1, AT)
    assert choice({1: poor, 2: rich}, None, second, AT.plus_s(5.0)) is second
    assert choice({1: poor, 2: rich}, 1, second, AT) == Choice(1)
    assert choice({1: poor}, None, second, AT) == Choice(1, 2, AT, is_gone=True)
    now = seen(poor, rich)
    said = "Since 12:00:05 picture 2 in place of picture 1"
    assert said in shown(now, choice=second)
    assert said not in shown(now, choice=second, later_s=NOTED_S + 1.0)


def test_pictures_come_and_go() -> None:
    now = seen(picture(1, track(1)), picture(2))
    assert sorted(now.pictures) == [1, 2]
    assert sorted(now.with_message(Gone(pictures=(1,))).pictures) == [2]
    again = msgspec.structs.replace(HELLO, run="two")
    assert now.with_message(again).pictures == {}
    assert now.with_message(HELLO).pictures == now.pictures


SIZES = [(columns, rows, lang) for columns, rows in ((80, 24), (80, 30), (80, 40), (160, 45))
         for lang in ("en", "ru")]  # fmt: skip
CONFIRMED = EventKind.CONFIRMED
NEWEST_AT, ALARM_AT = "12:34:56", "12:00:01"


def busy() -> Seen:
    """Three pictures of twenty objects, an old alarm that holds, forty later events."""
    of = (ASPEN, BIRCH, CEDAR)
    many = [track(number, age_s=1123.4, contributors=(0, 1, 2)) for number in range(1, 21)]
    told = (
        event(1, time=f"2030-01-01T{ALARM_AT}Z", object=7, contributors=of, notice="N-2030-17"),
        *(event(n, kind=CONFIRMED, object=3, contributors=of) for n in range(2, 41)),
        event(41, kind=CONFIRMED, time=f"2030-01-01T{NEWEST_AT}Z", contributors=of),
    )
    now = seen(*(picture(number, *many, of=of, terms=LATE) for number in (1, 2, 3)))
    return now.with_message(LiveEvents(events=told))


@pytest.mark.parametrize(("columns", "rows", "lang"), SIZES)
def test_the_newest_event_and_an_alarm_that_holds_are_always_on_the_screen(
    columns: int, rows: int, lang: str
) -> None:
    lines = shown(busy(), rows=rows, columns=columns, lang=lang).splitlines()
    assert len(lines) <= rows
    assert max(map(len, lines)) <= columns
    for at in (NEWEST_AT, ALARM_AT):
        assert sum(line.strip().startswith(at) for line in lines) == 1, at
    assert NEWEST_AT in [line for line in lines if line.strip()][-1]


@pytest.mark.parametrize(("columns", "rows", "lang"), SIZES)
def test_only_the_last_column_is_ever_cut(columns: int, rows: int, lang: str) -> None:
    text = shown(busy(), rows=rows, columns=columns, lang=lang)
    assert not [line for line in text.splitlines() if "…" in line.rstrip()[:-1]]
    told = shown(seen(picture(1, track(7))).with_message(LiveEvents(events=(event(),))),
                 rows=rows, columns=columns, lang=lang)  # fmt: skip
    assert "…" not in told
    assert ("БРСД" if lang == "ru" else "MRBM") in told


def test_the_rows_are_measured_as_they_come_out() -> None:
    drawn = screen(busy(), AT, Layout("ru", "http://127.0.0.1:1", rows=24, columns=80))
    assert height(drawn, 80) <= 24
    long = replace(busy(), lost="the centre cannot be reached, as nobody answers there " * 4)
    told = shown(long, rows=24, columns=80).splitlines()
    assert len(told) <= 24
    assert any(line.startswith(NEWEST_AT) for line in told)


def test_alarms_that_have_no_room_are_counted() -> None:
    alarms = tuple(event(number, object=number) for number in range(1, 61))
    now = seen(picture(1, track(1))).with_message(LiveEvents(events=alarms))
    text = shown(now, rows=24, columns=80)
    left = text.count("impact predicted")
    assert f"{60 - left} older alarms have no room here" in text
    ended = tuple(event(60 + n, object=n, kind=EventKind.ENDED) for n in range(1, 61))
    assert "older alarms" not in shown(now.with_message(LiveEvents(events=ended)), rows=24)


def test_a_small_terminal_shows_the_last_objects_and_counts_the_rest() -> None:
    many = picture(1, *(track(number) for number in range(1, 41)))
    text = shown(seen(many, picture(2)), rows=30)
    left = text.count("MRBM")
    assert f"and {40 - left} more" in text
    assert len(text.splitlines()) <= 30


def test_events_are_bounded_and_the_newest_stand_at_the_end() -> None:
    now = seen(picture(1))
    for number in range(1, MOST_EVENTS + 10):
        now = now.with_message(LiveEvents(events=(event(number),)))
    assert (len(now.events), now.last_event) == (MOST_EVENTS, MOST_EVENTS + 9)


def test_an_event_says_where_how_surely_and_how_soon() -> None:
    row = event_cells(event(), 1, "en")
    assert row["what"] == "impact predicted"
    # The wider half axis, 20 km, times the radius of 95 %.
    assert "± 49\N{NO-BREAK SPACE}km, sea off Portugal" in row["where"]
    assert row["latency"] == "12.3\N{NO-BREAK SPACE}s"
    assert event_cells(event(lat_rad=None, lon_rad=None), 1, "en")["where"] == ""
    assert event_cells(event(latency_s=None), 1, "en")["latency"] == ""


@pytest.mark.parametrize(
    ("kind", "again", "style"),
    [
        (EventKind.IMPACT_PREDICTED, False, "\x1b[1;31m"),
        (EventKind.IMPACT_PREDICTED, True, "\x1b[31m"),
        (EventKind.CONFIRMED, True, "\x1b[2m"),
    ],
)
def test_what_was_found_once_more_is_said_and_stands_back(
    kind: EventKind, again: bool, style: str
) -> None:
    told = event(kind=kind, again=again)
    row = event_cells(told, 1, "en")
    assert row["what"].startswith("again: ") is again
    assert (row["latency"] == "") is again
    assert event_cells(told, 1, "ru")["what.brief"].startswith("повторно: ") is again
    console = Console(width=160, file=StringIO(), force_terminal=True, color_system="standard")
    now = seen(picture(1, track(1))).with_message(LiveEvents(events=(told,)))
    console.print(screen(now, AT, Layout("en", "http://127.0.0.1:1")))
    assert isinstance(console.file, StringIO)
    (line,) = [each for each in console.file.getvalue().splitlines() if "MRBM" in each][-1:]
    assert style in line


def test_alarms_of_a_picture_that_is_no_more_hold_no_longer() -> None:
    events = (event(1, picture=1), event(2, picture=2))
    assert Told(events, {1, 2}).standing() == {1, 2}
    assert Told(events, {2}).standing() == {2}
    assert Told(events, ()).standing() == {1, 2}  # nothing is known of pictures yet


def test_a_picture_that_failed_says_so() -> None:
    failed = msgspec.structs.replace(picture(1, track(1)), failed_at=str(AT))
    down = msgspec.structs.replace(failed, is_down=True)
    assert "Picture 1 began anew at 12:00:05 after a fault" in shown(seen(failed))
    assert "after a fault" not in shown(seen(failed), later_s=FAULT_S + 1.0)
    assert "Picture 1 failed at 12:00:05 and rests" in shown(seen(down), later_s=FAULT_S + 1.0)
    assert "fault" not in shown(seen(picture(1, track(1))))


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b1m", "\u202e", "\r"])
def test_nobody_steers_the_terminal(sign: str) -> None:
    named = Contributor(party="aspen", sensor=f"we{sign}st")
    told = event(contributors=(named,), notice=f"n{sign}")
    text = shown(seen(picture(1, track(1), of=(named,))).with_message(LiveEvents(events=(told,))))
    assert sign not in text


def test_what_is_not_known_is_a_dash() -> None:
    unknown = track(1, covariance=None, phases=None, last_seen_s=None)
    assert "–" in shown(seen(picture(1, unknown)))


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("tomorrow", "2030-01-01T12:00:00Z", "--since: 'tomorrow' is not a date and time"),
        ("2030-01-01T11:00:00Z", "2030-01-01T10:00:00Z", "--until: this is no span"),
        ("2029-12-31T11:00:00Z", "2030-01-01T12:00:00Z", "by at most one day"),
        ("2030-01-01T12:00:00Z", "2030-01-01T12:00:06Z", "--until: this span is not over"),
    ],
)
def test_a_span_is_looked_at_before_it_is_sent(
    since: str, until: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_centre, "now", lambda: AT)
    with pytest.raises(GlasshieldError) as caught:
        acting.span(since, until)
    assert said in str(caught.value)
    assert acting.span("2030-01-01T11:00:00Z", str(AT)) == (
        str(Instant.parse("2030-01-01T11:00:00Z")),
        str(AT),
    )
