/** The two ways to draw that this bundle holds. */

import { createScene } from "../scene/scene.ts";
import type { Created } from "../core/renderer.ts";
import type { Renderers } from "./picture.ts";

export const RENDERERS: Renderers = { webgl: createScene, canvas: noMap };

function noMap(): Created {
  return { renderer: null, reason: "no-map" };
}
