/** Which tracks of the live picture are left out: by picture, class, party and sensor. */

import { CLASS_NAMES } from "../core/frames.ts";
import { trackId, type LivePicture } from "../core/livePicture.ts";
import type { Filters } from "../core/state.ts";

export interface Hiding {
  /** The one picture whose tracks are shown; null for those of all. */
  readonly picture: number | null;
  readonly filters: Filters;
}

/**
 * Writes the column `is_hidden`; whether any of it is another than before.
 *
 * A track is left out by party where all parties that have seen it are left out, and so by sensor.
 * While nobody knows who has seen it, it is shown.
 */
export function hide(live: LivePicture, { picture, filters }: Hiding): boolean {
  const classes = CLASS_NAMES.map((name) => filters.classes.includes(name));
  const has_people = filters.parties.length > 0 || filters.sensors.length > 0;
  let is_changed = false;
  for (let row = 0; row < live.rows; row++) {
    if (live.is_alive[row] === 0) continue;
    const is_hidden =
      (picture !== null && live.picture[row] !== picture) ||
      classes[live.class_index[row]!] === true ||
      (has_people && isLeftOut(live, row, filters));
    const value = is_hidden ? 1 : 0;
    is_changed ||= live.is_hidden[row] !== value;
    live.is_hidden[row] = value;
  }
  return is_changed;
}

function isLeftOut(live: LivePicture, row: number, { parties, sensors }: Filters): boolean {
  const by = live.contributors.get(trackId(live.picture[row]!, live.number[row]!)) ?? [];
  if (by.length === 0) return false;
  return by.every((name) => {
    const party = name.split("/", 1)[0] ?? name;
    return parties.includes(party) || sensors.includes(name);
  });
}
