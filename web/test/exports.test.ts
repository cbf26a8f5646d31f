import assert from "node:assert/strict";
import { test } from "node:test";
import type { Drawn } from "../src/core/drawables.ts";
import { csv, geojson, kml, kmz, type Told } from "../src/core/exports.ts";
import { featuresOf } from "../src/core/features.ts";
import { LAYERS } from "../src/core/state.ts";
import { crc32, stored } from "../src/core/zip.ts";

const TOLD: Told = {
  title: "A & B <script>",
  mark: "EXERCISE",
  disclaimer: "no endorsement",
  link: "file:///globe#v=1",
  nameOf: ({ id }) => `name of ${id}`,
};

const NOTHING = Object.fromEntries(LAYERS.map((name) => [name, []])) as unknown as Drawn;

const DRAWN: Drawn = {
  ...NOTHING,
  flights: [
    {
      shape: "line",
      layer: "flights",
      target: { kind: "flight", id: "<b>" },
      look: "threat-coast",
      strength: "normal",
      courses: [
        { lon_deg: [170.0, 178.0, -178.0], lat_deg: [0.0, 1.0, 2.0], height_m: [0.0, 1e5, 2e5] },
      ],
    },
  ],
  defended: [
    {
      shape: "cells",
      layer: "defended",
      target: null,
      look: "cell-yes",
      strength: "normal",
      bounds_deg: Float64Array.of(10.0, 50.0, 11.0, 51.0),
      indices: Uint32Array.of(7),
    },
  ],
};

test("CSV quotes what needs it, disarms formulas, and carries the mark in every row", () => {
  const text = csv(
    ["name", "speed_km_s"],
    [
      ['say "yes", twice', 1.5],
      ["=1+1", null],
    ],
    TOLD,
  );
  assert.equal(
    text,
    "\ufeffname,speed_km_s,mark,link\r\n" +
      '"say ""yes"", twice",1.5,EXERCISE,file:///globe#v=1\r\n' +
      "'=1+1,,EXERCISE,\r\n",
  );
});

test("GeoJSON is cut at the date line, its rings run to the left, and it carries the mark", () => {
  const found = JSON.parse(geojson(featuresOf(DRAWN), TOLD));
  assert.equal(found.mark, "EXERCISE");
  const [flight, cells] = found.features;
  const [west, east] = flight.geometry.coordinates;
  assert.equal(flight.geometry.coordinates.length, 2);
  assert.deepEqual(west.at(-1), [180.0, 1.5, 150000.0]);
  assert.deepEqual(east[0], [-180.0, 1.5, 150000.0]);
  assert.equal(flight.properties.name, "name of <b>");
  assert.equal(flight.properties.mark, "EXERCISE");
  const [[ring]] = cells.geometry.coordinates;
  assert.deepEqual(ring, [
    [10.0, 50.0],
    [11.0, 50.0],
    [11.0, 51.0],
    [10.0, 51.0],
    [10.0, 50.0],
  ]);
});

test("names of others are texts in KML", () => {
  const text = kml(featuresOf(DRAWN), TOLD);
  assert.ok(!text.includes("<script>") && !text.includes("<b>"));
  assert.ok(text.includes("A &amp; B &lt;script&gt;"));
  assert.ok(text.includes("name of &lt;b&gt;"));
});

test("a zip archive has the check values of the standard", () => {
  const bytes = new TextEncoder().encode("123456789");
  assert.equal(crc32(bytes), 0xcbf43926, "the check value that catalogues of CRCs give");
  const archive = stored([{ name: "a.txt", bytes }]);
  const view = new DataView(archive.buffer);
  assert.equal(view.getUint32(0, true), 0x04034b50);
  assert.equal(view.getUint32(14, true), 0xcbf43926);
  assert.equal(view.getUint32(archive.length - 22, true), 0x06054b50);
  assert.equal(view.getUint16(archive.length - 12, true), 1);
  const directory = view.getUint32(archive.length - 6, true);
  assert.equal(view.getUint32(directory, true), 0x02014b50);
});

test("a KMZ is an archive of one document", () => {
  const archive = kmz(featuresOf(DRAWN), TOLD);
  const name = new TextDecoder().decode(archive.subarray(30, 37));
  assert.equal(name, "doc.kml");
});
