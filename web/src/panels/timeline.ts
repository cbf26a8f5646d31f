/** The time of a flight: a slider, what happens when, and play. */

import { eventsOf, type Happening } from "../core/drawnFlights.ts";
import { lanesOf, timedFlight, type Lane } from "../core/lanes.ts";
import { clock } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Flight } from "../core/view.ts";
import { attribute, button, element, redraw, select, write } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";

const RATES = [1, 2, 5, 10, 30, 60];

export class Timeline implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #play: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  readonly #clock = element("output", { class: "gs-clock" });
  readonly #rate: HTMLSelectElement;
  readonly #flight = element("span", {});
  readonly #lanes = element("div", { class: "gs-lanes" });
  readonly #events = element("ol", { class: "gs-events" });
  #shown: readonly unknown[] = [];
  #times_s: readonly number[] = [];
  #end_s = 0.0;

  constructor(context: Context) {
    this.#context = context;
    this.#play = button({ class: "gs-play", "data-key": "play" }, () => this.#toggled());
    this.#slider = this.#made();
    this.#rate = this.#rates();
    const step = (key: "back" | "on", way: -1 | 1, sign: string): HTMLElement =>
      button(
        { "data-key": `event-${key}`, "aria-label": context.text(`web.time.${key}`) },
        () => this.stepEvent(way),
        sign,
      );
    this.root = element(
      "section",
      { class: "gs-timeline", "aria-label": context.text("web.time.title") },
      element(
        "div",
        { class: "gs-row gs-time-head" },
        this.#play,
        step("back", -1, "⏮"),
        step("on", 1, "⏭"),
        this.#rate,
        this.#clock,
        this.#flight,
      ),
      element("div", { class: "gs-time-track" }, this.#lanes, this.#slider),
      this.#events,
    );
  }

  update(state: State): void {
    const { view } = this.#context;
    const flight = view === null ? null : timedFlight(view, state);
    attribute(this.root, "hidden", flight === null || state.subject === "live");
    if (view === null || flight === null) return;
    const inputs = [flight, state.setting.phase, state.filters];
    if (!inputs.every((each, k) => Object.is(each, this.#shown[k])) || this.#shown.length === 0) {
      this.#shown = inputs;
      this.#show(state, flight);
    }
    this.#point(state);
  }

  dispose(): void {
    this.root.remove();
  }

  /** To the event before or after the time that is shown. */
  stepEvent(way: -1 | 1): void {
    const time_s = this.#context.store.state.time_s ?? this.#end_s;
    const found =
      way > 0
        ? this.#times_s.find((each) => each > time_s + 0.05)
        : this.#times_s.filter((each) => each < time_s - 0.05).at(-1);
    if (found !== undefined) this.#context.store.set({ time_s: found, playing: false });
  }

  #toggled(): void {
    this.#context.store.set(({ playing }) => ({ playing: !playing }));
  }

  #made(): HTMLInputElement {
    const label = this.#context.text("web.time.slider");
    const slider = element("input", { type: "range", min: 0, "data-key": "time" });
    slider.setAttribute("aria-label", label);
    slider.addEventListener("input", () => {
      this.#context.store.set({ time_s: Number(slider.value), playing: false });
    });
    return slider;
  }

  #rates(): HTMLSelectElement {
    const choices = RATES.map((rate) => ({ value: String(rate), label: `${rate}×` }));
    const attributes = { "data-key": "rate", "aria-label": this.#context.text("web.time.rate") };
    return select(attributes, choices, "1", (value) => {
      this.#context.store.set({ rate: Number(value) });
    });
  }

  /** What belongs to the flight and stays while its time runs. */
  #show(state: State, flight: Flight): void {
    const { view } = this.#context;
    if (view === null) return;
    this.#end_s = flight.flight_time_s;
    this.#slider.max = String(Math.ceil(this.#end_s));
    write(this.#flight, this.#nameOf(flight));
    const lanes = lanesOf(view, state, flight);
    redraw(this.#lanes, this.#phases(flight), ...lanes.map((lane) => this.#lane(lane)));
    const happenings = eventsOf(view, state, flight.id);
    this.#times_s = happenings.map((each) => each.time_s);
    redraw(this.#events, ...happenings.map((each, k) => this.#event(each, k)));
  }

  #point({ time_s, playing, rate }: State): void {
    const shown_s = time_s ?? this.#end_s;
    const text = clock(shown_s);
    if (Number(this.#slider.value) !== Math.round(shown_s)) this.#slider.value = String(shown_s);
    attribute(this.#slider, "aria-valuetext", text);
    write(this.#clock, `T+${text}`);
    write(this.#play, playing ? "❚❚" : "▶");
    attribute(this.#play, "aria-label", this.#context.text(playing ? "web.time.pause" : "web.time.play"));
    this.#rate.value = String(RATES.find((each) => each >= rate) ?? 60);
    const past = this.#times_s.filter((each) => each <= shown_s + 0.05).length - 1;
    for (const [k, entry] of [...this.#events.children].entries()) {
      attribute(entry, "data-past", k <= past);
    }
  }

  #nameOf({ missile, launch, target }: Flight): string {
    const context = this.#context;
    return `${context.name(missile)}: ${context.short(launch)} → ${context.short(target)}`;
  }

  /** Under power, on its way, in the air again. */
  #phases({ burnout_s, reentry_s, flight_time_s }: Flight): HTMLElement {
    const context = this.#context;
    const [burnout, entry] = [burnout_s ?? 0.0, reentry_s ?? flight_time_s];
    const parts = [
      this.#bar("boost", 0.0, burnout, context.text("plot.boost")),
      this.#bar("coast", burnout, entry, context.text("plot.coast")),
      this.#bar("entry", entry, flight_time_s, context.text("plot.entry")),
    ];
    const label = element("span", { class: "gs-lane-name" }, context.text("web.lane.flight"));
    return element("div", { class: "gs-lane" }, label, element("span", { class: "gs-lane-bars" }, ...parts));
  }

  #lane(lane: Lane): HTMLElement {
    const context = this.#context;
    const [from, to] = [clock(lane.from_s), clock(lane.to_s)];
    const by = lane.by === "" ? "" : ` (${context.short(lane.by)})`;
    const name = `${context.short(lane.id)}${by}`;
    const what = context.text(`web.lane.${lane.kind}`);
    const bar = this.#bar(lane.kind, lane.from_s, lane.to_s, `${what} ${from}–${to}`);
    const kind = lane.kind === "seen" ? "sensor" : "battery";
    const label = button(
      {
        class: "gs-quiet gs-lane-name",
        "data-key": `lane-${lane.kind}-${lane.id}-${lane.by}`,
        title: `${name}: ${what} ${from}–${to}`,
      },
      () => context.store.set({ selected: { kind, id: lane.id } }),
      name,
    );
    return element("div", { class: "gs-lane" }, label, element("span", { class: "gs-lane-bars" }, bar));
  }

  #bar(kind: string, from_s: number, to_s: number, title: string): HTMLElement {
    const bar = element("span", { class: "gs-bar", "data-kind": kind, title });
    bar.style.left = `${(100.0 * from_s) / this.#end_s}%`;
    bar.style.width = `${(100.0 * Math.max(to_s - from_s, 0.0)) / this.#end_s}%`;
    return bar;
  }

  #event({ kind, time_s, by }: Happening, k: number): HTMLElement {
    const context = this.#context;
    const who = by === "" ? null : element("span", { class: "gs-soft" }, context.short(by));
    const made = button(
      { class: "gs-quiet", "data-key": `event-${k}` },
      () => context.store.set({ time_s, playing: false }),
      element("span", { class: "gs-clock" }, clock(time_s)),
      element("span", {}, context.text(`web.event.${kind}`)),
      who,
    );
    return element("li", {}, made);
  }
}
