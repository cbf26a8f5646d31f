from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, plain
from glasshield.exchange.log.entries import (
    ActEntry,
    AnyEntry,
    CentreEntry,
    CheckpointEntry,
    ClockEntry,
    EventEntry,
    PaddingEntry,
    PartyEntry,
    PersonEntry,
    PictureEntry,
    ReceivedEntry,
    RefusedEntry,
    ReleasedEntry,
    RulesEntry,
    decoded,
    encoded,
    nanoseconds,
    new_salt,
    timestamp,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ASCII = st.text(st.characters(codec="ascii"), max_size=12)
WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
AT_NS = st.integers(0, 253_402_300_800 * 10**9 - 1)
KINDS = (
    ActEntry,
    CentreEntry,
    CheckpointEntry,
    ClockEntry,
    EventEntry,
    PaddingEntry,
    PartyEntry,
    PersonEntry,
    PictureEntry,
    ReceivedEntry,
    RefusedEntry,
    ReleasedEntry,
    RulesEntry,
)
VERBS: dict[Any, list[str]] = {
    CentreEntry: ["start", "stop", "configure"],
    PartyEntry: ["add", "rotate", "retire", "revoke"],
    PersonEntry: ["begin", "end"],
}


@st.composite
def entries(draw: st.DrawFn) -> AnyEntry:
    """An entry of any kind, with any texts and numbers that it can hold."""
    kind: type[Any] = draw(st.sampled_from(KINDS))
    drawn = {
        int: WHOLE,
        str: TEXT,
        dict[str, int]: st.dictionaries(ASCII, WHOLE, max_size=4),
        tuple[str, ...]: st.lists(TEXT, max_size=4).map(tuple),
    }
    values: dict[str, Any] = {
        field.name: draw(drawn[field.type])
        for field in msgspec.structs.fields(kind)
        if field.type in drawn
    }
    if kind in VERBS:
        values["verb"] = draw(st.sampled_from(VERBS[kind]))
    values |= {
        "index": draw(st.integers(0, 2**53 - 1)),
        "at": timestamp(draw(AT_NS)),
        "mode": draw(st.sampled_from(["exercise", "real"])),
        "salt": draw(st.binary(min_size=16, max_size=16)).hex(),
    }
    made: AnyEntry = kind(**values)
    return made


def padding(**changed: Any) -> PaddingEntry:
    sound: dict[str, Any] = {"index": 0, "at": timestamp(0), "mode": "exercise", "salt": "0" * 32}
    return PaddingEntry(**sound | changed)


@settings(max_examples=500, deadline=None)
@given(entries())
def test_prop_an_entry_is_written_as_the_standard_asks_for_and_read_back(entry: AnyEntry) -> None:
    data = encoded(entry)
    assert data == canonical(plain(entry))
    assert decoded(data, "entry") == entry


@settings(max_examples=200, deadline=None)
@given(entries(), st.data())
def test_prop_another_spelling_of_an_entry_is_refused(entry: AnyEntry, data: st.DataObject) -> None:
    written = encoded(entry)
    at = data.draw(st.integers(0, len(written) - 1))
    changed = bytearray(written)
    changed[at] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found = decoded(bytes(changed), "entry")
    except InputError:
        return
    assert found != entry
    assert encoded(found) == bytes(changed)


def test_blanks_and_other_orders_are_refused() -> None:
    data = encoded(padding())
    for other in (
        data.replace(b":", b": ", 1),
        data + b"\n",
        data.replace(b'"mode":"exercise",', b"").replace(b"{", b'{"mode":"exercise",'),
        data.replace(b"padding", b"p\\u0061dding"),
        data.replace(b'"index":0', b'"index":-0'),
    ):
        with pytest.raises(InputError, match=r"^entry: this is no entry of a log"):
            decoded(other, "entry")


@pytest.mark.parametrize(
    "changed",
    [
        {"index": -1},
        {"index": 2**53},
        {"salt": ""},
        {"salt": "A" * 32},
        {"salt": "0" * 31},
    ],
)
def test_a_place_or_salt_that_cannot_be_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="no entry of a log"):
        encoded(padding(**changed))


def test_a_number_that_canonical_json_cannot_hold_is_refused() -> None:
    sound: dict[str, Any] = {"index": 0, "at": timestamp(0), "mode": "real", "salt": "0" * 32}
    with pytest.raises(InputError, match=r"a number beyond 2\*\*53"):
        encoded(ClockEntry(**sound, back_ms=2**53))
    with pytest.raises(InputError, match="a text that is no Unicode"):
        encoded(RefusedEntry(**sound, reason="\ud800", count=1))
    with pytest.raises(InputError, match="names that are not ASCII"):
        encoded(
            ReleasedEntry(**sound, viewer="p", view_sha256="", sent_sha256="", counts={"треков": 1})
        )
    with pytest.raises(InputError, match="bytes, of at most 1,048,576"):
        encoded(RefusedEntry(**sound, reason="x" * 2**20, count=1))


@given(AT_NS)
def test_prop_a_time_is_read_back_to_the_nanosecond(at_ns: int) -> None:
    assert nanoseconds(timestamp(at_ns)) == at_ns


@given(AT_NS, AT_NS)
def test_prop_times_sort_as_texts(first: int, second: int) -> None:
    assert (timestamp(first) < timestamp(second)) == (first < second)


@pytest.mark.parametrize(
    "at",
    [
        "",
        "2025-01-31T12:00:00Z",
        "2025-02-30T12:00:00.000000000Z",
        "2025-01-31T12:00:60.000000000Z",
        "1969-12-31T23:59:59.000000000Z",
        "2025-01-31 12:00:00.000000000Z",
        "٢٠٢٥-01-31T12:00:00.000000000Z",
    ],
)
def test_another_time_is_refused(at: str) -> None:
    with pytest.raises(InputError, match="no time of an entry"):
        nanoseconds(at)
    with pytest.raises(InputError, match="no time of an entry"):
        encoded(padding(at=at))


@pytest.mark.parametrize("at_ns", [-1, 253_402_300_800 * 10**9])
def test_a_time_that_cannot_be_written_is_refused(at_ns: int) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        timestamp(at_ns)


def test_salts_differ() -> None:
    assert len({new_salt() for _ in range(100)}) == 100
