/** A list whose newest entries are seen, and whose others can be. */

import { attribute, element, redraw, write } from "../panels/dom.ts";
import type { Context } from "../panels/panel.ts";

/** So many are seen at once. */
const SEEN = 6;

export class Newest {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #list = element("ol", { class: "gs-room-list" });
  readonly #rest = element("ol", { class: "gs-room-list" });
  readonly #title: HTMLElement;
  readonly #folded: HTMLElement;

  /** `name`: by which what has the focus is known again. */
  constructor(context: Context, name: string) {
    this.#context = context;
    this.#title = element("summary", { "data-key": `room-earlier-${name}` });
    this.#folded = element("details", {}, this.#title, this.#rest);
    this.root = element("div", {}, this.#list, this.#folded);
  }

  /** The oldest of `entries` first; so many of them, or more, are not seen at first. */
  show(entries: readonly HTMLElement[], least_folded = 0): void {
    const folded = Math.max(entries.length - SEEN, least_folded);
    redraw(this.#list, ...entries.slice(folded).reverse());
    redraw(this.#rest, ...entries.slice(0, folded).reverse());
    attribute(this.#folded, "hidden", folded === 0);
    write(this.#title, this.#context.text("web.room.earlier", { count: String(folded) }));
  }
}
