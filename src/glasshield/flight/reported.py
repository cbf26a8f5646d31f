"""Reported flights of the catalogue, as what there is to infer from."""

from __future__ import annotations

from typing import Final

from glasshield.catalog import Quantity
from glasshield.catalog.flights import ReportedFlight, Role
from glasshield.flight.observation import Measured, Outcome, Report

_OUTCOMES: Final = {
    Role.FAILED: Outcome.FAILED,
    Role.PARACHUTE: Outcome.PARACHUTE,
    Role.POWERED_ENTRY: Outcome.POWERED_ENTRY,
}


def report_of(flight: ReportedFlight) -> Report:
    """The report that a flight of the catalogue is, with its own rounding.

    Only what is recorded of the outcome goes along: what others concluded of a report's
    consistency or of its units does not, so that the inference stands by itself.
    """
    time, lat, azimuth = flight.flight_time, flight.launch_latitude, flight.azimuth
    return Report(
        apogee_m=_measured(flight.apogee),
        range_m=_measured(flight.range),
        time_s=None if time is None else _measured(time),
        lat_rad=None if lat is None else lat.si,
        azimuth_rad=None if azimuth is None else azimuth.si,
        outcome=_OUTCOMES.get(flight.role, Outcome.UNSTATED),
    )


def _measured(quantity: Quantity) -> Measured:
    return Measured(quantity.si, quantity.low_si, quantity.high_si)
