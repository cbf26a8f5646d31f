import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cross,
  dot,
  EARTH_MEAN_RADIUS_M,
  ecefToGeodetic,
  geodeticToEcef,
  minus,
  type Vec3,
} from "../src/core/earth.ts";
import { edges, footprint, profile, surface, type Fan } from "../src/core/fan.ts";
import { arcTo, geometricElevation } from "../src/core/refraction.ts";
import { rangeTo, sight, type Radar } from "../src/core/sight.ts";
import * as sphere from "../src/core/sphere.ts";
import rays from "./golden/rays.json";
import golden from "./golden/sights.json";
import { near } from "./near.ts";

const cases = golden.radars.map(({ radar, positions_ecef_m, seen }) => ({
  radar: radar satisfies Radar,
  positions: positions_ecef_m as unknown as Vec3[],
  seen,
}));
const fans: Fan[] = cases.flatMap(({ radar }) =>
  radar.sectors.map((sector) => ({ site: radar, sector, range_m: radar.range_m })),
);

test("rays bend as in the Python core", () => {
  for (const [elevation, from_m, to_m, arc, straight] of rays.rays) {
    // The arc is small where the target is near: its size is that of the whole Earth's.
    near(arcTo(elevation!, from_m!, to_m!), arc!, 1.0, "arc");
    // A target level with the radar stands a millimetre above it, which the Earth's radius rounds.
    if (to_m! > from_m!)
      near(geometricElevation(elevation!, from_m!, to_m!), straight!, 1.0, "straight");
  }
});

test("a radar sees what it sees in the Python core, and nothing else", () => {
  for (const { radar, positions, seen } of cases) {
    const found = positions.map((position) =>
      sight(radar, position, radar.reference_cross_section_m2),
    );
    assert.deepEqual(
      found.map((each) => each === "seen"),
      seen,
    );
    assert.ok(new Set(found).size >= 3, "the places show several reasons");
  }
});

test("a larger target is seen further, by the fourth root", () => {
  const { radar } = cases[0]!;
  near(rangeTo(radar, 16.0 * radar.reference_cross_section_m2), 2.0 * radar.range_m);
});

test("the reason is the one that keeps a target from being seen", () => {
  const radar: Radar = {
    lat_rad: 0.5,
    lon_rad: 0.5,
    height_m: 0.0,
    range_m: 1e6,
    reference_cross_section_m2: 1.0,
    sectors: [
      {
        azimuth_from_rad: 0.0,
        azimuth_width_rad: 1.0,
        elevation_min_rad: 0.05,
        elevation_max_rad: 1.0,
      },
    ],
  };
  const at = (azimuth: number, elevation: number, range_m: number): Vec3 =>
    pointOf(radar, azimuth, elevation, range_m);
  assert.equal(sight(radar, at(0.5, 0.5, 5e5), 1.0), "seen");
  assert.equal(sight(radar, at(0.5, 0.5, 1.1e6), 1.0), "too-far");
  assert.equal(sight(radar, at(1.5, 0.5, 5e5), 1.0), "beside");
  assert.equal(sight(radar, at(0.5, 0.01, 5e5), 1.0), "too-low");
  assert.equal(sight(radar, at(0.5, 1.2, 5e5), 1.0), "too-high");
});

test("the corners of a fan lie on the edge of what is seen", () => {
  for (const fan of fans) {
    const azimuth = fan.sector.azimuth_from_rad + 0.5 * fan.sector.azimuth_width_rad;
    const radar: Radar = {
      ...fan.site,
      sectors: [fan.sector],
      range_m: fan.range_m,
      reference_cross_section_m2: 1.0,
    };
    for (const [across_m, up_m] of profile(fan).slice(1, -1)) {
      const [range_m, elevation] = [Math.hypot(across_m, up_m), Math.atan2(up_m, across_m)];
      const inward = elevation + 1e-6 * Math.sign(0.5 - elevation);
      assert.equal(sight(radar, pointOf(radar, azimuth, inward, 0.99999 * range_m), 1.0), "seen");
    }
    const [across_m, up_m] = profile(fan)[1]!;
    const below = Math.atan2(up_m, across_m) - 1e-6;
    assert.equal(
      sight(radar, pointOf(radar, azimuth, below, 0.99 * Math.hypot(across_m, up_m)), 1.0),
      "too-low",
    );
  }
});

test("the surface of a fan is closed and its faces look outward", () => {
  for (const fan of fans) {
    const { positions_ecef_m: at, triangles } = surface(fan);
    const corner = (k: number): Vec3 => [at[3 * k]!, at[3 * k + 1]!, at[3 * k + 2]!];
    const site = geodeticToEcef(fan.site.lat_rad, fan.site.lon_rad, fan.site.height_m);
    let volume = 0.0;
    let flux: Vec3 = [0.0, 0.0, 0.0];
    for (let k = 0; k < triangles.length; k += 3) {
      const [a, b, c] = [0, 1, 2].map((n) => minus(corner(triangles[k + n]!), site)) as [
        Vec3,
        Vec3,
        Vec3,
      ];
      volume += dot(a, cross(b, c)) / 6.0;
      const normal = cross(minus(b, a), minus(c, a));
      flux = [flux[0] + normal[0], flux[1] + normal[1], flux[2] + normal[2]];
    }
    const {
      azimuth_width_rad: width,
      elevation_min_rad: low,
      elevation_max_rad: high,
    } = fan.sector;
    const expected = (width * fan.range_m ** 3 * (Math.sin(high) - Math.sin(low))) / 3.0;
    // Flat facets and bent rays leave a little of the sphere's sector.
    assert.ok(Math.abs(volume / expected - 1.0) < 0.06, `${volume / expected}`);
    for (const part of flux) assert.ok(Math.abs(part) < 1e-6 * fan.range_m ** 2, "closed");
  }
});

test("a footprint ends where a target at that height is no longer seen", () => {
  for (const fan of fans) {
    const radar: Radar = {
      ...fan.site,
      sectors: [fan.sector],
      range_m: fan.range_m,
      reference_cross_section_m2: 1.0,
    };
    for (const height_m of [0.02, 0.1, 0.5].map((part) => fan.site.height_m + part * fan.range_m)) {
      const azimuth = fan.sector.azimuth_from_rad + 1e-9; // on the edge itself rounding decides
      const seenAt = (arc: number) =>
        sight(radar, atHeight(radar, azimuth, arc, height_m), 1.0) === "seen";
      const [from, to] = seenArcs(seenAt);
      const rings = footprint(fan, height_m);
      const whole = fan.sector.azimuth_width_rad > 6.28;
      const inner = whole ? (rings[1]?.at(-1) ?? fan.site) : rings[0]!.at(-2)!;
      const ends = [rings[0]![0]!, inner];
      for (const [k, arc] of [to, from].entries()) {
        const place = ecefToGeodetic(atHeight(radar, azimuth, arc, height_m));
        assert.ok(sphere.centralAngle(place, ends[k]!) < 1e-7, `${k}: at ${height_m} m`);
      }
      for (const ring of rings) {
        assert.ok(sphere.centralAngle(ring[0]!, ring.at(-1)!) < 1e-9, "closed");
      }
    }
  }
});

test("a footprint above the range of a fan is empty, and a fan has edges", () => {
  const fan = fans[0]!;
  assert.deepEqual(footprint(fan, 2.0 * fan.range_m), []);
  assert.deepEqual(footprint(fan, fan.site.height_m), []);
  assert.equal(edges(fan).length, 1);
  assert.equal(edges(fans[1]!).length, 4);
});

/** The first and the last arc from the radar at which it sees. */
function seenArcs(seenAt: (arc: number) => boolean): [number, number] {
  const steps = Array.from({ length: 4001 }, (_, k) => (k + 1e-6) * 2.5e-4);
  const first = steps.findIndex(seenAt);
  const end = steps.map(seenAt).lastIndexOf(true);
  assert.ok(first >= 0 && end + 1 < steps.length, "seen somewhere");
  return [
    first === 0 ? 0.0 : turning(seenAt, steps[first - 1]!, steps[first]!),
    turning(seenAt, steps[end + 1]!, steps[end]!),
  ];
}

function turning(seenAt: (arc: number) => boolean, unseen: number, seen: number): number {
  let [no, yes] = [unseen, seen];
  for (let k = 0; k < 50; k++) {
    const middle = 0.5 * (no + yes);
    if (seenAt(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** So far around the Earth's centre from the radar, at a height of the mean sphere. */
function atHeight(radar: Radar, azimuth: number, arc: number, height_m: number): Vec3 {
  const [near, far] = [EARTH_MEAN_RADIUS_M + radar.height_m, EARTH_MEAN_RADIUS_M + height_m];
  const [across_m, up_m] = [far * Math.sin(arc), far * Math.cos(arc) - near];
  return pointOf(radar, azimuth, Math.atan2(up_m, across_m), Math.hypot(across_m, up_m));
}

function pointOf(radar: Radar, azimuth: number, elevation: number, range_m: number): Vec3 {
  const across = range_m * Math.cos(elevation);
  const enu: Vec3 = [
    across * Math.sin(azimuth),
    across * Math.cos(azimuth),
    range_m * Math.sin(elevation),
  ];
  const site = geodeticToEcef(radar.lat_rad, radar.lon_rad, radar.height_m);
  const [sin_lat, cos_lat] = [Math.sin(radar.lat_rad), Math.cos(radar.lat_rad)];
  const [sin_lon, cos_lon] = [Math.sin(radar.lon_rad), Math.cos(radar.lon_rad)];
  const [e, n, u] = enu;
  return [
    site[0] - sin_lon * e - sin_lat * cos_lon * n + cos_lat * cos_lon * u,
    site[1] + cos_lon * e - sin_lat * sin_lon * n + cos_lat * sin_lon * u,
    site[2] + cos_lat * n + sin_lat * u,
  ];
}
