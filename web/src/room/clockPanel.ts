/** The clock of an exercise: large, and what it does now in words. */

import { number } from "../core/numbers.ts";
import type { Clock, Room } from "../core/room.ts";
import { posixMicroseconds, parseInstant, posixSeconds, timeOfDay } from "../core/times.ts";
import { attribute, element, write } from "../panels/dom.ts";
import type { Context } from "../panels/panel.ts";
import { moment } from "./saying.ts";

/** Slower than this share of the speed that is wanted is said. */
const KEEPS_UP = 0.9;
const SIGNS = { running: "▶", paused: "❚❚", rewinding: "↶", ended: "■", failed: "✕" } as const;

export class ClockPanel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #time = element("output", { class: "gs-room-time" });
  readonly #of = element("p", { class: "gs-soft" });
  readonly #state = element("b", { role: "status" });
  readonly #sign = element("span", { "aria-hidden": "true" });
  readonly #branched = element("p", { class: "gs-soft", hidden: true });
  readonly #folder = element("p", { class: "gs-soft", hidden: true });

  constructor(context: Context) {
    this.#context = context;
    attribute(this.#time, "aria-label", context.text("web.room.clock.title"));
    this.root = element(
      "div",
      { class: "gs-room-clock" },
      this.#time,
      element("p", {}, this.#sign, " ", this.#state),
      this.#of,
      this.#branched,
      this.#folder,
    );
  }

  show(room: Room | null, clock: Clock | null): void {
    attribute(this.root, "hidden", room === null || clock === null);
    if (room === null || clock === null) return;
    const context = this.#context;
    write(this.#time, moment(clock.second));
    attribute(this.root, "data-state", clock.state);
    write(this.#sign, SIGNS[clock.state]);
    write(this.#state, this.#stateText(clock));
    const begins_s = posixSeconds(parseInstant(room.begins));
    const time = timeOfDay(posixMicroseconds(begins_s + clock.second));
    const of = context.text("web.room.clock.of", {
      now: moment(clock.second),
      length: moment(room.length_s),
    });
    write(this.#of, `${of} · ${context.text("web.live.time", { time })}`);
    attribute(this.#branched, "hidden", room.branched_s === null);
    const at = moment(room.branched_s ?? 0);
    attribute(this.#folder, "hidden", room.folder === "");
    write(this.#folder, context.text("web.room.folder", { folder: room.folder }));
    write(this.#branched, context.text("web.room.clock.branched", { moment: at }));
  }

  #stateText({ state, speed, real_speed }: Clock): string {
    const context = this.#context;
    if (state !== "running") return context.text(`web.room.clock.${state}`);
    const wanted = number(context.language, speed, Number.isInteger(speed) ? 0 : 1);
    if (real_speed === null || real_speed >= KEEPS_UP * speed) {
      return context.text("web.room.clock.running", { speed: wanted });
    }
    const real = number(context.language, real_speed, 1);
    return context.text("web.room.clock.slower", { speed: wanted, real });
  }
}
