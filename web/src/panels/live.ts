/** What the live part of the page gives to the rest of it. */

import type { State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { Text, View } from "../core/view.ts";
import type { Explainers } from "./explain.ts";
import type { LiveMark } from "./mark.ts";
import type { Context, Panel } from "./panel.ts";
import type { LiveInput } from "./picture.ts";

export interface LivePart {
  /** What the exercise is called whose room this is. */
  readonly exercise?: Text | undefined;
  /** Told of the setting of an exercise when it has come; what this gives ends that. */
  readonly setting?: (listener: (view: View) => void) => () => void;
  /** The panel at the side: connection, alerts, notices, filters, whose picture. */
  readonly panel: (context: Context) => Panel;
  /** What lies on the desk of a room of an exercise, at the other side. */
  readonly desk?: (context: Context) => Panel;
  /** The time line of what is live, under the picture; it hides itself for an assessment. */
  readonly timeline: (context: Context) => Panel;
  readonly explainers: Explainers;
  readonly input: () => LiveInput;
  readonly mark: () => LiveMark | null;
  /** Told after each frame ("moved") and when more than positions has changed ("changed"). */
  readonly subscribe: (listener: (what: "moved" | "changed") => void) => () => void;
  readonly dispose: () => void;
}

export type MakeLive = (store: Store<State>) => LivePart;
