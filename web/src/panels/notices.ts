/** What a person must know about this page: a link that was not taken whole, a fall-back. */

import type { State } from "../core/state.ts";
import { button, element, redraw } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";

/** Sentences that stay until they are put away; kept while panels are built anew. */
export class NoticeBoard {
  readonly #notices = new Map<string, (context: Context) => string>();
  #listener: () => void = () => undefined;

  /** The same key replaces what it said before; null takes it away. */
  put(key: string, sentence: ((context: Context) => string) | null): void {
    if (sentence === null) this.#notices.delete(key);
    else this.#notices.set(key, sentence);
    this.#listener();
  }

  get all(): readonly (readonly [key: string, sentence: (context: Context) => string])[] {
    return [...this.#notices];
  }

  /** One panel shows them. */
  shownBy(listener: () => void): void {
    this.#listener = listener;
  }
}

export class Notices implements Panel {
  readonly root = element("div", { class: "gs-notices", role: "alert" });
  readonly #context: Context;
  readonly #board: NoticeBoard;

  constructor(context: Context, board: NoticeBoard) {
    [this.#context, this.#board] = [context, board];
    board.shownBy(() => this.#show());
    this.#show();
  }

  update(_state: State): void {
    // Notices come from elsewhere; no state changes them.
  }

  dispose(): void {
    this.#board.shownBy(() => undefined);
    this.root.remove();
  }

  #show(): void {
    const context = this.#context;
    const lines = this.#board.all.map(([key, sentence]) =>
      element(
        "p",
        {},
        sentence(context),
        " ",
        button(
          {
            class: "gs-quiet",
            "data-key": `notice-${key}`,
            "aria-label": context.text("web.notice.close"),
          },
          () => this.#board.put(key, null),
          "✕",
        ),
      ),
    );
    redraw(this.root, ...lines);
  }
}
