"""What the journal acknowledges is in the log, once, whatever happens."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

import pytest

from glasshield.centre.log.clock import SLOWED, Stamps, Step
from glasshield.centre.log.journal import Journal, Options
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.log.store import (
    Body,
    StoreError,
    Trouble,
)
from glasshield.errors import InputError
from glasshield.exchange.log.checkpoints import (
    cosigned,
    opened,
    seals,
    witness_key,
)
from glasshield.exchange.log.entries import (
    ActEntry,
    ClockEntry,
    PaddingEntry,
    ReceivedEntry,
    nanoseconds,
)
from glasshield.exchange.log.merkle import leaf_hash, root_of
from glasshield.exchange.log.notes import parsed_note
from tests.centre.held import HeldStore
from tests.centre.logged import (
    ANSWER_S,
    CENTRE,
    DRAFT,
    LOCKS,
    NOW_NS,
    ORIGIN,
    SEALS,
    Place,
    SetClock,
    all_entries,
    answer,
    batch,
    in_another_process,
    journal,
    sound_log,
)
from tests.exchange.stated import POLAND, RUSSIA, UNITED_STATES

NEVER = Options(seal_s=1e6)  # but in the end


def held(kept: HeldStore, running: Journal) -> None:
    """Have the journal's writer stand in the middle of writing one entry."""
    kept.begun.clear()
    kept.let.clear()
    running.submit(DRAFT)
    assert kept.begun.wait(ANSWER_S)


# --- places, times, salts ---


def test_entries_get_their_places_times_and_salts_from_the_journal(place: Place) -> None:
    running = journal(place, clock=SetClock())
    waiting = [running.submit(partial(DRAFT, person=f"p{at}")) for at in range(50)]
    written = [answer(future) for future in waiting]
    running.close()
    store = place.open()
    entries = all_entries(store)
    assert [one.index for one in written] == list(range(50))
    assert [one.index for one in entries] == list(range(50))
    assert [nanoseconds(one.at) for one in entries] == [one.at_ns for one in written]
    assert [one.person for one in entries if isinstance(one, ActEntry)] == [
        f"p{at}" for at in range(50)
    ]
    assert len({one.salt for one in entries}) == 50
    assert store.leaf_hashes(0, 50) == [leaf_hash(data) for data in store.entries(0, 50)]
    store.close()


def test_a_batch_lies_in_the_log_with_what_its_party_signed(place: Place) -> None:
    running = journal(place)
    sent = batch(b"body")
    written = answer(running.received(sent, 3, NOW_NS))
    running.close()
    store = place.open()
    (entry,) = all_entries(store)
    assert isinstance(entry, ReceivedEntry)
    assert (entry.party, entry.count, entry.batch_sha256) == ("russia", 3, Body.of(b"body").sha256)
    assert store.body(entry.batch_sha256) == b"body"
    (kept,) = store.batches_since(NOW_NS)
    assert (kept.index, kept.body, kept.arrived_ns) == (written.index, b"body", NOW_NS)
    store.close()


def test_bodies_of_other_entries_are_kept_too(place: Place) -> None:
    running = journal(place)
    words = Body.of(b"made-up words")
    answer(running.submit(partial(DRAFT, object_sha256=words.sha256), (words,)))
    running.close()
    store = place.open()
    assert store.body(words.sha256) == b"made-up words"
    assert list(store.batches_since(0)) == []
    store.close()


def test_an_entry_that_can_be_none_is_refused_at_once(place: Place) -> None:
    running = journal(place)
    with pytest.raises(InputError, match="this is no entry of a log"):
        running.submit(partial(DRAFT, person="p" * 2_000_000))
    assert answer(running.submit(DRAFT)).index == 0
    running.close()
    with pytest.raises(InputError, match="the journal is closed"):
        running.submit(DRAFT)


# --- once ---


def test_a_batch_that_comes_again_is_acknowledged_with_its_first_place(place: Place) -> None:
    running = journal(place)
    first = answer(running.received(batch(b"a"), 1, NOW_NS))
    other = answer(running.received(batch(b"a", UNITED_STATES), 1, NOW_NS))
    again = answer(running.received(batch(b"a", sequence=5), 1, NOW_NS + 1))
    assert (first.index, first.is_again, again.index, again.is_again) == (0, False, 0, True)
    assert (other.index, other.is_again) == (1, False)
    running.close()
    running = journal(place)
    assert answer(running.received(batch(b"a"), 1, NOW_NS)).is_again
    assert (running.state().size, running.state().again) == (2, 1)
    running.close()


def test_a_batch_that_is_twice_in_one_transaction_counts_once(place: Place) -> None:
    kept = HeldStore(place.open())
    running = journal(kept, NEVER)
    held(kept, running)
    waiting = [running.received(batch(b"a", sequence=at), 1, NOW_NS) for at in range(10)]
    kept.let.set()
    found = [answer(future) for future in waiting]
    assert [one.is_again for one in found] == [False] + [True] * 9
    assert {one.index for one in found} == {1}
    assert kept.groups == [1, 1]
    running.close()


# --- group commit ---


def test_what_comes_during_a_write_is_written_together(place: Place) -> None:
    kept = HeldStore(place.open())
    running = journal(kept, Options(group=64, seal_s=1e6))
    held(kept, running)
    waiting = [running.submit(DRAFT) for _ in range(100)]
    assert (running.state().waiting, running.state().size) == (100, 0)
    kept.let.set()
    assert [answer(future).index for future in waiting] == list(range(1, 101))
    assert kept.groups == [1, 64, 36]
    running.close()


def test_nothing_more_is_taken_while_too_much_waits(place: Place) -> None:
    kept = HeldStore(place.open())
    running = journal(kept, Options(waiting_bytes=100_000, seal_s=1e6))
    held(kept, running)
    full = [running.received(batch(bytes([at]) * 40_000), 1, NOW_NS) for at in range(2)]
    with pytest.raises(StoreError) as caught:
        running.received(batch(b"x" * 40_000), 1, NOW_NS)
    assert caught.value.trouble is Trouble.BUSY
    assert running.state().refused == 1
    kept.let.set()
    assert [answer(future).index for future in full] == [1, 2]
    assert answer(running.received(batch(b"x" * 200_000), 1, NOW_NS)).index == 3
    running.close()


def test_what_was_given_up_before_it_was_written_is_not_written(place: Place) -> None:
    kept = HeldStore(place.open())
    running = journal(kept, NEVER)
    held(kept, running)
    given_up, other = running.submit(DRAFT), running.submit(DRAFT)
    assert given_up.cancel()
    kept.let.set()
    assert answer(other).index == 1
    running.close()


def test_many_threads_get_each_their_own_place(place: Place) -> None:
    running = journal(place)
    places: list[int] = []

    def send(name: int) -> None:
        for at in range(20):
            sent = running.received(batch(f"{name} {at % 15}".encode()), 1, NOW_NS)
            places.append(answer(sent).index)

    threads = [threading.Thread(target=send, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(ANSWER_S)
    assert len(places) == 160
    assert sorted(set(places)) == list(range(8 * 15))
    running.close()


# --- failures ---


def test_a_write_that_fails_is_told_to_all_and_leaves_the_log_as_it_was(place: Place) -> None:
    kept = HeldStore(place.open())
    running = journal(kept, NEVER)
    answer(running.received(batch(b"a"), 1, NOW_NS))
    held(kept, running)
    waiting = [running.received(batch(bytes([at])), 1, NOW_NS) for at in range(5)]
    kept.failure = StoreError(Trouble.FULL, "the store cannot grow", where="here")
    kept.let.set()
    for future in waiting:
        with pytest.raises(StoreError, match="the store cannot grow"):
            answer(future)
    state = running.state()
    assert (state.size, state.trouble, state.refused) == (1, Trouble.FULL, 6)
    assert answer(running.received(batch(b"a"), 1, NOW_NS)).is_again
    assert running.state().trouble is Trouble.FULL  # that took no space
    kept.failure = None
    again = [answer(running.received(batch(bytes([at])), 1, NOW_NS)) for at in range(5)]
    assert [(one.index, one.is_again) for one in again] == [(at, False) for at in range(1, 6)]
    assert running.state().trouble is None
    running.close()
    assert len(sound_log(place)) == 6


def test_a_log_on_a_disk_that_is_full_takes_up_again_when_there_is_space(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    running = journal(SqliteStore(path, most_bytes=200_000))
    taken = 0
    with pytest.raises(StoreError) as caught:  # noqa: PT012  # it fails at some number
        for at in range(100):
            answer(running.received(batch(bytes([at]) * 10_000), 1, NOW_NS))
            taken += 1
    assert caught.value.trouble is Trouble.FULL
    assert running.state().trouble is Trouble.FULL
    assert 0 < taken < 40
    running.close()
    running = journal(path)
    again = [answer(running.received(batch(bytes([at]) * 10_000), 1, NOW_NS)) for at in range(60)]
    assert [one.is_again for one in again] == [at < taken for at in range(60)]
    running.close()
    assert len(sound_log(path)) == 60


def test_a_store_that_another_process_locks_is_told_and_takes_up_again(place: Place) -> None:
    running = journal(place, NEVER)
    answer(running.received(batch(b"a"), 1, NOW_NS))
    with in_another_process(LOCKS, *place.arguments) as other:
        with pytest.raises(StoreError, match="another process holds the store"):
            answer(running.received(batch(b"b"), 1, NOW_NS))
        assert running.state().trouble is Trouble.LOCKED
        other.communicate("")
    assert answer(running.received(batch(b"b"), 1, NOW_NS)).index == 1
    assert running.state().trouble is None
    running.close()
    assert len(sound_log(place)) == 2


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_nobody_is_left_waiting_when_the_writer_ends(place: Place) -> None:
    kept = HeldStore(place.open())
    running = journal(kept, NEVER)
    held(kept, running)
    waiting = [running.submit(DRAFT) for _ in range(3)]
    kept.failure = MemoryError()
    kept.let.set()
    for future in waiting:
        with pytest.raises(StoreError, match="the log is no longer written"):
            answer(future)
    with pytest.raises(InputError, match="the journal is closed"):
        running.submit(DRAFT)
    assert running.state().trouble is Trouble.BROKEN
    running.close()


# --- clocks ---


def test_a_clock_that_steps_back_reorders_nothing_and_is_noted(place: Place) -> None:
    clock = SetClock()
    running = journal(place, clock=clock)
    first = answer(running.submit(DRAFT)).at_ns
    clock.passed(1.0)
    clock.wall -= 10 * 10**9
    second = answer(running.submit(DRAFT)).at_ns
    clock.passed(2.0)
    third = answer(running.submit(DRAFT)).at_ns
    clock.passed(300.0)
    fourth = answer(running.submit(DRAFT)).at_ns
    assert first < second
    assert third - second == pytest.approx(SLOWED * 2e9, abs=1_000)
    assert 0 <= fourth - clock.wall < 100  # 302 s at a twentieth each are more than the 10 s
    assert running.state().clock_steps == 1
    running.close()
    entries = sound_log(place)
    steps = [one for one in entries if isinstance(one, ClockEntry)]
    assert [one.back_ms for one in steps] == [10_000]
    assert entries.index(steps[0]) == 2  # behind what it was found with


def test_a_step_is_noted_when_the_first_try_to_write_it_failed(place: Place) -> None:
    clock = SetClock()
    kept = HeldStore(place.open())
    running = journal(kept, clock=clock)
    clock.wall -= 10**9
    kept.failure = StoreError(Trouble.LOCKED, "locked", where="here")
    with pytest.raises(StoreError):
        answer(running.submit(DRAFT))
    kept.failure = None
    answer(running.submit(DRAFT))
    running.close()
    entries = sound_log(place)
    assert [type(one) for one in entries] == [ActEntry, ClockEntry]


def test_a_log_goes_on_behind_its_last_entry_when_the_clock_was_set_back_meanwhile(
    place: Place,
) -> None:
    running = journal(place, clock=SetClock())
    first = answer(running.submit(DRAFT)).at_ns
    running.close()
    running = journal(place, clock=SetClock(wall=NOW_NS - 10**12))
    assert first < answer(running.submit(DRAFT)).at_ns < first + 1_000
    running.close()
    sound_log(place)


def test_stamps_only_rise_in_all_threads() -> None:
    stamps = Stamps(SetClock())
    taken: list[list[int]] = [[] for _ in range(4)]

    def take(into: list[int]) -> None:
        into.extend(stamps.now_ns() for _ in range(2000))

    threads = [threading.Thread(target=take, args=(into,)) for into in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(ANSWER_S)
    assert all(into == sorted(into) for into in taken)
    assert len({at for into in taken for at in into}) == 8000


def test_a_step_is_measured_against_the_clock_that_only_goes_on() -> None:
    clock = SetClock()
    stamps = Stamps(clock)
    clock.passed(5.0)
    clock.wall -= 7 * 10**9  # 2 s before the last reading, 7 s before what it would show
    stamps.now_ns()
    assert stamps.steps() == (Step(7 * 10**9),)
    assert stamps.steps() == ()
    assert Step(100).back_ms == 1


# --- checkpoints ---


def test_what_is_new_is_sealed_when_the_time_has_come_and_in_the_end(place: Place) -> None:
    running = journal(place, Options(seal_s=0.05))
    for at in range(3):
        answer(running.submit(DRAFT))
        wait_for_seal(running, at + 1)
    note = running.checkpoint
    assert note is not None
    assert opened(note, SEALS, "journal").checkpoint.size == 3
    running.close()
    store = place.open()
    sealed = [seal.size for seal in store.seals()]
    assert sealed[-1] == 3
    assert sealed == sorted(set(sealed))
    for seal in store.seals():
        checkpoint = opened(parsed_note(seal.note, "store"), SEALS, "store").checkpoint
        assert checkpoint.root == root_of(store.leaf_hashes(0, seal.size))
    store.close()


def wait_for_seal(running: Journal, size: int) -> None:
    for _ in range(int(ANSWER_S / 0.01)):
        if running.state().sealed == size:
            return
        threading.Event().wait(0.01)
    raise AssertionError(running.state())


def test_nothing_is_sealed_twice(place: Place) -> None:
    for _ in range(3):
        journal(place).close()
    running = journal(place)
    answer(running.submit(DRAFT))
    running.close()
    journal(place).close()
    store = place.open()
    assert [seal.size for seal in store.seals()] == [1]
    store.close()


def test_the_log_may_be_filled_up_so_that_its_length_tells_less(place: Place) -> None:
    running = journal(place, Options(seal_s=1e6, pad_to=64))
    answer(running.submit(DRAFT))
    running.close()
    entries = sound_log(place)
    store = place.open()
    sealed = [seal.size for seal in store.seals()]
    store.close()
    assert set(sealed) <= {64}
    assert len(entries) == 64
    assert sum(isinstance(one, PaddingEntry) for one in entries) == 63


def test_a_log_of_another_name_or_key_is_not_taken_up(place: Place) -> None:
    running = journal(place)
    answer(running.submit(DRAFT))
    running.close()
    for who, origin in ((POLAND, ORIGIN), (CENTRE, "other.example/log")):
        store = place.open()
        with pytest.raises(InputError, match="the store holds the log of another name or key"):
            Journal(store, who, origin)
        store.close()


def test_a_store_that_was_cut_is_not_taken_up(place: Place) -> None:
    running = journal(place)
    answer(running.submit(DRAFT))
    answer(running.submit(DRAFT))
    running.close()
    place.asked("DELETE FROM log WHERE position = 1")
    store = place.open()
    with pytest.raises(InputError, match="the store was cut"):
        Journal(store, CENTRE, ORIGIN)
    store.close()


def test_witnesses_signatures_are_kept_with_the_checkpoint(place: Place) -> None:
    running = journal(place, Options(seal_s=0.01))
    answer(running.submit(DRAFT))
    wait_for_seal(running, 1)
    note = running.checkpoint
    assert note is not None
    for witness in (RUSSIA, POLAND):
        running.cosigned(1, cosigned(note, witness, 1_700_000_000))
    both = seals(SEALS.log, (witness_key(RUSSIA), witness_key(POLAND)))
    assert running.checkpoint is not None
    assert len(opened(running.checkpoint, both, "journal").cosignatures) == 2
    with pytest.raises(InputError, match="no checkpoint is of 7 entries"):
        running.cosigned(7, cosigned(note, RUSSIA, 1_700_000_000))
    running.close()
    running = journal(place)
    assert running.checkpoint is not None
    assert len(opened(running.checkpoint, both, "again").cosignatures) == 2
    running.close()
