/** Who looks: the token that lets somebody in, whose picture it is, and how the line is. */

import type { State } from "../core/state.ts";
import { timeOfDay } from "../core/times.ts";
import type { Session } from "../live/session.ts";
import { attribute, button, element, redraw, select, write } from "./dom.ts";
import { ageText } from "./liveWords.ts";
import type { WordKey } from "../core/words.ts";
import type { Context } from "./panel.ts";

/** Younger than this is of now. */
const NOW_S = 3.0;

/** What is said where somebody comes in: a centre's words, or those of a room. */
export interface EntranceWords {
  readonly title: WordKey;
  readonly off: WordKey;
  readonly help: WordKey;
}

export const OF_CENTRE: EntranceWords = {
  title: "web.live.title",
  off: "web.live.link.off",
  help: "web.live.token.help",
};

export class Entrance {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #words: EntranceWords;
  readonly #state = element("b", {});
  readonly #sign = element("span", { class: "gs-link-sign", "aria-hidden": "true" });
  readonly #why = element("p", { role: "status" });
  readonly #age = element("p", { class: "gs-soft gs-live-age" });
  readonly #retry: HTMLElement;
  readonly #viewers = element("div", {});
  readonly #form: HTMLElement;
  readonly #add: HTMLDetailsElement;
  readonly #field: HTMLInputElement;
  readonly #bad = element("p", { class: "gs-live-bad", role: "alert", hidden: true });
  #shown: readonly unknown[] = [];

  constructor(context: Context, session: Session, words: EntranceWords = OF_CENTRE) {
    [this.#context, this.#session, this.#words] = [context, session, words];
    this.#retry = button(
      { "data-key": "live-retry" },
      () => session.retry(),
      context.text("web.live.lost.retry"),
    );
    this.#field = element("input", {
      type: "password",
      id: "gs-live-token",
      "data-key": "live-token",
      autocomplete: "off",
      spellcheck: "false",
      "aria-describedby": "gs-live-token-help",
    });
    this.#form = this.#entrance();
    this.#add = element(
      "details",
      {},
      element("summary", { "data-key": "live-add" }, context.text("web.live.token.add")),
    );
    this.root = element(
      "div",
      { class: "gs-live-entrance" },
      element("p", { class: "gs-live-link" }, this.#sign, " ", this.#state),
      this.#why,
      this.#age,
      this.#retry,
      this.#viewers,
      this.#add,
    );
  }

  show(state: State): void {
    const { link, viewers, viewer } = this.#session;
    attribute(this.root, "data-link", link.kind);
    const said = link.kind === "off" ? this.#words.off : (`web.live.link.${link.kind}` as const);
    write(this.#state, this.#context.text(said));
    write(this.#why, this.#whyText(state));
    attribute(this.#why, "hidden", this.#why.textContent === "");
    attribute(this.#retry, "hidden", link.kind !== "lost");
    this.#place(viewers.length > 0);
    const inputs = [viewer, viewers.join("\n")];
    if (inputs.some((each, k) => each !== this.#shown[k])) this.#showViewers(viewers, viewer);
    this.#shown = inputs;
    this.tick();
  }

  /** Once a second: how old the picture is. */
  tick(): void {
    const { link, feed } = this.#session;
    write(this.#sign, { off: "○", opening: "◌", live: "●", lost: "✕", refused: "✕" }[link.kind]);
    write(this.#age, this.#ageText());
    attribute(this.#age, "hidden", feed === null);
    if (link.kind === "lost") write(this.#why, this.#whyText(null));
  }

  #ageText(): string {
    const { link, feed } = this.#session;
    if (feed === null) return "";
    const age_s = feed.age_s();
    const is_live = link.kind === "live";
    if (age_s === null) return is_live ? this.#context.text("web.live.age.none") : "";
    const time = this.#context.text("web.live.time", { time: timeOfDay(feed.picture.time_us) });
    const age = ageText(this.#context, age_s);
    if (!is_live) return `${time}: ${this.#context.text("web.live.age.lost", { age })}`;
    const is_now = age_s < NOW_S;
    const said = is_now
      ? this.#context.text("web.live.age.now")
      : this.#context.text("web.live.age.old", { age });
    return `${time}: ${said}`;
  }

  #whyText(state: State | null): string {
    const context = this.#context;
    const { link, viewers } = this.#session;
    if (link.kind === "refused") return context.text(`web.live.refused.${link.why}`);
    if (link.kind === "lost") {
      const wait = ageText(context, Math.max((link.again_ms - performance.now()) / 1e3, 0.0));
      const again = context.text("web.live.lost.again", { wait });
      return `${context.text(`web.live.lost.${link.why}`)} ${again}`;
    }
    const wanted = state?.viewer ?? null;
    const is_wanted = wanted !== null && !viewers.includes(wanted) && link.kind === "off";
    return is_wanted ? context.text("web.live.token.wanted", { viewer: wanted }) : "";
  }

  #showViewers(viewers: readonly string[], viewer: string | null): void {
    const context = this.#context;
    if (viewers.length === 0) return redraw(this.#viewers);
    const choices = viewers.map((value) => ({ value, label: value }));
    const chosen = viewer ?? viewers[0] ?? "";
    const list = select(
      { "data-key": "live-viewer", id: "gs-live-viewer" },
      choices,
      chosen,
      (value) => this.#session.choose(value),
    );
    redraw(
      this.#viewers,
      element("label", { for: "gs-live-viewer" }, context.text("web.live.viewer")),
      element(
        "div",
        { class: "gs-row" },
        list,
        button(
          { class: "gs-quiet", "data-key": "live-leave" },
          () => this.#session.leave(),
          context.text("web.live.token.leave"),
        ),
      ),
    );
  }

  /** The form stands open until somebody is in; then behind a heading. */
  #place(is_in: boolean): void {
    attribute(this.#add, "hidden", !is_in);
    const parent = is_in ? this.#add : this.root;
    if (this.#form.parentElement !== parent) parent.append(this.#form);
  }

  #entrance(): HTMLElement {
    const context = this.#context;
    const keep = element("input", { type: "checkbox", "data-key": "live-keep" });
    const submit = element(
      "button",
      { type: "submit", "data-key": "live-open" },
      context.text("web.live.token.open"),
    );
    const form = element(
      "form",
      { class: "gs-live-form" },
      element("label", { for: "gs-live-token" }, context.text("web.live.token.label")),
      this.#field,
      element("p", { class: "gs-soft", id: "gs-live-token-help" }, context.text(this.#words.help)),
      element("label", { class: "gs-check" }, keep, " ", context.text("web.live.token.keep")),
      this.#bad,
      submit,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#enter(keep.checked);
    });
    return form;
  }

  #enter(is_for_tab: boolean): void {
    const is_good = this.#session.enter(this.#field.value, is_for_tab);
    write(this.#bad, is_good ? "" : this.#context.text("web.live.token.bad"));
    attribute(this.#bad, "hidden", is_good);
    attribute(this.#field, "aria-invalid", is_good ? null : "true");
    if (!is_good) return;
    this.#field.value = "";
    this.#add.open = false;
  }
}
