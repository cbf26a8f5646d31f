import assert from "node:assert/strict";
import { test } from "node:test";
import { EARTH_MEAN_RADIUS_M, type Place } from "../src/core/earth.ts";
import { circle, direct, inverse, path } from "../src/core/geodesic.ts";
import * as sphere from "../src/core/sphere.ts";
import golden from "./golden/lines.json";
import { near, nearAngle } from "./near.ts";

// Vincenty's series end; geographiclib's do not within double precision.
const LENGTH_TOL_M = 2e-4;
const AZIMUTH_TOL_RAD = 2e-9;

const place = (pair: readonly number[]): Place => ({ lat_rad: pair[0]!, lon_rad: pair[1]! });
const lines = golden.lines.map((line) => ({ ...line, from: place(line.from), to: place(line.to) }));
const parted = lines.filter(({ distance_m }) => distance_m > 1.0);

test("geodesics are those of the Python core to a fifth of a millimetre", () => {
  for (const { from, to, distance_m, azimuths_rad } of lines) {
    const line = inverse(from, to);
    assert.ok(line.is_exact);
    assert.ok(Math.abs(line.distance_m - distance_m) <= LENGTH_TOL_M, `${line.distance_m}`);
    if (distance_m <= 1.0) continue;
    nearAngle(line.azimuth1_rad, azimuths_rad[0]!, AZIMUTH_TOL_RAD, "first azimuth");
    nearAngle(line.azimuth2_rad, azimuths_rad[1]!, AZIMUTH_TOL_RAD, "second azimuth");
  }
});

test("points along a geodesic are those of the Python core to a fifth of a millimetre", () => {
  for (const { from, azimuths_rad, distance_m, third } of parted) {
    const found = direct(from, azimuths_rad[0]!, distance_m / 3.0);
    const off_m = EARTH_MEAN_RADIUS_M * sphere.centralAngle(found, place(third));
    assert.ok(off_m <= LENGTH_TOL_M, `off by ${off_m} m`);
    nearAngle(found.azimuth_rad, third[2]!, 1e-8, "azimuth there");
  }
});

test("a path begins and ends where it should, at even steps", () => {
  for (const { from, to, distance_m } of parted) {
    const points = path(from, to, 4);
    assert.equal(points.length, 4);
    assert.ok(EARTH_MEAN_RADIUS_M * sphere.centralAngle(points[3]!, to) <= LENGTH_TOL_M);
    const step = inverse(points[1]!, points[2]!).distance_m;
    assert.ok(Math.abs(step - distance_m / 3.0) <= LENGTH_TOL_M);
  }
});

test("nearly opposite points say that their line is the sphere's", () => {
  const line = inverse(place([0.0, 0.0]), place([0.005, 3.1415]));
  assert.equal(line.is_exact, false);
  near(line.distance_m, 19_970_000.0, 1e9 * 0.005 * 2e7);
});

test("a circle around the pole is closed and everywhere as far", () => {
  const middle = place([1.57, 0.0]);
  const around = circle(middle, 1.5e6, 13);
  assert.deepEqual(around[0], around[12]);
  for (const point of around) near(inverse(middle, point).distance_m, 1.5e6);
});

test("great circles and horizons are those of the Python core", () => {
  for (const { from, to, angle_rad, azimuth_rad, destination } of lines) {
    near(sphere.centralAngle(from, to), angle_rad, 1.0, "angle");
    if (angle_rad > 1e-6) nearAngle(sphere.azimuth(from, to), azimuth_rad, 1e-9, "azimuth");
    const away = sphere.destination(from, 1.0, 0.5);
    near(away.lat_rad, destination[0]!, 1.0);
    nearAngle(away.lon_rad, destination[1]!);
  }
  for (const [height_m, factor, slant_m, ground_m] of golden.horizons) {
    const seen = sphere.horizon(height_m!, factor!);
    near(seen.slant_m, slant_m!);
    near(seen.ground_m, ground_m!);
  }
});

test("a great circle crosses the date line the short way", () => {
  const points = sphere.greatCircle(place([1.1, 3.1]), place([1.1, -3.1]), 3);
  nearAngle(points[1]!.lon_rad, Math.PI);
  assert.ok(points[1]!.lat_rad > 1.1);
});
