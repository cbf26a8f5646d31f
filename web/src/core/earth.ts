/**
 * The Earth as Python's `glasshield.earth` has it: WGS 84, local axes, shortest lines.
 *
 * Quantities are named as in Python and on the wire, with their unit: SI and radians.
 */

export type Vec3 = readonly [number, number, number];

/** Rows are unit vectors east, north and up, in ECEF. */
export type Axes = readonly [Vec3, Vec3, Vec3];

/** A place on the ground. */
export interface Place {
  readonly lat_rad: number;
  readonly lon_rad: number;
}

/** A place and its height above the ellipsoid. */
export interface Geodetic extends Place {
  readonly height_m: number;
}

// NIMA TR8350.2, third edition, tables 3.1 and 3.3.
export const EARTH_SEMI_MAJOR_AXIS_M = 6_378_137.0;
export const EARTH_FLATTENING = 1.0 / 298.257223563;
export const EARTH_ROTATION_RAD_S = 7.292115e-5;
export const EARTH_SEMI_MINOR_AXIS_M = EARTH_SEMI_MAJOR_AXIS_M * (1.0 - EARTH_FLATTENING);
export const EARTH_ECCENTRICITY_SQUARED = EARTH_FLATTENING * (2.0 - EARTH_FLATTENING);
export const EARTH_MEAN_RADIUS_M = (2.0 * EARTH_SEMI_MAJOR_AXIS_M + EARTH_SEMI_MINOR_AXIS_M) / 3.0;

const SECOND_ECCENTRICITY_SQUARED = EARTH_ECCENTRICITY_SQUARED / (1.0 - EARTH_ECCENTRICITY_SQUARED);
// Bowring's step gains five digits or more each time above -1,000 km; the third only polishes.
const BOWRING_STEPS = 3;

export function radians(angle_deg: number): number {
  return angle_deg * (Math.PI / 180.0);
}

export function degrees(angle_rad: number): number {
  return angle_rad * (180.0 / Math.PI);
}

/** An angle in [0, 2 pi). */
export function fullTurn(angle_rad: number): number {
  const turned = angle_rad % (2.0 * Math.PI);
  return turned < 0.0 ? turned + 2.0 * Math.PI : turned;
}

/** A longitude in [-pi, pi). */
export function halfTurn(angle_rad: number): number {
  return fullTurn(angle_rad + Math.PI) - Math.PI;
}

/** The ECEF position (m) of a place at a height. */
export function geodeticToEcef(lat_rad: number, lon_rad: number, height_m: number): Vec3 {
  const sin_lat = Math.sin(lat_rad);
  const normal_m =
    EARTH_SEMI_MAJOR_AXIS_M / Math.sqrt(1.0 - EARTH_ECCENTRICITY_SQUARED * sin_lat ** 2);
  const across_m = (normal_m + height_m) * Math.cos(lat_rad);
  const up_m = (normal_m * (1.0 - EARTH_ECCENTRICITY_SQUARED) + height_m) * sin_lat;
  return [across_m * Math.cos(lon_rad), across_m * Math.sin(lon_rad), up_m];
}

/**
 * The place and height of an ECEF position; the longitude of a pole is 0.
 *
 * Exact to rounding (better than 1e-8 m) above -1,000 km.
 * Source: Bowring 1976, Survey Review 23 (181), 323-327, iterated on the reduced latitude.
 */
export function ecefToGeodetic([x, y, z]: Vec3): Geodetic {
  const across = Math.hypot(x, y);
  // Sine and cosine of the reduced latitude, never its tangent: the poles need no special case.
  let [sin_beta, cos_beta] = unit(z, across * (1.0 - EARTH_FLATTENING));
  let rise = z;
  let run = across;
  for (let step = 0; step < BOWRING_STEPS; step++) {
    rise = z + SECOND_ECCENTRICITY_SQUARED * EARTH_SEMI_MINOR_AXIS_M * sin_beta ** 3;
    run = across - EARTH_ECCENTRICITY_SQUARED * EARTH_SEMI_MAJOR_AXIS_M * cos_beta ** 3;
    [sin_beta, cos_beta] = unit((1.0 - EARTH_FLATTENING) * rise, run);
  }
  const [sin_lat, cos_lat] = unit(rise, run);
  const height_m =
    across * cos_lat +
    z * sin_lat -
    EARTH_SEMI_MAJOR_AXIS_M * Math.sqrt(1.0 - EARTH_ECCENTRICITY_SQUARED * sin_lat ** 2);
  return { lat_rad: Math.atan2(rise, run), lon_rad: Math.atan2(y, x), height_m };
}

/** The local axes at a place; at a pole the longitude says which way east is. */
export function eastNorthUp(lat_rad: number, lon_rad: number): Axes {
  const [sin_lat, cos_lat] = [Math.sin(lat_rad), Math.cos(lat_rad)];
  const [sin_lon, cos_lon] = [Math.sin(lon_rad), Math.cos(lon_rad)];
  return [
    [-sin_lon, cos_lon, 0.0],
    [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat],
  ];
}

/** A vector in ECEF axes as east, north and up. */
export function toLocal([east, north, up]: Axes, vector_ecef: Vec3): Vec3 {
  return [dot(east, vector_ecef), dot(north, vector_ecef), dot(up, vector_ecef)];
}

/** A vector of east, north and up in ECEF axes; the inverse of `toLocal`. */
export function fromLocal([east, north, up]: Axes, [e, n, u]: Vec3): Vec3 {
  return [
    east[0] * e + north[0] * n + up[0] * u,
    east[1] * e + north[1] * n + up[1] * u,
    east[2] * e + north[2] * n + up[2] * u,
  ];
}

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function plus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function minus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scaled(a: Vec3, factor: number): Vec3 {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function length(a: Vec3): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** Sine and cosine of the angle whose tangent is rise over run. */
function unit(rise: number, run: number): [number, number] {
  const hypotenuse = Math.hypot(rise, run);
  return [rise / hypotenuse, run / hypotenuse];
}
