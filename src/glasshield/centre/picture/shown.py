"""What a viewer is given of a picture: rounded, numbered, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.terms import Mode, Terms
from glasshield.sensing.detections import Detections


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture of a viewer as released at a tick; k tracks.

    Attributes:
        viewer: who sees it.
        picture: its number among the viewer's, from 1; pictures of the same data share the numbers
            of their objects.
        terms: under which it is released.
        mode: exercise or real.
        simulated: whether any of the data were made up.
        at: the tick.
        epoch: where the times count from.
        number: of each object, from 1 in the order in which the viewer first saw them; growing.
        time_s: for which each state holds.
        state_ecef: position (m) and velocity (m/s).
        packed_covariance: upper triangles, row by row.
        phase_probability: of boost, coast and entry.
        class_index: in `CLASS_NAMES`.
        first_seen_s: when it was first detected.
        last_seen_s: when it was last detected.
        age_s: since then, at the tick.
        is_coasted: whether the last look at it missed.
        contributors: parties and sensors; without the sensor where it is not named.
        by: which of them have detected each object.
        failed_at: when the picture last failed: of what came before, nothing is in it; None for
            never.
        is_down: whether it rests after that, so that nothing is in it.
    """

    viewer: str
    picture: int
    terms: Terms
    mode: Mode
    simulated: bool
    at: Instant
    epoch: Instant
    number: Int[np.ndarray, "k"]
    time_s: Float[np.ndarray, "k"]
    state_ecef: Float[np.ndarray, "k 6"]
    packed_covariance: Float[np.ndarray, "k 21"]
    phase_probability: Float[np.ndarray, "k 3"]
    class_index: Int[np.ndarray, "k"]
    first_seen_s: Float[np.ndarray, "k"]
    last_seen_s: Float[np.ndarray, "k"]
    age_s: Float[np.ndarray, "k"]
    is_coasted: Bool[np.ndarray, "k"]
    contributors: tuple[tuple[str, str], ...]
    by: Bool[np.ndarray, "k c"]
    failed_at: Instant | None = None
    is_down: bool = False

    def __len__(self) -> int:
        return len(self.number)


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """Something that happened, as a viewer is told it.

    Attributes:
        number: of the viewer's events, from 1 without a gap.
        picture: the first of the viewer's pictures that is made of the same data.
        event: rounded; its object has the number that it has in that picture.
        at: the tick at which it was released.
        again: whether it was found when kept data were gone through once more.
        mode: exercise or real.
        simulated: whether any of the data were made up.
    """

    number: int
    picture: int
    event: Event
    at: Instant
    again: bool
    mode: Mode
    simulated: bool


@dataclass(frozen=True, slots=True)
class ShownDetections:
    """Detections as a viewer is given them: those of one tick, under one set of terms.

    Attributes:
        number: of the viewer's chunks, from 1 without a gap.
        terms: under which they are released.
        mode: exercise or real.
        at: the tick at which they were released.
        detections: rounded; their stations are called party/sensor.
    """

    number: int
    terms: Terms
    mode: Mode
    at: Instant
    detections: Detections
