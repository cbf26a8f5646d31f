/** The scene is Earth-fixed, in thousands of kilometres: near one, so that the GPU's floats do. */

import { geodeticToEcef, radians, type Vec3 } from "../core/earth.ts";

export const UNIT_M = 1e6;
export const SCALE = 1.0 / UNIT_M;

/** A place and height in the axes and units of the scene. */
export function scenePoint(lon_deg: number, lat_deg: number, height_m: number): Vec3 {
  const [x, y, z] = geodeticToEcef(radians(lat_deg), radians(lon_deg), height_m);
  return [x * SCALE, y * SCALE, z * SCALE];
}
