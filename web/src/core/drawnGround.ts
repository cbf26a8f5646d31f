/** The ground: land and lakes, borders as they may be drawn, the graticule, defended cells. */

import { cellCount, cellLayersOf, cellStates } from "./chosen.ts";
import { groundCourse } from "./courses.ts";
import type { Area, Cells, Drawable, Line, Ring } from "./drawables.ts";
import type { LookName } from "./looks.ts";
import type { State } from "./state.ts";
import type { BorderKind, World } from "./topo.ts";
import type { Band, View } from "./view.ts";

const PARALLELS_DEG = [-60, -30, 0, 30, 60];
const MERIDIANS_DEG = Array.from({ length: 12 }, (_, k) => 30 * k - 180);
const STEP_DEG = 2;
// Meridians end short of the poles, where twelve lines would run together.
const LAST_PARALLEL_DEG = 80;

export function borders(world: World): Drawable[] {
  const lines = world.borders.map((border): Line => {
    const look: Record<BorderKind, LookName> = {
      coastline: "coastline",
      international: "international",
      undetermined: "undetermined",
      special: "special",
    };
    const courses = border.lines.map(groundCourse);
    return { ...ON_THE_GROUND, shape: "line", layer: "borders", look: look[border.kind], courses };
  });
  return [area("land", world.land.coordinates), area("lake", world.lakes.coordinates), ...lines];
}

export function graticule(): Drawable[] {
  const meridians = MERIDIANS_DEG.map((lon) =>
    steps(-LAST_PARALLEL_DEG, LAST_PARALLEL_DEG).map((lat) => [lon, lat]),
  );
  const parallels = PARALLELS_DEG.map((lat) => steps(-180, 180).map((lon) => [lon, lat]));
  const courses = [...meridians, ...parallels].map(groundCourse);
  return [{ ...ON_THE_GROUND, shape: "line", layer: "graticule", look: "graticule", courses }];
}

/** What is defended; where two settings are compared, where the second does better or worse. */
export function defended(view: View, state: State): Drawable[] {
  const count = cellCount(view);
  const states = cellStates(cellLayersOf(view, state), count);
  const other =
    state.compared === null ? null : cellStates(cellLayersOf(view, state, state.compared), count);
  const groups = new Map<LookName, number[]>();
  for (let k = 0; k < count; k++) {
    const look = other === null ? LOOK_OF[states[k]!] : difference(states[k]!, other[k]!);
    if (look == null) continue;
    const known = groups.get(look);
    if (known === undefined) groups.set(look, [k]);
    else known.push(k);
  }
  const bounds = boundsOf(view.cells.bands, count);
  const chosen = chosenCell(state);
  const around = chosen === null || chosen >= count ? [] : [outline(bounds, chosen)];
  return [...[...groups].map(([look, indices]) => cells(look, indices, bounds)), ...around];
}

/** The number of the cell that is chosen; null where none is. */
export function chosenCell({ selected }: State): number | null {
  const cell = selected?.kind === "cell" ? Number(selected.id) : NaN;
  return Number.isInteger(cell) && cell >= 0 ? cell : null;
}

function outline(bounds: Float64Array, cell: number): Line {
  const [west, south, east, north] = bounds.subarray(4 * cell, 4 * cell + 4) as unknown as Bounds;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const courses = [groundCourse(ring)];
  return { ...ON_THE_GROUND, shape: "line", layer: "defended", look: "cell-chosen", courses };
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** West, south, east and north of every cell, in the order of the document. */
export function boundsOf(bands: readonly Band[], count: number): Float64Array {
  const bounds = new Float64Array(4 * count);
  let cell = 0;
  for (const band of bands) {
    band.count.forEach((inside, run) => {
      const [west, east] = [band.west_deg[run]!, band.east_deg[run]!];
      // A run over the date line ends at a smaller longitude than it begins.
      const span = (east < west ? east + 360.0 - west : east - west) / inside;
      for (let k = 0; k < inside; k++) {
        bounds.set(
          [west + k * span, band.south_deg, west + (k + 1) * span, band.north_deg],
          4 * cell++,
        );
      }
    });
  }
  return bounds;
}

const ON_THE_GROUND = { target: null, strength: "normal" } as const;
const LOOK_OF: readonly (LookName | null)[] = [null, "cell-no", "cell-depends", "cell-yes"];

/** Nothing where neither setting has a threat, `cell-same` where they do not differ. */
function difference(state: number, other: number): LookName | null {
  if (state === 0 && other === 0) return null;
  // What is not threatened is as well off as what is defended.
  const [first, second] = [state === 0 ? 3 : state, other === 0 ? 3 : other];
  if (first === second) return "cell-same";
  return second > first ? "cell-better" : "cell-worse";
}

function cells(look: LookName, indices: readonly number[], bounds: Float64Array): Cells {
  const own = new Float64Array(4 * indices.length);
  indices.forEach((cell, k) => own.set(bounds.subarray(4 * cell, 4 * cell + 4), 4 * k));
  return {
    ...ON_THE_GROUND,
    shape: "cells",
    layer: "defended",
    look,
    bounds_deg: own,
    indices: Uint32Array.from(indices),
  };
}

function area(look: LookName, coordinates: readonly (readonly (readonly number[][])[])[]): Area {
  const polygons = coordinates as unknown as readonly (readonly Ring[])[];
  return { ...ON_THE_GROUND, shape: "area", layer: "borders", look, polygons };
}

function steps(from_deg: number, to_deg: number): number[] {
  const count = Math.round((to_deg - from_deg) / STEP_DEG);
  return Array.from({ length: count + 1 }, (_, k) => from_deg + k * STEP_DEG);
}
