/** What the GPU holds of one layer; it is made anew where the layer's drawables have changed. */

import { Group, LineSegments, Mesh, type ShaderMaterial } from "three";
import type { Drawable, Mark } from "../core/drawables.ts";
import { look } from "../core/looks.ts";
import type { Shade } from "../core/palette.ts";
import type { LayerName } from "../core/state.ts";
import { areaMesh, cellsMesh, waterTone, type Shared } from "./ground.ts";
import { hairlines, isHairline } from "./hairlines.ts";
import { linesMesh, type Stroke } from "./lines.ts";
import { surfaceMesh } from "./surfaces.ts";

/** From the ground upward; within a layer areas, then surfaces, then lines. */
const ORDER: Readonly<Partial<Record<LayerName, number>>> = {
  graticule: 3,
  defended: 2,
  borders: 1,
  covariances: 6,
  impacts: 6,
  notices: 6,
  observers: 6,
  regions: 2,
  sectors: 3,
  reach: 6,
  fans: 6,
  disputed: 7,
  flights: 8,
};
const BORDER_LINES = 4;
const LINES_ABOVE = 1;

export class SceneLayer {
  readonly group = new Group();
  marks: readonly Mark[] = [];
  #drawables: readonly Drawable[] = [];
  #solid: readonly Drawable[] = [];

  constructor(
    readonly name: LayerName,
    readonly lines: ShaderMaterial,
    readonly shared: Shared,
  ) {}

  /** Whether anything has changed; what is only marks needs nothing of the GPU. */
  show(drawables: readonly Drawable[], shade: Shade): boolean {
    if (drawables === this.#drawables) return false;
    this.#drawables = drawables;
    this.marks = drawables.filter((each): each is Mark => each.shape === "mark");
    const solid = drawables.filter((each) => each.shape !== "mark");
    if (isSame(solid, this.#solid)) return true;
    this.#solid = solid;
    this.#make(shade);
    return true;
  }

  recolour(shade: Shade): void {
    this.#make(shade);
  }

  dispose(): void {
    for (const child of [...this.group.children]) {
      this.group.remove(child);
      if (!(child instanceof Mesh || child instanceof LineSegments)) continue;
      child.geometry.dispose();
      if (child.material !== this.lines) child.material.dispose();
    }
  }

  #make(shade: Shade): void {
    this.dispose();
    const order = ORDER[this.name] ?? 6;
    for (const each of this.#solid) {
      const mesh = this.#meshOf(each, shade);
      if (mesh === null) continue;
      mesh.renderOrder = order;
      mesh.frustumCulled = false;
      this.group.add(mesh);
    }
    const strokes = strokesOf(this.#solid, shade);
    const broad = strokes.filter((each) => !isHairline(each));
    const above = (this.name === "borders" ? BORDER_LINES : order) + LINES_ABOVE;
    for (const lines of [hairlines(strokes.filter(isHairline)), linesMesh(broad, this.lines)]) {
      if (lines === null) continue;
      lines.renderOrder = above;
      this.group.add(lines);
    }
  }

  #meshOf(drawable: Drawable, shade: Shade): Mesh | null {
    switch (drawable.shape) {
      case "area":
        return areaMesh(drawable, look(shade, drawable.look), this.shared, waterTone(shade));
      case "cells":
        return cellsMesh(drawable, look(shade, drawable.look), this.shared);
      case "surface":
        return surfaceMesh(drawable, look(shade, drawable.look));
      default:
        return null;
    }
  }
}

function strokesOf(drawables: readonly Drawable[], shade: Shade): Stroke[] {
  const faintFirst = [...drawables].sort((a, b) => STRENGTHS[a.strength] - STRENGTHS[b.strength]);
  return faintFirst.flatMap((each): Stroke[] => {
    const { strength } = each;
    const resolved = look(shade, each.look);
    if (resolved.stroke === null) return [];
    if (each.shape === "line") return [{ courses: each.courses, look: resolved, strength }];
    if (each.shape === "surface") return [{ courses: each.edges, look: resolved, strength }];
    if (each.shape !== "area") return [];
    const rings = each.polygons.flat().map((ring) => ({
      lon_deg: ring.map(([lon]) => lon),
      lat_deg: ring.map(([, lat]) => lat),
      height_m: ring.map(() => 0.0),
    }));
    return [{ courses: rings, look: resolved, strength }];
  });
}

const STRENGTHS = { faint: 0, normal: 1, strong: 2 } as const;

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, k) => each === b[k]);
}
