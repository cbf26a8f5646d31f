/** The side of a room: whose it is, the clock, what the controller does, and the line to the server. */

import type { Room } from "../core/room.ts";
import type { State } from "../core/state.ts";
import type { ServedName } from "../live/served.ts";
import type { Session } from "../live/session.ts";
import { attribute, element, redraw, write } from "../panels/dom.ts";
import { LivePanel } from "../panels/livePanel.ts";
import type { Context, Panel } from "../panels/panel.ts";
import { Acts } from "./acts.ts";
import { ClockPanel } from "./clockPanel.ts";
import { Control } from "./control.ts";
import { nameOf, said } from "./saying.ts";
import type { Setting } from "./setting.ts";

/** As the folder of an exercise has them, one for each room. */
const TOKEN_FILES = "tokens/….token";

const OF_ROOM = {
  title: "web.room.picture",
  off: "web.room.off",
  help: "web.room.token_help",
} as const;

export class Side implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #setting: Setting;
  readonly #missing: HTMLElement;
  readonly #clock: ClockPanel;
  readonly #control: Control;
  readonly #live: LivePanel;
  readonly #title = element("p", { class: "gs-soft" });
  readonly #name = element("h3", {});
  readonly #enter: HTMLElement;
  readonly #agreed = element("ul", {});
  readonly #lesson = element("p", {});
  readonly #about: HTMLElement;
  readonly #teaches: HTMLElement;
  readonly #unsubscribe: () => void;
  #shown: Room | null = null;

  constructor(context: Context, session: Session, setting: Setting, failed: readonly ServedName[]) {
    [this.#context, this.#session, this.#setting] = [context, session, setting];
    this.#clock = new ClockPanel(context);
    const acts = new Acts(context, session);
    this.#control = new Control(context, acts);
    this.#live = new LivePanel(context, session, failed, OF_ROOM);
    this.#missing = element(
      "p",
      { class: "gs-live-bad" },
      context.text("web.room.setting.missing"),
    );
    this.#enter = element("p", {}, context.text("web.room.enter", { file: TOKEN_FILES }));
    this.#about = folded(context.text("web.room.procedures"), "room-agreed", this.#agreed);
    this.#teaches = folded(context.text("web.room.lesson"), "room-lesson", this.#lesson);
    this.root = element(
      "div",
      { class: "gs-room-side" },
      element(
        "section",
        { class: "gs-part gs-room", "aria-label": context.text("web.room.title") },
        this.#name,
        this.#title,
        this.#enter,
        this.#missing,
        this.#clock.root,
        this.#control.root,
        acts.line,
        this.#about,
        this.#teaches,
      ),
      this.#live.root,
    );
    this.#unsubscribe = session.subscribeRoom(() => this.#show());
  }

  update(state: State): void {
    this.#live.update(state);
    this.#show();
  }

  dispose(): void {
    this.#unsubscribe();
    this.#live.dispose();
    this.root.remove();
  }

  #show(): void {
    const { room, clock } = this.#session.feed?.room ?? { room: null, clock: null };
    attribute(this.#enter, "hidden", room !== null);
    attribute(this.#missing, "hidden", !this.#setting.is_missing);
    if (room !== this.#shown || room === null) this.#showRoom(room);
    this.#shown = room;
    this.#clock.show(room, clock);
    this.#control.show(room, clock);
  }

  #showRoom(room: Room | null): void {
    const context = this.#context;
    attribute(this.#about, "hidden", room === null || room.procedures.length === 0);
    attribute(this.#teaches, "hidden", room === null || room.lesson === null);
    attribute(this.#title, "hidden", room === null);
    write(this.#name, room === null ? context.text("web.room.title") : said(context, room.name));
    if (room === null) return;
    const party = nameOf(context, room.parties, room.party);
    const of_party = room.is_controller ? "" : ` · ${context.text("web.room.of_party", { party })}`;
    write(this.#title, `${said(context, room.title)}${of_party}`);
    write(this.#lesson, room.lesson === null ? "" : said(context, room.lesson));
    redraw(this.#agreed, ...room.procedures.map((each) => element("li", {}, said(context, each))));
  }
}

function folded(title: string, key: string, body: HTMLElement): HTMLElement {
  return element("details", {}, element("summary", { "data-key": key }, title), body);
}
