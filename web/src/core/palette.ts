/** The report's look in the browser: its colours, and how each kind of shape is drawn. */

import { DARK, LIGHT, SIGNS, STYLES } from "./palette.generated.ts";

export type Colour = keyof typeof LIGHT;
/** Classes of shapes as the report names them. No meaning rests on colour alone. */
export type ShapeClass = keyof typeof STYLES;
export type Sign = keyof typeof SIGNS;
export type Shade = "light" | "dark";

/** How a shape is drawn: colours resolved, lengths in pixels of the screen. */
export interface Style {
  /** null for none; "hatch" for stripes (see `hatch`). */
  readonly fill: string | null;
  readonly fill_opacity: number;
  readonly stroke: string | null;
  readonly stroke_opacity: number;
  readonly width_px: number;
  /** Empty for a whole line. */
  readonly dash_px: readonly number[];
  readonly is_round: boolean;
}

/** A shape of a sign, in a box of 12 by 12; the colour `ink` is that of the text. */
export interface SignShape {
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Declared {
  readonly fill?: Colour | "hatch" | null;
  readonly fillOpacity?: number;
  readonly stroke?: Colour | null;
  readonly strokeOpacity?: number;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly cap?: string;
  readonly join?: string;
  readonly rule?: string;
}

const PALETTES: Readonly<Record<Shade, Readonly<Record<Colour, string>>>> = {
  light: LIGHT,
  dark: DARK,
};
const DECLARED: Readonly<Record<ShapeClass, Declared>> = STYLES;

export const COLOURS = Object.keys(LIGHT) as readonly Colour[];

/** A colour as CSS has it, such as #1f5fa8. */
export function colour(shade: Shade, name: Colour): string {
  return PALETTES[shade][name];
}

/** A colour as three numbers from 0 to 1 (sRGB). */
export function rgb(css: string): readonly [number, number, number] {
  const bits = Number.parseInt(css.slice(1), 16);
  return [(bits >> 16) / 255, ((bits >> 8) & 255) / 255, (bits & 255) / 255];
}

export function style(shade: Shade, name: ShapeClass): Style {
  const { fill, stroke, ...of } = DECLARED[name];
  return {
    fill: fill === "hatch" || fill == null ? (fill ?? null) : colour(shade, fill),
    fill_opacity: of.fillOpacity ?? 1.0,
    stroke: stroke == null ? null : colour(shade, stroke),
    stroke_opacity: of.strokeOpacity ?? 1.0,
    width_px: of.width ?? 1.0,
    dash_px: of.dash ?? [],
    is_round: of.cap === "round" || of.join === "round",
  };
}

/** What a hatched area is made of: its ground and its stripes. */
export function hatch(shade: Shade): { readonly ground: Style; readonly line: Style } {
  return { ground: style(shade, "hatch-ground"), line: style(shade, "hatch-line") };
}

export function sign(name: Sign): readonly SignShape[] {
  return SIGNS[name].map(({ element, ...attributes }) => ({ element, attributes }));
}

/** All colours as CSS custom properties, to be set on the root through CSSOM. */
export function variables(shade: Shade): readonly (readonly [name: string, value: string])[] {
  return COLOURS.map((name) => [`--${name}`, colour(shade, name)] as const);
}
