/** The whole Earth flat, after Natural Earth: north is up, the camera's meridian in the middle. */

import { geoNaturalEarth1, type GeoProjection } from "d3-geo";
import { degrees, radians, type Place, type Vec3 } from "../core/earth.ts";
import { placeOf } from "../core/sphere.ts";
import type { Camera } from "../core/state.ts";
import type { Pixel } from "../pane/sight.ts";
import { extentOf, over, PRECISION_PX, scaleOf, skyward, type Chart, type Size } from "./chart.ts";

/** The middle of the picture stays so far from the poles. */
const MOST_LAT_DEG = 85.0;

export class FlatChart implements Chart {
  readonly has_heights = false;
  readonly torn_px: number;
  readonly geo: GeoProjection;
  readonly width_px: number;
  readonly height_px: number;
  readonly #camera: Camera;
  /** The same map around Greenwich, to know its edges. */
  readonly #plain: GeoProjection;

  constructor(camera: Camera, size: Size) {
    this.#camera = camera;
    this.width_px = size.width_px;
    this.height_px = size.height_px;
    const scale_px = scaleOf(camera, size);
    const natural = (): GeoProjection =>
      geoNaturalEarth1().scale(scale_px).translate([0.0, 0.0]).precision(PRECISION_PX);
    this.#plain = natural();
    const [, y] = this.#plain([0.0, degrees(camera.lat_rad)]) ?? [0.0, 0.0];
    const [half_world] = this.#plain([180.0, 0.0]) ?? [0.0, 0.0];
    this.torn_px = half_world;
    this.#plain.translate([0.5 * size.width_px, 0.5 * size.height_px - y]);
    this.geo = natural()
      .rotate([-degrees(camera.lon_rad), 0.0])
      .translate(this.#plain.translate())
      .clipExtent(extentOf(size));
  }

  visible(point_ecef_m: Vec3): Pixel | null {
    const { lat_rad, lon_rad } = placeOf(skyward(point_ecef_m).unit);
    return this.visibleAt(degrees(lon_rad), degrees(lat_rad));
  }

  visibleAt(lon_deg: number, lat_deg: number): Pixel | null {
    return this.geo([lon_deg, lat_deg]);
  }

  place(x_px: number, y_px: number): Place | null {
    const found = this.#plain.invert?.([x_px, y_px]) ?? null;
    if (found === null || Math.abs(found[0]) > 180.0 || Math.abs(found[1]) > 90.0) return null;
    const turn = this.#camera.lon_rad;
    const lon_rad = turn + radians(found[0]);
    return {
      lon_rad: Math.atan2(Math.sin(lon_rad), Math.cos(lon_rad)),
      lat_rad: radians(found[1]),
    };
  }

  dragged(right_px: number, down_px: number): Camera {
    const at = [0.5 * this.width_px, 0.5 * this.height_px - down_px] as [number, number];
    const [, lat] = this.#plain.invert?.(at) ?? [0.0, degrees(this.#camera.lat_rad)];
    const lat_deg = Math.min(Math.max(lat, -MOST_LAT_DEG), MOST_LAT_DEG);
    const [x = 0.0] = this.#plain([1.0, lat_deg]) ?? [];
    const degree_px = x - 0.5 * this.width_px;
    return over(this.#camera, [degrees(this.#camera.lon_rad) - right_px / degree_px, lat_deg]);
  }

  /** North stays up. */
  turned(): Camera {
    return this.#camera;
  }
}
