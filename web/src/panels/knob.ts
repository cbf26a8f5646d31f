/** A slider for one number, with what each side says as marks on it. */

import { movedTo, numberOf, rangeOf, sideOf, withMoved, type Knob } from "../core/argument.ts";
import { quantity } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Argument, ArguedSide } from "../core/view.ts";
import { attribute, button, element, write } from "./dom.ts";
import type { Context } from "./panel.ts";

const STEP: Readonly<Record<Knob, number>> = { speed: 0.05, delay: 5.0, cap: 50.0 };
const UNIT: Readonly<Record<Knob, string>> = { speed: "km/s", delay: "s", cap: "km" };
const DECIMALS: Readonly<Record<Knob, number>> = { speed: 2, delay: 0, cap: 0 };

/** A value of a knob as a person reads it. */
export function knobText(context: Context, knob: Knob, value: number): string {
  return quantity(context.language, value, UNIT[knob], DECIMALS[knob]);
}

export class KnobSlider {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #argument: Argument;
  readonly #knob: Knob;
  readonly #input: HTMLInputElement;
  readonly #value = element("output", {});
  readonly #reset: HTMLButtonElement;

  constructor(context: Context, argument: Argument, knob: Knob) {
    [this.#context, this.#argument, this.#knob] = [context, argument, knob];
    const [from, to] = wholeSteps(rangeOf(argument, knob), STEP[knob]);
    const id = `gs-knob-${knob}`;
    this.#input = element("input", { type: "range", id, min: from, max: to, "data-key": id });
    this.#input.step = String(STEP[knob]);
    this.#input.addEventListener("input", () => this.#moved());
    this.#reset = button(
      { class: "gs-quiet", "data-key": `${id}-reset` },
      () => this.#set(null),
      context.text("web.knob.reset"),
    );
    this.root = element(
      "div",
      { class: "gs-knob" },
      element(
        "div",
        { class: "gs-knob-head" },
        element("label", { for: id }, context.text(`web.knob.${knob}`)),
        this.#value,
        this.#reset,
      ),
      element(
        "div",
        { class: "gs-knob-track" },
        element(
          "span",
          { class: "gs-knob-marks", "aria-hidden": "true" },
          ...this.#marks(from, to),
        ),
        this.#input,
      ),
      element("ul", { class: "gs-knob-sides" }, ...this.#stated()),
    );
  }

  update(state: State): void {
    const moved = movedTo(this.#argument, state.setting, this.#knob);
    const side = sideOf(this.#argument, state.setting.party);
    const number = numberOf(this.#argument, side, this.#knob);
    const value = moved ?? number?.value ?? 0.0;
    // A value that a person types or a side states may lie between two steps of the slider.
    if (Number(this.#input.value) !== value) this.#input.value = String(value);
    const text = knobText(this.#context, this.#knob, value);
    write(this.#value, text);
    attribute(this.#input, "aria-valuetext", text);
    attribute(this.root, "data-moved", moved !== null);
    attribute(this.#reset, "hidden", moved === null);
  }

  #moved(): void {
    const decimals = DECIMALS[this.#knob];
    this.#set(Number(Number(this.#input.value).toFixed(decimals)));
  }

  #set(value: number | null): void {
    if (value === null) this.#input.focus({ preventScroll: true });
    const knob = this.#knob;
    this.#context.store.set(({ setting }) => ({ setting: withMoved(setting, knob, value) }));
  }

  /** Where each side stands, and from where to where its number may lie. */
  #marks(from: number, to: number): HTMLElement[] {
    return this.#argument.sides.flatMap((side, k) => {
      const number = numberOf(this.#argument, side, this.#knob);
      if (number === null) return [];
      const mark = element("span", { class: "gs-mark-at", "data-side": k });
      mark.style.left = share(number.value, from, to);
      const span = element("span", { class: "gs-mark-span", "data-side": k });
      span.style.left = share(number.low, from, to);
      span.style.right = share(to - number.high + from, from, to);
      return [span, mark];
    });
  }

  #stated(): HTMLElement[] {
    return this.#argument.sides.flatMap((side, k) => {
      const number = numberOf(this.#argument, side, this.#knob);
      if (number === null) return [];
      const text = knobText(this.#context, this.#knob, number.value);
      return [element("li", { "data-side": k }, this.#jump(side, k, number.value, text))];
    });
  }

  /** Puts the slider to what a side says. */
  #jump(side: ArguedSide, k: number, value: number, text: string): HTMLButtonElement {
    const name = this.#context.short(side.assumptions);
    return button(
      { class: "gs-quiet", "data-key": `gs-knob-${this.#knob}-side-${k}` },
      () => this.#set(value),
      `${name}: `,
      element("b", {}, text),
    );
  }
}

/** The range widened to whole steps, so that round values can be met. */
function wholeSteps([from, to]: readonly [number, number], step: number): [number, number] {
  const clean = (count: number): number => Number((count * step).toFixed(6));
  return [clean(Math.floor(from / step + 1e-9)), clean(Math.ceil(to / step - 1e-9))];
}

function share(value: number, from: number, to: number): string {
  return `${(100.0 * (value - from)) / (to - from || 1.0)}%`;
}
