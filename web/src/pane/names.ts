/** Where names may stand beside their signs, so that none covers another or a sign. */

import type { Pixel } from "./sight.ts";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A sign that was placed, and the name it would like to have. */
export interface Named {
  readonly pixel: Pixel;
  /** Half the side of the sign. */
  readonly half_px: number;
  /** Of the name as it is written; null where it has none. */
  readonly name_px: number | null;
}

export interface Room {
  readonly width_px: number;
  readonly font_px: number;
}

const GAP_PX = 4.0;

/**
 * The box of each name, in the order of the signs: who comes first has the choice. A name stands
 * right of its sign, or left, below or above; where nothing is free it is left out (null).
 */
export function placeNames(signs: readonly Named[], room: Room): (Box | null)[] {
  const taken = signs.map(({ pixel, half_px }) => boxAround(pixel, half_px));
  return signs.map((sign, own) => {
    const free = placesFor(sign, room.font_px).find(
      (box) =>
        box.left > 0.0 &&
        box.right < room.width_px &&
        taken.every((other, k) => k === own || !touch(box, other)),
    );
    if (free === undefined) return null;
    taken.push(free);
    return free;
  });
}

function placesFor({ pixel: [x, y], half_px, name_px }: Named, font_px: number): Box[] {
  if (name_px === null) return [];
  const away = half_px + GAP_PX;
  const half = 0.6 * font_px;
  const at = (left: number, middle: number): Box => ({
    left,
    top: middle - half,
    right: left + name_px,
    bottom: middle + half,
  });
  return [
    at(x + away, y),
    at(x - away - name_px, y),
    at(x - 0.5 * name_px, y + away + half),
    at(x - 0.5 * name_px, y - away - half),
    at(x + 0.7 * away, y + away + 0.4 * half),
    at(x + 0.7 * away, y - away - 0.4 * half),
  ];
}

function boxAround([x, y]: Pixel, half: number): Box {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

export function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
