"""Regions of an exercise in the view document: who answers where, and what is wrong with that."""

from __future__ import annotations

from typing import Literal

from glasshield.report.view.parts import Part, Text


class Edge(Part, frozen=True, kw_only=True):
    """A closed ring of places, joined straight in both; columns.

    What it surrounds lies to the right of the way; a ring the other way round cuts a hole.
    """

    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]


class Region(Part, frozen=True, kw_only=True):
    """A region that an exercise names, and what is agreed about it; parties by their ids.

    `sector` are the parties that answer for it, the one that stands first before the others,
    `forces` other parties whose batteries act for them there, `defended` those to which it counts
    when something comes down in it, `territory` those that are consulted about what happens above
    it. `lat_deg` and `lon_deg` are a place well inside.
    """

    id: str
    name: Text
    sector: tuple[str, ...]
    forces: tuple[str, ...]
    defended: tuple[str, ...]
    territory: tuple[str, ...]
    lat_deg: float
    lon_deg: float
    edges: tuple[Edge, ...]


class Trouble(Part, frozen=True, kw_only=True):
    """An unbroken part of the Earth for which nobody answers, or several parties do.

    `parties` answer for it: nobody for a gap. `regions` are the defended ones in which some of it
    lies. It is as exact as the lattice on which it was found: `step_km`.
    """

    id: str
    kind: Literal["gap", "overlap"]
    parties: tuple[str, ...]
    regions: tuple[str, ...]
    area_km2: float
    step_km: float
    lat_deg: float
    lon_deg: float
    edges: tuple[Edge, ...]
