/** What happened: the newest alarm always in sight, all events below. No sound is made. */

import type { State } from "../core/state.ts";
import type { EventBody } from "../core/wire.ts";
import { quantity } from "../core/numbers.ts";
import { eventId, isAlarm, standing } from "../live/known.ts";
import type { Session } from "../live/session.ts";
import { attribute, button, element, redraw, type Child } from "./dom.ts";
import { byText, classText, instantText, kindText, whereText } from "./liveWords.ts";
import type { Context } from "./panel.ts";

/** The list shows so many; the newest are wanted. */
const LISTED = 60;
/** From where a person looks at a place that was clicked, at most. */
const NEAR_M = 5.0e6;

export class Alarms {
  /** Stands on top of all that is live. */
  readonly newest = element("div", { class: "gs-alarm", role: "alert", hidden: true });
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #none: HTMLElement;
  readonly #list = element("ol", { class: "gs-live-events" });
  #shown: readonly EventBody[] | null = null;
  /** The numbers of the pictures that there were then. */
  #pictures = "";
  #newest_shown = -1;

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
    this.#none = element("p", { class: "gs-soft" }, context.text("web.live.alarms.none"));
    this.root = element(
      "div",
      {},
      element("h4", {}, context.text("web.live.alarms.title")),
      this.#none,
      this.#list,
    );
  }

  /** Whether an alarm holds. */
  get has_alarm(): boolean {
    return !this.newest.hidden;
  }

  show(state: State): void {
    const events = this.#session.feed?.events ?? [];
    attribute(this.root, "hidden", state.subject !== "live" || this.#session.feed === null);
    const pictures = this.#session.feed?.details.pictures ?? new Map<number, unknown>();
    const numbers = [...pictures.keys()].join();
    if (events === this.#shown && numbers === this.#pictures) return;
    [this.#shown, this.#pictures] = [events, numbers];
    const holding = standing(events, pictures);
    this.#showNewest(holding[0] ?? null);
    attribute(this.#none, "hidden", events.length > 0);
    const held = new Set(holding.map((each) => each.number));
    const listed = [...events].reverse().slice(0, LISTED);
    redraw(this.#list, ...listed.map((each) => this.#entry(each, held.has(each.number))));
  }

  #showNewest(event: EventBody | null): void {
    attribute(this.newest, "hidden", event === null);
    if (event === null || event.number === this.#newest_shown) return;
    this.#newest_shown = event.number;
    redraw(
      this.newest,
      element("span", { class: "gs-alarm-sign", "aria-hidden": "true" }, "▲"),
      element("b", {}, this.#context.text("web.live.alarms.alarm")),
      " ",
      ...this.#parts(event, "newest"),
    );
  }

  #entry(event: EventBody, is_held: boolean): HTMLElement {
    const mark = isAlarm(event)
      ? element(
          "b",
          { class: "gs-alarm-word" },
          `▲ ${this.#context.text("web.live.alarms.alarm")} `,
        )
      : null;
    return element(
      "li",
      { "data-alarm": isAlarm(event), "data-held": is_held },
      mark,
      ...this.#parts(event, "event"),
    );
  }

  #parts(event: EventBody, where: string): Child[] {
    const context = this.#context;
    const object = `${event.picture}/${event.object}`;
    const soft = [
      classText(context, event.object_class),
      object,
      whereText(context, event),
      byText(event),
      event.latency_s === null || event.again
        ? ""
        : context.text("web.live.alarms.after", {
            latency: quantity(context.language, event.latency_s, "s", 1),
          }),
      event.again ? context.text("web.live.alarms.again") : "",
      event.notice === "" ? "" : context.text("web.live.alarms.about", { notice: event.notice }),
    ].filter((part) => part !== "");
    return [
      element("time", { datetime: event.time }, instantText(event.time)),
      " ",
      button(
        { class: "gs-quiet", "data-key": `live-${where}-${event.number}` },
        () => this.#choose(event),
        kindText(context, event.kind),
      ),
      element("span", { class: "gs-soft" }, ` ${soft.join(" · ")}`),
    ];
  }

  #choose(event: EventBody): void {
    const { lat_rad, lon_rad } = event;
    const selected = { kind: "event", id: eventId(event) };
    const subject = "live" as const;
    if (lat_rad === null || lon_rad === null) {
      return this.#context.store.set({ selected, subject });
    }
    this.#context.store.set(({ camera }) => ({
      selected,
      subject,
      camera: { ...camera, lat_rad, lon_rad, range_m: Math.min(camera.range_m, NEAR_M) },
    }));
  }
}
