/** Notices of launches to come, as parties gave them; what they say is shown as text. */

import type { NoticeBody } from "../core/wire.ts";
import type { Session } from "../live/session.ts";
import { attribute, element, redraw } from "./dom.ts";
import type { Context } from "./panel.ts";

const LISTED = 20;

export class LaunchNotices {
  readonly root: HTMLDetailsElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #inside = element("div", {});
  #shown: readonly NoticeBody[] | null = null;

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
    this.root = element(
      "details",
      { class: "gs-live-notices" },
      element("summary", { "data-key": "live-notices" }, context.text("web.live.notices.title")),
      this.#inside,
    );
  }

  show(): void {
    const { feed } = this.#session;
    attribute(this.root, "hidden", feed === null);
    const notices = feed?.notices ?? [];
    if (notices === this.#shown) return;
    this.#shown = notices;
    const none = element("p", { class: "gs-soft" }, this.#context.text("web.live.notices.none"));
    const newest = [...notices].reverse().slice(0, LISTED);
    const list = element("ul", {}, ...newest.map((each) => this.#entry(each)));
    redraw(this.#inside, notices.length === 0 ? none : list);
  }

  #entry({ party, received, notice }: NoticeBody): HTMLElement {
    const context = this.#context;
    const title = [notice["reference"], notice["missile_class"], notice["standing"]];
    const windows = Array.isArray(notice["windows"]) ? notice["windows"] : [];
    return element(
      "li",
      {},
      element("b", {}, title.filter((each) => typeof each === "string" && each !== "").join(" · ")),
      ...windows.map((each: unknown) => element("span", {}, ` ${this.#window(each)}`)),
      element(
        "span",
        { class: "gs-soft" },
        ` ${context.text("web.live.notices.by", { party, time: received })}`,
      ),
    );
  }

  #window(value: unknown): string {
    if (typeof value !== "object" || value === null) return "";
    const { begin = "", end = "" } = value as Readonly<Record<string, unknown>>;
    const written = { begin: String(begin), end: String(end) };
    return this.#context.text("web.live.notices.window", written);
  }
}
