"""A log is exported while the centre goes on writing: entries and bodies belong together."""

from __future__ import annotations

import zipfile
from functools import partial
from pathlib import Path

from glasshield.centre.log.logged import OpenStore, bodies_file, write_bodies
from glasshield.centre.log.store import Body
from tests.centre.logged import DRAFT, answer, journal


def act(path: Path, words: bytes) -> str:
    """Writes and seals an act, and the words that it stands for; their SHA-256."""
    body = Body.of(words)
    writer = journal(path)
    answer(writer.submit(partial(DRAFT, object_sha256=body.sha256), (body,)))
    writer.close()
    return body.sha256


def test_regress_bodies_reach_as_far_as_a_checkpoint_made_since_the_store_was_opened(
    tmp_path: Path,
) -> None:
    store_file, out = tmp_path / "centre.sqlite", tmp_path / "centre.log"
    first = act(store_file, b"before")
    with OpenStore(store_file) as store:
        second = act(store_file, b"meanwhile")
        assert [seal.size for seal in store.seals()] == [1, 2]
        assert write_bodies(store, out, 2) == 2
        assert [index for index, _ in store.all_entries()] == [0]
    with zipfile.ZipFile(bodies_file(out)) as found:
        assert {found.read(first), found.read(second)} == {b"before", b"meanwhile"}


def test_bodies_reach_no_further_than_the_entries_that_are_exported(tmp_path: Path) -> None:
    store_file, out = tmp_path / "centre.sqlite", tmp_path / "centre.log"
    first = act(store_file, b"exported")
    act(store_file, b"not exported")
    with OpenStore(store_file) as store:
        assert write_bodies(store, out, 1) == 1
    with zipfile.ZipFile(bodies_file(out)) as found:
        assert found.namelist() == [first]
