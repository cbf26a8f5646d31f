import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeFrames } from "../src/core/frames.ts";
import { AskError } from "../src/live/asking.ts";
import {
  Connection,
  type Ears,
  type Link,
  type Listener,
  type Surroundings,
} from "../src/live/connection.ts";
import { MessageError, readMessage, readNotices, readPictures } from "../src/live/messages.ts";
import { knownOf } from "../src/live/known.ts";
import recording from "./recorded/live.json";

interface Message {
  readonly text?: string;
  readonly hex?: string;
}

const MESSAGES: readonly Message[] = recording.messages;
const bytesOf = (hex: string): ArrayBuffer => Uint8Array.from(Buffer.from(hex, "hex")).buffer;
const TEXTS = MESSAGES.flatMap(({ text }) => (text === undefined ? [] : [text]));
const FRAMES = MESSAGES.flatMap(({ hex }) => (hex === undefined ? [] : [bytesOf(hex)]));
const HELLO = TEXTS[0]!;

interface Line {
  readonly path: string;
  readonly protocols: readonly string[];
  readonly ears: Ears;
  is_closed: boolean;
}

/** A world in which time passes when it is told to. */
class FakeWorld implements Surroundings {
  readonly lines: Line[] = [];
  fault: AskError | null = null;
  probes = 0;
  #now_ms = 0.0;
  #timers: { at_ms: number; call: () => void }[] = [];

  open(path: string, protocols: readonly string[], ears: Ears): { close(): void } {
    const line: Line = { path, protocols, ears, is_closed: false };
    this.lines.push(line);
    return { close: () => void (line.is_closed = true) };
  }

  probe(): Promise<void> {
    this.probes += 1;
    return this.fault === null ? Promise.resolve() : Promise.reject(this.fault);
  }

  now_ms(): number {
    return this.#now_ms;
  }

  later(delay_ms: number, call: () => void): () => void {
    const timer = { at_ms: this.#now_ms + delay_ms, call };
    this.#timers.push(timer);
    return () => void (this.#timers = this.#timers.filter((each) => each !== timer));
  }

  chance(): number {
    return 0.5;
  }

  async pass(span_ms: number): Promise<void> {
    const end_ms = this.#now_ms + span_ms;
    for (;;) {
      const next = this.#timers
        .filter((each) => each.at_ms <= end_ms)
        .sort((a, b) => a.at_ms - b.at_ms)[0];
      if (next === undefined) break;
      this.#now_ms = next.at_ms;
      this.#timers = this.#timers.filter((each) => each !== next);
      next.call();
      await settled();
    }
    this.#now_ms = end_ms;
    await settled();
  }

  get last(): Line {
    return this.lines.at(-1)!;
  }
}

async function settled(): Promise<void> {
  for (let k = 0; k < 10; k++) await Promise.resolve();
}

function heard(): { listener: Listener; links: Link[]; log: string[] } {
  const links: Link[] = [];
  const log: string[] = [];
  const listener: Listener = {
    hello: (hello) => void log.push(`hello ${hello.viewer}`),
    frames: (frames) => void log.push(`frames ${frames.length}`),
    events: (events) => void log.push(`events ${events.length}`),
    gone: (pictures) => void log.push(`gone ${pictures.join()}`),
    room: (message) => void log.push(`room ${message.type}`),
    link: (link) => void links.push(link),
    known: () => ({ run: log.length > 0 ? "run/1" : "", event: 12, record: 0 }),
  };
  return { listener, links, log };
}

function started(): ReturnType<typeof heard> & { world: FakeWorld; connection: Connection } {
  const world = new FakeWorld();
  const found = heard();
  const connection = new Connection("gs_token", world, found.listener);
  connection.open();
  return { ...found, world, connection };
}

test("what a centre of the exercise said is read to the end", () => {
  const { world, log, links } = started();
  for (const { text, hex } of MESSAGES) {
    if (text !== undefined) world.last.ears.text(text);
    else if (hex !== undefined) world.last.ears.bytes(bytesOf(hex));
  }
  assert.equal(log[0], "hello aspen");
  assert.equal(log.filter((each) => each.startsWith("frames")).length, FRAMES.length);
  assert.ok(log.some((each) => each.startsWith("events")));
  assert.deepEqual(links.map((each) => each.kind), ["opening", "live"]);
  const known = knownOf(readPictures(recording.pictures));
  assert.ok(known.pictures.size > 0);
  for (const { contributors } of known.tracks.values()) {
    assert.ok(contributors.every(({ party }) => party !== ""));
  }
  assert.ok(readNotices(recording.notices).length > 0);
});

test("the token goes as a subprotocol and never into the address", () => {
  const { world } = started();
  assert.equal(world.last.path, "/v1/live");
  assert.deepEqual(world.last.protocols, ["glasshield.frames.v1", "glasshield.bearer.gs_token"]);
});

test("a line that went is opened again, later each time, from the last event on", async () => {
  const { world, links } = started();
  world.last.ears.text(HELLO);
  world.fault = new AskError("away");
  world.last.ears.closed();
  assert.equal(links.at(-1)!.kind, "lost");
  const waits: number[] = [];
  let before_ms = world.now_ms();
  for (let k = 0; k < 7; k++) {
    const count = world.lines.length;
    while (world.lines.length === count) await world.pass(50.0);
    waits.push(world.now_ms() - before_ms);
    before_ms = world.now_ms();
    world.last.ears.closed();
    await settled();
  }
  assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
  assert.equal(world.last.path, "/v1/live?after=12&run=run%2F1");
  // All the while it says since when, not since the last attempt.
  const lost = links.filter((each) => each.kind === "lost");
  assert.ok(lost.every((each) => each.since_ms === 0.0));
  world.last.ears.closed();
  world.fault = null;
  await world.pass(20_000.0);
  world.last.ears.text(HELLO);
  assert.equal(links.at(-1)!.kind, "live");
});

for (const fault of ["not-known", "not-allowed"] as const) {
  test(`a token that is ${fault} is not tried again`, async () => {
    const { world, links } = started();
    world.fault = new AskError(fault);
    world.last.ears.closed();
    await world.pass(60_000.0);
    assert.deepEqual(links.at(-1), { kind: "refused", why: fault });
    assert.equal(world.lines.length, 1);
  });
}

test("a centre that has too much to do is asked again", async () => {
  const { world, links } = started();
  world.fault = new AskError("busy", 3.0);
  world.last.ears.closed();
  await settled();
  const link = links.at(-1)!;
  assert.ok(link.kind === "lost" && link.why === "busy");
  await world.pass(1_000.0);
  assert.equal(world.lines.length, 2);
});

test("goodbye ends the line, and the token is asked about before another", async () => {
  const { world, links } = started();
  world.last.ears.text(HELLO);
  world.last.ears.text('{"type":"goodbye","why":"this token is good no more"}');
  const link = links.at(-1)!;
  assert.ok(link.kind === "lost" && link.why === "ended");
  assert.ok(world.last.is_closed);
  world.fault = new AskError("not-known");
  await world.pass(600.0);
  world.last.ears.closed();
  await settled();
  assert.equal(links.at(-1)!.kind, "refused");
});

const BROKEN: readonly (readonly [name: string, send: (ears: Ears) => void])[] = [
  ["no JSON", (ears) => ears.text("{")],
  ["no message", (ears) => ears.text('{"type":"fire"}')],
  ["a list", (ears) => ears.text("[]")],
  ["null", (ears) => ears.text("null")],
  ["hello without a viewer", (ears) => ears.text('{"type":"hello","mode":"real","run":"1"}')],
  ["an event that is none", (ears) => ears.text('{"type":"events","events":[{"number":1}]}')],
  ["numbers that are none", (ears) => ears.text('{"type":"gone","pictures":["1"]}')],
  ["half a frame", (ears) => ears.bytes(FRAMES[0]!.slice(0, 20))],
  ["bytes of something else", (ears) => ears.bytes(new Uint8Array(64).fill(7).buffer)],
];

for (const [name, send] of BROKEN) {
  test(`a stream that is broken ends and begins anew: ${name}`, async () => {
    const { world, links, log } = started();
    world.last.ears.text(HELLO);
    const before = [...log];
    send(world.last.ears);
    const link = links.at(-1)!;
    assert.ok(link.kind === "lost" && link.why === "broken");
    assert.ok(world.last.is_closed);
    assert.deepEqual(log, before);
    await world.pass(600.0);
    assert.equal(world.lines.length, 2);
    // Broken at its begin each time, it is asked for less and less often.
    world.last.ears.text(HELLO);
    send(world.last.ears);
    await world.pass(900.0);
    assert.equal(world.lines.length, 2);
  });
}

test("silence is asked about: with an answer the line stays, without one it is opened anew", async () => {
  const { world, links } = started();
  world.last.ears.text(HELLO);
  await world.pass(25_000.0);
  assert.ok(world.probes >= 2);
  assert.equal(links.at(-1)!.kind, "live");
  assert.equal(world.lines.length, 1);
  world.fault = new AskError("away");
  await world.pass(10_100.0);
  const link = links.find((each) => each.kind === "lost");
  assert.ok(link?.kind === "lost" && link.why === "silent");
});

test("what an earlier line still says counts for nothing", async () => {
  const { world, log } = started();
  const first = world.last;
  first.ears.text(HELLO);
  first.ears.closed();
  await world.pass(600.0);
  assert.equal(world.lines.length, 2);
  first.ears.text('{"type":"gone","pictures":[1]}');
  first.ears.bytes(FRAMES[0]!);
  first.ears.closed();
  assert.deepEqual(log, ["hello aspen"]);
});

test("a connection that was closed stays so", async () => {
  const { world, connection, links } = started();
  connection.close();
  assert.ok(world.last.is_closed);
  world.last.ears.text(HELLO);
  await world.pass(60_000.0);
  assert.equal(links.at(-1)!.kind, "off");
  assert.equal(world.lines.length, 1);
});

test("messages of other versions are refused, and hostile names are only text", () => {
  assert.throws(() => readMessage('{"type":"pictures","at":"","pictures":[]}'), MessageError);
  assert.throws(() => readPictures({ ...recording.pictures, schema: "glasshield-pictures/2" }));
  const hostile = HELLO.replace('"aspen"', '"<script>alert(1)</script>"');
  const said = readMessage(hostile);
  assert.ok(said.type === "hello" && said.viewer === "<script>alert(1)</script>");
  assert.throws(() => decodeFrames(new Uint8Array([1]).buffer));
});
