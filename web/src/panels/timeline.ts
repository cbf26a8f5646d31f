/** The time of a flight: a slider, what happens when, and play. */

import { eventsOf, type Happening } from "../core/drawnFlights.ts";
import { lanesOf, timedFlight, type Lane } from "../core/lanes.ts";
import { clock } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Flight } from "../core/view.ts";
import { attribute, button, element, redraw, select, sign, svg, write } from "./dom.ts";
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
  readonly #cursor = element("span", { class: "gs-cursor" });
  #shown: readonly unknown[] = [];
  #times_s: readonly number[] = [];
  #end_s = 0.0;
  #is_playing: boolean | null = null;

  constructor(context: Context) {
    this.#context = context;
    this.#play = button({ class: "gs-play", "data-key": "play" }, () => this.#toggled());
    this.#slider = this.#made();
    this.#rate = this.#rates();
    const step = (key: "back" | "on", way: -1 | 1, path: string): HTMLElement =>
      button(
        { "data-key": `event-${key}`, "aria-label": context.text(`web.time.${key}`) },
        () => this.stepEvent(way),
        icon(path),
      );
    this.root = element(
      "section",
      { class: "gs-timeline", "aria-label": context.text("web.time.title") },
      element(
        "div",
        { class: "gs-row gs-time-head" },
        this.#play,
        step("back", -1, "M3 2V10M10 2L4.5 6L10 10Z"),
        step("on", 1, "M9 2V10M2 2L7.5 6L2 10Z"),
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
    if (playing !== this.#is_playing) this.#showPlay(playing);
    this.#cursor.style.left = `${(100.0 * shown_s) / this.#end_s}%`;
    this.#rate.value = String(RATES.find((each) => each >= rate) ?? 60);
    const past = this.#times_s.filter((each) => each <= shown_s + 0.05).length - 1;
    for (const [k, entry] of [...this.#events.children].entries()) {
      attribute(entry, "data-past", k <= past);
    }
  }

  #showPlay(playing: boolean): void {
    this.#is_playing = playing;
    this.#play.replaceChildren(
      icon(playing ? "M2.5 2H5V10H2.5ZM7 2H9.5V10H7Z" : "M3 1.5L10.5 6L3 10.5Z"),
    );
    const label = this.#context.text(playing ? "web.time.pause" : "web.time.play");
    attribute(this.#play, "aria-label", label);
  }

  #nameOf({ missile, launch, target }: Flight): string {
    const context = this.#context;
    return `${context.short(missile)}: ${context.short(launch)} → ${context.short(target)}`;
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
    const track = element("span", { class: "gs-lane-bars" }, ...parts, this.#cursor);
    return element("div", { class: "gs-lane" }, label, track);
  }

  #lane({ kind, id, by, spans }: Lane): HTMLElement {
    const context = this.#context;
    const name = `${context.short(id)}${by === "" ? "" : ` (${context.short(by)})`}`;
    const told = spans.map((span) => {
      const times = `${clock(span.from_s)}–${clock(span.to_s)}`;
      return `${context.text(`web.lane.${span.kind}`)} ${times}`;
    });
    const bars = spans.map((span, k) => this.#bar(span.kind, span.from_s, span.to_s, told[k]!));
    const label = button(
      {
        class: "gs-quiet gs-lane-name",
        "data-key": `lane-${id}-${by}`,
        title: `${name}: ${told.join("; ")}`,
      },
      () => context.store.set({ selected: { kind, id } }),
      name,
      element("span", { class: "gs-hidden" }, `: ${told.join("; ")}`),
    );
    const track = element("span", { class: "gs-lane-bars" }, ...bars);
    return element("div", { class: "gs-lane" }, label, track);
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

function icon(path: string): SVGSVGElement {
  return sign(svg("path", { d: path, fill: "currentColor", stroke: "currentColor" }));
}
