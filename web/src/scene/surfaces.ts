/** Translucent surfaces in space: what radars see and interceptors reach. */

import { BufferAttribute, BufferGeometry, DoubleSide, GLSL3, Mesh, ShaderMaterial } from "three";
import type { Strength, Surface } from "../core/drawables.ts";
import { EARTH_MEAN_RADIUS_M } from "../core/earth.ts";
import type { Resolved } from "../core/looks.ts";
import { rgb } from "../core/palette.ts";
import { SCALE } from "./units.ts";

const STRONGER: Readonly<Record<Strength, number>> = { faint: 0.4, normal: 1.0, strong: 3.0 };

const VERTEX = /* glsl */ `
  out vec3 v_place;
  void main() {
    v_place = position;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`;

/** Denser where it is seen from the side: that shows its shape without light. */
const FRAGMENT = /* glsl */ `
  uniform vec3 u_fill;
  uniform float u_opacity;
  uniform float u_ceiling;
  in vec3 v_place;
  out vec4 colour;
  void main() {
    if (length(v_place) > u_ceiling) discard;
    vec3 normal = normalize(cross(dFdx(v_place), dFdy(v_place)));
    float facing = abs(dot(normal, normalize(cameraPosition - v_place)));
    colour = vec4(u_fill, min(u_opacity * (0.6 + 2.2 * pow(1.0 - facing, 2.0)), 1.0));
  }
`;

export function surfaceMesh(surface: Surface, look: Resolved): Mesh {
  const geometry = new BufferGeometry();
  const positions = Float32Array.from(surface.positions_ecef_m, (each) => each * SCALE);
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(surface.triangles, 1));
  const ceiling = Math.min((EARTH_MEAN_RADIUS_M + surface.ceiling_m) * SCALE, 1e6);
  const opacity = look.fill_opacity * STRONGER[surface.strength];
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    uniforms: {
      u_fill: { value: [...rgb(look.fill ?? "#000000")] },
      u_opacity: { value: opacity },
      u_ceiling: { value: ceiling },
    },
  });
  return new Mesh(geometry, material);
}
