/** Cameras from which the whole of a projection is seen. */

import { radians } from "./earth.ts";
import { INITIAL_CAMERA, type Camera, type Projection } from "./state.ts";

const POLAR_RANGE_M = 20_000e3;
const FLAT_RANGE_M = 27_000e3;
const FLAT_LAT_RAD = radians(10.0);

/**
 * A camera for a projection that a person has just chosen: above the nearer pole, or over the whole
 * map, or over the globe, with the meridian of the last camera in the middle.
 */
export function overview(projection: Projection, camera: Camera): Camera {
  const level = { ...INITIAL_CAMERA, lon_rad: camera.lon_rad };
  const pole_rad = camera.lat_rad < 0.0 ? -Math.PI / 2.0 : Math.PI / 2.0;
  switch (projection) {
    case "polar":
      return { ...level, lat_rad: pole_rad, range_m: POLAR_RANGE_M };
    case "flat":
      return { ...level, lat_rad: FLAT_LAT_RAD, range_m: FLAT_RANGE_M };
    default:
      return level;
  }
}
