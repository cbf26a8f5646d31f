/** What a cell of the ground, an observer's place or an announced test is. */

import {
  batteriesOf,
  cellCount,
  cellLayersOf,
  cellStates,
  phaseOf,
  threatsOf,
} from "../core/chosen.ts";
import { boundsOf } from "../core/drawnGround.ts";
import { isBest, stationId } from "../core/drawnPlans.ts";
import { EARTH_MEAN_RADIUS_M, radians, type Place } from "../core/earth.ts";
import { coordinates, duration, number, percent, quantity } from "../core/numbers.ts";
import { centralAngle } from "../core/sphere.ts";
import type { State } from "../core/state.ts";
import type { Battery, Layer, Plan, View } from "../core/view.ts";
import type { Entry, Explained } from "./explained.ts";
import { facts } from "./explainSites.ts";
import { element } from "./dom.ts";
import type { Context } from "./panel.ts";
import { areaSwatch } from "./swatch.ts";

const CELL_TEXTS = [
  "web.cell.unthreatened",
  "legend.cell_no",
  "legend.cell_depends",
  "legend.cell_yes",
] as const;
const CELL_LOOKS = [null, "cell-no", "cell-depends", "cell-yes"] as const;
const MOST_SHOTS = 35;

export function explainCell(context: Context, state: State, id: string): Explained | null {
  const view = context.view;
  const cell = Number(id);
  if (view === null || !Number.isInteger(cell) || cell < 0 || cell >= cellCount(view)) return null;
  const layers = view.cells.layers.filter((each) => each.phase === phaseOf(view, state));
  const shown = cellLayersOf(view, state);
  const middle = middleOf(view, cell);
  return {
    kind: context.text("web.explain.cell"),
    title: coordinates(context.language, middle.lat_deg, middle.lon_deg),
    facts: facts(context, [
      ["shown", context.text(textOf(cellStates(shown, cellCount(view))[cell]))],
      ["cells", quantity(context.language, view.cells.cell_km, "km")],
      ["phases", context.said(view.phases[phaseOf(view, state)]?.name)],
    ]),
    lists: [
      {
        heading: context.text("web.explain.defended_against"),
        entries: ordered(layers, shown, cell).map((each) =>
          layerEntry(context, state, each, { cell, ...middle }),
        ),
      },
      {
        heading: context.text("web.explain.defended_by"),
        entries: batteriesOf(view, state).map((each) => batteryEntry(context, state, each, middle)),
      },
    ],
    told: [{ status: "computed", source: ["glasshield"] }],
  };
}

/** Those that the map shows come first, and of these those that come so far. */
function ordered(all: readonly Layer[], first: readonly Layer[], cell: number): Layer[] {
  const comes = (each: Layer): number => (each.state[cell] === "0" ? 1 : 0);
  const shown = [...first].sort((a, b) => comes(a) - comes(b));
  return [...shown, ...all.filter((each) => !first.includes(each))];
}

interface Spot {
  readonly lat_deg: number;
  readonly lon_deg: number;
}

function textOf(code: number | undefined): (typeof CELL_TEXTS)[number] {
  return CELL_TEXTS[code ?? 0] ?? CELL_TEXTS[0];
}

/** Against one missile from one place; a press shows its flight that comes down nearest. */
function layerEntry(
  context: Context,
  state: State,
  { missile, launch, state: codes, shots }: Layer,
  { cell, ...middle }: Spot & { readonly cell: number },
): Entry {
  const code = codes.charCodeAt(cell) - 48;
  const count = Number.parseInt(shots.charAt(cell), 36);
  const times =
    count > 0 ? ` · ${context.text("web.explain.shots", { n: Math.min(count, MOST_SHOTS) })}` : "";
  const look = CELL_LOOKS[code] ?? null;
  const flight = nearestFlight(context, state, { missile, launch }, middle);
  return {
    text: `${context.short(missile)}, ${context.short(launch)}`,
    ...(look === null ? {} : { chip: element("span", {}, areaSwatch(context.shade, look)) }),
    soft: `${context.text(textOf(code))}${times}`,
    ...(flight === null ? {} : { target: { kind: "flight", id: flight } }),
  };
}

function nearestFlight(
  { view }: Context,
  state: State,
  { missile, launch }: Pick<Layer, "missile" | "launch">,
  spot: Spot,
): string | null {
  if (view === null) return null;
  const away = (target: string): number => {
    const place = view.places.find((each) => each.id === target);
    return place === undefined ? Infinity : centralAngle(placeOf(spot), placeOf(place));
  };
  const flights = threatsOf(view, state)
    .filter((each) => each.missile === missile && each.launch === launch)
    .sort((a, b) => away(a.target) - away(b.target));
  return flights[0]?.id ?? null;
}

/** What may defend it: how many, and how far from here. */
function batteryEntry(context: Context, state: State, battery: Battery, spot: Spot): Entry {
  const { view, language } = context;
  const phase = view === null ? undefined : view.phases[phaseOf(view, state)]?.id;
  const count = battery.deployed.find((each) => each.phase === phase)?.count ?? 0;
  const away_m = EARTH_MEAN_RADIUS_M * centralAngle(placeOf(spot), placeOf(battery));
  const distance = quantity(language, away_m / 1000.0, "km");
  return {
    text: context.short(battery.site),
    soft: [
      `${context.short(battery.interceptor)} × ${number(language, count)}`,
      context.text("web.explain.away", { distance }),
    ].join(" · "),
    target: { kind: "battery", id: battery.id },
  };
}

function placeOf({ lat_deg, lon_deg }: Spot): Place {
  return { lat_rad: radians(lat_deg), lon_rad: radians(lon_deg) };
}

function middleOf(view: View, cell: number): Spot {
  const bounds = boundsOf(view.cells.bands, cellCount(view));
  const [west = 0, south = 0, east = 0, north = 0] = bounds.subarray(4 * cell, 4 * cell + 4);
  const lon = 0.5 * (west + east);
  return { lat_deg: 0.5 * (south + north), lon_deg: lon > 180.0 ? lon - 360.0 : lon };
}

/** A place for an observer, `PLAN/NUMBER`. */
export function explainObserver(context: Context, _state: State, id: string): Explained | null {
  const [plan_id, number] = [
    id.slice(0, id.lastIndexOf("/")),
    Number(id.slice(id.lastIndexOf("/") + 1)),
  ];
  const plan = context.view?.plans.find((each) => each.id === plan_id);
  const station = plan?.stations[number];
  if (plan === undefined || station === undefined) return null;
  const { language } = context;
  const sigma = station.burnout_speed_sigma_m_s;
  return {
    kind: context.text("web.explain.observer"),
    title: context.name(station.observer),
    facts: facts(context, [
      ["place", coordinates(language, station.lat_deg, station.lon_deg)],
      ["visible", duration(language, station.visible_s)],
      ["sigma", sigma === null ? null : quantity(language, sigma, "m/s", 1)],
      ["power", percent(language, station.power)],
      ["note", station.in_hazard_area ? context.text("web.explain.in_hazard") : null],
    ]),
    lists: [warnings(context, plan)],
    told: [{ status: "computed", source: ["glasshield"] }],
  };
}

export function explainPlan(context: Context, _state: State, id: string): Explained | null {
  const plan = context.view?.plans.find((each) => each.id === id.split("/")[0]);
  if (plan === undefined) return null;
  return {
    kind: context.text("web.explain.plan"),
    title: context.said(plan.name),
    facts: facts(context, [
      ["party", context.name(plan.host)],
      ["place", coordinates(context.language, plan.site_lat_deg, plan.site_lon_deg)],
    ]),
    lists: [bestPlaces(context, plan), warnings(context, plan)],
    told: [],
  };
}

/** Where to stand, alone or together; a press leads there. */
function bestPlaces(context: Context, plan: Plan): Explained["lists"][number] {
  const entries = plan.stations.flatMap((station, k): Entry[] => {
    if (!isBest(plan, station)) return [];
    const target = { kind: "observer", id: stationId(plan, k) };
    const place = coordinates(context.language, station.lat_deg, station.lon_deg);
    return [{ text: context.name(station.observer), soft: place, target }];
  });
  return { heading: context.text("web.explain.best"), entries };
}

function warnings(context: Context, plan: Plan): Explained["lists"][number] {
  const entries = plan.warnings.map((text) => ({ text: context.said(text) }));
  return { heading: context.text("web.explain.warnings"), entries };
}
