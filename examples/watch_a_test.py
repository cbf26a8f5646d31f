"""An announced flight test, watched by a guest: what is measured when energy is hidden, or not.

python examples/watch_a_test.py
"""

from __future__ import annotations

import msgspec

from glasshield.catalog.announced import AnnouncedTest
from glasshield.monitoring.claims_updated import evaluated
from glasshield.monitoring.document import Compared, Evaluation, PlaceRow
from glasshield.monitoring.rehearsal import Flown, Rehearsal, rehearse
from glasshield.workspace import Workspace

GUEST = PlaceRow(observer="guest-ship", lat_deg=33.2, lon_deg=-123.5)
LEVEL = 0.05  # what fits less often does not fit


def watched(flown: Flown, test: AnnouncedTest, workspace: Workspace) -> tuple[float, Evaluation]:
    """How fast the vehicle really was, km/s, and what the guest finds."""
    made = rehearse(test, workspace.catalog, Rehearsal(flown=flown, places=(GUEST,)))
    true_km_s = made.flight.burnout_speed_m_s / 1e3
    return true_km_s, evaluated(test, made.detections, made.launches, workspace)


def show(flown: Flown, true_km_s: float, found: Evaluation) -> None:
    """Shows what was measured beside what really flew."""
    speed = found.burnout_speed_km_s
    burn = found.burn_time_s
    print(f"{flown.value}: flew {true_km_s:.4f} km/s")
    print(f"  measured {speed.low:.4f} to {speed.high:.4f} km/s, {found.stages.value} burns,")
    print(f"  {burn.low:.1f} to {burn.high:.1f} s long: {verdict(found.declared)}")
    print(f"  the vehicle can do at least {found.capability.at_least_km_s:.4f} km/s")


def verdict(declared: Compared) -> str:
    """Whether what was measured fits what was declared."""
    if declared.consistent:
        return "as declared"
    if declared.exceeded:
        return "faster than declared"
    other_burn = declared.speed_p_value >= LEVEL
    return "another burn than declared" if other_burn else "slower than declared"


def main() -> None:
    """Lets the declared vehicle fly, the rival one, and the rival one cut off early."""
    workspace = Workspace.default()
    announced = workspace.catalog.tests["third-site-booster"]
    # Judging the claims anew is left to the command line.
    test = msgspec.structs.replace(announced, claims=())
    for flown in (Flown.DECLARED, Flown.RIVAL, Flown.CUT_OFF):
        true_km_s, found = watched(flown, test, workspace)
        show(flown, true_km_s, found)


if __name__ == "__main__":
    main()
