"""Exchange: what passes between parties, in the field's own formats."""

from __future__ import annotations
