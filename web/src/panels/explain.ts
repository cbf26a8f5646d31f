/** What was clicked: what it is, who says so, and why it is as it is. */

import type { State } from "../core/state.ts";
import { attribute, button, element, redraw, type Child } from "./dom.ts";
import { shown, type Explained } from "./explained.ts";
import { explainEvent, explainFlight } from "./explainFlights.ts";
import { explainCell, explainObserver, explainPlan } from "./explainGround.ts";
import { explainRegion, explainTrouble } from "./explainRegions.ts";
import { explainBattery, explainPlace, explainSensor } from "./explainSites.ts";
import type { Context, Panel } from "./panel.ts";

/** Explains what has an id; null where it knows none of it. */
export type Explainer = (context: Context, state: State, id: string) => Explained | null;
export type Explainers = Readonly<Record<string, Explainer>>;

const OF_DOCUMENTS: Explainers = {
  sensor: explainSensor,
  battery: explainBattery,
  place: explainPlace,
  flight: explainFlight,
  event: explainEvent,
  cell: explainCell,
  observer: explainObserver,
  plan: explainPlan,
  area: explainPlan,
  region: explainRegion,
  trouble: explainTrouble,
};

export class ExplainPanel implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #explainers: Explainers;
  readonly #inside = element("div", { role: "status" });
  readonly #close: HTMLElement;
  #shown: readonly unknown[] = [];

  /** `more`: of what is live; where both know a kind, it goes first. */
  constructor(context: Context, more: Explainers = {}) {
    [this.#context, this.#explainers] = [context, more];
    this.#close = button(
      {
        class: "gs-quiet gs-close",
        "data-key": "explain-close",
        "aria-label": context.text("web.explain.close"),
      },
      () => context.store.set({ selected: null }),
      "✕",
    );
    this.root = element(
      "section",
      { class: "gs-part gs-explain", "aria-label": context.text("web.explain.title") },
      this.#close,
      this.#inside,
    );
  }

  update(state: State): void {
    const is_hinted = state.selected === null && state.subject === "live";
    attribute(this.root, "hidden", state.selected === null && !is_hinted);
    attribute(this.#close, "hidden", is_hinted);
    const inputs = [state.selected, state.setting, state.claim, state.flight, state.subject];
    if (this.#shown.length > 0 && inputs.every((each, k) => Object.is(each, this.#shown[k])))
      return;
    this.refresh(state);
    this.#shown = inputs;
  }

  /** Once more, though the state is the same: what is live has changed. */
  refresh(state: State): void {
    const { selected } = state;
    if (selected === null) return redraw(this.#inside, ...this.#hint(state));
    const { kind, id } = selected;
    const live = Object.hasOwn(this.#explainers, kind) ? this.#explainers[kind] : undefined;
    const own = Object.hasOwn(OF_DOCUMENTS, kind) ? OF_DOCUMENTS[kind] : undefined;
    const explained =
      live?.(this.#context, state, id) ??
      own?.(this.#context, state, id) ??
      this.#unknown(kind, id);
    redraw(this.#inside, ...shown(this.#context, explained));
  }

  /** What can be clicked, where the column would be empty otherwise. */
  #hint({ subject }: State): Child[] {
    if (subject !== "live") return [];
    return [element("p", { class: "gs-soft" }, this.#context.text("web.explain.live_hint"))];
  }

  dispose(): void {
    this.root.remove();
  }

  #unknown(kind: string, id: string): Explained {
    const kinds = { kind, title: id, facts: [], lists: [], told: [] };
    return { ...kinds, kind: this.#context.text("web.explain.unknown") };
  }
}
