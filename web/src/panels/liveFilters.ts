/** What of the live picture is left out: classes, parties, sensors. */

import { CLASS_NAMES } from "../core/frames.ts";
import { NO_FILTERS, type Filters, type State } from "../core/state.ts";
import { contributorName } from "../live/known.ts";
import type { Session } from "../live/session.ts";
import { attribute, button, element, redraw } from "./dom.ts";
import { classText } from "./liveWords.ts";
import type { Context } from "./panel.ts";

type Kind = keyof Filters;
const KINDS: readonly Kind[] = ["classes", "parties", "sensors"];

export class LiveFilters {
  readonly root: HTMLDetailsElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #inside = element("div", {});
  #shown = "";

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
    this.root = element(
      "details",
      { class: "gs-live-filters" },
      element("summary", { "data-key": "live-filters" }, context.text("web.live.filters.title")),
      this.#inside,
    );
  }

  show(state: State): void {
    attribute(this.root, "hidden", this.#session.feed === null);
    const names = this.#names(state.filters);
    const shown = JSON.stringify([state.filters, names]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const context = this.#context;
    redraw(
      this.#inside,
      element("p", { class: "gs-soft" }, context.text("web.live.filters.help")),
      ...KINDS.filter((kind) => names[kind].length > 0).map((kind) =>
        this.#group(kind, names[kind], state.filters),
      ),
      button(
        { "data-key": "live-unfiltered" },
        () => context.store.set({ filters: NO_FILTERS }),
        context.text("web.live.filters.all"),
      ),
    );
  }

  /** Those that are there, and those that are left out though they are not. */
  #names(filters: Filters): Filters {
    const pictures = this.#session.feed?.details.pictures.values() ?? [];
    const contributors = [...pictures].flatMap((each) => each.contributors);
    const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();
    return {
      classes: [...CLASS_NAMES],
      parties: sorted([...filters.parties, ...contributors.map((each) => each.party)]),
      sensors: sorted([
        ...filters.sensors,
        ...contributors.filter((each) => each.sensor !== "").map(contributorName),
      ]),
    };
  }

  #group(kind: Kind, names: readonly string[], filters: Filters): HTMLElement {
    const context = this.#context;
    const boxes = names.map((name) => {
      const box = element("input", { type: "checkbox", "data-key": `live-no-${kind}-${name}` });
      box.checked = !filters[kind].includes(name);
      box.addEventListener("change", () => this.#switched(kind, name, box.checked));
      const label = kind === "classes" ? classText(context, name) : name;
      return element("label", { class: "gs-check" }, box, " ", label);
    });
    return element(
      "fieldset",
      {},
      element("legend", {}, context.text(`web.live.filters.${kind}`)),
      ...boxes,
    );
  }

  #switched(kind: Kind, name: string, is_shown: boolean): void {
    this.#context.store.set(({ filters }) => {
      const others = filters[kind].filter((each) => each !== name);
      return { filters: { ...filters, [kind]: is_shown ? others : [...others, name] } };
    });
  }
}
