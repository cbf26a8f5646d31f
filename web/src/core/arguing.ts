/** What was found under settings, kept while it is asked for again. */

import { changedFlights, judged, type Finding, type FlightFinding } from "./argument.ts";
import { routeOf, type FlightVerdict, type FlightVerdicts } from "./chosen.ts";
import { AS_THE_PARTY_HAS_IT, type Setting, type State } from "./state.ts";
import type { Argument, View } from "./view.ts";

/** So many settings are remembered: two that are compared, each beside what its party has. */
const REMEMBERED = 8;

/** Of a claim that flights cannot be reached: what its verdict on one says of that flight. */
export const REACHED = { holds: "no", fails: "yes", undecided: "depends" } as const;

export class Arguing {
  readonly #view: View | null;
  readonly #found = new Map<string, Finding>();
  readonly #verdicts = new WeakMap<Finding, FlightVerdicts>();

  constructor(view: View | null) {
    this.#view = view;
  }

  /** What the chosen claim can be argued with; null where none is chosen, or none can be. */
  argument(state: State): Argument | null {
    const claim = this.#view?.claims.find((each) => each.id === state.claim);
    if (claim === undefined || claim.argument === null) return null;
    return this.#view?.arguments.find((each) => each.claim === claim.argument) ?? null;
  }

  finding(argument: Argument, setting: Setting): Finding {
    const { party, speed_m_s, delay_s, cap_m } = setting;
    const key = JSON.stringify([argument.claim, party, speed_m_s, delay_s, cap_m]);
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const found = judged(argument, setting);
    if (this.#found.size >= REMEMBERED) this.#found.delete(this.#found.keys().next().value ?? "");
    this.#found.set(key, found);
    return found;
  }

  /** The same party, with nothing moved. */
  unmoved(argument: Argument, setting: Setting): Finding {
    return this.finding(argument, { ...AS_THE_PARTY_HAS_IT, party: setting.party });
  }

  /** Flights whose verdict the moved numbers change. */
  changes(
    argument: Argument,
    setting: Setting,
  ): readonly (readonly [now: FlightFinding, before: FlightFinding])[] {
    return changedFlights(this.finding(argument, setting), this.unmoved(argument, setting));
  }

  /** What the picture is told of disputed flights; null leaves it to the document. */
  verdicts(state: State): FlightVerdicts | null {
    const argument = this.argument(state);
    if (argument === null) return null;
    const finding = this.finding(argument, state.setting);
    const known = this.#verdicts.get(finding);
    if (known !== undefined) return known;
    const verdicts: Record<string, FlightVerdict> = {};
    for (const { id, verdict } of finding.flights) verdicts[routeOf(id)] = REACHED[verdict];
    this.#verdicts.set(finding, verdicts);
    return verdicts;
  }
}

/** Whether a person has moved anything away from what the party has. */
export function isMoved({ speed_m_s, delay_s, cap_m }: Setting): boolean {
  return speed_m_s !== null || delay_s !== null || cap_m !== null;
}
