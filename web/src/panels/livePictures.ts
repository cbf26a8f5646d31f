/** Which of a viewer's pictures is shown, and under which terms it is released. */

import type { State } from "../core/state.ts";
import type { KnownPicture } from "../live/known.ts";
import type { Session } from "../live/session.ts";
import { attribute, element, redraw, select } from "./dom.ts";
import { partiesText, termsText } from "./liveWords.ts";
import type { Context } from "./panel.ts";

const BEST = "best";

export class Pictures {
  readonly root = element("div", { class: "gs-live-pictures" });
  readonly #context: Context;
  readonly #session: Session;
  #shown = "";

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
  }

  show(state: State): void {
    const pictures = [...(this.#session.feed?.details.pictures.values() ?? [])];
    attribute(this.root, "hidden", pictures.length === 0);
    const number = this.#session.pictureOf(state);
    const shown = JSON.stringify([state.picture, number, pictures]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    redraw(
      this.root,
      element("label", { for: "gs-live-picture" }, this.#context.text("web.live.picture.title")),
      this.#list(state, number, pictures),
      ...this.#told(number, pictures),
    );
  }

  #list(state: State, shown: number | null, pictures: readonly KnownPicture[]): HTMLElement {
    const context = this.#context;
    const choices = [
      {
        value: BEST,
        label: context.text("web.live.picture.best", {
          number: state.picture === 0 ? "–" : String(shown ?? "–"),
        }),
      },
      ...pictures.map((each) => ({
        value: String(each.number),
        label: context.text("web.live.picture.one", {
          number: String(each.number),
          parties: partiesText(context, each),
        }),
      })),
      { value: "0", label: context.text("web.live.picture.all") },
    ];
    const chosen = state.picture === null ? BEST : String(state.picture);
    const attributes = { "data-key": "live-picture", id: "gs-live-picture" };
    return select(attributes, choices, chosen, (value) =>
      context.store.set({ picture: value === BEST ? null : Number(value) }),
    );
  }

  #told(shown: number | null, pictures: readonly KnownPicture[]): HTMLElement[] {
    const context = this.#context;
    return pictures
      .filter((each) => shown === null || each.number === shown)
      .map((each) => {
        const objects = context.text("web.live.objects", { n: each.tracks });
        const down = each.is_down ? ` ${context.text("web.live.picture.down")}` : "";
        const text = `${each.number}: ${termsText(context, each.terms)}; ${objects}.${down}`;
        return element("p", { class: "gs-soft gs-live-terms" }, text);
      });
  }
}
