import assert from "node:assert/strict";
import test from "node:test";

import type { Objects, RecordBody, Room } from "../src/core/room.ts";
import { isOfRoom, MessageError, readMessage } from "../src/live/messages.ts";
import { RoomState } from "../src/live/room.ts";

const SAID = { en: "One.", ru: "Один." };

function record(number: number): RecordBody {
  return { number, second: 2 * number, kind: "remark", object: null, track: null, said: SAID };
}

const ROOM: Room = {
  type: "room",
  mark: "exercise",
  run: "run/1",
  room: "aspen-cell",
  name: SAID,
  party: "aspen",
  is_controller: false,
  exercise: "two",
  title: SAID,
  lesson: null,
  begins: "2031-05-05T09:00:00Z",
  length_s: 600,
  step_s: 2,
  branched_s: null,
  folder: "",
  parties: [],
  cells: [],
  procedures: [],
  injects: [],
};

const OBJECTS: Objects = {
  type: "objects",
  objects: [
    { viewer: "centre", number: 4, tracks: [{ picture: 2, number: 7 }], is_now: true },
    { viewer: "centre", number: 5, tracks: [], is_now: false },
  ],
};

test("objects stand in the place of those before, and go with the run", () => {
  const state = new RoomState();
  assert.equal(state.objects.length, 0);
  state.take(OBJECTS);
  state.take({ ...OBJECTS, objects: OBJECTS.objects.slice(1) });
  assert.deepEqual(
    state.objects.map((each) => each.number),
    [5],
  );
  state.clear();
  assert.equal(state.objects.length, 0);
});

test("a room keeps what it is told, and no record twice", () => {
  const state = new RoomState();
  state.take(ROOM);
  state.take({ type: "records", records: [record(1), record(2)] });
  state.take({ type: "records", records: [record(2), record(3)] });
  assert.deepEqual(
    state.records.map((each) => each.number),
    [1, 2, 3],
  );
  assert.equal(state.room?.room, "aspen-cell");
});

test("records that are known change nothing", () => {
  const state = new RoomState();
  state.take({ type: "records", records: [record(1)] });
  const before = state.records;
  state.take({ type: "records", records: [record(1)] });
  assert.equal(state.records, before);
});

test("another run begins with nothing", () => {
  const state = new RoomState();
  state.take(ROOM);
  state.take({ type: "records", records: [record(9)] });
  state.clear();
  assert.deepEqual([state.room, state.clock, state.desk, state.records.length], [null, null, null, 0]);
  state.take({ type: "records", records: [record(1)] });
  assert.equal(state.records.length, 1);
});

test("messages of a room are read and checked", () => {
  assert.ok(isOfRoom(readMessage(JSON.stringify(ROOM))));
  const records = { type: "records", records: [record(1)] };
  assert.ok(isOfRoom(readMessage(JSON.stringify(records))));
  assert.ok(isOfRoom(readMessage(JSON.stringify(OBJECTS))));
  const gone = readMessage(JSON.stringify({ type: "gone", pictures: [] }));
  assert.equal(isOfRoom(gone), false);
  for (const broken of [
    { ...ROOM, title: "One." },
    { ...ROOM, injects: null },
    { type: "clock", second: "1", speed: 1, state: "paused" },
    { type: "desk", questions: [{}], proposals: [], shots: [], tasks: [], failures: [] },
    { type: "desk", questions: [], proposals: [], shots: [], tasks: [] },
    { type: "objects", objects: [{ viewer: "centre", number: 1 }] },
    { type: "objects", objects: [{ viewer: 1, number: 1, tracks: [], is_now: true }] },
    { type: "records", records: [{ ...record(1), said: { en: "One." } }] },
    { type: "records", records: [null] },
  ]) {
    assert.throws(() => readMessage(JSON.stringify(broken)), MessageError);
  }
});
