import assert from "node:assert/strict";
import { test } from "node:test";
import { colour, COLOURS, hatch, rgb, sign, style, variables } from "../src/core/palette.ts";
import { SIGNS, STYLES } from "../src/core/palette.generated.ts";

/** Source: WCAG 2.1, relative luminance and contrast ratio. */
function contrast(first: string, second: string): number {
  const luminance = (css: string): number => {
    const [r, g, b] = rgb(css).map((c) =>
      c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

test("texts are readable on both grounds (WCAG 2.1 AA)", () => {
  for (const shade of ["light", "dark"] as const) {
    for (const name of ["ink", "soft", "sees", "defends", "reaches", "depends"] as const) {
      for (const ground of ["paper", "panel"] as const) {
        const ratio = contrast(colour(shade, name), colour(shade, ground));
        assert.ok(ratio >= 4.5, `${name} on ${ground}, ${shade}: ${ratio}`);
      }
    }
  }
});

test("every class of shapes can be drawn in both shades", () => {
  const known = new Set([
    ...COLOURS.flatMap((name) => [colour("light", name), colour("dark", name)]),
    null,
    "hatch",
  ]);
  for (const name of Object.keys(STYLES) as (keyof typeof STYLES)[]) {
    for (const shade of ["light", "dark"] as const) {
      const found = style(shade, name);
      assert.ok(known.has(found.fill) && known.has(found.stroke), name);
      assert.ok(found.fill !== null || found.stroke !== null, `${name} draws nothing`);
    }
  }
});

test("what is contested is not drawn as what is agreed", () => {
  assert.deepEqual(style("light", "border").dash_px, []);
  assert.ok(style("light", "contested").dash_px.length > 0);
  assert.notDeepEqual(style("light", "special").dash_px, style("light", "contested").dash_px);
  assert.ok(hatch("dark").line.stroke !== null);
});

test("signs are shapes with attributes, and variables name every colour", () => {
  for (const name of Object.keys(SIGNS) as (keyof typeof SIGNS)[]) {
    assert.ok(sign(name).length > 0, name);
    for (const { element } of sign(name)) assert.match(element, /^(circle|path|rect)$/);
  }
  assert.equal(variables("dark").length, COLOURS.length);
  assert.deepEqual(rgb("#ff8000"), [1, 128 / 255, 0]);
});
