"""A centre that runs in a process of its own, as its operator starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.centre.faults.ground import Ground

START_S = 30.0  # for a process on a machine with other work; it takes 2 s
_END_S = 20.0


@dataclass
class Served:
    """A process of `glasshield serve --config`.

    Attributes:
        ground: its folder.
        process: it.
        url: where it answers.
        began_s: when it was started, by the monotonic clock.
        said: the file of what it says of its troubles.
    """

    ground: Ground
    process: subprocess.Popen[str]
    url: str
    began_s: float
    said: Path

    @classmethod
    def start(cls, ground: Ground, around: Sequence[str] = ()) -> Self:
        """Starts it and waits until it can be asked.

        Args:
            ground: where it runs.
            around: the command that runs it, such as one that gives it a small disk.
        """
        said = ground.folder / "said.txt"
        began_s = time.monotonic()
        command = [*around, sys.executable, "-m", "glasshield", "serve"]
        options = ["--config", str(ground.file), "--port", "0", "--json"]
        with said.open("a") as errors:
            process = subprocess.Popen(
                [*command, *options],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
            )
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, said.read_text()
        return cls(ground, process, json.loads(line)["url"], began_s, said)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.stop() if kind is None else self.kill()
        assert kind is not None or self.said.read_text() == ""

    def stop(self) -> None:
        """Ends it as its operator does."""
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(_END_S) == 0, self.said.read_text()
        self._let_go()

    def kill(self) -> None:
        """Ends it at once."""
        self.process.kill()
        self.process.wait(_END_S)
        self._let_go()

    def _let_go(self) -> None:
        assert self.process.stdout is not None
        self.process.stdout.close()

    @property
    def memory_bytes(self) -> int:
        """What of its memory is in use."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in text.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024
