import assert from "node:assert/strict";
import { test } from "node:test";
import type { Area, Drawable } from "../src/core/drawables.ts";
import { degrees } from "../src/core/earth.ts";
import { Drawing, NOTHING_BESIDE } from "../src/core/layers.ts";
import { noticesOf, shownAt } from "../src/core/notices.ts";
import { centralAngle } from "../src/core/sphere.ts";
import { tableNames, tableOf } from "../src/core/tables.ts";
import { parseInstant } from "../src/core/times.ts";
import type { NoticeBody } from "../src/core/wire.ts";
import { near } from "./near.ts";
import { stateWith } from "./sample.ts";

const CIRCLE = { id: "launch", role: "launch", centre_deg: [60.0, 30.0], radius: 50.0 };
const SEA = {
  id: "sea",
  role: "hazard",
  polygon_deg: [
    [70.0, 179.0],
    [70.0, -179.0],
    [72.0, -179.0],
    [72.0, 179.0],
  ],
};
const WINDOW = { begin: "2030-06-01T06:00:00Z", end: "2030-06-01T10:00:00Z" };
/** A sphere stands for the Earth here: half a percent of the radius. */
const SPHERE_TOL_M = 463.0;
const LIVE = stateWith({ subject: "live" });

function body(more: Readonly<Record<string, unknown>> = {}, party = "aspen"): NoticeBody {
  const notice = {
    reference: "N-1",
    missile_class: "IRBM",
    standing: "exercise",
    windows: [WINDOW],
    areas: [{ ...CIRCLE, radius_unit: "nmi" }, SEA],
    azimuth_deg: { value: 90.0, low: 82.0, high: 98.0 },
    impact_time: null,
    planned_date: null,
    ...more,
  };
  return { party, received: "2030-05-30T00:00:00Z", notice };
}

function drawn(bodies: readonly NoticeBody[], at: string, selected = ""): readonly Drawable[] {
  const notices = shownAt(noticesOf(bodies), parseInstant(at));
  const state = selected === "" ? LIVE : { ...LIVE, selected: { kind: "notice", id: selected } };
  return new Drawing(null, null).drawn(state, { ...NOTHING_BESIDE, notices }).notices;
}

test("a circle is as wide as it says, and an area over the date line keeps its small side", () => {
  const [notice] = noticesOf([body()]);
  const [circle, sea] = notice!.areas;
  assert.equal(circle!.radius_m, 92_600.0);
  for (const [lon_deg, lat_deg] of circle!.ring) {
    const at = { lat_rad: (lat_deg * Math.PI) / 180.0, lon_rad: (lon_deg * Math.PI) / 180.0 };
    assert.ok(Math.abs(centralAngle(circle!.middle, at) * 6_371_009.0 - 92_600.0) < SPHERE_TOL_M);
  }
  near(Math.abs(degrees(sea!.middle.lon_rad)), 180.0, 1e-9);
  assert.equal(sea!.ring.length, 5);
  assert.equal(sea!.radius_m, null);
});

test("a newer notice takes the place of an older one of the same party and reference", () => {
  const other = body({ missile_class: "ICBM" });
  const found = noticesOf([body(), body({}, "birch"), other]);
  assert.deepEqual(
    found.map((each) => [each.id, each.missile_class]),
    [
      ["birch/N-1", "IRBM"],
      ["aspen/N-1", "ICBM"],
    ],
  );
});

test("areas are fainter before their time, stand in it, and go after it", () => {
  const areas = (at: string): string[] =>
    drawn([body()], at).flatMap((each) => (each.shape === "area" ? [each.strength] : []));
  assert.deepEqual(areas("2030-06-01T05:59:59Z"), ["faint", "faint"]);
  assert.deepEqual(areas("2030-06-01T06:00:00Z"), ["normal", "normal"]);
  assert.deepEqual(areas("2030-06-01T10:00:00Z"), ["normal", "normal"]);
  assert.deepEqual(areas("2030-06-01T10:00:01Z"), []);
  const chosen = drawn([body()], "2030-06-01T05:00:00Z", "aspen/N-1");
  assert.ok(chosen.every((each) => each.strength === "strong"));
});

test("a date alone is the whole day", () => {
  const dated = [body({ windows: [], planned_date: "2030-06-01" })];
  assert.equal(drawn(dated, "2030-05-31T23:59:59Z")[0]!.strength, "faint");
  assert.equal(drawn(dated, "2030-06-01T23:59:59Z")[0]!.strength, "normal");
  assert.deepEqual(drawn(dated, "2030-06-02T00:00:01Z"), []);
});

test("the table has a row for every area on the map, and for a notice without any", () => {
  const bare = body({ reference: "N-2", areas: [] });
  const notices = shownAt(noticesOf([body(), bare]), parseInstant("2030-06-01T07:00:00Z"));
  for (const language of ["en", "ru"] as const) {
    const state = { ...LIVE, language };
    assert.ok(tableNames(state).includes("notices"));
    const { rows, columns } = tableOf("notices", null, state, { ...NOTHING_BESIDE, notices });
    assert.deepEqual(
      rows.map((each) => each.target?.id),
      ["aspen/N-1", "aspen/N-1", "aspen/N-2"],
    );
    for (const row of rows) assert.equal(row.values.length, columns.length);
  }
  assert.ok(!tableNames(stateWith({})).includes("notices"));
});

test("what is wrong in a notice is left out, and the rest of it stands", () => {
  const wrong: readonly unknown[] = [
    null,
    7,
    "<script>",
    { role: "launch" },
    { ...CIRCLE, radius_unit: "km", radius: -1.0 },
    { ...CIRCLE, radius_unit: "parsec" },
    { ...CIRCLE, radius_unit: "km", radius: 1e9 },
    { ...CIRCLE, radius_unit: "km", centre_deg: [91.0, 0.0] },
    { ...CIRCLE, radius_unit: "km", role: "party" },
    { ...SEA, polygon_deg: [[1.0, 2.0], ["a", 3.0], [4.0, 5.0]] },
    { ...SEA, polygon_deg: [[1.0, 2.0]] },
  ];
  const at = "2030-06-01T07:00:00Z";
  const shown = drawn([body({ areas: [...wrong, SEA] })], at);
  assert.equal(shown.filter((each): each is Area => each.shape === "area").length, 1);
  for (const areas of [undefined, 3, {}, "areas"]) {
    assert.deepEqual(drawn([body({ areas })], at), []);
  }
  for (const windows of [null, [null], [{ begin: 1, end: 2 }], [{ begin: "x", end: "y" }]]) {
    assert.equal(drawn([body({ windows })], at)[0]!.strength, "faint");
  }
  const [odd] = noticesOf([{ party: "aspen", received: "", notice: {} }]);
  assert.equal(odd!.id, "aspen/");
  assert.deepEqual(odd!.areas, []);
});
