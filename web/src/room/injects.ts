/** What can be made to happen from a room: anything by the controller, its own by a cell. */

import type { Room } from "../core/room.ts";
import { attribute, element, redraw } from "../panels/dom.ts";
import type { Context } from "../panels/panel.ts";
import type { Acts } from "./acts.ts";
import { said } from "./saying.ts";

export class Injects {
  readonly root: HTMLFormElement;
  readonly #context: Context;
  readonly #what = element("select", { "data-key": "room-inject-what" });
  readonly #name = element("select", { "data-key": "room-inject-name" });
  #injects: Room["injects"] | null = null;

  constructor(context: Context, acts: Acts) {
    this.#context = context;
    this.root = element(
      "form",
      { class: "gs-room-form" },
      element("label", {}, context.text("web.room.inject.what"), this.#what),
      element("label", {}, context.text("web.room.inject.name"), this.#name),
      element(
        "button",
        { type: "submit", "data-key": "room-inject" },
        context.text("web.room.inject.do"),
      ),
    );
    this.#what.addEventListener("change", () => this.#showNames());
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = this.#chosen();
      if (chosen !== null)
        void acts.do({ do: "inject", what: chosen.what, name: this.#name.value });
    });
  }

  show(room: Room | null): void {
    const injects = room?.injects ?? [];
    attribute(this.root, "hidden", injects.length === 0);
    if (injects === this.#injects) return;
    this.#injects = injects;
    const options = injects.map(({ what }) =>
      element("option", { value: what }, this.#context.text(`web.room.inject.${what}`)),
    );
    redraw(this.#what, ...options);
    this.#showNames();
  }

  #chosen(): Room["injects"][number] | null {
    return this.#injects?.find(({ what }) => what === this.#what.value) ?? null;
  }

  #showNames(): void {
    const names = this.#chosen()?.names ?? [];
    const options = names.map(({ id, name }) =>
      element("option", { value: id }, said(this.#context, name)),
    );
    redraw(this.#name, ...options);
  }
}
