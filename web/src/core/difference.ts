/** How much is defended better or worse in the second of two settings, counted from the map. */

import { defended } from "./drawnGround.ts";
import type { LookName } from "./looks.ts";
import type { State } from "./state.ts";
import type { View } from "./view.ts";

export interface AreaDifference {
  readonly better_km2: number;
  readonly worse_km2: number;
  /** What is threatened in either, and no better or worse. */
  readonly same_km2: number;
}

/** What the difference map of a state shows; null where it compares nothing. */
export function areaDifference(view: View, state: State): AreaDifference | null {
  if (state.compared === null) return null;
  const drawn = defended(view, state);
  const area_km2 = (look: LookName): number =>
    drawn
      .filter((each) => each.shape === "cells" && each.look === look)
      .reduce((sum, each) => sum + (each.shape === "cells" ? each.indices.length : 0), 0) *
    view.cells.cell_km ** 2;
  return {
    better_km2: area_km2("cell-better"),
    worse_km2: area_km2("cell-worse"),
    same_km2: area_km2("cell-same"),
  };
}
