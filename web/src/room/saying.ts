/** Words of a room: sentences that came in both languages, moments, and what answers are called. */

import { clock } from "../core/numbers.ts";
import type { Named, Question, Text } from "../core/room.ts";
import type { Context } from "../panels/panel.ts";

/** A sentence in the page's language. */
export function said(context: Context, text: Text): string {
  return text[context.language];
}

/** What people call something of a list; its id where it is not there. */
export function nameOf(context: Context, list: readonly Named[], id: string): string {
  const found = list.find((each) => each.id === id);
  return found === undefined ? id : said(context, found.name);
}

/** A second of the exercise as minutes and seconds. */
export function moment(second: number): string {
  return clock(second);
}

/** What has been answered, or is open, in words. */
export function stateText(context: Context, { what, state }: Question): string {
  if (state === "yes" || state === "no") return context.text(`web.room.says.${what}.${state}`);
  return context.text(`web.room.state.${state}`);
}

/** A sign beside the word, so that no colour has to tell it. */
export const STATE_SIGNS = { open: "◔", yes: "✓", no: "✕", "timed-out": "◌", over: "–" } as const;
