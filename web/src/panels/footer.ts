/** What borders and figures stand for, and what computed them. */

import type { State } from "../core/state.ts";
import { element } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";

export class Footer implements Panel {
  readonly root: HTMLElement;

  constructor(context: Context) {
    const { view } = context;
    const { name, version, input_hash } = view?.program ?? {
      name: "glasshield",
      version: "",
      input_hash: "",
    };
    const made = `${name} ${version}`.trim();
    const hash = input_hash === "" ? "" : ` · ${input_hash.slice(0, 12)}`;
    this.root = element(
      "div",
      { class: "gs-footer" },
      element(
        "span",
        {},
        view === null ? context.text("web.disclaimer") : context.said(view.disclaimer),
      ),
      element("span", { class: "gs-made" }, made + hash),
    );
  }

  update(_state: State): void {
    // The same in every state.
  }

  dispose(): void {
    this.root.remove();
  }
}
