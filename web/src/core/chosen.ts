/**
 * What of an assessment a state shows: which phase, radars, batteries, flights and cells.
 *
 * The pictures and the tables beside them are both made from what is chosen here, so that they
 * cannot differ.
 */

import type { Selection, State } from "./state.ts";
import type { Battery, Claim, Flight, Layer, Sensor, Text, View } from "./view.ts";

/** What comes of a disputed flight: it is reached, or not, or that hangs on what is disputed. */
export type FlightVerdict = "yes" | "depends" | "no";
/** By ids of flights, such as an argument finds them. */
export type FlightVerdicts = Readonly<Record<string, FlightVerdict>>;

/** Of a cell, by the digit that the document has for it. */
export type CellState = 0 | 1 | 2 | 3;

/** The number of the phase in the document; the first where none is named. */
export function phaseOf(view: View, state: State, setting = state.setting): number {
  const named = view.phases.findIndex((phase) => phase.id === setting.phase);
  return named >= 0 ? named : 0;
}

/** A name in the language of the state; the id where the document has none. */
export function nameOf(view: View, state: State, id: string): string {
  return textOf(state, view.names[id]) ?? id;
}

/** The name for where there is little room. */
export function shortOf(view: View, state: State, id: string): string {
  return textOf(state, view.short[id] ?? view.names[id]) ?? id;
}

export function textOf(state: State, text: Text | undefined): string | null {
  return text === undefined ? null : text[state.language];
}

/** The sensors of the phase whose party and name no filter leaves out. */
export function sensorsOf(view: View, state: State): Sensor[] {
  const phase = view.phases[phaseOf(view, state)]?.id ?? "";
  const { parties, sensors } = state.filters;
  return view.sensors.filter(
    (each) =>
      each.phases.includes(phase) && !parties.includes(each.party) && !sensors.includes(each.id),
  );
}

/** The batteries of the phase whose party no filter leaves out. */
export function batteriesOf(view: View, state: State): Battery[] {
  const phase = view.phases[phaseOf(view, state)]?.id ?? "";
  return view.batteries.filter(
    (each) =>
      each.deployed.some((deployed) => deployed.phase === phase && deployed.count > 0) &&
      !state.filters.parties.includes(each.party),
  );
}

export function claimOf(view: View, state: State): Claim | null {
  return view.claims.find((claim) => claim.id === state.claim) ?? null;
}

/** The disputed flights: those of the claim where one is chosen, else all. */
export function disputedOf(view: View, state: State): Flight[] {
  const claim = claimOf(view, state);
  const disputed = view.flights.filter((each) => each.role === "disputed");
  if (claim === null) return disputed;
  const spoken = new Set(claim.flights.map((each) => routeOf(each.id)));
  return disputed.filter((each) => spoken.has(each.id));
}

/** The flights that the phase is there against. */
export function threatsOf(view: View, state: State): Flight[] {
  const phase = phaseOf(view, state);
  const against = new Set(
    view.cells.layers
      .filter((layer) => layer.phase === phase)
      .map((layer) => `${layer.launch}.${layer.missile}`),
  );
  return view.flights.filter(
    (each) => each.role === "threat" && against.has(`${each.launch}.${each.missile}`),
  );
}

/** The id of a flight from that of a claim, `MISSILE:LAUNCH:TARGET`. */
export function routeOf(id: string): string {
  const [missile = "", launch = "", target = ""] = id.split(":");
  return `${launch}.${target}.${missile}`;
}

/**
 * What comes of each disputed flight in the phase.
 *
 * An argument's own findings go first; then what the chosen claim finds under the chosen party's
 * assumptions; else that of all stated speeds together: where they differ, it depends.
 */
export function verdictsOf(
  view: View,
  state: State,
  argued: FlightVerdicts | null,
): FlightVerdicts {
  if (argued !== null) return argued;
  const claimed = claimedVerdicts(view, state);
  if (claimed !== null) return claimed;
  const phase = phaseOf(view, state);
  const speakers = new Set(view.reaches.by.filter((_, k) => view.reaches.phase[k] === phase));
  const found = [...speakers].map((by) => reachedBy(view, phase, by));
  const agreed: Record<string, FlightVerdict> = {};
  view.flights.forEach((flight, k) => {
    if (flight.role !== "disputed") return;
    const verdicts = new Set(found.map((each) => each.get(k) ?? "no"));
    const [only = "no"] = verdicts;
    agreed[flight.id] = verdicts.size > 1 ? "depends" : only;
  });
  return agreed;
}

/** The best that any battery does for each flight, at the speeds that `by` states. */
function reachedBy(view: View, phase: number, by: string): Map<number, FlightVerdict> {
  const { reaches } = view;
  const rows = reaches.phase.flatMap((each, k) => (each === phase ? [k] : []));
  const spoken = new Set(rows.filter((k) => reaches.by[k] === by).map((k) => reaches.battery[k]!));
  const best = new Map<number, FlightVerdict>();
  const taken = new Set<string>();
  for (const k of rows) {
    const [flight, battery] = [reaches.flight[k]!, reaches.battery[k]!];
    const pair = `${flight}/${battery}`;
    // A battery of which this speaker says nothing counts as it is declared, which stands first.
    if (spoken.has(battery) ? reaches.by[k] !== by : taken.has(pair)) continue;
    taken.add(pair);
    best.set(flight, better(best.get(flight) ?? "no", reaches.verdict[k]!));
  }
  return best;
}

const BEST_FIRST: readonly FlightVerdict[] = ["yes", "depends", "no"];

function better(a: FlightVerdict, b: FlightVerdict): FlightVerdict {
  return BEST_FIRST.indexOf(a) <= BEST_FIRST.indexOf(b) ? a : b;
}

function claimedVerdicts(view: View, state: State): FlightVerdicts | null {
  const claim = claimOf(view, state);
  const { party } = state.setting;
  if (claim === null || party === null) return null;
  const set = claim.verdicts.find((each) => each.assumptions === party || each.party === party);
  if (set === undefined) return null;
  const [holds, fails] = claim.denied ? (["yes", "no"] as const) : (["no", "yes"] as const);
  const meaning = { holds, fails, undecided: "depends" } as const;
  return Object.fromEntries(
    claim.flights.map((each) => {
      const verdict = each.verdict[set.assumptions] ?? "undecided";
      return [routeOf(each.id), meaning[verdict]] as const;
    }),
  );
}

/** The layers of cells that are shown: that of the chosen flight, else all of the phase. */
export function cellLayersOf(view: View, state: State, setting = state.setting): Layer[] {
  const phase = phaseOf(view, state, setting);
  const layers = view.cells.layers.filter((layer) => layer.phase === phase);
  const flight = view.flights.find((each) => each.id === state.flight);
  const own = layers.filter(
    (layer) => layer.launch === flight?.launch && layer.missile === flight.missile,
  );
  return own.length > 0 ? own : layers;
}

/** The state of each cell against all of the layers: as well defended as against the worst. */
export function cellStates(layers: readonly Layer[], count: number): Uint8Array {
  const states = new Uint8Array(count);
  for (const layer of layers) {
    for (let k = 0; k < count; k++) {
      const state = layer.state.charCodeAt(k) - 48;
      if (state > 0) states[k] = states[k] === 0 ? state : Math.min(states[k]!, state);
    }
  }
  return states;
}

/** So many cells the document has. */
export function cellCount(view: View): number {
  return view.cells.bands.reduce((sum, { count }) => sum + count.reduce((a, b) => a + b, 0), 0);
}

export function isSelected(state: State, kind: string, id: string): boolean {
  return state.selected?.kind === kind && state.selected.id === id;
}

export function target(kind: string, id: string): Selection {
  return { kind, id };
}
