"""The shield: what stands where, when it could meet a target, what it defends, whom it reaches."""

from __future__ import annotations
