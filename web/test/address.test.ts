import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAddress, printAddress, sameAddress } from "../src/core/address.ts";
import { AS_THE_PARTY_HAS_IT, INITIAL_STATE, LAYERS, type State } from "../src/core/state.ts";

const FULL: State = {
  language: "ru",
  theme: "dark",
  renderer: "canvas",
  projection: "polar",
  subject: "live",
  camera: { lat_rad: 1.0, lon_rad: -2.5, range_m: 3_456_789.0, tilt_rad: 0.5, heading_rad: -0.25 },
  hidden: ["fans", "reach"],
  claim: "cannot-reach & <more>",
  setting: { phase: "phase-4", party: "россия", speed_m_s: 5500.0, delay_s: 97.5, cap_m: 3.2e6 },
  compared: { ...AS_THE_PARTY_HAS_IT, party: "a=b&c#d" },
  flight: "kozelsk,new-york",
  time_s: 734.5,
  rate: 10.0,
  playing: false,
  selected: { kind: "flight", id: "a:b/c d" },
  table: { name: "flights", sort: "margin", descending: true },
  filters: { parties: ["north", "a,b"], sensors: ["north/radar-1"], classes: ["ICBM"] },
  viewer: "observer",
  picture: 3,
};

test("a state comes back from its address as far as its digits go", () => {
  const { state, notes } = parseAddress(printAddress(FULL));
  assert.deepEqual(notes, []);
  const { camera, ...rest } = state;
  const { camera: expected, ...others } = FULL;
  assert.deepEqual(rest, others);
  assert.ok(Math.abs(camera.lat_rad - expected.lat_rad) < 1e-5);
  assert.ok(Math.abs(camera.range_m - expected.range_m) <= 50.0);
  assert.ok(sameAddress(state, FULL), "and its address is the same");
});

test("every member of the state that a link should keep changes the address", () => {
  for (const key of Object.keys(FULL) as (keyof State)[]) {
    const changed = { ...INITIAL_STATE, [key]: FULL[key] };
    assert.equal(sameAddress(changed, INITIAL_STATE), key === "playing", key);
    assert.equal(
      printAddress(parseAddress(printAddress(changed)).state),
      printAddress(changed),
      key,
    );
  }
});

test("the beginning has a short address, and no address is the beginning", () => {
  assert.equal(printAddress(INITIAL_STATE), "#v=1&lang=en");
  assert.deepEqual(parseAddress(""), { state: INITIAL_STATE, notes: [] });
  assert.deepEqual(parseAddress("#").state, INITIAL_STATE);
  const russian = { ...INITIAL_STATE, language: "ru" as const };
  assert.equal(parseAddress("#v=1&theme=dark", russian).state.language, "ru");
});

test("a link of another version says so and is not read", () => {
  for (const [link, version] of [
    ["#v=2&lang=ru", "2"],
    ["#lang=ru", ""],
    ["#v=1.0", "1.0"],
  ]) {
    const { state, notes } = parseAddress(link!);
    assert.deepEqual(state, INITIAL_STATE);
    assert.deepEqual(notes, [{ kind: "other-version", version }]);
  }
});

test("what is unknown or cannot be is left out with a note, and the rest is taken", () => {
  const { state, notes } = parseAddress(
    "#v=1&theme=dark&colour=red&speed=fast&at=91,0,100&hide=fans&hide=gold&t=1e3&rate=0&sel=x",
  );
  assert.equal(state.theme, "dark");
  assert.deepEqual(state.hidden, ["fans"]);
  assert.deepEqual(state.camera, INITIAL_STATE.camera);
  assert.equal(state.setting.speed_m_s, null);
  assert.deepEqual(
    notes.map((note) => (note.kind === "other-version" ? note.version : note.key)).sort(),
    ["at", "colour", "hide", "rate", "sel", "speed", "t"],
  );
});

test("hostile names stay text, and endless ones are refused", () => {
  const name = "<script>alert(1)</script>";
  const state = { ...INITIAL_STATE, claim: name };
  assert.equal(parseAddress(printAddress(state)).state.claim, name);
  assert.doesNotMatch(printAddress(state), /[<>"']/);
  assert.equal(parseAddress(`#v=1&claim=${"x".repeat(201)}`).state.claim, null);
  assert.equal(parseAddress("#v=1&claim=a%00b").state.claim, null);
  assert.doesNotThrow(() => parseAddress("#v=1&claim=%E0%A4%A&%%%"));
});

test("every layer can be hidden in a link", () => {
  const { state } = parseAddress(printAddress({ ...INITIAL_STATE, hidden: LAYERS }));
  assert.deepEqual(state.hidden, LAYERS);
});
