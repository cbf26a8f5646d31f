/** The flights in time, as CZML, beside what stands on the ground. */

import { disputedOf, threatsOf } from "./chosen.ts";
import type { Told } from "./exports.ts";
import type { Feature } from "./features.ts";
import { look } from "./looks.ts";
import { rgb, type Colour, colour } from "./palette.ts";
import type { State } from "./state.ts";
import type { Flight, View } from "./view.ts";

/** All flights start at this instant, which stands for "launch" and for no day. */
const EPOCH = "2000-01-01T00:00:00Z";
const EPOCH_MS = Date.UTC(2000, 0, 1);
const LEAST_END_S = 60.0;

type Packet = Readonly<Record<string, unknown>>;

export function czml(view: View, state: State, features: readonly Feature[], told: Told): string {
  const flights = [
    ...threatsOf(view, state).map((each) => [each, "ink"] as const),
    ...disputedOf(view, state).map((each) => [each, "depends"] as const),
  ];
  const end_s = Math.max(LEAST_END_S, ...flights.map(([each]) => each.flight_time_s));
  const marks = features.flatMap((feature, k) => site(feature, k, told));
  const packets = [
    head(end_s, told),
    ...marks,
    ...flights.map(([flight, name]) => packet(flight, name, end_s, told)),
  ];
  return `[\n${packets.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`;
}

function head(end_s: number, { title, mark, disclaimer, link }: Told): Packet {
  return {
    id: "document",
    version: "1.0",
    name: `${title} – ${mark}`,
    description: `${mark} ${disclaimer} ${link}`,
    clock: {
      interval: `${EPOCH}/${instant(end_s)}`,
      currentTime: EPOCH,
      multiplier: 30,
      range: "LOOP_STOP",
      step: "SYSTEM_CLOCK_MULTIPLIER",
    },
  };
}

function site(feature: Feature, k: number, told: Told): Packet[] {
  const { geometry, target, label } = feature;
  if (geometry.type !== "Point" || target === null || feature.layer === "flights") return [];
  const { fill, stroke } = look("light", feature.look);
  const css = fill === null || fill === "hatch" ? stroke : fill;
  return [
    {
      id: `${target.kind}.${target.id}.${k}`,
      name: label ?? told.nameOf(target),
      description: told.mark,
      properties: { mark: told.mark, kind: target.kind },
      position: { cartographicDegrees: geometry.coordinates },
      point: { pixelSize: 9, color: rgba(css ?? colour("light", "ink"), 255) },
    },
  ];
}

function packet(flight: Flight, name: Colour, end_s: number, told: Told): Packet {
  const samples = flight.time_s.flatMap((time_s, k) => [
    time_s,
    flight.lon_deg[k]!,
    flight.lat_deg[k]!,
    Number((1000.0 * flight.height_km[k]!).toFixed(1)),
  ]);
  const css = colour("light", name);
  return {
    id: flight.id,
    name: told.nameOf({ kind: "flight", id: flight.id }),
    description: told.mark,
    availability: `${EPOCH}/${instant(end_s)}`,
    properties: { mark: told.mark, role: flight.role, missile: flight.missile },
    position: {
      epoch: EPOCH,
      interpolationAlgorithm: "LAGRANGE",
      interpolationDegree: 3,
      forwardExtrapolationType: "HOLD",
      cartographicDegrees: samples,
    },
    point: { pixelSize: 7, color: rgba(css, 255) },
    path: {
      width: 2,
      resolution: 10,
      leadTime: end_s,
      trailTime: end_s,
      material: { solidColor: { color: rgba(css, 200) } },
    },
  };
}

function instant(seconds: number): string {
  return new Date(EPOCH_MS + 1000.0 * Math.round(seconds)).toISOString().replace(".000Z", "Z");
}

function rgba(css: string, opacity: number): { readonly rgba: readonly number[] } {
  return { rgba: [...rgb(css).map((each) => Math.round(255.0 * each)), opacity] };
}
