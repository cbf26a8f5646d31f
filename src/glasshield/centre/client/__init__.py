"""The other side of a centre's API: parties that send, parties and people who read."""

from __future__ import annotations
