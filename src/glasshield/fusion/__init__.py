"""Fusion: from many radars' detections to one picture of what flies."""

from __future__ import annotations
