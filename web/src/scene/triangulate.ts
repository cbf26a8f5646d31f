/**
 * Polygons on the sphere as triangles: right at the poles and over the date line.
 *
 * Each polygon is flattened around its own middle, where no meridian is special, cut there into
 * triangles, and these are halved until they follow the curve of the Earth.
 */

import { ShapeUtils, Vector2 } from "three";
import type { Ring } from "../core/drawables.ts";
import { cross, dot, length, plus, radians, scaled, type Vec3 } from "../core/earth.ts";
import { unitVector } from "../core/sphere.ts";

export interface Triangles {
  /** Unit vectors. */
  readonly corners: Vec3[];
  /** Three corners a triangle, seen from outside counter-clockwise. */
  readonly indices: number[];
}

/** A triangle of this width lies up to 0.9 km under the surface. */
const WIDEST_RAD = radians(2.0);
const MOST_HALVINGS = 200_000;
const MOST_CORNERS = 2 ** 26;

/** The triangles of polygons, each an outer ring and its holes; rings are closed. */
export function triangulate(polygons: readonly (readonly Ring[])[]): Triangles {
  const all: Triangles = { corners: [], indices: [] };
  for (const polygon of polygons) add(all, polygon);
  return all;
}

function add({ corners, indices }: Triangles, polygon: readonly Ring[]): void {
  const rings = polygon
    .map((ring) => opened(ring).map(([lon, lat]) => vectorOf(lon, lat)))
    .filter((ring) => ring.length >= 3);
  const [outer, ...holes] = rings;
  if (outer === undefined) return;
  const flat = flattening(outer);
  const faces = ShapeUtils.triangulateShape(
    outer.map(flat),
    holes.map((ring) => ring.map(flat)),
  );
  const first = corners.length;
  for (const corner of rings.flat()) corners.push(corner);
  const own = faces.flatMap((face) =>
    outward(
      corners,
      face.map((k) => first + k),
    ),
  );
  for (const index of halved(corners, own)) indices.push(index);
}

/** A ring without its closing point, and without points that stand twice. */
function opened(ring: Ring): Ring {
  return ring.filter(([lon, lat], k) => {
    const [next_lon, next_lat] = ring[(k + 1) % ring.length]!;
    return lon !== next_lon || lat !== next_lat;
  });
}

/** Lambert's azimuthal projection around the middle of a ring: only the antipode is torn apart. */
function flattening(ring: readonly Vec3[]): (vector: Vec3) => Vector2 {
  const sum = ring.reduce((total, each) => plus(total, each), [0.0, 0.0, 0.0] as Vec3);
  const middle = length(sum) > 1e-9 ? scaled(sum, 1.0 / length(sum)) : ring[0]!;
  const aside: Vec3 = Math.abs(middle[2]) < 0.9 ? [0.0, 0.0, 1.0] : [1.0, 0.0, 0.0];
  const across = cross(aside, middle);
  const right = scaled(across, 1.0 / length(across));
  const up = cross(middle, right);
  return (vector) => {
    const factor = Math.sqrt(2.0 / Math.max(1.0 + dot(vector, middle), 1e-9));
    return new Vector2(dot(vector, right) * factor, dot(vector, up) * factor);
  };
}

/** The corners of a triangle in the order that shows its outer side. */
function outward(corners: readonly Vec3[], [a = 0, b = 0, c = 0]: readonly number[]): number[] {
  const turn = dot(cross(corners[a]!, corners[b]!), corners[c]!);
  return turn >= 0.0 ? [a, b, c] : [a, c, b];
}

/** Triangles no wider than they may be: of each that is, the longest edge is halved. */
function halved(corners: Vec3[], faces: readonly number[]): number[] {
  const stack = [...faces];
  const done: number[] = [];
  const middles = new Map<number, number>();
  const middleOf = (a: number, b: number): number => {
    const key = Math.min(a, b) * MOST_CORNERS + Math.max(a, b);
    const known = middles.get(key);
    if (known !== undefined) return known;
    const sum = plus(corners[a]!, corners[b]!);
    corners.push(scaled(sum, 1.0 / length(sum)));
    middles.set(key, corners.length - 1);
    return corners.length - 1;
  };
  for (let round = 0; stack.length > 0; round++) {
    const face = [stack.pop()!, stack.pop()!, stack.pop()!].reverse() as [number, number, number];
    const edge = longest(corners, face);
    if (edge === null || round > MOST_HALVINGS) {
      done.push(...face);
      continue;
    }
    const [a, b, c] = [face[edge]!, face[(edge + 1) % 3]!, face[(edge + 2) % 3]!];
    const middle = middleOf(a, b);
    stack.push(a, middle, c, middle, b, c);
  }
  return done;
}

const WIDEST_CHORD = 2.0 * Math.sin(WIDEST_RAD / 2.0);

/** The number of the longest edge where it is too long, else null. */
function longest(corners: readonly Vec3[], face: readonly [number, number, number]): number | null {
  let [found, most]: [number | null, number] = [null, WIDEST_CHORD];
  for (let k = 0; k < 3; k++) {
    const [a, b] = [corners[face[k]!]!, corners[face[(k + 1) % 3]!]!];
    const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    if (chord > most) [found, most] = [k, chord];
  }
  return found;
}

function vectorOf(lon_deg: number, lat_deg: number): Vec3 {
  return unitVector({ lat_rad: radians(lat_deg), lon_rad: radians(lon_deg) });
}
