/**
 * How the air bends the rays of a radar, digit for digit as Python's `sensing.refraction`.
 *
 * Over an Earth of 4/3 the radius rays are straight up to 8 km, where the air's refraction is used
 * up; above, they are straight over the true one.
 *
 * Source: Schelleng, Burrows and Ferrell 1933, Proc. IRE 21 (3), 427-463; ITU-R P.453.
 */

import { EARTH_MEAN_RADIUS_M } from "./earth.ts";

export const RADIUS_FACTOR = 4.0 / 3.0;
export const SEA_LEVEL_REFRACTIVITY = 313e-6;
export const AIR_TOP_M =
  (SEA_LEVEL_REFRACTIVITY * EARTH_MEAN_RADIUS_M) / (1.0 - 1.0 / RADIUS_FACTOR);

/** A point in the vertical plane of a ray: level with the radar, and above it. */
export type Plane = readonly [across_m: number, up_m: number];

/**
 * The angle at the Earth's centre after which a ray reaches a height.
 *
 * The elevation is the apparent one, at least horizontal; the height at least that of the radar.
 */
export function arcTo(elevation_rad: number, from_height_m: number, to_height_m: number): number {
  const bent_radius_m = RADIUS_FACTOR * EARTH_MEAN_RADIUS_M;
  const most_m = Math.max(from_height_m, AIR_TOP_M);
  const top_m = Math.min(Math.max(to_height_m, from_height_m), most_m);
  const [bent, at_top] = straightArc(
    elevation_rad,
    bent_radius_m + from_height_m,
    bent_radius_m + top_m,
  );
  const [above] = straightArc(
    at_top,
    EARTH_MEAN_RADIUS_M + top_m,
    EARTH_MEAN_RADIUS_M + to_height_m,
  );
  return RADIUS_FACTOR * bent + above;
}

/** Where a ray of an apparent elevation is when it reaches a height. */
export function rayAt(elevation_rad: number, from_height_m: number, to_height_m: number): Plane {
  // A target level with the radar is met at once; a millimetre keeps the direction defined.
  const end_m = Math.max(to_height_m, from_height_m + 1e-3);
  const arc = arcTo(elevation_rad, from_height_m, end_m);
  const [near, far] = [EARTH_MEAN_RADIUS_M + from_height_m, EARTH_MEAN_RADIUS_M + end_m];
  return [far * Math.sin(arc), far * Math.cos(arc) - near];
}

/** The elevation of the straight line to where a ray of an apparent elevation reaches a height. */
export function geometricElevation(
  elevation_rad: number,
  from_height_m: number,
  to_height_m: number,
): number {
  const [across_m, up_m] = rayAt(elevation_rad, from_height_m, to_height_m);
  return Math.atan2(up_m, across_m);
}

/** The angle at the centre between two radii along a straight ray, and its elevation there. */
function straightArc(
  elevation_rad: number,
  from_radius_m: number,
  to_radius_m: number,
): readonly [arc_rad: number, elevation_rad: number] {
  const cosine = (from_radius_m / to_radius_m) * Math.cos(elevation_rad);
  // From the sine: near the horizon the cosine has lost its digits.
  const end = Math.atan2(Math.sqrt(Math.max(1.0 - cosine ** 2, 0.0)), cosine);
  return [end - elevation_rad, end];
}
