/** From places to pixels and back, as the camera has them, without asking the GPU. */

import {
  cross,
  dot,
  ecefToGeodetic,
  geodeticToEcef,
  minus,
  plus,
  radians,
  scaled,
  length,
  type Place,
  type Vec3,
} from "../core/earth.ts";
import { eyeOf, FIELD_RAD, groundHit, isBehindEarth, type Eye } from "../core/eye.ts";
import type { Camera } from "../core/state.ts";
import type { Pixel, Sight } from "../pane/sight.ts";

export class Lens implements Sight {
  readonly eye: Eye;
  readonly #ahead: Vec3;
  readonly #right: Vec3;
  readonly #up: Vec3;
  readonly #half_px: number;

  constructor(
    camera: Camera,
    readonly width_px: number,
    readonly height_px: number,
  ) {
    this.eye = eyeOf(camera);
    const way = minus(this.eye.middle_ecef_m, this.eye.position_ecef_m);
    this.#ahead = scaled(way, 1.0 / length(way));
    this.#up = this.eye.up;
    this.#right = cross(this.#ahead, this.#up);
    this.#half_px = 0.5 * height_px;
  }

  /** Where a point is on the picture, also beyond its edges; null behind the eye. */
  project(point_ecef_m: Vec3): Pixel | null {
    const way = minus(point_ecef_m, this.eye.position_ecef_m);
    const depth = dot(way, this.#ahead);
    if (depth <= 0.0) return null;
    const factor = this.#half_px / (Math.tan(FIELD_RAD / 2.0) * depth);
    return [
      0.5 * this.width_px + dot(way, this.#right) * factor,
      this.#half_px - dot(way, this.#up) * factor,
    ];
  }

  /** The same, and null where the Earth stands in between. */
  visible(point_ecef_m: Vec3): Pixel | null {
    const pixel = this.project(point_ecef_m);
    if (pixel === null || isBehindEarth(this.eye.position_ecef_m, point_ecef_m)) return null;
    return pixel;
  }

  visibleAt(lon_deg: number, lat_deg: number, height_m: number): Pixel | null {
    return this.visible(geodeticToEcef(radians(lat_deg), radians(lon_deg), height_m));
  }

  /** The ground under a pixel. */
  place(x_px: number, y_px: number): Place | null {
    const slope = Math.tan(FIELD_RAD / 2.0) / this.#half_px;
    const aside = scaled(this.#right, (x_px - 0.5 * this.width_px) * slope);
    const upward = scaled(this.#up, (this.#half_px - y_px) * slope);
    const direction = plus(this.#ahead, plus(aside, upward));
    const hit = groundHit(this.eye.position_ecef_m, direction);
    if (hit === null) return null;
    const { lat_rad, lon_rad } = ecefToGeodetic(hit);
    return { lat_rad, lon_rad };
  }
}
