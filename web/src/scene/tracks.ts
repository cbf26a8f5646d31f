/** Tracks and their trails: written in place at each frame, nothing allocated. */

import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  GLSL3,
  LineSegments,
  Points,
  ShaderMaterial,
  type IUniform,
} from "three";
import { look, type LookName } from "../core/looks.ts";
import { TRAIL_STEPS, type LivePicture } from "../core/livePicture.ts";
import { colour, rgb, type Shade } from "../core/palette.ts";
import type { Shared } from "./ground.ts";
import { SCALE } from "./units.ts";

const [LARGEST_PX, SMALLEST_PX] = [13.0, 7.0];
/** Up to so many tracks the signs stay as large as they can be. */
const FEW = 400;
/** Smaller for each doubling beyond. */
const SHRINKING_PX = 1.6;
const PHASE_LOOKS: readonly LookName[] = [
  "track-boost",
  "track-coast",
  "track-entry",
  "track-unknown",
];

/** A kind packs class (3 bits), phase (2), whether coasted, and whether it is drawn. */
const VERTEX = /* glsl */ `
  in float a_kind;
  uniform float u_ratio;
  uniform float u_size;
  uniform vec3 u_phases[4];
  flat out int v_class;
  flat out int v_coasted;
  flat out vec3 v_colour;
  void main() {
    int kind = int(a_kind + 0.5);
    v_class = kind & 7;
    v_colour = u_phases[(kind >> 3) & 3];
    v_coasted = (kind >> 5) & 1;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
    if (kind >= 64) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = u_size * u_ratio;
  }
`;

/** Each class has a shape of its own; what is coasted is hollow. */
const FRAGMENT = /* glsl */ `
  uniform vec3 u_halo;
  uniform float u_size;
  flat in int v_class;
  flat in int v_coasted;
  flat in vec3 v_colour;
  out vec4 colour;

  float away(vec2 at) {
    vec2 side = abs(at);
    if (v_class == 0) return max(side.x, side.y) - 0.62;
    if (v_class == 1) return max(side.x * 0.87 + at.y * 0.5, -at.y) - 0.5;
    if (v_class == 2) return (side.x + side.y) - 0.9;
    if (v_class == 3) return length(at) - 0.72;
    if (v_class == 4) return min(max(side.x, side.y * 3.5), max(side.y, side.x * 3.5)) - 0.8;
    return max(side.x * 0.87 - at.y * 0.5, at.y) - 0.5;
  }

  void main() {
    vec2 at = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0);
    float pixel = 2.0 / u_size;
    float from_edge = away(at);
    if (from_edge > 1.6 * pixel) discard;
    bool is_halo = from_edge > 0.0;
    bool is_hollow = v_coasted == 1 && from_edge < -2.0 * pixel;
    colour = vec4(is_halo || is_hollow ? u_halo : v_colour, 1.0);
  }
`;

const TRAIL_VERTEX = /* glsl */ `
  in float a_age;
  uniform float u_newest;
  uniform float u_steps;
  out float v_left;
  void main() {
    float steps_ago = mod(u_newest - a_age + u_steps, u_steps);
    v_left = 1.0 - steps_ago / u_steps;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`;
const TRAIL_FRAGMENT = /* glsl */ `
  uniform vec3 u_colour;
  in float v_left;
  out vec4 colour;
  void main() { colour = vec4(u_colour, 0.75 * v_left); }
`;

export class Tracks {
  readonly points: Points<BufferGeometry, ShaderMaterial>;
  readonly trails: LineSegments<BufferGeometry, ShaderMaterial>;
  readonly #capacity: number;
  readonly #place: BufferAttribute;
  readonly #kind: BufferAttribute;
  readonly #trail: BufferAttribute;
  readonly #head: BufferAttribute;
  #step = -1;

  constructor(capacity: number, shade: Shade, shared: Shared) {
    this.#capacity = capacity;
    this.#place = dynamic(new Float32Array(3 * capacity), 3);
    this.#kind = dynamic(new Float32Array(capacity), 1);
    this.#trail = dynamic(new Float32Array(6 * capacity * TRAIL_STEPS), 3);
    this.#head = new BufferAttribute(agesOf(capacity), 1);
    this.points = new Points(new BufferGeometry(), pointMaterial(shade, shared));
    this.points.geometry.setAttribute("position", this.#place);
    this.points.geometry.setAttribute("a_kind", this.#kind);
    this.trails = new LineSegments(new BufferGeometry(), trailMaterial(shade));
    this.trails.geometry.setAttribute("position", this.#trail);
    this.trails.geometry.setAttribute("a_age", this.#head);
    this.points.frustumCulled = false;
    this.trails.frustumCulled = false;
    this.points.renderOrder = 9;
    this.trails.renderOrder = 8;
    this.points.geometry.setDrawRange(0, 0);
    this.trails.geometry.setDrawRange(0, 0);
  }

  get capacity(): number {
    return this.#capacity;
  }

  /** Takes over what the picture has now. */
  update(live: LivePicture): void {
    this.#updatePoints(live);
    if (this.#step !== live.trail_step) this.#extendTrails(live);
  }

  recolour(shade: Shade, shared: Shared): void {
    this.points.material.dispose();
    this.trails.material.dispose();
    const [newest, size] = [this.#step, uniform(this.points.material, "u_size").value];
    this.points.material = pointMaterial(shade, shared);
    this.trails.material = trailMaterial(shade);
    uniform(this.trails.material, "u_newest").value = newest;
    uniform(this.points.material, "u_size").value = size;
  }

  dispose(): void {
    for (const each of [this.points, this.trails]) {
      each.geometry.dispose();
      each.material.dispose();
    }
  }

  #updatePoints(live: LivePicture): void {
    const [place, kind] = [this.#place.array, this.#kind.array];
    for (let k = 0; k < 3 * live.rows; k++) place[k] = live.position_ecef_m[k]! * SCALE;
    for (let row = 0; row < live.rows; row++) {
      const is_drawn = live.is_alive[row] === 1 && live.is_hidden[row] === 0;
      kind[row] =
        live.class_index[row]! +
        8 * live.phase[row]! +
        32 * live.is_coasted[row]! +
        (is_drawn ? 0 : 64);
    }
    written(this.#place, 0, 3 * live.rows);
    written(this.#kind, 0, live.rows);
    this.points.geometry.setDrawRange(0, live.rows);
    const larger = LARGEST_PX - SHRINKING_PX * Math.log2(Math.max(live.count / FEW, 1.0));
    uniform(this.points.material, "u_size").value = Math.max(larger, SMALLEST_PX);
  }

  /** One segment of each track for each step, from the step before; steps lie one after another. */
  #extendTrails(live: LivePicture): void {
    const is_next = (this.#step + 1) % TRAIL_STEPS === live.trail_step;
    // After a while out of sight all steps are written anew.
    for (let back = is_next ? 0 : TRAIL_STEPS - 1; back >= 0; back--) {
      this.#writeStep(live, (live.trail_step - back + TRAIL_STEPS) % TRAIL_STEPS, back);
    }
    this.#step = live.trail_step;
    uniform(this.trails.material, "u_newest").value = live.trail_step;
    this.trails.geometry.setDrawRange(0, 2 * this.#capacity * TRAIL_STEPS);
  }

  #writeStep(live: LivePicture, step: number, back: number): void {
    const from = 3 * ((step - 1 + TRAIL_STEPS) % TRAIL_STEPS) * live.capacity;
    const to = 3 * step * live.capacity;
    const first = 6 * step * this.#capacity;
    const array = this.#trail.array;
    for (let row = 0; row < live.rows; row++) {
      // What has no point before this one gets a segment of no length.
      const is_there = live.is_alive[row] === 1 && live.trail_length[row]! > back + 1;
      const start = is_there && live.is_hidden[row] === 0 ? from : to;
      for (let axis = 0; axis < 3; axis++) {
        array[first + 6 * row + axis] = live.trail_ecef_m[start + 3 * row + axis]! * SCALE;
        array[first + 6 * row + 3 + axis] = live.trail_ecef_m[to + 3 * row + axis]! * SCALE;
      }
    }
    written(this.#trail, first, 6 * live.rows);
  }
}

/** The step of each end of each segment, so that the shader knows how old it is. */
function agesOf(capacity: number): Float32Array {
  const ages = new Float32Array(2 * capacity * TRAIL_STEPS);
  for (let step = 0; step < TRAIL_STEPS; step++) {
    ages.fill(step, 2 * step * capacity, 2 * (step + 1) * capacity);
  }
  return ages;
}

function dynamic(array: Float32Array, size: number): BufferAttribute {
  const attribute = new BufferAttribute(array, size);
  attribute.setUsage(DynamicDrawUsage);
  return attribute;
}

function written(attribute: BufferAttribute, start: number, count: number): void {
  attribute.addUpdateRange(start, count);
  attribute.needsUpdate = true;
}

function pointMaterial(shade: Shade, shared: Shared): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    depthWrite: false,
    transparent: true,
    uniforms: {
      u_ratio: shared.u_ratio,
      u_size: { value: LARGEST_PX },
      u_phases: {
        value: PHASE_LOOKS.flatMap((name) => [...rgb(look(shade, name).fill ?? "#000000")]),
      },
      u_halo: { value: [...rgb(colour(shade, "halo"))] },
    },
  });
}

function trailMaterial(shade: Shade): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: TRAIL_VERTEX,
    fragmentShader: TRAIL_FRAGMENT,
    depthWrite: false,
    transparent: true,
    uniforms: {
      u_newest: { value: 0.0 },
      u_steps: { value: TRAIL_STEPS },
      u_colour: { value: [...rgb(look(shade, "trail").stroke ?? "#000000")] },
    },
  });
}

function uniform(material: ShaderMaterial, name: string): IUniform<unknown> {
  return material.uniforms[name]!;
}
