"""Plans of monitoring in the view document: where observers could stand to watch a test."""

from __future__ import annotations

from typing import Literal

from glasshield.report.view.parts import Mark, Part, Text


class Station(Part, frozen=True, kw_only=True):
    """A place where an observer could stand, and what it could learn there alone.

    `power` is the probability that the declared speed is rejected when the rival one flies.
    """

    observer: str
    lat_deg: float
    lon_deg: float
    visible_s: float
    sees_burnout: bool
    in_hazard_area: bool
    burnout_speed_sigma_m_s: float | None
    power: float


class Together(Part, frozen=True, kw_only=True):
    """The places from which most is learned together, each with its observer; columns."""

    observer: tuple[str, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    burnout_speed_sigma_m_s: float | None
    power: float


class Area(Part, frozen=True, kw_only=True):
    """An area of the notice; its corners in order."""

    id: str
    role: str
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]


class PlanPath(Part, frozen=True, kw_only=True):
    """The announced flight as somebody states it; columns."""

    id: str
    time_s: tuple[float, ...]
    lat_deg: tuple[float, ...]
    lon_deg: tuple[float, ...]
    height_km: tuple[float, ...]
    stage_ends_s: tuple[float, ...]


class Plan(Part, frozen=True, kw_only=True):
    """Where to stand to watch an announced test."""

    id: str
    kind: Literal["plan"]
    name: Text
    host: str
    mark: Mark
    site_lat_deg: float
    site_lon_deg: float
    stations: tuple[Station, ...]
    best: tuple[Together, ...]
    areas: tuple[Area, ...]
    paths: tuple[PlanPath, ...]
    warnings: tuple[Text, ...]
