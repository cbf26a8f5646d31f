/** Lines of one pixel: far cheaper than broad ones, and coasts and borders are long. */

import { BufferAttribute, BufferGeometry, GLSL3, LineSegments, ShaderMaterial } from "three";
import { rgb } from "../core/palette.ts";
import { segmentsOf, type Stroke } from "./lines.ts";
import { scenePoint } from "./units.ts";

const VERTEX = /* glsl */ `
  in vec4 a_colour;
  out vec4 v_colour;
  void main() {
    v_colour = a_colour;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  }
`;
const FRAGMENT = /* glsl */ `
  in vec4 v_colour;
  out vec4 colour;
  void main() { colour = v_colour; }
`;

/** Whether a stroke may be drawn so: whole, thin, and one of many. */
export function isHairline({ look, strength }: Stroke): boolean {
  return strength === "normal" && look.width_px <= 1.0 && look.dash_px.length === 0;
}

/** The strokes as one object; null where there are none. */
export function hairlines(strokes: readonly Stroke[]): LineSegments | null {
  const count = strokes.reduce((sum, { courses }) => sum + segmentsOf(courses), 0);
  if (count === 0) return null;
  const positions = new Float32Array(6 * count);
  const colours = new Uint8Array(8 * count);
  let at = 0;
  for (const { courses, look } of strokes) {
    const colour = [...rgb(look.stroke ?? "#000000"), look.stroke_opacity];
    const bytes = colour.map((each) => Math.round(255 * each));
    for (const { lon_deg, lat_deg, height_m } of courses) {
      for (let k = 1; k < lon_deg.length; k++, at++) {
        for (const end of [0, 1]) {
          const p = k - 1 + end;
          positions.set(scenePoint(lon_deg[p]!, lat_deg[p]!, height_m[p]!), 6 * at + 3 * end);
          colours.set(bytes, 8 * at + 4 * end);
        }
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setAttribute("a_colour", new BufferAttribute(colours, 4, true));
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
  });
  const lines = new LineSegments(geometry, material);
  lines.frustumCulled = false;
  return lines;
}
