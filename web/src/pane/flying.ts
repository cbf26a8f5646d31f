/** A camera on its way to another. */

import { onTheWay } from "../core/eye.ts";
import type { Camera } from "../core/state.ts";

const FLIGHT_MS = 900.0;

export class Flying {
  constructor(
    readonly from: Camera,
    readonly to: Camera,
    readonly since_ms: number,
  ) {}

  /** Where it is now, and at last exactly where it was to go. */
  at(now_ms: number): { readonly camera: Camera; readonly is_there: boolean } {
    const share = Math.min(Math.max((now_ms - this.since_ms) / FLIGHT_MS, 0.0), 1.0);
    if (share >= 1.0) return { camera: this.to, is_there: true };
    return { camera: onTheWay(this.from, this.to, share), is_there: false };
  }
}

export function wantsLessMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
