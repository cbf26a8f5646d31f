from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import InputError
from glasshield.exchange.canonical import Difference, canonical, differences, parsed, sha256

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_prop_what_is_written_is_read_and_written_the_same(value: Any) -> None:
    data = canonical(value)
    again = parsed(data, "here")
    assert again == value
    assert canonical(again) == data
    assert list(differences(value, again)) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":2}',
        '{"b":1,"a":2}',
        '{"a": 1}',
        '{"a":1}\n',
        '{"a":1.0}',
        '{"a":1e0}',
        '{"a":-0}',
        '{"a":"\\u0041"}',
        '{"a":"\\/"}',
        "[10000000000000000000000000000001]",
    ],
)
def test_another_spelling_of_the_same_value_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"here: not canonical JSON .*RFC 8785"):
        parsed(text.encode(), "here")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a":NaN}',
        b'{"a":1e999}',
        b'"\xff"',
        b'"\xed\xa0\x80"',
        b'"\\ud800"',
        b"\xef\xbb\xbf{}",
        b"[" * 100_000 + b"]" * 100_000,
    ],
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="here: not canonical JSON"):
        parsed(data, "here")


@pytest.mark.parametrize("value", [math.nan, math.inf, 2**53, "\ud800", {1: "a"}, object()])
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises(InputError, match="no canonical JSON form"):
        canonical(value)


def test_a_digest_does_not_depend_on_the_order_of_names() -> None:
    assert sha256({"a": 1.0, "b": 2}) == sha256({"b": 2.0, "a": 1}) != sha256({"a": 1, "b": 3})


def test_every_difference_is_named_with_both_values() -> None:
    first: dict[str, Any] = {"a": [1, {"b": 0.1}, 3], "gone": None, "same": [{}], "kind": 1}
    second: dict[str, Any] = {
        "a": [1, {"b": math.nextafter(0.1, 1.0)}],
        "same": [{}],
        "kind": True,
        "new": [],
    }
    assert list(differences(first, second)) == [
        Difference("a[1].b", (0.1,), (math.nextafter(0.1, 1.0),)),
        Difference("a[2]", (3,), ()),
        Difference("gone", (None,), ()),
        Difference("kind", (1,), (True,)),
        Difference("new", (), ([],)),
    ]
    assert [one.to_json("old", "new") for one in differences({"x": 1}, {})] == [
        {"path": "x", "old": 1}
    ]


@pytest.mark.parametrize("number", [1, 0, -7.0])
def test_one_number_in_two_types_is_no_difference(number: float) -> None:
    assert list(differences([number], [float(number)])) == []
