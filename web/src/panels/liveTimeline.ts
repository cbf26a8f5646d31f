/** The last minutes of the live picture: back, play, and return to live. */

import type { State } from "../core/state.ts";
import { parseInstant, posixMicroseconds, posixSeconds, timeOfDay } from "../core/times.ts";
import { isAlarm } from "../live/known.ts";
import type { Session } from "../live/session.ts";
import { attribute, button, element, redraw, write } from "./dom.ts";
import { ageText } from "./liveWords.ts";
import type { Context, Panel } from "./panel.ts";

const STEP_MS = 200;
const SECOND_MS = 1000;

export class LiveTimeline implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #play: HTMLButtonElement;
  readonly #return: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  readonly #clock = element("output", { class: "gs-clock" });
  readonly #state = element("b", { role: "status" });
  readonly #marks = element("div", { class: "gs-behind-marks", "aria-hidden": "true" });
  readonly #unsubscribe: () => void;
  readonly #second: number;
  #player: number | null = null;

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
    this.#play = button({ class: "gs-play", "data-key": "live-play" }, () => this.#toggled());
    this.#return = button(
      { "data-key": "live-return" },
      () => context.store.set({ time_s: null, playing: false }),
      context.text("web.live.behind.return"),
    );
    this.#slider = this.#made();
    this.root = element(
      "section",
      { class: "gs-timeline gs-behind", "aria-label": context.text("web.live.behind.title") },
      element(
        "div",
        { class: "gs-row gs-time-head" },
        this.#play,
        this.#clock,
        this.#state,
        this.#return,
      ),
      element("div", { class: "gs-behind-track" }, this.#marks, this.#slider),
    );
    this.#unsubscribe = session.subscribe((what) => {
      if (what === "changed") this.update(context.store.state);
    });
    this.#second = window.setInterval(() => this.#show(context.store.state), SECOND_MS);
  }

  update(state: State): void {
    attribute(this.root, "hidden", state.subject !== "live" || this.#session.feed === null);
    this.#show(state);
    this.#heed(state);
  }

  dispose(): void {
    clearInterval(this.#second);
    if (this.#player !== null) clearInterval(this.#player);
    this.#unsubscribe();
    this.root.remove();
  }

  #show(state: State): void {
    if (this.root.hidden) return;
    const span_us = this.#session.feed?.behind.span_us ?? null;
    attribute(this.#slider, "disabled", span_us === null);
    attribute(this.#play, "disabled", span_us === null);
    if (span_us === null) return write(this.#state, this.#context.text("web.live.behind.nothing"));
    const [from_s, to_s] = span_us.map(posixSeconds) as [number, number];
    const shown_s = Math.min(Math.max(state.time_s ?? to_s, from_s), to_s);
    attribute(this.#slider, "min", Math.floor(from_s));
    attribute(this.#slider, "max", Math.ceil(to_s));
    this.#slider.value = String(state.time_s === null ? Math.ceil(to_s) : shown_s);
    this.#tell(state, from_s, to_s, shown_s);
    this.#mark(from_s, to_s);
  }

  #tell(state: State, from_s: number, to_s: number, shown_s: number): void {
    const context = this.#context;
    const time = timeOfDay(posixMicroseconds(shown_s));
    const is_live = state.time_s === null;
    write(this.#clock, context.text("web.live.time", { time }));
    const behind = context.text("web.live.behind.behind", {
      age: ageText(context, to_s - shown_s),
    });
    write(this.#state, is_live ? context.text("web.live.behind.now") : behind);
    attribute(this.root, "data-behind", !is_live);
    attribute(this.#return, "hidden", is_live);
    const from = timeOfDay(posixMicroseconds(from_s));
    attribute(this.#slider, "aria-label", context.text("web.live.behind.slider", { from }));
    attribute(this.#slider, "aria-valuetext", `${time}, ${this.#state.textContent ?? ""}`);
    const is_running = is_live || state.playing;
    write(this.#play, is_running ? "❚❚" : "▶");
    const key = is_running ? "web.time.pause" : "web.time.play";
    attribute(this.#play, "aria-label", context.text(key));
  }

  /** Where on the line alarms were told. */
  #mark(from_s: number, to_s: number): void {
    const alarms = (this.#session.feed?.events ?? []).filter(isAlarm);
    const shares = alarms
      .map((each) => (posixSeconds(parseInstant(each.at)) - from_s) / Math.max(to_s - from_s, 1.0))
      .filter((share) => share >= 0.0 && share <= 1.0);
    redraw(
      this.#marks,
      ...shares.map((share) => {
        const mark = element("span", {}, "▲");
        mark.style.left = `${100.0 * share}%`;
        return mark;
      }),
    );
  }

  /** Stops where it is, or goes on from there; what is live is stopped by going behind it. */
  #toggled(): void {
    const { store } = this.#context;
    const { time_s, playing } = store.state;
    const span_us = this.#session.feed?.behind.span_us;
    if (span_us === null || span_us === undefined) return;
    if (time_s === null) store.set({ time_s: posixSeconds(span_us[1]), playing: false });
    else store.set({ playing: !playing });
  }

  #heed({ subject, playing, time_s }: State): void {
    const is_running = subject === "live" && playing && time_s !== null;
    if (is_running) this.#player ??= window.setInterval(() => this.#step(), STEP_MS);
    else if (this.#player !== null) {
      clearInterval(this.#player);
      this.#player = null;
    }
  }

  #step(): void {
    const { store } = this.#context;
    const { time_s, rate } = store.state;
    const span_us = this.#session.feed?.behind.span_us ?? null;
    if (time_s === null || span_us === null) return;
    const next_s = Math.max(time_s, posixSeconds(span_us[0])) + (rate * STEP_MS) / 1e3;
    const is_there = next_s >= posixSeconds(span_us[1]);
    store.set(is_there ? { time_s: null, playing: false } : { time_s: next_s });
  }

  #made(): HTMLInputElement {
    const slider = element("input", { type: "range", step: 1, "data-key": "live-time" });
    slider.addEventListener("input", () => {
      const is_end = Number(slider.value) >= Number(slider.max);
      const time_s = is_end ? null : Number(slider.value);
      this.#context.store.set({ time_s, playing: false });
    });
    return slider;
  }
}
