"""Tracks that others made: taken in without counting anything twice, and given to other centres."""

from __future__ import annotations
