import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame } from "../src/core/frames.ts";
import { covariances } from "../src/core/drawnLive.ts";
import { PictureTable, trackId, tracksOf, TRAIL_STEPS } from "../src/core/livePicture.ts";
import { Drawing, NOTHING_BESIDE } from "../src/core/layers.ts";
import { tableOf } from "../src/core/tables.ts";
import { stateWith } from "./sample.ts";

function frame(picture: number, numbers: readonly number[], time_us: number, x_m = 7e6): Frame {
  const count = numbers.length;
  return {
    is_exercise: true,
    is_simulated: false,
    time_us,
    picture,
    count,
    number: Uint32Array.from(numbers),
    position_ecef_m: Float64Array.from(numbers.flatMap((each) => [x_m, 1e3 * each, 0.0])),
    velocity_ecef_m_s: new Float64Array(3 * count).fill(1e3),
    class_index: new Uint8Array(count).fill(3),
    phase: new Uint8Array(count).fill(1),
    is_coasted: Uint8Array.from(numbers.map((each) => each % 2)),
    is_shared: new Uint8Array(count),
  };
}

const numbersOf = (live: PictureTable): number[] =>
  tracksOf(live)
    .map((each) => each.number)
    .sort();

test("a frame is the whole of its picture: what it does not hold is gone", () => {
  const live = new PictureTable(10);
  live.apply(frame(1, [1, 2, 3], 0));
  live.apply(frame(2, [1], 0));
  assert.equal(live.count, 4);
  live.apply(frame(1, [2, 3, 4], 1e5));
  assert.deepEqual(numbersOf(live), [1, 2, 3, 4]);
  assert.equal(live.rowOf(1, 1), null);
  assert.equal(live.rowOf(1, 4), 0, "the row of the one that is gone");
  live.drop(1);
  assert.deepEqual(numbersOf(live), [1]);
});

test("more tracks than rows are an error", () => {
  const live = new PictureTable(2);
  assert.throws(() => live.apply(frame(1, [1, 2, 3], 0)), /more than 2/);
});

test("trails grow by a point for each interval, and begin anew with a new track", () => {
  const live = new PictureTable(4, 1e6);
  for (let second = 0; second < 3; second++) {
    live.apply(frame(1, [7], second * 1e6, 7e6 + second));
    live.apply(frame(1, [7], second * 1e6 + 5e5, 8e6));
  }
  assert.equal(live.trail_length[0], 3);
  const step = (back: number): number =>
    live.trail_ecef_m[3 * ((live.trail_step - back + TRAIL_STEPS) % TRAIL_STEPS) * live.capacity]!;
  assert.deepEqual([step(0), step(1), step(2)], [7e6 + 2, 7e6 + 1, 7e6]);
  live.apply(frame(1, [8], 2.6e6));
  assert.equal(live.trail_length[0], 0);
});

test("an ellipse is drawn for each track whose covariance is known, and goes with it", () => {
  const live = new PictureTable(4);
  live.apply(frame(1, [7, 8], 0));
  live.setCovariance(trackId(1, 7), [
    1e6,
    0,
    0,
    0,
    0,
    0,
    1e6,
    0,
    0,
    0,
    0,
    1e6,
    ...Array<number>(9).fill(0),
  ]);
  const state = stateWith({ subject: "live" });
  assert.deepEqual(
    covariances(live, state).map((each) => each.target),
    [{ kind: "track", id: "1/7" }],
  );
  const drawing = new Drawing(null, null);
  const beside = { ...NOTHING_BESIDE, live, live_version: 1 };
  assert.equal(drawing.drawn(state, beside).covariances.length, 1);
  live.apply(frame(1, [8], 1));
  assert.equal(drawing.drawn(state, { ...beside, live_version: 2 }).covariances.length, 0);
});

test("the table of tracks leaves out what a filter hides", () => {
  const live = new PictureTable(4);
  live.apply(frame(1, [7, 8], 0));
  live.is_hidden[0] = 1;
  const state = stateWith({ subject: "live" });
  const { rows, columns } = tableOf("tracks", null, state, { ...NOTHING_BESIDE, live });
  assert.deepEqual(
    rows.map((each) => each.target),
    [{ kind: "track", id: "1/8" }],
  );
  const coasted = columns.findIndex((each) => each.key === "coasted");
  assert.equal(rows[0]!.values[coasted], 0);
});
