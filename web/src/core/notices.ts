/**
 * Notices of launches to come, out of what a centre sends: what they say of times and areas.
 *
 * What stands in a notice was written by a party: a part that is not as it should be is left out,
 * and the rest of it stands.
 */

import { placeOf, ringOf } from "./courses.ts";
import type { Ring } from "./drawables.ts";
import { clockwise } from "./drawnPlans.ts";
import { degrees, plus, type Place, type Vec3 } from "./earth.ts";
import { circle } from "./geodesic.ts";
import { placeOf as placeUnder, unitVector } from "./sphere.ts";
import { parseInstant } from "./times.ts";
import type { NoticeBody } from "./wire.ts";

export const AREA_ROLES = ["launch", "impact", "hazard"] as const;
export type AreaRole = (typeof AREA_ROLES)[number];

/** Against its windows: before the first, between the first and the last, after the last. */
export type NoticeTime = "to-come" | "open" | "over";

export interface NoticeArea {
  readonly id: string;
  readonly role: AreaRole;
  readonly ring: Ring;
  readonly middle: Place;
  /** Of a circle; null for a polygon. */
  readonly radius_m: number | null;
}

export interface Span {
  readonly begin: string;
  readonly end: string;
}

export interface Notice {
  /** Party and reference: a newer notice of the same takes the place of an older one. */
  readonly id: string;
  readonly party: string;
  readonly reference: string;
  readonly missile_class: string;
  readonly standing: string;
  readonly received: string;
  readonly windows: readonly Span[];
  readonly areas: readonly NoticeArea[];
  readonly azimuth_deg: readonly [value: number, low: number, high: number] | null;
  readonly impact_time: string;
}

/** A notice as it stands at the instant that is shown. */
export interface ShownNotice extends Notice {
  readonly time: NoticeTime;
}

const RADIUS_M: Readonly<Record<string, number>> = { km: 1000.0, nmi: 1852.0 };
const MOST_RADIUS_M = 10_000_000.0;
const US_A_DAY = 86_400e6;

/** The newest of each party and reference, in the order in which they came. */
export function noticesOf(bodies: readonly NoticeBody[]): Notice[] {
  const found = new Map<string, Notice>();
  for (const body of bodies) {
    const notice = noticeOf(body);
    found.delete(notice.id);
    found.set(notice.id, notice);
  }
  return [...found.values()];
}

/** Each as it stands at an instant. */
export function shownAt(notices: readonly Notice[], at_us: number): ShownNotice[] {
  return notices.map((each) => ({ ...each, time: timeOf(each, at_us) }));
}

function timeOf({ windows }: Notice, at_us: number): NoticeTime {
  const ends = windows.flatMap(({ begin, end }) => {
    const [from_us, to_us] = [instant(begin), instant(end)];
    return from_us === null || to_us === null ? [] : [[from_us, to_us] as const];
  });
  if (ends.length === 0 || at_us < Math.min(...ends.map(([from_us]) => from_us))) return "to-come";
  return at_us <= Math.max(...ends.map(([, to_us]) => to_us)) ? "open" : "over";
}

function instant(text: string): number | null {
  try {
    return parseInstant(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function noticeOf({ party, received, notice }: NoticeBody): Notice {
  const text = (key: string): string => textOf(notice[key]);
  const azimuth = tableOf(notice["azimuth_deg"]);
  const angles = [azimuth["value"], azimuth["low"], azimuth["high"]];
  return {
    id: `${party}/${text("reference")}`,
    party,
    reference: text("reference"),
    missile_class: text("missile_class"),
    standing: text("standing"),
    received,
    windows: windowsOf(notice),
    areas: listOf(notice["areas"]).flatMap((each) => areaOf(tableOf(each))),
    azimuth_deg: angles.every(isNumber) ? (angles as [number, number, number]) : null,
    impact_time: text("impact_time"),
  };
}

/** The windows; the whole day where a notice names a date alone. */
function windowsOf(notice: NoticeBody["notice"]): Span[] {
  const spans = listOf(notice["windows"]).flatMap((each): Span[] => {
    const { begin, end } = tableOf(each);
    return typeof begin === "string" && typeof end === "string" ? [{ begin, end }] : [];
  });
  const day_us = instant(`${textOf(notice["planned_date"])}T00:00:00Z`);
  if (spans.length > 0 || day_us === null) return spans;
  const end = new Date((day_us + US_A_DAY) / 1000).toISOString();
  return [{ begin: `${textOf(notice["planned_date"])}T00:00:00Z`, end: `${end.slice(0, 19)}Z` }];
}

function areaOf(area: Table): NoticeArea[] {
  const role = AREA_ROLES.find((each) => each === area["role"]);
  const id = textOf(area["id"]);
  if (role === undefined) return [];
  const middle = cornerOf(area["centre_deg"]);
  const radius_m = Number(area["radius"]) * (RADIUS_M[textOf(area["radius_unit"])] ?? Number.NaN);
  if (middle !== null && radius_m > 0.0 && radius_m <= MOST_RADIUS_M)
    return [{ id, role, middle, radius_m, ring: ringOf(circle(middle, radius_m)) }];
  const corners = listOf(area["polygon_deg"]).map(cornerOf);
  if (corners.length < 3 || corners.some((each) => each === null)) return [];
  const places = corners as Place[];
  const sum = places.map(unitVector).reduce<Vec3>(plus, [0.0, 0.0, 0.0]);
  const ring = clockwise(ringOf([...places, places[0]!]));
  return [{ id, role, middle: placeUnder(sum), radius_m: null, ring }];
}

/** Latitude first, in degrees; null where it is no place. */
function cornerOf(value: unknown): Place | null {
  const [lat_deg, lon_deg] = listOf(value);
  if (!isNumber(lat_deg) || !isNumber(lon_deg)) return null;
  if (Math.abs(lat_deg) > 90.0 || Math.abs(lon_deg) > 360.0) return null;
  return placeOf(lat_deg, lon_deg);
}

/** Latitude and longitude in degrees. */
export function inDegrees({
  lat_rad,
  lon_rad,
}: Place): readonly [lat_deg: number, lon_deg: number] {
  return [degrees(lat_rad), degrees(lon_rad)];
}

type Table = Readonly<Record<string, unknown>>;

function tableOf(value: unknown): Table {
  return typeof value === "object" && value !== null ? (value as Table) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
