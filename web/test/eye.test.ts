import assert from "node:assert/strict";
import { test } from "node:test";
import {
  degrees,
  ecefToGeodetic,
  geodeticToEcef,
  length,
  minus,
  radians,
} from "../src/core/earth.ts";
import {
  bounded,
  dragged,
  eyeOf,
  groundHit,
  isBehindEarth,
  metresAPixel,
  onTheWay,
  turned,
  zoomed,
} from "../src/core/eye.ts";
import { INITIAL_CAMERA, type Camera } from "../src/core/state.ts";
import { Lens } from "../src/scene/lens.ts";
import { near } from "./near.ts";

const ABOVE: Camera = {
  ...INITIAL_CAMERA,
  lat_rad: radians(50.0),
  lon_rad: radians(20.0),
  range_m: 3e6,
};
const [WIDTH_PX, HEIGHT_PX] = [1000, 800];
// The ground is a sphere for a hand, and an ellipsoid for the eye.
const HAND_TOL = 0.02;

test("the eye is as far from the ground as the camera says, and looks at its middle", () => {
  for (const camera of [ABOVE, turned(ABOVE, 1.0, 0.7), { ...ABOVE, lat_rad: Math.PI / 2.0 }]) {
    const { position_ecef_m, middle_ecef_m, up } = eyeOf(camera);
    near(length(minus(position_ecef_m, middle_ecef_m)), camera.range_m);
    near(length(up), 1.0);
    const lens = new Lens(camera, WIDTH_PX, HEIGHT_PX);
    const [x, y] = lens.project(middle_ecef_m)!;
    near(x, 500.0, 1e3);
    near(y, 400.0, 1e3);
  }
});

test("north is up until the camera turns", () => {
  const north = geodeticToEcef(radians(52.0), radians(20.0), 0.0);
  const [x, y] = new Lens(ABOVE, WIDTH_PX, HEIGHT_PX).project(north)!;
  near(x, 500.0, 1e3);
  assert.ok(y < 400.0);
  const turned_east = new Lens(turned(ABOVE, Math.PI / 2.0, 0.0), WIDTH_PX, HEIGHT_PX);
  assert.ok(turned_east.project(north)![0] < 500.0, "with east up, north is left");
});

test("a pixel and the place under it are the same", () => {
  for (const camera of [ABOVE, turned(ABOVE, 2.0, 0.6), { ...ABOVE, lat_rad: radians(89.9) }]) {
    const lens = new Lens(camera, WIDTH_PX, HEIGHT_PX);
    for (const at of [
      [500.0, 400.0],
      [300.0, 500.0],
      [640.0, 320.0],
    ] as const) {
      const place = lens.place(at[0], at[1])!;
      const back = lens.visibleAt(degrees(place.lon_rad), degrees(place.lat_rad), 0.0)!;
      near(back[0], at[0], 1e3);
      near(back[1], at[1], 1e3);
    }
  }
  assert.equal(new Lens({ ...ABOVE, range_m: 2e7 }, WIDTH_PX, HEIGHT_PX).place(5.0, 5.0), null);
});

test("the Earth hides what is behind it, and not what flies above its edge", () => {
  const { position_ecef_m: eye } = eyeOf(ABOVE);
  const at = (lat: number, lon: number, height_m: number) =>
    geodeticToEcef(radians(lat), radians(lon), height_m);
  assert.ok(!isBehindEarth(eye, at(50.0, 20.0, 0.0)));
  assert.ok(!isBehindEarth(eye, at(40.0, 20.0, 0.0)));
  assert.ok(isBehindEarth(eye, at(-50.0, -160.0, 0.0)));
  assert.ok(isBehindEarth(eye, at(-10.0, 20.0, 0.0)));
  assert.ok(!isBehindEarth(eye, at(-10.0, 20.0, 6e6)));
});

test("a ray meets the ellipsoid on its surface", () => {
  const { position_ecef_m } = eyeOf(ABOVE);
  const hit = groundHit(position_ecef_m, minus([1e6, 1e6, 2e6], position_ecef_m))!;
  assert.ok(Math.abs(ecefToGeodetic(hit).height_m) < 1e-3);
});

test("the ground goes with the hand", () => {
  const lens = new Lens(ABOVE, WIDTH_PX, HEIGHT_PX);
  const held = lens.place(500.0, 400.0)!;
  const moved = new Lens(dragged(ABOVE, 30.0, -20.0, HEIGHT_PX), WIDTH_PX, HEIGHT_PX);
  const [x, y] = moved.visibleAt(degrees(held.lon_rad), degrees(held.lat_rad), 0.0)!;
  assert.ok(Math.abs(x - 530.0) < 30.0 * HAND_TOL + 0.5, `${x}`);
  assert.ok(Math.abs(y - 380.0) < 20.0 * HAND_TOL + 0.5, `${y}`);
});

test("a camera stays within what it may be, also over a pole", () => {
  const far = bounded({ ...ABOVE, lat_rad: 4.0, lon_rad: 9.0, range_m: 1e12, tilt_rad: 3.0 });
  assert.ok(far.lat_rad <= Math.PI / 2.0 && Math.abs(far.lon_rad) <= Math.PI);
  assert.ok(far.range_m <= 6.1e7 && far.tilt_rad < Math.PI / 2.0);
  let camera: Camera = { ...ABOVE, lat_rad: radians(80.0) };
  for (let k = 0; k < 40; k++) camera = dragged(camera, 0.0, 50.0, HEIGHT_PX);
  for (const value of Object.values(camera)) assert.ok(Number.isFinite(value));
  near(zoomed(ABOVE, 2.0).range_m, 6e6);
  near(metresAPixel(ABOVE, 800.0), metresAPixel(ABOVE, 400.0) / 2.0);
});

test("on the way from one camera to another both ends are exact", () => {
  const to: Camera = {
    lat_rad: -0.5,
    lon_rad: -3.0,
    range_m: 9e5,
    tilt_rad: 0.5,
    heading_rad: 6.0,
  };
  for (const [share, expected] of [
    [0.0, ABOVE],
    [1.0, to],
  ] as const) {
    const found = onTheWay(ABOVE, to, share);
    near(found.lat_rad, expected.lat_rad);
    near(found.lon_rad, expected.lon_rad);
    near(found.range_m, expected.range_m);
    near(found.heading_rad, expected.heading_rad, 1.0);
  }
  assert.ok(onTheWay(ABOVE, to, 0.5).range_m > 3e6, "it goes up on a long way");
});
