/** EXERCISE, SIMULATED or ANALYSIS: what the data are. It stands on top and cannot be closed. */

import type { State } from "../core/state.ts";
import { element, write } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";

/** What the live picture says of itself. */
export interface LiveMark {
  readonly is_exercise: boolean;
  readonly is_simulated: boolean;
}

export type MarkKind = "analysis" | "exercise" | "simulated" | "live";

/** What the data are. Live data that are neither exercise nor simulated carry no mark. */
export function marksOf(context: Context, state: State): readonly MarkKind[] {
  const live = context.liveMark();
  if (state.subject === "live" && live !== null) {
    return [
      ...(live.is_exercise ? (["exercise"] as const) : []),
      ...(live.is_simulated ? (["simulated"] as const) : []),
    ];
  }
  return [context.view?.mark ?? "analysis"];
}

export function markText(context: Context, kind: MarkKind): string {
  return context.text(kind === "analysis" ? "page.mark_short" : `web.mark.${kind}`);
}

/** The mark in a word; empty where there is none. */
export function markOf(context: Context, state: State): string {
  return marksOf(context, state)
    .map((kind) => markText(context, kind))
    .join(" · ");
}

/** The sentences without a first one that is only the word beside them. */
function withoutWord(told: string, word: string): string {
  const [first = ""] = told.split(". ", 1);
  const is_said = word.toLowerCase().startsWith(first.toLowerCase());
  return first !== "" && is_said ? told.slice(first.length + 2) : told;
}

export class Mark implements Panel {
  readonly root = element("p", { class: "gs-mark" });
  readonly #context: Context;
  readonly #word = element("b", {});
  readonly #text = element("span", {});

  constructor(context: Context) {
    this.#context = context;
    this.root.append(this.#word, " ", this.#text);
  }

  update(state: State): void {
    const word = markOf(this.#context, state);
    write(this.#word, word);
    const is_told = state.subject === "assessment";
    const told = is_told ? this.#context.said(this.#context.view?.mark_text) : "";
    write(this.#text, withoutWord(told, word));
    this.root.hidden = word === "";
  }

  dispose(): void {
    this.root.remove();
  }
}
