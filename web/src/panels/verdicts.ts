/** Verdicts and statuses as a sign, a word and a colour together. */

import { denied, type Verdict } from "../core/argument.ts";
import type { FlightVerdict } from "../core/chosen.ts";
import { sign, type Sign, type SignShape } from "../core/palette.ts";
import { isWordKey } from "../core/words.ts";
import { element, sign as framed, svg } from "./dom.ts";
import type { Context } from "./panel.ts";

const SIGN_OF_CLAIM = { holds: "yes", fails: "no", undecided: "depends" } as const;
const STATUSES: readonly Sign[] = ["read", "second-hand", "general", "computed", "assumed"];

/** A verdict on a claim. */
export function claimChip(context: Context, verdict: Verdict, is_denial = false): HTMLElement {
  const shown = is_denial ? denied(verdict) : verdict;
  return chip(SIGN_OF_CLAIM[shown], shown, context.text(`web.verdict.${shown}`));
}

/** Whether a flight can be reached. */
export function flightChip(context: Context, verdict: FlightVerdict): HTMLElement {
  return chip(verdict, verdict, context.text(`web.reached.${verdict}`));
}

/** How well a number is known. */
export function statusChip(context: Context, status: string): HTMLElement {
  const key = `status.${status}`;
  const text = isWordKey(key) ? context.text(key) : status;
  const name = STATUSES.find((each) => each === status);
  return chip(name ?? null, "status", text);
}

function chip(name: Sign | null, kind: string, text: string): HTMLElement {
  const shapes = name === null ? [] : sign(name).map(inked);
  return element("span", { class: "gs-chip", "data-kind": kind }, framed(...shapes), text);
}

/** Signs are drawn in the ink of the text beside them. */
function inked({ element: name, attributes }: SignShape): SVGElement {
  const shown = Object.entries(attributes).map(([key, value]) => [
    key,
    value === "ink" ? "currentColor" : value,
  ]);
  const attributesOf = Object.fromEntries(shown) as Record<string, string>;
  if (name === "circle") return svg("circle", attributesOf);
  return name === "rect" ? svg("rect", attributesOf) : svg("path", attributesOf);
}
