"""Where batches come from besides the API, and where tracks go: started and watched alike."""

from __future__ import annotations

from typing import Protocol


class Source(Protocol):
    """Something that runs beside the centre while it does."""

    def start(self) -> None:
        """Begin."""
        ...

    def close(self) -> None:
        """End."""
        ...

    def word(self) -> str:
        """How it does, in a word for health: `good`, or what is wrong, such as `away`."""
        ...
