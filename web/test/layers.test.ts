import assert from "node:assert/strict";
import { test } from "node:test";
import coarse from "../../src/glasshield/geodata/data/world-coarse.topo.json";
import { cellStates, verdictsOf } from "../src/core/chosen.ts";
import { positionAt } from "../src/core/courses.ts";
import type { Drawable, Drawn, Line } from "../src/core/drawables.ts";
import { eventsOf } from "../src/core/drawnFlights.ts";
import { boundsOf } from "../src/core/drawnGround.ts";
import { clockwise } from "../src/core/drawnPlans.ts";
import { ecefToGeodetic, EARTH_MEAN_RADIUS_M, radians } from "../src/core/earth.ts";
import { Drawing, NOTHING_BESIDE } from "../src/core/layers.ts";
import { look, LOOK_NAMES } from "../src/core/looks.ts";
import { centralAngle } from "../src/core/sphere.ts";
import { LAYERS, type State } from "../src/core/state.ts";
import { tableNames, tableOf } from "../src/core/tables.ts";
import { worldOf } from "../src/core/topo.ts";
import { near } from "./near.ts";
import { SAMPLE, SECOND, stateWith } from "./sample.ts";

const world = worldOf(coarse);
const IN_SECOND = stateWith({ setting: SECOND });

function drawn(state: State): Drawn {
  return new Drawing(SAMPLE, world).drawn(state);
}

function targets(drawables: readonly Drawable[], kind: string): string[] {
  const found = drawables.flatMap((each) => (each.target?.kind === kind ? [each.target.id] : []));
  return [...new Set(found)].sort();
}

function lines(drawables: readonly Drawable[], id: string): Line[] {
  return drawables.filter((each): each is Line => each.shape === "line" && each.target?.id === id);
}

test("every layer of an assessment is drawn, and hidden ones are not", () => {
  const all = drawn(IN_SECOND);
  for (const name of LAYERS) {
    const is_live = ["tracks", "trails", "covariances", "impacts", "notices", "labels"].includes(name);
    const is_set = ["sectors", "regions"].includes(name);
    assert.equal(all[name].length > 0, !is_live && !is_set, name);
    for (const each of all[name]) assert.equal(each.layer, name);
  }
  const none = drawn({ ...IN_SECOND, hidden: LAYERS });
  assert.ok(Object.values(none).every((each) => each.length === 0));
});

test("a layer whose inputs are the same is the same array", () => {
  const drawing = new Drawing(SAMPLE, world);
  const before = drawing.drawn(IN_SECOND);
  const moved = drawing.drawn({
    ...IN_SECOND,
    camera: { ...IN_SECOND.camera, lat_rad: 0.1 },
    time_s: 100.0,
  });
  for (const name of LAYERS) {
    if (name === "flights" || name === "disputed") continue;
    assert.equal(moved[name], before[name], name);
  }
  // The missiles move, the lines stay the same objects.
  const kept = before.flights.filter((each) => each.shape === "line");
  assert.ok(kept.every((each) => moved.flights.includes(each)));
  assert.notEqual(drawing.drawn(stateWith({})).sites, before.sites);
});

test("a phase has its own batteries, threats and cells", () => {
  const [first, second] = [drawn(stateWith({})), drawn(IN_SECOND)];
  assert.deepEqual(targets(first.sites, "battery"), []);
  assert.deepEqual(targets(second.sites, "battery"), ["base.fast"], "one mark a site");
  assert.deepEqual(targets(second.reach, "battery"), ["base.fast", "base.slow"]);
  assert.deepEqual(targets(second.flights, "flight"), ["west.far.small"]);
  assert.equal(first.defended.length, 1, "one look");
});

test("a flight is cut where its phases change, in the same points", () => {
  const parts = lines(drawn(IN_SECOND).disputed, "north.far.big");
  assert.deepEqual(
    parts.map((each) => each.look),
    ["disputed-boost", "disputed-depends", "disputed-entry"],
  );
  const [boost, coast] = parts.map((each) => each.courses[0]!);
  const last = boost!.lat_deg.length - 1;
  near(boost!.lat_deg[last]!, coast!.lat_deg[0]!);
  near(boost!.height_m[last]!, coast!.height_m[0]!, 1e6);
});

test("a path over the date line and one over the Pole go on without a jump", () => {
  for (const flight of SAMPLE.flights) {
    for (let time_s = 0.0; time_s < 1400.0; time_s += 7.0) {
      const [from, to] = [positionAt(flight, time_s), positionAt(flight, time_s + 7.0)].map(
        ecefToGeodetic,
      );
      assert.ok(centralAngle(from!, to!) * EARTH_MEAN_RADIUS_M < 60e3, `${flight.id} ${time_s}`);
    }
  }
});

test("what is reached at one stated speed alone depends", () => {
  assert.deepEqual(verdictsOf(SAMPLE, IN_SECOND, null), { "north.far.big": "depends" });
  assert.deepEqual(verdictsOf(SAMPLE, IN_SECOND, { "north.far.big": "yes" }), {
    "north.far.big": "yes",
  });
  const claimed = stateWith({ claim: "cannot", setting: { ...SECOND, party: "blue" } });
  assert.deepEqual(verdictsOf(SAMPLE, claimed, null), { "north.far.big": "no" });
});

test("cells are as well defended as against the worst threat", () => {
  const [, ...layers] = SAMPLE.cells.layers;
  assert.deepEqual([...cellStates(layers, 4)], [3, 2, 1, 0]);
  const looks = drawn(IN_SECOND).defended.map((each) => each.look);
  assert.deepEqual(looks.sort(), ["cell-depends", "cell-no", "cell-yes"]);
});

test("a difference map says where the second setting does better", () => {
  const state = stateWith({ compared: SECOND });
  const found = drawn(state).defended.map((each) =>
    each.shape === "cells" ? [each.look, [...each.indices]] : [],
  );
  // Cell 2 is threatened in both and defended in neither, cell 3 in neither.
  assert.deepEqual(found.sort(), [
    ["cell-better", [0, 1]],
    ["cell-same", [2]],
  ]);
});

test("cells over the date line run on eastward", () => {
  const bounds = boundsOf(SAMPLE.cells.bands, 4);
  assert.deepEqual([...bounds.subarray(8)], [178, 50, 180, 51, 180, 50, 182, 51]);
});

test("a reach ends at its cap, and lies lower toward its end", () => {
  const [limit, dome] = drawn(IN_SECOND).reach;
  assert.ok(limit?.shape === "line" && dome?.shape === "surface");
  const site = { lat_rad: radians(54.0), lon_rad: radians(17.0) };
  const course = limit.courses[0]!;
  for (let k = 0; k < course.lon_deg.length; k++) {
    const there = { lat_rad: radians(course.lat_deg[k]!), lon_rad: radians(course.lon_deg[k]!) };
    const away_km = (centralAngle(site, there) * EARTH_MEAN_RADIUS_M) / 1000.0;
    assert.ok(away_km > 999.0 && away_km < 1501.0, `${away_km}`);
  }
  const heights = heightsOf(dome.positions_ecef_m);
  assert.ok(Math.max(...heights) < 600_001.0, "the rules' greatest height");
  assert.ok(Math.min(...heights) > 99_000.0, "the rules' least height");
  const capped = stateWith({ setting: { ...SECOND, cap_m: 500e3 } });
  const [shorter] = drawn(capped).reach;
  assert.ok(shorter?.shape === "line");
  const north = { lat_rad: radians(shorter.courses[0]!.lat_deg[0]!), lon_rad: site.lon_rad };
  near(centralAngle(site, north) * EARTH_MEAN_RADIUS_M, 500e3);
});

function heightsOf(positions: Float64Array): number[] {
  return Array.from({ length: positions.length / 3 }, (_, k) => {
    const [x, y, z] = positions.subarray(3 * k, 3 * k + 3);
    return ecefToGeodetic([x!, y!, z!]).height_m;
  });
}

test("a fan is drawn for the chosen flight's range, and not above the highest flight", () => {
  const span = (state: State): number => {
    const [fan] = drawn(state).fans;
    assert.ok(fan?.shape === "surface");
    const [x0, y0, z0] = fan.positions_ecef_m;
    let far = 0.0;
    for (let k = 0; k < fan.positions_ecef_m.length; k += 3) {
      const [x, y, z] = fan.positions_ecef_m.subarray(k, k + 3);
      far = Math.max(far, Math.hypot(x! - x0!, y! - y0!, z! - z0!));
    }
    for (const edge of fan.edges) {
      for (const height_m of Array.from(edge.height_m)) assert.ok(height_m < 900e3);
    }
    return far;
  };
  near(span(IN_SECOND), 1000e3);
  near(span({ ...IN_SECOND, flight: "north.far.big" }), 700e3);
});

test("what happens on the chosen flight is marked, in order of time", () => {
  const events = eventsOf(SAMPLE, IN_SECOND, "north.far.big");
  assert.deepEqual(
    events.map((each) => each.kind),
    [
      "launch",
      "first-seen",
      "launch-window-opens",
      "launch-window-closes",
      "window-opens",
      "meeting",
      "last-seen",
      "window-closes",
      "impact",
    ],
  );
  const chosen = drawn({ ...IN_SECOND, flight: "north.far.big", time_s: 700.0 }).disputed;
  const glyphs = chosen.flatMap((each) => (each.shape === "mark" ? [each.glyph] : []));
  for (const glyph of ["missile", "first-seen", "meeting"] as const) {
    assert.ok(glyphs.includes(glyph), glyph);
  }
  assert.ok(chosen.some((each) => each.look === "window"));
});

test("an area over the date line keeps its small side inside", () => {
  const corners = [
    [179, 70],
    [-179, 70],
    [-179, 72],
    [179, 72],
    [179, 70],
  ] as const;
  const right = clockwise(corners);
  assert.deepEqual(right, [...corners].reverse());
  assert.deepEqual(clockwise(right), right);
});

test("labels go with their layer, and speak the language", () => {
  const named = (state: State): string[] =>
    drawn(state).sites.flatMap((each) => (each.shape === "mark" && each.label ? [each.label] : []));
  assert.deepEqual(named(IN_SECOND).sort(), ["The base", "The radar"]);
  assert.deepEqual(named({ ...IN_SECOND, hidden: ["labels"] }), []);
  assert.ok(named({ ...IN_SECOND, language: "ru" }).includes("The base по-русски"));
});

test("the table has a row for all that can be clicked on the map", () => {
  const state = { ...IN_SECOND, time_s: 100.0 };
  const shown = drawn(state);
  const rows = (name: Parameters<typeof tableOf>[0], kind: string): string[] => {
    const { rows: all } = tableOf(name, SAMPLE, state, NOTHING_BESIDE);
    return [
      ...new Set(all.flatMap((each) => (each.target?.kind === kind ? [each.target.id] : []))),
    ].sort();
  };
  assert.deepEqual(rows("sensors", "sensor"), ["orbit", "radar"]);
  assert.deepEqual(targets(shown.fans, "sensor"), ["radar"], "what is in orbit has no place");
  assert.deepEqual(rows("batteries", "battery"), targets(shown.reach, "battery"));
  assert.deepEqual(
    rows("flights", "flight"),
    [...targets(shown.flights, "flight"), ...targets(shown.disputed, "flight")].sort(),
  );
  assert.deepEqual(rows("observers", "observer"), targets(shown.observers, "observer"));
  const cells = shown.defended.flatMap((each) =>
    each.shape === "cells" ? [...each.indices].map(String) : [],
  );
  assert.deepEqual(rows("cells", "cell"), cells.sort());
});

test("every table has a value for each column, in both languages", () => {
  for (const language of ["en", "ru"] as const) {
    const state = { ...IN_SECOND, language };
    for (const name of tableNames(state)) {
      const { columns, rows } = tableOf(name, SAMPLE, state, NOTHING_BESIDE);
      assert.ok(rows.length > 0, name);
      for (const row of rows) assert.equal(row.values.length, columns.length, name);
    }
  }
  const { rows } = tableOf("seen", SAMPLE, stateWith({ setting: SECOND }), NOTHING_BESIDE);
  assert.equal(rows.length, 2);
});

test("every look has its colours in both shades", () => {
  for (const name of LOOK_NAMES) {
    for (const shade of ["light", "dark"] as const) {
      const { fill, stroke } = look(shade, name);
      for (const each of [fill, stroke])
        assert.ok(each === null || /^#[0-9a-f]{6}$/.test(each), name);
    }
  }
});
