/** What the controller alone does: go, pause, step, speed, back to a moment. */

import type { Clock, Room } from "../core/room.ts";
import { attribute, button, element, select, write } from "../panels/dom.ts";
import type { Context } from "../panels/panel.ts";
import type { Acts } from "./acts.ts";
import { moment } from "./saying.ts";

const SPEEDS = [1, 2, 5, 10, 20, 30, 60] as const;

export class Control {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #acts: Acts;
  readonly #go: HTMLButtonElement;
  readonly #step: HTMLButtonElement;
  readonly #speed: HTMLSelectElement;
  readonly #back: HTMLInputElement;
  readonly #rewind: HTMLButtonElement;
  #clock: Clock | null = null;
  /** A person has moved the slider: it no longer follows the clock. */
  #is_held = false;

  constructor(context: Context, acts: Acts) {
    [this.#context, this.#acts] = [context, acts];
    this.#go = button({ "data-key": "room-go" }, () => this.#goOrPause());
    this.#step = button(
      { "data-key": "room-step" },
      () => void acts.do({ do: "step" }),
      context.text("web.room.control.step"),
    );
    this.#speed = this.#speeds();
    this.#back = this.#slider();
    this.#rewind = button({ "data-key": "room-rewind" }, () => this.#goBack());
    this.root = element(
      "div",
      {
        class: "gs-room-control",
        role: "group",
        "aria-label": context.text("web.room.control.title"),
      },
      element("div", { class: "gs-row" }, this.#go, this.#step),
      element("label", {}, context.text("web.room.control.speed"), " ", this.#speed),
      element("label", {}, context.text("web.room.control.back"), this.#back),
      this.#rewind,
      element("p", { class: "gs-soft" }, context.text("web.room.control.kept")),
    );
  }

  show(room: Room | null, clock: Clock | null): void {
    attribute(this.root, "hidden", room === null || !room.is_controller);
    this.#clock = clock;
    if (room === null || clock === null) return;
    const { state, second, speed } = clock;
    const is_running = state === "running";
    const key = is_running ? "web.room.control.pause" : "web.room.control.go";
    write(this.#go, `${is_running ? "❚❚" : "▶"} ${this.#context.text(key)}`);
    attribute(this.#go, "disabled", !is_running && state !== "paused");
    attribute(this.#step, "disabled", state !== "paused");
    if (document.activeElement !== this.#speed) this.#showSpeed(speed);
    attribute(this.#back, "max", second);
    attribute(this.#back, "disabled", second === 0);
    if (!this.#is_held) this.#back.value = String(second);
    this.#showBack();
  }

  #showBack(): void {
    const at = moment(Number(this.#back.value));
    attribute(this.#back, "aria-valuetext", at);
    write(this.#rewind, `↶ ${this.#context.text("web.room.control.rewind", { moment: at })}`);
    const second = this.#clock?.second ?? 0;
    attribute(this.#rewind, "disabled", !this.#is_held || Number(this.#back.value) >= second);
  }

  /** A speed that was given on the command line may be none of the list. */
  #showSpeed(speed: number): void {
    const value = String(speed);
    if (![...this.#speed.options].some((each) => each.value === value)) {
      this.#speed.append(element("option", { value }, `${value}×`));
    }
    this.#speed.value = value;
  }

  #goOrPause(): void {
    void this.#acts.do({ do: this.#clock?.state === "running" ? "pause" : "go" });
  }

  #goBack(): void {
    const second = Number(this.#back.value);
    void this.#acts.do({ do: "rewind", second }).then(() => (this.#is_held = false));
  }

  #speeds(): HTMLSelectElement {
    const choices = SPEEDS.map((each) => ({ value: String(each), label: `${each}×` }));
    return select({ "data-key": "room-speed" }, choices, "1", (value) => {
      void this.#acts.do({ do: "speed", speed: Number(value) });
    });
  }

  #slider(): HTMLInputElement {
    const made = element("input", {
      type: "range",
      min: 0,
      max: 0,
      step: 1,
      "data-key": "room-back",
    });
    made.addEventListener("input", () => {
      this.#is_held = true;
      this.#showBack();
    });
    return made;
  }
}
