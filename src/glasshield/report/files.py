"""Files of a report, written so that nobody ever sees half of them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from glasshield.workspace import Progress, unwritable, write_atomically

# What is being made, and what makes it: the contents of one or more files by their names.
Step = tuple[str, Callable[[], Mapping[str, bytes]]]


def write_files(
    folder: Path, names: Sequence[str], steps: Iterable[Step], progress: Progress | None = None
) -> list[Path]:
    """The paths of the files, all of which are written, or none.

    Args:
        folder: where to; made where it does not exist. Files of other names stay.
        names: of all files that the steps make.
        steps: what makes them.
        progress: told what is being made.

    Raises:
        OutputError: when the folder cannot be written.
    """
    with _folder(folder), contextlib.ExitStack() as stack:
        # All places are claimed first: a folder that cannot be written costs no drawing.
        aside = {name: stack.enter_context(write_atomically(folder / name)) for name in names}
        made = 0
        for doing, make in steps:
            if progress is not None:
                progress(made / len(names), doing)
            for name, content in make().items():
                try:
                    aside[name].write_bytes(content)
                except OSError as failure:
                    raise unwritable(folder / name, failure) from failure
                made += 1
        if progress is not None:
            progress(1.0, "")
    return [folder / name for name in names]


@contextlib.contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Takes the folder away again when it was made in vain."""
    existed = folder.exists()
    try:
        yield
    except BaseException:
        if not existed:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
