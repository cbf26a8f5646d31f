/** Two settings compared: which flights change, and where more or less is defended. */

import { changedFlights } from "../core/argument.ts";
import { disputedOf, verdictsOf } from "../core/chosen.ts";
import { areaDifference } from "../core/difference.ts";
import { quantity } from "../core/numbers.ts";
import type { Setting, State } from "../core/state.ts";
import type { Argument, Claim } from "../core/view.ts";
import { attribute, button, element, redraw, select, type Child } from "./dom.ts";
import { changeOf, changesList, otherPhase, type FlightChange } from "./findings.ts";
import { knobText } from "./knob.ts";
import type { Context, Panel } from "./panel.ts";

export class ComparePanel implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #open: HTMLButtonElement;
  readonly #inside = element("div", {});
  #shown: readonly unknown[] = [];

  constructor(context: Context) {
    this.#context = context;
    this.#open = button(
      { "data-key": "compare" },
      () => context.store.set((state) => ({ compared: second(context, state) })),
      context.text("web.compare.open"),
    );
    this.root = element(
      "section",
      { class: "gs-part gs-compare", "aria-label": context.text("web.compare.title") },
      element("h3", {}, context.text("web.compare.title")),
      this.#open,
      this.#inside,
    );
  }

  update(state: State): void {
    const has_phases = (this.#context.view?.phases.length ?? 0) > 0;
    attribute(this.root, "hidden", !has_phases || state.subject === "live");
    attribute(this.#open, "hidden", state.compared !== null);
    const inputs = [state.setting, state.compared, state.claim, state.flight];
    if (inputs.every((each, k) => Object.is(each, this.#shown[k])) && this.#shown.length > 0)
      return;
    this.#shown = inputs;
    redraw(this.#inside, ...(state.compared === null ? [] : this.#compared(state, state.compared)));
  }

  dispose(): void {
    this.root.remove();
  }

  #compared(state: State, compared: Setting): Child[] {
    const context = this.#context;
    return [
      element(
        "dl",
        { class: "gs-facts" },
        ...this.#described("web.compare.first", state.setting),
        ...this.#described("web.compare.second", compared),
      ),
      this.#choices(state, compared),
      ...this.#areas(state),
      ...this.#flights(state, compared),
      element(
        "div",
        { class: "gs-row" },
        button(
          { "data-key": "compare-swap" },
          () => context.store.set({ setting: compared, compared: state.setting }),
          context.text("web.compare.swap"),
        ),
        button(
          { "data-key": "compare-close" },
          () => context.store.set({ compared: null }),
          context.text("web.compare.close"),
        ),
      ),
    ];
  }

  #described(key: "web.compare.first" | "web.compare.second", setting: Setting): HTMLElement[] {
    const context = this.#context;
    return [element("dt", {}, context.text(key)), element("dd", {}, settingText(context, setting))];
  }

  /** Phase and party of the second setting; its numbers come over by exchanging the two. */
  #choices(state: State, compared: Setting): HTMLElement {
    const context = this.#context;
    const { store, view } = context;
    const phases = (view?.phases ?? []).map((phase) => ({
      value: phase.id,
      label: context.said(phase.short),
    }));
    const argument = context.arguing.argument(state);
    const sides = (argument?.sides ?? []).map((side) => ({
      value: side.assumptions,
      label: context.short(side.assumptions),
    }));
    const changed = (change: Partial<Setting>): void =>
      store.set({ compared: { ...compared, ...change } });
    const name = (key: "web.compare.phase" | "web.compare.party"): string => context.text(key);
    const phase = select(
      { "data-key": "compare-phase", "aria-label": name("web.compare.phase") },
      phases,
      compared.phase ?? phases[0]?.value ?? "",
      (value) => changed({ phase: value }),
    );
    const party = select(
      { "data-key": "compare-party", "aria-label": name("web.compare.party") },
      sides,
      compared.party ?? sides[0]?.value ?? "",
      (value) => changed({ party: value, speed_m_s: null, delay_s: null, cap_m: null }),
    );
    return element("div", { class: "gs-row" }, phase, sides.length > 0 ? party : null);
  }

  #areas(state: State): Child[] {
    const context = this.#context;
    const difference = context.view === null ? null : areaDifference(context.view, state);
    if (difference === null) return [];
    const area = (km2: number): string =>
      quantity(context.language, Math.round(km2 / 1000.0) * 1000.0, "km2");
    const { better_km2, worse_km2, same_km2 } = difference;
    const lines = [
      context.text("web.compare.better", { area: area(better_km2) }),
      context.text("web.compare.worse", { area: area(worse_km2) }),
      context.text("web.compare.same", { area: area(same_km2) }),
    ];
    return [
      element("h4", {}, context.text("web.compare.area")),
      element("ul", {}, ...lines.map((line) => element("li", {}, line))),
    ];
  }

  #flights(state: State, compared: Setting): Child[] {
    const context = this.#context;
    const argument = context.arguing.argument(state);
    const claim = context.view?.claims.find((each) => each.id === state.claim);
    const { changes, all } =
      argument === null
        ? phaseChanges(context, state, compared)
        : argued(context, argument, state, compared);
    if (all === 0) return [];
    const values = { n: changes.length, all };
    return [
      element("h4", {}, context.text("web.compare.flights", values)),
      ...(claim === undefined || argument === null ? [] : this.#ofClaim(claim, state, compared)),
      changesList(context, changes),
    ];
  }

  #ofClaim(claim: Claim, state: State, compared: Setting): Child[] {
    const second_state = { ...state, setting: compared };
    const said = otherPhase(this.#context, claim, state);
    return said.length > 0 ? said : otherPhase(this.#context, claim, second_state);
  }
}

interface Changes {
  readonly changes: readonly FlightChange[];
  readonly all: number;
}

/** What the claim's lattices say of both settings. */
function argued(context: Context, argument: Argument, state: State, compared: Setting): Changes {
  const first = context.arguing.finding(argument, state.setting);
  const pairs = changedFlights(context.arguing.finding(argument, compared), first);
  return { changes: pairs.map(changeOf(context)), all: argument.flights.length };
}

/** What the assessment found of the disputed flights in both phases. */
function phaseChanges({ view }: Context, state: State, compared: Setting): Changes {
  if (view === null) return { changes: [], all: 0 };
  const disputed = disputedOf(view, state);
  const before = verdictsOf(view, state, null);
  const now = verdictsOf(view, { ...state, setting: compared }, null);
  const changes = disputed.flatMap(({ id, missile, launch, target }) => {
    const [from, to] = [before[id] ?? "no", now[id] ?? "no"];
    return from === to ? [] : [{ id: `${missile}:${launch}:${target}`, from, to, soft: "" }];
  });
  return { changes, all: disputed.length };
}

/** What a setting is, in a line. */
export function settingText(context: Context, setting: Setting): string {
  const { view } = context;
  const phase = view?.phases.find((each) => each.id === setting.phase) ?? view?.phases[0];
  const { speed_m_s, delay_s, cap_m } = setting;
  const parts = [
    context.said(phase?.short),
    setting.party === null ? "" : context.short(setting.party),
    speed_m_s === null ? "" : knobText(context, "speed", speed_m_s / 1e3),
    delay_s === null ? "" : knobText(context, "delay", delay_s),
    cap_m === null ? "" : knobText(context, "cap", cap_m / 1e3),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** The same as party and numbers have it, in the next phase; with a claim, under the next party. */
function second({ view, arguing }: Context, state: State): Setting {
  const argument = arguing.argument(state);
  if (argument !== null) {
    const at = argument.sides.findIndex((side) => side.assumptions === state.setting.party);
    const side = argument.sides[(at + 1) % argument.sides.length];
    const cleared = { speed_m_s: null, delay_s: null, cap_m: null };
    return { ...state.setting, ...cleared, party: side?.assumptions ?? null };
  }
  const phases = view?.phases ?? [];
  const at = Math.max(
    0,
    phases.findIndex((phase) => phase.id === state.setting.phase),
  );
  return { ...state.setting, phase: phases[(at + 1) % phases.length]?.id ?? null };
}
