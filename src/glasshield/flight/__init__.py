"""Flight: boost, coast and entry, aiming, and what a reported flight proves."""

from __future__ import annotations
