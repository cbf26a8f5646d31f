/** One claim argued over: whose assumptions, what is moved, the verdict, and on what it hangs. */

import { KNOBS } from "../core/argument.ts";
import { AS_THE_PARTY_HAS_IT, type Setting, type State } from "../core/state.ts";
import type { Claim } from "../core/view.ts";
import { attribute, button, element, redraw } from "./dom.ts";
import { changedFlightsList, cruxLines, verdictLines } from "./findings.ts";
import { KnobSlider } from "./knob.ts";
import type { Context, Panel } from "./panel.ts";
import { provenance } from "./provenance.ts";
import { sidesTable } from "./sides.ts";
import { spokenBy } from "./claimsList.ts";
import { claimChip } from "./verdicts.ts";

type FoldedKey = "web.argument.wording" | "web.argument.found" | "web.argument.assumptions";

export class ClaimPanel implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #verdict = element("div", { class: "gs-verdict", role: "status" });
  readonly #crux = element("div", { class: "gs-crux" });
  readonly #changed = element("div", { class: "gs-changed" });
  #claim: Claim | null = null;
  /** The setting for which the findings stand. */
  #found: Setting | null = null;
  #sides: readonly HTMLButtonElement[] = [];
  #knobs: readonly KnobSlider[] = [];

  constructor(context: Context) {
    this.#context = context;
    this.root = element("section", {
      class: "gs-part gs-argument",
      "aria-label": context.text("web.argument.title"),
    });
  }

  update(state: State): void {
    const claim = this.#context.view?.claims.find((each) => each.id === state.claim) ?? null;
    attribute(this.root, "hidden", claim === null || state.subject === "live");
    if (claim !== this.#claim) this.#show(claim, state);
    if (claim === null) return;
    for (const [k, side] of this.#sides.entries()) {
      const is_chosen = claim.verdicts[k]?.assumptions === this.#party(state, claim);
      attribute(side, "aria-pressed", String(is_chosen));
    }
    for (const knob of this.#knobs) knob.update(state);
    if (state.setting === this.#found) return;
    this.#found = state.setting;
    this.#find(claim, state);
  }

  dispose(): void {
    this.root.remove();
  }

  #party(state: State, claim: Claim): string | null {
    const { party } = state.setting;
    const own = claim.verdicts.find((each) => each.assumptions === party || each.party === party);
    return (own ?? claim.verdicts[0])?.assumptions ?? null;
  }

  /** Everything that stays while numbers are moved. */
  #show(claim: Claim | null, state: State): void {
    [this.#claim, this.#found] = [claim, null];
    [this.#sides, this.#knobs] = [[], []];
    if (claim === null) return this.root.replaceChildren();
    const context = this.#context;
    const argument = context.arguing.argument(state);
    this.#sides = claim.verdicts.map((_, k) => this.#side(claim, k));
    if (argument !== null) {
      this.#knobs = KNOBS.map((knob) => new KnobSlider(context, argument, knob));
    }
    redraw(
      this.root,
      this.#back(),
      element("h3", {}, context.said(claim.name)),
      element("p", { class: "gs-soft" }, spokenBy(context, claim)),
      element("h4", {}, context.text("web.argument.whose")),
      element("div", { class: "gs-sides", role: "group" }, ...this.#sides),
      this.#verdict,
      ...(argument === null ? [this.#notArgued()] : this.#knobs.map((knob) => knob.root)),
      this.#crux,
      this.#changed,
      this.#folded("web.argument.wording", this.#wording(claim)),
      this.#folded("web.argument.found", element("p", {}, context.said(claim.answer))),
      this.#folded("web.argument.assumptions", sidesTable(context, claim)),
      ...claim.comment.map((text) => element("p", { class: "gs-soft" }, context.said(text))),
    );
  }

  #find(claim: Claim, state: State): void {
    const argument = this.#context.arguing.argument(state);
    if (argument === null) {
      const own = claim.verdicts.find((each) => each.assumptions === this.#party(state, claim));
      const chip = own === undefined ? null : claimChip(this.#context, own.verdict);
      return redraw(this.#verdict, chip);
    }
    redraw(this.#verdict, ...verdictLines(this.#context, claim, argument, state));
    redraw(this.#crux, ...cruxLines(this.#context, argument, state));
    redraw(this.#changed, ...changedFlightsList(this.#context, argument, state));
  }

  #back(): HTMLElement {
    const { store } = this.#context;
    return button(
      { class: "gs-quiet gs-back", "data-key": "claim-back" },
      () => {
        store.set(({ setting }) => ({
          claim: null,
          compared: null,
          setting: { ...AS_THE_PARTY_HAS_IT, phase: setting.phase },
        }));
      },
      "← ",
      this.#context.text("web.argument.back"),
    );
  }

  #side(claim: Claim, k: number): HTMLButtonElement {
    const context = this.#context;
    const { assumptions, verdict } = claim.verdicts[k]!;
    return button(
      { class: "gs-side", "data-key": `side-${assumptions}`, "data-side": k },
      () =>
        context.store.set(({ setting }) => ({
          setting: { ...AS_THE_PARTY_HAS_IT, phase: setting.phase, party: assumptions },
        })),
      element("span", {}, context.short(assumptions)),
      claimChip(context, verdict),
    );
  }

  /** The claim in the words of those who make it. */
  #wording(claim: Claim): HTMLElement {
    const quotes = claim.wording.flatMap((each) => [
      element("blockquote", {}, this.#context.said(each.text)),
      provenance(this.#context, each),
    ]);
    return element("div", { class: "gs-wording" }, ...quotes);
  }

  #notArgued(): HTMLElement {
    return element("p", { class: "gs-soft" }, this.#context.text("web.argument.none"));
  }

  #folded(title: FoldedKey, inside: Node): HTMLElement {
    const summary = element("summary", { "data-key": title }, this.#context.text(title));
    return element("details", {}, summary, inside);
  }
}
