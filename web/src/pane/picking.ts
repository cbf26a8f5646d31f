/** What is under a click: first signs, then tracks, lines, areas and cells. */

import { geoContains } from "d3-geo";
import type { Position as GeoPosition } from "geojson";
import type { Area, Cells, Course, Drawable, Drawn } from "../core/drawables.ts";
import { degrees, type Place, type Vec3 } from "../core/earth.ts";
import { trackId, type LivePicture } from "../core/livePicture.ts";
import type { Selection } from "../core/state.ts";
import type { Placed } from "./overlay.ts";
import { apart, type Pixel, type Sight } from "./sight.ts";

const NEAR_MARK_PX = 13.0;
const NEAR_LINE_PX = 8.0;

export interface Scenery {
  readonly sight: Sight;
  readonly drawn: Drawn;
  readonly placed: readonly Placed[];
  readonly live: LivePicture | null;
  /** The lines by which a thing is seen. */
  readonly coursesOf: (drawable: Drawable) => readonly Course[];
  /** A longer step of a line runs around the edge of the map; infinite where there is none. */
  readonly torn_px: number;
}

export function pick(scenery: Scenery, at: Pixel): Selection | null {
  const place = scenery.sight.place(...at);
  const all = Object.values(scenery.drawn).flat();
  return (
    nearestMark(scenery.placed, at) ??
    nearestTrack(scenery, at) ??
    nearestLine(all, scenery, at) ??
    (place === null ? null : (areaAt(all, place) ?? cellAt(all, place)))
  );
}

function nearestMark(placed: readonly Placed[], at: Pixel): Selection | null {
  let [found, best]: [Selection | null, number] = [null, NEAR_MARK_PX];
  for (const { mark, pixel } of placed) {
    const away = apart(pixel, at);
    if (mark.target !== null && away < best) [found, best] = [mark.target, away];
  }
  return found;
}

function nearestTrack({ live, sight }: Scenery, at: Pixel): Selection | null {
  if (live === null) return null;
  let [found, best]: [number | null, number] = [null, NEAR_MARK_PX];
  for (let row = 0; row < live.rows; row++) {
    if (live.is_alive[row] === 0 || live.is_hidden[row] === 1) continue;
    const pixel = sight.visible(pointOf(live, row));
    const away = pixel === null ? Number.POSITIVE_INFINITY : apart(pixel, at);
    if (away < best) [found, best] = [row, away];
  }
  if (found === null) return null;
  return { kind: "track", id: trackId(live.picture[found]!, live.number[found]!) };
}

function nearestLine(all: readonly Drawable[], scenery: Scenery, at: Pixel): Selection | null {
  let [found, best]: [Selection | null, number] = [null, NEAR_LINE_PX];
  for (const each of all) {
    if (each.target === null) continue;
    for (const course of scenery.coursesOf(each)) {
      const away = fromCourse(course, scenery, at);
      if (away < best) [found, best] = [each.target, away];
    }
  }
  return found;
}

/** How far a point is from the part of a line that is seen. */
function fromCourse(course: Course, { sight, torn_px }: Scenery, at: Pixel): number {
  let nearest = Number.POSITIVE_INFINITY;
  let before: Pixel | null = null;
  for (let k = 0; k < course.lon_deg.length; k++) {
    const pixel = sight.visibleAt(course.lon_deg[k]!, course.lat_deg[k]!, course.height_m[k]!);
    if (pixel !== null && before !== null && apart(before, pixel) < torn_px) {
      nearest = Math.min(nearest, fromSegment(at, before, pixel));
    }
    before = pixel;
  }
  return nearest;
}

export function fromSegment([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const share = squared === 0.0 ? 0.0 : ((x - ax) * dx + (y - ay) * dy) / squared;
  const within = Math.min(Math.max(share, 0.0), 1.0);
  return Math.hypot(x - ax - within * dx, y - ay - within * dy);
}

/** The smallest thing is drawn last, so that the last one that holds the place is meant. */
function areaAt(all: readonly Drawable[], place: Place): Selection | null {
  const at: [number, number] = [degrees(place.lon_rad), degrees(place.lat_rad)];
  const holds = (area: Area): boolean =>
    geoContains(
      { type: "MultiPolygon", coordinates: area.polygons as unknown as GeoPosition[][][] },
      at,
    );
  const found = all.filter(
    (each): each is Area => each.shape === "area" && each.target !== null && holds(each),
  );
  return found.at(-1)?.target ?? null;
}

function cellAt(all: readonly Drawable[], place: Place): Selection | null {
  for (const each of [...all].reverse()) {
    if (each.shape !== "cells") continue;
    const cell = inCells(each, degrees(place.lon_rad), degrees(place.lat_rad));
    if (cell === null) continue;
    if (each.target === null) return { kind: "cell", id: String(cell) };
    return { kind: each.target.kind, id: `${each.target.id}/${cell}` };
  }
  return null;
}

/** The cell that holds a place, by its number in the grid. */
export function inCells(cells: Cells, lon_deg: number, lat_deg: number): number | null {
  const bounds = cells.bounds_deg;
  for (let k = 0; k < cells.indices.length; k++) {
    const [west, south, east, north] = bounds.subarray(4 * k, 4 * k + 4) as unknown as Bounds;
    if (lat_deg < south || lat_deg >= north) continue;
    const eastward = (((lon_deg - west) % 360.0) + 360.0) % 360.0;
    if (eastward < east - west) return cells.indices[k]!;
  }
  return null;
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

function pointOf(live: LivePicture, row: number): Vec3 {
  const at = live.position_ecef_m;
  return [at[3 * row]!, at[3 * row + 1]!, at[3 * row + 2]!];
}
