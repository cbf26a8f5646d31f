import assert from "node:assert/strict";
import { test } from "node:test";
import { geoArea, geoContains } from "d3-geo";
import coarse from "../../src/glasshield/geodata/data/world-coarse.topo.json";
import type { Ring } from "../src/core/drawables.ts";
import { cross, degrees, dot, length, minus, type Vec3 } from "../src/core/earth.ts";
import { placeOf } from "../src/core/sphere.ts";
import { worldOf } from "../src/core/topo.ts";
import { triangulate, type Triangles } from "../src/scene/triangulate.ts";

const world = worldOf(coarse);
const land = world.land.coordinates as unknown as readonly (readonly Ring[])[];
// Flat triangles of 2 degrees are 1e-4 smaller than round ones, and coasts are cut straight.
const AREA_TOL = 0.003;

function faces({ corners, indices }: Triangles): [Vec3, Vec3, Vec3][] {
  return Array.from({ length: indices.length / 3 }, (_, k) => {
    const [a, b, c] = indices.slice(3 * k, 3 * k + 3);
    return [corners[a!]!, corners[b!]!, corners[c!]!];
  });
}

function areaOf(triangles: Triangles): number {
  return faces(triangles).reduce(
    (sum, [a, b, c]) => sum + 0.5 * length(cross(minus(b, a), minus(c, a))),
    0.0,
  );
}

const triangles = triangulate(land);

test("the triangles of all land cover as much as land does", () => {
  const share = areaOf(triangles) / geoArea(world.land);
  assert.ok(Math.abs(share - 1.0) < AREA_TOL, `${share}`);
});

test("they show their outer side, and none is wide", () => {
  for (const [a, b, c] of faces(triangles)) {
    assert.ok(dot(cross(minus(b, a), minus(c, a)), a) > -1e-12);
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const) {
      assert.ok(length(minus(from, to)) < 0.0351, "2 degrees");
    }
  }
});

test("a pole, the date line and holes are where they are", () => {
  // The middle of every hundredth triangle lies on land.
  const middles = faces(triangles)
    .filter(([a, b, c], k) => k % 100 === 0 && 0.5 * length(cross(minus(b, a), minus(c, a))) > 1e-5)
    .map(([a, b, c]) => placeOf([a[0] + b[0] + c[0], a[1] + b[1] + c[1], a[2] + b[2] + c[2]]));
  assert.ok(middles.length > 20);
  for (const { lat_rad, lon_rad } of middles) {
    assert.ok(geoContains(world.land, [degrees(lon_rad), degrees(lat_rad)]), `${degrees(lat_rad)}`);
  }
  const covers = (lon: number, lat: number): boolean => {
    const [phi, lambda] = [(lat * Math.PI) / 180.0, (lon * Math.PI) / 180.0];
    const at: Vec3 = [
      Math.cos(phi) * Math.cos(lambda),
      Math.cos(phi) * Math.sin(lambda),
      Math.sin(phi),
    ];
    return faces(triangles).some(
      ([a, b, c]) =>
        dot(at, a) > 0.9 &&
        [
          [a, b],
          [b, c],
          [c, a],
        ].every(([p, q]) => dot(cross(p!, q!), at) >= 0.0),
    );
  };
  assert.ok(covers(0.0, -89.99), "the South Pole");
  assert.ok(!covers(0.0, 90.0), "the North Pole");
  assert.ok(covers(179.95, 68.5) && covers(-179.95, 68.5), "Chukotka over the date line");
  assert.ok(!covers(51.0, 42.0), "the Caspian Sea");
});
