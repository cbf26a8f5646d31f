/** One state, replaced as a whole; who listens is told once for each change. */

export type Listener<S> = (state: S, before: S) => void;
export type Unsubscribe = () => void;

export class Store<S extends object> {
  #state: S;
  #told: S;
  #listeners = new Set<Listener<S>>();
  #telling = false;

  constructor(state: S) {
    this.#state = state;
    this.#told = state;
  }

  get state(): S {
    return this.#state;
  }

  /** Replaces members of the state. What is equal to what it was tells nobody. */
  set(change: Partial<S> | ((state: S) => Partial<S>)): void {
    const members = typeof change === "function" ? change(this.#state) : change;
    const keys = Object.keys(members) as (keyof S)[];
    if (keys.every((key) => Object.is(members[key], this.#state[key]))) return;
    this.#state = { ...this.#state, ...members };
    this.#tell();
  }

  /** Calls the listener after each change until it is unsubscribed. */
  subscribe(listener: Listener<S>): Unsubscribe {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls the listener when what `select` gives is another value than before. */
  watch<T>(select: (state: S) => T, listener: (value: T, before: T) => void): Unsubscribe {
    return this.subscribe((state, before) => {
      const [value, old] = [select(state), select(before)];
      if (!Object.is(value, old)) listener(value, old);
    });
  }

  /** A change made by a listener waits until all were told of the one before. */
  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    const failures: unknown[] = [];
    while (this.#told !== this.#state) {
      const [before, state] = [this.#told, this.#state];
      this.#told = state;
      for (const listener of [...this.#listeners]) attempt(() => listener(state, before), failures);
    }
    this.#telling = false;
    if (failures.length > 0) throw new AggregateError(failures, "a listener of the state failed");
  }
}

/** One panel that fails must not keep the others from hearing of a change. */
function attempt(call: () => void, failures: unknown[]): void {
  try {
    call();
  } catch (failure) {
    failures.push(failure);
  }
}
