/**
 * What comes of a claim when a person moves a speed, a delay or a cap.
 *
 * Nothing is flown here: the document holds least burnout speeds (see `lattice.ts`), and a flight
 * can be reached where an interceptor is at least so fast. What a person moves is taken as known
 * exactly; all else is as the party has it, at both ends of what is uncertain.
 */

import { leastSpeed, NEVER, type LeastSpeed, type Nodes } from "./lattice.ts";
import type { Setting } from "./state.ts";
import type { ArguedBattery, ArguedNumber, ArguedSide, Argument } from "./view.ts";

/** Of a claim that flights cannot be reached. */
export type Verdict = "holds" | "fails" | "undecided";

/** What is argued with; the unit of each is that of the document. */
export type Knob = "speed" | "delay" | "cap";
export const KNOBS: readonly Knob[] = ["speed", "delay", "cap"];

/** A number and its ends. */
export interface Span {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** By how much the least speed exceeds the speed there is; null as in `LeastSpeed`. */
export interface MarginSpan {
  readonly value_m_s: number | null;
  readonly low_m_s: number;
  readonly high_m_s: number;
}

export interface FlightFinding {
  /** `MISSILE:LAUNCH:TARGET`. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly margin: MarginSpan;
  /** What the battery that is nearest to it would need. */
  readonly least: LeastSpeed;
  /** Its place among the batteries of the side; null where no speed of any would do. */
  readonly battery: number | null;
}

export interface Finding {
  readonly side: ArguedSide;
  readonly verdict: Verdict;
  readonly margin: MarginSpan;
  readonly flights: readonly FlightFinding[];
}

/** Where on a knob the verdict turns; wider than a point where the lattice knows no better. */
export interface Turning {
  readonly from: number;
  readonly to: number;
  /** Whether flights are reached above it, as with a speed, or below, as with a delay. */
  readonly reached_above: boolean;
}

const M_S = 1000.0;
/** Halvings of a range: to a millionth of it. */
const HALVINGS = 20;

/** The side of a party or a set of assumptions; the first where none is named. */
export function sideOf(argument: Argument, party: string | null): ArguedSide {
  const named = argument.sides.find((side) => side.assumptions === party || side.party === party);
  return named ?? argument.sides[0]!;
}

/**
 * The interceptor whose speed and cap are moved: that of which some side states a speed of its own.
 *
 * Others, if there are any, stay as the side has them.
 */
export function movedInterceptor(argument: Argument): string {
  const all = argument.sides.flatMap((side) => side.interceptors);
  return (all.find((each) => each.speed.own) ?? all[0])?.interceptor ?? "";
}

/** From where to where a knob can be moved; in the unit of the document. */
export function rangeOf(argument: Argument, knob: Knob): readonly [from: number, to: number] {
  if (knob === "delay") return ends(argument.delay_s);
  const caps = argument.caps.find((each) => each.interceptor === movedInterceptor(argument));
  if (caps === undefined) return [0.0, 0.0];
  return knob === "cap" ? ends(caps.cap_km) : caps.speed_km_s;
}

/** The number of a side that a knob moves; null where the side has none. */
export function numberOf(argument: Argument, side: ArguedSide, knob: Knob): ArguedNumber | null {
  if (knob === "delay") return side.delay;
  const moved = movedInterceptor(argument);
  const own = side.interceptors.find((each) => each.interceptor === moved);
  if (own === undefined) return null;
  return knob === "speed" ? own.speed : own.ground_range;
}

/** What a setting says of a knob, in the unit of the document and in its range; null for nothing. */
export function movedTo(argument: Argument, setting: Setting, knob: Knob): number | null {
  const { speed_m_s, delay_s, cap_m } = setting;
  const raw = { speed: over(speed_m_s, M_S), delay: delay_s, cap: over(cap_m, M_S) }[knob];
  if (raw === null) return null;
  const [from, to] = rangeOf(argument, knob);
  return Math.min(Math.max(raw, from), to);
}

/** The setting with one knob moved; null puts it back to what the party has. */
export function withMoved(setting: Setting, knob: Knob, value: number | null): Setting {
  if (knob === "delay") return { ...setting, delay_s: value };
  const si = value === null ? null : value * M_S;
  return knob === "speed" ? { ...setting, speed_m_s: si } : { ...setting, cap_m: si };
}

/** What comes of the claim under a setting. */
export function judged(argument: Argument, setting: Setting): Finding {
  const side = sideOf(argument, setting.party);
  const flights = argument.flights.map((id, place) => flightOf(argument, side, setting, id, place));
  const margin = flights.map((flight) => flight.margin).reduce(lesserMargin, NO_MARGIN);
  const band_m_s = argument.band_km_s * M_S;
  return { side, verdict: verdictOf(margin, band_m_s), margin, flights };
}

/** The flights whose verdict is another in the one finding than in the other. */
export function changedFlights(
  now: Finding,
  before: Finding,
): readonly (readonly [now: FlightFinding, before: FlightFinding])[] {
  const old = new Map(before.flights.map((flight) => [flight.id, flight]));
  return now.flights.flatMap((flight) => {
    const was = old.get(flight.id);
    return was === undefined || was.verdict === flight.verdict ? [] : [[flight, was] as const];
  });
}

/**
 * Where the margin is zero when one knob is moved and all else stays; null where it never is.
 *
 * As in the crux of an assessment, it is that of the stated numbers, without their ends.
 */
export function turningOf(argument: Argument, setting: Setting, knob: Knob): Turning | null {
  const [from, to] = rangeOf(argument, knob);
  const side = sideOf(argument, setting.party);
  const reached = (value: number): boolean | null =>
    isReached(argument, side, withMoved(setting, knob, value));
  const [first, last] = [reached(from), reached(to)];
  if (first === last && first !== null) return null;
  const reached_above = knob !== "delay";
  const [never, ever] = reached_above ? [from, to] : [to, from];
  const [surely_not, surely] = reached_above ? [first, last] : [last, first];
  const not = surely_not === false ? border(never, ever, (v) => reached(v) === false) : never;
  const is = surely === true ? border(ever, never, (v) => reached(v) === true) : ever;
  return { from: Math.min(not, is), to: Math.max(not, is), reached_above };
}

/** The other way round, for a claim that denies this one. */
export function denied(verdict: Verdict): Verdict {
  return ({ holds: "fails", fails: "holds", undecided: "undecided" } as const)[verdict];
}

/** Whether any flight is reached with the stated numbers; null where the corners do not agree. */
function isReached(argument: Argument, side: ArguedSide, setting: Setting): boolean | null {
  let is_unclear = false;
  for (const [k, battery] of side.batteries.entries()) {
    const speed_m_s = spanOf(argument, side, battery, setting, "speed").value * M_S;
    for (let place = 0; place < argument.flights.length; place++) {
      const least = atStated(argument, side, k, setting, place);
      const value_m_s = least.value_m_s ?? least.low_m_s;
      if (value_m_s > speed_m_s) continue;
      if (least.value_m_s !== null || least.high_m_s <= speed_m_s) return true;
      is_unclear = true;
    }
  }
  return is_unclear ? null : false;
}

function flightOf(
  argument: Argument,
  side: ArguedSide,
  setting: Setting,
  id: string,
  place: number,
): FlightFinding {
  let margin: MarginSpan = NO_MARGIN;
  let least: LeastSpeed = NEVER;
  let battery: number | null = null;
  for (const k of side.batteries.keys()) {
    const own = marginOf(argument, side, k, setting, place);
    const is_nearer = own.low_m_s < margin.low_m_s || (own.value_m_s ?? Infinity) < valueOf(margin);
    if (is_nearer) [least, battery] = [atStated(argument, side, k, setting, place), k];
    margin = lesserMargin(margin, own);
  }
  return { id, verdict: verdictOf(margin, argument.band_km_s * M_S), margin, least, battery };
}

/** The margin of one battery on one flight, with the ends of what is uncertain. */
function marginOf(
  argument: Argument,
  side: ArguedSide,
  place_of_battery: number,
  setting: Setting,
  place: number,
): MarginSpan {
  const battery = side.batteries[place_of_battery]!;
  const span = (knob: Knob): Span => spanOf(argument, side, battery, setting, knob);
  const [speed, delay, cap] = [span("speed"), span("delay"), span("cap")];
  const nodes = nodesOf(argument, battery);
  const low = leastSpeed(battery.optimistic[place] ?? null, nodes, delay.low, cap.high);
  const high = leastSpeed(battery.pessimistic[place] ?? null, nodes, delay.high, cap.low);
  const stated = leastSpeed(battery.stated[place] ?? null, nodes, delay.value, cap.value);
  return {
    value_m_s: stated.value_m_s === null ? null : stated.value_m_s - speed.value * M_S,
    low_m_s: low.low_m_s - speed.high * M_S,
    high_m_s: high.high_m_s - speed.low * M_S,
  };
}

function atStated(
  argument: Argument,
  side: ArguedSide,
  place_of_battery: number,
  setting: Setting,
  place: number,
): LeastSpeed {
  const battery = side.batteries[place_of_battery]!;
  const span = (knob: Knob): number => spanOf(argument, side, battery, setting, knob).value;
  const row = battery.stated[place] ?? null;
  return leastSpeed(row, nodesOf(argument, battery), span("delay"), span("cap"));
}

/** A number as it counts for a battery: moved, else as the side has it. */
function spanOf(
  argument: Argument,
  side: ArguedSide,
  battery: ArguedBattery,
  setting: Setting,
  knob: Knob,
): Span {
  const is_moved = knob === "delay" || battery.interceptor === movedInterceptor(argument);
  const value = is_moved ? movedTo(argument, setting, knob) : null;
  if (value !== null) return { value, low: value, high: value };
  if (knob === "delay") return side.delay;
  const own = side.interceptors.find((each) => each.interceptor === battery.interceptor);
  if (own === undefined) return { value: 0.0, low: 0.0, high: 0.0 };
  return knob === "speed" ? own.speed : own.ground_range;
}

function nodesOf(argument: Argument, battery: ArguedBattery): Nodes {
  const caps = argument.caps.find((each) => each.interceptor === battery.interceptor);
  return { delay_s: argument.delay_s, cap_km: caps?.cap_km ?? [] };
}

const NO_MARGIN: MarginSpan = { value_m_s: Infinity, low_m_s: Infinity, high_m_s: Infinity };

/** Beyond the band on either side it is decided, whatever the uncertain numbers are. */
function verdictOf(margin: MarginSpan, band_m_s: number): Verdict {
  if (margin.low_m_s > band_m_s) return "holds";
  return margin.high_m_s < -band_m_s ? "fails" : "undecided";
}

function lesserMargin(a: MarginSpan, b: MarginSpan): MarginSpan {
  const is_known = a.value_m_s !== null && b.value_m_s !== null;
  return {
    value_m_s: is_known ? Math.min(valueOf(a), valueOf(b)) : null,
    low_m_s: Math.min(a.low_m_s, b.low_m_s),
    high_m_s: Math.min(a.high_m_s, b.high_m_s),
  };
}

function valueOf(margin: MarginSpan): number {
  return margin.value_m_s ?? Infinity;
}

/** The end of the part of a range, beginning at `from`, in which something is so. */
function border(from: number, to: number, is_so: (value: number) => boolean): number {
  if (is_so(to)) return to;
  let [so, not] = [from, to];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = 0.5 * (so + not);
    if (is_so(middle)) so = middle;
    else not = middle;
  }
  return so;
}

function ends(nodes: readonly number[]): readonly [number, number] {
  return [nodes[0] ?? 0.0, nodes.at(-1) ?? 0.0];
}

function over(value: number | null, divisor: number): number | null {
  return value === null ? null : value / divisor;
}
