/** What an argument finds, in words: the verdict, where it turns, which flights change. */

import {
  KNOBS,
  rangeOf,
  turningOf,
  type Finding,
  type FlightFinding,
  type Knob,
  type MarginSpan,
  type Turning,
} from "../core/argument.ts";
import { isMoved, REACHED } from "../core/arguing.ts";
import { routeOf, type FlightVerdict } from "../core/chosen.ts";
import { claimPhase } from "../core/claimed.ts";
import { interval, number, quantity } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Argument, Claim } from "../core/view.ts";
import type { WordKey } from "../core/words.ts";
import { button, element, type Child } from "./dom.ts";
import { knobText } from "./knob.ts";
import type { Context } from "./panel.ts";
import { claimChip, flightChip } from "./verdicts.ts";

const M_S = 1000.0;
/** Turnings wider than this share of their range are told as an interval. */
const SHARP = 1e-3;
/** So many changed flights are listed before the rest is counted. */
const LISTED = 12;

/** The verdict as things are set, by how much, and how many flights can be reached. */
export function verdictLines(
  context: Context,
  claim: Claim,
  argument: Argument,
  state: State,
): Child[] {
  const finding = context.arguing.finding(argument, state.setting);
  const before = context.arguing.unmoved(argument, state.setting);
  const moved = isMoved(state.setting)
    ? context.text("web.verdict.was", { verdict: shownVerdict(context, claim, before) })
    : context.text("web.verdict.as_stated");
  return [
    element("p", { class: "gs-verdict-now" }, claimChip(context, finding.verdict, claim.denied)),
    element("p", {}, marginText(context, finding.margin), " ", countsText(context, finding)),
    element("p", { class: "gs-soft" }, moved),
    ...otherPhase(context, claim, state),
  ];
}

/** What is argued is the claim's own phase, whichever the map shows. */
export function otherPhase(context: Context, claim: Claim, { setting }: State): Child[] {
  const { view } = context;
  const own = view === null ? null : claimPhase(view, claim);
  if (view === null || own === null || own === (setting.phase ?? view.phases[0]?.id)) return [];
  const phase = view.phases.find((each) => each.id === own);
  const values = { phase: context.said(phase?.short) };
  return [element("p", { class: "gs-soft" }, context.text("web.argument.other_phase", values))];
}

function shownVerdict(context: Context, claim: Claim, finding: Finding): string {
  return claimChip(context, finding.verdict, claim.denied).textContent ?? "";
}

/** By how much the nearest flight stays out of reach, or is within it. */
function marginText(context: Context, { value_m_s, low_m_s, high_m_s }: MarginSpan): string {
  if (low_m_s === Infinity) return context.text("web.margin.never");
  if (value_m_s === null || value_m_s === Infinity) {
    return context.text("web.margin.ends", { ends: endsText(context, low_m_s, high_m_s) });
  }
  const margin = quantity(context.language, Math.abs(value_m_s) / M_S, "km/s", 2);
  // Both ends are told the way round in which the sentence counts.
  const is_out = value_m_s > 0.0;
  const ends = is_out
    ? endsText(context, low_m_s, high_m_s)
    : endsText(context, -high_m_s, -low_m_s);
  return context.text(is_out ? "web.margin.out" : "web.margin.in", { margin, ends });
}

function endsText(context: Context, low_m_s: number, high_m_s: number): string {
  const { language } = context;
  const speed = (value: number): string => quantity(language, value / M_S, "km/s", 2);
  if (high_m_s === Infinity) return context.text("web.margin.from", { low: speed(low_m_s) });
  if (low_m_s === -Infinity) return context.text("web.margin.up_to", { high: speed(high_m_s) });
  return interval(language, low_m_s / M_S, high_m_s / M_S, "km/s", 2);
}

function countsText(context: Context, finding: Finding): string {
  const count = (verdict: Finding["verdict"]): number =>
    finding.flights.filter((flight) => flight.verdict === verdict).length;
  return context.text("web.margin.counts", {
    all: finding.flights.length,
    reached: count("fails"),
    open: count("undecided"),
  });
}

/** At which value of each number the verdict turns, all else as it is set. */
export function cruxLines(context: Context, argument: Argument, state: State): Child[] {
  const lines = KNOBS.map((knob) => element("li", {}, turnText(context, argument, state, knob)));
  return [
    element("h4", {}, context.text("web.crux.title")),
    element("ul", {}, ...lines),
    element("p", { class: "gs-soft" }, context.text("web.crux.how", bandOf(context, argument))),
  ];
}

function bandOf(context: Context, argument: Argument): { band: string } {
  return { band: quantity(context.language, argument.band_km_s, "km/s", 1) };
}

function turnText(context: Context, argument: Argument, state: State, knob: Knob): string {
  const turning = turningOf(argument, state.setting, knob);
  const [from, to] = rangeOf(argument, knob);
  const name = context.text(`web.crux.${knob}`);
  if (turning === null) {
    const range = { low: knobText(context, knob, from), high: knobText(context, knob, to) };
    return context.text("web.crux.never", { name, ...range });
  }
  const value = turnValue(context, knob, turning, to - from);
  const key: WordKey = turning.reached_above ? "web.crux.above" : "web.crux.below";
  return context.text(key, { name, value });
}

function turnValue(context: Context, knob: Knob, { from, to }: Turning, range: number): string {
  const is_sharp = to - from <= SHARP * range;
  if (is_sharp) return knobText(context, knob, 0.5 * (from + to));
  const values = { low: knobText(context, knob, from), high: knobText(context, knob, to) };
  return context.text("web.crux.between", values);
}

/** The flights that the moved numbers bring into reach, or out of it. */
export function changedFlightsList(context: Context, argument: Argument, state: State): Child[] {
  if (!isMoved(state.setting)) return [];
  const changes = context.arguing.changes(argument, state.setting);
  const title = context.text("web.changed.title", {
    n: changes.length,
    all: argument.flights.length,
  });
  return [element("h4", {}, title), changesList(context, changes.map(changeOf(context)))];
}

/** A flight of which something else comes; its id is `MISSILE:LAUNCH:TARGET`. */
export interface FlightChange {
  readonly id: string;
  readonly from: FlightVerdict;
  readonly to: FlightVerdict;
  readonly soft: string;
}

/** From two findings on a flight. */
export function changeOf(
  context: Context,
): (pair: readonly [now: FlightFinding, before: FlightFinding]) => FlightChange {
  return ([now, before]) => ({
    id: now.id,
    from: REACHED[before.verdict],
    to: REACHED[now.verdict],
    soft: leastText(context, now),
  });
}

/** Changed flights, what they were and what they are; a click shows one. */
export function changesList(context: Context, changes: readonly FlightChange[]): HTMLElement {
  const entries = changes
    .slice(0, LISTED)
    .map(({ id, from, to, soft }) =>
      element(
        "li",
        {},
        flightButton(context, id),
        element(
          "span",
          { class: "gs-from-to" },
          flightChip(context, from),
          element("span", { role: "img", "aria-label": context.text("web.changed.to") }, "→"),
          flightChip(context, to),
        ),
        element("span", { class: "gs-soft" }, soft),
      ),
    );
  const more = changes.length - entries.length;
  const rest = more > 0 ? element("li", {}, context.text("web.changed.more", { n: more })) : null;
  return element("ul", {}, ...entries, rest);
}

function leastText(context: Context, { least }: FlightFinding): string {
  const { value_m_s, low_m_s } = least;
  if (low_m_s === Infinity) return context.text("web.least.never");
  const value = value_m_s ?? low_m_s;
  const key = value_m_s === null ? "web.least.more" : "web.least.value";
  return context.text(key, { speed: number(context.language, value / M_S, 2) });
}

/** A flight of an argument by name; it shows the flight where the document draws it. */
export function flightButton(context: Context, id: string): HTMLElement {
  const route = routeOf(id);
  const [missile = "", launch = "", target = ""] = id.split(":");
  const text = `${context.short(launch)} → ${context.short(target)}`;
  const is_drawn = context.view?.flights.some((each) => each.id === route) ?? false;
  if (!is_drawn) return element("span", {}, text);
  return button(
    { class: "gs-quiet", "data-key": `flight-${id}`, title: context.name(missile) },
    () => context.store.set({ flight: route, selected: { kind: "flight", id: route } }),
    text,
  );
}
