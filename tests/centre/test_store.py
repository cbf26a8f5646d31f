"""The store keeps all of what it was given, or nothing of it."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.log.store import (
    Body,
    Once,
    Record,
    Seal,
    Store,
    StoredEntry,
    StoreError,
    Trouble,
)
from glasshield.exchange.log.merkle import leaf_hash
from tests.centre.logged import LOCKS, ROOT, Place, in_another_process


def record(number: int, size: int = 10) -> Record:
    """An entry with a body, known again by its number."""
    entry = f"entry {number}".encode()
    body = Body.of(bytes([number % 256]) * size)
    return Record(entry, leaf_hash(entry), (body,), Once(f"{number:064d}", number, body.sha256))


def contents(store: Store) -> tuple[object, ...]:
    """Everything that can be seen of a store."""
    return (
        store.size,
        store.entries(0, 1000),
        store.leaf_hashes(0, 1000),
        list(store.batches_since(0)),
        store.seals(),
    )


def test_what_was_kept_is_there_after_it_was_closed(place: Place) -> None:
    made = [record(number) for number in range(300)]
    store = place.open()
    assert (store.append(made[:100]), store.append(made[100:])) == (0, 100)
    store.close()
    again = place.open()
    assert again.size == 300
    assert again.entries(0, 300) == [one.entry for one in made]
    assert again.leaf_hashes(98, 102) == [one.leaf for one in made[98:102]]
    assert again.body(made[7].bodies[0].sha256) == made[7].bodies[0].data
    assert again.body("0" * 64) is None
    assert again.entries(299, 400) == [made[299].entry]
    assert again.entries(-1, 0) == []
    again.close()


def test_batches_come_back_in_the_order_of_the_log_from_an_arrival_on(place: Place) -> None:
    store = place.open()
    made = [record(number) for number in range(200)]
    store.append([*made[100:], *made[:100]])
    found = list(store.batches_since(50))
    assert [one.arrived_ns for one in found] == [*range(100, 200), *range(50, 100)]
    assert [one.index for one in found] == [*range(100), *range(150, 200)]
    assert found[0].entry == made[100].entry
    assert found[0].body == made[100].bodies[0].data
    assert list(store.batches_since(200)) == []
    store.close()


def test_batches_are_known_again_however_many_are_asked_for(place: Place) -> None:
    store = place.open()
    store.append([record(number) for number in range(20)])
    asked = [f"{number:064d}" for number in range(-1200, 1200)]
    assert store.found(asked) == {f"{number:064d}": number for number in range(20)}
    assert store.found([]) == {}
    store.close()


def test_two_entries_may_stand_for_the_same_body(place: Place) -> None:
    store = place.open()
    store.append([record(1), record(257)])
    assert [one.body for one in store.batches_since(0)] == [b"\x01" * 10] * 2
    store.close()


def test_marked_entries_are_found_without_the_others(place: Place) -> None:
    store = place.open()
    marks = ("", "party", "rules", "party")
    store.append([replace(record(at), mark=marks[at % 4]) for at in range(1200)])
    found = [one.index for one in store.marked("party")]
    assert found == list(range(1, 1200, 2))
    assert next(store.marked("party", 2)) == StoredEntry(3, record(3).entry)
    assert [one.index for one in store.marked("rules", 1195)] == [1198]
    assert list(store.marked("act")) == []
    store.close()


def test_marked_entries_are_found_from_the_end_and_no_more_than_are_wanted(place: Place) -> None:
    store = place.open()
    marks = ("", "act/b", "act/a.1-x", "act/b", "Act/b", "answer/b")
    store.append([replace(record(at), mark=marks[at % 6]) for at in range(2400)])
    last = store.marked_last("act/b")
    assert [next(last).index for _ in range(4)] == [2397, 2395, 2391, 2389]
    assert next(store.marked_last("act/b")) == StoredEntry(2397, record(2397).entry)
    everything = [one.index for one in store.marked_last("act/b")]
    assert everything == [one.index for one in store.marked("act/b")][::-1]
    assert list(store.marked_last("act/")) == []
    assert sorted(store.marks("act/")) == ["act/a.1-x", "act/b"]
    assert sorted(store.marks("")) == sorted(set(marks) - {""})
    assert list(store.marks("rules")) == []
    store.close()


def test_checkpoints_are_kept_and_replaced(place: Place) -> None:
    store = place.open()
    assert store.last_seal() is None
    first, second = (Seal(size, (leaf_hash(b"a"),) * 2, b"note") for size in (3, 5))
    store.seal(first)
    store.seal(second)
    more = Seal(5, second.peaks, b"note with more signatures")
    store.seal(more)
    assert (store.seals(), store.seals(3), store.last_seal()) == ([first, more], [more], more)
    store.close()


def test_an_append_that_fails_in_its_middle_leaves_nothing(place: Place) -> None:
    store = place.open()
    store.append([record(1)])
    before = contents(store)
    with pytest.raises(StoreError, match="the store cannot be used"):
        store.append([record(2), record(3), record(2)])  # one batch twice
    assert contents(store) == before
    assert store.append([record(2)]) == 1
    store.close()


# --- locked ---


def test_a_second_process_may_read_it_and_not_write_to_it(place: Place) -> None:
    code = """
        from tests.centre.logged import Place
        from tests.centre.test_store import record
        store = Place.of(*sys.argv[1:]).open()
        store.append([record(1)])
    """
    with in_another_process(code, *place.arguments) as other:
        with pytest.raises(StoreError) as caught:
            place.open()
        assert caught.value.trouble is Trouble.LOCKED
        assert caught.value.sentence == (
            f"{place.where}: another process holds the store; end the other process that uses it."
        )
        assert place.asked("SELECT entry FROM log") == [(b"entry 1",)]
        other.kill()
    store = place.open()  # the lock ended with the process
    assert store.size == 1
    store.close()


def test_a_store_that_another_process_locks_takes_nothing_and_then_all(place: Place) -> None:
    store = place.open()
    store.append([record(1)])
    before = contents(store)
    with in_another_process(LOCKS, *place.arguments) as other:
        with pytest.raises(StoreError) as caught:
            store.append([record(2)])
        assert caught.value.trouble is Trouble.LOCKED
        assert contents(store) == before
        other.communicate("")
    assert store.append([record(2)]) == 1
    store.close()


# --- a file ---


def test_nobody_but_its_owner_may_read_it(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "log.sqlite")
    store.append([record(1)])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert {"log.sqlite", "log.sqlite-wal"} <= set(modes)
    assert set(modes.values()) == {0o600}
    store.close()


def test_it_is_flushed_whenever_a_transaction_ends(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "log.sqlite")
    asked = [
        store._writer.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous")
    ]
    assert asked == ["wal", 2]  # 2 is FULL
    store.close()


# --- full ---


def test_a_store_that_is_full_takes_nothing_more_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    store = SqliteStore(path, most_bytes=200_000)
    taken = 0
    with pytest.raises(StoreError) as caught:  # noqa: PT012  # it fails at some number
        for number in range(100):
            store.append([record(2 * number, 10_000), record(2 * number + 1, 10_000)])
            taken += 2
    assert caught.value.trouble is Trouble.FULL
    assert 0 < taken < 40
    assert store.size == taken
    assert [one.index for one in store.batches_since(0)] == list(range(taken))
    small = Record(b"entry", leaf_hash(b"entry"))
    assert store.append([small]) == taken
    store.close()
    grown = SqliteStore(path)
    assert grown.append([record(200, 100_000)]) == taken + 1
    grown.close()


REFUSED = """
    import resource
    from pathlib import Path
    from glasshield.centre.log.sqlite_store import SqliteStore
    from glasshield.centre.log.store import StoreError
    from tests.centre.test_store import record
    store = SqliteStore(Path(sys.argv[1]))
    taken = 0
    try:
        while taken < 200:
            store.append([record(taken, 10_000)])
            taken += 1
            if sys.argv[2:] and taken == 1:
                limit = int(sys.argv[2]), resource.RLIM_INFINITY
                resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    except StoreError as error:
        print(error.trouble, taken, *(one.arrived_ns for one in store.batches_since(0)))
    store.close()
    again = SqliteStore(Path(sys.argv[1]))
    print(again.size, *(one.arrived_ns for one in again.batches_since(0)))
"""


def refused(command: list[str], *arguments: str) -> list[list[str]]:
    """What a process says that fills a store until nothing more goes in, and opens it again."""
    code = "import sys\n" + textwrap.dedent(REFUSED)
    ran = subprocess.run(
        [*command, sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return [line.split() for line in ran.stdout.splitlines()]


def test_a_file_that_the_system_does_not_let_grow_has_nothing_half_written(tmp_path: Path) -> None:
    (trouble, taken, *here), (size, *later) = refused([], str(tmp_path / "log.sqlite"), "300000")
    assert trouble == Trouble.BROKEN
    assert 1 < int(taken) < 40
    assert here == later == [str(number) for number in range(int(taken))]
    assert size == taken


def test_a_disk_that_is_full_has_nothing_half_written(tmp_path: Path) -> None:
    mount = f"mount -t tmpfs -o size=1m tmpfs {tmp_path}"
    command = ["unshare", "--mount", "--map-root-user", "sh", "-c", f'{mount} && exec "$@"', "sh"]
    try:
        subprocess.run([*command, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("a small disk cannot be made here")
    (trouble, taken, *here), (size, *later) = refused(command, str(tmp_path / "log.sqlite"))
    assert trouble == Trouble.FULL
    assert 1 < int(taken) < 100
    assert here == later == [str(number) for number in range(int(taken))]
    assert size == taken


# --- no store ---


@pytest.mark.parametrize(
    ("statement", "got"),
    [
        ("CREATE TABLE other (a)", "got another database"),
        (
            "PRAGMA application_id = 0x474C4153; PRAGMA user_version = 2; CREATE TABLE a (a)",
            "got version 2",
        ),
    ],
)
def test_another_database_is_left_alone(tmp_path: Path, statement: str, got: str) -> None:
    path = tmp_path / "log.sqlite"
    other = sqlite3.connect(path)
    other.executescript(statement)
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=got):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    path.write_text("a letter, and no database at all, of more than sixteen signs")
    with pytest.raises(StoreError) as caught:
        SqliteStore(path)
    assert caught.value.trouble is Trouble.BROKEN
    with pytest.raises(StoreError, match="the store cannot be opened"):
        SqliteStore(tmp_path)
