/** The phases of the shields as steps; one is shown. */

import { phaseOf } from "../core/chosen.ts";
import type { State } from "../core/state.ts";
import type { Phase } from "../core/view.ts";
import { attribute, button, element, write } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";

export class PhaseSteps implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #steps: readonly HTMLButtonElement[];
  readonly #planned = element("p", {});
  readonly #outcome = element("p", { class: "gs-soft" });

  constructor(context: Context) {
    this.#context = context;
    const phases = context.view?.phases ?? [];
    this.#steps = phases.map((phase) => this.#step(phase));
    const items = this.#steps.map((step) => element("li", {}, step));
    this.root = element(
      "section",
      { class: "gs-part gs-phases", "aria-label": context.text("web.phases.title") },
      element("h3", {}, context.text("web.phases.title")),
      element("ol", {}, ...items),
      this.#planned,
      this.#outcome,
    );
  }

  update(state: State): void {
    const { view } = this.#context;
    attribute(this.root, "hidden", view === null || state.subject === "live");
    if (view === null) return;
    const chosen = phaseOf(view, state);
    this.#steps.forEach((step, k) => {
      attribute(step, "aria-current", k === chosen ? "step" : null);
    });
    const phase = view.phases[chosen];
    write(this.#planned, this.#context.said(phase?.planned));
    write(this.#outcome, this.#context.said(phase?.outcome));
  }

  dispose(): void {
    this.root.remove();
  }

  #step(phase: Phase): HTMLButtonElement {
    const { store } = this.#context;
    return button(
      { "data-key": `phase-${phase.id}` },
      () => store.set(({ setting }) => ({ setting: { ...setting, phase: phase.id } })),
      element("span", {}, this.#context.said(phase.short)),
      element("span", { class: "gs-soft" }, phase.date),
    );
  }
}
