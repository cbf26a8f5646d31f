/** The three answers for the phase that is shown: what it sees, what it defends, whom it reaches. */

import { disputedOf, phaseOf, threatsOf, verdictsOf, type FlightVerdicts } from "./chosen.ts";
import type { State } from "./state.ts";
import type { Flight, View } from "./view.ts";

export interface Answers {
  /** Flights against which the phase is built, and those of them that a radar sees. */
  readonly threats: number;
  readonly seen: number;
  /** Of the people in range, against the worst missile and the best; null where none is said. */
  readonly people: { readonly region: string; readonly low: number; readonly high: number } | null;
  /** Disputed flights: all, those reached, and those of which it depends. */
  readonly disputed: number;
  readonly reached: number;
  readonly open: number;
}

export function answersOf(view: View, state: State, argued: FlightVerdicts | null): Answers {
  const threats = threatsOf(view, state);
  const disputed = disputedOf(view, state);
  const verdicts = verdictsOf(view, state, argued);
  const count = (verdict: string): number =>
    disputed.filter((each) => (verdicts[each.id] ?? "no") === verdict).length;
  return {
    threats: threats.length,
    seen: seenByRadar(view, phaseOf(view, state), threats),
    people: peopleOf(view, phaseOf(view, state)),
    disputed: disputed.length,
    reached: count("yes"),
    open: count("depends"),
  };
}

function seenByRadar({ sees, sensors, flights }: View, phase: number, of: readonly Flight[]) {
  const seen = new Set<Flight | undefined>();
  sees.phase.forEach((each, k) => {
    const is_radar = sensors[sees.sensor[k]!]?.kind === "radar";
    if (each === phase && is_radar && sees.first_seen_s[k] != null) {
      seen.add(flights[sees.flight[k]!]);
    }
  });
  return of.filter((each) => seen.has(each)).length;
}

function peopleOf({ defends, phases }: View, phase: number): Answers["people"] {
  const region = phases[phase]?.defended[0];
  const rows = defends.phase.flatMap((each, k) =>
    each === phase && defends.region[k] === region ? [k] : [],
  );
  if (region === undefined || rows.length === 0) return null;
  return {
    region,
    low: Math.min(...rows.map((k) => defends.population_low[k]!)),
    high: Math.max(...rows.map((k) => defends.population_high[k]!)),
  };
}
