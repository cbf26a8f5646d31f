import assert from "node:assert/strict";
import { test } from "node:test";
import {
  deviations,
  ellipse,
  horizontal,
  outline,
  positionCovariance,
} from "../src/core/ellipse.ts";
import golden from "./golden/ellipses.json";
import { near, nearAngle } from "./near.ts";

const POLAR_RAD = Math.PI / 2 - 1e-9;

test("95 % of a normal distribution lie within 2.4477 deviations", () => {
  near(deviations(0.95), Math.sqrt(5.991464547107979)); // chi-square, 2 degrees of freedom
});

test("ellipses are those of the Python core", () => {
  for (const {
    place: [lat_rad, lon_rad],
    packed,
    flat,
    axes,
    outline: around,
  } of golden.ellipses) {
    const place = { lat_rad: lat_rad!, lon_rad: lon_rad! };
    const covariance = horizontal(positionCovariance(packed), place);
    const size = flat[0]! + flat[2]!;
    near(covariance.east_m2, flat[0]!, size, "east");
    near(covariance.mixed_m2, flat[1]!, size, "mixed");
    near(covariance.north_m2, flat[2]!, size, "north");
    const shape = ellipse(covariance, deviations(0.95));
    near(shape.longer_m, axes[0]!, undefined, "longer");
    near(shape.shorter_m, axes[1]!, axes[0]!, "shorter");
    near(Math.sin(2.0 * shape.azimuth_rad), Math.sin(2.0 * axes[2]!), 1.0, "azimuth");
    outline(place, shape, 9).forEach((corner, k) => {
      near(corner.lat_rad, around[0]![k]!, 1.0, `latitude ${k}`);
      // A micrometre off at the pole itself is any longitude.
      if (Math.abs(around[0]![k]!) < POLAR_RAD)
        nearAngle(
          corner.lon_rad,
          around[1]![k]!,
          1e-9 / Math.cos(around[0]![k]!),
          `longitude ${k}`,
        );
    });
  }
});

test("the longer axis lies where the spread is", () => {
  const east = ellipse({ east_m2: 4.0, mixed_m2: 0.0, north_m2: 1.0 }, 1.0);
  assert.deepEqual([east.longer_m, east.shorter_m], [2.0, 1.0]);
  near(east.azimuth_rad, Math.PI / 2.0);
  const thin = ellipse({ east_m2: 1.0, mixed_m2: -1.0, north_m2: 1.0 }, 1.0);
  assert.equal(thin.shorter_m, 0.0);
  near(thin.azimuth_rad, 0.75 * Math.PI);
});

test("a covariance of another length is refused", () => {
  assert.throws(() => positionCovariance([1.0, 2.0]), RangeError);
});
