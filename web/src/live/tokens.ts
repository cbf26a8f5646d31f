/** Tokens that a person has typed: kept by the page, and for the tab only where that was asked. */

/** What is kept for the tab: `sessionStorage`, or nothing where a browser forbids it. */
export interface Kept {
  read(): string | null;
  write(text: string | null): void;
}

const KEY = "glasshield-tokens";
/** What a subprotocol of a WebSocket may hold (RFC 9110, 5.6.2) of what tokens are made of. */
const SHAPE = /^[A-Za-z0-9._~-]{8,512}$/;
const MOST = 16;

/** A token without what comes along when it is copied; null for what can be none. */
export function tokenOf(typed: string): string | null {
  const token = typed.trim().replace(/^Bearer\s+/i, "");
  return SHAPE.test(token) ? token : null;
}

export class Tokens {
  readonly #kept: Kept;
  readonly #by_viewer = new Map<string, string>();
  readonly #for_tab = new Set<string>();

  constructor(kept: Kept) {
    this.#kept = kept;
    for (const [viewer, token] of readKept(kept.read())) {
      this.#by_viewer.set(viewer, token);
      this.#for_tab.add(viewer);
    }
  }

  get viewers(): readonly string[] {
    return [...this.#by_viewer.keys()];
  }

  of(viewer: string): string | null {
    return this.#by_viewer.get(viewer) ?? null;
  }

  put(viewer: string, token: string, is_for_tab: boolean): void {
    this.#by_viewer.set(viewer, token);
    if (is_for_tab) this.#for_tab.add(viewer);
    else this.#for_tab.delete(viewer);
    this.#write();
  }

  forget(viewer: string): void {
    this.#by_viewer.delete(viewer);
    this.#for_tab.delete(viewer);
    this.#write();
  }

  #write(): void {
    const pairs = [...this.#by_viewer].filter(([viewer]) => this.#for_tab.has(viewer));
    this.#kept.write(pairs.length === 0 ? null : JSON.stringify(pairs));
  }
}

/** What the tab kept; what is no list of viewers and tokens is none. */
function readKept(text: string | null): (readonly [viewer: string, token: string])[] {
  let found: unknown = null;
  try {
    found = JSON.parse(text ?? "null");
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  return found.slice(0, MOST).flatMap((each: unknown) => {
    if (!Array.isArray(each)) return [];
    const [viewer, token] = each as unknown[];
    const is_pair = typeof viewer === "string" && typeof token === "string";
    return is_pair && tokenOf(token) === token ? [[viewer, token] as const] : [];
  });
}

/** What the tab keeps until it is closed. */
export function tabStorage(): Kept {
  return {
    read: () => quietly(() => sessionStorage.getItem(KEY)),
    write: (text) => {
      quietly(() => {
        if (text === null) sessionStorage.removeItem(KEY);
        else sessionStorage.setItem(KEY, text);
        return null;
      });
    },
  };
}

/** A browser may forbid storage: then nothing is kept. */
function quietly<T>(call: () => T): T | null {
  try {
    return call();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
