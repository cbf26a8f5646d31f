import assert from "node:assert/strict";
import { test } from "node:test";
import {
  eastNorthUp,
  ecefToGeodetic,
  fromLocal,
  geodeticToEcef,
  halfTurn,
  toLocal,
  type Vec3,
} from "../src/core/earth.ts";
import golden from "./golden/earth.json";
import { near, nearAll, nearAngle } from "./near.ts";

const POLAR_RAD = Math.PI / 2 - 1e-9;
const HEIGHT_TOL_M = 1e-8; // what Python states for its own

test("positions are those of the Python core, poles and date line included", () => {
  for (const { lat_rad, lon_rad, height_m, position_ecef_m } of golden.places) {
    nearAll(geodeticToEcef(lat_rad, lon_rad, height_m), position_ecef_m, 6.4e6);
  }
});

test("places are those of the Python core", () => {
  for (const { position_ecef_m, back } of golden.places) {
    const found = ecefToGeodetic(position_ecef_m as unknown as Vec3);
    near(found.lat_rad, back[0]!, 1.0, "latitude");
    near(found.height_m, back[2]!, 6.4e6, "height");
    if (Math.abs(back[0]!) < POLAR_RAD) nearAngle(found.lon_rad, back[1]!, 1e-9, "longitude");
  }
});

test("there and back is within the rounding", () => {
  for (const { lat_rad, lon_rad, height_m } of golden.places) {
    const found = ecefToGeodetic(geodeticToEcef(lat_rad, lon_rad, height_m));
    assert.ok(Math.abs(found.height_m - height_m) <= HEIGHT_TOL_M * Math.max(1, height_m / 1e6));
    assert.ok(Math.abs(found.lat_rad - lat_rad) <= 1e-15 * 4);
  }
});

test("local axes are those of the Python core, and turn back", () => {
  const vector: Vec3 = [1.5e6, -2.25e5, 7.0];
  for (const { lat_rad, lon_rad, axes } of golden.places) {
    const found = eastNorthUp(lat_rad, lon_rad);
    found.forEach((axis, k) => nearAll(axis, axes[k]!, 1.0));
    nearAll(fromLocal(found, toLocal(found, vector)), vector, 1.5e6);
  }
});

test("longitudes come into one turn", () => {
  assert.equal(halfTurn(Math.PI), -Math.PI);
  nearAngle(halfTurn(7.5 * Math.PI), 1.5 * Math.PI);
  assert.equal(halfTurn(0.25), 0.25 + Math.PI - Math.PI);
});
