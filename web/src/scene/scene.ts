/** The globe in WebGL: it owns all that the GPU holds, and gives it back. */

import {
  Color,
  Mesh,
  PerspectiveCamera,
  Scene as Space,
  SRGBColorSpace,
  WebGLRenderer,
  type Object3D,
} from "three";
import type { Course, Drawable, Drawn } from "../core/drawables.ts";
import { degrees, type Place, type Vec3 } from "../core/earth.ts";
import {
  bounded,
  dragged,
  FIELD_RAD,
  isSameCamera,
  metresAPixel,
  turned,
  zoomed,
} from "../core/eye.ts";
import { trackId, type LivePicture } from "../core/livePicture.ts";
import { look } from "../core/looks.ts";
import { colour, rgb, type Shade } from "../core/palette.ts";
import type { Created, Renderer, RendererOptions } from "../core/renderer.ts";
import {
  LAYERS,
  type Camera,
  type LayerName,
  type Projection,
  type Selection,
} from "../core/state.ts";
import { Controls, type Controlled } from "../pane/controls.ts";
import { Flying, wantsLessMotion } from "../pane/flying.ts";
import { Overlay } from "../pane/overlay.ts";
import { pick } from "../pane/picking.ts";
import { fileOf, free, overlaid } from "../pane/sheet.ts";
import type { Pixel } from "../pane/sight.ts";
import { Backdrop } from "./backdrop.ts";
import { shadow, sphere, waterTone, type Shared } from "./ground.ts";
import { SceneLayer } from "./layer.ts";
import { Lens } from "./lens.ts";
import { lineMaterial, type LineUniforms } from "./lines.ts";
import { Tracks } from "./tracks.ts";
import { SCALE, UNIT_M } from "./units.ts";

const MOST_RATIO = 2.0;
const NO_LAYERS = Object.fromEntries(LAYERS.map((name) => [name, []])) as unknown as Drawn;

/** The globe in an element, or why this browser cannot show it. */
export function createScene(host: HTMLElement, options: RendererOptions): Created {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2", {
    // Its alpha stays one; what has none cannot be kept as a picture.
    alpha: true,
    antialias: true,
    depth: true,
    stencil: false,
    powerPreference: "low-power",
    preserveDrawingBuffer: false,
  });
  if (context === null) return { renderer: null, reason: "no-webgl2" };
  try {
    return { renderer: new Scene(host, canvas, context, options), reason: null };
  } catch (error) {
    context.getExtension("WEBGL_lose_context")?.loseContext();
    return { renderer: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The lines by which a thing is seen in space. */
function coursesOf(drawable: Drawable): readonly Course[] {
  if (drawable.shape === "line") return drawable.courses;
  return drawable.shape === "surface" ? drawable.edges : [];
}

class Scene implements Renderer {
  readonly kind = "webgl" as const;
  readonly #host: HTMLElement;
  readonly #options: RendererOptions;
  readonly #gpu: WebGLRenderer;
  readonly #space = new Space();
  /** What moves, before a picture of what does not. */
  readonly #moving = new Space();
  readonly #backdrop = new Backdrop();
  readonly #lens3 = new PerspectiveCamera(degrees(FIELD_RAD));
  readonly #overlay = new Overlay();
  readonly #controls: Controls;
  readonly #shared: Shared = { u_ratio: { value: 1.0 } };
  readonly #line: LineUniforms;
  readonly #layers: ReadonlyMap<LayerName, SceneLayer>;
  readonly #lineMaterial;
  readonly #watcher: ResizeObserver;
  readonly #listening = new AbortController();
  #globe: Object3D[] = [];
  #behind: Object3D | null = null;
  #tracks: Tracks | null = null;
  #live: LivePicture | null = null;
  #drawn: Drawn = NO_LAYERS;
  #camera: Camera;
  #projection: Projection;
  #shade: Shade;
  #selected: Selection | null = null;
  #width_px = 1.0;
  #height_px = 1.0;
  #frame: number | null = null;
  #flying: Flying | null = null;
  #is_told = true;
  /** Whether something else than tracks has changed since it was drawn. */
  #is_stale = true;
  #is_disposed = false;

  constructor(
    host: HTMLElement,
    canvas: HTMLCanvasElement,
    context: WebGL2RenderingContext,
    options: RendererOptions,
  ) {
    this.#host = host;
    this.#options = options;
    this.#camera = bounded(options.camera);
    this.#projection = options.projection;
    this.#shade = options.shade;
    this.#gpu = new WebGLRenderer({ canvas, context });
    this.#gpu.sortObjects = true;
    this.#line = {
      u_size: { value: [1.0, 1.0] },
      u_ratio: this.#shared.u_ratio,
      u_pixels_a_unit: { value: 1.0 },
      u_near: { value: 0.01 },
    };
    this.#lineMaterial = lineMaterial(this.#line);
    this.#layers = new Map(
      LAYERS.map((name) => [name, new SceneLayer(name, this.#lineMaterial, this.#shared)]),
    );
    for (const { group } of this.#layers.values()) this.#space.add(group);
    this.#moving.add(this.#backdrop.mesh);
    this.#makeGlobe();
    this.#mountCanvases(canvas);
    this.#controls = new Controls(canvas, this.#hand());
    this.#watcher = new ResizeObserver(() => this.resize());
    this.#watcher.observe(host);
    const { signal } = this.#listening;
    canvas.addEventListener("webglcontextlost", (event) => this.#lost(event), { signal });
    this.resize();
  }

  get camera(): Camera {
    return this.#camera;
  }

  set camera(camera: Camera) {
    if (isSameCamera(camera, this.#camera)) return;
    this.#flying = null;
    this.#camera = bounded(camera);
    this.invalidate();
  }

  get projection(): Projection {
    return this.#projection;
  }

  /** The globe is a globe; that of the pole is seen from above it. */
  set projection(projection: Projection) {
    this.#projection = projection;
  }

  get shade(): Shade {
    return this.#shade;
  }

  set shade(shade: Shade) {
    if (shade === this.#shade) return;
    this.#shade = shade;
    this.#makeGlobe();
    for (const layer of this.#layers.values()) layer.recolour(shade);
    this.#tracks?.recolour(shade, this.#shared);
    this.invalidate();
  }

  get selected(): Selection | null {
    return this.#selected;
  }

  set selected(selection: Selection | null) {
    this.#selected = selection;
    this.#request();
  }

  get description(): string {
    return this.#gpu.domElement.getAttribute("aria-label") ?? "";
  }

  set description(text: string) {
    this.#gpu.domElement.setAttribute("aria-label", text);
  }

  show(drawn: Drawn): void {
    this.#drawn = drawn;
    let has_changed = false;
    for (const [name, layer] of this.#layers) {
      has_changed = layer.show(drawn[name], this.#shade) || has_changed;
    }
    if (has_changed) this.invalidate();
  }

  showTracks(live: LivePicture | null, has_trails = true): void {
    this.#live = live;
    this.#dropTracks();
    if (live !== null) {
      this.#tracks = new Tracks(live.capacity, this.#shade, this.#shared);
      this.#moving.add(this.#tracks.points, this.#tracks.trails);
      this.#tracks.trails.visible = has_trails;
      this.#tracks.update(live);
    }
    this.invalidate();
  }

  moved(): void {
    if (this.#live !== null) this.#tracks?.update(this.#live);
    this.#request();
  }

  flyTo(camera: Camera): void {
    const to = bounded(camera);
    if (wantsLessMotion()) this.#camera = to;
    else this.#flying = new Flying(this.#camera, to, performance.now());
    this.#is_told = false;
    this.invalidate();
  }

  pick(x_px: number, y_px: number): Selection | null {
    const scenery = {
      sight: this.#lens(),
      drawn: this.#drawn,
      placed: this.#overlay.placed,
      live: this.#live,
      coursesOf,
      torn_px: Number.POSITIVE_INFINITY,
    };
    return pick(scenery, [x_px, y_px]);
  }

  placeAt(x_px: number, y_px: number): Place | null {
    return this.#lens().place(x_px, y_px);
  }

  pixelOf(place: Place, height_m: number): Pixel | null {
    return this.#lens().visibleAt(degrees(place.lon_rad), degrees(place.lat_rad), height_m);
  }

  resize(): void {
    const { clientWidth, clientHeight } = this.#host;
    this.#width_px = Math.max(1, clientWidth);
    this.#height_px = Math.max(1, clientHeight);
    const ratio = Math.min(devicePixelRatio, MOST_RATIO);
    this.#shared.u_ratio.value = ratio;
    this.#gpu.setPixelRatio(ratio);
    this.#gpu.setSize(this.#width_px, this.#height_px, false);
    this.#overlay.resize(this.#width_px, this.#height_px, ratio);
    this.#line.u_size.value = [this.#width_px * ratio, this.#height_px * ratio];
    this.#lens3.aspect = this.#width_px / this.#height_px;
    this.invalidate();
  }

  invalidate(): void {
    this.#is_stale = true;
    this.#request();
  }

  #request(): void {
    if (this.#frame !== null || this.#is_disposed) return;
    this.#frame = requestAnimationFrame((now_ms) => {
      this.#frame = null;
      this.#draw(now_ms);
    });
  }

  sheet(): HTMLCanvasElement {
    this.#draw(performance.now());
    return overlaid([this.#gpu.domElement, this.#overlay.canvas]);
  }

  snapshot(): Promise<Blob> {
    return fileOf(this.sheet());
  }

  dispose(): void {
    if (this.#is_disposed) return;
    this.#is_disposed = true;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#watcher.disconnect();
    this.#listening.abort();
    this.#controls.dispose();
    this.#dropTracks();
    for (const layer of this.#layers.values()) layer.dispose();
    this.#dropGlobe();
    this.#lineMaterial.dispose();
    this.#backdrop.dispose();
    this.#gpu.dispose();
    this.#gpu.forceContextLoss();
    this.#gpu.domElement.remove();
    free(this.#overlay.canvas);
  }

  #draw(now_ms: number): void {
    this.#fly(now_ms);
    const lens = this.#lens();
    this.#aim(lens);
    this.#render();
    const marks = [...this.#layers.values()].flatMap((layer) => layer.marks);
    this.#overlay.draw(marks, lens, this.#shade, this.#ringed(lens));
    if (!this.#is_told) {
      this.#is_told = this.#flying === null;
      this.#options.onCamera(this.#camera);
    }
  }

  #render(): void {
    const tracks = this.#tracks;
    const is_new = this.#is_stale || tracks === null;
    this.#is_stale = false;
    if (is_new) this.#gpu.render(this.#space, this.#lens3);
    if (tracks === null) return;
    const { width, height } = this.#gpu.domElement;
    if (is_new) this.#backdrop.take(this.#gpu, width, height);
    this.#gpu.render(this.#moving, this.#lens3);
  }

  #fly(now_ms: number): void {
    if (this.#flying === null) return;
    const { camera, is_there } = this.#flying.at(now_ms);
    this.#camera = camera;
    if (is_there) this.#flying = null;
    else this.invalidate();
  }

  /** The camera of three.js takes the place of the eye, and sees as far as the Earth goes. */
  #aim(lens: Lens): void {
    const { position_ecef_m, middle_ecef_m, up } = lens.eye;
    const range = this.#camera.range_m * SCALE;
    const eye = position_ecef_m.map((each) => each * SCALE) as unknown as Vec3;
    this.#lens3.near = Math.max(0.01 * range, 0.0005);
    this.#lens3.far = Math.hypot(...eye) + FARTHEST;
    this.#lens3.position.set(...eye);
    this.#lens3.up.set(...up);
    this.#lens3.lookAt(...(middle_ecef_m.map((each) => each * SCALE) as unknown as Vec3));
    this.#lens3.updateProjectionMatrix();
    this.#line.u_near.value = this.#lens3.near;
    this.#line.u_pixels_a_unit.value = UNIT_M / metresAPixel(this.#camera, this.#height_px);
  }

  #lens(): Lens {
    return new Lens(this.#camera, this.#width_px, this.#height_px);
  }

  /** Where the selected track is. */
  #ringed(lens: Lens): Pixel | null {
    const live = this.#live;
    if (live === null || this.#selected?.kind !== "track") return null;
    for (let row = 0; row < live.rows; row++) {
      if (live.is_alive[row] === 0) continue;
      if (trackId(live.picture[row]!, live.number[row]!) !== this.#selected.id) continue;
      const at = live.position_ecef_m;
      return lens.visible([at[3 * row]!, at[3 * row + 1]!, at[3 * row + 2]!]);
    }
    return null;
  }

  #hand(): Controlled {
    const scene = this;
    return {
      get camera(): Camera {
        return scene.#flying?.to ?? scene.#camera;
      },
      dragged: (camera, right_px, down_px) => dragged(camera, right_px, down_px, scene.#height_px),
      zoomed: (camera, factor) => zoomed(camera, factor),
      turned,
      moved(camera: Camera): void {
        scene.#flying = null;
        scene.#camera = camera;
        scene.#is_told = false;
        scene.invalidate();
      },
      clicked(x_px: number, y_px: number): void {
        scene.#options.onSelect(scene.pick(x_px, y_px));
      },
      home(): void {
        scene.flyTo(scene.#options.camera);
      },
    };
  }

  #mountCanvases(canvas: HTMLCanvasElement): void {
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", this.#options.description);
    canvas.tabIndex = 0;
    if (getComputedStyle(this.#host).position === "static") this.#host.style.position = "relative";
    for (const each of [canvas, this.#overlay.canvas]) {
      Object.assign(each.style, {
        position: "absolute",
        inset: "0",
        width: "100%",
        height: "100%",
      });
      this.#host.append(each);
    }
    this.#overlay.canvas.style.pointerEvents = "none";
    this.#overlay.canvas.setAttribute("aria-hidden", "true");
  }

  #makeGlobe(): void {
    this.#dropGlobe();
    this.#behind = shadow(this.#shared);
    this.#moving.add(this.#behind);
    this.#globe = sphere(look(this.#shade, "sea"), this.#shared, waterTone(this.#shade));
    this.#space.add(...this.#globe);
    const [red, green, blue] = rgb(colour(this.#shade, "paper"));
    this.#gpu.setClearColor(new Color().setRGB(red, green, blue, SRGBColorSpace), 1.0);
  }

  #dropGlobe(): void {
    for (const each of [...this.#globe, ...(this.#behind === null ? [] : [this.#behind])]) {
      each.removeFromParent();
      if (!(each instanceof Mesh)) continue;
      each.geometry.dispose();
      each.material.dispose();
    }
    this.#globe = [];
    this.#behind = null;
  }

  #dropTracks(): void {
    if (this.#tracks === null) return;
    this.#moving.remove(this.#tracks.points, this.#tracks.trails);
    this.#tracks.dispose();
    this.#tracks = null;
  }

  #lost(event: Event): void {
    event.preventDefault();
    if (!this.#is_disposed) this.#options.onLost();
  }
}

/** The radius of the Earth and what may fly over it. */
const FARTHEST = 10.0;
