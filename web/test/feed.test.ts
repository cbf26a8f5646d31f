import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeFrames } from "../src/core/frames.ts";
import { PictureTable, tracksOf } from "../src/core/livePicture.ts";
import { NO_FILTERS } from "../src/core/state.ts";
import type { EventBody, Picture, Pictures } from "../src/core/wire.ts";
import { AskError, type Ask } from "../src/live/asking.ts";
import { Behind } from "../src/live/behind.ts";
import type { Ears, Surroundings } from "../src/live/connection.ts";
import { Feed } from "../src/live/feed.ts";
import { hide } from "../src/live/hiding.ts";
import { bestOf, knownOf, standing } from "../src/live/known.ts";
import { predictedOf, Session, type World } from "../src/live/session.ts";
import { tokenOf, Tokens } from "../src/live/tokens.ts";
import recording from "./recorded/live.json";
import { stateWith } from "./sample.ts";

const US = 1e6;
const START_US = 1.7e15;

/** The bytes of a frame: numbers of tracks in one picture, on a line. */
function frame(picture: number, numbers: readonly number[], time_us: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(24 + 16 * numbers.length));
  view.setUint32(0, 0x31465347, true);
  view.setUint8(4, 1);
  view.setBigInt64(8, BigInt(time_us), true);
  view.setUint32(16, picture, true);
  view.setUint32(20, numbers.length, true);
  numbers.forEach((number, k) => {
    const row = 24 + 16 * k;
    view.setUint32(row, number | ((number % 6) << 24), true);
    view.setInt32(row + 4, 6_500_000 + Math.round((time_us - START_US) / US), true);
  });
  return view.buffer;
}

const numbersOf = (live: PictureTable): number[] => tracksOf(live).map((each) => each.number);

test("one can go back for minutes, and what is older is forgotten", () => {
  const behind = new Behind({ keep_s: 60.0, every_s: 1.0, most_bytes: 1 << 20 });
  assert.equal(behind.at(START_US), null);
  assert.equal(behind.span_us, null);
  for (let tick = 0; tick <= 1000; tick++) {
    const time_us = START_US + 0.1 * US * tick;
    behind.take(frame(1, tick < 500 ? [1, 2] : [2, 3], time_us), time_us);
  }
  const [from_us, to_us] = behind.span_us!;
  assert.equal(to_us, START_US + 100.0 * US);
  assert.equal(from_us, START_US + 40.0 * US);
  const at = (time_s: number): number[] =>
    numbersOf(behind.at(START_US + time_s * US) as PictureTable);
  assert.deepEqual(at(45.0), [1, 2]);
  assert.deepEqual(at(70.5).sort(), [2, 3]);
  assert.deepEqual(at(49.0), [1, 2]);
  assert.deepEqual(at(-1e9), [1, 2]);
  const shown = behind.at(START_US + 70.5 * US)!;
  const row = (shown as PictureTable).rowOf(1, 2)!;
  assert.equal(shown.position_ecef_m[3 * row], 6_500_070);
  assert.ok(shown.trail_length[row]! > 3);
});

test("going on in the past is the same as going there at once", () => {
  const [stepped, direct] = [new Behind(), new Behind()];
  for (let k = 0; k < 200; k++) {
    const time_us = START_US + k * US;
    const bytes = frame(1, [1 + (k >> 6), 9, 20 + (k % 3)], time_us);
    stepped.take(bytes, time_us);
    direct.take(bytes, time_us);
  }
  for (let k = 150; k < 190; k++) stepped.at(START_US + k * US);
  const wanted_us = START_US + 190 * US;
  const [a, b] = [stepped.at(wanted_us)!, direct.at(wanted_us)!];
  const rows = (live: PictureTable): unknown[] =>
    tracksOf(live).map(({ id, position_ecef_m }) => [id, position_ecef_m]);
  assert.deepEqual(rows(a as PictureTable).sort(), rows(b as PictureTable).sort());
});

test("the past takes no more memory than it may", () => {
  const most_bytes = 50_000;
  const behind = new Behind({ keep_s: 1e6, every_s: 1.0, most_bytes });
  const numbers = Array.from({ length: 100 }, (_, k) => k + 1);
  for (let k = 0; k < 500; k++) behind.take(frame(1, numbers, START_US + k * US), START_US + k * US);
  const [from_us, to_us] = behind.span_us!;
  const kept = (to_us - from_us) / US + 1;
  assert.ok(kept * (24 + 1600) <= most_bytes && kept > 20, `${kept}`);
});

test("a picture that went is not in the past that comes after", () => {
  const behind = new Behind();
  behind.take(frame(1, [1], START_US), START_US);
  behind.take(frame(2, [7], START_US + US), START_US + US);
  behind.drop(2);
  behind.take(frame(1, [1], START_US + 2 * US), START_US + 2 * US);
  const at = (time_s: number): string[] =>
    tracksOf(behind.at(START_US + time_s * US)!).map((each) => each.id);
  assert.deepEqual(at(1.0), ["1/1", "2/7"]);
  assert.deepEqual(at(2.0), ["1/1"]);
});

function filled(): PictureTable {
  const table = new PictureTable(16);
  for (const each of decodeFrames(frame(1, [1, 2, 3], START_US))) table.apply(each);
  for (const each of decodeFrames(frame(2, [1], START_US))) table.apply(each);
  table.contributors.set("1/1", ["aspen/west"]);
  table.contributors.set("1/2", ["aspen/west", "birch"]);
  return table;
}

test("filters leave out by picture, class, party and sensor", () => {
  const shown = (picture: number | null, filters = NO_FILTERS): string[] => {
    const table = filled();
    hide(table, { picture, filters });
    return tracksOf(table).map((each) => each.id);
  };
  assert.deepEqual(shown(null), ["1/1", "1/2", "1/3", "2/1"]);
  assert.deepEqual(shown(1), ["1/1", "1/2", "1/3"]);
  assert.deepEqual(shown(1, { ...NO_FILTERS, classes: ["IRBM"] }), ["1/1", "1/3"]);
  assert.deepEqual(shown(1, { ...NO_FILTERS, parties: ["aspen"] }), ["1/2", "1/3"]);
  assert.deepEqual(shown(1, { ...NO_FILTERS, parties: ["aspen", "birch"] }), ["1/3"]);
  assert.deepEqual(shown(1, { ...NO_FILTERS, sensors: ["aspen/west"] }), ["1/2", "1/3"]);
});

test("hiding says whether anything changed", () => {
  const table = filled();
  assert.equal(hide(table, { picture: 1, filters: NO_FILTERS }), true);
  assert.equal(hide(table, { picture: 1, filters: NO_FILTERS }), false);
});

const TERMS = {
  delay_s: 0.0,
  position_m: 0.0,
  velocity_m_s: 0.0,
  time_s: 0.0,
  covariance_factor: 1.0,
  classes: null,
  events: null,
  names_sensors: true,
};

function picture(number: number, parties: readonly string[], more: Partial<Picture> = {}): Picture {
  const at = "2026-11-22T22:56:07Z";
  const contributors = parties.map((party) => ({ party, sensor: "radar" }));
  const plain = { mode: "exercise", simulated: true, at, epoch: at, terms: TERMS, tracks: [] } as const;
  return { ...plain, picture: number, contributors, ...more };
}

function answer(pictures: readonly Picture[], run = "run-1"): Pictures {
  return {
    schema: "glasshield-pictures/1",
    mode: "exercise",
    run,
    at: "2026-11-22T22:56:07Z",
    pictures,
  };
}

test("the picture that is shown is the earliest, then the finest, then that of most parties", () => {
  const best = (...pictures: Picture[]): number | null =>
    bestOf(knownOf(answer(pictures)).pictures.values());
  assert.equal(best(), null);
  assert.equal(best(picture(1, ["a"]), picture(2, ["a", "b"])), 2);
  const late = picture(3, ["a", "b", "c"], { terms: { ...TERMS, delay_s: 10.0 } });
  const coarse = picture(4, ["a", "b", "c"], { terms: { ...TERMS, position_m: 100.0 } });
  assert.equal(best(late, picture(1, ["a"]), coarse), 1);
  assert.equal(best(late, coarse), 4);
  assert.equal(best(picture(1, ["a"], { is_down: true }), late), 3);
});

const EVENTS = (recording.messages as readonly { text?: string }[]).flatMap(({ text }) => {
  const said = JSON.parse(text ?? "{}") as { events?: EventBody[] };
  return said.events ?? [];
});

function event(number: number, kind: string, more: Partial<EventBody> = {}): EventBody {
  return { ...EVENTS[0]!, number, kind: kind as EventBody["kind"], picture: 1, object: 1, ...more };
}

test("an alarm holds until its object ends, and a newer one of its kind takes its place", () => {
  const pictures = new Set([1]);
  const numbers = (...events: EventBody[]): number[] =>
    standing(events, pictures).map((each) => each.number);
  assert.deepEqual(numbers(event(1, "confirmed")), []);
  const told = [event(1, "launch-detected"), event(2, "impact-predicted"), event(3, "lost")];
  assert.deepEqual(numbers(...told), [2, 1]);
  assert.deepEqual(numbers(...told, event(4, "impact-predicted")), [4, 1]);
  assert.deepEqual(numbers(...told, event(4, "ended", { object: 2 })), [2, 1]);
  assert.deepEqual(numbers(...told, event(4, "ended")), []);
  assert.deepEqual(standing(told, new Set([2])), []);
  assert.equal(standing(told, new Set()).length, 2);
});

test("of each object the newest places of launch and impact are drawn", () => {
  const place = { lat_rad: 0.5, lon_rad: -0.8 };
  const told = [
    event(1, "launch-detected", { ...place, place: "first-seen" }),
    event(2, "launch-detected", { ...place, place: "launch" }),
    event(3, "impact-predicted", { ...place, place: "impact" }),
    event(4, "impact-predicted", { ...place, lat_rad: 0.6, place: "impact" }),
  ];
  assert.deepEqual(
    predictedOf(told).map(({ id, kind, place: { lat_rad } }) => [id, kind, lat_rad]),
    [["live-2", "launch", 0.5], ["live-4", "impact", 0.6]],
  );
  assert.deepEqual(predictedOf([...told, event(5, "ended")]), []);
});

test("tokens: what can be none is refused, what is kept for the tab is read again", () => {
  assert.equal(tokenOf(`  gs_${"a".repeat(43)}\n`), `gs_${"a".repeat(43)}`);
  assert.equal(tokenOf(`Bearer gs_${"a".repeat(43)}`), `gs_${"a".repeat(43)}`);
  for (const bad of ["", "a b c d e f", "gs_<script>", "short", "x".repeat(600), "токен-токен"]) {
    assert.equal(tokenOf(bad), null, bad);
  }
  let kept: string | null = null;
  const storage = { read: () => kept, write: (text: string | null) => void (kept = text) };
  const tokens = new Tokens(storage);
  tokens.put("aspen", "gs_12345678", false);
  assert.equal(kept, null);
  tokens.put("birch", "gs_87654321", true);
  assert.doesNotMatch(kept ?? "", /12345678/);
  assert.deepEqual(new Tokens(storage).viewers, ["birch"]);
  tokens.forget("birch");
  assert.equal(kept, null);
  for (const bad of ["{", "3", '[["a"]]', '[["a","<b>"]]', "[null]", '{"a":1}']) {
    kept = bad;
    assert.deepEqual(new Tokens(storage).viewers, []);
  }
});

/** A centre that answers at once, and time that stands still. */
class FakeCentre implements Surroundings {
  ears: Ears | null = null;
  paths: string[] = [];
  asked: string[] = [];
  pictures: Pictures = answer([]);
  fault: AskError | null = null;
  time_ms = 0.0;
  #timers: (() => void)[] = [];

  readonly ask: Ask = (path) => {
    this.asked.push(path);
    if (this.fault !== null) return Promise.reject(this.fault);
    if (path === "/v1/pictures") return Promise.resolve(this.pictures);
    if (path === "/v1/notices") return Promise.resolve(recording.notices);
    return Promise.resolve({ schema: "glasshield-events/1", mode: "real", run: "1", events: [] });
  };

  open(path: string, _protocols: readonly string[], ears: Ears): { close(): void } {
    this.paths.push(path);
    this.ears = ears;
    return { close: () => undefined };
  }

  probe(): Promise<void> {
    return this.fault === null ? Promise.resolve() : Promise.reject(this.fault);
  }

  now_ms(): number {
    return this.time_ms;
  }

  later(_delay_ms: number, call: () => void): () => void {
    this.#timers.push(call);
    return () => void (this.#timers = this.#timers.filter((each) => each !== call));
  }

  chance(): number {
    return 0.5;
  }

  hello(run = "run-1", viewer = "aspen"): void {
    this.ears?.text(JSON.stringify({ type: "hello", mode: "exercise", run, viewer, notice: "" }));
  }

  /** A second goes by. */
  async second(): Promise<void> {
    this.time_ms += 1000.0;
    for (const call of this.#timers.splice(0)) call();
    for (let k = 0; k < 30; k++) await Promise.resolve();
  }
}

function fed(needed = false): { centre: FakeCentre; feed: Feed } {
  const centre = new FakeCentre();
  const { ask } = centre;
  const told = (): void => undefined;
  const feed = new Feed({ token: "gs_12345678", ask, around: centre, told, needed: () => needed });
  feed.open();
  return { centre, feed };
}

test("what frames do not hold is asked for once, and again only while somebody needs it", async () => {
  for (const [needed, most] of [[false, 1], [true, 99]] as const) {
    const { centre } = fed(needed);
    centre.pictures = answer([picture(1, ["aspen"])]);
    centre.hello();
    for (let k = 0; k < 10; k++) await centre.second();
    const count = centre.asked.filter((path) => path === "/v1/pictures").length;
    assert.ok(count >= Math.min(most, 5) && count <= most, `${needed}: ${count}`);
    assert.ok(centre.asked.includes("/v1/notices"), "details kept the notices waiting");
  }
});

test("the last picture stays while the centre is away, and says how old it is", async () => {
  const { centre, feed } = fed();
  centre.pictures = answer([picture(1, ["aspen"])]);
  centre.hello();
  centre.ears?.bytes(frame(1, [4, 5], START_US));
  await centre.second();
  centre.fault = new AskError("away");
  centre.ears?.closed();
  centre.time_ms += 30_000.0;
  assert.equal(feed.link.kind, "lost");
  assert.deepEqual(numbersOf(feed.picture as PictureTable), [4, 5]);
  assert.ok(feed.age_s()! >= 30.0);
});

test("a picture that went while nobody listened goes when the line is back", async () => {
  const { centre, feed } = fed();
  centre.pictures = answer([picture(1, ["aspen"]), picture(2, ["aspen"])]);
  centre.hello();
  centre.ears?.bytes(frame(1, [1], START_US));
  centre.ears?.bytes(frame(2, [2], START_US));
  await centre.second();
  assert.equal(feed.picture.count, 2);
  centre.ears?.closed();
  centre.pictures = answer([picture(1, ["aspen"])]);
  await centre.second();
  centre.hello();
  for (let k = 0; k < 3; k++) await centre.second();
  assert.deepEqual(tracksOf(feed.picture).map((each) => each.id), ["1/1"]);
});

test("another run of the centre begins anew", async () => {
  const { centre, feed } = fed();
  centre.pictures = answer([picture(1, ["aspen"])]);
  centre.hello();
  centre.ears?.bytes(frame(1, [1], START_US));
  centre.ears?.text(JSON.stringify({ type: "events", events: [event(7, "launch-detected")] }));
  await centre.second();
  centre.ears?.closed();
  await centre.second();
  assert.match(centre.paths.at(-1)!, /after=7&run=run-1/);
  centre.hello("run-2");
  assert.equal(feed.picture.count, 0);
  assert.deepEqual(feed.events, []);
  assert.equal(feed.behind.span_us, null);
});

test("more tracks than rows find a larger table, up to a bound", () => {
  const { centre, feed } = fed();
  centre.hello();
  const many = (count: number): number[] => Array.from({ length: count }, (_, k) => k + 1);
  centre.ears?.bytes(frame(2, [1, 2], START_US));
  centre.ears?.bytes(frame(1, many(9000), START_US));
  assert.equal(feed.picture.count, 9002);
  assert.ok(feed.picture.capacity >= 9002);
});

function session(): { centre: FakeCentre; made: Session } {
  const centre = new FakeCentre();
  const world: World = {
    kept: { read: () => null, write: () => undefined },
    ask: () => centre.ask,
    tell: () => () => Promise.resolve({ is_done: true, said: {} }),
    around: () => centre,
    is_seen: () => true,
  };
  return { centre, made: new Session(() => stateWith({ subject: "live" }), world) };
}

test("a session knows whose tokens it has, and forgets them when told to", async () => {
  const { centre, made } = session();
  assert.equal(made.enter("no token", false), false);
  assert.equal(made.feed, null);
  assert.equal(made.enter("gs_12345678", false), true);
  centre.hello("run-1", "aspen");
  assert.deepEqual([made.viewer, made.viewers], ["aspen", ["aspen"]]);
  made.enter("gs_87654321", true);
  centre.hello("run-1", "birch");
  assert.deepEqual([made.viewer, made.viewers], ["birch", ["aspen", "birch"]]);
  made.choose("aspen");
  centre.hello("run-1", "aspen");
  assert.equal(made.viewer, "aspen");
  made.leave();
  assert.deepEqual([made.viewer, made.viewers], [null, ["birch"]]);
  made.dispose();
});

test("a session shows the past where the state says so", () => {
  const { centre, made } = session();
  made.enter("gs_12345678", false);
  centre.hello();
  centre.ears?.bytes(frame(1, [1], START_US));
  centre.ears?.bytes(frame(1, [2], START_US + 5 * US));
  const shown = (time_s: number | null): number[] =>
    numbersOf(made.shown(stateWith({ subject: "live", time_s })) as PictureTable);
  assert.deepEqual(shown(null), [2]);
  assert.deepEqual(shown(START_US / US + 1.0), [1]);
  assert.deepEqual(shown(0.0), [1]);
  made.dispose();
});
