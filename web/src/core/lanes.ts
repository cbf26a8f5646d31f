/** When a flight is seen, and when it could be met: spans of time for the time line. */

import { phaseOf } from "./chosen.ts";
import type { State } from "./state.ts";
import type { Flight, View } from "./view.ts";

export interface Lane {
  readonly kind: "seen" | "launch-window" | "window";
  /** A sensor's or a battery's id. */
  readonly id: string;
  /** Who states the speed on which a window rests; empty where only one is counted. */
  readonly by: string;
  readonly from_s: number;
  readonly to_s: number;
}

/** The flight whose time runs: the chosen one, else that which the document tells. */
export function timedFlight(view: View, state: State): Flight | null {
  const told = state.flight ?? view.timeline?.flight ?? null;
  return view.flights.find((each) => each.id === told) ?? view.flights[0] ?? null;
}

/** What sees the flight and what could meet it in the phase, sensors first, in order of time. */
export function lanesOf(view: View, state: State, flight: Flight): Lane[] {
  const place = view.flights.indexOf(flight);
  const phase = phaseOf(view, state);
  const { sensors } = state.filters;
  const seen = seenLanes(view, phase, place).filter((lane) => !sensors.includes(lane.id));
  return [...inOrder(seen), ...inOrder(metLanes(view, phase, place))];
}

function seenLanes({ sees, sensors }: View, phase: number, flight: number): Lane[] {
  return sees.phase.flatMap((each, k) => {
    const [from_s, to_s] = [sees.first_seen_s[k], sees.last_seen_s[k]];
    if (each !== phase || sees.flight[k] !== flight || from_s == null) return [];
    const id = sensors[sees.sensor[k]!]?.id ?? "";
    return [{ kind: "seen", id, by: "", from_s, to_s: to_s ?? from_s } as const];
  });
}

function metLanes(view: View, phase: number, flight: number): Lane[] {
  const { meets, reaches } = view;
  const met = windows(view, meets, phase, flight, () => "");
  return met.length > 0 ? met : windows(view, reaches, phase, flight, (k) => reaches.by[k] ?? "");
}

type Windows = Pick<
  View["meets"],
  | "phase"
  | "flight"
  | "battery"
  | "opens_s"
  | "closes_s"
  | "launch_opens_s"
  | "launch_closes_s"
>;

function windows(
  { batteries }: View,
  columns: Windows,
  phase: number,
  flight: number,
  byOf: (k: number) => string,
): Lane[] {
  return columns.phase.flatMap((each, k) => {
    if (each !== phase || columns.flight[k] !== flight) return [];
    const [id, by] = [batteries[columns.battery[k]!]?.id ?? "", byOf(k)];
    return [
      ...lane("launch-window", id, by, columns.launch_opens_s[k], columns.launch_closes_s[k]),
      ...lane("window", id, by, columns.opens_s[k], columns.closes_s[k]),
    ];
  });
}

function lane(
  kind: Lane["kind"],
  id: string,
  by: string,
  from_s: number | null | undefined,
  to_s: number | null | undefined,
): Lane[] {
  return from_s == null || to_s == null ? [] : [{ kind, id, by, from_s, to_s }];
}

function inOrder(lanes: readonly Lane[]): Lane[] {
  return [...lanes].sort((a, b) => a.from_s - b.from_s);
}
