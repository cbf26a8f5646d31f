/** What every file that leaves the page says of itself. */

import type { Told } from "../core/exports.ts";
import { printAddress } from "../core/address.ts";
import type { Selection, State } from "../core/state.ts";
import { routeText } from "./explainSites.ts";
import { markOf } from "./mark.ts";
import type { Context } from "./panel.ts";

export function toldOf(context: Context, state: State): Told {
  const { view } = context;
  const is_live = state.subject === "live";
  const mark = markOf(context, state);
  const explained = view === null || is_live ? "" : ` ${context.said(view.mark_text)}`;
  return {
    title: is_live ? context.text("web.live.title") : titleOf(context),
    mark: mark === "" ? context.text("web.mark.live") : `${mark}.${explained}`,
    disclaimer: context.said(view?.disclaimer),
    link: linkOf(state),
    nameOf: (target) => nameOf(context, target),
  };
}

function titleOf(context: Context): string {
  return context.view === null ? context.text("web.title") : context.said(context.view.title);
}

/** The picture in words, for those who do not see it. */
export function descriptionOf(context: Context, state: State): string {
  const { view } = context;
  if (state.subject === "live") return context.text("web.picture.live");
  if (view !== null && view.phases.length === 0 && view.plans.length > 0)
    return context.text("web.picture.plan", { test: context.said(view.plans[0]?.name) });
  const phase = view?.phases.find((each) => each.id === state.setting.phase);
  const name = context.said((phase ?? view?.phases[0])?.name);
  return context.text("web.picture.assessment", { phase: name });
}

/** The address that shows the same; a report that lies in a file has no server's address. */
export function linkOf(state: State): string {
  return `${location.href.split("#")[0] ?? ""}${printAddress(state)}`;
}

function nameOf(context: Context, { kind, id }: Selection): string {
  const flight = kind === "flight" ? context.view?.flights.find((each) => each.id === id) : null;
  return flight == null ? context.name(id) : routeText(context, flight);
}
