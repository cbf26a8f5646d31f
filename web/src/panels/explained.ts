/** What a click on something tells: the parts that its panel shows. */

import type { Selection } from "../core/state.ts";
import type { Child } from "./dom.ts";
import { element, button } from "./dom.ts";
import type { Context } from "./panel.ts";
import { provenance, type Provenance } from "./provenance.ts";

export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** A line of a list, perhaps about something that can be chosen in its turn. */
export interface Entry {
  /** Empty where it says more of the entry before. */
  readonly text: string;
  readonly chip?: HTMLElement;
  readonly soft?: string;
  readonly target?: Selection;
}

export interface List {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

export interface Explained {
  readonly kind: string;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly lists: readonly List[];
  readonly told: readonly Provenance[];
}

/** Long lists are cut; the tables hold all. */
const LISTED = 40;

export function shown(context: Context, explained: Explained): Child[] {
  const { kind, title, facts, lists, told } = explained;
  const pairs = facts.flatMap(({ term, text }) => [
    element("dt", {}, term),
    element("dd", {}, text),
  ]);
  return [
    element("p", { class: "gs-kicker" }, kind),
    element("h3", {}, title),
    pairs.length > 0 ? element("dl", { class: "gs-facts" }, ...pairs) : null,
    ...lists.flatMap((list) => listed(context, list)),
    ...saidBy(context, told),
  ];
}

function saidBy(context: Context, told: readonly Provenance[]): Child[] {
  // A radar and its sectors often say the same of themselves.
  const own = new Map(
    told.map((each) => {
      const { source, status, note, by } = each;
      return [JSON.stringify([source, status, note, by]), each] as const;
    }),
  );
  const lines = [...own.values()]
    .map((each) => provenance(context, each))
    .filter((line) => line !== null);
  if (lines.length === 0) return [];
  return [element("h4", {}, context.text("web.explain.told")), ...lines];
}

function listed(context: Context, { heading, entries }: List): Child[] {
  if (entries.length === 0) return [];
  const lines = entries.slice(0, LISTED).map((entry, k) => line(context, heading, entry, k));
  return [element("h4", {}, heading), element("ul", {}, ...lines)];
}

function line(context: Context, heading: string, entry: Entry, k: number): HTMLElement {
  const { text, chip = null, soft, target } = entry;
  const name =
    target === undefined
      ? text === ""
        ? null
        : element("span", {}, text)
      : button(
          { class: "gs-quiet", "data-key": `explain-${heading}-${k}` },
          () => context.store.set(chosen(target)),
          text,
        );
  const more = soft === undefined ? null : element("span", { class: "gs-soft" }, soft);
  return element("li", { "data-more": text === "" }, name, chip, more);
}

/** A flight that is chosen is also the one whose time runs. */
export function chosen(target: Selection): { selected: Selection; flight?: string } {
  return target.kind === "flight" ? { selected: target, flight: target.id } : { selected: target };
}
