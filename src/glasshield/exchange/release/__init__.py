"""Release: what of a party's data another party gets, by rules that are data.

Nothing is released by default. `terms` says how late and how coarse something is released, and
orders such terms by fineness; `rules` holds what parties grant each other, read from TOML files by
`reading`; `layers` turns the rules for one viewer into pictures, each fed only with what it may
hold; `admission` picks detections for a picture; `coarsen` rounds what comes out; `explain` says in
words what a viewer would see of an object, and why; `check` finds rules that say nothing.
"""

from __future__ import annotations
