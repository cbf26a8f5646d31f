/**
 * What is drawn, as data: every renderer draws the same, and every table lists the same.
 *
 * Places are longitudes and latitudes in degrees, as d3-geo takes them, with heights in metres;
 * surfaces in space are Earth-fixed metres.
 */

import type { Glyph, LookName } from "./looks.ts";
import type { LayerName, Selection } from "./state.ts";

/** How much a thing stands out among its like. */
export type Strength = "faint" | "normal" | "strong";

/** Columns of the points of one line; what runs over the date line is not cut. */
export interface Course {
  readonly lon_deg: ArrayLike<number>;
  readonly lat_deg: ArrayLike<number>;
  readonly height_m: ArrayLike<number>;
}

/** Longitude and latitude in degrees. */
export type Position = readonly [lon_deg: number, lat_deg: number];

/** A closed ring; the area lies to the right of the way, as d3-geo has it. */
export type Ring = readonly Position[];

interface Shown {
  readonly layer: LayerName;
  /** What a click on it selects; null for what is only looked at. */
  readonly target: Selection | null;
  readonly look: LookName;
  readonly strength: Strength;
}

/** Lines that look alike and are one thing, such as all coasts, or one part of a flight. */
export interface Line extends Shown {
  readonly shape: "line";
  readonly courses: readonly Course[];
}

/** Filled ground: polygons of an outer ring and its holes. */
export interface Area extends Shown {
  readonly shape: "area";
  readonly polygons: readonly (readonly Ring[])[];
}

/** Cells of an equal-area grid that look alike. */
export interface Cells extends Shown {
  readonly shape: "cells";
  /** West, south, east and north of each cell. */
  readonly bounds_deg: Float64Array;
  /**
   * Of each cell: its place in the grid. A click selects `cell` with this as its id; where there is
   * a target, that kind with the target's id before it: `observer`, `plan/12`.
   */
  readonly indices: Uint32Array;
}

/** A point with a sign and perhaps a name. */
export interface Mark extends Shown {
  readonly shape: "mark";
  readonly glyph: Glyph;
  readonly lon_deg: number;
  readonly lat_deg: number;
  readonly height_m: number;
  /** In the language of the state; null where it has no name or names are not shown. */
  readonly label: string | null;
  /** Where two names do not both fit, the one with more stays. */
  readonly weight: number;
}

/** A translucent surface in space, and what of it a flat map shows. */
export interface Surface extends Shown {
  readonly shape: "surface";
  readonly positions_ecef_m: Float64Array;
  readonly triangles: Uint32Array;
  /** It is drawn up to this height above the mean sphere. */
  readonly ceiling_m: number;
  /** Its edges as lines in space. */
  readonly edges: readonly Course[];
  /** What it covers at the height that flat maps are drawn for. */
  readonly ground: readonly (readonly Ring[])[];
}

export type Drawable = Line | Area | Cells | Mark | Surface;

/** What is drawn, by layer. The same array again means: nothing in this layer has changed. */
export type Drawn = Readonly<Record<LayerName, readonly Drawable[]>>;

export function isEmpty(drawn: Drawn): boolean {
  return Object.values(drawn).every((each) => each.length === 0);
}
