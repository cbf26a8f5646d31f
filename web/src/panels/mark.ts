/** EXERCISE, SIMULATED or ANALYSIS: what the data are. It stands on top and cannot be closed. */

import type { State } from "../core/state.ts";
import { element, write } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";

/** What the live picture says of itself. */
export interface LiveMark {
  readonly is_exercise: boolean;
  readonly is_simulated: boolean;
}

/** The mark in a word. Live data that are neither carry none. */
export function markOf(context: Context, state: State, live: LiveMark | null = null): string {
  if (state.subject === "live" && live !== null) {
    const parts = [
      live.is_exercise ? context.text("web.mark.exercise") : "",
      live.is_simulated ? context.text("web.mark.simulated") : "",
    ];
    return parts.filter((part) => part !== "").join(" · ");
  }
  const mark = context.view?.mark ?? "analysis";
  return mark === "analysis" ? context.text("page.mark_short") : context.text(`web.mark.${mark}`);
}

export class Mark implements Panel {
  readonly root = element("p", { class: "gs-mark" });
  readonly #context: Context;
  readonly #live: () => LiveMark | null;
  readonly #word = element("b", {});
  readonly #text = element("span", {});

  constructor(context: Context, live: () => LiveMark | null) {
    [this.#context, this.#live] = [context, live];
    this.root.append(this.#word, " ", this.#text);
  }

  update(state: State): void {
    const word = markOf(this.#context, state, this.#live());
    write(this.#word, word);
    const is_told = state.subject === "assessment";
    write(this.#text, is_told ? this.#context.said(this.#context.view?.mark_text) : "");
    this.root.hidden = word === "";
  }

  dispose(): void {
    this.root.remove();
  }
}
