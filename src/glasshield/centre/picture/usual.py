"""What feeds are made of in a running centre."""

from __future__ import annotations

from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.remote import RemoteTracks
from glasshield.centre.warning.regions import region_of
from glasshield.centre.warning.watch import Watch


def usual_parts() -> Parts:
    """Warnings, others' tracks, and the regions of the packaged map."""
    return Parts(Watch, RemoteTracks, region_of)
