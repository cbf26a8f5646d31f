/** Keys for what is done often, and the list of them. */

import type { State } from "../core/state.ts";
import { button, element, Undoings } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";
import type { WordKey } from "../core/words.ts";

/** What the keys do that is not a change of the state alone. */
export interface Actions {
  readonly stepEvent: (way: -1 | 1) => void;
  readonly toGlobe: () => void;
}

const KEYS: readonly (readonly [keys: string, text: WordKey])[] = [
  ["p", "web.keys.play"],
  [", .", "web.keys.events"],
  ["1 … 9", "web.keys.phases"],
  ["t", "web.keys.tables"],
  ["g", "web.keys.globe"],
  ["← → ↑ ↓", "web.keys.move"],
  ["Shift + ← → ↑ ↓", "web.keys.turn"],
  ["+ −", "web.keys.zoom"],
  ["Home", "web.keys.home"],
  ["Esc", "web.keys.escape"],
  ["?", "web.keys.help"],
];

/** Whether single keys do anything; kept while panels are built anew. */
export interface KeySwitch {
  are_on: boolean;
}

export class Shortcuts implements Panel {
  readonly root: HTMLDialogElement;
  readonly #context: Context;
  readonly #actions: Actions;
  readonly #keys: KeySwitch;
  readonly #undoings = new Undoings();

  constructor(context: Context, host: HTMLElement, actions: Actions, keys: KeySwitch) {
    [this.#context, this.#actions, this.#keys] = [context, actions, keys];
    const on = element("input", { type: "checkbox", "data-key": "keys-on" });
    on.checked = keys.are_on;
    on.addEventListener("change", () => (keys.are_on = on.checked));
    const title = context.text("web.keys.title");
    this.root = element(
      "dialog",
      { class: "gs-dialog", "aria-label": title },
      element("h3", {}, title),
      element("dl", { class: "gs-facts" }, ...this.#list()),
      element("label", {}, on, context.text("web.keys.on")),
      button({ "data-key": "keys-close" }, () => this.root.close(), context.text("web.keys.close")),
    );
    this.#undoings.listen(host, "keydown", (event) => this.#pressed(event));
  }

  update(_state: State): void {
    // The list is the same in every state.
  }

  open(): void {
    if (!this.root.open) this.root.showModal();
  }

  dispose(): void {
    this.#undoings.undo();
    this.root.remove();
  }

  #list(): HTMLElement[] {
    return KEYS.flatMap(([keys, text]) => [
      element("dt", {}, element("kbd", {}, keys)),
      element("dd", {}, this.#context.text(text)),
    ]);
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.root.open || isWritten(event.target)) return;
    if (event.key === "Escape") return this.#escape();
    if (!this.#keys.are_on || !this.#does(event.key)) return;
    event.preventDefault();
  }

  #escape(): void {
    const { store } = this.#context;
    if (store.state.selected !== null) store.set({ selected: null });
  }

  /** Whether the key means something. */
  #does(key: string): boolean {
    const { store, view } = this.#context;
    const phase = /^[1-9]$/.test(key) ? view?.phases[Number(key) - 1] : undefined;
    if (phase !== undefined) {
      store.set(({ setting }) => ({ setting: { ...setting, phase: phase.id } }));
      return true;
    }
    const act: (() => void) | undefined = {
      p: () => store.set(({ playing }) => ({ playing: !playing })),
      ",": () => this.#actions.stepEvent(-1),
      ".": () => this.#actions.stepEvent(1),
      t: () => this.#toggleTable(),
      g: () => this.#actions.toGlobe(),
      "?": () => this.open(),
    }[key];
    act?.();
    return act !== undefined;
  }

  #toggleTable(): void {
    const flights = { name: "flights", sort: null, descending: false };
    this.#context.store.set(({ table }) => ({ table: table === null ? flights : null }));
  }
}

/** Letters belong to fields that take them. */
function isWritten(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLSelectElement || target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !["range", "checkbox", "radio"].includes(target.type)
  );
}
