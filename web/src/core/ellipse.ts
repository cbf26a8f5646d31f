/** Ellipses on the ground, as Python's `fusion.ellipse` draws them around normal distributions. */

import {
  eastNorthUp,
  EARTH_MEAN_RADIUS_M,
  ecefToGeodetic,
  fromLocal,
  geodeticToEcef,
  dot,
  minus,
  plus,
  scaled,
  type Axes,
  type Place,
  type Vec3,
} from "./earth.ts";

/** Symmetric: of east, of both, of north. */
export interface Covariance2 {
  readonly east_m2: number;
  readonly mixed_m2: number;
  readonly north_m2: number;
}

/** Rows of a symmetric 3 x 3 matrix. */
export type Covariance3 = readonly [Vec3, Vec3, Vec3];

export interface Ellipse {
  readonly longer_m: number;
  readonly shorter_m: number;
  /** Of the longer axis, 0 to pi, clockwise from north. */
  readonly azimuth_rad: number;
}

/** So many standard deviations hold a share of a normal distribution in the plane (Rayleigh). */
export function deviations(probability: number): number {
  return Math.sqrt(-2.0 * Math.log1p(-probability));
}

/** A cloud in three dimensions holds 95 % within so many deviations (chi-square, 3 degrees). */
export const DEVIATIONS_95_SPACE = 2.795483482915108;

/**
 * The position's covariance in a track's upper triangle of 6 x 6, row by row (21 numbers).
 *
 * Throws a RangeError where there are not 21.
 */
export function positionCovariance(packed: readonly number[]): Covariance3 {
  const [xx, xy, xz, , , , yy, yz, , , , zz] = packed;
  if (packed.length !== 21 || xx === undefined || xy === undefined || xz === undefined) {
    throw new RangeError(`a covariance has 21 numbers, not ${packed.length}`);
  }
  if (yy === undefined || yz === undefined || zz === undefined)
    throw new RangeError("not 21 numbers");
  return [
    [xx, xy, xz],
    [xy, yy, yz],
    [xz, yz, zz],
  ];
}

/** The horizontal part of an ECEF covariance at a place. */
export function horizontal(covariance_ecef_m2: Covariance3, place: Place): Covariance2 {
  const [east, north] = eastNorthUp(place.lat_rad, place.lon_rad);
  return {
    east_m2: quadratic(covariance_ecef_m2, east, east),
    mixed_m2: quadratic(covariance_ecef_m2, east, north),
    north_m2: quadratic(covariance_ecef_m2, north, north),
  };
}

/** The ellipse of so many standard deviations. */
export function ellipse({ east_m2, mixed_m2, north_m2 }: Covariance2, radius: number): Ellipse {
  const middle = 0.5 * (east_m2 + north_m2);
  const half = Math.hypot(0.5 * (north_m2 - east_m2), mixed_m2);
  const azimuth = 0.5 * Math.atan2(2.0 * mixed_m2, north_m2 - east_m2);
  return {
    longer_m: radius * Math.sqrt(middle + half),
    shorter_m: radius * Math.sqrt(Math.max(middle - half, 0.0)),
    azimuth_rad: azimuth < 0.0 ? azimuth + Math.PI : azimuth,
  };
}

/** Places around an ellipse, clockwise; the first comes again. */
export function outline(middle: Place, shape: Ellipse, count = 72): Place[] {
  const axes = eastNorthUp(middle.lat_rad, middle.lon_rad);
  const [sin, cos] = [Math.sin(shape.azimuth_rad), Math.cos(shape.azimuth_rad)];
  return Array.from({ length: count }, (_, k) => {
    const turn = (2.0 * Math.PI * k) / (count - 1);
    const along = shape.longer_m * Math.cos(turn);
    const across = shape.shorter_m * Math.sin(turn);
    return shifted(middle, axes, along * sin + across * cos, along * cos - across * sin);
  });
}

/** The place so far east and north of another over the ground. */
function shifted(middle: Place, axes: Axes, east_m: number, north_m: number): Place {
  const length_m = Math.hypot(east_m, north_m);
  const toward = scaled(fromLocal(axes, [east_m, north_m, 0.0]), 1.0 / Math.max(length_m, 1e-9));
  const angle = length_m / EARTH_MEAN_RADIUS_M;
  const from = geodeticToEcef(middle.lat_rad, middle.lon_rad, 0.0);
  const onward = plus(from, scaled(toward, EARTH_MEAN_RADIUS_M * Math.sin(angle)));
  const drop = scaled(axes[2], EARTH_MEAN_RADIUS_M * (1.0 - Math.cos(angle)));
  const { lat_rad, lon_rad } = ecefToGeodetic(minus(onward, drop));
  return { lat_rad, lon_rad };
}

function quadratic(matrix: Covariance3, a: Vec3, b: Vec3): number {
  return dot(a, [dot(matrix[0], b), dot(matrix[1], b), dot(matrix[2], b)]);
}
