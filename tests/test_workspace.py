"""The cache, fingerprints, and files that nobody sees half-written."""

from __future__ import annotations

import dataclasses
import errno
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import OutputError
from glasshield.workspace import (
    Cache,
    Workspace,
    check_writable,
    fingerprint,
    unwritable,
    write_atomically,
)


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "answer.json"
    with write_atomically(path) as aside:
        aside.write_text("{}")
        assert not path.exists()
        assert aside.suffix == ".json"
    assert path.read_text() == "{}"
    assert [file.name for file in path.parent.iterdir()] == ["answer.json"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError, SystemExit])
def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, stop: type[BaseException]
) -> None:
    path = tmp_path / "answer.json"
    path.write_text("old")

    def write_half() -> None:
        with write_atomically(path) as aside:
            aside.write_text("half")
            raise stop

    with pytest.raises(stop):
        write_half()
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["answer.json"]


def test_a_file_in_the_way_of_a_folder_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with (
        pytest.raises(OutputError, match="cannot be written because") as caught,
        write_atomically(tmp_path / "out" / "report.html"),
    ):
        pass
    assert caught.value.exit_code == 2


def test_a_place_is_checked_without_touching_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    check_writable(tmp_path / "new" / "deep")
    check_writable(tmp_path)
    for place in (tmp_path / "file", tmp_path / "file" / "out", Path("/proc/out")):
        with pytest.raises(OutputError, match="cannot be written because"):
            check_writable(place)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_full_disk_is_said_so() -> None:
    error = unwritable(Path("out"), OSError(errno.ENOSPC, "No space left on device"))
    assert "out: cannot be written because the disk is full" in error.sentence


def test_the_umask_decides_who_may_read(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with write_atomically(tmp_path / "a") as aside:
            aside.write_text("")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def _arrays(cache: Cache, calls: list[int], key: str = "k") -> dict[str, np.ndarray]:
    def make() -> dict[str, np.ndarray]:
        calls.append(1)
        return {"x": np.arange(6.0).reshape(2, 3)}

    return cache.arrays("table", key, make)


def test_what_is_cached_is_made_once_and_comes_back_the_same(tmp_path: Path) -> None:
    calls: list[int] = []
    cache = Cache(tmp_path / "cache")
    first, second = _arrays(cache, calls), _arrays(cache, calls)
    assert len(calls) == 1
    np.testing.assert_array_equal(first["x"], second["x"])
    assert second["x"].flags.c_contiguous


@pytest.mark.parametrize("junk", [b"", b"PK\x03\x04 no archive", b"\x93NUMPY", b"text"])
def test_a_broken_cache_file_is_made_again(tmp_path: Path, junk: bytes) -> None:
    calls: list[int] = []
    cache = Cache(tmp_path)
    _arrays(cache, calls)
    (tmp_path / "table-k.npz").write_bytes(junk)
    _arrays(cache, calls)
    _arrays(cache, calls)
    assert len(calls) == 2


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    calls: list[int] = []
    _arrays(Cache(tmp_path / "file" / "cache"), calls)
    _arrays(Cache(tmp_path / "file" / "cache"), calls)
    assert len(calls) == 2


@dataclasses.dataclass(frozen=True, slots=True)
class _Input:
    speed_m_s: float
    names: tuple[str, ...] = ()


def test_equal_inputs_have_equal_fingerprints() -> None:
    one = fingerprint(_Input(1.0, ("a",)), {"b": 1, "a": 2}, np.arange(3.0))
    two = fingerprint(_Input(1.0, ("a",)), {"a": 2, "b": 1}, np.arange(3.0))
    assert one == two
    assert len(one) == 64


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_Input(1.0), _Input(np.nextafter(1.0, 2.0))),
        (float("nan"), float("inf")),
        (float("inf"), None),
        (np.zeros(4), np.zeros((2, 2))),
        (np.zeros(2), np.zeros(2, dtype=np.float32)),
        ("ab", "ba"),
        (0.0, -0.0),
    ],
)
def test_unequal_inputs_have_unequal_fingerprints(one: object, two: object) -> None:
    assert fingerprint(one) != fingerprint(two)


@given(st.floats(), st.floats())
def test_prop_a_fingerprint_sees_every_bit_of_a_float(one: float, two: float) -> None:
    assert (fingerprint(one) == fingerprint(two)) == (one.hex() == two.hex())


def test_the_workspace_reads_its_places_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLASSHIELD_CACHE", str(tmp_path / "c"))
    monkeypatch.setenv("GLASSHIELD_CATALOG", str(tmp_path / "f"))
    workspace = Workspace.default(tmp_path / "g")
    assert workspace.cache.folder == tmp_path / "c"
    assert workspace.overlays == (tmp_path / "f", tmp_path / "g")


def test_without_a_word_the_cache_stands_where_caches_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GLASSHIELD_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Workspace.default().cache.folder == tmp_path / "glasshield"


def test_the_catalogue_is_loaded_once() -> None:
    workspace = Workspace.default()
    assert workspace.catalog is workspace.catalog


def test_an_overridden_workspace_leaves_the_first_as_it_was() -> None:
    workspace = Workspace.default()
    other = workspace.overridden([("interceptor.sm3-2a.burnout_speed", "5.0km/s")])
    assert other.catalog.interceptors["sm3-2a"].burnout_speed.si == 5000.0
    assert workspace.catalog.interceptors["sm3-2a"].burnout_speed.si != 5000.0
