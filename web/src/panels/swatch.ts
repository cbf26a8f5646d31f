/** How a thing looks on the picture, small, for legends. */

import {
  GLYPHS,
  look,
  type Glyph,
  type LookName,
  type Pattern,
  type Resolved,
} from "../core/looks.ts";
import type { Shade } from "../core/palette.ts";
import { svg } from "./dom.ts";

const [WIDTH, HEIGHT] = [26, 12];

/** A line of that look. */
export function lineSwatch(shade: Shade, name: LookName): SVGSVGElement {
  const { stroke, stroke_opacity, width_px, dash_px } = look(shade, name);
  const line = svg("line", {
    x1: 0,
    y1: HEIGHT / 2,
    x2: WIDTH,
    y2: HEIGHT / 2,
    stroke: stroke ?? "none",
    "stroke-opacity": stroke_opacity,
    "stroke-width": width_px,
    "stroke-dasharray": dash_px.length > 0 ? dash_px.join(" ") : null,
  });
  return framed(line);
}

/** An area of that look, with its pattern. */
export function areaSwatch(shade: Shade, name: LookName): SVGSVGElement {
  const resolved = look(shade, name);
  const box = svg("rect", {
    x: 0.5,
    y: 0.5,
    width: WIDTH - 1,
    height: HEIGHT - 1,
    fill: resolved.fill === "hatch" ? "none" : (resolved.fill ?? "none"),
    "fill-opacity": resolved.fill_opacity,
    stroke: resolved.stroke ?? resolved.fill ?? "none",
    "stroke-width": 1,
  });
  return framed(box, ...stripes(resolved));
}

/** The sign of a place. */
export function glyphSwatch(shade: Shade, name: LookName, glyph: Glyph): SVGSVGElement {
  const { fill, stroke, width_px } = look(shade, name);
  const path = svg("path", {
    d: GLYPHS[glyph],
    transform: `translate(${(WIDTH - 12) / 2} 0)`,
    fill: fill === null || fill === "hatch" ? "none" : fill,
    stroke: stroke ?? "none",
    "stroke-width": width_px,
  });
  return framed(path);
}

/** The paths of the second sign of an area, in the box of a swatch. */
const PATTERNS: Readonly<Record<Pattern, string>> = {
  plain: "",
  rising: "M0 12L12 0M7 12L19 0M14 12L26 0",
  falling: "M0 0L12 12M7 0L19 12M14 0L26 12",
  crossed: "M0 12L12 0M7 12L19 0M14 12L26 0M0 0L12 12M7 0L19 12M14 0L26 12",
  dotted: "M4 4h1M10 4h1M16 4h1M22 4h1M7 8h1M13 8h1M19 8h1",
};

function stripes({ pattern, stroke, fill }: Resolved): SVGElement[] {
  if (pattern === "plain") return [];
  return [svg("path", { d: PATTERNS[pattern], stroke: stroke ?? fill ?? "none", fill: "none" })];
}

function framed(...shapes: readonly SVGElement[]): SVGSVGElement {
  const attributes = {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    class: "gs-swatch",
    "aria-hidden": "true",
  };
  return svg("svg", attributes, ...shapes);
}
