import assert from "node:assert/strict";
import { test } from "node:test";
import { geoArea, geoPath } from "d3-geo";
import type { LineString, Polygon } from "geojson";
import {
  degrees,
  EARTH_MEAN_RADIUS_M,
  ecefToGeodetic,
  geodeticToEcef,
  radians,
  type Vec3,
} from "../src/core/earth.ts";
import { metresAPixel } from "../src/core/eye.ts";
import { overview } from "../src/core/overview.ts";
import { centralAngle, destination } from "../src/core/sphere.ts";
import { INITIAL_CAMERA, PROJECTIONS, type Camera } from "../src/core/state.ts";
import { skyward } from "../src/map/chart.ts";
import { chartOf } from "../src/map/charts.ts";
import { fromAbove } from "../src/map/globe.ts";
import { apart } from "../src/pane/sight.ts";
import { Lens } from "../src/scene/lens.ts";
import { near } from "./near.ts";

const SIZE = { width_px: 1000, height_px: 800 };
const MIDDLE = [500.0, 400.0] as const;
const ABOVE: Camera = { ...INITIAL_CAMERA, lat_rad: radians(55.0), lon_rad: radians(20.0) };
// The map is drawn on a sphere with geodetic latitudes, the scene on the ellipsoid: 21 km in 6371.
const ELLIPSOID_TOL_PX = 3.0;
const PIXEL_TOL = 1e-6;
// North stays up, so that the ground turns a little under a hand that moves it by 47 pixels.
const HAND_TOL_PX = 6.0;

const LOOKS: readonly Camera[] = [
  ABOVE,
  { ...ABOVE, heading_rad: 1.0 },
  { ...ABOVE, lon_rad: radians(179.5), lat_rad: radians(-20.0), range_m: 4e6 },
  { ...ABOVE, lat_rad: radians(89.9), range_m: 3e6, heading_rad: 5.0 },
];

test("the middle of the picture is where the camera looks, on every map", () => {
  for (const projection of PROJECTIONS) {
    for (const camera of LOOKS) {
      const [x, y] = chartOf(projection, camera, SIZE).visibleAt(
        degrees(camera.lon_rad),
        degrees(camera.lat_rad),
        0.0,
      )!;
      assert.ok(apart([x, y], MIDDLE) < PIXEL_TOL, `${projection}: ${x}, ${y}`);
    }
  }
});

test("a pixel and the place under it are the same, on every map", () => {
  for (const projection of PROJECTIONS) {
    for (const camera of LOOKS) {
      const chart = chartOf(projection, camera, SIZE);
      for (const at of [
        [500.0, 400.0],
        [430.0, 510.0],
        [580.0, 330.0],
      ] as const) {
        const place = chart.place(at[0], at[1]);
        // The top of a flat map near a pole is beside the Earth.
        if (place === null && projection === "flat") continue;
        const back = chart.visibleAt(degrees(place!.lon_rad), degrees(place!.lat_rad), 0.0)!;
        assert.ok(apart(back, at) < 1e-3, `${projection}: ${back} is not ${at}`);
      }
    }
  }
});

test("the globe is the one that WebGL shows from straight above, also in the heights", () => {
  for (const camera of LOOKS) {
    const chart = chartOf("globe", camera, SIZE);
    const lens = new Lens(camera, SIZE.width_px, SIZE.height_px);
    for (let azimuth = 0.0; azimuth < 6.0; azimuth += 1.1) {
      for (const [angle, height_m] of [
        [0.1, 0.0],
        [0.3, 800e3],
        [0.6, 1500e3],
      ] as const) {
        const place = destination(camera, azimuth, angle);
        const [lon, lat] = [degrees(place.lon_rad), degrees(place.lat_rad)];
        const [expected, found] = [
          lens.visibleAt(lon, lat, height_m),
          chart.visibleAt(lon, lat, height_m),
        ];
        assert.equal(found === null, expected === null);
        if (found === null || expected === null) continue;
        const scale = apart(expected, MIDDLE) / 400.0;
        assert.ok(apart(found, expected) < ELLIPSOID_TOL_PX * Math.max(scale, 1.0));
      }
    }
  }
});

test("d3's globe and its own pixels agree", () => {
  for (const camera of LOOKS) {
    const chart = chartOf("globe", camera, SIZE);
    const place = destination(camera, 2.0, 0.2);
    const at = [degrees(place.lon_rad), degrees(place.lat_rad)] as const;
    const [own, d3] = [chart.visibleAt(...at, 0.0)!, chart.geo([...at])!];
    assert.ok(apart(own, d3) < PIXEL_TOL);
  }
});

test("the perspective from above is undone by its inverse", () => {
  for (const distance of [1.05, 2.0, 10.0]) {
    const raw = fromAbove(distance);
    for (const [lon, lat] of [
      [0.1, 0.2],
      [-0.2, 0.05],
      [0.0, 0.0],
    ] as const) {
      const [back_lon, back_lat] = raw.invert!(...raw(lon, lat));
      near(back_lon, lon, 1.0);
      near(back_lat, lat, 1.0);
    }
  }
});

test("the Earth hides its far side on the globe, and not what flies above its edge", () => {
  const chart = chartOf("globe", ABOVE, SIZE);
  assert.equal(chart.visibleAt(-160.0, -55.0, 0.0), null);
  assert.equal(chart.visibleAt(20.0, -20.0, 0.0), null);
  assert.notEqual(chart.visibleAt(20.0, -20.0, 8e6), null);
  assert.equal(chart.place(2.0, 2.0), null);
});

test("areas on the polar map are true", () => {
  const chart = chartOf("polar", overview("polar", ABOVE), SIZE);
  const cell = (lat: number, lon: number): number[][] => [
    [lon, lat],
    [lon, lat + 2.0],
    [lon + 3.0, lat + 2.0],
    [lon + 3.0, lat],
    [lon, lat],
  ];
  const path = geoPath(chart.geo);
  const ratios = [
    [80.0, 10.0],
    [45.0, 175.0],
    [20.0, -100.0],
  ].map(([lat = 0.0, lon = 0.0]) => {
    const polygon: Polygon = { type: "Polygon", coordinates: [cell(lat, lon)] };
    return path.area(polygon) / geoArea(polygon);
  });
  const metre_px = EARTH_MEAN_RADIUS_M / metresAPixel(overview("polar", ABOVE), SIZE.height_px);
  // Sides are bent to within a pixel only.
  for (const ratio of ratios) assert.ok(Math.abs(ratio / metre_px ** 2 - 1.0) < 0.01, `${ratio}`);
});

test("what goes over the date line is drawn there, and not around the Earth", () => {
  const camera = { ...ABOVE, lon_rad: radians(180.0), lat_rad: 0.2, range_m: 10e6 };
  for (const projection of PROJECTIONS) {
    const chart = chartOf(projection, camera, SIZE);
    const line: LineString = { type: "LineString", coordinates: [[170.0, 10.0], [-170.0, 14.0]] };
    const [[left], [right]] = geoPath(chart.geo).bounds(line);
    assert.ok(right - left > 100.0 && right - left < 400.0, `${projection}: ${right - left}`);
  }
});

test("a hand takes the ground along, and never over the edge of the map", () => {
  for (const projection of PROJECTIONS) {
    const chart = chartOf(projection, ABOVE, SIZE);
    const held = chart.place(...MIDDLE)!;
    const moved = chartOf(projection, chart.dragged(40.0, -25.0), SIZE);
    const now = moved.visibleAt(degrees(held.lon_rad), degrees(held.lat_rad), 0.0)!;
    assert.ok(apart(now, [540.0, 375.0]) < HAND_TOL_PX, `${projection}: ${now}`);
    let camera = ABOVE;
    for (let k = 0; k < 60; k++) {
      camera = chartOf(projection, camera, SIZE).dragged(3.0, k < 30 ? 200.0 : -200.0);
      for (const value of Object.values(camera)) assert.ok(Number.isFinite(value), projection);
    }
  }
});

test("a map of the pole keeps its turn under the hand", () => {
  const camera = { ...overview("polar", ABOVE), lat_rad: radians(89.0) };
  const chart = chartOf("polar", camera, SIZE);
  const before = chart.visibleAt(100.0, 60.0, 0.0)!;
  const after = chartOf("polar", chart.dragged(0.0, 120.0), SIZE).visibleAt(100.0, 60.0, 0.0)!;
  assert.ok(apart([before[0], before[1] + 120.0], after) < PIXEL_TOL, `${before} ${after}`);
});

test("the south has its own polar map", () => {
  const camera = overview("polar", { ...ABOVE, lat_rad: -0.5 });
  assert.equal(camera.lat_rad, -Math.PI / 2.0);
  const chart = chartOf("polar", camera, SIZE);
  assert.ok(apart(chart.visibleAt(0.0, -90.0, 0.0)!, MIDDLE) < PIXEL_TOL);
  assert.equal(chart.visibleAt(0.0, 80.0, 0.0), null);
  const south = { ...camera, lat_rad: radians(-60.0), heading_rad: 0.0 };
  const turned = chartOf("polar", south, SIZE);
  const north_of_it = turned.visibleAt(degrees(south.lon_rad), -55.0, 0.0)!;
  assert.ok(north_of_it[1] < 400.0 && Math.abs(north_of_it[0] - 500.0) < PIXEL_TOL, "north is up");
});

test("heading is what is up, where a map can be turned", () => {
  for (const projection of ["globe", "polar"] as const) {
    const chart = chartOf(projection, { ...ABOVE, heading_rad: Math.PI / 2.0 }, SIZE);
    const [x, y] = chart.visibleAt(degrees(ABOVE.lon_rad) + 1.0, 55.0, 0.0)!;
    assert.ok(y < 395.0 && Math.abs(x - 500.0) < 5.0, `${projection}: east is up`);
  }
  assert.equal(chartOf("flat", ABOVE, SIZE).turned(1.0), ABOVE);
});

// The direction of a point 2,000 km high is taken without iteration.
const DIRECTION_TOL_RAD = 2e-5;
const HEIGHT_TOL_M = 50.0;

test("the quick direction of a track is that of its geodetic latitude", () => {
  for (const lat of [-90.0, -50.0, 0.0, 30.0, 89.0]) {
    for (const height_m of [0.0, 300e3, 2000e3]) {
      const point: Vec3 = geodeticToEcef(radians(lat), 1.0, height_m);
      const { unit, height_m: found_m } = skyward(point);
      const { lat_rad } = ecefToGeodetic(point);
      const place = { lat_rad: Math.asin(unit[2]), lon_rad: Math.atan2(unit[1], unit[0]) };
      assert.ok(centralAngle(place, { lat_rad, lon_rad: 1.0 }) < DIRECTION_TOL_RAD, `${lat}`);
      assert.ok(Math.abs(found_m - height_m) < HEIGHT_TOL_M, `${found_m}`);
    }
  }
});
