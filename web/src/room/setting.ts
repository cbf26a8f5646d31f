/** The setting of an exercise, asked for once; and of it, what is known to have failed. */

import { viewOf } from "../core/documents.ts";
import type { Desk, ObjectBody } from "../core/room.ts";
import type { View } from "../core/view.ts";
import type { Session } from "../live/session.ts";

const PATH = "/v1/setting";
/** Where it did not come it is asked for again after this long. */
const AGAIN_MS = 5_000;
const NOTHING: ReadonlySet<string> = new Set();

export class Setting {
  readonly #session: Session;
  readonly #views = new Set<(view: View) => void>();
  readonly #listeners = new Set<() => void>();
  readonly #unsubscribe: () => void;
  #view: View | null = null;
  #is_asking = false;
  #next_ms = 0.0;
  #has_failed = false;
  #desk: Desk | null = null;
  #objects: readonly ObjectBody[] = [];
  #failed = NOTHING;

  constructor(session: Session) {
    this.#session = session;
    this.#unsubscribe = session.subscribeRoom(() => this.#heard());
  }

  /** Whether it was asked for and has not come. */
  get is_missing(): boolean {
    return this.#view === null && this.#has_failed;
  }

  /** Sensors that have failed as far as this room was told; the same set while it is the same. */
  get failed(): ReadonlySet<string> {
    return this.#failed;
  }

  /** Told of the document when it has come. */
  onView(listener: (view: View) => void): () => void {
    this.#views.add(listener);
    return () => this.#views.delete(listener);
  }

  /** Told whenever more has changed than the clock. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#unsubscribe();
  }

  #heard(): void {
    const found = this.#session.feed?.room ?? null;
    const desk = found?.desk ?? null;
    if (found?.room != null && this.#view === null) void this.#ask();
    const objects = found?.objects ?? [];
    if (desk === this.#desk && objects === this.#objects) return;
    [this.#desk, this.#objects] = [desk, objects];
    const failures = (desk?.failures ?? []).filter(({ what }) => what === "sensor-fails");
    const names = failures.map(({ name }) => name);
    const is_same = names.length === this.#failed.size && names.every((n) => this.#failed.has(n));
    if (!is_same) this.#failed = new Set(names);
    for (const listener of [...this.#listeners]) listener();
  }

  async #ask(): Promise<void> {
    const { ask } = this.#session;
    if (ask === null || this.#is_asking || performance.now() < this.#next_ms) return;
    this.#is_asking = true;
    try {
      const view = viewOf(await ask(PATH));
      this.#view = view;
      for (const listener of [...this.#views]) listener(view);
    } catch {
      this.#next_ms = performance.now() + AGAIN_MS;
      this.#has_failed = true;
    } finally {
      this.#is_asking = false;
    }
  }
}
