import assert from "node:assert/strict";
import { test } from "node:test";
import * as numbers from "../src/core/numbers.ts";
import { isWordKey, words } from "../src/core/words.ts";
import { WORDS } from "../src/core/words.generated.ts";
import type { Language } from "../src/core/state.ts";
import golden from "./golden/numbers.json";

const WRITERS: Record<string, (language: Language, ...given: (number | string)[]) => string> = {
  number: (language, value, decimals) => numbers.number(language, Number(value), Number(decimals)),
  duration: (language, value) => numbers.duration(language, Number(value)),
  clock: (_, value) => numbers.clock(Number(value)),
  percent: (language, value) => numbers.percent(language, Number(value)),
  quantity: (language, value, symbol, decimals) =>
    numbers.quantity(language, Number(value), String(symbol), Number(decimals)),
  interval: (language, low, high, symbol, decimals) =>
    numbers.interval(language, Number(low), Number(high), String(symbol), Number(decimals)),
  coordinates: (language, lat, lon) => numbers.coordinates(language, Number(lat), Number(lon)),
};

test("numbers are written as the Python core writes them, to the character", () => {
  assert.ok(golden.written.length > 100);
  for (const [kind, language, given, written] of golden.written) {
    const found = WRITERS[String(kind)]!(language as Language, ...(given as (number | string)[]));
    assert.equal(found, written, `${kind} ${language} ${JSON.stringify(given)}`);
  }
});

test("a text is filled in, and a value that looks like a parameter stays text", () => {
  const found = words("en", "web.address.bad_value", { key: "lat", value: "{key}<b>" });
  assert.match(found, /gives lat a value .*: \{key\}<b>\./);
  assert.throws(() => words("ru", "web.address.bad_value", { key: "lat" }), /needs value/);
});

test("keys from outside are looked up by name alone", () => {
  assert.ok(isWordKey("web.title"));
  for (const key of ["web.nothing", "__proto__", "constructor", "toString"])
    assert.ok(!isWordKey(key));
});

test("every text stands in both languages", () => {
  for (const [key, entry] of Object.entries(WORDS)) {
    assert.deepEqual(Object.keys(entry).sort(), ["en", "ru"], key);
  }
});
