"""How many samples a test draws: enough in every run, more with `make thorough`."""

from __future__ import annotations

import os
from typing import Final

IS_THOROUGH: Final = os.environ.get("GLASSHIELD_TEST_THOROUGH") == "1"


def samples(usual: int, thorough: int) -> int:
    """The number to draw; a tolerance that hangs on it is computed from it."""
    return thorough if IS_THOROUGH else usual
