/** The map that belongs to a projection. */

import type { Camera, Projection } from "../core/state.ts";
import type { Chart, Size } from "./chart.ts";
import { FlatChart } from "./flat.ts";
import { GlobeChart } from "./globe.ts";
import { PolarChart } from "./polar.ts";

export function chartOf(projection: Projection, camera: Camera, size: Size): Chart {
  switch (projection) {
    case "globe":
      return new GlobeChart(camera, size);
    case "polar":
      return new PolarChart(camera, size);
    case "flat":
      return new FlatChart(camera, size);
  }
}
