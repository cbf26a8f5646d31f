/** Paints drawables through a chart: areas with their patterns, lines with their dashes. */

import { geoPath } from "d3-geo";
import type { Cells, Course, Drawable, Strength } from "../core/drawables.ts";
import { look, type Resolved } from "../core/looks.ts";
import { colour, type Shade } from "../core/palette.ts";
import type { Pixel } from "../pane/sight.ts";
import type { Chart } from "./chart.ts";
import { Patterns } from "./patterns.ts";
import { shapeOf } from "./shapes.ts";
import { Sheet } from "./sheet.ts";

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

/** Cells are drawn a little over their edges, so that none shows a hair of ground to its neighbour. */
const OVERLAP_PX = 0.8;

export class Painter {
  readonly #patterns = new Patterns();
  readonly #scratch = new Sheet();

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

  dispose(): void {
    this.#scratch.dispose();
  }

  #fill(drawable: Drawable, brush: Brush): void {
    if (drawable.shape === "cells") this.#fillCells(drawable, brush);
    else this.#fillArea(drawable, brush);
  }

  #fillArea(drawable: Drawable, { sheet: { context }, chart, shade, ratio }: Brush): void {
    const { polygons } = shapeOf(drawable);
    const resolved = look(shade, drawable.look);
    if (polygons === null || resolved.fill === null) return;
    context.beginPath();
    geoPath(chart.geo, context)(polygons);
    context.globalAlpha = opacityOf(resolved, drawable.strength);
    context.fillStyle = resolved.fill;
    context.fill();
    const tile = this.#patternOf(context, resolved, ratio);
    context.globalAlpha = resolved.stroke_opacity * FADED[drawable.strength];
    if (tile !== null) {
      context.fillStyle = tile;
      context.fill();
    }
    context.globalAlpha = 1.0;
  }

  /** Opaque on a sheet of their own, where cells may overlap, and then over the ground. */
  #fillCells(cells: Cells, { sheet, chart, shade, ratio }: Brush): void {
    const { polygons } = shapeOf(cells);
    const resolved = look(shade, cells.look);
    if (polygons === null || resolved.fill === null) return;
    const { context, canvas } = this.#scratch;
    this.#scratch.resize(chart.width_px, chart.height_px, ratio);
    context.beginPath();
    geoPath(chart.geo, context)(polygons);
    [context.fillStyle, context.strokeStyle] = [resolved.fill, resolved.fill];
    [context.lineWidth, context.lineJoin] = [OVERLAP_PX, "round"];
    context.fill();
    context.stroke();
    sheet.context.globalAlpha = opacityOf(resolved, cells.strength);
    sheet.context.drawImage(canvas, 0.0, 0.0, chart.width_px, chart.height_px);
    sheet.context.globalAlpha = resolved.stroke_opacity * FADED[cells.strength];
    const tile = this.#patternOf(context, resolved, ratio);
    if (tile !== null) {
      // The stripes take the place of the colour, within the same cells.
      context.globalCompositeOperation = "source-in";
      context.fillStyle = tile;
      context.fillRect(0.0, 0.0, chart.width_px, chart.height_px);
      context.globalCompositeOperation = "source-over";
      sheet.context.drawImage(canvas, 0.0, 0.0, chart.width_px, chart.height_px);
    }
    sheet.context.globalAlpha = 1.0;
  }

  #patternOf(
    context: CanvasRenderingContext2D,
    { pattern, stroke, fill }: Resolved,
    ratio: number,
  ): CanvasPattern | null {
    return this.#patterns.of(context, pattern, stroke ?? fill ?? "transparent", ratio);
  }
}

function opacityOf(resolved: Resolved, strength: Strength): number {
  return Math.min(1.0, resolved.fill_opacity * DENSER[strength]);
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

