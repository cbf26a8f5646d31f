"""The parts of the view document that come from plans of monitoring."""

from __future__ import annotations

from glasshield.assurance.document import Text as AssuranceText
from glasshield.monitoring.document import Plan as MonitoringPlan
from glasshield.report.view.parts import Text
from glasshield.report.view.plans import Area, Plan, PlanPath, Station, Together


def plan(made: MonitoringPlan) -> Plan:
    """Where to stand to watch a test."""
    test = made.test
    return Plan(
        id=test.id,
        kind="plan",
        name=_text(test.name),
        host=test.host,
        mark="simulated" if made.simulated else "analysis",
        site_lat_deg=test.site_lat_deg,
        site_lon_deg=test.site_lon_deg,
        stations=tuple(
            Station(
                observer=row.observer,
                lat_deg=row.lat_deg,
                lon_deg=row.lon_deg,
                visible_s=row.visible_s,
                sees_burnout=row.sees_burnout,
                in_hazard_area=row.in_hazard_area,
                burnout_speed_sigma_m_s=row.burnout_speed_sigma_m_s,
                power=row.power,
            )
            for row in made.stations
        ),
        best=tuple(
            Together(
                observer=tuple(place.observer for place in row.places),
                lat_deg=tuple(place.lat_deg for place in row.places),
                lon_deg=tuple(place.lon_deg for place in row.places),
                burnout_speed_sigma_m_s=row.burnout_speed_sigma_m_s,
                power=row.power,
            )
            for row in made.best
        ),
        areas=tuple(
            Area(id=row.id, role=row.role, lat_deg=row.lat_deg, lon_deg=row.lon_deg)
            for row in test.areas
        ),
        paths=tuple(
            PlanPath(
                id=row.id,
                time_s=row.time_s,
                lat_deg=row.lat_deg,
                lon_deg=row.lon_deg,
                height_km=row.height_km,
                stage_ends_s=row.stage_ends_s,
            )
            for row in made.paths
        ),
        warnings=tuple(_text(said) for said in made.warnings),
    )


def _text(said: AssuranceText) -> Text:
    return Text(en=said.en, ru=said.ru or said.en)
