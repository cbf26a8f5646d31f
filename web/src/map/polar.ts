/** Lambert's azimuthal map around the nearer pole: areas are true, and flights over it are short. */

import { geoAzimuthalEqualArea, type GeoProjection } from "d3-geo";
import { degrees, radians, type Place, type Vec3 } from "../core/earth.ts";
import { bounded } from "../core/eye.ts";
import { placeOf } from "../core/sphere.ts";
import type { Camera } from "../core/state.ts";
import type { Pixel } from "../pane/sight.ts";
import {
  extentOf,
  headed,
  over,
  PRECISION_PX,
  scaleOf,
  skyward,
  type Chart,
  type Size,
} from "./chart.ts";

/** The map ends here, where it would be all edge. */
const FARTHEST_DEG = 140.0;

export class PolarChart implements Chart {
  readonly has_heights = false;
  readonly torn_px = Number.POSITIVE_INFINITY;
  readonly geo: GeoProjection;
  readonly width_px: number;
  readonly height_px: number;
  readonly #camera: Camera;
  readonly #is_north: boolean;
  /** Up on the map of the south, down on that of the north. */
  readonly #meridian_rad: number;
  readonly #edge_px: number;

  constructor(camera: Camera, size: Size) {
    const { lat_rad, lon_rad, heading_rad } = camera;
    this.#camera = camera;
    this.width_px = size.width_px;
    this.height_px = size.height_px;
    this.#is_north = lat_rad >= 0.0;
    this.#meridian_rad = this.#is_north ? lon_rad - heading_rad : lon_rad + heading_rad;
    const scale_px = scaleOf(camera, size);
    this.#edge_px = 2.0 * Math.sin(radians(FARTHEST_DEG) / 2.0) * scale_px;
    this.geo = geoAzimuthalEqualArea()
      .rotate([-degrees(this.#meridian_rad), this.#is_north ? -90.0 : 90.0])
      .scale(scale_px)
      .translate([0.0, 0.0])
      .clipAngle(FARTHEST_DEG)
      .precision(PRECISION_PX);
    const [x, y] = this.geo([degrees(lon_rad), degrees(lat_rad)]) ?? [0.0, 0.0];
    this.geo
      .translate([0.5 * size.width_px - x, 0.5 * size.height_px - y])
      .clipExtent(extentOf(size));
  }

  visible(point_ecef_m: Vec3): Pixel | null {
    const { lat_rad, lon_rad } = placeOf(skyward(point_ecef_m).unit);
    return this.visibleAt(degrees(lon_rad), degrees(lat_rad));
  }

  visibleAt(lon_deg: number, lat_deg: number): Pixel | null {
    const from_pole_deg = this.#is_north ? 90.0 - lat_deg : 90.0 + lat_deg;
    return from_pole_deg > FARTHEST_DEG ? null : this.geo([lon_deg, lat_deg]);
  }

  place(x_px: number, y_px: number): Place | null {
    const [pole_x, pole_y] = this.geo.translate();
    if (Math.hypot(x_px - pole_x, y_px - pole_y) > this.#edge_px) return null;
    const found = this.geo.invert?.([x_px, y_px]) ?? null;
    return found === null ? null : { lon_rad: radians(found[0]), lat_rad: radians(found[1]) };
  }

  /** The map keeps its turn: what is up over the new middle follows from that. */
  dragged(right_px: number, down_px: number): Camera {
    const middle = this.place(0.5 * this.width_px - right_px, 0.5 * this.height_px - down_px);
    if (middle === null || middle.lat_rad >= 0.0 !== this.#is_north) return this.#camera;
    const turn = middle.lon_rad - this.#meridian_rad;
    const there = over(this.#camera, [degrees(middle.lon_rad), degrees(middle.lat_rad)]);
    return bounded({ ...there, heading_rad: this.#is_north ? turn : -turn });
  }

  turned(heading_rad: number): Camera {
    return headed(this.#camera, heading_rad);
  }
}
