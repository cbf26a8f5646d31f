/** What the parties claim, each with its verdict under every set of assumptions. */

import { claimPhase } from "../core/claimed.ts";
import type { State } from "../core/state.ts";
import type { Claim } from "../core/view.ts";
import { attribute, button, element } from "./dom.ts";
import type { Context, Panel } from "./panel.ts";
import { claimChip } from "./verdicts.ts";

export class ClaimsList implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    const claims = context.view?.claims ?? [];
    this.root = element(
      "section",
      { class: "gs-part gs-claims", "aria-label": context.text("web.claims.title") },
      element("h3", {}, context.text("web.claims.title")),
      element("p", { class: "gs-soft" }, context.text("web.claims.lead")),
      element("ul", {}, ...claims.map((claim) => this.#entry(claim))),
    );
  }

  update(state: State): void {
    const has_claims = (this.#context.view?.claims.length ?? 0) > 0;
    attribute(this.root, "hidden", !has_claims || state.claim !== null || state.subject === "live");
  }

  dispose(): void {
    this.root.remove();
  }

  #entry(claim: Claim): HTMLElement {
    const context = this.#context;
    const verdicts = claim.verdicts.map((each) =>
      element(
        "li",
        {},
        element("span", { class: "gs-soft" }, context.short(each.assumptions)),
        claimChip(context, each.verdict),
      ),
    );
    const open = button(
      { class: "gs-claim", "data-key": `claim-${claim.id}` },
      () => this.#chosen(claim),
      element("b", {}, context.said(claim.name)),
      element("span", { class: "gs-soft" }, spokenBy(context, claim)),
    );
    return element("li", {}, open, element("ul", { class: "gs-verdicts" }, ...verdicts));
  }

  #chosen(claim: Claim): void {
    const { store, view } = this.#context;
    const phase = view === null ? null : claimPhase(view, claim);
    store.set(({ setting }) => ({
      claim: claim.id,
      setting: {
        phase: phase ?? setting.phase,
        party: claim.verdicts[0]?.assumptions ?? null,
        speed_m_s: null,
        delay_s: null,
        cap_m: null,
      },
    }));
  }
}

/** Who says it, and when. */
export function spokenBy(context: Context, claim: Claim): string {
  return [...claim.by.map((each) => context.name(each)), claim.date].join(" · ");
}
