/** All that this room was told, the newest first, and a line to write words for all. */

import type { RecordBody } from "../core/room.ts";
import type { State } from "../core/state.ts";
import type { Session } from "../live/session.ts";
import { attribute, element, redraw } from "../panels/dom.ts";
import { LiveTimeline } from "../panels/liveTimeline.ts";
import type { Context, Panel } from "../panels/panel.ts";
import { Acts } from "./acts.ts";
import { RoomObjects } from "./objects.ts";
import { moment, said } from "./saying.ts";

/** The list shows so many; all lie in the exercise's folder. */
const LISTED = 120;

/** The time line of what is live, and under it what happened. */
export class LogPanel implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #timeline: LiveTimeline;
  readonly #log: HTMLElement;
  readonly #none: HTMLElement;
  readonly #list: HTMLElement;
  readonly #unsubscribe: () => void;
  readonly #objects: RoomObjects;
  #shown: readonly unknown[] = [];

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
    this.#objects = new RoomObjects(context, session);
    this.#timeline = new LiveTimeline(context, session);
    const title = context.text("web.room.log.title");
    this.#none = element("p", { class: "gs-soft" }, context.text("web.room.log.none"));
    this.#list = element("ol", { class: "gs-room-log", tabindex: 0, "aria-label": title });
    this.#log = element(
      "section",
      { class: "gs-room-told", "aria-label": title },
      element("h4", {}, title),
      this.#none,
      this.#list,
      ...this.#say(),
    );
    this.root = element("div", { class: "gs-room-below" }, this.#timeline.root, this.#log);
    this.#unsubscribe = session.subscribeRoom(() => this.#show());
  }

  update(state: State): void {
    this.#timeline.update(state);
    this.#show();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#timeline.dispose();
    this.root.remove();
  }

  #show(): void {
    const found = this.#session.feed?.room ?? null;
    attribute(this.#log, "hidden", found === null || found.room === null);
    const inputs = [found?.records, found?.objects, this.#context.store.state.picture];
    if (found === null || inputs.every((each, k) => Object.is(each, this.#shown[k]))) return;
    this.#shown = inputs;
    attribute(this.#none, "hidden", found.records.length > 0);
    const listed = found.records.slice(-LISTED).reverse();
    redraw(this.#list, ...listed.map((each) => this.#entry(each)));
  }

  #entry(record: RecordBody): HTMLElement {
    return element(
      "li",
      { "data-kind": record.kind },
      element("time", {}, moment(record.second)),
      ` ${said(this.#context, record.said)} `,
      this.#shownBy(record),
    );
  }

  /** What it is about in this room's own picture; a press shows it. */
  #shownBy({ number, object, track }: RecordBody): HTMLElement | null {
    const key = `record-${number}`;
    if (track !== null) return this.#objects.track(track, key);
    if (object === null) return null;
    return this.#objects.short({ viewer: object.viewer, object: object.number }, key);
  }

  #say(): HTMLElement[] {
    const context = this.#context;
    const acts = new Acts(context, this.#session);
    const label = context.text("web.room.say.label");
    const words = element("input", {
      type: "text",
      maxlength: 2000,
      "data-key": "room-say",
      "aria-label": label,
      placeholder: label,
    });
    const form = element(
      "form",
      { class: "gs-row gs-room-say" },
      words,
      element(
        "button",
        { type: "submit", "data-key": "room-say-do" },
        context.text("web.room.say.do"),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = words.value.trim();
      if (text === "") return;
      void acts.do({ do: "say", text }).then((is_done) => {
        if (is_done) words.value = "";
      });
    });
    return [form, acts.line];
  }
}
