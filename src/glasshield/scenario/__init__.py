"""Scenarios: simulated flights past simulated sensors, always marked as simulated."""

from __future__ import annotations
