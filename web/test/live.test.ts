import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeFrames, FrameError } from "../src/core/frames.ts";
import {
  isoDate,
  isoInstant,
  parseInstant,
  posixMicroseconds,
  posixSeconds,
  timeOfDay,
} from "../src/core/times.ts";
import golden from "./golden/frames.json";
import times from "./golden/times.json";

const message = Uint8Array.from(Buffer.from(golden.hex, "hex"));

test("frames are read as the Python core reads them", () => {
  const frames = decodeFrames(message.buffer);
  assert.equal(frames.length, golden.frames.length);
  frames.forEach((frame, k) => {
    const expected = golden.frames[k]!;
    assert.equal(frame.count, expected.number.length);
    for (const name of ["is_exercise", "is_simulated", "time_us", "picture"] as const) {
      assert.equal(frame[name], expected[name], name);
    }
    for (const name of [
      "number",
      "position_ecef_m",
      "velocity_ecef_m_s",
      "class_index",
      "phase",
      "is_coasted",
      "is_shared",
    ] as const) {
      assert.deepEqual([...frame[name]], expected[name], name);
    }
  });
});

test("no bytes are no frames, and every cut of a message is refused", () => {
  assert.deepEqual(decodeFrames(new ArrayBuffer(0)), []);
  const whole = new Set([0, 24 + 16 * 40, 24 + 16 * 40 + 24, message.length]);
  for (let length = 0; length <= message.length; length++) {
    const cut = message.slice(0, length).buffer;
    if (whole.has(length)) decodeFrames(cut);
    else assert.throws(() => decodeFrames(cut), FrameError);
  }
});

test("bytes that are another thing are refused, with the place", () => {
  const spoilt = (at: number, value: number): ArrayBuffer => {
    const copy = message.slice();
    copy[at] = value;
    return copy.buffer;
  };
  assert.throws(() => decodeFrames(spoilt(0, 0)), /byte 0: expected GSF1/);
  assert.throws(() => decodeFrames(spoilt(5, 32)), /steps/);
  assert.throws(() => decodeFrames(spoilt(23, 255)), /tracks/);
  assert.throws(() => decodeFrames(spoilt(27, 7)), /byte 24: expected classes/);
});

test("instants are read and written as the Python core does", () => {
  for (const [text, posix_us, iso] of times.instants) {
    assert.equal(parseInstant(String(text)), posix_us);
    assert.equal(isoInstant(Number(posix_us)), iso);
    assert.equal(posixMicroseconds(posixSeconds(Number(posix_us))), posix_us);
  }
});

test("what is no instant is refused", () => {
  for (const text of [
    "",
    "2007-02-10",
    "2007-02-10T00:00:00",
    "2007-02-30T00:00:00Z",
    "2007-02-10T24:00:00Z",
    "2007-02-10T00:61Z",
    "x2007-02-10T00:00:00Z",
  ]) {
    assert.throws(() => parseInstant(text), RangeError, text);
  }
});

test("an instant before 1970 has its own day and time", () => {
  assert.equal(isoDate(-1), "1969-12-31");
  assert.equal(timeOfDay(-1), "23:59:59");
});
