/** Who says so, where it was read, and how well it is known. */

import { element, type Child } from "./dom.ts";
import type { Context } from "./panel.ts";
import { isWordKey } from "../core/words.ts";
import { statusChip } from "./verdicts.ts";

export interface Provenance {
  readonly source?: readonly string[];
  readonly status?: string;
  readonly note?: string;
  readonly by?: string;
}

/** A line that tells all of it; null where nothing is known. */
export function provenance(context: Context, { source, status, note, by }: Provenance): Child {
  const parts: Child[] = [];
  if (status !== undefined && status !== "") parts.push(statusChip(context, status));
  if (by !== undefined && by !== "") parts.push(element("span", {}, context.name(by)));
  const titles = (source ?? []).map((id) => sourceTitle(context, id));
  if (titles.length > 0) parts.push(element("span", {}, titles.join("; ")));
  if (note !== undefined && note !== "") parts.push(element("span", { lang: "en" }, note));
  return parts.length === 0 ? null : element("p", { class: "gs-provenance" }, ...spaced(parts));
}

/** The title of a source with where it was found; its id where the document lists none. */
export function sourceTitle(context: Context, id: string): string {
  const key = `web.source.${id}`;
  if (isWordKey(key)) return context.text(key);
  const source = context.view?.sources.find((each) => each.id === id);
  return source === undefined ? context.name(id) : `${source.title} (${source.where})`;
}

function spaced(parts: readonly Child[]): Child[] {
  return parts.flatMap((part, k) => (k === 0 ? [part] : [" · ", part]));
}
