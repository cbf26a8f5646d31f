/** Where places are on the screen and what is under a pixel, whatever the projection. */

import type { Place, Vec3 } from "../core/earth.ts";

/** From the left upper corner of the element, in pixels of the page. */
export type Pixel = readonly [x_px: number, y_px: number];

export interface Sight {
  readonly width_px: number;
  readonly height_px: number;
  /** Where an Earth-fixed point is; null where it is not seen. */
  visible(point_ecef_m: Vec3): Pixel | null;
  visibleAt(lon_deg: number, lat_deg: number, height_m: number): Pixel | null;
  /** The ground under a pixel; null beside the Earth. */
  place(x_px: number, y_px: number): Place | null;
}

export function apart([ax, ay]: Pixel, [bx, by]: Pixel): number {
  return Math.hypot(ax - bx, ay - by);
}
