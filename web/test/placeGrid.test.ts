import assert from "node:assert/strict";
import { test } from "node:test";
import type { Cells } from "../src/core/drawables.ts";
import { sightOf } from "../src/core/drawnPlans.ts";
import { degrees } from "../src/core/earth.ts";
import { Drawing } from "../src/core/layers.ts";
import { gridOf } from "../src/core/placeGrid.ts";
import type { Plan, Station, View } from "../src/core/view.ts";
import { inCells } from "../src/pane/picking.ts";
import { near } from "./near.ts";
import { SAMPLE, stateWith } from "./sample.ts";

function station(observer: string, lat_deg: number, lon_deg: number, sigma: number | null): Station {
  return {
    observer,
    lat_deg,
    lon_deg,
    visible_s: 100.0,
    sees_burnout: true,
    in_hazard_area: false,
    burnout_speed_sigma_m_s: sigma,
    power: 1.0,
  };
}

/** Five rows of six for each of two ships, the second's a little to the east; worse eastward. */
const SIGMAS = [1.0, 2.0, 4.0, 6.0, 6.0, null];
const STATIONS = ["ship", "other"].flatMap((observer, ship) =>
  [40.0, 40.5, 41.0, 41.5, 42.0].flatMap((lat) =>
    SIGMAS.map((sigma, k) => station(observer, lat, -130.0 + k + 0.25 * ship, sigma)),
  ),
);
const PLAN: Plan = {
  ...SAMPLE.plans[0]!,
  id: "test",
  stations: STATIONS,
  site_lat_deg: 41.0,
  site_lon_deg: -124.0,
  best: [
    {
      observer: ["ship"],
      lat_deg: [40.0],
      lon_deg: [-130.0],
      burnout_speed_sigma_m_s: 1.0,
      power: 1.0,
    },
  ],
};
const VIEW: View = { ...SAMPLE, plans: [PLAN] };

test("cells meet half-way, and few places are none", () => {
  const grid = gridOf(PLAN, "ship")!;
  assert.equal(grid.length, 30);
  const [first, second] = [grid[0]!, grid[1]!];
  assert.deepEqual(first.bounds_deg, [-130.5, 39.75, -129.5, 40.25]);
  near(second.bounds_deg[0], first.bounds_deg[2], 1e-12);
  assert.equal(gridOf({ ...PLAN, stations: STATIONS.slice(0, 15) }, "ship"), null);
  assert.equal(gridOf(PLAN, "nobody"), null);
});

test("the field is that of the best observer, or of the one that was chosen", () => {
  const shown = (id: string | null): Cells[] => {
    const selected = id === null ? null : { kind: "observer", id };
    const { observers } = new Drawing(VIEW, null).drawn({ ...stateWith({}), selected });
    return observers.filter((each): each is Cells => each.shape === "cells");
  };
  const counts = shown(null).map((each) => [each.look, each.indices.length]);
  assert.deepEqual(counts, [
    ["place-most", 10],
    ["place-some", 5],
    ["place-least", 10],
    ["place-none", 5],
  ]);
  assert.equal(inCells(shown(null)[0]!, -130.1, 40.1), 0);
  assert.equal(inCells(shown("test/30")[0]!, -130.1, 40.1), 30);
});

test("all of a plan lies in the first sight", () => {
  const { lat_rad, lon_rad, range_m } = sightOf(PLAN);
  assert.ok(Math.abs(degrees(lat_rad) - 41.0) < 0.1);
  assert.ok(Math.abs(degrees(lon_rad) + 127.3) < 0.3);
  assert.ok(range_m >= 1.2e6 && range_m < 2.0e6);
});
