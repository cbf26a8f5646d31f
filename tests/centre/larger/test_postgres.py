"""What only a store on a database server meets: a server that ends, is full, or is another's."""

from __future__ import annotations

import itertools
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psycopg
import pytest

from glasshield.centre.log.postgres_store import PostgresStore
from glasshield.centre.log.store import StoreError, Trouble
from glasshield.errors import InputError
from tests.centre.logged import ANSWER_S, NOW_NS, Place, answer, batch, journal, sound_log
from tests.centre.servers import SMALL, PostgresServer, postgres_server
from tests.centre.test_store import record

KILLS: Final = 3
_NUMBERS: Final = itertools.count()


@pytest.fixture
def schema() -> str:
    return f"larger_{next(_NUMBERS)}"


@pytest.fixture(scope="module")
def restarted() -> Iterator[PostgresServer]:
    """A server that tests may end; others do not share it."""
    with postgres_server() as server:
        yield server


# --- what it asks of a server ---


def test_it_is_flushed_whenever_a_transaction_ends(postgres: PostgresServer, schema: str) -> None:
    store = PostgresStore(f"{postgres.address}&options=-csynchronous_commit%3Doff", schema)
    with store._writer.held("") as link:
        assert link.execute("SHOW synchronous_commit").fetchall() == [("on",)]
        assert link.execute("SHOW fsync").fetchall() == [("on",)]
    store.close()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("what", "this is no address of a PostgreSQL database"),
        ("postgresql://db.example/centre", "got sslmode=prefer"),
        ("postgresql://db.example/centre?sslmode=require", "got sslmode=require"),
        ("host=localhost,db.example dbname=centre", "nothing proves which server answers"),
        ("hostaddr=192.0.2.1 host=localhost dbname=centre", "expected sslmode=verify-full"),
    ],
)
def test_a_server_beyond_this_machine_has_to_prove_which_it_is(address: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        PostgresStore(address)


def test_no_error_holds_a_password(postgres: PostgresServer) -> None:
    address = f"postgresql://nobody:secret@/postgres?host={postgres.folder}"
    with pytest.raises(StoreError) as caught:
        PostgresStore(address)
    assert caught.value.trouble is Trouble.AWAY
    assert 'role "nobody" does not exist' in caught.value.sentence
    assert "secret" not in caught.value.sentence


def test_another_schema_has_no_store_of_ours(postgres: PostgresServer) -> None:
    with pytest.raises(InputError, match="this is no name of a schema"):
        PostgresStore(postgres.address, "a; DROP TABLE log")


def test_other_accounts_may_not_read_it(postgres: PostgresServer, schema: str) -> None:
    store = PostgresStore(postgres.address, schema)
    store.append([record(1)])
    with psycopg.connect(postgres.address, autocommit=True) as link:
        link.execute("DROP ROLE IF EXISTS other")
        link.execute("CREATE ROLE other LOGIN")
    other = psycopg.connect(postgres.address, user="other")
    with other, pytest.raises(psycopg.errors.InsufficientPrivilege):
        other.execute(f"SELECT entry FROM {schema}.log")
    store.close()


@pytest.mark.parametrize(
    ("statement", "got"),
    [
        ("DROP TABLE {0}.about", "got another database"),
        ("UPDATE {0}.about SET version = 2", "got version 2"),
        ("DELETE FROM {0}.about", "got another database"),
    ],
)
def test_another_database_is_left_alone(
    postgres: PostgresServer, schema: str, statement: str, got: str
) -> None:
    PostgresStore(postgres.address, schema).close()
    with psycopg.connect(postgres.address) as link:
        link.execute(statement.format(schema))
    with pytest.raises(StoreError, match=got):
        PostgresStore(postgres.address, schema)


def test_two_centres_may_use_one_database(postgres: PostgresServer) -> None:
    names = [f"twin_{next(_NUMBERS)}" for _ in range(2)]
    stores = [PostgresStore(postgres.address, name) for name in names]
    for number, store in enumerate(stores):
        store.append([record(number)])
    assert [store.entries(0, 9) for store in stores] == [[b"entry 0"], [b"entry 1"]]
    for store in stores:
        store.close()


# --- full ---


def test_a_server_that_is_full_takes_nothing_more_and_then_all(
    postgres: PostgresServer, schema: str
) -> None:
    if not postgres.has_small:
        pytest.skip("a small disk cannot be made here")
    options = f"options=-cdefault_tablespace%3D{SMALL}"
    store = PostgresStore(f"{postgres.address}&{options}", schema)
    with psycopg.connect(f"{postgres.address}&{options}", autocommit=True) as link:
        link.execute(f"CREATE TABLE {schema}_filler AS SELECT repeat(md5(n::text), 20)"
                     " FROM generate_series(1, 1000) s(n)")  # fmt: skip
    taken = 0
    with pytest.raises(StoreError) as caught:  # noqa: PT012  # it fails at some number
        for number in range(200):
            store.append([record(2 * number, 10_000), record(2 * number + 1, 10_000)])
            taken += 2
    assert caught.value.trouble is Trouble.FULL
    assert 0 < taken < 200
    assert store.size == taken
    assert [one.index for one in store.batches_since(0)] == list(range(taken))
    with psycopg.connect(postgres.address, autocommit=True) as link:
        link.execute(f"DROP TABLE {schema}_filler")
    assert store.append([record(500, 10_000), record(501, 10_000)]) == taken
    assert store.size == taken + 2
    store.close()
    with psycopg.connect(postgres.address, autocommit=True) as link:
        link.execute(f"DROP SCHEMA {schema} CASCADE")


# --- a server that ends ---


def end_connections(server: PostgresServer) -> None:
    """End the connections of all stores, as an administrator or a network may do."""
    with psycopg.connect(server.address, autocommit=True) as link:
        link.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE application_name = 'glasshield centre'"
        )


def test_a_lost_connection_is_made_again(postgres: PostgresServer, schema: str) -> None:
    store = PostgresStore(postgres.address, schema)
    store.append([record(1)])
    end_connections(postgres)
    assert store.entries(0, 9) == [b"entry 1"]
    assert store.append([record(2)]) == 1
    end_connections(postgres)
    assert store.found([f"{2:064d}"]) == {f"{2:064d}": 1}
    store.close()
    with pytest.raises(StoreError, match="the store is closed"):
        store.append([record(3)])


def test_what_a_lost_connection_wrote_and_nobody_acknowledged_is_undone(
    postgres: PostgresServer, schema: str
) -> None:
    store = PostgresStore(postgres.address, schema)
    store.append([record(1)])
    with psycopg.connect(postgres.address) as link:  # as if the answer to a commit were lost
        made = record(7)
        assert made.once is not None
        link.execute(f"INSERT INTO {schema}.log VALUES (1, %s, %s)", (made.leaf, made.entry))
        link.execute(
            f"INSERT INTO {schema}.batches VALUES (1, %s, 7, %s)",
            (made.once.identity, made.bodies[0].sha256),
        )
        link.execute(f"INSERT INTO {schema}.marks VALUES (1, 'party')")
    assert store.found([f"{7:064d}"]) == {}
    assert store.entries(0, 9) == [b"entry 1"]
    assert list(store.marked("party")) == []
    assert [one.index for one in store.batches_since(0)] == [0]
    end_connections(postgres)
    assert store.append([record(8), record(7)]) == 1
    assert store.entries(0, 9) == [b"entry 1", b"entry 8", b"entry 7"]
    assert store.found([f"{7:064d}"]) == {f"{7:064d}": 2}
    store.close()


def test_a_store_that_another_took_meanwhile_is_not_taken_back(
    postgres: PostgresServer, schema: str
) -> None:
    store = PostgresStore(postgres.address, schema)
    store.append([record(1)])
    end_connections(postgres)
    other = PostgresStore(postgres.address, schema)
    other.append([record(2)])
    with pytest.raises(StoreError, match="another process holds the store") as caught:
        store.append([record(3)])
    assert caught.value.trouble is Trouble.LOCKED
    other.close()
    for _ in range(2):
        with pytest.raises(StoreError, match="another process took the store while") as caught:
            store.append([record(3)])
        assert caught.value.trouble is Trouble.LOCKED
    store.close()
    again = PostgresStore(postgres.address, schema)
    assert again.entries(0, 9) == [b"entry 1", b"entry 2"]
    again.close()


def test_a_server_that_is_away_is_told_and_the_log_goes_on_when_it_is_back(
    restarted: PostgresServer, schema: str, tmp_path: Path
) -> None:
    place = Place(restarted.address, schema, tmp_path)
    running = journal(place)
    answer(running.received(batch(b"a"), 1, NOW_NS))
    restarted.stop()
    with pytest.raises(StoreError, match="the database server does not answer") as caught:
        answer(running.received(batch(b"b"), 1, NOW_NS))
    assert caught.value.trouble is Trouble.AWAY
    assert running.state().trouble is Trouble.AWAY
    restarted.start()
    assert answer(running.received(batch(b"b"), 1, NOW_NS)).index == 1
    assert running.state().trouble is None
    running.close()
    assert len(sound_log(place)) == 2


def test_prop_a_server_that_is_killed_under_load_loses_and_doubles_nothing(
    restarted: PostgresServer, schema: str, tmp_path: Path
) -> None:
    place = Place(restarted.address, schema, tmp_path)
    running = journal(place)
    acknowledged: dict[int, int] = {}
    numbers, lock, over = itertools.count(), threading.Lock(), threading.Event()

    def send() -> None:
        while not over.is_set():
            with lock:
                number = next(numbers)
            sent = batch(f"{number}".encode() * 1000)
            while not over.is_set():
                try:
                    acknowledged[number] = answer(running.received(sent, 1, NOW_NS)).index
                    break
                except StoreError:
                    over.wait(0.02)

    senders = [threading.Thread(target=send) for _ in range(6)]
    for sender in senders:
        sender.start()
    for _ in range(KILLS):
        over.wait(0.4)
        restarted.stop(signal.SIGQUIT)
        restarted.start()
    over.wait(0.4)
    over.set()
    for sender in senders:
        sender.join(ANSWER_S)
    running.close()
    assert len(acknowledged) > KILLS * 6
    kept = place.open()
    here = {int(one.body[: len(one.body) // 1000]): one.index for one in kept.batches_since(0)}
    assert len(here) == kept.size
    kept.close()
    assert {number: here.get(number) for number in acknowledged} == acknowledged
    sound_log(place)
