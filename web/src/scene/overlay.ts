/** Signs and names, drawn on a plain canvas over the globe, where text is sharp. */

import type { Mark } from "../core/drawables.ts";
import { GLYPHS, look, type Glyph } from "../core/looks.ts";
import { colour, type Shade } from "../core/palette.ts";
import type { Selection } from "../core/state.ts";
import type { Lens, Pixel } from "./lens.ts";

const FONT = '"IBM Plex Sans", "Segoe UI", system-ui, sans-serif';
const FONT_PX = 12.5;
const GLYPH_BOX = 12.0;
const GLYPH_PX = 15.0;
const SMALL_PX = 10.0;
const STRONG = 1.35;
const GAP_PX = 4.0;
const HALO_PX = 3.5;
const RING_PX = 11.0;
const MOST_WIDTHS = 2000;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

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
    this.canvas.setAttribute("aria-hidden", "true");
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
  draw(marks: readonly Mark[], lens: Lens, shade: Shade, ring: Pixel | null): void {
    const context = this.#context;
    context.clearRect(0.0, 0.0, lens.width_px, lens.height_px);
    this.#placed = placedOf(marks, lens);
    const taken = this.#placed.map(({ mark, pixel }) => boxAround(pixel, halfSize(mark)));
    for (const each of [...this.#placed].reverse()) this.#sign(each, shade);
    if (ring !== null) this.#ring(ring, shade);
    context.font = `500 ${FONT_PX}px ${FONT}`;
    context.textBaseline = "middle";
    for (const k of this.#placed.keys()) this.#name(k, lens, shade, taken);
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
    if (mark.strength === "strong") this.#ring([x, y], shade);
  }

  #ring([x, y]: Pixel, shade: Shade): void {
    const context = this.#context;
    context.beginPath();
    context.arc(x, y, RING_PX, 0.0, 2.0 * Math.PI);
    context.strokeStyle = colour(shade, "ink");
    context.lineWidth = 2.0;
    context.stroke();
  }

  /** A name stands right of its sign, or left, below or above; where nothing is free, nowhere. */
  #name(own: number, lens: Lens, shade: Shade, taken: Box[]): void {
    const { mark, pixel } = this.#placed[own]!;
    if (mark.label === null) return;
    const context = this.#context;
    const width = this.#widthOf(mark.label);
    const places = placesFor(pixel, halfSize(mark) + GAP_PX, width);
    const free = places.find(
      (box) =>
        box.left > 0.0 &&
        box.right < lens.width_px &&
        taken.every((other, k) => k === own || !touch(box, other)),
    );
    if (free === undefined) return;
    taken.push(free);
    context.lineJoin = "round";
    context.strokeStyle = colour(shade, "halo");
    context.lineWidth = HALO_PX;
    context.strokeText(mark.label, free.left, 0.5 * (free.top + free.bottom));
    context.fillStyle = colour(shade, mark.weight >= 60 ? "ink" : "soft");
    context.fillText(mark.label, free.left, 0.5 * (free.top + free.bottom));
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

/** The marks in front of the Earth, those with more weight first. */
function placedOf(marks: readonly Mark[], lens: Lens): Placed[] {
  const found: Placed[] = [];
  for (const mark of marks) {
    const pixel = lens.visibleAt(mark.lon_deg, mark.lat_deg, mark.height_m);
    if (pixel !== null && isInside(pixel, lens)) found.push({ mark, pixel });
  }
  return found.sort((a, b) => rank(b.mark) - rank(a.mark));
}

function rank(mark: Mark): number {
  return mark.weight + (mark.strength === "strong" ? 1000 : 0);
}

export function halfSize(mark: Mark): number {
  const size_px = mark.glyph === "missile" && mark.strength !== "strong" ? SMALL_PX : GLYPH_PX;
  return 0.5 * size_px * (mark.strength === "strong" ? STRONG : 1.0);
}

export function isTarget(mark: Mark, selection: Selection): boolean {
  return mark.target?.kind === selection.kind && mark.target.id === selection.id;
}

function isInside([x, y]: Pixel, { width_px, height_px }: Lens): boolean {
  return x > -20.0 && y > -20.0 && x < width_px + 20.0 && y < height_px + 20.0;
}

function boxAround([x, y]: Pixel, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

function placesFor([x, y]: Pixel, away: number, width: number): Box[] {
  const half = 0.6 * FONT_PX;
  const at = (left: number, middle: number): Box => ({
    left,
    top: middle - half,
    right: left + width,
    bottom: middle + half,
  });
  return [
    at(x + away, y),
    at(x - away - width, y),
    at(x - 0.5 * width, y + away + half),
    at(x - 0.5 * width, y - away - half),
    at(x + 0.7 * away, y + away + 0.4 * half),
    at(x + 0.7 * away, y - away - 0.4 * half),
  ];
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
