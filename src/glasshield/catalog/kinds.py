"""The kinds of record: the word in `[kind.id]`, the packaged files, and the type of the record."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from glasshield.catalog import announced, claims, flights, model, plans, scenarios

# Kind, the stem with which its packaged files begin, and the type of its records.
_TABLE: Final = (
    ("source", "sources", model.Source),
    ("party", "parties", model.Party),
    ("site", "sites", model.Site),
    ("radar", "radars", model.Radar),
    ("sensor", "sensors", model.Sensor),
    ("interceptor", "interceptors", model.Interceptor),
    ("missile", "missiles", model.Missile),
    ("launch", "launches", model.LaunchArea),
    ("region", "regions", model.Region),
    ("rules", "rules", plans.Rules),
    ("architecture", "architectures", plans.Architecture),
    ("proposal", "proposals", plans.Proposal),
    ("regime", "regimes", plans.Regime),
    ("reported-flight", "reported-flights", flights.ReportedFlight),
    ("flight-test", "flight-tests", flights.FlightTest),
    ("telemetry", "telemetry", flights.Telemetry),
    ("comparison", "comparisons", flights.Comparison),
    ("scenario", "scenarios", scenarios.Scenario),
    ("claim", "claims", claims.Claim),
    ("test", "tests", announced.AnnouncedTest),
    ("assumptions", "assumptions", claims.AssumptionSet),
)

KINDS: Final = tuple(kind for kind, _, _ in _TABLE)
STEMS: Final[Mapping[str, str]] = MappingProxyType({kind: stem for kind, stem, _ in _TABLE})
TYPES: Final[Mapping[str, type[model.Record]]] = MappingProxyType(
    {kind: type_ for kind, _, type_ in _TABLE}
)
