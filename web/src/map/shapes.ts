/** Drawables as d3-geo takes them: made once, kept as long as the drawable itself. */

import type { MultiLineString, MultiPolygon, Position } from "geojson";
import type { Area, Cells, Course, Drawable, Line, Surface } from "../core/drawables.ts";

/** What is higher is drawn over the ground where the map shows heights. */
const ALOFT_M = 1000.0;
const SAME_DEG = 1e-9;

/** Of a drawable: its ground as polygons, and its lines on the ground and over it. */
export interface Shape {
  readonly polygons: MultiPolygon | null;
  readonly ground: MultiLineString;
  /** Ground tracks of what flies, for maps without heights. */
  readonly tracks: MultiLineString;
  /** The same with heights. */
  readonly aloft: readonly Course[];
}

const made = new WeakMap<Drawable, Shape>();

export function shapeOf(drawable: Drawable): Shape {
  const known = made.get(drawable);
  if (known !== undefined) return known;
  const shape = shapeFor(drawable);
  made.set(drawable, shape);
  return shape;
}

const overlapped = new WeakMap<Cells, readonly [overlap_deg: number, MultiPolygon]>();

/** Cells whose rows reach a little over the next, by as much as is asked for and up to twice that. */
export function cellsOf(cells: Cells, overlap_deg: number): MultiPolygon {
  // In powers of two, so that a map that comes nearer does not make them anew in each frame.
  const stepped_deg = 2.0 ** Math.ceil(Math.log2(overlap_deg));
  const known = overlapped.get(cells);
  if (known?.[0] === stepped_deg) return known[1];
  const made = polygonsOf(mergedCells(cells, stepped_deg));
  overlapped.set(cells, [stepped_deg, made]);
  return made;
}

/** The lines by which a drawable is seen on a map. */
export function coursesOf(drawable: Drawable): readonly Course[] {
  if (drawable.shape === "line") return drawable.courses;
  return drawable.shape === "surface" && isEdged(drawable) ? ringCourses(drawable) : [];
}

function shapeFor(drawable: Drawable): Shape {
  switch (drawable.shape) {
    case "line":
      return ofLine(drawable);
    case "area":
      return ofArea(drawable);
    case "surface":
      return ofSurface(drawable);
    default:
      return NOTHING;
  }
}

const NO_LINES: MultiLineString = { type: "MultiLineString", coordinates: [] };
const NOTHING: Shape = { polygons: null, ground: NO_LINES, tracks: NO_LINES, aloft: [] };

function ofLine({ courses }: Line): Shape {
  const aloft = courses.filter(isAloft);
  const ground = courses.filter((each) => !isAloft(each));
  return { polygons: null, ground: linesOf(ground), tracks: linesOf(aloft), aloft };
}

function ofArea({ polygons }: Area): Shape {
  const coordinates = polygons as unknown as Position[][][];
  const ground: MultiLineString = { type: "MultiLineString", coordinates: coordinates.flat() };
  return { ...NOTHING, polygons: polygonsOf(coordinates), ground };
}

/** A surface without edges of its own has its limit drawn elsewhere. */
function ofSurface(surface: Surface): Shape {
  const coordinates = surface.ground as unknown as Position[][][];
  const rings = isEdged(surface) ? coordinates.flat() : [];
  return {
    ...NOTHING,
    polygons: polygonsOf(coordinates),
    ground: { type: "MultiLineString", coordinates: rings },
  };
}

function isEdged(surface: Surface): boolean {
  return surface.edges.length > 0;
}

function isAloft({ height_m }: Course): boolean {
  for (let k = 0; k < height_m.length; k++) if (height_m[k]! > ALOFT_M) return true;
  return false;
}

function polygonsOf(coordinates: Position[][][]): MultiPolygon {
  return { type: "MultiPolygon", coordinates };
}

function linesOf(courses: readonly Course[]): MultiLineString {
  const coordinates = courses.map(({ lon_deg, lat_deg }) =>
    Array.from(lon_deg, (lon, k): Position => [lon, lat_deg[k]!]),
  );
  return { type: "MultiLineString", coordinates };
}

function ringCourses(surface: Surface): Course[] {
  return surface.ground.flat().map((ring) => ({
    lon_deg: ring.map(([lon]) => lon),
    lat_deg: ring.map(([, lat]) => lat),
    height_m: ring.map(() => 0.0),
  }));
}

/**
 * Neighbours of one row as one polygon, clockwise, with the corners of each cell along its parallels
 * (a long straight side would leave them).
 */
export function mergedCells({ bounds_deg, indices }: Cells, overlap_deg: number): Position[][][] {
  const polygons: Position[][][] = [];
  for (let first = 0; first < indices.length;) {
    let end = first + 1;
    while (end < indices.length && isNext(bounds_deg, end)) end += 1;
    polygons.push([ringAround(bounds_deg, first, end, overlap_deg)]);
    first = end;
  }
  return polygons;
}

/** Whether a cell begins where the one before it ends. */
function isNext(bounds: Float64Array, k: number): boolean {
  const [west, south] = [bounds[4 * k]!, bounds[4 * k + 1]!];
  return south === bounds[4 * k - 3]! && Math.abs(west - bounds[4 * k - 2]!) < SAME_DEG;
}

function ringAround(
  bounds: Float64Array,
  first: number,
  end: number,
  overlap_deg: number,
): Position[] {
  const [west, south] = [bounds[4 * first]!, bounds[4 * first + 1]!];
  const north = Math.min(90.0, bounds[4 * first + 3]! + overlap_deg);
  const easts = Array.from({ length: end - first }, (_, k) => bounds[4 * (first + k) + 2]!);
  const corners = [west, ...easts];
  return [
    [west, south],
    ...corners.map((lon): Position => [lon, north]),
    ...corners.reverse().map((lon): Position => [lon, south]),
  ];
}
