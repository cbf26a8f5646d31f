/** Lets time run while a person wants it to; nothing loops otherwise. */

import { timedFlight } from "../core/lanes.ts";
import type { State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { View } from "../core/view.ts";

/** A tab that was away does not jump ahead by more than this. */
const LONGEST_STEP_S = 0.25;

export class Player {
  readonly #view: View;
  readonly #store: Store<State>;
  readonly #unsubscribe: () => void;
  #frame: number | null = null;
  #last_ms: number | null = null;

  constructor(view: View, store: Store<State>) {
    [this.#view, this.#store] = [view, store];
    this.#unsubscribe = store.watch(
      (state) => state.playing,
      () => this.#heed(),
    );
  }

  dispose(): void {
    this.#unsubscribe();
    this.#stop();
  }

  #heed(): void {
    // What is live has a time line of its own.
    const { playing, subject } = this.#store.state;
    if (!playing || subject === "live") this.#stop();
    else if (this.#frame === null) this.#next();
  }

  #next(): void {
    this.#frame = requestAnimationFrame((now_ms) => this.#step(now_ms));
  }

  #stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    [this.#frame, this.#last_ms] = [null, null];
  }

  #step(now_ms: number): void {
    const { state } = this.#store;
    const { playing, rate, time_s, subject } = state;
    this.#frame = null;
    if (!playing || subject === "live") return;
    const elapsed_s = Math.min((now_ms - (this.#last_ms ?? now_ms)) / 1e3, LONGEST_STEP_S);
    this.#last_ms = now_ms;
    const end_s = timedFlight(this.#view, state)?.flight_time_s ?? 0.0;
    const from_s = time_s === null || time_s >= end_s ? 0.0 : time_s;
    const next_s = from_s + elapsed_s * rate;
    if (next_s >= end_s) return this.#store.set({ time_s: end_s, playing: false });
    this.#store.set({ time_s: next_s });
    this.#next();
  }
}
