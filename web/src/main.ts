/** The one way in: what the server's page, a report and a notebook call. */

import { DocumentError, parsed, readView } from "./core/documents.ts";
import { radians } from "./core/earth.ts";
import { eventsOf } from "./core/drawnFlights.ts";
import { sightOf } from "./core/drawnPlans.ts";
import {
  INITIAL_CAMERA,
  INITIAL_STATE,
  LANGUAGES,
  type Camera,
  type Language,
  type State,
  type Theme,
} from "./core/state.ts";
import { worldOf, type World } from "./core/topo.ts";
import type { View } from "./core/view.ts";
import { words } from "./core/words.ts";
import { App } from "./panels/app.ts";
import { element } from "./panels/dom.ts";
import { servedDocuments } from "./live/served.ts";
import type { MakeLive } from "./panels/live.ts";
import { makeLive } from "./panels/livePart.ts";
import { RENDERERS } from "./panels/renderers.ts";
import { keepKeys, notebookTheme, onNotebookTheme } from "./notebook.ts";
import { makeRoom } from "./room/roomPart.ts";

/** Something that is on the page and can be taken off it. */
export interface Mounted {
  setTheme(theme: Theme): void;
  dispose(): void;
}

/** What the page does not say itself; documents as texts. */
export interface MountOptions {
  readonly view?: string;
  readonly world?: string;
  readonly language?: string;
  /** Without it as the system has it. */
  readonly theme?: Theme;
  readonly live?: MakeLive;
  /** False where the address belongs to another page, as in a notebook. */
  readonly is_addressed?: boolean;
}

/** Puts the globe into an element; documents that cannot be shown say why instead. */
export function mount(root: HTMLElement, options: MountOptions = {}): Mounted {
  const language = languageOf(options.language ?? document.documentElement.lang);
  const refuse = (error: unknown): Mounted => refused(root, language, faultOf(error, language));
  try {
    let shown = mounted(root, options, language, (error) => {
      shown.dispose();
      shown = refuse(error);
    });
    return { setTheme: (theme) => shown.setTheme(theme), dispose: () => shown.dispose() };
  } catch (error) {
    return refuse(error);
  }
}

/** A document that is right outside and wrong inside fails where it is read: as these. */
function faultOf(error: unknown, language: Language): DocumentError {
  if (error instanceof DocumentError) return error;
  if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
  console.info(error);
  return new DocumentError("not-a-view", words(language, "web.document.inside"));
}

function mounted(
  root: HTMLElement,
  options: MountOptions,
  language: Language,
  onUnreadable: (error: unknown) => void,
): Mounted {
  const view_text = options.view ?? textOf("glasshield-view");
  const view = view_text === null ? null : readView(view_text);
  if (view === null && options.live === undefined) return missing(root, language);
  const app = new App(root, {
    view,
    world: worldFrom(options.world ?? textOf("glasshield-world")),
    initial: { ...beginning(view, language), theme: options.theme ?? INITIAL_STATE.theme },
    renderers: RENDERERS,
    live: options.live ?? null,
    is_addressed: options.is_addressed ?? true,
    owns_page: root.hasAttribute("data-page"),
    onUnreadable,
  });
  return { setTheme: (theme) => app.store.set({ theme }), dispose: () => app.dispose() };
}

/** Europe and the way over the pole, so near that they fill the picture. */
const FIRST_CAMERA: Camera = {
  ...INITIAL_CAMERA,
  lat_rad: radians(60.0),
  lon_rad: radians(16.0),
  range_m: 8.5e6,
};

/** What is seen first: the told flight, as its first window opens. */
function beginning(view: View | null, language: Language): State {
  const state: State = { ...INITIAL_STATE, language, camera: FIRST_CAMERA };
  if (view === null) return { ...state, subject: "live" };
  const { timeline } = view;
  const [plan] = view.plans;
  if (view.phases.length === 0 && plan !== undefined)
    return {
      ...state,
      camera: { ...FIRST_CAMERA, ...sightOf(plan) },
      selected: { kind: "plan", id: plan.id },
    };
  if (timeline === null) return state;
  const setting = { ...state.setting, phase: timeline.phase };
  const told = { ...state, setting, flight: timeline.flight };
  const events = eventsOf(view, told, timeline.flight);
  const first = timeline.events.find((each) => each.event === "window-opens");
  const apogee = events.find((each) => each.kind === "apogee");
  return { ...told, time_s: (first ?? apogee)?.time_s ?? null };
}

function worldFrom(text: string | null): World | null {
  return text === null || text.trim() === "" ? null : worldOf(parsed(text));
}

/** A document that stands on the page. */
function textOf(id: string): string | null {
  const text = document.getElementById(id)?.textContent ?? "";
  return text.trim() === "" ? null : text;
}

function languageOf(text: string): Language {
  return LANGUAGES.find((each) => text.toLowerCase().startsWith(each)) ?? "en";
}

function refused(root: HTMLElement, language: Language, { fault, detail }: DocumentError): Mounted {
  const key = (
    {
      "not-json": "web.document.not_json",
      "not-a-view": "web.document.not_a_view",
      "other-form": "web.document.other_form",
    } as const
  )[fault];
  return saying(root, language, words(language, key, { detail }));
}

function missing(root: HTMLElement, language: Language): Mounted {
  return saying(root, language, words(language, "web.missing.view"));
}

function saying(root: HTMLElement, language: Language, sentence: string): Mounted {
  root.replaceChildren(
    element("p", { class: "gs-refused", role: "alert", lang: language }, sentence),
  );
  return { setTheme: () => undefined, dispose: () => root.replaceChildren() };
}

/** What a notebook's widget gives: traits by name. */
interface WidgetModel {
  get(name: string): unknown;
}

/** The way in for notebooks. */
export default {
  render({ model, el }: { model: WidgetModel; el: HTMLElement }): () => void {
    const text = (name: string): string => String(model.get(name) ?? "");
    const options = { view: text("view"), world: text("world"), language: text("language") };
    const mounted = mount(el, { ...options, theme: notebookTheme(), is_addressed: false });
    const undoings = [onNotebookTheme((theme) => mounted.setTheme(theme)), keepKeys(el)];
    return () => {
      for (const undo of undoings) undo();
      mounted.dispose();
    };
  },
};

/** The page of a centre, or of an exercise, names documents beside it; all others hold theirs. */
async function mountServed(root: HTMLElement): Promise<void> {
  const { documents, failed } = await servedDocuments(root);
  const { room, titleEn, titleRu } = root.dataset;
  const titles = { en: titleEn ?? "", ru: titleRu ?? titleEn ?? "" };
  const live = room === undefined ? makeLive(failed) : makeRoom(failed, titles);
  mount(root, { ...documents, live });
}

const place = typeof document === "undefined" ? null : document.getElementById("glasshield-globe");
if (place !== null) {
  if (place.dataset["live"] === undefined) mount(place);
  else void mountServed(place);
}
