/** Lines with width and dashes: all of a layer in one mesh, a segment an instance. */

import {
  BufferAttribute,
  DoubleSide,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  ShaderMaterial,
} from "three";
import type { Course, Strength } from "../core/drawables.ts";
import type { Resolved } from "../core/looks.ts";
import { rgb } from "../core/palette.ts";
import { scenePoint } from "./units.ts";

export interface Stroke {
  readonly courses: readonly Course[];
  readonly look: Resolved;
  readonly strength: Strength;
}

export interface LineUniforms {
  /** Of the drawing buffer, in its own pixels. */
  readonly u_size: { value: [number, number] };
  /** Pixels of the buffer for each of the page. */
  readonly u_ratio: { value: number };
  /** So many pixels of the page does a unit of the scene take in the middle of the picture. */
  readonly u_pixels_a_unit: { value: number };
  readonly u_near: { value: number };
}

const FADED: Readonly<Record<Strength, number>> = { faint: 0.4, normal: 1.0, strong: 1.0 };
const WIDER: Readonly<Record<Strength, number>> = { faint: 0.8, normal: 1.0, strong: 1.9 };

const VERTEX = /* glsl */ `
  in vec3 a_start;
  in vec3 a_end;
  in vec4 a_colour;
  in vec4 a_dash;
  in vec2 a_extent;
  uniform vec2 u_size;
  uniform float u_ratio;
  uniform float u_pixels_a_unit;
  uniform float u_near;
  out vec4 v_colour;
  out float v_side;
  out float v_half;
  out float v_along;
  flat out vec4 v_dash;

  vec4 kept(vec4 point, vec4 other) {
    if (point.z <= -u_near) return point;
    return mix(other, point, (-u_near - other.z) / (point.z - other.z));
  }

  void main() {
    vec4 start = modelViewMatrix * vec4(a_start, 1.0);
    vec4 end = modelViewMatrix * vec4(a_end, 1.0);
    if (min(start.z, end.z) > -u_near) {
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      return;
    }
    vec4 from = projectionMatrix * kept(start, end);
    vec4 to = projectionMatrix * kept(end, start);
    vec2 way = (to.xy / to.w - from.xy / from.w) * u_size;
    vec2 toward = length(way) > 1e-5 ? normalize(way) : vec2(1.0, 0.0);
    vec2 aside = vec2(-toward.y, toward.x);
    v_half = 0.5 * max(a_extent.x * u_ratio, 1.0);
    v_side = position.y * (v_half + 1.0);
    v_along = (a_extent.y + position.x * distance(a_start, a_end)) * u_pixels_a_unit;
    v_colour = a_colour;
    v_dash = a_dash;
    vec4 point = position.x < 0.5 ? from : to;
    gl_Position = point + vec4(2.0 * aside * v_side / u_size * point.w, 0.0, 0.0);
  }
`;

const FRAGMENT = /* glsl */ `
  in vec4 v_colour;
  in float v_side;
  in float v_half;
  in float v_along;
  flat in vec4 v_dash;
  out vec4 colour;

  void main() {
    float period = v_dash.x + v_dash.y + v_dash.z + v_dash.w;
    if (period > 0.0) {
      float at = mod(v_along, period);
      float second = v_dash.x + v_dash.y;
      if (at > v_dash.x && (at < second || at > second + v_dash.z)) discard;
    }
    float edge = clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0);
    colour = vec4(v_colour.rgb, v_colour.a * edge);
  }
`;

export function lineMaterial(uniforms: LineUniforms): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    uniforms: { ...uniforms },
  });
}

/** All strokes in one mesh; null where there is nothing to draw. The material is not its own. */
export function linesMesh(strokes: readonly Stroke[], material: ShaderMaterial): Mesh | null {
  const count = strokes.reduce((sum, { courses }) => sum + segmentsOf(courses), 0);
  if (count === 0) return null;
  const columns = {
    a_start: new Float32Array(3 * count),
    a_end: new Float32Array(3 * count),
    a_colour: new Uint8Array(4 * count),
    a_dash: new Float32Array(4 * count),
    a_extent: new Float32Array(2 * count),
  };
  let row = 0;
  for (const stroke of strokes) {
    for (const course of stroke.courses) row = write(columns, row, stroke, course);
  }
  const geometry = quads(count);
  geometry.setAttribute("a_start", new InstancedBufferAttribute(columns.a_start, 3));
  geometry.setAttribute("a_end", new InstancedBufferAttribute(columns.a_end, 3));
  geometry.setAttribute("a_colour", new InstancedBufferAttribute(columns.a_colour, 4, true));
  geometry.setAttribute("a_dash", new InstancedBufferAttribute(columns.a_dash, 4));
  geometry.setAttribute("a_extent", new InstancedBufferAttribute(columns.a_extent, 2));
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return mesh;
}

type Columns = Readonly<
  Record<"a_start" | "a_end" | "a_dash" | "a_extent", Float32Array> & { a_colour: Uint8Array }
>;

function write(columns: Columns, first: number, stroke: Stroke, course: Course): number {
  const { look, strength } = stroke;
  const [red, green, blue] = rgb(look.stroke ?? "#000000");
  const alpha = look.stroke_opacity * FADED[strength];
  const colour = [red, green, blue, alpha].map((each) => Math.round(255 * each));
  const dash = dashOf(look.dash_px);
  const width = look.width_px * WIDER[strength];
  let [row, along] = [first, 0.0];
  let start = pointAt(course, 0);
  for (let k = 1; k < course.lon_deg.length; k++) {
    const end = pointAt(course, k);
    columns.a_start.set(start, 3 * row);
    columns.a_end.set(end, 3 * row);
    columns.a_colour.set(colour, 4 * row);
    columns.a_dash.set(dash, 4 * row);
    columns.a_extent.set([width, along], 2 * row);
    along += Math.hypot(end[0] - start[0], end[1] - start[1], end[2] - start[2]);
    start = end;
    row += 1;
  }
  return row;
}

/** Two strokes and two gaps; what has one of each has it twice. */
function dashOf([on = 0.0, off = 0.0, again = on, rest = off]: readonly number[]): number[] {
  return [on, off, again, rest];
}

function pointAt(course: Course, k: number): readonly [number, number, number] {
  return scenePoint(course.lon_deg[k]!, course.lat_deg[k]!, course.height_m[k]!);
}

/** So many segments do the courses have. */
export function segmentsOf(courses: readonly Course[]): number {
  return courses.reduce((sum, { lon_deg }) => sum + Math.max(0, lon_deg.length - 1), 0);
}

/** For each instance a quad: x runs along the segment, y to its sides. */
function quads(count: number): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const corners = Float32Array.from([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, 1, 0]);
  geometry.setAttribute("position", new BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.instanceCount = count;
  return geometry;
}
