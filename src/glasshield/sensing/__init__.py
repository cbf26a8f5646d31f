"""Sensors: what they see of a flight, and when."""

from __future__ import annotations
