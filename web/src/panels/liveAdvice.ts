/** Who should look where, as the centre advises this viewer: asked for while it is looked at. */

import { quantity } from "../core/numbers.ts";
import type { Advice } from "../core/wire.ts";
import { AskError } from "../live/asking.ts";
import { readAdvice } from "../live/messages.ts";
import type { Session } from "../live/session.ts";
import { attribute, element, redraw } from "./dom.ts";
import type { Context } from "./panel.ts";

const EVERY_S = 10;

export class LookAdvice {
  readonly root: HTMLDetailsElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #inside = element("div", {});
  #wait_s = 0;
  #viewer: string | null = null;
  #is_offered = true;

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
    this.root = element(
      "details",
      { class: "gs-live-notices gs-live-advice" },
      element("summary", { "data-key": "live-advice" }, context.text("web.live.advice.title")),
      this.#inside,
    );
    this.root.addEventListener("toggle", () => {
      this.#wait_s = 0;
      this.tick();
    });
  }

  show(): void {
    const { viewer } = this.#session;
    if (viewer !== this.#viewer) {
      [this.#viewer, this.#wait_s, this.#is_offered] = [viewer, 0, true];
      redraw(this.#inside);
    }
    attribute(this.root, "hidden", viewer === null || !this.#is_offered);
  }

  /** Called once a second. */
  tick(): void {
    const { ask } = this.#session;
    if (!this.root.open || this.root.closest("[hidden]") !== null || ask === null) return;
    this.#wait_s -= 1;
    if (this.#wait_s > 0) return;
    this.#wait_s = EVERY_S;
    const viewer = this.#viewer;
    ask("/v1/advice")
      .then(
        (answer) => {
          if (viewer === this.#viewer) this.#draw(readAdvice(answer));
        },
        (error: unknown) => {
          // A room of an exercise has tasks of its own, and a viewer without a picture gets none.
          if (!(error instanceof AskError) || viewer !== this.#viewer) return;
          this.#is_offered = error.fault !== "not-found" || this.#inside.childElementCount > 0;
          this.show();
        },
      )
      .catch(() => redraw(this.#inside));
  }

  #draw(advice: Advice): void {
    const context = this.#context;
    const area = (value: number): string => quantity(context.language, value, "km2");
    const total = context.text("web.live.advice.total", {
      before: area(advice.before_km2),
      after: area(advice.after_km2),
      turn: area(advice.in_turn_km2),
    });
    redraw(
      this.#inside,
      element("p", { class: "gs-soft" }, context.text("web.live.advice.nothing")),
      element("ul", {}, ...advice.sensors.map((_, place) => this.#sensor(advice, place))),
      advice.looks.length === 0
        ? element("p", { class: "gs-soft" }, context.text("web.live.advice.none"))
        : null,
      element("p", {}, total),
    );
  }

  /** A sensor with the objects of its next step, and of the steps after it where they change. */
  #sensor(advice: Advice, place: number): HTMLElement {
    const context = this.#context;
    const looks = advice.looks
      .filter((each) => each.sensor === place)
      .map((each) => ({ at_s: each.step * advice.step_s, objects: each.objects.join(", ") }))
      .filter((each, at, all) => at === 0 || each.objects !== all[at - 1]?.objects)
      .map(({ at_s, objects }) => `+${quantity(context.language, at_s, "s")}: ${objects}`);
    const sensor = element("b", {}, advice.sensors[place]?.sensor ?? "");
    return element("li", {}, sensor, ` ${looks.length === 0 ? "–" : looks.join("; ")}`);
  }
}
