"""The servers that the tests of the centre share, and the places in which a store may lie."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.centre.logged import Place
from tests.centre.servers import PostgresServer, postgres_server

_NUMBERS: Final = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for all tests of this process."""
    with postgres_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a store may lie: every kind in its turn."""
    if request.param == "sqlite":
        return Place(str(tmp_path / "log.sqlite"), "", tmp_path)
    server: PostgresServer = request.getfixturevalue("postgres")
    return Place(server.address, f"centre_{next(_NUMBERS)}", tmp_path)
