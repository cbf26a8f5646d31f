/** Where the eye of a camera is, and how a person's moves change it: for every renderer. */

import {
  dot,
  EARTH_MEAN_RADIUS_M,
  EARTH_SEMI_MAJOR_AXIS_M,
  EARTH_SEMI_MINOR_AXIS_M,
  eastNorthUp,
  fullTurn,
  geodeticToEcef,
  halfTurn,
  minus,
  plus,
  scaled,
  type Vec3,
} from "./earth.ts";
import { angleBetween, between, destination, placeOf, unitVector } from "./sphere.ts";
import type { Camera } from "./state.ts";

export const FIELD_RAD = (45.0 * Math.PI) / 180.0;
export const LEAST_RANGE_M = 60e3;
export const MOST_RANGE_M = 60_000e3;
const MOST_TILT_RAD = (80.0 * Math.PI) / 180.0;
const FLATTENED = EARTH_SEMI_MAJOR_AXIS_M / EARTH_SEMI_MINOR_AXIS_M;

/** Where the eye is, what it looks at, and what is up for it; Earth-fixed. */
export interface Eye {
  readonly position_ecef_m: Vec3;
  readonly middle_ecef_m: Vec3;
  readonly up: Vec3;
}

export function eyeOf(camera: Camera): Eye {
  const { lat_rad, lon_rad, range_m, tilt_rad, heading_rad } = camera;
  const [east, north, up] = eastNorthUp(lat_rad, lon_rad);
  const middle = geodeticToEcef(lat_rad, lon_rad, 0.0);
  const ahead = plus(scaled(east, Math.sin(heading_rad)), scaled(north, Math.cos(heading_rad)));
  const back = minus(scaled(up, Math.cos(tilt_rad)), scaled(ahead, Math.sin(tilt_rad)));
  return {
    position_ecef_m: plus(middle, scaled(back, range_m)),
    middle_ecef_m: middle,
    up: plus(scaled(ahead, Math.cos(tilt_rad)), scaled(up, Math.sin(tilt_rad))),
  };
}

/** The camera within what it may be: not into the ground, not lost in space. */
export function bounded(camera: Camera): Camera {
  const most_lat = Math.PI / 2.0;
  return {
    lat_rad: clamp(camera.lat_rad, -most_lat, most_lat),
    lon_rad: halfTurn(camera.lon_rad),
    range_m: clamp(camera.range_m, LEAST_RANGE_M, MOST_RANGE_M),
    tilt_rad: clamp(camera.tilt_rad, 0.0, MOST_TILT_RAD),
    heading_rad: fullTurn(camera.heading_rad),
  };
}

/** So many metres of the ground in the middle does a pixel of a picture of this height show. */
export function metresAPixel(camera: Camera, height_px: number): number {
  return (2.0 * camera.range_m * Math.tan(FIELD_RAD / 2.0)) / Math.max(height_px, 1.0);
}

/** The globe turned under the hand, which moved so many pixels right and down. */
export function dragged(
  camera: Camera,
  right_px: number,
  down_px: number,
  height_px: number,
): Camera {
  const moved_m = Math.hypot(right_px, down_px) * metresAPixel(camera, height_px);
  if (moved_m === 0.0) return camera;
  // The ground comes with the hand, so that the middle goes the other way.
  const toward = Math.atan2(-right_px, down_px) + camera.heading_rad;
  const { lat_rad, lon_rad } = destination(camera, toward, moved_m / EARTH_MEAN_RADIUS_M);
  return bounded({ ...camera, lat_rad, lon_rad });
}

export function turned(camera: Camera, heading_rad: number, tilt_rad: number): Camera {
  return bounded({
    ...camera,
    heading_rad: camera.heading_rad + heading_rad,
    tilt_rad: camera.tilt_rad + tilt_rad,
  });
}

export function zoomed(camera: Camera, factor: number): Camera {
  return bounded({ ...camera, range_m: camera.range_m * factor });
}

/** A share of the way from one camera to another: over the ground, farther off on long ways. */
export function onTheWay(from: Camera, to: Camera, share: number): Camera {
  const eased = share * share * (3.0 - 2.0 * share);
  const [a, b] = [unitVector(from), unitVector(to)];
  const { lat_rad, lon_rad } = placeOf(between(a, b, eased));
  const way_m = angleBetween(a, b) * EARTH_MEAN_RADIUS_M;
  const level = Math.exp(mix(Math.log(from.range_m), Math.log(to.range_m), eased));
  const turn = halfTurn(to.heading_rad - from.heading_rad);
  return bounded({
    lat_rad,
    lon_rad,
    range_m: level + 0.5 * way_m * Math.sin(Math.PI * eased),
    tilt_rad: mix(from.tilt_rad, to.tilt_rad, eased),
    heading_rad: from.heading_rad + turn * eased,
  });
}

export function isSameCamera(a: Camera, b: Camera): boolean {
  return (
    a.lat_rad === b.lat_rad &&
    a.lon_rad === b.lon_rad &&
    a.range_m === b.range_m &&
    a.tilt_rad === b.tilt_rad &&
    a.heading_rad === b.heading_rad
  );
}

/** Where a ray from the eye first meets the ellipsoid; null where it passes by. */
export function groundHit(eye_ecef_m: Vec3, direction: Vec3): Vec3 | null {
  // A stretched Earth is a sphere, and straight lines stay straight.
  const [from, along] = [stretched(eye_ecef_m), stretched(direction)];
  const a = dot(along, along);
  const b = dot(from, along);
  const c = dot(from, from) - EARTH_SEMI_MAJOR_AXIS_M ** 2;
  const root = b * b - a * c;
  if (root < 0.0) return null;
  const share = (-b - Math.sqrt(root)) / a;
  return share > 0.0 ? plus(eye_ecef_m, scaled(direction, share)) : null;
}

/** Whether the Earth stands between the eye and a point. */
export function isBehindEarth(eye_ecef_m: Vec3, point_ecef_m: Vec3): boolean {
  const way = minus(point_ecef_m, eye_ecef_m);
  const hit = groundHit(eye_ecef_m, way);
  if (hit === null) return false;
  const [to_hit, to_point] = [minus(hit, eye_ecef_m), way];
  // What stands on the ground is not hidden by it: 0.1 % is a few kilometres.
  return dot(to_hit, to_hit) < dot(to_point, to_point) * NEARLY;
}

const NEARLY = 0.998;

function stretched([x, y, z]: Vec3): Vec3 {
  return [x, y, z * FLATTENED];
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
