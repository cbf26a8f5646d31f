/** What stands on the ground: radars with what they see, interceptors with what they reach. */

import { batteriesOf, isSelected, phaseOf, sensorsOf, shortOf, target } from "./chosen.ts";
import { courseOf, levelCourse, placeOf, ringOf } from "./courses.ts";
import type { Course, Drawable, Mark, Strength, Surface } from "./drawables.ts";
import { EARTH_MEAN_RADIUS_M, length, radians, type Vec3 } from "./earth.ts";
import { edges, footprint, surface, type Fan } from "./fan.ts";
import { dome, limitOf, outlineOf } from "./reachDome.ts";
import type { State } from "./state.ts";
import type { Battery, Sensor, View } from "./view.ts";
import { words } from "./words.ts";

/** Flat maps show what a radar sees at this height. */
export const MAP_HEIGHT_M = 300e3;
const CEILING_MARGIN = 1.1;
const LEAST_CEILING_M = 400e3;

/** Fans end above the highest flight: what lies beyond would only hide the rest. */
export function ceilingOf(view: View): number {
  const highest_km = Math.max(0.0, ...view.flights.map((each) => each.apogee_km));
  return Math.max(LEAST_CEILING_M, CEILING_MARGIN * 1000.0 * highest_km);
}

export type Failed = ReadonlySet<string>;
const NONE_FAILED: Failed = new Set();

/** `failed`: ids of sensors that are known to be silent. */
export function sites(view: View, state: State, failed: Failed = NONE_FAILED): Drawable[] {
  const batteries = batteriesOf(view, state);
  const named = new Set(batteries.map((each) => each.site));
  const radars = sensorsOf(view, state).flatMap((each) =>
    radarMark(view, state, each, named).map((mark) =>
      failed.has(each.id) ? failedMark(mark, state) : mark,
    ),
  );
  return [...radars, ...firstOfEach(batteries).map((each) => batteryMark(view, state, each))];
}

function radarMark(view: View, state: State, sensor: Sensor, named: ReadonlySet<string>): Mark[] {
  const { lat_deg, lon_deg, height_m } = sensor;
  if (lat_deg === null || lon_deg === null) return [];
  // Where interceptors stand beside it, their name is enough.
  const is_named = sensor.site === null || !named.has(sensor.site);
  return [
    {
      shape: "mark",
      layer: "sites",
      target: target("sensor", sensor.id),
      look: "radar",
      glyph: "radar",
      strength: isSelected(state, "sensor", sensor.id) ? "strong" : "normal",
      lon_deg,
      lat_deg,
      height_m: height_m ?? 0.0,
      label: is_named ? shortOf(view, state, sensor.site ?? sensor.id) : null,
      weight: 80,
    },
  ];
}

/** Its sign is a cross, and its name says so. */
function failedMark(mark: Mark, { language }: State): Mark {
  const label =
    mark.label === null ? null : words(language, "web.sensor.failed_label", { name: mark.label });
  return { ...mark, look: "failed", glyph: "failed", label, weight: mark.weight + 12 };
}

function batteryMark(view: View, state: State, battery: Battery): Mark {
  return {
    shape: "mark",
    layer: "sites",
    target: target("battery", battery.id),
    look: battery.at_sea ? "ship" : "interceptors",
    glyph: battery.at_sea ? "ship" : "interceptors",
    strength: isSelected(state, "battery", battery.id) ? "strong" : "normal",
    lon_deg: battery.lon_deg,
    lat_deg: battery.lat_deg,
    height_m: battery.height_m,
    label: shortOf(view, state, battery.site),
    weight: 90,
  };
}

/** One mark for all batteries of a site. */
function firstOfEach(batteries: readonly Battery[]): Battery[] {
  const seen = new Set<string>();
  return batteries.filter(({ site }) => !seen.has(site) && seen.add(site));
}

export function fans(view: View, state: State, failed: Failed = NONE_FAILED): Drawable[] {
  const ceiling_m = ceilingOf(view);
  return sensorsOf(view, state).flatMap((sensor) =>
    fansOf(sensor, rangeOf(view, state, sensor)).map((fan) =>
      fanSurface(fan, sensor, {
        ceiling_m,
        strength: strengthOf(state, "sensor", sensor.id),
        look: failed.has(sensor.id) ? "fan-failed" : sensor.search === "cued" ? "fan-cued" : "fan",
      }),
    ),
  );
}

/** How far the sensor sees the chosen flight; without one, a target of its reference size. */
export function rangeOf(view: View, state: State, sensor: Sensor): number | null {
  const [phase, flight] = [
    phaseOf(view, state),
    view.flights.findIndex((each) => each.id === state.flight),
  ];
  const number = view.sensors.indexOf(sensor);
  const { sees } = view;
  const row = sees.sensor.findIndex(
    (each, k) => each === number && sees.phase[k] === phase && sees.flight[k] === flight,
  );
  const range_km = sees.detection_range_km[row] ?? sensor.range_km;
  return range_km === null ? null : 1000.0 * range_km;
}

function fansOf(sensor: Sensor, range_m: number | null): Fan[] {
  const { lat_deg, lon_deg, height_m } = sensor;
  if (lat_deg === null || lon_deg === null || range_m === null) return [];
  const site = { ...placeOf(lat_deg, lon_deg), height_m: height_m ?? 0.0 };
  return sensor.sectors.map((each) => ({
    site,
    range_m,
    sector: {
      azimuth_from_rad: radians(each.azimuth_from_deg),
      azimuth_width_rad: radians(widthOf(each.azimuth_from_deg, each.azimuth_to_deg)),
      elevation_min_rad: radians(each.elevation_min_deg),
      elevation_max_rad: radians(each.elevation_max_deg),
    },
  }));
}

/** From 0 to 360 degrees is the full circle, from 350 to 10 a fifth of a right angle. */
function widthOf(from_deg: number, to_deg: number): number {
  const width = to_deg - from_deg;
  return width > 0.0 ? width : width + 360.0;
}

type FanLook = Pick<Surface, "ceiling_m" | "strength" | "look">;

function fanSurface(fan: Fan, sensor: Sensor, { ceiling_m, strength, look }: FanLook): Surface {
  const { positions_ecef_m, triangles } = surface(fan);
  // The cone straight above a radar, into which it cannot look, is no edge of what it sees.
  const [rim] = footprint(fan, ceiling_m);
  const rims = rim === undefined ? [] : [levelCourse(rim, ceiling_m)];
  return {
    shape: "surface",
    layer: "fans",
    target: target("sensor", sensor.id),
    look,
    strength,
    positions_ecef_m,
    triangles,
    ceiling_m,
    edges: [...edges(fan).flatMap((line) => below(line, ceiling_m)), ...rims],
    ground: [footprint(fan, Math.min(MAP_HEIGHT_M, ceiling_m)).map(ringOf)].filter(
      (each) => each.length > 0,
    ),
  };
}

/** The parts of a line that lie below a height over the mean sphere. */
export function below(line: readonly Vec3[], ceiling_m: number): Course[] {
  const parts: Vec3[][] = [[]];
  for (const point of line) {
    if (length(point) <= EARTH_MEAN_RADIUS_M + ceiling_m) parts[parts.length - 1]!.push(point);
    else if (parts[parts.length - 1]!.length > 0) parts.push([]);
  }
  return parts.filter((each) => each.length > 1).map(courseOf);
}

export function reach(view: View, state: State): Drawable[] {
  const ceiling_m = ceilingOf(view);
  return batteriesOf(view, state).flatMap((each) => reachOf(each, state, ceiling_m));
}

/** The ground that a battery's rules leave it, and the space above that it reaches. */
function reachOf(battery: Battery, state: State, ceiling_m: number): Drawable[] {
  const outline = outlineOf(battery, state.setting.speed_m_s);
  if (outline === null) return [];
  const { cap_m } = state.setting;
  const limits = {
    cap_m: cap_m ?? 1000.0 * (battery.ground_range_km ?? Number.POSITIVE_INFINITY),
    floor_m: 1000.0 * (battery.min_height_km ?? 0.0),
    top_m: Math.min(1000.0 * (battery.max_height_km ?? Number.POSITIVE_INFINITY), ceiling_m),
  };
  const place = placeOf(battery.lat_deg, battery.lon_deg);
  const ring = limitOf(outline, place, limits);
  const shared = {
    layer: "reach",
    target: target("battery", battery.id),
    strength: strengthOf(state, "battery", battery.id),
  } as const;
  return [
    { ...shared, shape: "line", look: "reach-limit", courses: [levelCourse(ring)] },
    {
      ...shared,
      shape: "surface",
      look: "reach",
      ...dome(outline, place, limits),
      ceiling_m: Number.POSITIVE_INFINITY,
      edges: [],
      ground: [[ringOf(ring)]],
    },
  ];
}

/** What is chosen stands out, and what is not steps back. */
function strengthOf(state: State, kind: string, id: string): Strength {
  if (isSelected(state, kind, id)) return "strong";
  return state.selected?.kind === kind ? "faint" : "normal";
}
