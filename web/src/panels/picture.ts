/** The picture: the globe where WebGL is there, else the map, fed from the state. */

import type { Arguing } from "../core/arguing.ts";
import { Drawing, type Beside } from "../core/layers.ts";
import type { Drawn } from "../core/drawables.ts";
import type { Shade } from "../core/palette.ts";
import type { Created, Renderer, RendererOptions } from "../core/renderer.ts";
import type { LivePicture } from "../core/livePicture.ts";
import type { Predicted } from "../core/drawnLive.ts";
import type { ShownNotice } from "../core/notices.ts";
import type { Camera, State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { World } from "../core/topo.ts";
import type { View } from "../core/view.ts";
import { free } from "../pane/sheet.ts";
import { chosen } from "./explained.ts";
import { element } from "./dom.ts";

export type Create = (host: HTMLElement, options: RendererOptions) => Created;

/** Both ways to draw; a page may be built without one of them. */
export interface Renderers {
  readonly webgl: Create;
  readonly canvas: Create;
}

/** What is live, if anything is. */
export interface LiveInput {
  readonly picture: LivePicture | null;
  readonly version: number;
  readonly predicted: readonly Predicted[];
  readonly notices: readonly ShownNotice[];
  /** Sensors that are known to have failed; the same set as long as it is the same. */
  readonly failed: ReadonlySet<string>;
}

export const NOTHING_LIVE: LiveInput = {
  picture: null,
  version: 0,
  predicted: [],
  notices: [],
  failed: new Set(),
};

export interface PictureOptions {
  readonly view: View | null;
  readonly world: World | null;
  readonly store: Store<State>;
  readonly arguing: Arguing;
  readonly renderers: Renderers;
  readonly live: () => LiveInput;
  /** Told when the other way to draw was taken, and why; null when all is as asked for. */
  readonly onFallBack: (reason: string | null) => void;
}

export class Picture {
  readonly root = element("div", { class: "gs-picture" });
  readonly #options: PictureOptions;
  #drawing: Drawing;
  #renderer: Renderer | null = null;
  #asked: "webgl" | "canvas" | null = null;
  #is_lost = false;
  #sheet: HTMLCanvasElement | null = null;
  /** What the renderer was last told, or told us: while it flies it is ahead of the state. */
  #camera: Camera | null = null;
  /** What the renderer was last told of what is live. */
  #live: readonly unknown[] = [];

  constructor(options: PictureOptions) {
    this.#options = options;
    this.#drawing = new Drawing(options.view, options.world);
  }

  /** Another document in the place of the one before. */
  set view(view: View | null) {
    this.#drawing = new Drawing(view, this.#options.world);
  }

  /** Shows a state; `description` is what those are told who do not see it. */
  update(state: State, shade: Shade, description: string): void {
    this.#choose(state, shade, description);
    const renderer = this.#renderer;
    if (renderer === null) return;
    if (renderer.shade !== shade) renderer.shade = shade;
    if (renderer.description !== description) renderer.description = description;
    if (renderer.projection !== state.projection) renderer.projection = state.projection;
    if (state.camera !== this.#camera) renderer.camera = state.camera;
    this.#camera = state.camera;
    if (renderer.selected !== state.selected) renderer.selected = state.selected;
    renderer.show(this.drawn());
    this.#showLive(state, renderer);
  }

  /** Tracks have moved, or more than that has changed; the state has not. */
  moved(what: "moved" | "changed"): void {
    const { state } = this.#options.store;
    if (this.#renderer === null || state.subject !== "live") return;
    if (what === "changed") this.#renderer.show(this.drawn());
    this.#showLive(state, this.#renderer);
    this.#renderer.moved();
  }

  beside(): Beside {
    const { store, arguing, live } = this.#options;
    const { picture, version, predicted, notices, failed } = live();
    const verdicts = arguing.verdicts(store.state);
    return { verdicts, live: picture, live_version: version, predicted, notices, failed };
  }

  drawn(): Drawn {
    return this.#drawing.drawn(this.#options.store.state, this.beside());
  }

  /** The picture as it stands, as PNG. */
  snapshot(): Promise<Blob> {
    if (this.#renderer === null) return Promise.reject(new Error("nothing is drawn"));
    return this.#renderer.snapshot();
  }

  /** While it is printed a sheet lies in its place: what the GPU drew is not on paper. */
  printed(is_printing: boolean): void {
    if (this.#sheet !== null) free(this.#sheet);
    this.#sheet = is_printing ? (this.#renderer?.sheet() ?? null) : null;
    if (this.#sheet === null) return;
    this.#sheet.className = "gs-sheet";
    this.root.append(this.#sheet);
  }

  focus(): void {
    this.root.querySelector<HTMLElement>("[tabindex]")?.focus();
  }

  resize(): void {
    this.#renderer?.resize();
  }

  dispose(): void {
    this.#renderer?.dispose();
    this.#renderer = null;
    this.root.remove();
  }

  #showLive(state: State, renderer: Renderer): void {
    const { picture } = this.#options.live();
    const is_shown = state.subject === "live" && !state.hidden.includes("tracks");
    const live = is_shown ? picture : null;
    const inputs = [live, state.filters, state.hidden];
    if (inputs.every((each, k) => Object.is(each, this.#live[k]))) return;
    this.#live = inputs;
    renderer.showTracks(live, !state.hidden.includes("trails"));
  }

  /** Flat maps are the canvas's; the globe is WebGL's where it is there and not declined. */
  #choose(state: State, shade: Shade, description: string): void {
    const is_flat = state.projection !== "globe" || state.renderer === "canvas";
    const asked = is_flat || (this.#is_lost && state.renderer !== "webgl") ? "canvas" : "webgl";
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#renderer?.dispose();
    [this.#renderer, this.#live] = [null, []];
    const { renderers, onFallBack } = this.#options;
    const options = this.#rendererOptions(state, shade, description);
    const first = renderers[asked](this.root, options);
    const second = first.renderer === null && asked === "webgl";
    const made = second ? renderers.canvas(this.root, options) : first;
    this.#renderer = made.renderer;
    onFallBack(second ? first.reason : made.reason);
  }

  #rendererOptions(state: State, shade: Shade, description: string): RendererOptions {
    const { store } = this.#options;
    return {
      shade,
      description,
      camera: state.camera,
      projection: state.projection,
      onCamera: (camera) => store.set({ camera }),
      onSelect: (target) => store.set(target === null ? { selected: null } : chosen(target)),
      onLost: () => this.#lost(),
    };
  }

  /** The graphics went away: the map takes over. */
  #lost(): void {
    this.#is_lost = true;
    this.#asked = null;
    const { store, onFallBack } = this.#options;
    onFallBack("lost");
    store.set({ renderer: "auto", camera: { ...store.state.camera } });
  }
}
