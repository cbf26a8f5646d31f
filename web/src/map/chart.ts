/** A map projection as the camera has it: d3's for the ground, and pixels of points in space. */

import type { GeoProjection } from "d3-geo";
import {
  EARTH_ECCENTRICITY_SQUARED,
  EARTH_FLATTENING,
  EARTH_MEAN_RADIUS_M,
  EARTH_SEMI_MAJOR_AXIS_M,
  length,
  radians,
  type Vec3,
} from "../core/earth.ts";
import { bounded, metresAPixel, turned } from "../core/eye.ts";
import type { Camera } from "../core/state.ts";
import type { Sight } from "../pane/sight.ts";

/** What all maps can do; they look straight down, so that the tilt of a camera is only kept. */
export interface Chart extends Sight {
  readonly geo: GeoProjection;
  /** Whether what flies stands above the ground; else its ground track is drawn. */
  readonly has_heights: boolean;
  /** A longer step of a line runs around the edge of the map. */
  readonly torn_px: number;
  /** The camera after the ground was taken so many pixels right and down. */
  dragged(right_px: number, down_px: number): Camera;
  /** The camera after a turn, clockwise. */
  turned(heading_rad: number): Camera;
}

export interface Size {
  readonly width_px: number;
  readonly height_px: number;
}

/** So far beyond the edges of the element is still drawn, in pixels. */
export const MARGIN_PX = 40.0;
/** Lines are bent until they are so close to where they run, in pixels. */
export const PRECISION_PX = 0.6;

/** Pixels for each radian of ground in the middle. */
export function scaleOf(camera: Camera, { height_px }: Size): number {
  return EARTH_MEAN_RADIUS_M / metresAPixel(camera, height_px);
}

/** The part of the plane that is drawn, as d3 takes it. */
export function extentOf({ width_px, height_px }: Size): [[number, number], [number, number]] {
  return [
    [-MARGIN_PX, -MARGIN_PX],
    [width_px + MARGIN_PX, height_px + MARGIN_PX],
  ];
}

/** The camera with more or less of heading, as level as it was. */
export function headed(camera: Camera, heading_rad: number): Camera {
  return turned(camera, heading_rad, 0.0);
}

/** The camera elsewhere. */
export function over(camera: Camera, [lon_deg, lat_deg]: readonly [number, number]): Camera {
  return bounded({ ...camera, lon_rad: radians(lon_deg), lat_rad: radians(lat_deg) });
}

/**
 * The direction from the middle of a sphere that has the geodetic latitude of a point, and its
 * height: to 20 m below 2,000 km, which no pixel shows, and without trigonometry.
 */
export function skyward(point_ecef_m: Vec3): { readonly unit: Vec3; readonly height_m: number } {
  const [x, y, z] = point_ecef_m;
  const from_middle_m = length(point_ecef_m);
  const squeeze = (EARTH_ECCENTRICITY_SQUARED * EARTH_SEMI_MAJOR_AXIS_M) / from_middle_m;
  const upright = z / (1.0 - squeeze);
  const size = Math.hypot(x, y, upright);
  const sin_lat = upright / size;
  const ground_m = EARTH_SEMI_MAJOR_AXIS_M * (1.0 - EARTH_FLATTENING * sin_lat * sin_lat);
  return { unit: [x / size, y / size, sin_lat], height_m: from_middle_m - ground_m };
}
