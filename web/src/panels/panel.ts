/** What every panel is, and what it is built with. */

import type { Arguing } from "../core/arguing.ts";
import type { Shade } from "../core/palette.ts";
import type { Language, State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Text, View } from "../core/view.ts";
import { words, type Values, type WordKey } from "../core/words.ts";
import type { LiveMark } from "./mark.ts";

/** A part of the page. It is built for one language and one shade, and built anew for others. */
export interface Panel {
  readonly root: HTMLElement;
  /** Shows another state; called once at the beginning and after each change. */
  update(state: State): void;
  dispose(): void;
}

/** What panels share. */
export class Context {
  readonly language: Language;

  constructor(
    readonly view: View | null,
    readonly store: Store<State>,
    readonly arguing: Arguing,
    readonly shade: Shade,
    /** What the live picture says of itself; null where there is none. */
    readonly liveMark: () => LiveMark | null = () => null,
  ) {
    this.language = store.state.language;
  }

  /** A text of the catalogue. */
  text(key: WordKey, values: Values = {}): string {
    return unbroken(words(this.language, key, values));
  }

  /** A text that the document brought. */
  said(text: Text | undefined): string {
    return text?.[this.language] ?? "";
  }

  /** The name of something in the document; its id where it has none. */
  name(id: string): string {
    return this.said(own(this.view?.names, id)) || id;
  }

  /** The name for where there is little room. */
  short(id: string): string {
    return this.said(own(this.view?.short, id)) || this.name(id);
  }
}

/** A unit such as km/s stays in one line. */
export function unbroken(text: string): string {
  return text.replace(/(км|km|м|m)\/(?=[сs](?![\p{L}]))/gu, "$1/\u2060");
}

/** Names come from outside: `constructor` is none of them unless the document says so. */
function own<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
