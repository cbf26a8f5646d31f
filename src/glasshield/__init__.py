"""Glasshield: see through a missile shield, with your own eyes and your own assumptions.

The folders are floors, from the ground up: the Earth, flight, sensing, the shield, reports, the
command line. Nothing is imported here: each part loads when it is first used.
"""

from __future__ import annotations

__version__ = "0.1.0"
