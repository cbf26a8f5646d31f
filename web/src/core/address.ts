/**
 * The whole state in the fragment of the address, so that a link shows the same.
 *
 * `#v=1&lang=ru&at=55,30,12000&hide=fans`: what is as it is at the beginning is left out; numbers
 * stand in degrees, kilometres and seconds. What cannot be read is left out with a note; a link of
 * another version is not read at all. A token never stands here.
 */

import { degrees, radians } from "./earth.ts";
import {
  INITIAL_CAMERA,
  INITIAL_STATE,
  LANGUAGES,
  LAYERS,
  PROJECTIONS,
  RENDERERS,
  SUBJECTS,
  THEMES,
  type Camera,
  type Filters,
  type LayerName,
  type Selection,
  type Setting,
  type State,
  type TableView,
} from "./state.ts";

export const VERSION = "1";

/** What of a link was not taken. */
export type Note =
  | { readonly kind: "other-version"; readonly version: string }
  | { readonly kind: "unknown-key"; readonly key: string }
  | { readonly kind: "bad-value"; readonly key: string; readonly value: string };

export interface Read {
  readonly state: State;
  readonly notes: readonly Note[];
}

type Pairs = readonly (readonly [key: string, value: string])[];

/** The fragment that stands for a state, with its `#`. */
export function printAddress(state: State): string {
  const query = new URLSearchParams([["v", VERSION], ...pairsOf(state).map((pair) => [...pair])]);
  // These need no escape in a fragment, and links are read by people.
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return `#${text.replaceAll("%2F", "/")}`;
}

/** The state that a fragment stands for; what it does not say is as `base` has it. */
export function parseAddress(fragment: string, base: State = INITIAL_STATE): Read {
  const query = new URLSearchParams(fragment.replace(/^#/, ""));
  if ([...query.keys()].length === 0) return { state: base, notes: [] };
  const version = query.get("v") ?? "";
  if (version !== VERSION) return { state: base, notes: [{ kind: "other-version", version }] };
  const reader = new Reader(query);
  const state = stateOf(reader, base);
  return { state, notes: reader.notes() };
}

/** Whether two states have the same link. */
export function sameAddress(a: State, b: State): boolean {
  return printAddress(a) === printAddress(b);
}

function pairsOf(state: State): Pairs {
  const plain = (key: string, value: string | null, initial: string | null): Pairs =>
    value === null || value === initial ? [] : [[key, value]];
  return [
    ...plain("lang", state.language, null),
    ...plain("theme", state.theme, INITIAL_STATE.theme),
    ...plain("draw", state.renderer, INITIAL_STATE.renderer),
    ...plain("view", state.projection, INITIAL_STATE.projection),
    ...plain("show", state.subject, INITIAL_STATE.subject),
    ...plain("at", cameraText(state.camera), cameraText(INITIAL_CAMERA)),
    ...state.hidden.map((layer) => ["hide", layer] as const),
    ...plain("claim", state.claim, null),
    ...settingPairs("", state.setting),
    ...(state.compared === null ? [] : [["compare", "1"] as const]),
    ...(state.compared === null ? [] : settingPairs("c-", state.compared)),
    ...plain("flight", state.flight, null),
    ...plain("t", rounded(state.time_s, 1), null),
    ...plain("rate", rounded(state.rate, 3), rounded(INITIAL_STATE.rate, 3)),
    ...(state.selected === null
      ? []
      : [["sel", `${state.selected.kind}:${state.selected.id}`] as const]),
    ...tablePairs(state.table),
    ...state.filters.parties.map((each) => ["no-party", each] as const),
    ...state.filters.sensors.map((each) => ["no-sensor", each] as const),
    ...state.filters.classes.map((each) => ["no-class", each] as const),
    ...plain("viewer", state.viewer, null),
    ...plain("picture", rounded(state.picture, 0), null),
  ];
}

function settingPairs(prefix: string, setting: Setting): Pairs {
  const values: readonly (readonly [string, string | null])[] = [
    ["phase", setting.phase],
    ["party", setting.party],
    ["speed", rounded(over(setting.speed_m_s, 1e3), 3)],
    ["delay", rounded(setting.delay_s, 1)],
    ["cap", rounded(over(setting.cap_m, 1e3), 1)],
  ];
  return values.flatMap(([key, value]) => (value === null ? [] : [[prefix + key, value] as const]));
}

function tablePairs(table: TableView | null): Pairs {
  if (table === null) return [];
  const sorted: Pairs = table.sort === null ? [] : [["sort", table.sort]];
  return [["table", table.name], ...sorted, ...(table.descending ? [["desc", "1"] as const] : [])];
}

/** Latitude, longitude, kilometres, and where they are not zero tilt and heading. */
function cameraText({ lat_rad, lon_rad, range_m, tilt_rad, heading_rad }: Camera): string {
  const parts = [
    rounded(degrees(lat_rad), 3),
    rounded(degrees(lon_rad), 3),
    rounded(range_m / 1e3, 1),
    rounded(degrees(tilt_rad), 1),
    rounded(degrees(heading_rad), 1),
  ];
  while (parts.length > 3 && parts.at(-1) === "0") parts.pop();
  return parts.join(",");
}

function stateOf(reader: Reader, base: State): State {
  return {
    ...base,
    language: reader.among("lang", LANGUAGES) ?? base.language,
    theme: reader.among("theme", THEMES) ?? base.theme,
    renderer: reader.among("draw", RENDERERS) ?? base.renderer,
    projection: reader.among("view", PROJECTIONS) ?? base.projection,
    subject: reader.among("show", SUBJECTS) ?? base.subject,
    camera: reader.taken("at", cameraOf) ?? base.camera,
    hidden: reader.every("hide", layerOf),
    claim: reader.taken("claim", nameOf),
    setting: settingOf(reader, ""),
    compared: comparedOf(reader),
    flight: reader.taken("flight", nameOf),
    time_s: reader.taken("t", numberIn(-1e6, 1e11)),
    rate: reader.taken("rate", numberIn(0.1, 60.0)) ?? base.rate,
    playing: false,
    selected: reader.taken("sel", selectionOf),
    table: tableOf(reader),
    filters: filtersOf(reader),
    viewer: reader.taken("viewer", nameOf),
    picture: reader.taken("picture", countOf),
  };
}

function settingOf(reader: Reader, prefix: string): Setting {
  const speed_km_s = reader.taken(`${prefix}speed`, numberIn(0.0, 20.0));
  const cap_km = reader.taken(`${prefix}cap`, numberIn(0.0, 20_100.0));
  return {
    phase: reader.taken(`${prefix}phase`, nameOf),
    party: reader.taken(`${prefix}party`, nameOf),
    speed_m_s: over(speed_km_s, 1e-3),
    delay_s: reader.taken(`${prefix}delay`, numberIn(0.0, 3600.0)),
    cap_m: over(cap_km, 1e-3),
  };
}

function comparedOf(reader: Reader): Setting | null {
  return reader.taken("compare", flagOf) === true ? settingOf(reader, "c-") : null;
}

function tableOf(reader: Reader): TableView | null {
  const name = reader.taken("table", nameOf);
  if (name === null) return null;
  const descending = reader.taken("desc", flagOf) ?? false;
  return { name, sort: reader.taken("sort", nameOf), descending };
}

function filtersOf(reader: Reader): Filters {
  return {
    parties: reader.every("no-party", nameOf),
    sensors: reader.every("no-sensor", nameOf),
    classes: reader.every("no-class", nameOf),
  };
}

/** Takes values out of a query and remembers what could not be taken. */
class Reader {
  readonly #query: URLSearchParams;
  readonly #known = new Set<string>(["v"]);
  readonly #bad: Note[] = [];

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  /** The value of a key; null where there is none, or none that is good. */
  taken<T>(key: string, read: (text: string) => T | null): T | null {
    return this.every(key, read)[0] ?? null;
  }

  among<T extends string>(key: string, allowed: readonly T[]): T | null {
    return this.taken(key, (text) => allowed.find((each) => each === text) ?? null);
  }

  /** All good values of a key that may stand more than once, each once. */
  every<T>(key: string, read: (text: string) => T | null): T[] {
    this.#known.add(key);
    return [...new Set(this.#query.getAll(key))].flatMap((value) => {
      const good = read(value);
      if (good === null) this.#bad.push({ kind: "bad-value", key, value });
      return good === null ? [] : [good];
    });
  }

  notes(): Note[] {
    const keys = [...new Set(this.#query.keys())].filter((key) => !this.#known.has(key));
    return [...this.#bad, ...keys.map((key): Note => ({ kind: "unknown-key", key }))];
  }
}

const LONGEST_NAME = 200;

/** A name as catalogues and parties give them; what it is a name of is for others to find. */
function nameOf(text: string): string | null {
  const is_plain = text !== "" && text.length <= LONGEST_NAME && !/\p{Cc}/u.test(text);
  return is_plain ? text : null;
}

function layerOf(text: string): LayerName | null {
  return LAYERS.find((each) => each === text) ?? null;
}

function flagOf(text: string): true | null {
  return text === "1" ? true : null;
}

function selectionOf(text: string): Selection | null {
  const [, kind, id] = /^([a-z-]+):(.+)$/s.exec(text) ?? [];
  if (kind === undefined || id === undefined || nameOf(id) === null) return null;
  return { kind, id };
}

function countOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function numberIn(low: number, high: number): (text: string) => number | null {
  return (text) => {
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    return value >= low && value <= high ? value : null;
  };
}

function cameraOf(text: string): Camera | null {
  const [lat, lon, range, tilt = "0", heading = "0", ...more] = text.split(",");
  if (lat === undefined || lon === undefined || range === undefined || more.length > 0) return null;
  const read = [
    numberIn(-90.0, 90.0)(lat),
    numberIn(-180.0, 180.0)(lon),
    numberIn(1.0, 400_000.0)(range),
    numberIn(0.0, 90.0)(tilt),
    numberIn(-360.0, 360.0)(heading),
  ];
  const [lat_deg, lon_deg, range_km, tilt_deg, heading_deg] = read.map(
    (each) => each ?? Number.NaN,
  );
  if (read.includes(null)) return null;
  return {
    lat_rad: radians(lat_deg!),
    lon_rad: radians(lon_deg!),
    range_m: range_km! * 1e3,
    tilt_rad: radians(tilt_deg!),
    heading_rad: radians(heading_deg!),
  };
}

function over(value: number | null, divisor: number): number | null {
  return value === null ? null : value / divisor;
}

/** At most so many decimals, without trailing zeros; null for null. */
function rounded(value: number, decimals: number): string;
function rounded(value: number | null, decimals: number): string | null;
function rounded(value: number | null, decimals: number): string | null {
  if (value === null) return null;
  const text = value
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
  return text === "-0" ? "0" : text;
}
