/** Lines as columns of places and heights, as drawables have them. */

import { degrees, ecefToGeodetic, geodeticToEcef, plus, radians, scaled } from "./earth.ts";
import type { Place, Vec3 } from "./earth.ts";
import type { Course, Position, Ring } from "./drawables.ts";
import type { Flight } from "./view.ts";

/** What a modelled or an announced flight is as columns; times count from its launch. */
export type Path = Pick<Flight, "time_s" | "lat_deg" | "lon_deg" | "height_km">;

/** Where something flies at a time; at the ends of the path before and after it. */
export function positionAt(path: Path, time_s: number): Vec3 {
  const times = path.time_s;
  const after = times.findIndex((each) => each >= time_s);
  if (after <= 0) return pointOf(path, after < 0 ? times.length - 1 : 0);
  const [from_s, to_s] = [times[after - 1]!, times[after]!];
  const share = (time_s - from_s) / (to_s - from_s);
  const from = scaled(pointOf(path, after - 1), 1.0 - share);
  return plus(from, scaled(pointOf(path, after), share));
}

/** The part of a path between two times, both ends in. */
export function partOf(path: Path, from_s: number, to_s: number): Course {
  const inside = path.time_s.flatMap((time_s, k) => (time_s > from_s && time_s < to_s ? [k] : []));
  return courseOf([
    positionAt(path, from_s),
    ...inside.map((k) => pointOf(path, k)),
    positionAt(path, to_s),
  ]);
}

export function courseOf(points_ecef_m: readonly Vec3[]): Course {
  const places = points_ecef_m.map(ecefToGeodetic);
  return {
    lon_deg: Float64Array.from(places, (each) => degrees(each.lon_rad)),
    lat_deg: Float64Array.from(places, (each) => degrees(each.lat_rad)),
    height_m: Float64Array.from(places, (each) => each.height_m),
  };
}

/** A line over the ground at one height. */
export function levelCourse(places: readonly Place[], height_m = 0.0): Course {
  return {
    lon_deg: Float64Array.from(places, (each) => degrees(each.lon_rad)),
    lat_deg: Float64Array.from(places, (each) => degrees(each.lat_rad)),
    height_m: new Float64Array(places.length).fill(height_m),
  };
}

/** A line of longitudes and latitudes, on the ground. */
export function groundCourse(line: readonly (readonly number[])[]): Course {
  return {
    lon_deg: Float64Array.from(line, (each) => each[0] ?? 0.0),
    lat_deg: Float64Array.from(line, (each) => each[1] ?? 0.0),
    height_m: new Float64Array(line.length),
  };
}

export function ringOf(places: readonly Place[]): Ring {
  return places.map((each): Position => [degrees(each.lon_rad), degrees(each.lat_rad)]);
}

export function placeOf(lat_deg: number, lon_deg: number): Place {
  return { lat_rad: radians(lat_deg), lon_rad: radians(lon_deg) };
}

function pointOf(path: Path, k: number): Vec3 {
  return geodeticToEcef(
    radians(path.lat_deg[k]!),
    radians(path.lon_deg[k]!),
    1000.0 * path.height_km[k]!,
  );
}
