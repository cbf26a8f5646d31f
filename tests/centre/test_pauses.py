from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from glasshield.centre import pauses


class Held:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def settled() -> Iterator[None]:
    with pauses.few():
        yield


@pytest.mark.usefixtures("settled")
def test_what_was_there_is_gone_through_no_more_and_what_comes_still_is() -> None:
    assert gc.get_freeze_count() > 1_000
    held = weakref.ref(Held())
    kept: list[list[int]] = []
    while held() is not None and len(kept) < 1_000_000:
        kept.append([])
    assert held() is None, "objects that hold each other are never freed"


@pytest.mark.usefixtures("settled")
def test_objects_by_the_ten_thousand_that_come_and_go_cause_no_pause() -> None:
    before = gc.get_stats()[2]["collections"]
    for _ in range(20):
        made = [[each] for each in range(9_000)]
        del made
    assert gc.get_stats()[2]["collections"] == before


def test_all_is_as_before_when_it_ends() -> None:
    before = gc.get_threshold()
    with pauses.few():
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
