import assert from "node:assert/strict";
import { test } from "node:test";
import { geoArea, geoContains } from "d3-geo";
import type { Position } from "geojson";
import coarse from "../../src/glasshield/geodata/data/world-coarse.topo.json";
import { STROKES, worldOf } from "../src/core/topo.ts";

const world = worldOf(coarse);
const EARTH_KM2 = 4.0 * Math.PI * 6371.0088 ** 2;
const LAND_PER_SPHERE = 147e6 / EARTH_KM2; // 147 million km2, lakes apart

function area(code: string): number {
  const found = world.countries.find((each) => each.code === code);
  assert.ok(found, code);
  const coordinates = found.polygons as unknown as Position[][][];
  return (geoArea({ type: "MultiPolygon", coordinates }) / (4.0 * Math.PI)) * EARTH_KM2;
}

test("countries wind as d3 has it, also over the date line and at the pole", () => {
  for (const { code, polygons } of world.countries) {
    const coordinates = polygons as unknown as Position[][][];
    assert.ok(geoArea({ type: "MultiPolygon", coordinates }) < 0.6, code);
  }
  assert.ok(Math.abs(area("RUS") / 17.1e6 - 1.0) < 0.03);
  assert.ok(Math.abs(area("ATA") / 12.3e6 - 1.0) < 0.03); // without its ice shelves
  assert.ok(Math.abs(area("FJI") / 18.3e3 - 1.0) < 0.5);
});

test("all land in one is as large as land is", () => {
  const share = geoArea(world.land) / (4.0 * Math.PI);
  assert.ok(Math.abs(share / LAND_PER_SPHERE - 1.0) < 0.02, `${share}`);
  assert.ok(geoContains(world.land, [0.0, -90.0]), "the South Pole is land");
  assert.ok(!geoContains(world.land, [0.0, 90.0]), "the North Pole is sea");
  assert.ok(geoContains(world.land, [179.9, 68.5]) && geoContains(world.land, [-179.9, 68.5]));
});

test("contested lines are dashed, special ones dotted, agreed ones whole", () => {
  assert.deepEqual(STROKES, {
    coastline: "solid",
    international: "solid",
    undetermined: "dashed",
    special: "dotted",
  });
  const of = (kind: string) => world.borders.find((each) => each.kind === kind)!;
  assert.equal(of("undetermined").stroke, "dashed");
  assert.equal(of("special").lines.length, 3);
  // The military demarcation line in Korea is one of the undetermined ones.
  const near = (line: readonly Position[]) =>
    line.some(([lon, lat]) => Math.abs(lon! - 127.0) < 0.7 && Math.abs(lat! - 38.2) < 0.5);
  assert.ok(of("undetermined").lines.some(near));
  assert.ok(!of("international").lines.some(near));
});

test("another file is refused", () => {
  for (const other of [
    null,
    3,
    {},
    { type: "Topology" },
    { type: "Topology", objects: { land: {} } },
  ]) {
    assert.throws(() => worldOf(other), /not the packaged borders/);
  }
});
