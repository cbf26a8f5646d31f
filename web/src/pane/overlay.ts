/** Signs and names on a canvas over the picture, where text is sharp. */

import type { Mark } from "../core/drawables.ts";
import { GLYPHS, look, type Glyph } from "../core/looks.ts";
import { colour, type Shade } from "../core/palette.ts";
import { placeNames, type Box } from "./names.ts";
import type { Pixel, Sight } from "./sight.ts";

const FONT = '"IBM Plex Sans", "Segoe UI", system-ui, sans-serif';
const FONT_PX = 12.5;
const GLYPH_BOX = 12.0;
const GLYPH_PX = 15.0;
const SMALL_PX = 10.0;
const STRONG = 1.35;
const HALO_PX = 3.5;
const RING_PX = 11.0;
const MARGIN_PX = 20.0;
const MOST_WIDTHS = 2000;

/** A mark where it was drawn. */
export interface Placed {
  readonly mark: Mark;
  readonly pixel: Pixel;
}

export class Overlay {
  readonly canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #paths = new Map<Glyph, Path2D>();
  readonly #widths = new Map<string, number>();
  #placed: Placed[] = [];

  constructor() {
    this.canvas = document.createElement("canvas");
    const context = this.canvas.getContext("2d");
    if (context === null) throw new Error("this browser draws on no canvas");
    this.#context = context;
    for (const [name, path] of Object.entries(GLYPHS)) {
      this.#paths.set(name as Glyph, new Path2D(path));
    }
  }

  /** What was drawn last, and where. */
  get placed(): readonly Placed[] {
    return this.#placed;
  }

  resize(width_px: number, height_px: number, ratio: number): void {
    this.canvas.width = Math.max(1, Math.round(width_px * ratio));
    this.canvas.height = Math.max(1, Math.round(height_px * ratio));
    this.#context.setTransform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
  }

  /** `ring`: where the selected track is, which is no mark of its own. */
  draw(marks: readonly Mark[], sight: Sight, shade: Shade, ring: Pixel | null): void {
    const context = this.#context;
    context.clearRect(0.0, 0.0, sight.width_px, sight.height_px);
    this.#placed = placedOf(marks, sight);
    for (const each of [...this.#placed].reverse()) this.#sign(each, shade);
    if (ring !== null) drawRing(context, ring, shade);
    this.#names(sight, shade);
  }

  #names({ width_px }: Sight, shade: Shade): void {
    this.#context.font = `500 ${FONT_PX}px ${FONT}`;
    this.#context.textBaseline = "middle";
    const signs = this.#placed.map(({ mark, pixel }) => ({
      pixel,
      half_px: halfSize(mark),
      name_px: mark.label === null ? null : this.#widthOf(mark.label),
    }));
    placeNames(signs, { width_px, font_px: FONT_PX }).forEach((box, k) => {
      if (box !== null) this.#name(this.#placed[k]!.mark, box, shade);
    });
  }

  #name({ label, weight }: Mark, { left, top, bottom }: Box, shade: Shade): void {
    const context = this.#context;
    const middle = 0.5 * (top + bottom);
    context.lineJoin = "round";
    context.strokeStyle = colour(shade, "halo");
    context.lineWidth = HALO_PX;
    context.strokeText(label ?? "", left, middle);
    context.fillStyle = colour(shade, weight >= 60 ? "ink" : "soft");
    context.fillText(label ?? "", left, middle);
  }

  #sign({ mark, pixel: [x, y] }: Placed, shade: Shade): void {
    const context = this.#context;
    const { fill, stroke, width_px } = look(shade, mark.look);
    const path = this.#paths.get(mark.glyph);
    if (path === undefined) return;
    const scale = (2.0 * halfSize(mark)) / GLYPH_BOX;
    context.save();
    context.translate(x - 0.5 * GLYPH_BOX * scale, y - 0.5 * GLYPH_BOX * scale);
    context.scale(scale, scale);
    context.globalAlpha = mark.strength === "faint" ? 0.55 : 1.0;
    context.lineJoin = "round";
    if (stroke !== null) {
      context.strokeStyle = stroke;
      context.lineWidth = 2.0 * width_px;
      context.stroke(path);
    }
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(path);
    }
    context.restore();
    if (mark.strength === "strong") drawRing(context, [x, y], shade);
  }

  #widthOf(label: string): number {
    const known = this.#widths.get(label);
    if (known !== undefined) return known;
    if (this.#widths.size > MOST_WIDTHS) this.#widths.clear();
    const { width } = this.#context.measureText(label);
    this.#widths.set(label, width);
    return width;
  }
}

export function drawRing(context: CanvasRenderingContext2D, [x, y]: Pixel, shade: Shade): void {
  context.beginPath();
  context.arc(x, y, RING_PX, 0.0, 2.0 * Math.PI);
  context.strokeStyle = colour(shade, "ink");
  context.lineWidth = 2.0;
  context.stroke();
}

/** The marks that are seen, those with more weight first. */
export function placedOf(marks: readonly Mark[], sight: Sight): Placed[] {
  const found: Placed[] = [];
  for (const mark of marks) {
    const pixel = sight.visibleAt(mark.lon_deg, mark.lat_deg, mark.height_m);
    if (pixel !== null && isInside(pixel, sight)) found.push({ mark, pixel });
  }
  return found.sort((a, b) => rank(b.mark) - rank(a.mark));
}

function rank(mark: Mark): number {
  return mark.weight + (mark.strength === "strong" ? 1000 : 0);
}

function halfSize(mark: Mark): number {
  const size_px = mark.glyph === "missile" && mark.strength !== "strong" ? SMALL_PX : GLYPH_PX;
  return 0.5 * size_px * (mark.strength === "strong" ? STRONG : 1.0);
}

function isInside([x, y]: Pixel, { width_px, height_px }: Sight): boolean {
  return x > -MARGIN_PX && y > -MARGIN_PX && x < width_px + MARGIN_PX && y < height_px + MARGIN_PX;
}
