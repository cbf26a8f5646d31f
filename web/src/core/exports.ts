/** What is seen, as files for other programs: CSV of a table, GeoJSON and KMZ of the picture. */

import { colour, rgb } from "./palette.ts";
import type { Feature, Geometry } from "./features.ts";
import { look } from "./looks.ts";
import type { Selection } from "./state.ts";
import { stored } from "./zip.ts";

/** What every file says of itself. */
export interface Told {
  readonly title: string;
  /** EXERCISE, SIMULATED or ANALYSIS, with what that means. */
  readonly mark: string;
  readonly disclaimer: string;
  /** The link that shows the same. */
  readonly link: string;
  readonly nameOf: (target: Selection) => string;
}

export type CsvCell = string | number | null;

/**
 * A table as CSV (RFC 4180), in UTF-8 with a byte order mark, so that spreadsheets read Cyrillic.
 *
 * The mark and the link stand in a column of their own. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
export function csv(
  head: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  { mark, link }: Pick<Told, "mark" | "link">,
): string {
  const first = [...head, "mark", "link"].map((each) => csvField(each));
  const lines = rows.map((row, k) => [...row, mark, k === 0 ? link : ""].map(csvField).join(","));
  return `\ufeff${[first.join(","), ...lines].join("\r\n")}\r\n`;
}

function csvField(value: CsvCell): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The picture as GeoJSON (RFC 7946). */
export function geojson(features: readonly Feature[], told: Told): string {
  const found = features.map((feature) => ({
    type: "Feature",
    properties: {
      layer: feature.layer,
      sign: feature.look,
      kind: feature.target?.kind ?? null,
      id: feature.target?.id ?? null,
      name: nameOf(feature, told),
      mark: told.mark,
    },
    geometry: feature.geometry,
  }));
  const { title, mark, disclaimer, link } = told;
  return JSON.stringify({
    type: "FeatureCollection",
    title,
    mark,
    disclaimer,
    link,
    features: found,
  });
}

/** The picture as KMZ: KML (OGC 12-007r2, version 2.3) in a zip archive. */
export function kmz(features: readonly Feature[], told: Told): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(kml(features, told));
  return stored([{ name: "doc.kml", bytes }]);
}

export function kml(features: readonly Feature[], told: Told): string {
  const looks = [...new Set(features.map((feature) => feature.look))];
  const layers = [...new Set(features.map((feature) => feature.layer))];
  const folders = layers.map((layer) => {
    const own = features.filter((each) => each.layer === layer);
    const marks = own.map((each) => placemark(each, told)).join("");
    return tag("Folder", tag("name", xml(layer)) + marks);
  });
  const name = tag("name", xml(`${told.title} – ${told.mark}`));
  const description = tag("description", xml(`${told.mark}\n${told.disclaimer}\n${told.link}`));
  const whole = [name, description, ...looks.map(kmlStyle), ...folders].join("");
  const root = tag("kml", tag("Document", whole), ` xmlns="${KML}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** The name of the language; nothing is fetched from it. */
const KML = "http://www.opengis.net/kml/2.2";
const ABSOLUTE = tag("altitudeMode", "absolute");

/** An element; its content is markup, and its attributes begin with a space. */
function tag(name: string, content: string, attributes = ""): string {
  return `<${name}${attributes}>${content}</${name}>`;
}

function placemark(feature: Feature, told: Told): string {
  const name = nameOf(feature, told);
  const parts = [
    name === null ? "" : tag("name", xml(name)),
    tag("description", xml(told.mark)),
    tag("styleUrl", `#${feature.look}`),
    kmlGeometry(feature.geometry),
  ];
  return tag("Placemark", parts.join(""));
}

function kmlGeometry(geometry: Geometry): string {
  if (geometry.type === "Point") {
    return tag("Point", ABSOLUTE + positions([geometry.coordinates]));
  }
  if (geometry.type === "MultiLineString") {
    const lines = geometry.coordinates.map((line) => tag("LineString", ABSOLUTE + positions(line)));
    return tag("MultiGeometry", lines.join(""));
  }
  const areas = geometry.coordinates.map(([outer = [], ...inner]) => {
    const holes = inner.map((ring) => tag("innerBoundaryIs", linearRing(ring)));
    return tag("Polygon", tag("outerBoundaryIs", linearRing(outer)) + holes.join(""));
  });
  return tag("MultiGeometry", areas.join(""));
}

function linearRing(ring: readonly (readonly number[])[]): string {
  return tag("LinearRing", positions(ring));
}

function positions(places: readonly (readonly number[])[]): string {
  return tag("coordinates", places.map((place) => place.join(",")).join(" "));
}

/** Colours of KML are alpha, blue, green, red. */
function kmlStyle(name: Feature["look"]): string {
  const { stroke, stroke_opacity, width_px, fill, fill_opacity } = look("light", name);
  const area = fill === null || fill === "hatch" ? (stroke ?? colour("light", "soft")) : fill;
  const line = tag("color", abgr(stroke ?? area, stroke_opacity)) + tag("width", String(width_px));
  const inside = tag("color", abgr(area, fill_opacity));
  return tag("Style", tag("LineStyle", line) + tag("PolyStyle", inside), ` id="${name}"`);
}

function abgr(css: string, opacity: number): string {
  const [red, green, blue] = rgb(css);
  const byte = (value: number): string =>
    Math.round(255.0 * value)
      .toString(16)
      .padStart(2, "0");
  return byte(opacity) + byte(blue) + byte(green) + byte(red);
}

function nameOf({ label, target }: Feature, told: Told): string | null {
  return label ?? (target === null ? null : told.nameOf(target));
}

/** A text between tags; what XML cannot hold is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
