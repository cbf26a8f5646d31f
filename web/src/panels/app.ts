/** The page around the picture: its parts, and what happens between them. */

import { parseAddress, printAddress, type Note } from "../core/address.ts";
import { Arguing } from "../core/arguing.ts";
import { variables, type Shade } from "../core/palette.ts";
import type { State } from "../core/state.ts";
import { Store } from "../core/store.ts";
import type { World } from "../core/topo.ts";
import type { View } from "../core/view.ts";
import { ClaimPanel } from "./claimPanel.ts";
import { ClaimsList } from "./claimsList.ts";
import { ComparePanel } from "./comparePanel.ts";
import { element, focusAgain, focusKey, redraw, Undoings } from "./dom.ts";
import { ExplainPanel } from "./explain.ts";
import { saveFigure } from "./figure.ts";
import { Footer } from "./footer.ts";
import { Header } from "./header.ts";
import { LayersPanel } from "./layersPanel.ts";
import type { LivePart, MakeLive } from "./live.ts";
import { Mark } from "./mark.ts";
import { NoticeBoard, Notices } from "./notices.ts";
import { Context, type Panel } from "./panel.ts";
import { PhaseSteps } from "./phaseSteps.ts";
import { NOTHING_LIVE, Picture, type Renderers } from "./picture.ts";
import { Player } from "./player.ts";
import { Shortcuts, type KeySwitch } from "./shortcuts.ts";
import { TablesPanel } from "./tables.ts";
import { Timeline } from "./timeline.ts";
import { descriptionOf } from "./told.ts";

/** The address follows the state after this long, so that a slider does not write it sixty times. */
const ADDRESS_MS = 300;
/** A table of what is live is written anew no more often than this. */
const LIVE_TABLE_MS = 1000;

export interface AppOptions {
  readonly view: View | null;
  readonly world: World | null;
  readonly initial: State;
  readonly renderers: Renderers;
  readonly live: MakeLive | null;
  /** Whether the page's address is the globe's. */
  readonly is_addressed: boolean;
  /** Whether there is nothing else on the page. */
  readonly owns_page: boolean;
  /** Told when the document turns out to be wrong inside after the page was built. */
  readonly onUnreadable: (error: unknown) => void;
}

/** The parts that are built for one language and shade. */
interface Parts {
  readonly context: Context;
  readonly panels: readonly Panel[];
  readonly timeline: Timeline;
  readonly tables: TablesPanel;
  readonly explain: ExplainPanel;
  readonly mark: Mark;
}

export class App {
  readonly store: Store<State>;
  readonly #root: HTMLElement;
  readonly #options: AppOptions;
  readonly #arguing: Arguing;
  #view: View | null;
  readonly #board = new NoticeBoard();
  readonly #keys: KeySwitch = { are_on: true };
  readonly #live: LivePart | null;
  readonly #picture: Picture;
  readonly #player: Player | null;
  readonly #undoings = new Undoings();
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  #parts: Parts | null = null;
  #is_printing = false;
  #is_painted = false;
  #is_read = false;
  #has_failed = false;
  #address_timer: number | null = null;
  #table_timer: number | null = null;
  #picture_frame: number | null = null;

  constructor(root: HTMLElement, options: AppOptions) {
    [this.#root, this.#options] = [root, options];
    const { state, notes } = this.#fromAddress();
    this.store = new Store(state);
    this.#view = options.view;
    this.#arguing = new Arguing(options.view);
    this.#picture = this.#makePicture();
    this.#player = options.view === null ? null : new Player(options.view, this.store);
    this.#live = options.live?.(this.store) ?? null;
    this.#tell(notes);
    root.classList.add("gs");
    try {
      this.#build();
      for (const panel of this.#parts?.panels ?? []) panel.update(state);
    } catch (error) {
      this.dispose();
      throw error;
    }
    this.#listen();
    this.#askToDraw();
  }

  dispose(): void {
    this.#undoings.undo();
    for (const timer of [this.#address_timer, this.#table_timer]) {
      if (timer !== null) clearTimeout(timer);
    }
    if (this.#picture_frame !== null) cancelAnimationFrame(this.#picture_frame);
    this.#player?.dispose();
    for (const panel of this.#parts?.panels ?? []) panel.dispose();
    this.#picture.dispose();
    this.#live?.dispose();
    this.#root.classList.remove("gs");
    this.#root.replaceChildren();
  }

  #makePicture(): Picture {
    const { view, world, renderers } = this.#options;
    return new Picture({
      view,
      world,
      renderers,
      store: this.store,
      arguing: this.#arguing,
      live: () => this.#live?.input() ?? NOTHING_LIVE,
      onFallBack: (reason) => this.#fellBack(reason),
    });
  }

  #listen(): void {
    this.#undoings.add(this.store.subscribe((state, before) => this.#changed(state, before)));
    const heed = (): void => this.#buildAgain();
    this.#dark.addEventListener("change", heed);
    this.#undoings.add(() => this.#dark.removeEventListener("change", heed));
    this.#undoings.listen(window, "beforeprint", () => this.#print(true));
    this.#undoings.listen(window, "afterprint", () => this.#print(false));
    if (this.#options.is_addressed) {
      this.#undoings.listen(window, "hashchange", () => this.#addressed());
    }
    const unsubscribe = this.#live?.subscribe((what) => this.#moved(what));
    if (unsubscribe !== undefined) this.#undoings.add(unsubscribe);
    const end = this.#live?.setting?.((view) => this.#set(view));
    if (end !== undefined) this.#undoings.add(end);
  }

  #shade(): Shade {
    if (this.#is_printing) return "light";
    const { theme } = this.store.state;
    if (theme !== "auto") return theme;
    return this.#dark.matches ? "dark" : "light";
  }

  /** The setting of an exercise comes when somebody has come in; all is built around it. */
  #set(view: View): void {
    this.#view = this.#picture.view = view;
    this.#buildAgain();
  }

  /** What cannot be built a second time leaves nothing to go on with. */
  #buildAgain(): void {
    try {
      this.#build();
    } catch (error) {
      this.#options.onUnreadable(error);
      return;
    }
    this.#update(this.store.state);
  }

  /** All panels, in the language and the shade of now. */
  #build(): void {
    const key = focusKey(this.#root);
    for (const panel of this.#parts?.panels ?? []) panel.dispose();
    const shade = this.#shade();
    const { state } = this.store;
    for (const [name, value] of variables(shade)) this.#root.style.setProperty(name, value);
    this.#root.style.colorScheme = shade;
    this.#root.dataset["shade"] = shade;
    this.#root.lang = state.language;
    if (this.#options.owns_page) document.documentElement.lang = state.language;
    const context = new Context(
      this.#view,
      this.store,
      this.#arguing,
      shade,
      () => this.#live?.mark() ?? null,
    );
    this.#parts = this.#layout(context);
    focusAgain(this.#root, key);
  }

  #layout(context: Context): Parts {
    const { view } = context;
    const header = new Header(context, {
      save: (form) => this.#save(form),
      help: () => shortcuts.open(),
      has_live: this.#live !== null && view !== null && this.#live.exercise === undefined,
      is_addressed: this.#options.is_addressed,
      owns_page: this.#options.owns_page,
      exercise: this.#live?.exercise,
    });
    const timeline = new Timeline(context);
    const shortcuts = new Shortcuts(
      context,
      // Where nothing else is on the page its keys work from everywhere on it.
      this.#options.owns_page ? document.body : this.#root,
      {
        stepEvent: (way) => timeline.stepEvent(way),
        toGlobe: () => this.#picture.focus(),
      },
      this.#keys,
    );
    const mark = new Mark(context);
    const notices = new Notices(context, this.#board);
    const tables = new TablesPanel(context, {
      beside: () => this.#picture.beside(),
      drawn: () => this.#picture.drawn(),
    });
    const explain = new ExplainPanel(context, this.#live?.explainers ?? {});
    const left = [
      ...(this.#live === null ? [] : [this.#live.panel(context)]),
      new PhaseSteps(context),
      new LayersPanel(context),
    ];
    const desk = this.#live?.desk?.(context);
    // Beside a desk, which is long, what was clicked is told under the picture.
    const middle = [
      ...(desk === undefined ? [] : [explain]),
      timeline,
      ...(this.#live === null ? [] : [this.#live.timeline(context)]),
    ];
    const right = [
      desk ?? explain,
      new ClaimsList(context),
      new ClaimPanel(context),
      new ComparePanel(context),
    ];
    const footer = new Footer(context);
    this.#compose([mark, header, notices], { left, right, middle }, [tables, footer, shortcuts]);
    const around = [mark, header, notices, tables, footer, shortcuts];
    const panels = [...around, ...left, ...middle, ...right];
    return { context, panels, timeline, tables, explain, mark };
  }

  #compose(
    top: readonly Panel[],
    columns: Readonly<Record<"left" | "middle" | "right", readonly Panel[]>>,
    bottom: readonly Panel[],
  ): void {
    const roots = (panels: readonly Panel[]): HTMLElement[] => panels.map((panel) => panel.root);
    redraw(
      this.#root,
      element(
        "div",
        { class: "gs-grid" },
        ...roots(top),
        element("div", { class: "gs-left" }, ...roots(columns.left)),
        element("div", { class: "gs-middle" }, this.#picture.root, ...roots(columns.middle)),
        element("div", { class: "gs-right" }, ...roots(columns.right)),
        ...roots(bottom),
      ),
    );
  }

  #changed(state: State, before: State): void {
    if (state.language !== before.language || state.theme !== before.theme) this.#buildAgain();
    else this.#update(state);
    if (this.#options.is_addressed && !state.playing) this.#writeAddress();
  }

  #update(state: State): void {
    const parts = this.#parts;
    if (parts === null) return;
    for (const panel of parts.panels) this.#attempt(() => panel.update(state));
    this.#askToDraw();
  }

  /** One panel that fails leaves the others standing; it is said once, and its error logged. */
  #attempt(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#board.put("failed", (context) => context.text("web.notice.failed"));
      if (!this.#has_failed) console.error(error);
      this.#has_failed = true;
    }
  }

  /** What is written is seen a frame before what is drawn, however long drawing takes. */
  #askToDraw(): void {
    this.#picture_frame ??= requestAnimationFrame(() => this.#drawNow());
  }

  /** The first time a frame later: the page is there before the Earth is. */
  #drawNow(): void {
    if (this.#is_painted) return this.#draw();
    this.#is_painted = true;
    this.#picture_frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (this.#picture_frame !== null) cancelAnimationFrame(this.#picture_frame);
    this.#picture_frame = null;
    const { context } = this.#parts ?? {};
    if (context === undefined) return;
    const { state } = this.store;
    if (!this.#isRead()) return;
    const description = descriptionOf(context, state);
    this.#attempt(() => this.#picture.update(state, context.shade, description));
  }

  /** What cannot be drawn the first time is a document that is wrong inside. */
  #isRead(): boolean {
    if (this.#is_read) return true;
    try {
      this.#picture.drawn();
      this.#is_read = true;
    } catch (error) {
      this.#options.onUnreadable(error);
    }
    return this.#is_read;
  }

  /** What is live has changed: the picture at once, what is written once a second. */
  #moved(what: "moved" | "changed"): void {
    this.#attempt(() => this.#picture.moved(what));
    if (what === "changed") this.#refreshLive();
    else this.#table_timer ??= window.setTimeout(() => this.#refreshLive(), LIVE_TABLE_MS);
  }

  #refreshLive(): void {
    if (this.#table_timer !== null) clearTimeout(this.#table_timer);
    this.#table_timer = null;
    const { state } = this.store;
    if (state.subject !== "live") return;
    const { mark, tables, explain } = this.#parts ?? {};
    this.#attempt(() => mark?.update(state));
    this.#attempt(() => tables?.refresh(state));
    if (state.selected !== null) this.#attempt(() => explain?.refresh(state));
  }

  #print(is_printing: boolean): void {
    this.#is_printing = is_printing;
    this.#buildAgain();
    this.#draw();
    this.#attempt(() => this.#picture.printed(is_printing));
  }

  #save(form: "png" | "svg"): void {
    const { context } = this.#parts ?? {};
    if (context === undefined) return;
    this.#picture
      .snapshot()
      .then((picture) => {
        const shown_us = this.#live?.input().picture?.time_us ?? null;
        return saveFigure(context, this.store.state, picture, form, shown_us);
      })
      .catch(() => this.#board.put("figure", (own) => own.text("web.figure.failed")));
  }

  #fellBack(reason: string | null): void {
    const sentence = reason === null ? null : (own: Context) => own.text("web.picture.no_webgl");
    this.#board.put("webgl", sentence);
  }

  #fromAddress(): { readonly state: State; readonly notes: readonly Note[] } {
    const { initial, is_addressed } = this.#options;
    // Other fragments are places on the page.
    const is_own = is_addressed && new URLSearchParams(location.hash.slice(1)).has("v");
    return is_own ? parseAddress(location.hash, initial) : { state: initial, notes: [] };
  }

  /** A person went back, or put another link into the address. */
  #addressed(): void {
    if (location.hash === printAddress(this.store.state)) return;
    const { state, notes } = this.#fromAddress();
    this.#tell(notes);
    if (notes.some((note) => note.kind === "other-version")) return;
    this.store.set(state);
    // A link further down a report leads here.
    if (!this.#options.owns_page) this.#root.scrollIntoView();
  }

  #writeAddress(): void {
    if (this.#address_timer !== null) clearTimeout(this.#address_timer);
    this.#address_timer = window.setTimeout(() => {
      this.#address_timer = null;
      const address = printAddress(this.store.state);
      if (location.hash !== address) history.replaceState(history.state, "", address);
    }, ADDRESS_MS);
  }

  #tell(notes: readonly Note[]): void {
    for (const note of notes) {
      const key = note.kind === "other-version" ? note.kind : `${note.kind}-${note.key}`;
      this.#board.put(key, (context) => noteText(context, note));
    }
  }
}

function noteText(context: Context, note: Note): string {
  switch (note.kind) {
    case "other-version":
      return context.text("web.address.other_version", { version: note.version });
    case "unknown-key":
      return context.text("web.address.unknown_key", { key: note.key });
    case "bad-value":
      return context.text("web.address.bad_value", { key: note.key, value: note.value });
  }
}
