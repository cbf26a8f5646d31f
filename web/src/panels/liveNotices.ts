/** Notices of launches to come, as parties gave them; what they say is shown as text. */

import { sightOfPlaces } from "../core/drawnPlans.ts";
import type { ShownNotice } from "../core/notices.ts";
import type { Session } from "../live/session.ts";
import { attribute, button, element, redraw } from "./dom.ts";
import { chosen } from "./explained.ts";
import { instantText } from "./liveWords.ts";
import type { Context } from "./panel.ts";

const LISTED = 20;

export class LaunchNotices {
  readonly root: HTMLDetailsElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #inside = element("div", {});
  #shown: readonly ShownNotice[] | null = null;

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
    attribute(this.root, "hidden", this.#session.feed === null);
    const notices = this.#session.notices(this.#context.store.state);
    if (notices === this.#shown) return;
    this.#shown = notices;
    const none = element("p", { class: "gs-soft" }, this.#context.text("web.live.notices.none"));
    const newest = [...notices].reverse().slice(0, LISTED);
    const list = element("ul", {}, ...newest.map((each) => this.#entry(each)));
    redraw(this.#inside, notices.length === 0 ? none : list);
  }

  #entry(notice: ShownNotice): HTMLElement {
    const context = this.#context;
    const { party, reference, missile_class, received } = notice;
    const title = [reference || party, missile_class].filter((each) => each !== "").join(" · ");
    return element(
      "li",
      {},
      button(
        { class: "gs-quiet", "data-key": `notice-${notice.id}` },
        () => this.#choose(notice),
        title,
      ),
      element("b", {}, ` ${context.text(`web.notice.time.${notice.time}`)}`),
      ...notice.windows.map((each) =>
        element("span", {}, ` ${context.text("web.live.notices.window", { ...each })}`),
      ),
      element(
        "span",
        { class: "gs-soft" },
        ` ${context.text("web.live.notices.by", { party, time: instantText(received) })}`,
      ),
    );
  }

  /** Explained, and brought into sight. */
  #choose({ id, areas }: ShownNotice): void {
    const { store } = this.#context;
    const middles = areas.map((each) => each.middle);
    store.set((state) => ({
      ...chosen({ kind: "notice", id }),
      ...(areas.length === 0 ? {} : { camera: { ...state.camera, ...sightOfPlaces(middles) } }),
    }));
  }
}
