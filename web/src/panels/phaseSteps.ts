/** The phases of the shields as steps; one is shown. */

import { answersOf } from "../core/answers.ts";
import { phaseOf } from "../core/chosen.ts";
import { interval } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Phase, View } from "../core/view.ts";
import { attribute, button, element, redraw, write, type Child } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";

export class PhaseSteps implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #steps: readonly HTMLButtonElement[];
  readonly #answers = element("dl", { class: "gs-answers" });
  #shown: readonly unknown[] = [];
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
      this.#answers,
      this.#planned,
      this.#outcome,
    );
  }

  update(state: State): void {
    const { view } = this.#context;
    const has_none = view === null || view.phases.length === 0;
    attribute(this.root, "hidden", has_none || state.subject === "live");
    if (view === null) return;
    const chosen = phaseOf(view, state);
    this.#steps.forEach((step, k) => {
      attribute(step, "aria-current", k === chosen ? "step" : null);
    });
    this.#answer(view, state);
    const phase = view.phases[chosen];
    write(this.#planned, this.#context.said(phase?.planned));
    write(this.#outcome, this.#context.said(phase?.outcome));
  }

  dispose(): void {
    this.root.remove();
  }

  #answer(view: View, state: State): void {
    const inputs = [state.setting, state.claim, state.filters];
    const is_same = inputs.every((each, k) => Object.is(each, this.#shown[k]));
    if (is_same && this.#shown.length > 0) return;
    this.#shown = inputs;
    redraw(this.#answers, ...this.#answered(view, state));
  }

  /** What the phase sees, defends and reaches, in a line each. */
  #answered(view: View, state: State): Child[] {
    const context = this.#context;
    const { threats, seen, people, disputed, reached, open } = answersOf(
      view,
      state,
      context.arguing.verdicts(state),
    );
    const defends =
      people === null
        ? ""
        : context.text("web.answers.defends_text", {
            share: interval(context.language, 100.0 * people.low, 100.0 * people.high, "%"),
            region: context.short(people.region),
          });
    const lines = [
      [
        "sees",
        threats === 0 ? "" : context.text("web.answers.sees_text", { n: seen, all: threats }),
      ],
      ["defends", defends],
      [
        "reaches",
        disputed === 0
          ? ""
          : context.text("web.answers.reaches_text", { n: reached, all: disputed }) +
            (open === 0 ? "" : context.text("web.answers.open_text", { open })),
      ],
    ] as const;
    return lines.flatMap(([name, text]) =>
      text === ""
        ? []
        : [
            element("dt", { "data-kind": name }, context.text(`web.answers.${name}`)),
            element("dd", {}, text),
          ],
    );
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
