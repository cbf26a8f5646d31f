/** How each kind of thing looks in both renderers, after the report: never by colour alone. */

import { colour, style, type Colour, type Shade, type ShapeClass, type Style } from "./palette.ts";

interface Look {
  /** The report's class of shapes that it takes after. */
  readonly of: ShapeClass;
  readonly fill?: Colour;
  readonly fill_opacity?: number;
  readonly stroke?: Colour;
  readonly stroke_opacity?: number;
  readonly width_px?: number;
  readonly dash_px?: readonly number[];
  /** The second sign of an area, beside its colour. */
  readonly pattern?: Pattern;
}

/** Stripes rise or fall on a map whose north is up; a plain area has none. */
export type Pattern = "plain" | "rising" | "falling" | "crossed" | "dotted";

/** A look with its colours resolved. */
export interface Resolved extends Style {
  readonly pattern: Pattern;
}

const LOOKS = {
  sea: { of: "sea" },
  land: { of: "land" },
  lake: { of: "sea" },
  coastline: { of: "coast", width_px: 1.0 },
  international: { of: "border", width_px: 1.0 },
  undetermined: { of: "contested", width_px: 1.0, dash_px: [4.0, 3.0] },
  special: { of: "special", width_px: 1.3, dash_px: [1.3, 2.8] },
  graticule: { of: "grid", stroke: "coast", stroke_opacity: 0.3, width_px: 1.0 },
  fan: { of: "fan", width_px: 1.2 },
  "fan-cued": { of: "fan", width_px: 1.2, dash_px: [6.0, 3.0] },
  reach: { of: "circle", fill: "defends", fill_opacity: 0.03, stroke: "defends", width_px: 1.2 },
  "reach-limit": { of: "circle", stroke: "defends", width_px: 1.4, dash_px: [5.0, 3.0] },
  // A flight is coloured by its phase, as in the report's profiles; its dash says what comes of it.
  "threat-boost": { of: "flight-yes", width_px: 3.0 },
  "threat-coast": { of: "curve", width_px: 1.5, stroke_opacity: 0.75 },
  "threat-entry": { of: "flight-yes", stroke: "depends", width_px: 2.4 },
  "disputed-boost": { of: "flight-yes", width_px: 3.0 },
  "disputed-yes": { of: "flight-yes", width_px: 2.2 },
  "disputed-depends": {
    of: "flight-depends",
    width_px: 1.5,
    dash_px: [8.0, 5.0],
    stroke_opacity: 0.8,
  },
  "disputed-no": { of: "flight-no", width_px: 1.3, dash_px: [2.0, 4.0], stroke_opacity: 0.8 },
  "disputed-entry": { of: "flight-yes", stroke: "depends", width_px: 2.4 },
  window: { of: "flight-holds", width_px: 8.0, stroke_opacity: 0.45 },
  announced: { of: "line-declared", width_px: 1.8, dash_px: [7.0, 3.0, 2.0, 3.0] },
  "cell-chosen": { of: "curve", stroke: "ink", width_px: 2.5 },
  "cell-yes": { of: "cell-yes", fill_opacity: 0.62, pattern: "plain" },
  "cell-depends": { of: "hatch-ground", fill_opacity: 0.45, stroke: "defends", pattern: "rising" },
  "cell-no": { of: "cell-no", fill_opacity: 0.8, stroke: "unseen", pattern: "dotted" },
  "cell-better": { of: "cell-yes", fill_opacity: 0.62, stroke: "paper", pattern: "crossed" },
  "cell-worse": { of: "dot-yes", fill_opacity: 0.4, pattern: "falling" },
  "cell-same": { of: "cell-no", fill_opacity: 0.5, pattern: "plain" },
  radar: { of: "radar" },
  interceptors: { of: "site", fill: "defends" },
  ship: { of: "site", fill: "defends" },
  launch: { of: "launch" },
  target: { of: "target", width_px: 1.4 },
  missile: { of: "dot-yes", stroke: "halo", width_px: 1.4 },
  meeting: { of: "dot-holds", stroke: "halo", width_px: 1.2 },
  "first-seen": { of: "radar" },
  observer: { of: "dot-depends", width_px: 1.6 },
  "observer-best": { of: "dot-half", stroke: "halo", width_px: 1.4 },
  // The less can be learned, the fainter: told apart by lightness alone, too.
  "place-most": { of: "cell-yes", fill: "depends", fill_opacity: 0.75, pattern: "plain" },
  "place-some": { of: "cell-yes", fill: "depends", fill_opacity: 0.45, pattern: "plain" },
  "place-least": { of: "cell-yes", fill: "depends", fill_opacity: 0.2, pattern: "plain" },
  "place-none": { of: "cell-no", fill_opacity: 0.6, stroke: "unseen", pattern: "dotted" },
  // What is agreed in an exercise: borders are lines, what is defended is striped.
  sector: { of: "curve", stroke: "ink", stroke_opacity: 0.7, width_px: 1.8 },
  territory: { of: "curve", stroke: "soft", width_px: 1.4, dash_px: [1.5, 3.5] },
  "to-defend": { of: "hatch-ground", fill_opacity: 0.16, stroke: "defends", pattern: "rising" },
  "sector-overlap": {
    of: "wash-depends",
    fill_opacity: 0.45,
    stroke: "depends",
    width_px: 2.0,
    dash_px: [7.0, 4.0],
    pattern: "crossed",
  },
  "sector-gap": {
    of: "wash-reaches",
    fill_opacity: 0.2,
    stroke: "reaches",
    width_px: 2.0,
    dash_px: [7.0, 4.0],
    pattern: "dotted",
  },
  flag: { of: "site" },
  "territory-flag": { of: "site", fill: "soft" },
  question: { of: "site", fill: "depends" },
  "gap-sign": { of: "site", fill: "reaches" },
  failed: { of: "launch" },
  "fan-failed": { of: "fan", fill_opacity: 0.03, stroke: "unseen", width_px: 1.2, dash_px: [2, 4] },
  "hazard-area": { of: "hazard", width_px: 1.2, pattern: "plain" },
  "ellipse-impact": { of: "ellipse-impact", width_px: 1.6, pattern: "plain" },
  "ellipse-launch": { of: "ellipse-launch", width_px: 1.6, pattern: "plain" },
  "ellipse-track": { of: "band", stroke: "sees", width_px: 1.3, pattern: "plain" },
  "track-boost": { of: "dot-yes", stroke: "halo", width_px: 1.0 },
  "track-coast": { of: "dot", stroke: "halo", width_px: 1.0 },
  "track-entry": { of: "dot-half", stroke: "halo", width_px: 1.0 },
  "track-unknown": { of: "bar-soft", stroke: "halo", width_px: 1.0 },
  trail: { of: "curve", stroke: "soft", width_px: 1.0, stroke_opacity: 0.8 },
} as const satisfies Readonly<Record<string, Look>>;

export type LookName = keyof typeof LOOKS;
const DECLARED: Readonly<Record<LookName, Look>> = LOOKS;
export const LOOK_NAMES = Object.keys(LOOKS) as readonly LookName[];

export function look(shade: Shade, name: LookName): Resolved {
  const { of, fill, stroke, pattern, ...own } = DECLARED[name];
  return {
    ...style(shade, of),
    ...own,
    ...(fill === undefined ? {} : { fill: colour(shade, fill) }),
    ...(stroke === undefined ? {} : { stroke: colour(shade, stroke) }),
    pattern: pattern ?? "plain",
  };
}

/**
 * Signs of places, in a box of 12 by 12 as paths of SVG: filled and edged as the look says.
 *
 * Shapes as in the report: a square sees, a triangle intercepts, a diamond launches.
 */
export const GLYPHS = {
  radar: "M2 2H10V10H2Z",
  interceptors: "M6 .6L11.2 10H.8Z",
  ship: "M6 .2V6.2M6 .6L10 6H6ZM.6 7H11.4L9.4 11H2.6Z",
  launch: "M6 .8L11.2 6L6 11.2L.8 6Z",
  target: "M6 1.8A4.2 4.2 0 1 1 6 10.2A4.2 4.2 0 1 1 6 1.8Z",
  missile: "M6 1A5 5 0 1 1 6 11A5 5 0 1 1 6 1Z",
  meeting: "M4.4 1H7.6V4.4H11V7.6H7.6V11H4.4V7.6H1V4.4H4.4Z",
  "first-seen": "M.8 6L6 2L11.2 6L6 10Z",
  flag: "M3 .8H4.4V1.4L10.6 3.9L4.4 6.4V11.2H3Z",
  question: "M.8 6L6 .8L11.2 6L6 11.2ZM5.3 3V6.8H6.7V3ZM5.3 7.8V9.2H6.7V7.8Z",
  failed: "M3 .8L6 3.8L9 .8L11.2 3L8.2 6L11.2 9L9 11.2L6 8.2L3 11.2L.8 9L3.8 6L.8 3Z",
  observer: "M6 .8L7.6 4.4L11.4 4.8L8.6 7.4L9.4 11.2L6 9.3L2.6 11.2L3.4 7.4L.6 4.8L4.4 4.4Z",
} as const;
export type Glyph = keyof typeof GLYPHS;
