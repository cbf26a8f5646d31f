/**
 * The packaged borders in the United Nations' view, as polygons and lines for both renderers.
 *
 * Coordinates are longitude and latitude in degrees, as d3-geo takes them, with the land to the
 * right of the way. Nothing is cut at the date line; a ring may go around a pole.
 */

import { geoArea } from "d3-geo";
import type { Geometry, MultiLineString, MultiPolygon, Position } from "geojson";
import { feature, merge } from "topojson-client";
import type * as topojson from "topojson-specification";

export type BorderKind = "coastline" | "international" | "undetermined" | "special";

/** How a line must be drawn: what is contested may not look agreed. */
export type Stroke = "solid" | "dashed" | "dotted";

export const STROKES: Readonly<Record<BorderKind, Stroke>> = {
  coastline: "solid",
  international: "solid",
  undetermined: "dashed",
  special: "dotted",
};

export interface Border {
  readonly kind: BorderKind;
  readonly stroke: Stroke;
  readonly lines: readonly (readonly Position[])[];
}

export interface Country {
  /** ISO 3166-1, three letters, or the United Nations' own for areas of open status. */
  readonly code: string;
  readonly polygons: readonly (readonly (readonly Position[])[])[];
}

export interface World {
  readonly countries: readonly Country[];
  /** All land in one, without the borders between countries. */
  readonly land: MultiPolygon;
  readonly lakes: MultiPolygon;
  readonly borders: readonly Border[];
}

/** The objects of the packaged file. */
type Objects = {
  countries: topojson.GeometryCollection;
  international: topojson.MultiLineString;
  undetermined: topojson.MultiLineString;
  coastline: topojson.MultiLineString;
  special: topojson.GeometryCollection;
  lakes: topojson.MultiPolygon;
};
type Packaged = topojson.Topology<Objects>;

const NAMES = ["countries", "international", "undetermined", "coastline", "special", "lakes"];

/** The world in a packaged file that was read as JSON. Throws where it is another file. */
export function worldOf(document: unknown): World {
  if (!isPackaged(document)) {
    throw new TypeError(
      `not the packaged borders: a topology with ${NAMES.join(", ")} is expected`,
    );
  }
  const { objects } = document;
  const special = objects.special.geometries;
  return {
    countries: objects.countries.geometries.map((each) => countryOf(document, each)),
    land: sound(merge(document, objects.countries.geometries.filter(isArea))),
    lakes: areasOf(document, objects.lakes),
    borders: [
      border("coastline", linesOf(document, objects.coastline).coordinates),
      border("international", linesOf(document, objects.international).coordinates),
      border("undetermined", linesOf(document, objects.undetermined).coordinates),
      border(
        "special",
        special.flatMap((each) => linesOf(document, each).coordinates),
      ),
    ],
  };
}

function border(kind: BorderKind, lines: Position[][]): Border {
  return { kind, stroke: STROKES[kind], lines };
}

function countryOf(document: Packaged, object: topojson.GeometryObject): Country {
  return { code: String(object.id), polygons: areasOf(document, object).coordinates };
}

function areasOf(document: Packaged, object: topojson.GeometryObject): MultiPolygon {
  const shape = shapeOf(document, object);
  if (shape.type === "MultiPolygon") return sound(shape);
  if (shape.type === "Polygon")
    return sound({ type: "MultiPolygon", coordinates: [shape.coordinates] });
  throw new TypeError(`an area of the packaged borders is a ${shape.type}`);
}

/**
 * Polygons without those that the coarse grid has squeezed to a line, and with those turned round
 * that it has turned over: on a sphere these would be all of the Earth but an islet.
 */
function sound({ coordinates }: MultiPolygon): MultiPolygon {
  const kept = coordinates.flatMap((polygon) => {
    const area = geoArea({ type: "Polygon", coordinates: polygon });
    if (area < LEAST_AREA_SR) return [];
    return area > 2.0 * Math.PI ? [polygon.map((ring) => [...ring].reverse())] : [polygon];
  });
  return { type: "MultiPolygon", coordinates: kept };
}

const LEAST_AREA_SR = 1e-12; // 0.04 km2

function linesOf(document: Packaged, object: topojson.GeometryObject): MultiLineString {
  const shape = shapeOf(document, object);
  if (shape.type === "MultiLineString") return shape;
  if (shape.type === "LineString")
    return { type: "MultiLineString", coordinates: [shape.coordinates] };
  throw new TypeError(`a line of the packaged borders is a ${shape.type}`);
}

function shapeOf(document: Packaged, object: topojson.GeometryObject): Geometry {
  const found = feature(document, object);
  if (found.type === "Feature") return found.geometry;
  throw new TypeError("a shape of the packaged borders is a collection");
}

function isArea(
  object: topojson.GeometryObject,
): object is topojson.Polygon | topojson.MultiPolygon {
  return object.type === "Polygon" || object.type === "MultiPolygon";
}

function isPackaged(document: unknown): document is Packaged {
  if (typeof document !== "object" || document === null) return false;
  const { type, objects } = document as { type?: unknown; objects?: unknown };
  if (type !== "Topology" || typeof objects !== "object" || objects === null) return false;
  return NAMES.every((name) => name in objects);
}
