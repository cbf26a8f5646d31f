/** Flights as arcs, coloured by phase, dashed by what comes of them, with what happens there. */

import {
  disputedOf,
  isSelected,
  phaseOf,
  shortOf,
  target,
  threatsOf,
  verdictsOf,
  type FlightVerdicts,
} from "./chosen.ts";
import { partOf, positionAt } from "./courses.ts";
import type { Drawable, Line, Mark, Strength } from "./drawables.ts";
import { degrees, ecefToGeodetic } from "./earth.ts";
import type { Glyph, LookName } from "./looks.ts";
import type { LayerName, State } from "./state.ts";
import type { Flight, View } from "./view.ts";
import { words } from "./words.ts";

/** The flights against which the phase is built. */
export function threats(view: View, state: State): Line[] {
  return threatsOf(view, state).flatMap((flight) => arc(flight, state, "flights", null));
}

export function disputed(view: View, state: State, argued: FlightVerdicts | null): Line[] {
  const verdicts = verdictsOf(view, state, argued);
  return disputedOf(view, state).flatMap((flight) =>
    arc(flight, state, "disputed", `disputed-${verdicts[flight.id] ?? "no"}`),
  );
}

/** A flight in its phases: under power, on its way, and back in the air. */
function arc(flight: Flight, state: State, layer: LayerName, look: LookName | null): Line[] {
  const end_s = flight.flight_time_s;
  const burnout_s = flight.burnout_s ?? 0.0;
  const reentry_s = flight.reentry_s ?? end_s;
  const prefix = layer === "flights" ? "threat" : "disputed";
  const parts = [
    [`${prefix}-boost`, 0.0, burnout_s],
    [look ?? "threat-coast", burnout_s, reentry_s],
    [`${prefix}-entry`, reentry_s, end_s],
  ] as const;
  const shared = {
    shape: "line",
    layer,
    target: target("flight", flight.id),
    strength: strengthOf(flight, state),
  } as const;
  return parts
    .filter(([, from_s, to_s]) => to_s > from_s)
    .map(([name, from_s, to_s]) => ({
      ...shared,
      look: name,
      courses: [partOf(flight, from_s, to_s)],
    }));
}

function strengthOf(flight: Flight, state: State): Strength {
  const chosen = state.flight ?? (state.selected?.kind === "flight" ? state.selected.id : null);
  if (flight.id === chosen || isSelected(state, "flight", flight.id)) return "strong";
  return chosen === null ? "normal" : "faint";
}

/** Where the flights of a layer begin and end, by name. */
export function ends(view: View, state: State, layer: "flights" | "disputed"): Mark[] {
  const flights = layer === "flights" ? threatsOf(view, state) : disputedOf(view, state);
  const used = new Set(flights.flatMap((each) => [each.launch, each.target]));
  return view.places
    .filter((place) => used.has(place.id))
    .map((place) => ({
      shape: "mark",
      layer,
      target: target("place", place.id),
      look: place.kind,
      glyph: place.kind,
      strength: isSelected(state, "place", place.id) ? "strong" : "normal",
      lon_deg: place.lon_deg,
      lat_deg: place.lat_deg,
      height_m: 0.0,
      label: shortOf(view, state, place.id),
      weight: place.kind === "launch" ? 60 : 40,
    }));
}

/** Where the missiles are at the chosen time, and what happens on the chosen flight. */
export function missiles(view: View, state: State, layer: "flights" | "disputed"): Drawable[] {
  const flights = layer === "flights" ? threatsOf(view, state) : disputedOf(view, state);
  const { time_s } = state;
  const chosen = flights.find((each) => each.id === state.flight);
  // A chosen flight is told alone: the time is then its own.
  const timed = state.flight === null ? flights : chosen === undefined ? [] : [chosen];
  const flying =
    time_s === null ? [] : timed.filter((each) => time_s >= 0.0 && time_s <= each.flight_time_s);
  return [
    ...flying.map((each) => onFlight(each, time_s ?? 0.0, layer, "missile", state)),
    ...(chosen === undefined ? [] : happenings(view, state, chosen, layer)),
  ];
}

/** The parts of the chosen flight in which it could be met, as broad bands along it. */
export function bands(view: View, state: State, layer: "flights" | "disputed"): Line[] {
  const flights = layer === "flights" ? threatsOf(view, state) : disputedOf(view, state);
  const chosen = flights.find((each) => each.id === state.flight);
  if (chosen === undefined) return [];
  const phase = phaseOf(view, state);
  const number = view.flights.indexOf(chosen);
  return [view.meets, view.reaches].flatMap((rows) =>
    rows.phase.flatMap((each, k): Line[] => {
      const [opens_s, closes_s] = [rows.opens_s[k], rows.closes_s[k]];
      if (each !== phase || rows.flight[k] !== number || opens_s == null) return [];
      return [
        {
          shape: "line",
          layer,
          target: target("flight", chosen.id),
          look: "window",
          strength: "normal",
          courses: [partOf(chosen, opens_s, closes_s ?? opens_s)],
        },
      ];
    }),
  );
}

function happenings(view: View, state: State, flight: Flight, layer: LayerName): Mark[] {
  return eventsOf(view, state, flight.id)
    .filter((each) => each.glyph !== null)
    .map((each) => ({
      ...onFlight(flight, each.time_s, layer, each.glyph ?? "missile", state),
      target: target("event", `${flight.id}@${each.kind}@${each.by}`),
      strength: "normal" as const,
      label: each.glyph === "first-seen" ? seenBy(view, state, each.by) : null,
      weight: 30,
    }));
}

/** Not the name of the radar alone, which would seem to stand there. */
function seenBy(view: View, state: State, sensor: string): string {
  return `${words(state.language, "web.event.first-seen")} ${shortOf(view, state, sensor)}`;
}

/** Something that happens on a flight, or that others do to it in a phase. */
export interface Happening {
  readonly kind:
    | Flight["events"][number]["event"]
    | "first-seen"
    | "last-seen"
    | "launch-window-opens"
    | "launch-window-closes"
    | "window-opens"
    | "window-closes"
    | "meeting";
  readonly time_s: number;
  /** A sensor's or a battery's id; empty for what the flight does itself. */
  readonly by: string;
  readonly glyph: Glyph | null;
}

/** All that happens on a flight in the chosen phase, in order. */
export function eventsOf(view: View, state: State, flight_id: string): Happening[] {
  const number = view.flights.findIndex((each) => each.id === flight_id);
  const flight = view.flights[number];
  if (flight === undefined) return [];
  const phase = phaseOf(view, state);
  const own = flight.events.map(({ event, time_s }) => happening(event, time_s, ""));
  const met = windows(view, view.meets, phase, number);
  const reached = windows(view, view.reaches, phase, number);
  return [
    ...own,
    ...seen(view, phase, number),
    ...met,
    ...reached,
    ...meetings(view, phase, number),
  ].sort((a, b) => a.time_s - b.time_s);
}

function seen({ sees, sensors }: View, phase: number, flight: number): Happening[] {
  return sees.phase.flatMap((each, k) => {
    if (each !== phase || sees.flight[k] !== flight) return [];
    const by = sensors[sees.sensor[k]!]?.id ?? "";
    return [
      ...timed("first-seen", sees.first_seen_s[k], by, "first-seen"),
      ...timed("last-seen", sees.last_seen_s[k], by),
    ];
  });
}

/** The columns that both kinds of flights have of their windows. */
type Windows = Pick<
  View["reaches"],
  "phase" | "flight" | "battery" | "opens_s" | "closes_s" | "launch_opens_s" | "launch_closes_s"
>;

function windows({ batteries }: View, rows: Windows, phase: number, flight: number): Happening[] {
  return rows.phase.flatMap((each, k) => {
    if (each !== phase || rows.flight[k] !== flight) return [];
    const by = batteries[rows.battery[k]!]?.id ?? "";
    return [
      ...timed("launch-window-opens", rows.launch_opens_s[k], by),
      ...timed("launch-window-closes", rows.launch_closes_s[k], by),
      ...timed("window-opens", rows.opens_s[k], by),
      ...timed("window-closes", rows.closes_s[k], by),
    ];
  });
}

function meetings({ reaches, batteries }: View, phase: number, flight: number): Happening[] {
  return reaches.phase.flatMap((each, k) => {
    if (each !== phase || reaches.flight[k] !== flight) return [];
    return timed(
      "meeting",
      reaches.meeting_s[k],
      batteries[reaches.battery[k]!]?.id ?? "",
      "meeting",
    );
  });
}

function timed(
  kind: Happening["kind"],
  time_s: number | null | undefined,
  by: string,
  glyph: Glyph | null = null,
): Happening[] {
  return time_s == null ? [] : [happening(kind, time_s, by, glyph)];
}

function happening(
  kind: Happening["kind"],
  time_s: number,
  by: string,
  glyph: Glyph | null = null,
): Happening {
  return { kind, time_s, by, glyph };
}

function onFlight(
  flight: Flight,
  time_s: number,
  layer: LayerName,
  glyph: Glyph,
  state: State,
): Mark {
  const { lat_rad, lon_rad, height_m } = ecefToGeodetic(positionAt(flight, time_s));
  return {
    shape: "mark",
    layer,
    target: target("flight", flight.id),
    look: glyph,
    glyph,
    strength: state.flight === flight.id ? "strong" : "normal",
    lon_deg: degrees(lon_rad),
    lat_deg: degrees(lat_rad),
    height_m,
    label: null,
    weight: 20,
  };
}
