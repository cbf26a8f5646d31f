"""What the terminal shows of a live picture: mark, age, words, and nothing that steers it."""

from __future__ import annotations

import math
from dataclasses import replace
from io import StringIO

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
from glasshield.cli.watching import MOST_EVENTS, Layout, Seen, event_row, screen
from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.earth.time import Instant
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


def shown(what: Seen, *, later_s: float = 0.4, lang: str = "en", **more: int) -> str:
    layout = Layout("ru" if lang == "ru" else "en", "http://127.0.0.1:1", **more)
    console = Console(width=160, file=StringIO(), force_terminal=False)
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


def test_the_picture_of_most_parties_comes_first_and_the_others_in_a_line() -> None:
    rich = picture(3, track(5), of=(ASPEN, CEDAR))
    late = picture(4, track(1), terms=LATE, of=(ASPEN, CEDAR))
    text = shown(seen(picture(1, track(1)), rich, late))
    assert text.index("Picture 3") < text.index("Picture 1")
    assert "10\N{NO-BREAK SPACE}s after arrival" in text
    assert "1 object" in text
    assert "Picture 4" in shown(seen(rich, late), picture=4).split("Picture 3")[0]


def test_pictures_come_and_go() -> None:
    now = seen(picture(1, track(1)), picture(2))
    assert sorted(now.pictures) == [1, 2]
    assert sorted(now.with_message(Gone(pictures=(1,))).pictures) == [2]
    again = msgspec.structs.replace(HELLO, run="two")
    assert now.with_message(again).pictures == {}
    assert now.with_message(HELLO).pictures == now.pictures


def test_a_small_terminal_shows_the_last_objects_and_counts_the_rest() -> None:
    many = picture(1, *(track(number) for number in range(1, 41)))
    text = shown(seen(many, picture(2)), rows=30)
    assert "and 27 more" in text
    assert len(text.splitlines()) <= 30
    told = seen(many, picture(2)).with_message(
        LiveEvents(events=tuple(event(number) for number in range(1, 20)))
    )
    text = shown(told, rows=30)
    assert len(text.splitlines()) <= 30
    assert text.count("impact predicted") == 8


def test_events_are_bounded_and_the_newest_stand_at_the_end() -> None:
    now = seen(picture(1))
    for number in range(1, MOST_EVENTS + 10):
        now = now.with_message(LiveEvents(events=(event(number),)))
    assert (len(now.events), now.last_event) == (MOST_EVENTS, MOST_EVENTS + 9)


def test_an_event_says_where_how_surely_and_how_soon() -> None:
    row = event_row(event(), "en")
    assert row[2] == "impact predicted"
    # The wider half axis, 20 km, times the radius of 95 %.
    assert "± 49\N{NO-BREAK SPACE}km, sea off Portugal" in row[4]
    assert row[5] == "12.3\N{NO-BREAK SPACE}s"
    assert event_row(event(lat_rad=None, lon_rad=None), "en")[4] == ""
    assert event_row(event(latency_s=None), "en")[5] == ""


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b1m", "\u202e", "\r"])
def test_nobody_steers_the_terminal(sign: str) -> None:
    named = Contributor(party="aspen", sensor=f"we{sign}st")
    told = event(contributors=(named,), notice=f"n{sign}")
    text = shown(seen(picture(1, track(1), of=(named,))).with_message(LiveEvents(events=(told,))))
    assert sign not in text


def test_what_is_not_known_is_a_dash() -> None:
    unknown = track(1, covariance=None, phases=None, last_seen_s=None)
    assert "–" in shown(seen(picture(1, unknown)))
