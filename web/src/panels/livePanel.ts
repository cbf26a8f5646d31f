/** The live picture at the side: who looks, alarms, which picture, what is left out, notices, advice. */

import type { State } from "../core/state.ts";
import type { ServedName } from "../live/served.ts";
import type { Session } from "../live/session.ts";
import { attribute, element } from "./dom.ts";
import { LookAdvice } from "./liveAdvice.ts";
import { Alarms } from "./liveAlarms.ts";
import { Entrance, OF_CENTRE, type EntranceWords } from "./liveEntrance.ts";
import { LiveFilters } from "./liveFilters.ts";
import { LaunchNotices } from "./liveNotices.ts";
import { Pictures } from "./livePictures.ts";
import type { Context, Panel } from "./panel.ts";

const SECOND_MS = 1000;

export class LivePanel implements Panel {
  readonly root: HTMLElement;
  readonly #alarms: Alarms;
  readonly #entrance: Entrance;
  readonly #pictures: Pictures;
  readonly #filters: LiveFilters;
  readonly #notices: LaunchNotices;
  readonly #advice: LookAdvice;
  readonly #rest: HTMLElement;
  readonly #unsubscribe: () => void;
  readonly #timer: number;

  constructor(
    context: Context,
    session: Session,
    failed: readonly ServedName[],
    words: EntranceWords = OF_CENTRE,
  ) {
    this.#alarms = new Alarms(context, session);
    this.#entrance = new Entrance(context, session, words);
    this.#pictures = new Pictures(context, session);
    this.#filters = new LiveFilters(context, session);
    this.#notices = new LaunchNotices(context, session);
    this.#advice = new LookAdvice(context, session);
    this.#rest = element(
      "div",
      { class: "gs-live-rest" },
      this.#entrance.root,
      this.#pictures.root,
      this.#filters.root,
      this.#alarms.root,
      this.#notices.root,
      // An exercise's advice are the tasks on its desk.
      words === OF_CENTRE ? this.#advice.root : "",
    );
    this.root = element(
      "section",
      { class: "gs-part gs-live", "aria-label": context.text(words.title) },
      element("h3", {}, context.text(words.title)),
      ...failed.map((each) =>
        element("p", { class: "gs-live-bad" }, context.text(`web.live.served.no_${each}`)),
      ),
      this.#alarms.newest,
      this.#rest,
    );
    this.#unsubscribe = session.subscribe((what) => {
      if (what === "changed") this.update(context.store.state);
    });
    this.#timer = window.setInterval(() => {
      this.#entrance.tick();
      this.#advice.tick();
    }, SECOND_MS);
  }

  update(state: State): void {
    const is_live = state.subject === "live";
    this.#alarms.show(state);
    attribute(this.root, "hidden", !is_live && !this.#alarms.has_alarm);
    attribute(this.#rest, "hidden", !is_live);
    if (!is_live) return;
    this.#entrance.show(state);
    this.#pictures.show(state);
    this.#filters.show(state);
    this.#notices.show();
    this.#advice.show();
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#unsubscribe();
    this.root.remove();
  }
}
