/** Comparisons with the numbers of the Python core. */

import assert from "node:assert/strict";

/** What the browser's mathematics must keep of the Python core's numbers. */
export const RELATIVE_TOL = 1e-9;
/** Where a number is zero up to rounding: 1e-9 of a radian is 6 mm on the ground. */
export const ANGLE_TOL_RAD = 1e-9;

/** Equal to 1e-9 of the size of the thing (by default of the expected number). */
export function near(
  actual: number,
  expected: number,
  size = Math.abs(expected),
  about = "",
): void {
  const off = Math.abs(actual - expected);
  assert.ok(off <= RELATIVE_TOL * size, `${about}: ${actual} is not ${expected}, off by ${off}`);
}

export function nearAll(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  size?: number,
  about = "",
): void {
  assert.equal(actual.length, expected.length, about);
  for (let k = 0; k < expected.length; k++) near(actual[k]!, expected[k]!, size, `${about}[${k}]`);
}

/** Equal as directions: whole turns do not count. */
export function nearAngle(actual: number, expected: number, tol = ANGLE_TOL_RAD, about = ""): void {
  const off = Math.abs(Math.atan2(Math.sin(actual - expected), Math.cos(actual - expected)));
  assert.ok(off <= tol, `${about}: ${actual} is not the direction ${expected}, off by ${off}`);
}
