/** When a flight is seen, and when it could be met: spans of time for the time line. */

import { phaseOf } from "./chosen.ts";
import type { State } from "./state.ts";
import type { Flight, View } from "./view.ts";

/** From when to when something is so. */
export interface Span {
  readonly kind: "seen" | "launch-window" | "window";
  readonly from_s: number;
  readonly to_s: number;
}

/** What one sensor or battery has of a flight. */
export interface Lane {
  readonly kind: "sensor" | "battery";
  readonly id: string;
  /** Who states the speed on which windows rest; empty where only one is counted. */
  readonly by: string;
  readonly spans: readonly Span[];
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
    const spans = [{ kind: "seen", from_s, to_s: to_s ?? from_s } as const];
    return [{ kind: "sensor", id, by: "", spans } as const];
  });
}

function metLanes(view: View, phase: number, flight: number): Lane[] {
  const { meets, reaches } = view;
  const met = windows(view, meets, phase, flight, () => "");
  return met.length > 0 ? met : windows(view, reaches, phase, flight, (k) => reaches.by[k] ?? "");
}

type Windows = Pick<
  View["meets"],
  "phase" | "flight" | "battery" | "opens_s" | "closes_s" | "launch_opens_s" | "launch_closes_s"
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
    const spans = [
      ...span("window", columns.opens_s[k], columns.closes_s[k]),
      ...span("launch-window", columns.launch_opens_s[k], columns.launch_closes_s[k]),
    ];
    return spans.length === 0 ? [] : [{ kind: "battery", id, by, spans } as const];
  });
}

function span(
  kind: Span["kind"],
  from_s: number | null | undefined,
  to_s: number | null | undefined,
): Span[] {
  return from_s == null || to_s == null ? [] : [{ kind, from_s, to_s }];
}

function inOrder(lanes: readonly Lane[]): Lane[] {
  const first = ({ spans }: Lane): number => Math.min(...spans.map((each) => each.from_s));
  return [...lanes].sort((a, b) => first(a) - first(b));
}
