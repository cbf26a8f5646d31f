/** Places of observers as a field: where they are rows of a grid, cells that meet half-way. */

import type { Plan } from "./view.ts";

/** Fewer places than this are signs, not cells. */
const FEW = 16;
/** Latitudes nearer to each other than this are of one row. */
const ROW_DEG = 1e-3;
/** The width of a cell that has no neighbour. */
const ALONE_DEG = 0.25;

export interface GridCell {
  /** Of the place, in the list of the plan. */
  readonly number: number;
  readonly bounds_deg: readonly [west: number, south: number, east: number, north: number];
}

/** A cell around each of an observer's places; null where they are too few, or no grid. */
export function gridOf(plan: Plan, observer: string): GridCell[] | null {
  const numbers = plan.stations.flatMap((each, k) => (each.observer === observer ? [k] : []));
  const rows = rowsOf(plan, numbers);
  if (numbers.length < FEW || rows.length * 2 > numbers.length) return null;
  const half_lat = 0.5 * leastStep(rows.map(([row]) => row * ROW_DEG));
  return rows.flatMap(([, places]) => {
    const half_lon = 0.5 * leastStep(places.map((k) => plan.stations[k]!.lon_deg));
    return places.map((k): GridCell => {
      const { lon_deg, lat_deg } = plan.stations[k]!;
      const [south, north] = [lat_deg - half_lat, lat_deg + half_lat];
      return { number: k, bounds_deg: [lon_deg - half_lon, south, lon_deg + half_lon, north] };
    });
  });
}

/** From the south, each with its places from the west. */
function rowsOf(plan: Plan, numbers: readonly number[]): [row: number, places: number[]][] {
  const rows = new Map<number, number[]>();
  for (const k of numbers) {
    const row = Math.round(plan.stations[k]!.lat_deg / ROW_DEG);
    rows.set(row, [...(rows.get(row) ?? []), k]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, places]) => [
      row,
      places.sort((a, b) => plan.stations[a]!.lon_deg - plan.stations[b]!.lon_deg),
    ]);
}

function leastStep(values: readonly number[]): number {
  const steps = values.slice(1).map((value, k) => value - values[k]!);
  return steps.length === 0 ? ALONE_DEG : Math.min(...steps);
}
