/** The two ways to draw that this bundle holds. */

import { createMap } from "../map/map.ts";
import { createScene } from "../scene/scene.ts";
import type { Renderers } from "./picture.ts";

export const RENDERERS: Renderers = { webgl: createScene, canvas: createMap };
