/** What the picture shows, as features of maps: what files for other programs are made of. */

import type { Cells, Course, Drawable, Drawn, Position, Ring } from "./drawables.ts";
import type { LookName } from "./looks.ts";
import type { LayerName, Selection } from "./state.ts";

/** Longitude and latitude in degrees, and where there is one the height in metres. */
export type Coordinate = readonly number[];

export type Geometry =
  | { readonly type: "Point"; readonly coordinates: Coordinate }
  | { readonly type: "MultiLineString"; readonly coordinates: readonly (readonly Coordinate[])[] }
  | {
      readonly type: "MultiPolygon";
      readonly coordinates: readonly (readonly (readonly Coordinate[])[])[];
    };

export interface Feature {
  readonly layer: LayerName;
  readonly look: LookName;
  readonly target: Selection | null;
  readonly label: string | null;
  readonly geometry: Geometry;
}

/** The ground itself is in every map program; surfaces in space stand as what they cover. */
const LEFT_OUT: ReadonlySet<LayerName> = new Set(["borders", "graticule", "trails"]);

export function featuresOf(drawn: Drawn): Feature[] {
  const layers = Object.entries(drawn) as [LayerName, readonly Drawable[]][];
  return layers
    .filter(([name]) => !LEFT_OUT.has(name))
    .flatMap(([, drawables]) => drawables.map(featureOf))
    .filter((each) => each.geometry.coordinates.length > 0);
}

function featureOf(drawable: Drawable): Feature {
  const { layer, look, target } = drawable;
  const label = drawable.shape === "mark" ? drawable.label : null;
  return { layer, look, target, label, geometry: geometryOf(drawable) };
}

function geometryOf(drawable: Drawable): Geometry {
  switch (drawable.shape) {
    case "mark": {
      const { lon_deg, lat_deg, height_m } = drawable;
      return { type: "Point", coordinates: rounded([lon_deg, lat_deg, height_m]) };
    }
    case "line":
      return { type: "MultiLineString", coordinates: drawable.courses.flatMap(cut) };
    case "area":
      return { type: "MultiPolygon", coordinates: drawable.polygons.map(polygon) };
    case "surface":
      return { type: "MultiPolygon", coordinates: drawable.ground.map(polygon) };
    case "cells":
      return { type: "MultiPolygon", coordinates: boxes(drawable) };
  }
}

/** A course in parts that end at the date line, where maps of others begin and end. */
function cut({ lon_deg, lat_deg, height_m }: Course): Coordinate[][] {
  const parts: Coordinate[][] = [];
  let part: Coordinate[] = [];
  for (let k = 0; k < lon_deg.length; k++) {
    const here = [wrapped(lon_deg[k]!), lat_deg[k]!, height_m[k]!];
    const last = part.at(-1);
    if (last !== undefined && Math.abs(here[0]! - last[0]!) > 180.0) {
      const [end, start] = atDateLine(last, here);
      parts.push([...part, end]);
      part = [start];
    }
    part.push(rounded(here));
  }
  return [...parts, part].filter((each) => each.length > 1);
}

/** Where a line meets the date line, once on either side of it. */
function atDateLine(from: Coordinate, to: Coordinate): [Coordinate, Coordinate] {
  const side = from[0]! > 0.0 ? 180.0 : -180.0;
  const span = 360.0 - Math.abs(to[0]! - from[0]!);
  const share = span === 0.0 ? 0.0 : Math.abs(side - from[0]!) / span;
  const rest = [1, 2].map((axis) => from[axis]! + share * (to[axis]! - from[axis]!));
  return [rounded([side, ...rest]), rounded([-side, ...rest])];
}

/** Rings of these programs run the other way round than those of the picture. */
function polygon(rings: readonly Ring[]): Coordinate[][] {
  return rings.map((ring) => [...closed(ring)].reverse().map(([lon, lat]) => rounded([lon, lat])));
}

function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return ring;
  return first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first];
}

function boxes({ bounds_deg, indices }: Cells): Coordinate[][][] {
  return Array.from(indices, (_, k) => {
    const [west = 0, south = 0, east = 0, north = 0] = bounds_deg.subarray(4 * k, 4 * k + 4);
    const corners: Position[] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return [corners.map(([lon, lat]) => rounded([lon, lat]))];
  });
}

function wrapped(lon_deg: number): number {
  return lon_deg > 180.0 ? lon_deg - 360.0 : lon_deg < -180.0 ? lon_deg + 360.0 : lon_deg;
}

/** Degrees to a metre or so, heights to a tenth of one. */
function rounded([lon = 0.0, lat = 0.0, height]: Coordinate): Coordinate {
  const place = [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
  return height === undefined ? place : [...place, Number(height.toFixed(1))];
}
