/**
 * The tables beside the pictures: the same things, from the same choice, with all their numbers.
 *
 * Every drawable that can be clicked has a row with the same target.
 */

import {
  batteriesOf,
  cellCount,
  cellLayersOf,
  cellStates,
  disputedOf,
  nameOf,
  phaseOf,
  sensorsOf,
  target,
  threatsOf,
  verdictsOf,
} from "./chosen.ts";
import { boundsOf } from "./drawnGround.ts";
import { isBest, stationId } from "./drawnPlans.ts";
import { isSetting, regionsOf, titleOf, troublesOf } from "./drawnRegions.ts";
import { rangeOf } from "./drawnSites.ts";
import { degrees, ecefToGeodetic, length } from "./earth.ts";
import type { Beside } from "./layers.ts";
import { tracksOf, type TrackRow } from "./livePicture.ts";
import { inDegrees, type NoticeArea, type ShownNotice } from "./notices.ts";
import type { LayerName, Selection, State } from "./state.ts";
import type { Battery, Flight, Plan, Region, Sensor, Station, Trouble, View } from "./view.ts";
import { isWordKey, words, type WordKey } from "./words.ts";

export type Value = string | number | null;

export interface Column {
  /** In files: with its unit, as in Python. */
  readonly key: string;
  readonly title: WordKey;
  /** As `numbers.unit` takes it; empty for texts. Times of flights are in `s`. */
  readonly unit: string;
  readonly decimals: number;
}

export interface Row {
  readonly target: Selection | null;
  /** As many as there are columns. */
  readonly values: readonly Value[];
}

export const TABLES = [
  "sensors",
  "batteries",
  "flights",
  "seen",
  "reached",
  "shares",
  "cells",
  "observers",
  "tracks",
  "notices",
  "sectors",
] as const;
export type TableName = (typeof TABLES)[number];

export interface Table {
  readonly name: TableName;
  readonly title: WordKey;
  /** The layer that shows the same. */
  readonly layer: LayerName;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What a column says of a record. */
interface Field<R> extends Column {
  readonly of: (record: R) => Value;
}

/** The tables that the subject has. */
export function tableNames(state: State, view: View | null = null): readonly TableName[] {
  if (state.subject !== "live") return TABLES.filter((each) => !OF_LIVE.has(each));
  const live: TableName[] = ["tracks", "notices", "sensors"];
  return isSetting(view) ? [...live, "batteries", "sectors"] : live;
}

const OF_LIVE: ReadonlySet<TableName> = new Set(["tracks", "notices", "sectors"]);

export function tableOf(name: TableName, view: View | null, state: State, beside: Beside): Table {
  if (name === "tracks") return trackTable(state, beside);
  if (name === "notices") return noticeTable(state, beside);
  if (view === null) return table(name, "sites", [], [], () => null);
  return assessed(name, view, state, beside);
}

function assessed(name: TableName, view: View, state: State, beside: Beside): Table {
  switch (name) {
    case "sensors":
      return sensorTable(view, state, beside);
    case "sectors":
      return sectorTable(view, state);
    case "batteries":
      return batteryTable(view, state);
    case "flights":
      return flightTable(view, state, beside);
    case "seen":
      return seenTable(view, state);
    case "reached":
      return reachedTable(view, state);
    case "shares":
      return shareTable(view, state);
    case "cells":
      return cellTable(view, state);
    default:
      return observerTable(view, state);
  }
}

function sensorTable(view: View, state: State, { failed }: Beside): Table {
  const works = (each: Sensor): string =>
    words(state.language, failed.has(each.id) ? "web.sensor.failed" : "web.sensor.works");
  const fields: Field<Sensor>[] = [
    text("name", "web.column.name", (each) => nameOf(view, state, each.id)),
    text("party", "web.column.party", (each) => nameOf(view, state, each.party)),
    number("lat_deg", "web.column.lat", "deg", 2, (each) => each.lat_deg),
    number("lon_deg", "web.column.lon", "deg", 2, (each) => each.lon_deg),
    number("range_km", "web.column.range", "km", 0, (each) =>
      kilometres(rangeOf(view, state, each)),
    ),
    ...(isSetting(view) ? [text<Sensor>("state", "web.column.state", works)] : []),
    ...sourced<Sensor>(view, state),
  ];
  return table("sensors", "fans", sensorsOf(view, state), fields, (each) =>
    target("sensor", each.id),
  );
}

function batteryTable(view: View, state: State): Table {
  const phase = view.phases[phaseOf(view, state)]?.id;
  const count = (each: Battery): number | null =>
    each.deployed.find((deployed) => deployed.phase === phase)?.count ?? null;
  const fastest = (each: Battery): number | null =>
    each.speeds.length === 0 ? null : Math.max(...each.speeds.map((speed) => speed.value_km_s));
  const fields: Field<Battery>[] = [
    text("name", "web.column.site", (each) => nameOf(view, state, each.site)),
    text("interceptor", "web.column.interceptor", (each) => nameOf(view, state, each.interceptor)),
    text("party", "web.column.party", (each) => nameOf(view, state, each.party)),
    number("lat_deg", "web.column.lat", "deg", 2, (each) => each.lat_deg),
    number("lon_deg", "web.column.lon", "deg", 2, (each) => each.lon_deg),
    number("count", "web.column.count", "1", 0, count),
    number("speed_km_s", "web.column.speed_to", "km/s", 2, fastest),
    number("ground_range_km", "web.column.ground_range", "km", 0, (each) => each.ground_range_km),
    ...sourced<Battery>(view, state),
  ];
  return table("batteries", "sites", batteriesOf(view, state), fields, (each) =>
    target("battery", each.id),
  );
}

/** Regions with what is agreed about them, then what is contradictory. */
function sectorTable(view: View, state: State): Table {
  const names = (ids: readonly string[]): string | null =>
    ids.length === 0 ? null : ids.map((id) => nameOf(view, state, id)).join(", ");
  const is_region = (each: Region | Trouble): each is Region => "sector" in each;
  const fields: Field<Region | Trouble>[] = [
    text("name", "web.column.name", (each) =>
      is_region(each)
        ? titleOf(state, each)
        : words(state.language, `web.trouble.${each.kind}.short`),
    ),
    text("answers", "web.column.answers", (each) =>
      names(is_region(each) ? each.sector : each.parties),
    ),
    text("forces", "web.column.forces", (each) => (is_region(each) ? names(each.forces) : null)),
    text("defended", "web.column.defended_by", (each) =>
      is_region(each) ? names(each.defended) : null,
    ),
    text("asked", "web.column.asked", (each) => (is_region(each) ? names(each.territory) : null)),
    number("lat_deg", "web.column.lat", "deg", 2, (each) => each.lat_deg),
    number("lon_deg", "web.column.lon", "deg", 2, (each) => each.lon_deg),
  ];
  const rows = [...regionsOf(view), ...troublesOf(view)];
  return table("sectors", "sectors", rows, fields, (each) =>
    target(is_region(each) ? "region" : "trouble", each.id),
  );
}

/** The flights that are drawn, in the order in which they are drawn. */
function flightTable(view: View, state: State, beside: Beside): Table {
  const verdicts = verdictsOf(view, state, beside.verdicts);
  const fields: Field<Flight>[] = [
    text("launch", "web.column.launch", (each) => nameOf(view, state, each.launch)),
    text("target", "web.column.target", (each) => nameOf(view, state, each.target)),
    text("missile", "web.column.missile", (each) => nameOf(view, state, each.missile)),
    text("role", "web.column.role", (each) => words(state.language, `web.role.${each.role}`)),
    text("reached", "web.column.reached", (each) =>
      each.role === "disputed"
        ? words(state.language, `verdict.${verdicts[each.id] ?? "no"}`)
        : null,
    ),
    number("range_km", "web.column.range", "km", 0, (each) => each.range_km),
    number("apogee_km", "web.column.apogee", "km", 0, (each) => each.apogee_km),
    number("burnout_s", "web.column.burnout", "s", 0, (each) => each.burnout_s),
    number("reentry_s", "web.column.reentry", "s", 0, (each) => each.reentry_s),
    number("flight_time_s", "web.column.flight_time", "s", 0, (each) => each.flight_time_s),
  ];
  return table("flights", "flights", flightsOf(view, state), fields, (each) =>
    target("flight", each.id),
  );
}

function flightsOf(view: View, state: State): Flight[] {
  const threats = state.hidden.includes("flights") ? [] : threatsOf(view, state);
  const disputed = state.hidden.includes("disputed") ? [] : disputedOf(view, state);
  return [...threats, ...disputed];
}

/** Which of the shown sensors sees which of the shown flights, and when, and else why not. */
function seenTable(view: View, state: State): Table {
  const { sees } = view;
  const [phase, flights] = [phaseOf(view, state), placesOf(view.flights, flightsOf(view, state))];
  const sensors = placesOf(view.sensors, sensorsOf(view, state));
  const rows = sees.phase.flatMap((each, k) =>
    each === phase && flights.has(sees.flight[k]!) && sensors.has(sees.sensor[k]!) ? [k] : [],
  );
  const fields: Field<number>[] = [
    text("flight", "web.column.flight", (k) => route(view, state, view.flights[sees.flight[k]!])),
    text("sensor", "web.column.sensor", (k) => sensorName(view, state, sees.sensor[k]!)),
    number("first_seen_s", "web.column.first_seen", "s", 0, (k) => sees.first_seen_s[k]!),
    number("height_km", "web.column.at_height", "km", 0, (k) => sees.first_seen_height_km[k]!),
    number("last_seen_s", "web.column.last_seen", "s", 0, (k) => sees.last_seen_s[k]!),
    text("why_not", "web.column.why_not", (k) => reason(state, "unseen", sees.why_not[k])),
  ];
  return table("seen", "fans", rows, fields, (k) =>
    target("flight", view.flights[sees.flight[k]!]?.id ?? ""),
  );
}

/** Every battery against every disputed flight, at every stated speed. */
function reachedTable(view: View, state: State): Table {
  const { reaches } = view;
  const [phase, flights] = [phaseOf(view, state), placesOf(view.flights, flightsOf(view, state))];
  const rows = reaches.phase.flatMap((each, k) =>
    each === phase && flights.has(reaches.flight[k]!) ? [k] : [],
  );
  const fields: Field<number>[] = [
    text("flight", "web.column.flight", (k) =>
      route(view, state, view.flights[reaches.flight[k]!]),
    ),
    text("battery", "web.column.battery", (k) =>
      nameOf(view, state, view.batteries[reaches.battery[k]!]?.id ?? ""),
    ),
    number("speed_km_s", "web.column.speed", "km/s", 2, (k) => reaches.burnout_speed_km_s[k]!),
    text("by", "web.column.by", (k) => nameOf(view, state, reaches.by[k]!)),
    text("reached", "web.column.reached", (k) =>
      words(state.language, `verdict.${reaches.verdict[k]!}`),
    ),
    number("opens_s", "web.column.opens", "s", 0, (k) => reaches.opens_s[k]!),
    number("closes_s", "web.column.closes", "s", 0, (k) => reaches.closes_s[k]!),
    number("least_km_s", "web.column.least_speed", "km/s", 2, (k) => reaches.least_speed_km_s[k]!),
    text("why_not", "web.column.why_not", (k) => reason(state, "rule", reaches.why_not[k])),
  ];
  return table("reached", "disputed", rows, fields, (k) =>
    target("flight", view.flights[reaches.flight[k]!]?.id ?? ""),
  );
}

/** How much of each region is defended against the threats of the phase. */
function shareTable(view: View, state: State): Table {
  const { defends } = view;
  const phase = phaseOf(view, state);
  const rows = defends.phase.flatMap((each, k) => (each === phase ? [k] : []));
  const share = (column: readonly number[]) => (k: number) => 100.0 * column[k]!;
  const fields: Field<number>[] = [
    text("missile", "web.column.missile", (k) => nameOf(view, state, defends.missile[k]!)),
    text("launch", "web.column.launch", (k) => nameOf(view, state, defends.launch[k]!)),
    text("region", "web.column.region", (k) => regionName(view, state, defends.region[k]!)),
    number("area_percent", "web.column.area", "%", 0, share(defends.area)),
    number("area_low_percent", "web.column.at_least", "%", 0, share(defends.area_low)),
    number("area_high_percent", "web.column.at_most", "%", 0, share(defends.area_high)),
    number("people_percent", "web.column.people", "%", 0, share(defends.population)),
    number("people_low_percent", "web.column.at_least", "%", 0, share(defends.population_low)),
    number("people_high_percent", "web.column.at_most", "%", 0, share(defends.population_high)),
  ];
  return table("shares", "defended", rows, fields, () => null);
}

/** Every threatened cell; long, and what a file of the map's cells is made from. */
function cellTable(view: View, state: State): Table {
  const count = cellCount(view);
  const states = cellStates(cellLayersOf(view, state), count);
  const bounds = boundsOf(view.cells.bands, count);
  const rows = Array.from(states.keys()).filter((cell) => states[cell] !== 0);
  const middle = (cell: number, from: number): number =>
    0.5 * (bounds[4 * cell + from]! + bounds[4 * cell + from + 2]!);
  const legend = ["", "legend.cell_no", "legend.cell_depends", "legend.cell_yes"] as const;
  const fields: Field<number>[] = [
    number("lat_deg", "web.column.lat", "deg", 2, (cell) => middle(cell, 1)),
    number("lon_deg", "web.column.lon", "deg", 2, (cell) => middle(cell, 0)),
    text("defended", "web.column.defended", (cell) => {
      const key = legend[states[cell]!] ?? "";
      return key === "" ? null : words(state.language, key);
    }),
  ];
  return table("cells", "defended", rows, fields, (cell) => target("cell", String(cell)));
}

function observerTable(view: View, state: State): Table {
  type Placed = { readonly plan: Plan; readonly station: Station; readonly number: number };
  const rows = view.plans.flatMap((plan) =>
    plan.stations.map((station, k): Placed => ({ plan, station, number: k })),
  );
  const fields: Field<Placed>[] = [
    text("observer", "web.column.observer", ({ station }) => nameOf(view, state, station.observer)),
    number("lat_deg", "web.column.lat", "deg", 2, ({ station }) => station.lat_deg),
    number("lon_deg", "web.column.lon", "deg", 2, ({ station }) => station.lon_deg),
    number("visible_s", "web.column.visible", "s", 0, ({ station }) => station.visible_s),
    number(
      "sigma_m_s",
      "web.column.sigma",
      "m/s",
      0,
      (each) => each.station.burnout_speed_sigma_m_s,
    ),
    number("power", "web.column.power", "1", 2, ({ station }) => station.power),
    number("best", "web.column.best", "1", 0, ({ plan, station }) =>
      isBest(plan, station) ? 1 : 0,
    ),
  ];
  return table("observers", "observers", rows, fields, ({ plan, number: k }) =>
    target("observer", stationId(plan, k)),
  );
}

/** Each area of each notice that is not over, with when; those without an area have a row, too. */
function noticeTable(state: State, { notices }: Beside): Table {
  type Stated = { readonly notice: ShownNotice; readonly area: NoticeArea | null };
  const rows = notices
    .filter((each) => each.time !== "over")
    .flatMap((notice): Stated[] =>
      notice.areas.length === 0
        ? [{ notice, area: null }]
        : notice.areas.map((area) => ({ notice, area })),
    );
  const middle = ({ area }: Stated, axis: 0 | 1): number | null =>
    area === null ? null : inDegrees(area.middle)[axis];
  const fields: Field<Stated>[] = [
    text("reference", "web.column.reference", ({ notice }) => notice.reference || notice.party),
    text("party", "web.column.party", ({ notice }) => notice.party),
    text("class", "web.column.class", ({ notice }) => notice.missile_class),
    text("time", "web.column.notice_time", ({ notice }) =>
      words(state.language, `web.notice.time.${notice.time}`),
    ),
    text("begins", "web.column.begins", ({ notice }) => notice.windows[0]?.begin ?? null),
    text("ends", "web.column.ends", ({ notice }) => notice.windows.at(-1)?.end ?? null),
    text("area", "web.column.notice_area", ({ area }) =>
      area === null ? null : words(state.language, `web.notice.role.${area.role}`),
    ),
    number("lat_deg", "web.column.lat", "deg", 2, (each) => middle(each, 0)),
    number("lon_deg", "web.column.lon", "deg", 2, (each) => middle(each, 1)),
    number("radius_km", "web.column.radius", "km", 0, ({ area }) =>
      kilometres(area?.radius_m ?? null),
    ),
  ];
  return table("notices", "notices", rows, fields, ({ notice }) => target("notice", notice.id));
}

function trackTable(state: State, { live }: Beside): Table {
  const at = (each: TrackRow) => ecefToGeodetic(each.position_ecef_m);
  const fields: Field<TrackRow>[] = [
    number("number", "web.column.number", "1", 0, (each) => each.number),
    text("class", "web.column.class", (each) => each.object_class),
    text("phase", "web.column.flight_phase", (each) => phaseWord(state, each.phase)),
    number("lat_deg", "web.column.lat", "deg", 2, (each) => degrees(at(each).lat_rad)),
    number("lon_deg", "web.column.lon", "deg", 2, (each) => degrees(at(each).lon_rad)),
    number("height_km", "web.column.height", "km", 0, (each) => at(each).height_m / 1000.0),
    number(
      "speed_km_s",
      "web.column.speed",
      "km/s",
      2,
      (each) => length(each.velocity_ecef_m_s) / 1000.0,
    ),
    number("coasted", "web.column.coasted", "1", 0, (each) => (each.is_coasted ? 1 : 0)),
    text("contributors", "web.column.contributors", (each) => each.contributors.join(", ")),
  ];
  const rows = live === null ? [] : tracksOf(live);
  return table("tracks", "tracks", rows, fields, (each) => target("track", each.id));
}

function table<R>(
  name: TableName,
  layer: LayerName,
  records: readonly R[],
  fields: readonly Field<R>[],
  targetOf: (record: R) => Selection | null,
): Table {
  return {
    name,
    title: `web.table.${name}`,
    layer,
    columns: fields.map(({ key, title, unit, decimals }) => ({ key, title, unit, decimals })),
    rows: records.map((record) => ({
      target: targetOf(record),
      values: fields.map((field) => field.of(record)),
    })),
  };
}

function text<R>(key: string, title: WordKey, of: (record: R) => string | null): Field<R> {
  return { key, title, unit: "", decimals: 0, of };
}

function number<R>(
  key: string,
  title: WordKey,
  unit: string,
  decimals: number,
  of: (record: R) => number | null,
): Field<R> {
  return { key, title, unit, decimals, of };
}

type Sourced = Pick<Sensor, "source" | "status">;

/** Where the numbers of a record come from, and how sure that is. */
function sourced<R extends Sourced>(view: View, state: State): Field<R>[] {
  return [
    text("status", "web.column.status", ({ status = "" }) => reason(state, "status", status)),
    text("source", "web.column.source", ({ source = [] }) =>
      source.map((id) => sourceName(view, state, id)).join("; "),
    ),
  ];
}

/** What a source is called; its id where the document lists none. */
function sourceName(view: View, state: State, id: string): string {
  const key = `web.source.${id}`;
  if (isWordKey(key)) return words(state.language, key);
  return view.sources.find((each) => each.id === id)?.title ?? nameOf(view, state, id);
}

/** The catalogue's words for a rule, a reason or a status; its name where there are none. */
function reason(state: State, group: string, id: string | null | undefined): string | null {
  if (id == null || id === "") return null;
  const key = `${group}.${id}`;
  return isWordKey(key) ? words(state.language, key) : id;
}

function phaseWord(state: State, phase: TrackRow["phase"]): string {
  return words(state.language, phase === "unknown" ? "web.phase.unknown" : `plot.${phase}`);
}

function regionName(view: View, state: State, region: string): string {
  return region === "all" ? words(state.language, "web.region.all") : nameOf(view, state, region);
}

function sensorName(view: View, state: State, number: number): string {
  return nameOf(view, state, view.sensors[number]?.id ?? "");
}

/** A flight by where it begins and ends. */
function route(view: View, state: State, flight: Flight | undefined): string {
  if (flight === undefined) return "";
  const [from, to, missile] = [flight.launch, flight.target, flight.missile].map((each) =>
    nameOf(view, state, each),
  );
  return `${from} – ${to}, ${missile}`;
}

function kilometres(value_m: number | null): number | null {
  return value_m === null ? null : value_m / 1000.0;
}

function placesOf<T>(all: readonly T[], some: readonly T[]): Set<number> {
  return new Set(some.map((each) => all.indexOf(each)));
}
