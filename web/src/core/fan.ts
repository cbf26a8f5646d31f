/**
 * The space that a radar's sector sees, as a surface and as lines: true lines of sight.
 *
 * A sector has the same vertical section at every azimuth: out along the lowest ray, up along the
 * sphere of its range, back along the highest ray. In the air a ray is bent, above it is straight;
 * a straight piece needs no points between its ends.
 */

import {
  eastNorthUp,
  EARTH_MEAN_RADIUS_M,
  ecefToGeodetic,
  fromLocal,
  geodeticToEcef,
  plus,
  type Geodetic,
  type Place,
  type Vec3,
} from "./earth.ts";
import { AIR_TOP_M, rayAt, type Plane } from "./refraction.ts";
import { STRAIGHT_UP_RAD, type Sector } from "./sight.ts";

/** A sector at its place, out to one range: what is drawn as one fan. */
export interface Fan {
  readonly site: Geodetic;
  readonly sector: Sector;
  readonly range_m: number;
}

export interface Surface {
  /** x, y and z of each corner (m, ECEF). */
  readonly positions_ecef_m: Float64Array;
  /** Three corners a triangle, seen from outside counter-clockwise. */
  readonly triangles: Uint32Array;
}

const STEP_RAD = Math.PI / 60.0;
const POINTS_IN_AIR = 6;
const HALVINGS = 60;
const WHOLE_CIRCLE_RAD = 2.0 * Math.PI - 1e-9;

/** The vertical section of a fan, from the radar around and back to it. */
export function profile({ site, sector, range_m }: Fan): Plane[] {
  const low = rayUntil(sector.elevation_min_rad, site.height_m, range_m);
  const high = reachesZenith(sector)
    ? [[0.0, range_m] as const]
    : rayUntil(sector.elevation_max_rad, site.height_m, range_m);
  const [from, to] = [elevationOf(last(low)), elevationOf(last(high))];
  const steps = Math.max(1, Math.ceil((to - from) / STEP_RAD));
  const cap = Array.from({ length: steps - 1 }, (_, k): Plane => {
    const elevation = from + ((to - from) * (k + 1)) / steps;
    return [range_m * Math.cos(elevation), range_m * Math.sin(elevation)];
  });
  return [[0.0, 0.0], ...low, ...cap, ...high.reverse(), [0.0, 0.0]];
}

/** The points of a ray where it is bent, and the one where it is at a distance from the radar. */
export function rayUntil(elevation_rad: number, height_m: number, range_m: number): Plane[] {
  const end_m = heightAt(elevation_rad, height_m, range_m);
  const bent_m = Math.min(end_m, Math.max(AIR_TOP_M, height_m)) - height_m;
  const points: Plane[] = [];
  for (let k = 1; k <= POINTS_IN_AIR; k++) {
    const to_m = height_m + bent_m * (k / POINTS_IN_AIR) ** 2;
    if (to_m > height_m && to_m < end_m) points.push(rayAt(elevation_rad, height_m, to_m));
  }
  return [...points, rayAt(elevation_rad, height_m, end_m)];
}

/** The boundary of a fan as a closed surface. */
export function surface(fan: Fan): Surface {
  const section = profile(fan);
  const azimuths = azimuthsOf(fan.sector);
  const positions = azimuths.flatMap((azimuth) => sectionAt(fan.site, section, azimuth)).flat();
  return {
    positions_ecef_m: Float64Array.from(positions),
    triangles: Uint32Array.from(trianglesOf(section.length, azimuths.length, isWhole(fan.sector))),
  };
}

/** The edges of a fan as lines: its sections at both ends, and its rims. */
export function edges(fan: Fan): Vec3[][] {
  const section = profile(fan);
  const azimuths = azimuthsOf(fan.sector);
  const ends = isWhole(fan.sector) ? [] : [azimuths[0]!, last(azimuths)];
  const rims = rimsOf(fan).map((corner) =>
    azimuths.map((azimuth) => outward(fan.site, corner, azimuth)),
  );
  return [...ends.map((azimuth) => sectionAt(fan.site, section, azimuth)), ...rims];
}

/**
 * The ground above which a target at a height is seen: an outer ring, then holes; closed.
 *
 * Heights are those of the mean sphere that touches the radar, as in `sight`. Empty where the fan
 * does not come to that height.
 */
export function footprint(fan: Fan, target_height_m: number): Place[][] {
  const { site, sector, range_m } = fan;
  if (target_height_m <= site.height_m || target_height_m - site.height_m > range_m) return [];
  const lowest = rayAt(sector.elevation_min_rad, site.height_m, target_height_m);
  const far = withinRange(lowest, fan, target_height_m);
  const near = reachesZenith(sector)
    ? null
    : rayAt(sector.elevation_max_rad, site.height_m, target_height_m);
  if (near !== null && near[0] >= far[0]) return [];
  const azimuths = azimuthsOf(sector);
  const outer = azimuths.map((azimuth) => under(site, far, azimuth));
  const inner =
    near === null ? [] : azimuths.map((azimuth) => under(site, near, azimuth)).reverse();
  if (isWhole(sector)) return inner.length > 0 ? [outer, inner] : [outer];
  const corner = inner.length > 0 ? inner : [{ lat_rad: site.lat_rad, lon_rad: site.lon_rad }];
  return [[...outer, ...corner, outer[0]!]];
}

/** The height at which a ray is at a distance from the radar. */
function heightAt(elevation_rad: number, height_m: number, range_m: number): number {
  let [low_m, high_m] = [height_m, height_m + range_m];
  for (let k = 0; k < HALVINGS; k++) {
    const middle_m = 0.5 * (low_m + high_m);
    const [across, up] = rayAt(elevation_rad, height_m, middle_m);
    if (Math.hypot(across, up) < range_m) low_m = middle_m;
    else high_m = middle_m;
  }
  return 0.5 * (low_m + high_m);
}

/** A point at a height, brought back along its sphere to where it is within range. */
function withinRange(point: Plane, { site, range_m }: Fan, target_height_m: number): Plane {
  if (Math.hypot(...point) <= range_m) return point;
  const [near, far] = [EARTH_MEAN_RADIUS_M + site.height_m, EARTH_MEAN_RADIUS_M + target_height_m];
  // The law of cosines, in the form that keeps its digits for small angles.
  const half = Math.sqrt((range_m ** 2 - (far - near) ** 2) / (4.0 * near * far));
  const arc = 2.0 * Math.asin(Math.min(half, 1.0));
  return [far * Math.sin(arc), far * Math.cos(arc) - near];
}

/** Where the section has its outer corners. */
function rimsOf({ site, sector, range_m }: Fan): Plane[] {
  const low = last(rayUntil(sector.elevation_min_rad, site.height_m, range_m));
  if (reachesZenith(sector)) return [low];
  return [low, last(rayUntil(sector.elevation_max_rad, site.height_m, range_m))];
}

function azimuthsOf({ azimuth_from_rad, azimuth_width_rad }: Sector): number[] {
  const steps = Math.max(1, Math.ceil(azimuth_width_rad / STEP_RAD));
  return Array.from(
    { length: steps + 1 },
    (_, k) => azimuth_from_rad + (azimuth_width_rad * k) / steps,
  );
}

function sectionAt(site: Geodetic, section: readonly Plane[], azimuth_rad: number): Vec3[] {
  return section.map((point) => outward(site, point, azimuth_rad));
}

/** A point of the section at an azimuth, in ECEF. */
function outward(site: Geodetic, [across_m, up_m]: Plane, azimuth_rad: number): Vec3 {
  const axes = eastNorthUp(site.lat_rad, site.lon_rad);
  const enu_m: Vec3 = [across_m * Math.sin(azimuth_rad), across_m * Math.cos(azimuth_rad), up_m];
  return plus(geodeticToEcef(site.lat_rad, site.lon_rad, site.height_m), fromLocal(axes, enu_m));
}

function under(site: Geodetic, point: Plane, azimuth_rad: number): Place {
  const { lat_rad, lon_rad } = ecefToGeodetic(outward(site, point, azimuth_rad));
  return { lat_rad, lon_rad };
}

/** Between each section and the next, and where the fan is no circle over its two ends. */
function trianglesOf(corners: number, sections: number, whole: boolean): number[] {
  const found: number[] = [];
  for (let s = 0; s + 1 < sections; s++) {
    for (let c = 0; c + 1 < corners; c++) {
      const [a, b] = [s * corners + c, (s + 1) * corners + c];
      found.push(a, b + 1, b, a, a + 1, b + 1);
    }
  }
  if (whole) return found;
  const end = (sections - 1) * corners;
  for (let c = 1; c + 2 < corners; c++) {
    found.push(0, c + 1, c, end, end + c, end + c + 1);
  }
  return found;
}

function reachesZenith(sector: Sector): boolean {
  return sector.elevation_max_rad >= STRAIGHT_UP_RAD;
}

function isWhole(sector: Sector): boolean {
  return sector.azimuth_width_rad >= WHOLE_CIRCLE_RAD;
}

function elevationOf([across_m, up_m]: Plane): number {
  return Math.atan2(up_m, across_m);
}

function last<T>(values: readonly T[]): T {
  return values[values.length - 1]!;
}
