/** The map on a plain canvas: all that the globe shows, where there is no WebGL, or by choice. */

import { type Drawn } from "../core/drawables.ts";
import { degrees, type Place, type Vec3 } from "../core/earth.ts";
import { bounded, isSameCamera, zoomed } from "../core/eye.ts";
import { trackId, type LivePicture } from "../core/livePicture.ts";
import type { Shade } from "../core/palette.ts";
import type { Created, Renderer, RendererOptions } from "../core/renderer.ts";
import type { Camera, LayerName, Projection, Selection } from "../core/state.ts";
import { Controls, type Controlled } from "../pane/controls.ts";
import { Flying, wantsLessMotion } from "../pane/flying.ts";
import { drawRing, Overlay } from "../pane/overlay.ts";
import { pick } from "../pane/picking.ts";
import type { Pixel } from "../pane/sight.ts";
import type { Chart } from "./chart.ts";
import { chartOf } from "./charts.ts";
import { Layers } from "./layers.ts";
import { Painter, type Brush } from "./painter.ts";
import { coursesOf } from "./shapes.ts";
import { fileOf, free, overlaid, Sheet } from "../pane/sheet.ts";
import { TrackPainter } from "./tracks.ts";

const MOST_RATIO = 2.0;
/** With more points of trails than this they wait until the map stands still. */
const MANY_POINTS = 20_000;
const STILL_MS = 180;
/** Layers of the sheet on the ground, and of that above it, from below upward. */
const ON_THE_GROUND: readonly LayerName[] = [
  "borders",
  "graticule",
  "defended",
  "regions",
  "sectors",
];
const OVER_IT: readonly LayerName[] = [
  "reach",
  "fans",
  "observers",
  "notices",
  "impacts",
  "covariances",
  "disputed",
  "flights",
];

/** The map in an element, or why this browser cannot show it. */
export function createMap(host: HTMLElement, options: RendererOptions): Created {
  try {
    return { renderer: new CanvasMap(host, options), reason: null };
  } catch (error) {
    return { renderer: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

class CanvasMap implements Renderer {
  readonly kind = "canvas" as const;
  readonly #host: HTMLElement;
  readonly #options: RendererOptions;
  readonly #painter = new Painter();
  readonly #trackPainter = new TrackPainter();
  readonly #layers = new Layers();
  readonly #ground = new Sheet();
  readonly #over = new Sheet();
  readonly #trails = new Sheet();
  readonly #tracks = new Sheet();
  readonly #overlay = new Overlay();
  readonly #controls: Controls;
  readonly #watcher: ResizeObserver;
  readonly #listening = new AbortController();
  #is_overlay_stale = true;
  #live: LivePicture | null = null;
  #has_trails = true;
  #trail_step = -1;
  #camera: Camera;
  #projection: Projection;
  #shade: Shade;
  #selected: Selection | null = null;
  #chart: Chart | null = null;
  #width_px = 1.0;
  #height_px = 1.0;
  #ratio = 1.0;
  #frame: number | null = null;
  #still: ReturnType<typeof setTimeout> | null = null;
  #flying: Flying | null = null;
  #is_told = true;
  #is_disposed = false;

  constructor(host: HTMLElement, options: RendererOptions) {
    this.#host = host;
    this.#options = options;
    this.#camera = bounded(options.camera);
    this.#projection = options.projection;
    this.#shade = options.shade;
    this.#mount();
    this.#controls = new Controls(this.#overlay.canvas, this.#hand());
    this.#watcher = new ResizeObserver(() => this.resize());
    this.#watcher.observe(host);
    const { signal } = this.#listening;
    for (const { canvas } of this.#sheets()) {
      canvas.addEventListener("contextrestored", () => this.#repaint(), { signal });
    }
    this.resize();
  }

  get camera(): Camera {
    return this.#camera;
  }

  set camera(camera: Camera) {
    if (isSameCamera(camera, this.#camera)) return;
    this.#flying = null;
    this.#look(bounded(camera));
  }

  get projection(): Projection {
    return this.#projection;
  }

  set projection(projection: Projection) {
    if (projection === this.#projection) return;
    this.#projection = projection;
    this.#repaint();
  }

  get shade(): Shade {
    return this.#shade;
  }

  set shade(shade: Shade) {
    if (shade === this.#shade) return;
    this.#shade = shade;
    this.#repaint();
  }

  get selected(): Selection | null {
    return this.#selected;
  }

  set selected(selection: Selection | null) {
    this.#selected = selection;
    this.#tracks.is_stale = true;
    this.invalidate();
  }

  get description(): string {
    return this.#overlay.canvas.getAttribute("aria-label") ?? "";
  }

  set description(text: string) {
    this.#overlay.canvas.setAttribute("aria-label", text);
  }

  show(drawn: Drawn): void {
    const { solid, has_marks } = this.#layers.take(drawn);
    if (ON_THE_GROUND.some((name) => solid.has(name))) this.#ground.is_stale = true;
    if (OVER_IT.some((name) => solid.has(name))) this.#over.is_stale = true;
    if (has_marks) this.#is_overlay_stale = true;
    if (solid.size > 0 || has_marks) this.invalidate();
  }

  showTracks(live: LivePicture | null, has_trails = true): void {
    [this.#live, this.#has_trails] = [live, has_trails];
    [this.#tracks.is_stale, this.#trails.is_stale] = [true, true];
    this.invalidate();
  }

  moved(): void {
    this.#tracks.is_stale = true;
    if (this.#live?.trail_step !== this.#trail_step) this.#trails.is_stale = true;
    this.invalidate();
  }

  flyTo(camera: Camera): void {
    const to = bounded(camera);
    this.#is_told = false;
    if (wantsLessMotion()) this.#look(to);
    else this.#flying = new Flying(this.#camera, to, performance.now());
    this.invalidate();
  }

  pick(x_px: number, y_px: number): Selection | null {
    const { drawn } = this.#layers;
    if (drawn === null) return null;
    const sight = this.#chartNow();
    const { placed } = this.#overlay;
    const scenery = { sight, drawn, placed, live: this.#live, coursesOf, torn_px: sight.torn_px };
    return pick(scenery, [x_px, y_px]);
  }

  placeAt(x_px: number, y_px: number): Place | null {
    return this.#chartNow().place(x_px, y_px);
  }

  pixelOf({ lon_rad, lat_rad }: Place, height_m: number): Pixel | null {
    return this.#chartNow().visibleAt(degrees(lon_rad), degrees(lat_rad), height_m);
  }

  resize(): void {
    const { clientWidth, clientHeight } = this.#host;
    this.#width_px = Math.max(1, clientWidth);
    this.#height_px = Math.max(1, clientHeight);
    this.#ratio = ratioNow();
    for (const each of [...this.#sheets(), this.#overlay]) {
      each.resize(this.#width_px, this.#height_px, this.#ratio);
    }
    this.#repaint();
  }

  invalidate(): void {
    if (this.#frame !== null || this.#is_disposed) return;
    this.#frame = requestAnimationFrame((now_ms) => {
      this.#frame = null;
      this.#draw(now_ms);
    });
  }

  sheet(): HTMLCanvasElement {
    this.#draw(performance.now());
    return overlaid([...this.#sheets().map(({ canvas }) => canvas), this.#overlay.canvas]);
  }

  snapshot(): Promise<Blob> {
    return fileOf(this.sheet());
  }

  dispose(): void {
    if (this.#is_disposed) return;
    this.#is_disposed = true;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    if (this.#still !== null) clearTimeout(this.#still);
    this.#watcher.disconnect();
    this.#listening.abort();
    this.#controls.dispose();
    this.#trackPainter.dispose();
    for (const each of this.#sheets()) each.dispose();
    free(this.#overlay.canvas);
    this.#live = null;
  }

  #draw(now_ms: number): void {
    // The page may have come to a screen of another density.
    if (this.#ratio !== ratioNow()) this.resize();
    this.#fly(now_ms);
    const chart = this.#chartNow();
    if (this.#ground.is_stale) this.#paintGround(this.#brush(this.#ground, chart));
    if (this.#over.is_stale) this.#paintOver(this.#brush(this.#over, chart));
    if (this.#trails.is_stale) this.#paintTrails(this.#brush(this.#trails, chart));
    if (this.#tracks.is_stale) this.#paintTracks(this.#brush(this.#tracks, chart));
    if (this.#is_overlay_stale) this.#overlay.draw(this.#layers.marks, chart, this.#shade, null);
    this.#is_overlay_stale = false;
    if (!this.#is_told) {
      this.#is_told = this.#flying === null;
      this.#options.onCamera(this.#camera);
    }
  }

  #paintGround(brush: Brush): void {
    this.#ground.is_stale = false;
    const borders = this.#layers.solid("borders");
    this.#painter.ground(brush);
    this.#painter.areas(borders, brush);
    this.#painter.paint(this.#layers.solid("graticule"), brush);
    this.#painter.paint(this.#layers.solid("defended"), brush);
    this.#painter.lines(borders, brush);
  }

  #paintOver(brush: Brush): void {
    this.#over.is_stale = false;
    this.#over.clear();
    for (const name of OVER_IT) this.#painter.paint(this.#layers.solid(name), brush);
  }

  #paintTrails(brush: Brush): void {
    this.#trails.is_stale = false;
    this.#trails.clear();
    const live = this.#has_trails ? this.#live : null;
    this.#trail_step = this.#live?.trail_step ?? -1;
    if (live === null) return;
    if (this.#still === null) this.#trackPainter.trails(live, brush);
  }

  #paintTracks(brush: Brush): void {
    this.#tracks.is_stale = false;
    this.#tracks.clear();
    if (this.#live === null) return;
    this.#trackPainter.points(this.#live, brush);
    const ring = this.#ringed(brush.chart);
    if (ring !== null) drawRing(brush.sheet.context, ring, this.#shade);
  }

  #brush(sheet: Sheet, chart: Chart): Brush {
    return { sheet, chart, shade: this.#shade, ratio: this.#ratio };
  }

  #fly(now_ms: number): void {
    if (this.#flying === null) return;
    const { camera, is_there } = this.#flying.at(now_ms);
    this.#look(camera);
    if (is_there) this.#flying = null;
    else this.invalidate();
  }

  #look(camera: Camera): void {
    this.#camera = camera;
    const { count = 0, trail_length } = this.#live ?? {};
    if (this.#has_trails && count * (trail_length?.[0] ?? 0) > MANY_POINTS) this.#awaitStillness();
    this.#repaint();
  }

  /** Many trails are left out while the map moves. */
  #awaitStillness(): void {
    if (this.#still !== null) clearTimeout(this.#still);
    this.#still = setTimeout(() => {
      this.#still = null;
      this.#trails.is_stale = true;
      this.invalidate();
    }, STILL_MS);
  }

  #repaint(): void {
    this.#chart = null;
    for (const each of this.#sheets()) each.is_stale = true;
    this.#is_overlay_stale = true;
    this.invalidate();
  }

  #chartNow(): Chart {
    const size = { width_px: this.#width_px, height_px: this.#height_px };
    this.#chart ??= chartOf(this.#projection, this.#camera, size);
    return this.#chart;
  }

  /** Where the selected track is. */
  #ringed(chart: Chart): Pixel | null {
    const live = this.#live;
    if (live === null || this.#selected?.kind !== "track") return null;
    for (let row = 0; row < live.rows; row++) {
      if (live.is_alive[row] === 0) continue;
      if (trackId(live.picture[row]!, live.number[row]!) !== this.#selected.id) continue;
      const at = live.position_ecef_m.subarray(3 * row, 3 * row + 3) as unknown as Vec3;
      return chart.visible(at);
    }
    return null;
  }

  /** From below upward. */
  #sheets(): readonly Sheet[] {
    return [this.#ground, this.#over, this.#trails, this.#tracks];
  }

  #mount(): void {
    const { canvas: top } = this.#overlay;
    if (getComputedStyle(this.#host).position === "static") this.#host.style.position = "relative";
    for (const each of [...this.#sheets(), this.#overlay]) {
      const { canvas } = each;
      Object.assign(canvas.style, {
        position: "absolute",
        inset: "0",
        width: "100%",
        height: "100%",
      });
      if (canvas !== top) canvas.setAttribute("aria-hidden", "true");
      this.#host.append(canvas);
    }
    top.setAttribute("role", "img");
    top.setAttribute("aria-label", this.#options.description);
    top.tabIndex = 0;
  }

  #hand(): Controlled {
    const map = this;
    const chart = (camera: Camera): Chart =>
      chartOf(map.#projection, camera, { width_px: map.#width_px, height_px: map.#height_px });
    return {
      get camera(): Camera {
        return map.#flying?.to ?? map.#camera;
      },
      dragged: (camera, right_px, down_px) => chart(camera).dragged(right_px, down_px),
      turned: (camera, heading_rad) => chart(camera).turned(heading_rad),
      zoomed(camera, factor, x_px, y_px) {
        const nearer = zoomed(camera, factor);
        // The ground under the hand would move away from the middle, or toward it.
        const left = 1.0 - camera.range_m / nearer.range_m;
        const [right_px, down_px] = [x_px - 0.5 * map.#width_px, y_px - 0.5 * map.#height_px];
        return chart(nearer).dragged(right_px * left, down_px * left);
      },
      moved(camera) {
        map.#flying = null;
        map.#is_told = false;
        map.#look(camera);
      },
      clicked: (x_px, y_px) => map.#options.onSelect(map.pick(x_px, y_px)),
      home: () => map.flyTo(map.#options.camera),
    };
  }
}

function ratioNow(): number {
  return Math.min(devicePixelRatio, MOST_RATIO);
}
