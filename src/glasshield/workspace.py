"""The workspace: the one object behind the command line, the notebook and the tests.

It knows where the catalogue and the cache are, and how a file is written so that nobody ever sees
half of it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from glasshield import __version__
from glasshield.errors import OutputError

if TYPE_CHECKING:
    import numpy as np

    from glasshield.catalog import Catalog

# Told how far a long calculation is: the fraction done, 0 to 1, and what is being done.
Progress = Callable[[float, str], None]

CACHE_VARIABLE: Final = "GLASSHIELD_CACHE"
CATALOG_VARIABLE: Final = "GLASSHIELD_CATALOG"

_WHY_NOT: Final = {
    errno.EACCES: "permission is denied",
    errno.EPERM: "permission is denied",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.ENOTDIR: "a part of the path is a file",
    errno.EEXIST: "a file of that name stands there",
    errno.EISDIR: "a folder of that name stands there",
    errno.ENOENT: "the path does not exist",
    errno.ENAMETOOLONG: "the name is too long",
}


@dataclass(frozen=True, slots=True)
class Cache:
    """Results that are dear to compute, each in a file named after the digest of its inputs."""

    folder: Path

    def arrays(
        self, kind: str, key: str, make: Callable[[], Mapping[str, np.ndarray]]
    ) -> dict[str, np.ndarray]:
        """The named arrays stored for these inputs, made first where they are not there.

        A file that cannot be read counts as absent, and a folder that cannot be written only
        costs time: the cache changes how fast an answer comes, never which.

        Args:
            kind: what is stored, as a plain word such as `flyout`.
            key: the `fingerprint` of everything that the arrays depend on.
            make: computes the arrays.
        """
        from zipfile import BadZipFile

        import numpy as np

        path = self.folder / f"{kind}-{key}.npz"
        unreadable = (OSError, ValueError, EOFError, KeyError, BadZipFile)
        with (
            contextlib.suppress(*unreadable),
            path.open("rb") as file,
            np.load(file, allow_pickle=False) as stored,
        ):
            return {name: stored[name] for name in stored.files}
        made = {name: np.ascontiguousarray(array) for name, array in make().items()}
        with contextlib.suppress(OutputError), write_atomically(path) as aside:
            np.savez(aside, allow_pickle=False, **made)
        return made


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the facts and the cache are.

    Attributes:
        cache: computed tables, safe to delete at any time.
        overlays: folders of catalogue files laid over the packaged ones, in this order.
    """

    cache: Cache
    overlays: tuple[Path, ...] = ()
    _loaded: list[Catalog] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def default(cls, *overlays: Path) -> Workspace:
        """The workspace of this user: packaged facts, and a cache in the usual place.

        The environment variable `GLASSHIELD_CACHE` names another cache folder, and
        `GLASSHIELD_CATALOG` a folder of catalogue files to lay over the packaged ones.

        Args:
            overlays: more folders of catalogue files, laid over that one in this order.
        """
        named = os.environ.get(CATALOG_VARIABLE)
        first = (Path(named),) if named else ()
        return cls(cache=Cache(_cache_folder()), overlays=(*first, *overlays))

    @property
    def catalog(self) -> Catalog:
        """The facts: the packaged catalogue with the user's files laid over it, loaded once.

        Raises:
            InputError: when a user's folder does not exist.
            CatalogError: when a file breaks the catalogue's rules.
        """
        if not self._loaded:
            from glasshield import catalog

            self._loaded.append(catalog.load(*self.overlays))
        return self._loaded[0]

    def overridden(self, settings: Iterable[tuple[str, str]]) -> Workspace:
        """This workspace with other values for some facts.

        Args:
            settings: the key of each fact, such as `interceptor.sm3-2a.burnout_speed`, and its
                new value with a unit, such as `5.0km/s`.

        Raises:
            UnknownNameError: no fact has this key.
            UnitError: a value without a unit, or with one of another dimension.
        """
        catalog = self.catalog
        for key, value in settings:
            catalog = catalog.override(key, value)
        return self.holding(catalog)

    def holding(self, catalog: Catalog) -> Workspace:
        """This workspace with other facts."""
        return replace(self, _loaded=[catalog])


@contextlib.contextmanager
def write_atomically(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; it takes the place of `path` when the block ends well.

    When the block fails or is interrupted, the file aside is removed and `path` is as it was.

    Raises:
        OutputError: when the place cannot be written or the disk is full.
    """
    aside = path.with_name(f".{path.stem}-{secrets.token_hex(4)}{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except OSError as failure:
        raise unwritable(path, failure) from failure
    try:
        yield aside
        aside.replace(path)
    except OSError as failure:
        raise unwritable(path, failure) from failure
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def check_writable(folder: Path) -> None:
    """Raises before a long calculation what writing into `folder` would raise after it.

    Raises:
        OutputError: when no file can be made there.
    """
    import tempfile

    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as failure:
        raise unwritable(folder, failure) from failure


def unwritable(path: Path, failure: OSError) -> OutputError:
    """The error that says in one sentence why `path` cannot be written."""
    why = _WHY_NOT.get(failure.errno or 0, (failure.strerror or str(failure)).lower())
    return OutputError(
        f"cannot be written because {why}", where=str(path), do="choose another place"
    )


def digest(*parts: object) -> str:
    """A digest of inputs, as 64 hexadecimal digits: the same on every machine.

    The version of the program is part of it.

    Args:
        parts: numbers, texts, frozen dataclasses, catalogue records, arrays, and containers of
            these.
    """
    total = hashlib.sha256(__version__.encode())
    for part in parts:
        total.update(b"\x1e")
        total.update(_canonical(part))
    return total.hexdigest()


def fingerprint(*parts: object) -> str:
    """A digest of everything that a stored result depends on: the inputs and the kernels.

    Args:
        parts: as for `digest`.
    """
    return digest(_kernels_digest(), *parts)


def _canonical(part: object) -> bytes:
    """The bytes that stand for a value in a fingerprint."""
    import msgspec
    import numpy as np

    def plain(value: object) -> object:
        if isinstance(value, np.ndarray):
            # The bytes themselves: a rounded text would let two inputs share a result.
            return [str(value.dtype), list(value.shape), value.tobytes().hex()]
        if isinstance(value, np.generic):
            return value.item()
        raise TypeError(f"a {type(value).__name__} has no fingerprint")

    def lossless(value: object) -> object:
        # JSON knows no NaN and no infinity, and msgspec would make both null.
        if isinstance(value, float):
            return value.hex()
        if isinstance(value, dict):
            return {str(key): lossless(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [lossless(item) for item in value]
        return value

    # `str_keys` and sorted keys make the order in which a dict was filled irrelevant.
    built = msgspec.to_builtins(part, enc_hook=plain, str_keys=True, order="deterministic")
    return msgspec.json.encode(lossless(built), order="deterministic")


@cache
def _kernels_digest() -> str:
    """The digest of the compiled module's file: other kernels, other results."""
    from glasshield import kernels

    return hashlib.sha256(Path(kernels.__file__).read_bytes()).hexdigest()


def _cache_folder() -> Path:
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "glasshield"
