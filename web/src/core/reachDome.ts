/** The space in which an interceptor can meet a target, from the outline of an assessment. */

import {
  EARTH_MEAN_RADIUS_M,
  fullTurn,
  geodeticToEcef,
  radians,
  type Place,
  type Vec3,
} from "./earth.ts";
import { destination } from "./sphere.ts";
import type { Battery, ReachOutline } from "./view.ts";

/** The rules beside the outline: how far from the site, and between which heights. */
export interface Limits {
  readonly cap_m: number;
  readonly floor_m: number;
  readonly top_m: number;
}

const BEARINGS = 72;
const RINGS = 16;

/** The outline of the burnout speed that is nearest to one; without one, of the first stated. */
export function outlineOf(battery: Battery, speed_m_s: number | null): ReachOutline | null {
  const [first] = battery.reach;
  if (first === undefined || speed_m_s === null) return first ?? null;
  const away = (each: ReachOutline): number =>
    Math.abs(1000.0 * each.burnout_speed_km_s - speed_m_s);
  return battery.reach.reduce((best, each) => (away(each) < away(best) ? each : best), first);
}

/** How far over the ground it reaches along a bearing, with the cap. */
export function farthest(outline: ReachOutline, bearing_rad: number, limits: Limits): number {
  const { low, high, share } = bearingsAround(outline, bearing_rad);
  const far_m = (row: number): number => lastOf(outline, row) * 1000.0;
  return Math.min(limits.cap_m, (1.0 - share) * far_m(low) + share * far_m(high));
}

/** The ring of the farthest places, clockwise and closed. */
export function limitOf(outline: ReachOutline, site: Place, limits: Limits): Place[] {
  return Array.from({ length: BEARINGS + 1 }, (_, k) => {
    const bearing = (2.0 * Math.PI * (k % BEARINGS)) / BEARINGS;
    return destination(site, bearing, farthest(outline, bearing, limits) / EARTH_MEAN_RADIUS_M);
  });
}

/** The dome over the site down to the least height of a meeting, with the wall around it. */
export function dome(
  outline: ReachOutline,
  site: Place,
  limits: Limits,
): { readonly positions_ecef_m: Float64Array; readonly triangles: Uint32Array } {
  const points: Vec3[] = [];
  for (let k = 0; k <= BEARINGS; k++) {
    const bearing = (2.0 * Math.PI * (k % BEARINGS)) / BEARINGS;
    const far_m = farthest(outline, bearing, limits);
    for (let r = 0; r <= RINGS; r++) {
      points.push(overhead(outline, site, bearing, (far_m * r) / RINGS, limits));
    }
    points.push(raised(site, bearing, far_m, limits.floor_m));
  }
  const across = RINGS + 2;
  const triangles: number[] = [];
  for (let k = 0; k < BEARINGS; k++) {
    for (let r = 0; r + 1 < across; r++) {
      const [a, b] = [k * across + r, (k + 1) * across + r];
      triangles.push(a, a + 1, b, a + 1, b + 1, b);
    }
  }
  return {
    positions_ecef_m: Float64Array.from(points.flat()),
    triangles: Uint32Array.from(triangles),
  };
}

/** The top of what is reached at a bearing and a ground range. */
function overhead(
  outline: ReachOutline,
  site: Place,
  bearing_rad: number,
  ground_m: number,
  limits: Limits,
): Vec3 {
  const { low, high, share } = bearingsAround(outline, bearing_rad);
  const height_m =
    (1.0 - share) * topAt(outline, low, ground_m) + share * topAt(outline, high, ground_m);
  const kept_m = Math.max(limits.floor_m, Math.min(limits.top_m, height_m));
  return raised(site, bearing_rad, ground_m, kept_m);
}

function raised(site: Place, bearing_rad: number, ground_m: number, height_m: number): Vec3 {
  const { lat_rad, lon_rad } = destination(site, bearing_rad, ground_m / EARTH_MEAN_RADIUS_M);
  return geodeticToEcef(lat_rad, lon_rad, height_m);
}

/** The greatest height at a ground range, between the nodes; 0 beyond the reach. */
function topAt(outline: ReachOutline, row: number, ground_m: number): number {
  const tops = outline.top_km[row]!;
  const after = outline.ground_km.findIndex((each) => 1000.0 * each >= ground_m);
  if (after <= 0) return after < 0 ? 0.0 : 1000.0 * (tops[0] ?? 0.0);
  const [from, to] = [1000.0 * outline.ground_km[after - 1]!, 1000.0 * outline.ground_km[after]!];
  const share = (ground_m - from) / (to - from);
  return 1000.0 * ((1.0 - share) * (tops[after - 1] ?? 0.0) + share * (tops[after] ?? 0.0));
}

/** The last ground range of a bearing with a height. */
function lastOf(outline: ReachOutline, row: number): number {
  const tops = outline.top_km[row]!;
  const beyond = tops.findIndex((each) => each === null);
  return outline.ground_km[beyond < 0 ? tops.length - 1 : Math.max(0, beyond - 1)]!;
}

/** The rows of the bearings on both sides, which go around evenly from north. */
function bearingsAround(
  outline: ReachOutline,
  bearing_rad: number,
): { readonly low: number; readonly high: number; readonly share: number } {
  const count = outline.bearing_deg.length;
  const place =
    fullTurn(bearing_rad - radians(outline.bearing_deg[0]!)) / ((2.0 * Math.PI) / count);
  const low = Math.floor(place) % count;
  return { low, high: (low + 1) % count, share: place - Math.floor(place) };
}
