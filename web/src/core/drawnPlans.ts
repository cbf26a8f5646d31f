/** What plans of monitoring place on the map: where to stand, and what was announced. */

import { isSelected, nameOf, target, textOf } from "./chosen.ts";
import { partOf } from "./courses.ts";
import type { Area, Cells, Drawable, Line, Mark } from "./drawables.ts";
import { EARTH_MEAN_RADIUS_M, plus, radians, type Place, type Vec3 } from "./earth.ts";
import { gridOf, type GridCell } from "./placeGrid.ts";
import { centralAngle, placeOf, unitVector } from "./sphere.ts";
import type { State } from "./state.ts";
import type { Plan, Station, Together, View } from "./view.ts";

/** So many times farther than what is seen reaches; and never nearer than that. */
const PLAN_MARGIN = 2.7;
const LEAST_RANGE_M = 1.2e6;

export function observers(view: View, state: State): Drawable[] {
  return view.plans.flatMap((plan) => [
    ...plan.areas.map((each): Area => areaOf(plan, each)),
    ...plan.paths.map((each): Line => pathOf(plan, each)),
    ...placesOf(view, plan, state),
    site(plan, state),
  ]);
}

/** A field where the places are a grid, with signs where it is best and what is chosen. */
function placesOf(view: View, plan: Plan, state: State): Drawable[] {
  const grid = gridOf(plan, shownObserver(plan, state));
  const signs = plan.stations.flatMap((each, k): Mark[] => {
    const is_shown = grid === null || isBest(plan, each) || isChosen(plan, k, state);
    return is_shown ? [stationOf(view, plan, each, k, state)] : [];
  });
  return grid === null ? signs : [...fieldOf(plan, grid), ...signs];
}

function isChosen(plan: Plan, number: number, state: State): boolean {
  return isSelected(state, "observer", stationId(plan, number));
}

/** Places of several observers lie on one another: those of the chosen one, else of the best. */
function shownObserver(plan: Plan, { selected }: State): string {
  const is_own = selected?.kind === "observer" && selected.id.startsWith(`${plan.id}/`);
  const number = is_own ? Number(selected.id.slice(plan.id.length + 1)) : -1;
  return (plan.stations[number] ?? plan.stations[bestNumber(plan)])?.observer ?? "";
}

function bestNumber(plan: Plan): number {
  const [alone] = plan.best;
  return plan.stations.findIndex((each) => alone !== undefined && stands(alone, each));
}

const FIELD = ["place-most", "place-some", "place-least", "place-none"] as const;

/** The cells by how little the deviation is there: up to twice the least of all, five times. */
function fieldOf(plan: Plan, grid: readonly GridCell[]): Cells[] {
  const sigma = (number: number): number | null => plan.stations[number]!.burnout_speed_sigma_m_s;
  const least = grid.reduce((all, each) => Math.min(all, sigma(each.number) ?? all), Infinity);
  const lookOf = (number: number): (typeof FIELD)[number] => {
    const share = (sigma(number) ?? Infinity) / least;
    if (!Number.isFinite(share)) return "place-none";
    return share <= 2.0 ? "place-most" : share <= 5.0 ? "place-some" : "place-least";
  };
  return FIELD.flatMap((look): Cells[] => {
    const cells = grid.filter((each) => lookOf(each.number) === look);
    if (cells.length === 0) return [];
    return [
      {
        shape: "cells",
        layer: "observers",
        target: target("observer", plan.id),
        look,
        strength: "normal",
        bounds_deg: Float64Array.from(cells.flatMap((each) => [...each.bounds_deg])),
        indices: Uint32Array.from(cells.map((each) => each.number)),
      },
    ];
  });
}

/** From where all of a plan is seen: its places, and the site. */
export function sightOf(plan: Plan): Place & { readonly range_m: number } {
  return sightOfPlaces([
    { lat_rad: radians(plan.site_lat_deg), lon_rad: radians(plan.site_lon_deg) },
    ...plan.stations.map((each) => ({
      lat_rad: radians(each.lat_deg),
      lon_rad: radians(each.lon_deg),
    })),
  ]);
}

/** From where places are seen together; there is at least one. */
export function sightOfPlaces(places: readonly Place[]): Place & { readonly range_m: number } {
  const sum = places.map(unitVector).reduce<Vec3>(plus, [0.0, 0.0, 0.0]);
  const middle = placeOf(sum);
  const away = places.reduce((most, each) => Math.max(most, centralAngle(middle, each)), 0.0);
  const range_m = PLAN_MARGIN * away * EARTH_MEAN_RADIUS_M;
  return { ...middle, range_m: Math.max(range_m, LEAST_RANGE_M) };
}

/** The id of a station in selections and tables: that of its plan and its place in the list. */
export function stationId(plan: Plan, number: number): string {
  return `${plan.id}/${number}`;
}

/** Whether it is among the places from which most is learned together. */
export function isBest(plan: Plan, station: Station): boolean {
  const together = plan.best.at(-1);
  return together !== undefined && stands(together, station);
}

function stands({ observer, lat_deg, lon_deg }: Together, station: Station): boolean {
  return observer.some(
    (each, k) =>
      each === station.observer && lat_deg[k] === station.lat_deg && lon_deg[k] === station.lon_deg,
  );
}

function stationOf(view: View, plan: Plan, station: Station, number: number, state: State): Mark {
  const id = stationId(plan, number);
  const is_best = isBest(plan, station);
  return {
    shape: "mark",
    layer: "observers",
    target: target("observer", id),
    look: is_best ? "observer-best" : "observer",
    glyph: "observer",
    strength: isSelected(state, "observer", id) ? "strong" : is_best ? "normal" : "faint",
    lon_deg: station.lon_deg,
    lat_deg: station.lat_deg,
    height_m: 0.0,
    label: is_best ? nameOf(view, state, station.observer) : null,
    weight: is_best ? 70 : 10,
  };
}

function site(plan: Plan, state: State): Mark {
  return {
    shape: "mark",
    layer: "observers",
    target: target("plan", plan.id),
    look: "launch",
    glyph: "launch",
    strength: isSelected(state, "plan", plan.id) ? "strong" : "normal",
    lon_deg: plan.site_lon_deg,
    lat_deg: plan.site_lat_deg,
    height_m: 0.0,
    label: textOf(state, plan.name),
    weight: 75,
  };
}

function areaOf(plan: Plan, area: Plan["areas"][number]): Area {
  const corners = area.lon_deg.map((lon, k) => [lon, area.lat_deg[k] ?? 0.0] as const);
  const [first] = corners;
  const ring = first === undefined ? [] : clockwise([...corners, first]);
  return {
    shape: "area",
    layer: "observers",
    target: target("area", `${plan.id}/${area.id}`),
    look: "hazard-area",
    strength: "normal",
    polygons: [[ring]],
  };
}

function pathOf(plan: Plan, path: Plan["paths"][number]): Line {
  const end_s = path.time_s[path.time_s.length - 1] ?? 0.0;
  return {
    shape: "line",
    layer: "observers",
    target: target("path", `${plan.id}/${path.id}`),
    look: "announced",
    strength: "normal",
    courses: [partOf(path, path.time_s[0] ?? 0.0, end_s)],
  };
}

type Corner = readonly [lon_deg: number, lat_deg: number];

/** The ring so turned that its inside, the smaller side, lies to the right of the way. */
export function clockwise(ring: readonly Corner[]): Corner[] {
  let twice_area = 0.0;
  for (let k = 0; k + 1 < ring.length; k++) {
    const [[x, y], [next_x, next_y]] = [ring[k]!, ring[k + 1]!];
    // Longitudes by the shorter way, so that a ring over the date line counts as one.
    const step = ((((next_x - x) % 360.0) + 540.0) % 360.0) - 180.0;
    twice_area += step * (y + next_y);
  }
  return twice_area >= 0.0 ? [...ring] : [...ring].reverse();
}
