/** What each set of assumptions states, side by side. */

import { element, type Child } from "./dom.ts";
import type { Context } from "./panel.ts";
import { provenance } from "./provenance.ts";
import type { Assumed, Claim } from "../core/view.ts";

/** A row for each number or rule in which a set differs from the catalogue. */
export function sidesTable(context: Context, claim: Claim): HTMLElement {
  const sets = claim.verdicts.map((each) => each.assumptions);
  const parameters = [...new Set(claim.held.map((each) => each.parameter))];
  const head = sets.map((set) => element("th", { scope: "col" }, context.short(set)));
  const rows = parameters.map((parameter) => {
    const held = claim.held.filter((each) => each.parameter === parameter);
    const cells = sets.map((set) => cell(context, held, set));
    const name = element("th", { scope: "row" }, context.said(held[0]?.name));
    return element("tr", {}, name, ...cells);
  });
  const caption = element("caption", {}, context.text("web.sides.caption"));
  const corner = element("th", { scope: "col" }, context.text("web.sides.parameter"));
  return element(
    "div",
    { class: "gs-scroll", tabindex: 0, role: "region", "aria-label": caption.textContent },
    element(
      "table",
      { class: "gs-table" },
      caption,
      element("thead", {}, element("tr", {}, corner, ...head)),
      element("tbody", {}, ...rows),
    ),
  );
}

function cell(context: Context, held: readonly Assumed[], set: string): HTMLElement {
  const own = held.find((each) => each.assumptions === set);
  if (own !== undefined) return element("td", {}, own.states, provenance(context, own));
  const catalogue = held[0]?.catalogue ?? "";
  const told: Child = element("p", { class: "gs-provenance" }, context.text("web.sides.catalogue"));
  return element("td", { class: "gs-soft" }, catalogue, told);
}
