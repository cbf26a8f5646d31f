/** What every file that leaves the page says of itself. */

import type { Told } from "../core/exports.ts";
import { printAddress } from "../core/address.ts";
import type { Selection, State } from "../core/state.ts";
import { routeText } from "./explainSites.ts";
import { markOf } from "./mark.ts";
import type { Context } from "./panel.ts";

export function toldOf(context: Context, state: State): Told {
  const { view } = context;
  const explained = view === null ? "" : ` ${context.said(view.mark_text)}`;
  return {
    title: view === null ? context.text("web.title") : context.said(view.title),
    mark: `${markOf(context, state)}.${explained}`,
    disclaimer: context.said(view?.disclaimer),
    link: linkOf(state),
    nameOf: (target) => nameOf(context, target),
  };
}

/** The address that shows the same; a report that lies in a file has no server's address. */
export function linkOf(state: State): string {
  return `${location.href.split("#")[0] ?? ""}${printAddress(state)}`;
}

function nameOf(context: Context, { kind, id }: Selection): string {
  const flight = kind === "flight" ? context.view?.flights.find((each) => each.id === id) : null;
  return flight == null ? context.name(id) : routeText(context, flight);
}
