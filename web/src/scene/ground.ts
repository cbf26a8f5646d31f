/** What lies on the Earth: its sphere, land, areas and cells, each as one mesh. */

import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  FrontSide,
  GLSL3,
  Mesh,
  ShaderMaterial,
  SphereGeometry,
  type Object3D,
} from "three";
import type { Area, Cells } from "../core/drawables.ts";
import {
  EARTH_SEMI_MAJOR_AXIS_M,
  EARTH_SEMI_MINOR_AXIS_M,
  geodeticToEcef,
  type Vec3,
} from "../core/earth.ts";
import { look, type Pattern, type Resolved } from "../core/looks.ts";
import { rgb, type Shade } from "../core/palette.ts";
import { placeOf } from "../core/sphere.ts";
import { triangulate } from "./triangulate.ts";
import { SCALE, scenePoint } from "./units.ts";

/** What hides lies so much under the ground that everything on it is in front. */
const SUNK = 0.9985;
const PATTERNS: readonly Pattern[] = ["plain", "rising", "falling", "crossed", "dotted"];

const VERTEX = /* glsl */ `
  out vec3 v_normal;
  out vec3 v_toward;
  void main() {
    vec4 place = modelMatrix * vec4(position, 1.0);
    v_normal = normalize(place.xyz);
    v_toward = cameraPosition - place.xyz;
    gl_Position = projectionMatrix * viewMatrix * place;
  }
`;

/** Darker towards the limb, so that it reads as a ball; stripes and dots in pixels. */
const FRAGMENT = /* glsl */ `
  uniform vec3 u_fill;
  uniform float u_opacity;
  uniform vec3 u_mark;
  uniform int u_pattern;
  uniform float u_ratio;
  uniform float u_limb;
  in vec3 v_normal;
  in vec3 v_toward;
  out vec4 colour;

  float stripe(float along, float period, float width) {
    float from_middle = abs(mod(along, period) - 0.5 * period);
    return 1.0 - smoothstep(0.5 * width - 0.4, 0.5 * width + 0.4, from_middle);
  }

  float marked(vec2 pixel) {
    float rising = (pixel.x - pixel.y) * 0.7071;
    float falling = (pixel.x + pixel.y) * 0.7071;
    if (u_pattern == 1) return stripe(rising, 6.0, 1.5);
    if (u_pattern == 2) return stripe(falling, 6.0, 1.5);
    if (u_pattern == 3) return max(stripe(rising, 8.0, 1.2), stripe(falling, 8.0, 1.2));
    if (u_pattern == 4) {
      vec2 inside = mod(pixel, 7.0) - 3.5;
      return 1.0 - smoothstep(0.5, 1.3, length(inside));
    }
    return 0.0;
  }

  void main() {
    float facing = max(dot(normalize(v_normal), normalize(v_toward)), 0.0);
    float shade = mix(1.0 - u_limb, 1.0, smoothstep(0.0, 0.7, facing));
    float mark = marked(gl_FragCoord.xy / u_ratio);
    vec3 mixed = mix(u_fill * shade, u_mark, mark);
    colour = vec4(mixed, mix(u_opacity, max(u_opacity, 0.9), mark));
  }
`;

/** What all fills share, so that one write reaches them all. */
export interface Shared {
  readonly u_ratio: { value: number };
}

export function fillMaterial(
  look: Resolved,
  shared: Shared,
  limb = 0.0,
  tone = 1.0,
): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    side: FrontSide,
    uniforms: {
      u_fill: { value: rgb(look.fill ?? "#000000").map((each) => each * tone) },
      u_opacity: { value: look.fill_opacity },
      u_mark: { value: [...rgb(look.stroke ?? look.fill ?? "#000000")] },
      u_pattern: { value: PATTERNS.indexOf(look.pattern) },
      u_ratio: shared.u_ratio,
      u_limb: { value: limb },
    },
  });
}

/** The sea, and the sphere under it that hides what is behind the Earth. */
export function sphere(sea_look: Resolved, shared: Shared, tone = 1.0): Object3D[] {
  const sea = new Mesh(ball(1.0, 180), fillMaterial(sea_look, shared, LIMB, tone));
  return [shadow(shared), sea];
}

/** What is not seen itself and hides what is behind it. */
export function shadow(shared: Shared): Mesh {
  const behind = new Mesh(ball(SUNK, 96), fillMaterial(UNSEEN, shared));
  behind.material.colorWrite = false;
  behind.material.depthWrite = true;
  behind.material.transparent = false;
  behind.renderOrder = -1;
  return behind;
}

const UNSEEN = look("light", "sea");

export const LIMB = 0.2;

/** On white paper water is a little darker than on the report's maps: fans lie over it. */
export function waterTone(shade: Shade): number {
  return shade === "light" ? 0.93 : 1.0;
}

function ball(factor: number, meridians: number): SphereGeometry {
  const geometry = new SphereGeometry(1.0, meridians, meridians / 2);
  // Its axis is y; that of the Earth is z.
  geometry.rotateX(Math.PI / 2.0);
  const across = EARTH_SEMI_MAJOR_AXIS_M * SCALE * factor;
  geometry.scale(across, across, EARTH_SEMI_MINOR_AXIS_M * SCALE * factor);
  return geometry;
}

export function areaMesh(area: Area, look: Resolved, shared: Shared, tone = 1.0): Mesh {
  const { corners, indices } = triangulate(area.polygons);
  const positions = new Float32Array(3 * corners.length);
  corners.forEach((corner, k) => positions.set(onEllipsoid(corner), 3 * k));
  const is_land = area.look === "land" || area.look === "lake";
  const is_water = area.look === "lake";
  const material = fillMaterial(look, shared, is_land ? LIMB : 0.0, is_water ? tone : 1.0);
  // An ellipse may be drawn the other way round; its back is never seen through the Earth.
  material.side = is_land ? FrontSide : DoubleSide;
  return meshOf(positions, Uint32Array.from(indices), material);
}

export function cellsMesh(cells: Cells, look: Resolved, shared: Shared): Mesh {
  const count = cells.indices.length;
  const positions = new Float32Array(12 * count);
  const triangles = new Uint32Array(6 * count);
  for (let k = 0; k < count; k++) {
    const [west, south, east, north] = cells.bounds_deg.subarray(4 * k, 4 * k + 4);
    const corners = [
      [west!, south!],
      [east!, south!],
      [east!, north!],
      [west!, north!],
    ] as const;
    corners.forEach(([lon, lat], c) => positions.set(scenePoint(lon, lat, 0.0), 12 * k + 3 * c));
    triangles.set(
      [0, 1, 2, 0, 2, 3].map((c) => 4 * k + c),
      6 * k,
    );
  }
  return meshOf(positions, triangles, fillMaterial(look, shared));
}

function meshOf(positions: Float32Array, triangles: Uint32Array, material: ShaderMaterial): Mesh {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(triangles, 1));
  return new Mesh(geometry, material);
}

/** The point on the ellipsoid whose latitude is that of a unit vector. */
function onEllipsoid(vector: Vec3): Vec3 {
  const { lat_rad, lon_rad } = placeOf(vector);
  const [x, y, z] = geodeticToEcef(lat_rad, lon_rad, 0.0);
  return [x * SCALE, y * SCALE, z * SCALE];
}
