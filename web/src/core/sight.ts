/** What a radar sees and why not, as Python's `sensing.visibility` decides it. */

import {
  eastNorthUp,
  EARTH_MEAN_RADIUS_M,
  fullTurn,
  geodeticToEcef,
  length,
  minus,
  toLocal,
  type Geodetic,
  type Vec3,
} from "./earth.ts";
import { geometricElevation } from "./refraction.ts";

/** Where a radar looks: clockwise from one azimuth, between two apparent elevations. */
export interface Sector {
  readonly azimuth_from_rad: number;
  /** 2 pi for the full circle. */
  readonly azimuth_width_rad: number;
  /** At least 0. */
  readonly elevation_min_rad: number;
  readonly elevation_max_rad: number;
}

/** A radar at its place. */
export interface Radar extends Geodetic {
  /** It sees what lies in any of them. */
  readonly sectors: readonly Sector[];
  /** To a target of the reference cross-section. */
  readonly range_m: number;
  readonly reference_cross_section_m2: number;
}

/** What comes of a look: seen, or what keeps it from being seen. */
export type Sight = "seen" | "too-far" | "beside" | "too-low" | "too-high";

export const STRAIGHT_UP_RAD = Math.PI / 2.0 - 1e-9;

/** How far the radar sees a target of this cross-section (fourth-root law). */
export function rangeTo(radar: Radar, cross_section_m2: number): number {
  return radar.range_m * (cross_section_m2 / radar.reference_cross_section_m2) ** 0.25;
}

/** A position as the radar has it: distance, azimuth and straight (not bent) elevation. */
export function lookedAt(
  radar: Geodetic,
  position_ecef_m: Vec3,
): { readonly range_m: number; readonly azimuth_rad: number; readonly elevation_rad: number } {
  const enu_m = localOf(radar, position_ecef_m);
  return {
    range_m: length(enu_m),
    azimuth_rad: fullTurn(Math.atan2(enu_m[0], enu_m[1])),
    elevation_rad: Math.atan2(enu_m[2], Math.hypot(enu_m[0], enu_m[1])),
  };
}

/** Whether the radar sees a target at a position, as far as place and range decide. */
export function sight(radar: Radar, position_ecef_m: Vec3, cross_section_m2: number): Sight {
  const enu_m = localOf(radar, position_ecef_m);
  if (!(length(enu_m) <= rangeTo(radar, cross_section_m2))) return "too-far";
  const found = radar.sectors.map((sector) => sightIn(radar, sector, enu_m));
  const nearest = NEAREST_FIRST.find((each) => found.includes(each));
  return nearest ?? "beside";
}

// Of several sectors the one counts that comes nearest to seeing.
const NEAREST_FIRST: readonly Sight[] = ["seen", "too-low", "too-high"];

function sightIn(radar: Radar, sector: Sector, enu_m: Vec3): Sight {
  const azimuth = Math.atan2(enu_m[0], enu_m[1]);
  if (fullTurn(azimuth - sector.azimuth_from_rad) > sector.azimuth_width_rad + 1e-12)
    return "beside";
  const elevation = Math.atan2(enu_m[2], Math.hypot(enu_m[0], enu_m[1]));
  if (elevation < limit(radar, sector.elevation_min_rad, enu_m)) return "too-low";
  const bounded = sector.elevation_max_rad < STRAIGHT_UP_RAD;
  if (bounded && elevation > limit(radar, sector.elevation_max_rad, enu_m)) return "too-high";
  return "seen";
}

/** The straight elevation that stands for an apparent one, at the height of a point. */
function limit(radar: Geodetic, elevation_rad: number, [east, north, up]: Vec3): number {
  const radius_m = Math.sqrt(
    east ** 2 + north ** 2 + (EARTH_MEAN_RADIUS_M + radar.height_m + up) ** 2,
  );
  return geometricElevation(elevation_rad, radar.height_m, radius_m - EARTH_MEAN_RADIUS_M);
}

function localOf(radar: Geodetic, position_ecef_m: Vec3): Vec3 {
  const origin = geodeticToEcef(radar.lat_rad, radar.lon_rad, radar.height_m);
  return toLocal(eastNorthUp(radar.lat_rad, radar.lon_rad), minus(position_ecef_m, origin));
}
