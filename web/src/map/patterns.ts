/** Stripes and dots as the second sign of areas, beside their colour. */

import type { Pattern } from "../core/looks.ts";

const TILE_PX = 8.0;
const LINE_PX = 1.3;
const DOT_PX = 1.1;

export class Patterns {
  readonly #made = new Map<string, CanvasPattern | null>();

  /** What fills an area in a colour; null where the area is plain. */
  of(
    context: CanvasRenderingContext2D,
    pattern: Pattern,
    colour: string,
    ratio: number,
  ): CanvasPattern | null {
    if (pattern === "plain") return null;
    const key = `${pattern} ${colour} ${ratio}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = patternOf(context, pattern, colour, ratio);
    this.#made.set(key, made);
    return made;
  }
}

function patternOf(
  context: CanvasRenderingContext2D,
  pattern: Exclude<Pattern, "plain">,
  colour: string,
  ratio: number,
): CanvasPattern | null {
  const tile = document.createElement("canvas");
  const side = Math.round(TILE_PX * ratio);
  [tile.width, tile.height] = [side, side];
  const pen = tile.getContext("2d");
  if (pen === null) return null;
  pen.scale(side / TILE_PX, side / TILE_PX);
  [pen.strokeStyle, pen.fillStyle, pen.lineWidth] = [colour, colour, LINE_PX];
  DRAWN[pattern](pen);
  const made = context.createPattern(tile, "repeat");
  made?.setTransform(new DOMMatrix().scale(TILE_PX / side));
  [tile.width, tile.height] = [0, 0];
  return made;
}

const DRAWN: Readonly<Record<Exclude<Pattern, "plain">, (pen: CanvasRenderingContext2D) => void>> =
  {
    rising: (pen) => stripe(pen, -1.0),
    falling: (pen) => stripe(pen, 1.0),
    crossed: (pen) => {
      stripe(pen, 1.0);
      stripe(pen, -1.0);
    },
    dotted: (pen) => {
      for (const at of [0.25 * TILE_PX, 0.75 * TILE_PX]) dot(pen, at, at);
    },
  };

/** A stripe through the tile, and its neighbours' ends in the corners. */
function stripe(pen: CanvasRenderingContext2D, slope: number): void {
  const start = slope > 0.0 ? 0.0 : TILE_PX;
  pen.beginPath();
  for (const shift of [-TILE_PX, 0.0, TILE_PX]) {
    pen.moveTo(-TILE_PX + shift, start - slope * TILE_PX);
    pen.lineTo(2.0 * TILE_PX + shift, start + slope * 2.0 * TILE_PX);
  }
  pen.stroke();
}

function dot(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.beginPath();
  pen.arc(x, y, DOT_PX, 0.0, 2.0 * Math.PI);
  pen.fill();
}
