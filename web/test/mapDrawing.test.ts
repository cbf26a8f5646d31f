import assert from "node:assert/strict";
import { test } from "node:test";
import { geoArea } from "d3-geo";
import type { Drawable, Mark } from "../src/core/drawables.ts";
import { radians } from "../src/core/earth.ts";
import type { Frame } from "../src/core/frames.ts";
import { Drawing } from "../src/core/layers.ts";
import { PictureTable } from "../src/core/livePicture.ts";
import { INITIAL_CAMERA, LAYERS, type Camera } from "../src/core/state.ts";
import { geodeticToEcef } from "../src/core/earth.ts";
import { chartOf } from "../src/map/charts.ts";
import { Layers } from "../src/map/layers.ts";
import { cellsOf, coursesOf, mergedCells, shapeOf } from "../src/map/shapes.ts";
import { placeNames, touch, type Named } from "../src/pane/names.ts";
import { placedOf } from "../src/pane/overlay.ts";
import { pick } from "../src/pane/picking.ts";
import { SAMPLE, SECOND, stateWith } from "./sample.ts";

const SIZE = { width_px: 1000, height_px: 800 };
const FLIGHT = "north.far.big";
const STATE = stateWith({ setting: SECOND, flight: FLIGHT, time_s: 100.0 });

test("a shape is made once for each drawable", () => {
  const drawn = new Drawing(SAMPLE, null).drawn(STATE);
  for (const drawable of LAYERS.flatMap((name) => drawn[name])) {
    assert.equal(shapeOf(drawable), shapeOf(drawable));
  }
});

test("time moves a missile and leaves all that is painted as it is", () => {
  const drawing = new Drawing(SAMPLE, null);
  const layers = new Layers();
  const first = layers.take(drawing.drawn(STATE));
  assert.ok(first.solid.has("disputed") && first.solid.has("fans") && first.has_marks);
  const same = layers.take(drawing.drawn(STATE));
  assert.deepEqual([same.solid.size, same.has_marks], [0, false]);
  const later = layers.take(drawing.drawn({ ...STATE, time_s: 120.0 }));
  assert.deepEqual([later.solid.size, later.has_marks], [0, true]);
  const hidden = layers.take(drawing.drawn({ ...STATE, time_s: 120.0, hidden: ["fans"] }));
  assert.deepEqual([[...hidden.solid], hidden.has_marks], [["fans"], false]);
  assert.deepEqual(layers.solid("fans"), []);
});

test("neighbouring cells of a row are painted as one, and each row by itself", () => {
  const cells = {
    shape: "cells",
    layer: "defended",
    look: "cell-yes",
    target: null,
    strength: "normal",
    bounds_deg: Float64Array.from([
      178.0, 10.0, 180.0, 11.0, 180.0, 10.0, 182.0, 11.0, 190.0, 10.0, 192.0, 11.0, 192.0, 11.0,
      194.0, 12.0,
    ]),
    indices: Uint32Array.from([3, 4, 7, 9]),
  } as const;
  const merged = mergedCells(cells, 0.01);
  assert.deepEqual(
    merged.map((each) => each[0]!.length),
    [7, 5, 5],
  );
  const whole = merged.map((coordinates) => geoArea({ type: "Polygon", coordinates }));
  for (const area of whole) assert.ok(area > 0.0 && area < 0.01, "clockwise: not all the rest");
  assert.deepEqual(merged[0]![0]![0], merged[0]![0]!.at(-1));
  assert.equal(cellsOf(cells, 0.011), cellsOf(cells, 0.015), "kept for a while of coming nearer");
  assert.notEqual(cellsOf(cells, 0.011), cellsOf(cells, 0.03));
});

test("flights are lifted where a map shows heights, and ground tracks elsewhere", () => {
  const { disputed, fans, reach } = new Drawing(SAMPLE, null).drawn(STATE);
  const line = disputed.find((each) => each.shape === "line")!;
  const { aloft, tracks, ground } = shapeOf(line);
  assert.equal(aloft.length, tracks.coordinates.length);
  assert.ok(aloft.length > 0);
  assert.equal(ground.coordinates.length, 0);
  assert.ok(shapeOf(fans[0]!).polygons!.coordinates.length > 0);
  assert.ok(coursesOf(fans[0]!).length > 0, "the limit of a fan is picked");
  const dome = reach.find((each) => each.shape === "surface")!;
  assert.equal(coursesOf(dome).length, 0, "its limit is a line of its own");
});

function named(x: number, y: number, name_px: number | null = 60.0): Named {
  return { pixel: [x, y], half_px: 7.0, name_px };
}

test("names do not cover each other, nor signs; the first has the choice", () => {
  const signs = [named(500, 400), named(520, 402), named(505, 410), named(490, 395)];
  const boxes = placeNames(signs, { width_px: 1000, font_px: 12.5 });
  assert.ok(boxes[0] != null && boxes[0].left > 500.0);
  const found = boxes.filter((each) => each !== null);
  for (const [k, box] of found.entries()) {
    for (const other of found.slice(k + 1)) assert.ok(!touch(box, other));
  }
  for (const [k, box] of boxes.entries()) {
    signs.forEach(({ pixel: [x, y] }, other) => {
      const inside = box !== null && x > box.left && x < box.right && y > box.top && y < box.bottom;
      assert.ok(!inside || other === k);
    });
  }
});

test("a name that has no room is left out, and none leaves the picture", () => {
  const crowd = Array.from({ length: 400 }, (_, k) => named(480 + (k % 20) * 3, 390 + k / 10));
  const boxes = placeNames(crowd, { width_px: 1000, font_px: 12.5 });
  const kept = boxes.filter((each) => each !== null).length;
  assert.ok(kept > 0 && kept < 60, `${kept}`);
  const [edge] = placeNames([named(990, 400)], { width_px: 1000, font_px: 12.5 });
  assert.ok(edge!.right < 990.0, "to the left of its sign");
  assert.deepEqual(placeNames([named(10, 10, null)], { width_px: 1000, font_px: 12.5 }), [null]);
});

const CAMERA: Camera = { ...INITIAL_CAMERA, lat_rad: radians(54.0), lon_rad: radians(17.0) };

function sceneryOf(projection: "globe" | "polar" | "flat", camera: Camera, live: PictureTable | null) {
  const drawn = new Drawing(SAMPLE, null).drawn(STATE);
  const sight = chartOf(projection, camera, SIZE);
  const marks = LAYERS.flatMap((name) => drawn[name] as readonly Drawable[]).filter(
    (each): each is Mark => each.shape === "mark",
  );
  return { drawn, sight, placed: placedOf(marks, sight), live, coursesOf, torn_px: sight.torn_px };
}

test("a click near a sign means it, on every map", () => {
  for (const projection of ["globe", "polar", "flat"] as const) {
    const scenery = sceneryOf(projection, CAMERA, null);
    const [x, y] = scenery.sight.visibleAt(17.0, 54.0, 0.0)!;
    assert.deepEqual(pick(scenery, [x + 5.0, y - 4.0]), { kind: "battery", id: "base.fast" });
  }
});

test("a click on a flight means it, and none where it was torn at the edge of the map", () => {
  const camera: Camera = { ...INITIAL_CAMERA, lat_rad: 0.2, lon_rad: 0.0, range_m: 40e6 };
  const scenery = sceneryOf("flat", camera, null);
  // A flight over the date line, which is the edge of this map.
  const [left] = scenery.sight.visibleAt(-170.0, 17.0, 0.0)!;
  const [right, y] = scenery.sight.visibleAt(178.0, 13.0, 0.0)!;
  assert.equal(pick(scenery, [right, y])?.kind, "flight");
  for (let x = left + 60.0; x < right - 60.0; x += 40.0) {
    assert.notDeepEqual(pick(scenery, [x, y]), { kind: "flight", id: "west.far.small" });
  }
});

test("the nearest track within a finger's width is meant, and none that is hidden", () => {
  const live = new PictureTable(3);
  live.apply(frameOf([[54.0, 12.0], [54.2, 12.0], [0.0, 100.0]]));
  const scenery = sceneryOf("globe", CAMERA, live);
  const at = scenery.sight.visibleAt(12.0, 54.02, 300e3)!;
  assert.deepEqual(pick(scenery, at), { kind: "track", id: "1/1" });
  live.is_hidden[0] = 1;
  assert.deepEqual(pick(scenery, at), { kind: "track", id: "1/2" });
  live.is_hidden[1] = 1;
  assert.notEqual(pick(scenery, at)?.kind, "track");
});

function frameOf(places: readonly (readonly [lat: number, lon: number])[]): Frame {
  const count = places.length;
  return {
    is_exercise: true,
    is_simulated: true,
    time_us: 0,
    picture: 1,
    count,
    number: Uint32Array.from(places, (_, k) => k + 1),
    position_ecef_m: Float64Array.from(
      places.flatMap(([lat, lon]) => [...geodeticToEcef(radians(lat), radians(lon), 300e3)]),
    ),
    velocity_ecef_m_s: new Float64Array(3 * count),
    class_index: new Uint8Array(count),
    phase: new Uint8Array(count),
    is_coasted: new Uint8Array(count),
    is_shared: new Uint8Array(count),
  };
}
