/** What a radar, a battery or a place is, and what it does in the phase that is shown. */

import { phaseOf } from "../core/chosen.ts";
import { isSetting } from "../core/drawnRegions.ts";
import { clock, coordinates, interval, number, quantity } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Battery, Flight, Sensor, View } from "../core/view.ts";
import { isWordKey } from "../core/words.ts";
import type { Entry, Explained, Fact } from "./explained.ts";
import type { Context } from "./panel.ts";
import { flightChip } from "./verdicts.ts";

export function explainSensor(context: Context, state: State, id: string): Explained | null {
  const view = context.view;
  const sensor = view?.sensors.find((each) => each.id === id);
  if (view == null || sensor === undefined) return null;
  return {
    kind: context.text(`web.explain.${sensor.kind}`),
    title: context.name(id),
    facts: sensorFacts(context, sensor),
    lists: [
      { heading: context.text("web.explain.sees"), entries: seenBy(context, view, state, id) },
    ],
    told: [sensor, ...sensor.sectors],
  };
}

function sensorFacts(context: Context, sensor: Sensor): Fact[] {
  const { language } = context;
  const range =
    sensor.range_km === null
      ? null
      : rangeText(context, sensor.range_km, sensor.reference_cross_section_m2);
  const sectors = sensor.sectors.map((each) =>
    context.text("web.explain.sector", {
      azimuth: interval(language, each.azimuth_from_deg, each.azimuth_to_deg, "deg"),
      elevation: interval(language, each.elevation_min_deg, each.elevation_max_deg, "deg"),
    }),
  );
  return facts(context, [
    ["party", context.name(sensor.party)],
    ["place", placeText(context, sensor)],
    ["range", range],
    ["sectors", sectors.join("; ")],
    ["search", sensor.search === null ? null : searchText(context, sensor.search)],
    [
      "phases",
      isSetting(context.view)
        ? null
        : sensor.phases.map((phase) => phaseText(context, phase)).join(", "),
    ],
  ]);
}

/** A radar of an exercise may see whatever is in view, however small. */
function rangeText(context: Context, range_km: number, area_m2: number | null): string {
  const range = quantity(context.language, range_km, "km");
  if (area_m2 === null) return range;
  // Small targets are small in the third decimal.
  const area = number(context.language, area_m2, area_m2 < 0.01 ? 4 : 2);
  return context.text("web.explain.range_of", { range, area });
}

/** A phase as its step is named. */
function phaseText(context: Context, id: string): string {
  const phase = context.view?.phases.find((each) => each.id === id);
  return context.said(phase?.short) || context.short(id);
}

function searchText(context: Context, search: string): string {
  const key = `web.search.${search}`;
  return isWordKey(key) ? context.text(key) : search;
}

/** The flights that it sees, first those that it sees first; then why it does not see the others. */
function seenBy(
  context: Context,
  { sees, sensors, flights }: View,
  state: State,
  id: string,
): Entry[] {
  const phase = context.view === null ? 0 : phaseOf(context.view, state);
  const place = sensors.findIndex((each) => each.id === id);
  const rows = sees.phase.flatMap((each, k) =>
    each === phase && sees.sensor[k] === place ? [k] : [],
  );
  const seen = rows.filter((k) => sees.first_seen_s[k] != null);
  seen.sort((a, b) => (sees.first_seen_s[a] ?? 0.0) - (sees.first_seen_s[b] ?? 0.0));
  const unseen = rows.filter((k) => sees.first_seen_s[k] == null);
  return [...seen, ...unseen].map((k) => ({
    ...flightEntry(context, flights[sees.flight[k]!]),
    soft: sightText(context, sees.first_seen_s[k], sees.last_seen_s[k], sees.why_not[k]),
  }));
}

/** From when to when something is seen, or why it is not. */
export function sightText(
  context: Context,
  first_s: number | null | undefined,
  last_s: number | null | undefined,
  why_not: string | null | undefined,
): string {
  if (first_s == null) return reasonText(context, "unseen", why_not);
  const values = { from: clock(first_s), to: clock(last_s ?? first_s) };
  return context.text("web.explain.seen_from", values);
}

/** A rule by the words that the report has for it; its name where it has none. */
export function reasonText(
  context: Context,
  kind: "rule" | "unseen",
  name: string | null | undefined,
): string {
  if (name == null) return "";
  const key = `${kind}.${name}`;
  return isWordKey(key) ? context.text(key) : name;
}

export function explainBattery(context: Context, state: State, id: string): Explained | null {
  const view = context.view;
  const battery = view?.batteries.find((each) => each.id === id);
  if (view == null || battery === undefined) return null;
  return {
    kind: context.text("web.explain.battery"),
    title: context.name(id),
    facts: batteryFacts(context, battery),
    lists: [
      { heading: context.text("web.explain.speeds"), entries: speeds(context, battery) },
      { heading: context.text("web.explain.reaches"), entries: reached(context, view, state, id) },
    ],
    told: [battery, ...battery.speeds.map((each) => ({ ...each, by: each.by }))],
  };
}

function batteryFacts(context: Context, battery: Battery): Fact[] {
  const { language } = context;
  const { ground_range_km, min_height_km, max_height_km } = battery;
  const heights =
    min_height_km === null || max_height_km === null
      ? null
      : interval(language, min_height_km, max_height_km, "km");
  const counts = battery.deployed.map(({ phase, count }) =>
    isSetting(context.view)
      ? context.text("web.explain.at_first", { n: number(language, count) })
      : `${phaseText(context, phase)}: ${number(language, count)}`,
  );
  return facts(context, [
    ["party", context.name(battery.party)],
    ["interceptor", context.name(battery.interceptor)],
    ["place", placeText(context, battery)],
    ["count", counts.join("; ")],
    ["cap", ground_range_km === null ? null : quantity(language, ground_range_km, "km")],
    ["heights", heights],
  ]);
}

function speeds(context: Context, { speeds: stated }: Battery): Entry[] {
  return stated.map(({ by, value_km_s, low_km_s, high_km_s }) => ({
    text: context.name(by),
    soft:
      low_km_s === high_km_s
        ? quantity(context.language, value_km_s, "km/s", 1)
        : `${quantity(context.language, value_km_s, "km/s", 1)} (${interval(context.language, low_km_s, high_km_s, "km/s", 1)})`,
  }));
}

function reached(context: Context, view: View, state: State, id: string): Entry[] {
  const { reaches, batteries, flights } = view;
  const phase = phaseOf(view, state);
  const place = batteries.findIndex((each) => each.id === id);
  const rows = reaches.phase.flatMap((each, k) =>
    each === phase && reaches.battery[k] === place ? [k] : [],
  );
  return rows.map((k, n) => ({
    // A flight is named once; what comes of it at each stated speed stands below.
    ...(reaches.flight[rows[n - 1] ?? -1] === reaches.flight[k]
      ? { text: "" }
      : flightEntry(context, flights[reaches.flight[k]!])),
    chip: flightChip(context, reaches.verdict[k]!),
    soft: [
      context.short(reaches.by[k]!),
      quantity(context.language, reaches.burnout_speed_km_s[k]!, "km/s", 1),
      reasonText(context, "rule", reaches.why_not[k]),
    ]
      .filter((part) => part !== "")
      .join(" · "),
  }));
}

export function explainPlace(context: Context, _state: State, id: string): Explained | null {
  const place = context.view?.places.find((each) => each.id === id);
  if (place === undefined) return null;
  const flights = (context.view?.flights ?? []).filter(
    (each) => each.launch === id || each.target === id,
  );
  return {
    kind: context.text(place.kind === "launch" ? "legend.launch" : "legend.target"),
    title: context.name(id),
    facts: facts(context, [["place", coordinates(context.language, place.lat_deg, place.lon_deg)]]),
    lists: [
      {
        heading: context.text("web.explain.flights"),
        entries: flights.map((each) => flightEntry(context, each)),
      },
    ],
    told: [],
  };
}

/** A flight as an entry that can be chosen. */
export function flightEntry(context: Context, flight: Flight | undefined): Entry {
  if (flight === undefined) return { text: "" };
  return { text: routeText(context, flight), target: { kind: "flight", id: flight.id } };
}

export function routeText(context: Context, { launch, target, missile }: Flight): string {
  return `${context.short(launch)} → ${context.short(target)}, ${context.short(missile)}`;
}

type FactKey =
  | "note"
  | "party"
  | "place"
  | "range"
  | "sectors"
  | "search"
  | "phases"
  | "interceptor"
  | "count"
  | "cap"
  | "heights"
  | "missile"
  | "apogee"
  | "ground"
  | "burnout"
  | "duration"
  | "power"
  | "visible"
  | "sigma"
  | "cells"
  | "shown"
  | "time"
  | "by";

/** Facts by their catalogue names; those that are not known are left out. */
export function facts(
  context: Context,
  pairs: readonly (readonly [key: FactKey, text: string | null])[],
): Fact[] {
  return pairs.flatMap(([key, text]) =>
    text === null || text === "" ? [] : [{ term: context.text(`web.fact.${key}`), text }],
  );
}

function placeText(
  context: Context,
  { lat_deg, lon_deg, at_sea }: Pick<Sensor, "lat_deg" | "lon_deg" | "at_sea">,
): string | null {
  if (lat_deg === null || lon_deg === null) return context.text("web.explain.in_orbit");
  const place = coordinates(context.language, lat_deg, lon_deg);
  return at_sea ? `${place} (${context.text("web.explain.at_sea")})` : place;
}
