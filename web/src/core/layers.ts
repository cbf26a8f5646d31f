/**
 * From the documents and the state to what is drawn, layer by layer.
 *
 * Pure but for its memory: a layer whose inputs are the same gives the same array again, so that
 * renderers leave alone what they have.
 */

import type { FlightVerdicts } from "./chosen.ts";
import type { Drawable, Drawn } from "./drawables.ts";
import { bands, disputed, ends, missiles, threats } from "./drawnFlights.ts";
import { borders, chosenCell, defended, graticule } from "./drawnGround.ts";
import { covariances, impacts, notices, type Predicted } from "./drawnLive.ts";
import { observers } from "./drawnPlans.ts";
import { isSetting, regions, sectors } from "./drawnRegions.ts";
import { fans, reach, sites } from "./drawnSites.ts";
import type { LivePicture } from "./livePicture.ts";
import type { ShownNotice } from "./notices.ts";
import { LAYERS, type LayerName, type State } from "./state.ts";
import type { World } from "./topo.ts";
import type { View } from "./view.ts";

/** What is drawn beside the documents. */
export interface Beside {
  /** What an argument finds of disputed flights; null leaves it to the document. */
  readonly verdicts: FlightVerdicts | null;
  readonly live: LivePicture | null;
  /** Another number whenever covariances of the live picture have changed. */
  readonly live_version: number;
  readonly predicted: readonly Predicted[];
  /** Of launches to come; the same array as long as nothing of them changes. */
  readonly notices: readonly ShownNotice[];
  /** Sensors that are known to have failed; the same set as long as it is the same. */
  readonly failed: ReadonlySet<string>;
}

const NOTHING_FAILED: ReadonlySet<string> = new Set();

export const NOTHING_BESIDE: Beside = {
  verdicts: null,
  live: null,
  live_version: 0,
  predicted: [],
  notices: [],
  failed: NOTHING_FAILED,
};

const NONE: readonly Drawable[] = [];
/** Layers of an assessment; in the live picture they are not drawn but for sites and fans. */
const ASSESSED: ReadonlySet<LayerName> = new Set([
  "reach",
  "flights",
  "defended",
  "disputed",
  "observers",
]);
/** Of the setting of an exercise they are drawn in its live picture, too. */
const OF_SETTING: ReadonlySet<LayerName> = new Set(["reach"]);
const LIVE: ReadonlySet<LayerName> = new Set([
  "tracks",
  "trails",
  "covariances",
  "impacts",
  "notices",
]);

export class Drawing {
  readonly #view: View | null;
  readonly #world: World | null;
  readonly #memory = new Map<string, Remembered>();

  constructor(view: View | null, world: World | null) {
    this.#view = view;
    this.#world = world;
  }

  drawn(state: State, beside: Beside = NOTHING_BESIDE): Drawn {
    const layers = LAYERS.map((name) => [name, this.#layer(name, state, beside)] as const);
    return Object.fromEntries(layers) as Record<LayerName, readonly Drawable[]>;
  }

  #layer(name: LayerName, state: State, beside: Beside): readonly Drawable[] {
    const is_assessed = ASSESSED.has(name) && !(isSetting(this.#view) && OF_SETTING.has(name));
    const is_other = state.subject === "live" ? is_assessed : LIVE.has(name);
    if (is_other || state.hidden.includes(name)) return NONE;
    const has_labels = !state.hidden.includes("labels");
    const found = this.#made(name, state, beside);
    if (has_labels) return found;
    return this.#remembered(`${name} unnamed`, [found], () => found.map(unnamed));
  }

  #made(name: LayerName, state: State, beside: Beside): readonly Drawable[] {
    const world = this.#world;
    switch (name) {
      case "borders":
        return world === null ? NONE : this.#remembered(name, [world], () => borders(world));
      case "graticule":
        return this.#remembered(name, [], graticule);
      case "covariances":
        return this.#covariances(state, beside);
      case "impacts":
        return this.#remembered(name, [beside.predicted, state.selected], () =>
          impacts(beside.predicted, state),
        );
      case "notices":
        return this.#remembered(name, [beside.notices, state.selected], () =>
          notices(beside.notices, state),
        );
      default:
        return this.#view === null ? NONE : this.#assessed(name, this.#view, state, beside);
    }
  }

  #assessed(name: LayerName, view: View, state: State, beside: Beside): readonly Drawable[] {
    const { selected, flight, setting, filters, language, compared, claim } = state;
    const phase = setting.phase;
    switch (name) {
      case "sites":
        return this.#remembered(name, [phase, filters, language, selected, beside.failed], () =>
          sites(view, state, beside.failed),
        );
      case "fans":
        return this.#remembered(name, [phase, filters, flight, selected, beside.failed], () =>
          fans(view, state, beside.failed),
        );
      case "sectors":
        return this.#remembered(name, [language, selected], () => sectors(view, state));
      case "regions":
        return this.#remembered(name, [language, selected], () => regions(view, state));
      case "reach":
        return this.#remembered(
          name,
          [phase, filters, setting.speed_m_s, setting.cap_m, selected],
          () => reach(view, state),
        );
      case "defended":
        return this.#remembered(
          name,
          [phase, compared?.phase, compared === null, flight, chosenCell(state)],
          () => defended(view, state),
        );
      case "observers":
        return this.#remembered(name, [language, selected], () => observers(view, state));
      case "flights":
        return this.#flights(name, view, state, [phase, flight, selected], () =>
          threats(view, state),
        );
      case "disputed":
        return this.#flights(
          name,
          view,
          state,
          [phase, flight, selected, claim, setting.party, beside.verdicts],
          () => disputed(view, state, beside.verdicts),
        );
      default:
        return NONE;
    }
  }

  /** Lines stay the same objects while only the time moves the missiles along them. */
  #flights(
    name: "flights" | "disputed",
    view: View,
    state: State,
    inputs: readonly unknown[],
    lines: () => Drawable[],
  ): readonly Drawable[] {
    const { language, time_s } = state;
    const arcs = this.#remembered(`${name} arcs`, inputs, () => [
      ...bands(view, state, name),
      ...lines(),
    ]);
    const places = this.#remembered(`${name} ends`, [...inputs, language], () =>
      ends(view, state, name),
    );
    return this.#remembered(name, [arcs, places, time_s], () => [
      ...arcs,
      ...places,
      ...missiles(view, state, name),
    ]);
  }

  #covariances(state: State, { live, live_version }: Beside): readonly Drawable[] {
    if (live === null) return NONE;
    return this.#remembered("covariances", [live, live_version, state.selected], () =>
      covariances(live, state),
    );
  }

  #remembered(
    key: string,
    inputs: readonly unknown[],
    make: () => Drawable[],
  ): readonly Drawable[] {
    const known = this.#memory.get(key);
    if (known !== undefined && isSame(known.inputs, inputs)) return known.drawables;
    const drawables = make();
    this.#memory.set(key, { inputs, drawables });
    return drawables;
  }
}

interface Remembered {
  readonly inputs: readonly unknown[];
  readonly drawables: readonly Drawable[];
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, k) => Object.is(each, b[k]));
}

function unnamed(drawable: Drawable): Drawable {
  return drawable.shape === "mark" ? { ...drawable, label: null } : drawable;
}
