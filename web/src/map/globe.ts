/** The globe as the eye of the camera sees it from straight above: flights stand over the ground. */

import { geoProjection, type GeoProjection, type GeoRawProjection } from "d3-geo";
import {
  degrees,
  dot,
  EARTH_MEAN_RADIUS_M,
  eastNorthUp,
  plus,
  radians,
  scaled,
  type Place,
  type Vec3,
} from "../core/earth.ts";
import { dragged } from "../core/eye.ts";
import { unitVector } from "../core/sphere.ts";
import type { Camera } from "../core/state.ts";
import type { Pixel } from "../pane/sight.ts";
import {
  extentOf,
  headed,
  PRECISION_PX,
  scaleOf,
  skyward,
  type Chart,
  type Size,
} from "./chart.ts";

/** So far inside the horizon ends what d3 draws, so that nothing is stretched at the edge. */
const INSIDE_DEG = 1e-4;

export class GlobeChart implements Chart {
  readonly has_heights = true;
  readonly torn_px = Number.POSITIVE_INFINITY;
  readonly geo: GeoProjection;
  readonly width_px: number;
  readonly height_px: number;
  readonly #camera: Camera;
  /** Of the eye from the middle of the Earth, in radii. */
  readonly #distance: number;
  readonly #scale_px: number;
  readonly #horizon_px: number;
  readonly #toward: Vec3;
  readonly #right: Vec3;
  readonly #up: Vec3;

  constructor(camera: Camera, size: Size) {
    const { lat_rad, lon_rad, heading_rad, range_m } = camera;
    this.#camera = camera;
    this.width_px = size.width_px;
    this.height_px = size.height_px;
    this.#distance = 1.0 + range_m / EARTH_MEAN_RADIUS_M;
    this.#scale_px = scaleOf(camera, size);
    this.#horizon_px = this.#scale_px * Math.sqrt((this.#distance - 1.0) / (this.#distance + 1.0));
    const [east, north, up] = eastNorthUp(lat_rad, lon_rad);
    const [sin, cos] = [Math.sin(heading_rad), Math.cos(heading_rad)];
    this.#toward = up;
    this.#right = plus(scaled(east, cos), scaled(north, -sin));
    this.#up = plus(scaled(east, sin), scaled(north, cos));
    this.geo = geoProjection(fromAbove(this.#distance))
      .rotate([-degrees(lon_rad), -degrees(lat_rad), degrees(heading_rad)])
      .scale(this.#scale_px)
      .translate([0.5 * size.width_px, 0.5 * size.height_px])
      .clipAngle(degrees(Math.acos(1.0 / this.#distance)) - INSIDE_DEG)
      .clipExtent(extentOf(size))
      .precision(PRECISION_PX);
  }

  visible(point_ecef_m: Vec3): Pixel | null {
    const { unit, height_m } = skyward(point_ecef_m);
    return this.#pixel(unit, height_m);
  }

  visibleAt(lon_deg: number, lat_deg: number, height_m: number): Pixel | null {
    return this.#pixel(
      unitVector({ lat_rad: radians(lat_deg), lon_rad: radians(lon_deg) }),
      height_m,
    );
  }

  place(x_px: number, y_px: number): Place | null {
    const away = Math.hypot(x_px - 0.5 * this.width_px, y_px - 0.5 * this.height_px);
    const found = away < this.#horizon_px ? this.geo.invert?.([x_px, y_px]) : null;
    if (found == null) return null;
    return { lon_rad: radians(found[0]), lat_rad: radians(found[1]) };
  }

  dragged(right_px: number, down_px: number): Camera {
    return dragged(this.#camera, right_px, down_px, this.height_px);
  }

  turned(heading_rad: number): Camera {
    return headed(this.#camera, heading_rad);
  }

  #pixel(unit: Vec3, height_m: number): Pixel | null {
    const radius = 1.0 + height_m / EARTH_MEAN_RADIUS_M;
    const toward = radius * dot(unit, this.#toward);
    if (toward >= this.#distance) return null;
    const factor = (radius * this.#scale_px * (this.#distance - 1.0)) / (this.#distance - toward);
    const [right, up] = [dot(unit, this.#right) * factor, dot(unit, this.#up) * factor];
    // Beyond the circle of the horizon, and no higher than its edge: the Earth stands before it.
    const is_beyond = toward < 1.0 / this.#distance;
    if (is_beyond && Math.hypot(right, up) < this.#horizon_px) return null;
    return [0.5 * this.width_px + right, 0.5 * this.height_px - up];
  }
}

/**
 * The vertical perspective on the unit sphere from a distance (radii, from the middle of the Earth),
 * of scale 1 in the middle.
 *
 * Source: Snyder, Map Projections: A Working Manual (1987), section 23.
 */
export function fromAbove(distance: number): GeoRawProjection {
  const forward = (lon: number, lat: number): [number, number] => {
    const cos_lat = Math.cos(lat);
    const factor = (distance - 1.0) / (distance - cos_lat * Math.cos(lon));
    return [factor * cos_lat * Math.sin(lon), factor * Math.sin(lat)];
  };
  const invert = (x: number, y: number): [number, number] => {
    const rho = Math.hypot(x, y);
    if (rho === 0.0) return [0.0, 0.0];
    const root = Math.sqrt(1.0 - (rho * rho * (distance + 1.0)) / (distance - 1.0));
    const sin = (distance - root) / ((distance - 1.0) / rho + rho / (distance - 1.0));
    const cos = Math.sqrt(1.0 - sin * sin);
    return [Math.atan2(x * sin, rho * cos), Math.asin((y * sin) / rho)];
  };
  return Object.assign(forward, { invert });
}
