/** What the page is about, and how it is shown: language, colours, projection, link, figure. */

import { overview } from "../core/overview.ts";
import {
  LANGUAGES,
  THEMES,
  type Language,
  type Projection,
  type State,
  type Theme,
} from "../core/state.ts";
import type { Text } from "../core/view.ts";
import { attribute, button, element, select, write } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";
import { linkOf } from "./told.ts";

/** Names of languages are written in themselves. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: "English", ru: "Русский" };
const VIEWS = ["globe", "map", "polar", "flat"] as const;
type ViewName = (typeof VIEWS)[number];

export interface HeaderActions {
  readonly save: (form: "png" | "svg") => void;
  readonly help: () => void;
  readonly has_live: boolean;
  /** Whether the page's address is the globe's, so that a link to it shows this. */
  readonly is_addressed: boolean;
  /** Whether the page is the globe's alone: then its title is the page's. */
  readonly owns_page: boolean;
  /** What the page is of, where it is of an exercise. */
  readonly exercise?: Text | undefined;
}

export class Header implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #owns_page: boolean;
  readonly #exercise: Text | undefined;
  readonly #name: HTMLElement;
  readonly #lead = element("p", { class: "gs-lead" });
  readonly #languages: readonly HTMLButtonElement[];
  readonly #theme: HTMLSelectElement;
  readonly #view: HTMLSelectElement;
  readonly #subjects: readonly HTMLButtonElement[];
  readonly #copied = element("span", { role: "status", class: "gs-soft" });

  constructor(context: Context, actions: HeaderActions) {
    this.#context = context;
    this.#owns_page = actions.owns_page;
    this.#exercise = actions.exercise;
    this.#name = element(actions.owns_page ? "h1" : "p", { class: "gs-name" });
    this.#languages = LANGUAGES.map((language) => this.#language(language));
    this.#theme = this.#themes();
    this.#view = this.#views();
    this.#subjects = (["assessment", "live"] as const).map((subject) =>
      button(
        { class: "gs-tab", "data-key": `subject-${subject}` },
        () => context.store.set({ subject, playing: false, time_s: null }),
        context.text(`web.subject.${subject}`),
      ),
    );
    this.root = element(
      "header",
      { class: "gs-header" },
      this.#name,
      element(
        "div",
        { class: "gs-row gs-controls" },
        ...(actions.has_live ? this.#subjects : []),
        this.#view,
        this.#theme,
        element("span", { class: "gs-joined" }, ...this.#languages),
        ...this.#buttons(actions),
        this.#copied,
      ),
      this.#lead,
    );
  }

  update(state: State): void {
    this.#entitle(state);
    this.#languages.forEach((each, k) => {
      attribute(each, "aria-pressed", String(LANGUAGES[k] === state.language));
    });
    this.#theme.value = state.theme;
    this.#view.value = viewOf(state);
    this.#subjects.forEach((each, k) => {
      attribute(each, "aria-pressed", String((k === 1) === (state.subject === "live")));
    });
  }

  dispose(): void {
    this.root.remove();
  }

  /** What is shown, in a line and in a sentence. */
  #entitle(state: State): void {
    const context = this.#context;
    const { view } = context;
    const is_live = state.subject === "live";
    const assessed = view === null ? context.text("web.title") : context.said(view.title);
    const shown = is_live ? context.text("web.live_title") : assessed;
    const title = this.#exercise === undefined ? shown : context.said(this.#exercise);
    write(this.#name, title);
    const has_phases = view === null || view.phases.length > 0;
    const lead = has_phases ? context.text("web.lead") : context.said(view.subtitle);
    write(this.#lead, is_live ? context.text("web.live_lead") : lead);
    attribute(this.#lead, "hidden", view === null && !is_live);
    const mark = this.#exercise === undefined ? "" : `${context.text("web.mark.exercise")}: `;
    if (this.#owns_page) document.title = `${mark}${title} – Glasshield`;
  }

  #language(language: Language): HTMLButtonElement {
    return button(
      { class: "gs-tab", lang: language, "data-key": `language-${language}` },
      () => this.#context.store.set({ language }),
      LANGUAGE_NAMES[language],
    );
  }

  #themes(): HTMLSelectElement {
    const { store } = this.#context;
    const choices = THEMES.map((value) => ({
      value,
      label: this.#context.text(`web.theme.${value}`),
    }));
    const attributes = { "data-key": "theme", "aria-label": this.#context.text("web.theme.title") };
    return select(attributes, choices, "auto", (value) => {
      const theme: Theme = THEMES.find((each) => each === value) ?? "auto";
      store.set({ theme });
    });
  }

  #views(): HTMLSelectElement {
    const { store } = this.#context;
    const choices = VIEWS.map((value) => ({
      value,
      label: this.#context.text(`web.view.${value}`),
    }));
    const attributes = { "data-key": "view", "aria-label": this.#context.text("web.view.title") };
    return select(attributes, choices, "globe", (value) => {
      const name = VIEWS.find((each) => each === value) ?? "globe";
      const projection: Projection = name === "map" ? "globe" : name;
      store.set((state) => ({
        projection,
        renderer: name === "globe" ? "auto" : "canvas",
        camera: projection === state.projection ? state.camera : overview(projection, state.camera),
      }));
    });
  }

  #buttons({ save, help, is_addressed }: HeaderActions): HTMLElement[] {
    const context = this.#context;
    return [
      ...(is_addressed
        ? [button({ "data-key": "link" }, () => this.#copy(), context.text("web.link.copy"))]
        : []),
      element(
        "span",
        { class: "gs-joined" },
        button({ "data-key": "png" }, () => save("png"), context.text("web.figure.png")),
        button({ "data-key": "svg" }, () => save("svg"), context.text("web.figure.svg")),
      ),
      button({ "data-key": "help", "aria-label": context.text("web.keys.title") }, help, "?"),
    ];
  }

  #copy(): void {
    const link = linkOf(this.#context.store.state);
    // Pages that lie in a file have no clipboard in some browsers: the address holds the link then.
    const asked = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("none"));
    asked.then(
      () => write(this.#copied, this.#context.text("web.link.copied")),
      () => write(this.#copied, this.#context.text("web.link.in_address")),
    );
  }
}

function viewOf({ projection, renderer }: State): ViewName {
  if (projection !== "globe") return projection;
  return renderer === "canvas" ? "map" : "globe";
}
