/** What was shown last, layer by layer, so that only what has changed is painted anew. */

import type { Drawable, Drawn, Mark } from "../core/drawables.ts";
import { LAYERS, type LayerName } from "../core/state.ts";

export interface Changes {
  /** Layers whose ground or lines are others than before. */
  readonly solid: ReadonlySet<LayerName>;
  readonly has_marks: boolean;
}

const NONE: readonly never[] = [];

export class Layers {
  readonly #drawables = new Map<LayerName, readonly Drawable[]>();
  readonly #solid = new Map<LayerName, readonly Drawable[]>();
  readonly #marks = new Map<LayerName, readonly Mark[]>();
  #drawn: Drawn | null = null;

  get drawn(): Drawn | null {
    return this.#drawn;
  }

  /** Takes what is to be shown; arrays and drawables that are the same objects have not changed. */
  take(drawn: Drawn): Changes {
    this.#drawn = drawn;
    const solid = new Set<LayerName>();
    let has_marks = false;
    for (const name of LAYERS) {
      if (drawn[name] === this.#drawables.get(name)) continue;
      this.#drawables.set(name, drawn[name]);
      const marks = drawn[name].filter((each): each is Mark => each.shape === "mark");
      has_marks = !isSame(marks, this.#marks.get(name) ?? NONE) || has_marks;
      this.#marks.set(name, marks);
      const others = drawn[name].filter((each) => each.shape !== "mark");
      if (!isSame(others, this.#solid.get(name) ?? NONE)) solid.add(name);
      this.#solid.set(name, others);
    }
    return { solid, has_marks };
  }

  /** All of a layer but its marks. */
  solid(name: LayerName): readonly Drawable[] {
    return this.#solid.get(name) ?? NONE;
  }

  get marks(): readonly Mark[] {
    return LAYERS.flatMap((name) => this.#marks.get(name) ?? NONE);
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, k) => each === b[k]);
}
