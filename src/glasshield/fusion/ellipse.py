"""Ellipses on the ground: where something came from or will come down, and how surely.

An ellipse is not taken from a covariance alone. What is uncertain about a fall (the air, the
ballistic coefficient) spreads impacts along the flight, with more of them near and a long tail, so
that the usual factors of a normal distribution would promise too much or too little. The shape is
the covariance of samples; the size for each probability is such that this share of them lies
within.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float
from numpy.typing import ArrayLike

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.errors import RangeError

LEVELS: Final = (0.5, 0.9, 0.95)
# A covariance thinner than this is none: two places a metre apart are the same place.
_LEAST_VARIANCE_M2: Final = 1.0


@dataclass(frozen=True, slots=True)
class Ellipses:
    """Ellipses around k places on the ellipsoid; what is not known is NaN.

    Attributes:
        lat_rad: of the middle, geodetic.
        lon_rad: of the middle.
        covariance_m2: of east and north around it.
        radii: size at each of `LEVELS`, in standard deviations.
    """

    lat_rad: Float[np.ndarray, "k"]
    lon_rad: Float[np.ndarray, "k"]
    covariance_m2: Float[np.ndarray, "k 2 2"]
    radii: Float[np.ndarray, "k 3"]

    def __len__(self) -> int:
        return len(self.lat_rad)

    @classmethod
    def of_samples(
        cls,
        position_ecef_m: Float[np.ndarray, "k m 3"],
        weight: Float[np.ndarray, "k m"] | None = None,
    ) -> Self:
        """The ellipses that hold the stated shares of samples on the ground.

        Args:
            position_ecef_m: m samples for each of the k ellipses.
            weight: of the samples, not negative, of any sum above zero; all alike when left out.
        """
        shape = position_ecef_m.shape[:2]
        share = np.full(shape, 1.0 / shape[1]) if weight is None else weight
        share = share / share.sum(axis=-1, keepdims=True)
        middle = (share[:, None] @ position_ecef_m)[:, 0]
        lat, lon, _ = ecef_to_geodetic(middle)
        offset = _offsets(lat, lon, position_ecef_m)
        # The mean of places on a curved ground lies beside the mean of their positions.
        shift = (share[:, None] @ offset)[:, 0]
        lat, lon = _shifted(lat, lon, shift)
        offset = _offsets(lat, lon, position_ecef_m)
        spread = np.swapaxes(share[:, :, None] * offset, 1, 2) @ offset
        covariance = spread + _LEAST_VARIANCE_M2 * np.eye(2)
        away = np.sqrt(_squared(offset, covariance))
        return cls(lat, lon, covariance, _quantiles(away, share))

    @classmethod
    def of_covariance(
        cls, lat_rad: ArrayLike, lon_rad: ArrayLike, covariance_m2: Float[np.ndarray, "k 2 2"]
    ) -> Self:
        """The ellipses of normal distributions around places."""
        lat, lon = np.broadcast_arrays(np.atleast_1d(lat_rad), np.atleast_1d(lon_rad))
        normal = np.sqrt(-2.0 * np.log1p(-np.array(LEVELS)))  # Rayleigh's distribution
        return cls(lat, lon, covariance_m2, np.tile(normal, (len(lat), 1)))

    def take(self, index: np.ndarray | slice) -> Ellipses:
        """The ellipses that an index array, a mask or a slice chooses."""
        return Ellipses(**{each.name: getattr(self, each.name)[index] for each in fields(self)})

    def spread(self, known: Bool[np.ndarray, "n"]) -> Ellipses:
        """The ellipses at the places of a mask that are true, NaN at the others."""

        def column(values: Float[np.ndarray, "k ..."]) -> Float[np.ndarray, "n ..."]:
            whole = np.full((len(known), *values.shape[1:]), np.nan)
            whole[known] = values
            return whole

        return Ellipses(**{each.name: column(getattr(self, each.name)) for each in fields(self)})

    def axes(
        self, probability: float
    ) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
        """Longer and shorter semi-axis (m), and the longer one's azimuth (rad, 0 to pi).

        Args:
            probability: one of `LEVELS`.
        """
        radius = self.radii[:, _level(probability)]
        east, north = self.covariance_m2[:, 0, 0], self.covariance_m2[:, 1, 1]
        mixed = self.covariance_m2[:, 0, 1]
        middle, half = 0.5 * (east + north), np.hypot(0.5 * (north - east), mixed)
        azimuth = np.remainder(0.5 * np.arctan2(2.0 * mixed, north - east), np.pi)
        shorter = np.sqrt(np.maximum(middle - half, 0.0))
        return radius * np.sqrt(middle + half), radius * shorter, azimuth

    def contains(
        self, lat_rad: ArrayLike, lon_rad: ArrayLike, probability: float
    ) -> Bool[np.ndarray, "k"]:
        """Whether each ellipse holds its place; false where it is not known.

        Args:
            lat_rad: of one place for each ellipse, or of one for all.
            lon_rad: of the same.
            probability: one of `LEVELS`.
        """
        place = geodetic_to_ecef(lat_rad, lon_rad, 0.0)
        place = np.broadcast_to(place, (len(self), 3))[:, None]
        offset = _offsets(self.lat_rad, self.lon_rad, place)
        inside = (
            _squared(offset, self.covariance_m2)[:, 0] <= self.radii[:, _level(probability)] ** 2
        )
        return np.asarray(inside)

    def outline(
        self, probability: float, points: int = 72
    ) -> tuple[Float[np.ndarray, "k p"], Float[np.ndarray, "k p"]]:
        """Latitudes and longitudes (rad) around each ellipse, clockwise; the first comes again.

        Args:
            probability: one of `LEVELS`.
            points: around each.
        """
        longer, shorter, azimuth = (axis[:, None] for axis in self.axes(probability))
        turn = np.linspace(0.0, 2.0 * np.pi, points)
        along, across = longer * np.cos(turn), shorter * np.sin(turn)
        east = along * np.sin(azimuth) + across * np.cos(azimuth)
        north = along * np.cos(azimuth) - across * np.sin(azimuth)
        lat, lon = (np.repeat(angle[:, None], points, 1) for angle in (self.lat_rad, self.lon_rad))
        return _shifted(lat, lon, np.stack((east, north), axis=-1))


def _level(probability: float) -> int:
    if probability not in LEVELS:
        raise RangeError(
            "an ellipse is made for certain probabilities only",
            got=probability,
            expected=", ".join(f"{level:g}" for level in LEVELS),
        )
    return LEVELS.index(probability)


def _offsets(
    lat_rad: Float[np.ndarray, "k"],
    lon_rad: Float[np.ndarray, "k"],
    position_ecef_m: Float[np.ndarray, "k m 3"],
) -> Float[np.ndarray, "k m 2"]:
    """East and north of places around a middle, lengths as over the ground."""
    away = position_ecef_m - geodetic_to_ecef(lat_rad, lon_rad, 0.0)[:, None]
    local = away @ np.swapaxes(east_north_up(lat_rad, lon_rad), 1, 2)
    chord = np.minimum(np.linalg.norm(away, axis=-1) / (2.0 * EARTH_MEAN_RADIUS_M), 1.0)
    angle = np.arcsin(chord)
    # A chord of twice the angle, and its projection on the plane, are shorter than the ground.
    stretch = np.where(angle > 1e-9, 2.0 * angle / np.maximum(np.sin(2.0 * angle), 1e-12), 1.0)
    return np.asarray(local[..., :2] * stretch[..., None])


def _shifted(
    lat_rad: Float[np.ndarray, "..."],
    lon_rad: Float[np.ndarray, "..."],
    offset_m: Float[np.ndarray, "... 2"],
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """The places so far east and north of others; the inverse of `_offsets`, to a part in 300."""
    axes = east_north_up(lat_rad, lon_rad)
    length = np.linalg.norm(offset_m, axis=-1)[..., None]
    toward = np.einsum("...ij,...i->...j", axes[..., :2, :], offset_m) / np.maximum(length, 1e-9)
    angle = length / EARTH_MEAN_RADIUS_M
    middle = geodetic_to_ecef(lat_rad, lon_rad, 0.0)
    rise = EARTH_MEAN_RADIUS_M * (1.0 - np.cos(angle)) * axes[..., 2, :]
    lat, lon, _ = ecef_to_geodetic(middle + EARTH_MEAN_RADIUS_M * np.sin(angle) * toward - rise)
    return lat, lon


def _squared(
    offset: Float[np.ndarray, "k m 2"], covariance: Float[np.ndarray, "k 2 2"]
) -> Float[np.ndarray, "k m"]:
    """Distances squared in standard deviations."""
    return np.sum((offset @ np.linalg.inv(covariance)) * offset, axis=-1)


def _quantiles(
    away: Float[np.ndarray, "k m"], share: Float[np.ndarray, "k m"]
) -> Float[np.ndarray, "k 3"]:
    """The distances within which the `LEVELS` of all weight lie."""
    order = np.argsort(away, axis=-1)
    ranked = np.take_along_axis(away, order, axis=-1)
    weight = np.take_along_axis(share, order, axis=-1)
    reached = np.cumsum(weight, axis=-1) - 0.5 * weight
    return np.array(
        [np.interp(LEVELS, up_to, ranks) for up_to, ranks in zip(reached, ranked, strict=True)]
    ).reshape(-1, len(LEVELS))
