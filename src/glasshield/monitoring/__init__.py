"""Monitoring a flight test: where to stand, what was measured, whether it fits what was said."""

from __future__ import annotations
