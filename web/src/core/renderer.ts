/** What draws: the globe and the canvas map are told the same and answer the same. */

import type { Place } from "./earth.ts";
import type { Drawn } from "./drawables.ts";
import type { LivePicture } from "./livePicture.ts";
import type { Shade } from "./palette.ts";
import type { Camera, Projection, Selection } from "./state.ts";

export interface RendererOptions {
  /** Print is light. */
  readonly shade: Shade;
  readonly camera: Camera;
  readonly projection: Projection;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  /** A person turned or moved the globe; called once for each frame that shows it. */
  readonly onCamera: (camera: Camera) => void;
  /** A person clicked; null where nothing was hit. */
  readonly onSelect: (selection: Selection | null) => void;
  /** The graphics went away (a lost context): the page may take another renderer. */
  readonly onLost: () => void;
}

/** Names go by `LayerName`; everything is drawn on demand, in the next animation frame. */
export interface Renderer {
  readonly kind: "webgl" | "canvas";
  camera: Camera;
  projection: Projection;
  shade: Shade;
  description: string;
  /** A selected track is ringed; all else that is selected stands out by its strength. */
  selected: Selection | null;
  /** Layers whose array is the same as before are left as they are. */
  show(drawn: Drawn): void;
  /**
   * The live picture, with trails unless told otherwise; null shows no tracks. Its arrays are read
   * at each `moved`, and never written. To be called again where filters have changed, so that
   * trails of what is hidden go, too.
   */
  showTracks(picture: LivePicture | null, has_trails?: boolean): void;
  /** The numbers in the live picture have changed. */
  moved(): void;
  /** Goes there within a second, or at once where a person wants less motion. */
  flyTo(camera: Camera): void;
  /** What is nearest to a point of the element, within a finger's width; else null. */
  pick(x_px: number, y_px: number): Selection | null;
  /** The ground under a point of the element; null beside the Earth. */
  placeAt(x_px: number, y_px: number): Place | null;
  /** Where a place is on the element; null where the Earth hides it. */
  pixelOf(place: Place, height_m: number): readonly [x_px: number, y_px: number] | null;
  /** The element has another size. */
  resize(): void;
  /** Draws at the next frame. */
  invalidate(): void;
  /** Draws now, and gives the picture as it stands on a canvas of its own, such as is printed. */
  sheet(): HTMLCanvasElement;
  /** The same, for a file. */
  snapshot(): Promise<Blob>;
  dispose(): void;
}

/** A renderer, or the reason why there is none. */
export type Created =
  | { readonly renderer: Renderer; readonly reason: null }
  | { readonly renderer: null; readonly reason: string };
