"""Glasshield: see through a missile shield, with your own eyes and your own assumptions.

The folders are floors, from the ground up: the Earth, flight, sensing, the shield, reports, the
command line. Nothing is imported here: each part loads when it is first used.

In a notebook, `glasshield.show(assessment)` is a globe to look around on, and
`glasshield.picture(assessment)` a static picture, which an assessment shows by itself.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any, Final

__version__ = "0.1.0"

_NOTEBOOK: Final = "glasshield.report.notebook"
# What can be had from the top; its part loads when it is first asked for.
_DOORS: Final = {"picture": _NOTEBOOK, "show": _NOTEBOOK}


def __getattr__(name: str) -> Any:
    if name not in _DOORS:
        raise AttributeError(f"module 'glasshield' has no attribute {name!r}")
    return getattr(importlib.import_module(_DOORS[name]), name)


def _tell_notebook() -> None:
    """Lets a notebook, where this is one, show assessments by themselves."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is not None:
        register = importlib.import_module(_NOTEBOOK).register
        register(shell.display_formatter.formatters["text/html"])


_tell_notebook()
