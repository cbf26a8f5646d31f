import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageError, readAdvice } from "../src/live/messages.ts";

const ADVICE = {
  schema: "glasshield-advice/1",
  mode: "exercise",
  simulated: true,
  notice: "This is advice.",
  picture: 2,
  at: "2030-01-01T00:00:10Z",
  step_s: 10,
  objects_each: 3,
  sensors: [{ sensor: "aspen/west", is_own: true, adds_km2: 117 }],
  looks: [{ step: 0, sensor: 0, objects: [1, 4] }],
  objects: [{ number: 1, before_km2: 633, after_km2: 29 }],
  before_km2: 633,
  after_km2: 29,
  in_turn_km2: 55,
  left_out: [{ number: 3, reason: "under-power" }],
};

test("advice is read as it came", () => {
  assert.deepEqual(readAdvice(ADVICE), ADVICE);
});

test("advice that is none is refused", () => {
  for (const wrong of [
    null,
    { ...ADVICE, schema: "glasshield-advice/2" },
    { ...ADVICE, sensors: "aspen/west" },
    { ...ADVICE, sensors: [{}] },
    { ...ADVICE, looks: [{ step: 0, sensor: 1, objects: [1] }] },
    { ...ADVICE, looks: [{ step: 0, sensor: 0, objects: ["1"] }] },
    { ...ADVICE, after_km2: null },
  ]) {
    assert.throws(() => readAdvice(wrong), MessageError);
  }
});
