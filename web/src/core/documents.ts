/** Documents from outside, read once at the edge: what is wrong with one is said, not guessed. */

import type { View } from "./view.ts";

export const VIEW_FORM: View["form"] = "glasshield-view/1";

/** Why a document cannot be shown. */
export type Fault = "not-json" | "not-a-view" | "other-form";

export class DocumentError extends Error {
  override readonly name = "DocumentError";

  /** `detail`: the form that it has, or what is missing or wrong in it. */
  constructor(
    readonly fault: Fault,
    readonly detail: string,
  ) {
    super(`the document cannot be shown: ${fault}: ${detail}`);
  }
}

type Container = "list" | "table" | "text";

/** What every view holds; its parts are what Python wrote of the same version. */
const MEMBERS: Readonly<Partial<Record<keyof View, Container>>> = {
  title: "table",
  mark: "text",
  names: "table",
  phases: "list",
  sensors: "list",
  batteries: "list",
  places: "list",
  flights: "list",
  sees: "table",
  reaches: "table",
  meets: "table",
  defends: "table",
  cells: "table",
  claims: "list",
  arguments: "list",
  plans: "list",
  assumptions: "list",
  sources: "list",
  disclaimer: "table",
};

/** The lists of things that others name by their ids. */
const LISTED = [
  "phases",
  "sensors",
  "batteries",
  "places",
  "flights",
  "claims",
  "plans",
  "sources",
] as const satisfies readonly (keyof View)[];

/** The view document in a text. Throws a DocumentError. */
export function readView(text: string): View {
  return viewOf(parsed(text));
}

/** The view document in what a text in JSON holds. Throws a DocumentError. */
export function viewOf(found: unknown): View {
  if (!isTable(found)) throw new DocumentError("not-a-view", "no object");
  if (found["form"] !== VIEW_FORM) throw new DocumentError("other-form", shown(found["form"]));
  const wrong = Object.entries(MEMBERS).find(([name, kind]) => containerOf(found[name]) !== kind);
  if (wrong !== undefined) throw new DocumentError("not-a-view", wrong[0]);
  for (const name of LISTED) {
    const place = (found[name] as readonly unknown[]).findIndex((each) => !hasId(each));
    if (place >= 0) throw new DocumentError("not-a-view", `${name}[${place}]`);
  }
  // Checked as far as a foreign document would differ; the rest is what the types say.
  return found as unknown as View;
}

/** What a text in JSON holds. Throws a DocumentError. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DocumentError("not-json", error instanceof Error ? error.message : "");
  }
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return containerOf(value) === "table";
}

function hasId(value: unknown): boolean {
  return isTable(value) && typeof value["id"] === "string";
}

function containerOf(value: unknown): Container | null {
  if (typeof value === "string") return "text";
  if (Array.isArray(value)) return "list";
  return typeof value === "object" && value !== null ? "table" : null;
}

function shown(form: unknown): string {
  return typeof form === "string" ? form.slice(0, 100) : "";
}
