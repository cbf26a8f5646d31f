/** What a flight is, who sees it, and whether it can be met; what one of its events is. */

import { phaseOf, routeOf } from "../core/chosen.ts";
import { isMoved, REACHED } from "../core/arguing.ts";
import { eventsOf } from "../core/drawnFlights.ts";
import { clock, duration, number, quantity } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Flight, View } from "../core/view.ts";
import type { Entry, Explained } from "./explained.ts";
import { facts, reasonText, routeText, sightText } from "./explainSites.ts";
import type { Context } from "./panel.ts";
import { flightChip } from "./verdicts.ts";

export function explainFlight(context: Context, state: State, id: string): Explained | null {
  const view = context.view;
  const place = view?.flights.findIndex((each) => each.id === id) ?? -1;
  const flight = view?.flights[place];
  if (view == null || flight === undefined) return null;
  const { language } = context;
  return {
    kind: context.text(`web.explain.${flight.role}`),
    title: routeText(context, flight),
    facts: facts(context, [
      ["missile", context.name(flight.missile)],
      ["ground", flight.range_km === null ? null : quantity(language, flight.range_km, "km")],
      ["apogee", quantity(language, flight.apogee_km, "km")],
      ["burnout", flight.burnout_s === null ? null : clock(flight.burnout_s)],
      ["duration", duration(language, flight.flight_time_s)],
    ]),
    lists: [
      ...argued(context, state, flight),
      { heading: context.text("web.explain.seen"), entries: sights(context, view, state, place) },
      {
        heading: context.text("web.explain.could_meet"),
        entries: meetings(context, view, state, place),
      },
    ],
    told: [{ status: "computed", note: "", source: ["glasshield"] }],
  };
}

/** What the argument that is open finds of the flight. */
function argued(context: Context, state: State, flight: Flight): Explained["lists"] {
  const argument = context.arguing.argument(state);
  if (argument === null) return [];
  const finding = context.arguing.finding(argument, state.setting);
  const own = finding.flights.find((each) => routeOf(each.id) === flight.id);
  if (own === undefined) return [];
  const { value_m_s, low_m_s } = own.least;
  const speed = number(context.language, (value_m_s ?? low_m_s) / 1e3, 2);
  const least =
    low_m_s === Infinity
      ? context.text("web.least.never")
      : context.text(value_m_s === null ? "web.least.more" : "web.least.value", { speed });
  const chip = flightChip(context, REACHED[own.verdict]);
  const text = context.short(finding.side.assumptions);
  const moved = isMoved(state.setting) ? ` · ${context.text("web.explain.moved")}` : "";
  return [
    {
      heading: context.text("web.explain.argued"),
      entries: [{ text, chip, soft: `${least}${moved}` }],
    },
  ];
}

function sights(context: Context, { sees, sensors }: View, state: State, place: number): Entry[] {
  const rows = rowsOf(context, state, sees, place);
  const time = (k: number): number => sees.first_seen_s[k] ?? Infinity;
  rows.sort((a, b) => (time(a) === time(b) ? a - b : time(a) - time(b)));
  return rows.map((k) => {
    const id = sensors[sees.sensor[k]!]?.id ?? "";
    const soft = sightText(context, sees.first_seen_s[k], sees.last_seen_s[k], sees.why_not[k]);
    return { text: context.short(id), soft, target: { kind: "sensor", id } };
  });
}

/** Batteries with their windows, or with the rule that closes them. */
function meetings(context: Context, view: View, state: State, place: number): Entry[] {
  const { reaches, meets, batteries } = view;
  const disputed = rowsOf(context, state, reaches, place).map((k) => {
    const speed = quantity(context.language, reaches.burnout_speed_km_s[k]!, "km/s", 1);
    return {
      ...batteryEntry(context, batteries[reaches.battery[k]!]?.id ?? ""),
      chip: flightChip(context, reaches.verdict[k]!),
      soft: joined([
        `${context.short(reaches.by[k]!)}, ${speed}`,
        windowText(context, reaches, k),
        marginText(context, reaches.speed_margin_km_s[k] ?? null),
      ]),
    };
  });
  const threats = rowsOf(context, state, meets, place).map((k) => ({
    ...batteryEntry(context, batteries[meets.battery[k]!]?.id ?? ""),
    chip: flightChip(context, meets.opens_s[k] == null ? "no" : "yes"),
    soft: joined([windowText(context, meets, k), shotsText(context, meets.shots[k] ?? 0)]),
  }));
  return [...threats, ...disputed];
}

type Windows = Pick<View["meets"], "opens_s" | "closes_s" | "why_not">;

function windowText(context: Context, windows: Windows, k: number): string {
  const [opens_s, closes_s] = [windows.opens_s[k], windows.closes_s[k]];
  if (opens_s == null || closes_s == null) return reasonText(context, "rule", windows.why_not[k]);
  const values = { from: clock(opens_s), to: clock(closes_s) };
  return context.text("web.explain.window", values);
}

function marginText(context: Context, margin_km_s: number | null): string {
  if (margin_km_s === null) return "";
  const margin = quantity(context.language, margin_km_s, "km/s", 2);
  return context.text("web.explain.speed_margin", { margin });
}

function shotsText(context: Context, shots: number): string {
  return shots > 0 ? context.text("web.explain.shots", { n: shots }) : "";
}

function batteryEntry(context: Context, id: string): Entry {
  return { text: context.short(id), target: { kind: "battery", id } };
}

function rowsOf(
  context: Context,
  state: State,
  columns: Pick<View["sees"], "phase" | "flight">,
  place: number,
): number[] {
  const phase = context.view === null ? 0 : phaseOf(context.view, state);
  return columns.phase.flatMap((each, k) =>
    each === phase && columns.flight[k] === place ? [k] : [],
  );
}

/** An event, `FLIGHT@KIND@BY`. */
export function explainEvent(context: Context, state: State, id: string): Explained | null {
  const [flight_id = "", kind = "", by = ""] = id.split("@");
  const view = context.view;
  const flight = view?.flights.find((each) => each.id === flight_id);
  if (view == null || flight === undefined) return null;
  const happening = eventsOf(view, state, flight_id).find(
    (each) => each.kind === kind && each.by === by,
  );
  if (happening === undefined) return null;
  const told = explainFlight(context, state, flight_id);
  return {
    kind: context.text("web.explain.event"),
    title: context.text(`web.event.${happening.kind}`),
    facts: facts(context, [
      ["time", `T+${clock(happening.time_s)}`],
      ["by", by === "" ? null : context.name(by)],
    ]),
    lists: [
      {
        heading: context.text("web.explain.flights"),
        entries: [{ text: routeText(context, flight), target: { kind: "flight", id: flight_id } }],
      },
      ...(told?.lists ?? []),
    ],
    told: told?.told ?? [],
  };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
