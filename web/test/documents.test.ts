import assert from "node:assert/strict";
import { test } from "node:test";
import { DocumentError, readView, VIEW_FORM, type Fault } from "../src/core/documents.ts";

const LISTS = [
  "phases",
  "sensors",
  "batteries",
  "places",
  "flights",
  "claims",
  "arguments",
  "plans",
  "assumptions",
  "sources",
];
const TABLES = ["title", "names", "sees", "reaches", "meets", "defends", "cells", "disclaimer"];
const SMALL: Readonly<Record<string, unknown>> = {
  form: VIEW_FORM,
  mark: "analysis",
  ...Object.fromEntries(LISTS.map((name) => [name, []])),
  ...Object.fromEntries(TABLES.map((name) => [name, {}])),
};

function refused(text: string, fault: Fault, detail: RegExp): void {
  assert.throws(
    () => readView(text),
    (error: unknown) => {
      assert.ok(error instanceof DocumentError);
      assert.equal(error.fault, fault);
      assert.match(error.detail, detail);
      return true;
    },
  );
}

test("a view document is taken", () => {
  assert.deepEqual(readView(JSON.stringify(SMALL)), SMALL);
});

test("what is no view document is refused, with what is wrong", () => {
  refused('{"form": "glasshield-view/1"', "not-json", /./);
  refused("", "not-json", /./);
  refused("[]", "not-a-view", /no object/);
  refused("null", "not-a-view", /no object/);
  refused('{"form": "glasshield-view/2"}', "other-form", /^glasshield-view\/2$/);
  refused('{"form": 3}', "other-form", /^$/);
  for (const name of [...LISTS, ...TABLES, "mark"]) {
    const { [name]: _, ...rest } = SMALL;
    refused(JSON.stringify(rest), "not-a-view", new RegExp(`^${name}$`));
    refused(
      JSON.stringify({ ...SMALL, [name]: name === "mark" ? [] : "x" }),
      "not-a-view",
      new RegExp(`^${name}$`),
    );
  }
});

test("a name that is a member of every object is no member of a document", () => {
  const text = '{"form": "glasshield-view/1", "__proto__": {"title": {}}}';
  refused(text, "not-a-view", /^title$/);
});

test("what is listed without an id is named with its place", () => {
  for (const wrong of [null, 7, {}, { id: 3 }]) {
    const sensors = [{ id: "one" }, wrong];
    refused(JSON.stringify({ ...SMALL, sensors }), "not-a-view", /^sensors\[1\]$/);
  }
});
