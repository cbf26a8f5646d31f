/** Tracks as small pictures, each made once, and their trails as lines that fade. */

import type { Vec3 } from "../core/earth.ts";
import { CLASS_NAMES, PHASE_NAMES } from "../core/frames.ts";
import { TRAIL_STEPS, type LivePicture } from "../core/livePicture.ts";
import { look, type LookName } from "../core/looks.ts";
import { colour, type Shade } from "../core/palette.ts";
import { apart, type Pixel } from "../pane/sight.ts";
import type { Brush } from "./painter.ts";
import { free } from "../pane/sheet.ts";

const BOX_PX = 14.0;
const HALF_PX = 4.6;
const HALO_PX = 1.2;
const HOLLOW = 0.5;
/** With more tracks than this they are drawn smaller. */
const CROWD = 1500;
const SMALLER = 0.66;
const PHASE_LOOKS: readonly LookName[] = [
  "track-boost",
  "track-coast",
  "track-entry",
  "track-unknown",
];
/** Steps of a trail that are equally faded. */
const STEPS_A_STROKE = 4;
const TRAIL_OPACITY = 0.75;

/** Each class has a shape of its own, each phase a colour; what is coasted is hollow. */
export class TrackPainter {
  #sheet: HTMLCanvasElement | null = null;
  #made: readonly unknown[] = [];

  points(live: LivePicture, brush: Brush): void {
    const {
      sheet: { context },
      chart,
      ratio,
    } = brush;
    const side = Math.ceil(BOX_PX * ratio * (live.count > CROWD ? SMALLER : 1.0));
    const pictures = this.#pictures(side, brush.shade);
    const box_px = side / ratio;
    // On whole pixels of the canvas a picture is only copied.
    const whole = (at_px: number): number => Math.round(at_px * ratio) / ratio;
    for (let row = 0; row < live.rows; row++) {
      if (live.is_alive[row] === 0 || live.is_hidden[row] === 1) continue;
      const pixel = chart.visible(vectorAt(live.position_ecef_m, 3 * row));
      if (pixel === null || !isInside(pixel, brush)) continue;
      const x = side * (2 * live.phase[row]! + live.is_coasted[row]!);
      const y = side * live.class_index[row]!;
      const [left, top] = [whole(pixel[0] - box_px / 2.0), whole(pixel[1] - box_px / 2.0)];
      context.drawImage(pictures, x, y, side, side, left, top, box_px, box_px);
    }
  }

  trails(live: LivePicture, { sheet: { context }, chart, shade }: Brush): void {
    const { stroke, stroke_opacity, width_px } = look(shade, "trail");
    context.strokeStyle = stroke ?? colour(shade, "soft");
    context.lineWidth = width_px;
    for (let newest = 0; newest < TRAIL_STEPS - 1; newest += STEPS_A_STROKE) {
      const oldest = Math.min(newest + STEPS_A_STROKE, TRAIL_STEPS - 1);
      const left = 1.0 - (newest + 0.5 * STEPS_A_STROKE) / TRAIL_STEPS;
      context.beginPath();
      for (let row = 0; row < live.rows; row++) {
        if (live.is_alive[row] === 0 || live.is_hidden[row] === 1) continue;
        const last = Math.min(oldest, live.trail_length[row]! - 1);
        if (last > newest) trace(context, chart, live, row, [newest, last]);
      }
      context.globalAlpha = Math.min(1.0, TRAIL_OPACITY * stroke_opacity * left);
      context.stroke();
    }
    context.globalAlpha = 1.0;
  }

  dispose(): void {
    if (this.#sheet !== null) free(this.#sheet);
    this.#sheet = null;
    this.#made = [];
  }

  /** One row for each class; by phase, whole and hollow. */
  #pictures(side: number, shade: Shade): HTMLCanvasElement {
    const inputs = [side, shade];
    if (this.#sheet !== null && inputs.every((each, k) => each === this.#made[k])) {
      return this.#sheet;
    }
    this.dispose();
    const made = document.createElement("canvas");
    [made.width, made.height] = [2 * PHASE_NAMES.length * side, CLASS_NAMES.length * side];
    const pen = made.getContext("2d");
    if (pen !== null) drawAll(pen, side, shade);
    [this.#sheet, this.#made] = [made, inputs];
    return made;
  }
}

function drawAll(pen: CanvasRenderingContext2D, side: number, shade: Shade): void {
  for (let kind = 0; kind < CLASS_NAMES.length; kind++) {
    for (let column = 0; column < 2 * PHASE_NAMES.length; column++) {
      const fill = look(shade, PHASE_LOOKS[column >> 1]!).fill ?? colour(shade, "ink");
      const factor = side / BOX_PX;
      pen.setTransform(factor, 0, 0, factor, (column + 0.5) * side, (kind + 0.5) * side);
      drawSign(pen, kind, fill, colour(shade, "halo"), column % 2 === 1);
    }
  }
}

function drawSign(
  pen: CanvasRenderingContext2D,
  kind: number,
  fill: string,
  halo: string,
  is_hollow: boolean,
): void {
  const outline = outlineOf(kind);
  pen.lineJoin = "round";
  [pen.strokeStyle, pen.lineWidth, pen.fillStyle] = [halo, 2.0 * HALO_PX, fill];
  pen.stroke(outline);
  pen.fill(outline);
  if (!is_hollow) return;
  pen.scale(HOLLOW, HOLLOW);
  pen.fillStyle = halo;
  pen.fill(outline);
}

/** The shapes of the classes, as the globe in WebGL has them. */
function outlineOf(kind: number): Path2D {
  const path = new Path2D();
  const [near, far] = [0.62 * HALF_PX, HALF_PX];
  const corners: readonly (readonly Pixel[])[] = [
    [
      [-near, -near],
      [near, -near],
      [near, near],
      [-near, near],
    ],
    [
      [0.0, -far],
      [far, 0.7 * far],
      [-far, 0.7 * far],
    ],
    [
      [0.0, -far],
      [far, 0.0],
      [0.0, far],
      [-far, 0.0],
    ],
    [],
    cross(far, 0.32 * far),
    [
      [0.0, far],
      [far, -0.7 * far],
      [-far, -0.7 * far],
    ],
  ];
  const found = corners[kind] ?? [];
  if (found.length === 0) path.arc(0.0, 0.0, 0.8 * far, 0.0, 2.0 * Math.PI);
  found.forEach(([x, y], k) => (k === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
  return path;
}

function cross(far: number, near: number): Pixel[] {
  return [
    [-near, -far],
    [near, -far],
    [near, -near],
    [far, -near],
    [far, near],
    [near, near],
    [near, far],
    [-near, far],
    [-near, near],
    [-far, near],
    [-far, -near],
    [-near, -near],
  ];
}

/** The part of a trail between two ages, in steps; the newest first. */
function trace(
  context: CanvasRenderingContext2D,
  chart: Brush["chart"],
  live: LivePicture,
  row: number,
  [newest, oldest]: readonly [number, number],
): void {
  let before: Pixel | null = null;
  for (let age = newest; age <= oldest; age++) {
    const step = (live.trail_step - age + TRAIL_STEPS) % TRAIL_STEPS;
    const pixel = chart.visible(vectorAt(live.trail_ecef_m, 3 * (step * live.capacity + row)));
    if (pixel !== null) {
      if (before === null || apart(before, pixel) > chart.torn_px) context.moveTo(...pixel);
      else context.lineTo(...pixel);
    }
    before = pixel;
  }
}

function isInside([x, y]: Pixel, { chart: { width_px, height_px } }: Brush): boolean {
  return x > -BOX_PX && y > -BOX_PX && x < width_px + BOX_PX && y < height_px + BOX_PX;
}

function vectorAt(columns: ArrayLike<number>, start: number): Vec3 {
  return [columns[start]!, columns[start + 1]!, columns[start + 2]!];
}
