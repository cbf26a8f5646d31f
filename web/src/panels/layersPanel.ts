/** The layers of the picture: what each sign means, and a switch for each. */

import { isSetting, regionsOf } from "../core/drawnRegions.ts";
import type { Glyph, LookName } from "../core/looks.ts";
import type { LayerName, State } from "../core/state.ts";
import type { View } from "../core/view.ts";
import type { WordKey } from "../core/words.ts";
import { attribute, element } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";
import { areaSwatch, glyphSwatch, lineSwatch } from "./swatch.ts";

type Sample =
  | readonly [kind: "line" | "area", look: LookName, text: WordKey]
  | readonly [kind: Glyph, look: LookName, text: WordKey];

interface Layer {
  readonly name: LayerName;
  readonly text: WordKey;
  readonly samples: readonly Sample[];
  /** Whether it belongs to the one subject alone. */
  readonly of: "assessment" | "live" | "both";
  /** Whether it belongs to the live picture, too, where that is an exercise's. */
  readonly is_set?: boolean;
}

const LAYERS: readonly Layer[] = [
  layer("flights", "assessment", [
    ["line", "threat-boost", "plot.boost"],
    ["line", "threat-coast", "plot.coast"],
    ["line", "threat-entry", "plot.entry"],
    ["launch", "launch", "legend.launch"],
    ["target", "target", "legend.target"],
    ["missile", "missile", "web.legend.missile"],
  ]),
  layer("disputed", "assessment", [
    ["line", "disputed-yes", "legend.flight_yes"],
    ["line", "disputed-depends", "legend.flight_depends"],
    ["line", "disputed-no", "legend.flight_no"],
  ]),
  layer("sites", "both", [
    ["radar", "radar", "legend.radar"],
    ["interceptors", "interceptors", "legend.site"],
    ["ship", "ship", "web.legend.ship"],
  ]),
  layer("fans", "both", [["area", "fan", "legend.fan"]]),
  {
    ...layer("reach", "assessment", [
      ["area", "reach", "web.legend.reach"],
      ["line", "reach-limit", "legend.circle"],
    ]),
    is_set: true,
  },
  layer("sectors", "both", [
    ["flag", "flag", "web.legend.sector_flag"],
    ["line", "sector", "web.legend.sector"],
    ["area", "sector-overlap", "web.legend.overlap"],
    ["area", "sector-gap", "web.legend.gap"],
  ]),
  layer("regions", "both", [
    ["area", "to-defend", "web.legend.to_defend"],
    ["line", "territory", "web.legend.territory"],
  ]),
  layer("defended", "assessment", [
    ["area", "cell-yes", "legend.cell_yes"],
    ["area", "cell-depends", "legend.cell_depends"],
    ["area", "cell-no", "legend.cell_no"],
  ]),
  layer("observers", "assessment", [
    ["observer", "observer-best", "web.legend.observer_best"],
    ["observer", "observer", "web.legend.observer"],
    ["area", "place-most", "web.legend.place_most"],
    ["area", "place-some", "web.legend.place_some"],
    ["area", "place-least", "web.legend.place_least"],
    ["area", "place-none", "web.legend.place_none"],
    ["area", "hazard-area", "web.legend.hazard"],
  ]),
  layer("tracks", "live", [
    ["missile", "track-boost", "plot.boost"],
    ["missile", "track-coast", "plot.coast"],
    ["missile", "track-entry", "plot.entry"],
    ["missile", "track-unknown", "web.legend.unknown"],
  ]),
  layer("trails", "live", [["line", "trail", "web.legend.trail"]]),
  layer("covariances", "live", [["area", "ellipse-track", "web.legend.covariance"]]),
  layer("impacts", "live", [
    ["area", "ellipse-impact", "web.legend.impact"],
    ["area", "ellipse-launch", "web.legend.launch_area"],
  ]),
  layer("notices", "live", [
    ["area", "hazard-area", "web.legend.hazard"],
    ["launch", "launch", "web.legend.notice_launch"],
    ["target", "target", "web.legend.notice_impact"],
  ]),
  layer("borders", "both", [
    ["line", "international", "web.legend.border"],
    ["line", "undetermined", "web.legend.contested"],
    ["line", "special", "web.legend.special"],
  ]),
  layer("graticule", "both", []),
  layer("labels", "both", []),
];

/** Whether a document has anything for a layer; for all others it always has. */
const HAS: Readonly<Partial<Record<LayerName, (view: View) => boolean>>> = {
  flights: (view) => view.flights.some((each) => each.role === "threat"),
  disputed: (view) => view.flights.some((each) => each.role === "disputed"),
  sites: (view) => view.sensors.length + view.batteries.length > 0,
  fans: (view) => view.sensors.length > 0,
  reach: (view) => view.batteries.length > 0,
  defended: (view) => view.cells.layers.length > 0,
  observers: (view) => view.plans.length > 0,
  sectors: (view) => regionsOf(view).some((each) => each.sector.length > 0),
  regions: (view) => regionsOf(view).length > 0,
};

/** What only an exercise's live picture has. */
const FAILED: Readonly<Partial<Record<LayerName, readonly Sample[]>>> = {
  sites: [["failed", "failed", "web.legend.radar_failed"]],
  fans: [["area", "fan-failed", "web.legend.fan_failed"]],
};

/** What the defended layer means while two settings are compared. */
const COMPARED: readonly Sample[] = [
  ["area", "cell-better", "web.legend.cell_better"],
  ["area", "cell-worse", "web.legend.cell_worse"],
  ["area", "cell-same", "web.legend.cell_same"],
];

interface Row {
  readonly layer: Layer;
  readonly root: HTMLElement;
  readonly box: HTMLInputElement;
  readonly samples: HTMLElement;
}

export class LayersPanel implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #rows: readonly Row[];
  #is_compared = false;

  constructor(context: Context) {
    this.#context = context;
    const is_setting = isSetting(context.view);
    this.#rows = LAYERS.filter((each) => this.#hasLayer(each.name))
      .map((each) => (is_setting ? ofSetting(each) : { ...each, is_set: false }))
      .map((each) => this.#row(each));
    this.root = element(
      "section",
      { class: "gs-part gs-layers", "aria-label": context.text("web.layers.title") },
      element("h3", {}, context.text("web.layers.title")),
      element("ul", {}, ...this.#rows.map((row) => row.root)),
    );
  }

  update(state: State): void {
    for (const { layer, root, box } of this.#rows) {
      const is_shown = layer.of === "both" || layer.of === state.subject || layer.is_set === true;
      attribute(root, "hidden", !is_shown);
      box.checked = !state.hidden.includes(layer.name);
    }
    const is_compared = state.compared !== null;
    if (is_compared === this.#is_compared) return;
    this.#is_compared = is_compared;
    const row = this.#rows.find((each) => each.layer.name === "defended");
    row?.samples.replaceChildren(...this.#samples(is_compared ? COMPARED : row.layer.samples));
  }

  dispose(): void {
    this.root.remove();
  }

  #hasLayer(name: LayerName): boolean {
    const { view } = this.#context;
    if (view === null) return !["observers", "sectors", "regions"].includes(name);
    return HAS[name]?.(view) ?? true;
  }

  #row(layer: Layer): Row {
    const box = element("input", { type: "checkbox", "data-key": `layer-${layer.name}` });
    box.addEventListener("change", () => this.#switched(layer.name, box.checked));
    const label = element("label", {}, box, this.#context.text(layer.text));
    const samples = element("ul", { class: "gs-samples" }, ...this.#samples(layer.samples));
    const root = element("li", {}, label, layer.samples.length > 0 ? samples : null);
    return { layer, root, box, samples };
  }

  #samples(samples: readonly Sample[]): HTMLElement[] {
    const { shade } = this.#context;
    return samples.map(([kind, name, text]) => {
      const picture =
        kind === "line"
          ? lineSwatch(shade, name)
          : kind === "area"
            ? areaSwatch(shade, name)
            : glyphSwatch(shade, name, kind);
      return element("li", {}, picture, element("span", {}, this.#context.text(text)));
    });
  }

  #switched(name: LayerName, is_shown: boolean): void {
    this.#context.store.set(({ hidden }) => ({
      hidden: is_shown ? hidden.filter((each) => each !== name) : [...hidden, name],
    }));
  }
}

/** A layer with what else it shows of an exercise. */
function ofSetting(layer: Layer): Layer {
  return { ...layer, samples: [...layer.samples, ...(FAILED[layer.name] ?? [])] };
}

function layer(name: LayerName, of: Layer["of"], samples: readonly Sample[]): Layer {
  return { name, text: `web.layer.${name}`, samples, of };
}
