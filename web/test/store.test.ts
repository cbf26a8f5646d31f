import assert from "node:assert/strict";
import { test } from "node:test";
import { Store } from "../src/core/store.ts";

interface Two {
  readonly a: number;
  readonly b: number;
}

test("a change is told once, with what was before", () => {
  const store = new Store<Two>({ a: 1, b: 2 });
  const told: [Two, Two][] = [];
  const stop = store.subscribe((state, before) => told.push([state, before]));
  store.set({ a: 3 });
  store.set({ a: 3, b: 2 });
  store.set(({ b }) => ({ b: b + 1 }));
  stop();
  store.set({ a: 9 });
  assert.deepEqual(told, [
    [
      { a: 3, b: 2 },
      { a: 1, b: 2 },
    ],
    [
      { a: 3, b: 3 },
      { a: 3, b: 2 },
    ],
  ]);
  assert.deepEqual(store.state, { a: 9, b: 3 });
});

test("who watches a part hears of that part alone", () => {
  const store = new Store<Two>({ a: 1, b: 2 });
  const told: number[] = [];
  store.watch(
    ({ a }) => a,
    (value) => told.push(value),
  );
  store.set({ b: 5 });
  store.set({ a: 6 });
  assert.deepEqual(told, [6]);
});

test("a change made by a listener comes after all were told of the first", () => {
  const store = new Store<Two>({ a: 0, b: 0 });
  const told: string[] = [];
  store.subscribe(({ a, b }) => {
    told.push(`first ${a}${b}`);
    if (b === 0) store.set({ b: 1 });
  });
  store.subscribe(({ a, b }) => told.push(`second ${a}${b}`));
  store.set({ a: 1 });
  assert.deepEqual(told, ["first 10", "second 10", "first 11", "second 11"]);
});

test("a listener that fails keeps no other from hearing", () => {
  const store = new Store<Two>({ a: 0, b: 0 });
  const told: number[] = [];
  store.subscribe(() => {
    throw new Error("broken panel");
  });
  store.subscribe(({ a }) => told.push(a));
  assert.throws(() => store.set({ a: 1 }), AggregateError);
  assert.throws(() => store.set({ a: 2 }), AggregateError);
  assert.deepEqual(told, [1, 2]);
});
