/** The regions of an exercise: who answers for what, what is defended, and what is contradictory. */

import { isSelected, shortOf, target, textOf } from "./chosen.ts";
import { groundCourse, placeOf } from "./courses.ts";
import type { Area, Drawable, Line, Mark, Position, Ring, Strength } from "./drawables.ts";
import { sightOfPlaces } from "./drawnPlans.ts";
import { EARTH_MEAN_RADIUS_M, radians, type Place } from "./earth.ts";
import type { LookName } from "./looks.ts";
import { destination } from "./sphere.ts";
import type { State } from "./state.ts";
import type { Edge, Region, Sensor, Trouble, View } from "./view.ts";
import { words } from "./words.ts";

/** So much of what a radar sees lies in sight, and no more than so far from it. */
const SEEN = 0.6;
const MOST_SEEN_M = 1.2e6;

/** Whether a document is the setting of an exercise. */
export function isSetting(view: View | null): boolean {
  return view?.mark === "exercise";
}

/** Those of a document; documents of earlier versions have none. */
export function regionsOf(view: View): readonly Region[] {
  return view.regions ?? [];
}

/** What nobody answers for, and what several parties do. */
export function troublesOf(view: View): readonly Trouble[] {
  return view.troubles ?? [];
}

/** The borders of sectors with who answers there; what is contradictory is hatched and dashed. */
export function sectors(view: View, state: State): Drawable[] {
  const held = regionsOf(view).filter((each) => each.sector.length > 0);
  return [
    ...held.flatMap((each): Drawable[] => [
      border(each, "sector", "sectors", state),
      flag(view, each, state),
    ]),
    ...troublesOf(view).flatMap((each) => trouble(each, state)),
  ];
}

/** What is defended, and above what a party is asked. */
export function regions(view: View, state: State): Drawable[] {
  return regionsOf(view).flatMap((each): Drawable[] => {
    const is_defended = each.defended.length > 0;
    return [
      ...(is_defended ? [ground(each, state)] : []),
      // Where a sector has the same border, that one is seen.
      ...(each.territory.length > 0 && each.sector.length === 0
        ? [border(each, "territory", "regions", state), flag(view, each, state)]
        : []),
    ];
  });
}

function border(region: Region, look: LookName, layer: "sectors" | "regions", state: State): Line {
  return {
    shape: "line",
    layer,
    target: target("region", region.id),
    look,
    strength: strengthOf(state, "region", region.id),
    courses: region.edges.map((each) => groundCourse(ringOf(each))),
  };
}

function ground(region: Region, state: State): Area {
  return {
    shape: "area",
    layer: "regions",
    target: target("region", region.id),
    look: "to-defend",
    strength: isSelected(state, "region", region.id) ? "strong" : "normal",
    polygons: polygonsOf(region.edges),
  };
}

/** Whose it is; of a sector on its northern border: what comes down in it has room then. */
function flag(view: View, region: Region, state: State): Mark {
  const is_sector = region.sector.length > 0;
  const parties = (is_sector ? region.sector : region.territory)
    .map((each) => shortOf(view, state, each))
    .join(", ");
  const key = is_sector ? "web.region.sector_of" : "web.region.territory_of";
  return {
    shape: "mark",
    layer: is_sector ? "sectors" : "regions",
    target: target("region", region.id),
    look: is_sector ? "flag" : "territory-flag",
    glyph: "flag",
    strength: isSelected(state, "region", region.id) ? "strong" : "normal",
    ...(is_sector ? northOf(region) : { lon_deg: region.lon_deg, lat_deg: region.lat_deg }),
    height_m: 0.0,
    label: words(state.language, key, { parties }),
    weight: is_sector ? 70 : 50,
  };
}

function northOf({ edges, ...middle }: Region): Pick<Mark, "lon_deg" | "lat_deg"> {
  let north = { lon_deg: middle.lon_deg, lat_deg: middle.lat_deg };
  for (const { lon_deg, lat_deg } of edges) {
    lat_deg.forEach((lat, k) => {
      if (lat > north.lat_deg) north = { lon_deg: lon_deg[k] ?? 0.0, lat_deg: lat };
    });
  }
  return north;
}

function trouble(each: Trouble, state: State): Drawable[] {
  const shared = {
    layer: "sectors",
    target: target("trouble", each.id),
    look: each.kind === "gap" ? "sector-gap" : "sector-overlap",
    strength: isSelected(state, "trouble", each.id) ? "strong" : "normal",
  } as const;
  return [
    { ...shared, shape: "area", polygons: polygonsOf(each.edges) },
    {
      ...shared,
      shape: "mark",
      glyph: "question",
      look: each.kind === "gap" ? "gap-sign" : "question",
      lon_deg: each.lon_deg,
      lat_deg: each.lat_deg,
      height_m: 0.0,
      label: words(state.language, `web.trouble.${each.kind}.short`),
      weight: 72,
    },
  ];
}

/** Rings the other way round are holes of the one before. */
function polygonsOf(edges: readonly Edge[]): (readonly Ring[])[] {
  const polygons: Ring[][] = [];
  for (const edge of edges) {
    const ring = ringOf(edge);
    const last = polygons.at(-1);
    if (last !== undefined && isHole(ring)) last.push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

function ringOf({ lon_deg, lat_deg }: Edge): Ring {
  return lon_deg.map((lon, k): Position => [lon, lat_deg[k] ?? 0.0]);
}

/** Whether a ring runs against the clock; by longitudes the shorter way. */
function isHole(ring: Ring): boolean {
  let twice_area = 0.0;
  for (let k = 0; k + 1 < ring.length; k++) {
    const [[x, y], [next_x, next_y]] = [ring[k]!, ring[k + 1]!];
    twice_area += (((((next_x - x) % 360.0) + 540.0) % 360.0) - 180.0) * (y + next_y);
  }
  return twice_area < 0.0;
}

function strengthOf(state: State, kind: string, id: string): Strength {
  return isSelected(state, kind, id) ? "strong" : "normal";
}

/** What a region is called: as the catalogue does, or as its file. */
export function titleOf(state: State, region: Region): string {
  return textOf(state, region.name) ?? region.id;
}

/** From where a setting is seen; null where nothing of it has a place. */
export function settingSight(view: View): (Place & { readonly range_m: number }) | null {
  const places = [
    ...view.sensors.flatMap(seenPlaces),
    ...view.batteries.map(({ lat_deg, lon_deg }) => placeOf(lat_deg, lon_deg)),
    ...regionsOf(view).flatMap(({ edges }) =>
      edges.flatMap(({ lat_deg, lon_deg }) =>
        lat_deg.map((lat, k) => placeOf(lat, lon_deg[k] ?? 0.0)),
      ),
    ),
  ];
  if (places.length === 0) return null;
  return sightOfPlaces(places);
}

/** Where a radar stands, and places along the middle and the edges of what it sees. */
function seenPlaces({ lat_deg, lon_deg, range_km, sectors }: Sensor): Place[] {
  if (lat_deg === null || lon_deg === null) return [];
  const site = placeOf(lat_deg, lon_deg);
  const angle = Math.min(1e3 * SEEN * (range_km ?? 0.0), MOST_SEEN_M) / EARTH_MEAN_RADIUS_M;
  const edges = sectors.flatMap(({ azimuth_from_deg: from, azimuth_to_deg: to }) => {
    const width = to > from ? to - from : to - from + 360.0;
    return [0.0, 0.25, 0.5, 0.75, 1.0].map((share) => radians(from + share * width));
  });
  return [site, ...edges.map((azimuth_rad) => destination(site, azimuth_rad, angle))];
}
