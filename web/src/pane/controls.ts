/** A person's hand on the picture: dragging, wheel, two fingers, keys. */

import { zoomed } from "../core/eye.ts";
import type { Camera } from "../core/state.ts";

export interface Controlled {
  readonly camera: Camera;
  /** The camera after the ground was taken so many pixels right and down. */
  dragged(camera: Camera, right_px: number, down_px: number): Camera;
  /** The camera nearer or farther, with the ground under a point of the element where it is. */
  zoomed(camera: Camera, factor: number, x_px: number, y_px: number): Camera;
  /** The camera turned and tilted, as far as this picture can be. */
  turned(camera: Camera, heading_rad: number, tilt_rad: number): Camera;
  /** A person moved it: what flies by itself stops. */
  moved(camera: Camera): void;
  clicked(x_px: number, y_px: number): void;
  /** Back to how it was in the beginning. */
  home(): void;
}

const CLICK_PX = 4.0;
const WHEEL = 0.0011;
const LINE_PX = 18.0;
const KEY_PX = 60.0;
const KEY_ZOOM = 1.25;
const KEY_TURN_RAD = Math.PI / 24.0;
const TURN_A_PIXEL_RAD = 0.005;

interface Finger {
  readonly x_px: number;
  readonly y_px: number;
}

export class Controls {
  readonly #element: HTMLElement;
  readonly #controlled: Controlled;
  readonly #listening = new AbortController();
  readonly #fingers = new Map<number, Finger>();
  #travelled_px = 0.0;

  constructor(element: HTMLElement, controlled: Controlled) {
    this.#element = element;
    this.#controlled = controlled;
    const { signal } = this.#listening;
    element.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    element.addEventListener("pointermove", (event) => this.#move(event), { signal });
    element.addEventListener("pointerup", (event) => this.#up(event, true), { signal });
    element.addEventListener("pointercancel", (event) => this.#up(event, false), { signal });
    element.addEventListener("wheel", (event) => this.#wheel(event), { signal, passive: false });
    element.addEventListener("keydown", (event) => this.#key(event), { signal });
    element.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
    element.style.touchAction = "none";
  }

  dispose(): void {
    this.#listening.abort();
    this.#fingers.clear();
  }

  #down(event: PointerEvent): void {
    if (this.#fingers.size === 0) this.#travelled_px = 0.0;
    this.#fingers.set(event.pointerId, fingerOf(event));
    this.#element.setPointerCapture(event.pointerId);
    this.#element.focus({ preventScroll: true });
  }

  #move(event: PointerEvent): void {
    const before = this.#fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = fingerOf(event);
    const [right_px, down_px] = [now.x_px - before.x_px, now.y_px - before.y_px];
    this.#travelled_px += Math.hypot(right_px, down_px);
    if (this.#fingers.size > 1) this.#pinch(event.pointerId, before, now);
    else if (event.shiftKey || (event.buttons & 2) !== 0) this.#turn(right_px, down_px);
    else this.#drag(right_px, down_px);
    this.#fingers.set(event.pointerId, now);
  }

  #up(event: PointerEvent, is_click: boolean): void {
    const finger = this.#fingers.get(event.pointerId);
    this.#fingers.delete(event.pointerId);
    if (finger === undefined || !is_click || this.#travelled_px > CLICK_PX) return;
    if (this.#fingers.size === 0 && event.button === 0) {
      const box = this.#element.getBoundingClientRect();
      this.#controlled.clicked(event.clientX - box.left, event.clientY - box.top);
    }
  }

  #drag(right_px: number, down_px: number): void {
    const { camera } = this.#controlled;
    this.#controlled.moved(this.#controlled.dragged(camera, right_px, down_px));
  }

  #turn(right_px: number, down_px: number): void {
    const [heading_rad, tilt_rad] = [right_px * TURN_A_PIXEL_RAD, -down_px * TURN_A_PIXEL_RAD];
    const { camera } = this.#controlled;
    this.#controlled.moved(this.#controlled.turned(camera, heading_rad, tilt_rad));
  }

  /** Two fingers: what lies between them grows with their distance. */
  #pinch(moving: number, before: Finger, now: Finger): void {
    const [, other] = [...this.#fingers].find(([id]) => id !== moving) ?? [];
    if (other === undefined) return;
    const apart = (each: Finger): number =>
      Math.max(Math.hypot(each.x_px - other.x_px, each.y_px - other.y_px), 1.0);
    const middle = { x_px: 0.5 * (now.x_px + other.x_px), y_px: 0.5 * (now.y_px + other.y_px) };
    this.#zoom(apart(before) / apart(now), middle);
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1.0 : LINE_PX;
    const at = { x_px: event.clientX, y_px: event.clientY };
    this.#zoom(Math.exp(event.deltaY * lines * WHEEL), at);
  }

  #zoom(factor: number, { x_px, y_px }: Finger): void {
    const box = this.#element.getBoundingClientRect();
    const [x, y] = [x_px - box.left, y_px - box.top];
    this.#controlled.moved(this.#controlled.zoomed(this.#controlled.camera, factor, x, y));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Home") {
      event.preventDefault();
      this.#controlled.home();
      return;
    }
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    this.#controlled.moved(move(this.#controlled, event.shiftKey));
  }
}

type Move = (controlled: Controlled, shift: boolean) => Camera;

/** An arrow takes the middle of the picture its way; with shift it turns and tilts. */
function arrow(right: number, down: number): Move {
  return (controlled, shift) =>
    shift
      ? controlled.turned(controlled.camera, right * KEY_TURN_RAD, -down * KEY_TURN_RAD)
      : controlled.dragged(controlled.camera, -right * KEY_PX, -down * KEY_PX);
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: arrow(-1, 0),
  ArrowRight: arrow(1, 0),
  ArrowUp: arrow(0, -1),
  ArrowDown: arrow(0, 1),
  "+": ({ camera }) => zoomed(camera, 1.0 / KEY_ZOOM),
  "=": ({ camera }) => zoomed(camera, 1.0 / KEY_ZOOM),
  "-": ({ camera }) => zoomed(camera, KEY_ZOOM),
  PageUp: (controlled) => controlled.turned(controlled.camera, 0.0, KEY_TURN_RAD),
  PageDown: (controlled) => controlled.turned(controlled.camera, 0.0, -KEY_TURN_RAD),
};

function fingerOf(event: PointerEvent): Finger {
  return { x_px: event.clientX, y_px: event.clientY };
}
