/** Paints drawables through a chart: areas with their patterns, lines with their dashes. */

import { geoPath } from "d3-geo";
import type { MultiPolygon } from "geojson";
import type { Course, Drawable, Strength } from "../core/drawables.ts";
import { degrees } from "../core/earth.ts";
import { look, type Resolved } from "../core/looks.ts";
import { colour, type Shade } from "../core/palette.ts";
import type { Pixel } from "../pane/sight.ts";
import type { Chart } from "./chart.ts";
import { Patterns } from "./patterns.ts";
import { cellsOf, shapeOf } from "./shapes.ts";
import type { Sheet } from "../pane/sheet.ts";

const ORDER: Readonly<Record<Strength, number>> = { faint: 0, normal: 1, strong: 2 };
const FADED: Readonly<Record<Strength, number>> = { faint: 0.4, normal: 1.0, strong: 1.0 };
const WIDER: Readonly<Record<Strength, number>> = { faint: 0.8, normal: 1.0, strong: 1.9 };
/** Of what is filled: a chosen area is denser. */
const DENSER: Readonly<Record<Strength, number>> = { faint: 0.4, normal: 1.0, strong: 2.0 };

export interface Brush {
  readonly sheet: Sheet;
  readonly chart: Chart;
  readonly shade: Shade;
  /** Pixels of the canvas for each of the page. */
  readonly ratio: number;
}

/** Rows of cells are drawn so far over their northern edges, so that no hair of ground is between. */
const OVERLAP_PX = 0.5;

export class Painter {
  readonly #patterns = new Patterns();

  /** What lies under all: paper, and the sea within the edge of the map. */
  ground({ sheet: { context }, chart, shade }: Brush): void {
    context.fillStyle = colour(shade, "paper");
    context.fillRect(0.0, 0.0, chart.width_px, chart.height_px);
    context.beginPath();
    geoPath(chart.geo, context)({ type: "Sphere" });
    context.fillStyle = look(shade, "sea").fill ?? colour(shade, "sea");
    context.fill();
    context.strokeStyle = colour(shade, "coast");
    context.lineWidth = 1.0;
    context.setLineDash([]);
    context.stroke();
  }

  /** The areas first, then the lines; what is faint lies lowest. */
  paint(drawables: readonly Drawable[], brush: Brush): void {
    this.areas(drawables, brush);
    this.lines(drawables, brush);
  }

  areas(drawables: readonly Drawable[], brush: Brush): void {
    for (const each of sorted(drawables)) this.#fill(each, brush);
  }

  lines(drawables: readonly Drawable[], brush: Brush): void {
    for (const each of sorted(drawables)) stroke(each, brush);
    brush.sheet.context.setLineDash([]);
  }

  #fill(drawable: Drawable, { sheet: { context }, chart, shade, ratio }: Brush): void {
    const polygons = groundOf(drawable, chart);
    const resolved = look(shade, drawable.look);
    if (polygons === null || resolved.fill === null) return;
    context.beginPath();
    geoPath(chart.geo, context)(polygons);
    context.globalAlpha = Math.min(1.0, resolved.fill_opacity * DENSER[drawable.strength]);
    context.fillStyle = resolved.fill;
    context.fill();
    const { pattern, stroke, fill } = resolved;
    const tile = this.#patterns.of(context, pattern, stroke ?? fill, ratio);
    context.globalAlpha = resolved.stroke_opacity * FADED[drawable.strength];
    if (tile !== null) {
      context.fillStyle = tile;
      context.fill();
    }
    context.globalAlpha = 1.0;
  }
}

function groundOf(drawable: Drawable, chart: Chart): MultiPolygon | null {
  if (drawable.shape !== "cells") return shapeOf(drawable).polygons;
  return cellsOf(drawable, degrees(OVERLAP_PX / chart.geo.scale()));
}

/** What has a pattern is bounded by it, and cells by their colour. */
function stroke(drawable: Drawable, { sheet: { context }, chart, shade }: Brush): void {
  const resolved = look(shade, drawable.look);
  if (drawable.shape === "cells" || resolved.stroke === null) return;
  const { ground, tracks, aloft } = shapeOf(drawable);
  const path = geoPath(chart.geo, context);
  context.beginPath();
  path(ground);
  if (chart.has_heights) for (const each of aloft) trace(context, chart, each);
  else path(tracks);
  setPen(context, resolved, drawable.strength);
  context.stroke();
  context.globalAlpha = 1.0;
}

function setPen(context: CanvasRenderingContext2D, resolved: Resolved, strength: Strength): void {
  context.strokeStyle = resolved.stroke ?? "transparent";
  context.globalAlpha = resolved.stroke_opacity * FADED[strength];
  context.lineWidth = resolved.width_px * WIDER[strength];
  context.lineCap = resolved.is_round && resolved.dash_px.length === 0 ? "round" : "butt";
  context.lineJoin = "round";
  context.setLineDash([...resolved.dash_px]);
}

/** A line over the ground, as far as the Earth does not hide it. */
function trace(context: CanvasRenderingContext2D, chart: Chart, course: Course): void {
  let before: Pixel | null = null;
  for (let k = 0; k < course.lon_deg.length; k++) {
    const pixel = chart.visibleAt(course.lon_deg[k]!, course.lat_deg[k]!, course.height_m[k]!);
    if (pixel !== null) {
      if (before === null) context.moveTo(...pixel);
      else context.lineTo(...pixel);
    }
    before = pixel;
  }
}

function sorted(drawables: readonly Drawable[]): readonly Drawable[] {
  return [...drawables].sort((a, b) => ORDER[a.strength] - ORDER[b.strength]);
}
