/** What a cell of the ground, an observer's place or an announced test is. */

import { cellCount, cellLayersOf, phaseOf } from "../core/chosen.ts";
import { boundsOf } from "../core/drawnGround.ts";
import { coordinates, duration, percent, quantity } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Layer, Plan, View } from "../core/view.ts";
import type { Entry, Explained } from "./explained.ts";
import { facts } from "./explainSites.ts";
import type { Context } from "./panel.ts";

const CELL_TEXTS = [
  "web.cell.unthreatened",
  "legend.cell_no",
  "legend.cell_depends",
  "legend.cell_yes",
] as const;
const MOST_SHOTS = 35;

export function explainCell(context: Context, state: State, id: string): Explained | null {
  const view = context.view;
  const cell = Number(id);
  if (view === null || !Number.isInteger(cell) || cell < 0 || cell >= cellCount(view)) return null;
  const layers = view.cells.layers.filter((each) => each.phase === phaseOf(view, state));
  return {
    kind: context.text("web.explain.cell"),
    title: middleOf(context, view, cell),
    facts: facts(context, [
      ["cells", quantity(context.language, view.cells.cell_km, "km")],
      ["phases", context.said(view.phases[phaseOf(view, state)]?.name)],
    ]),
    lists: [
      {
        heading: context.text("web.explain.defended_against"),
        entries: ordered(layers, cellLayersOf(view, state)).map((each) =>
          layerEntry(context, each, cell),
        ),
      },
    ],
    told: [{ status: "computed", source: ["glasshield"] }],
  };
}

/** Those that the map shows come first. */
function ordered(all: readonly Layer[], first: readonly Layer[]): Layer[] {
  return [...first, ...all.filter((each) => !first.includes(each))];
}

function layerEntry(
  context: Context,
  { missile, launch, state, shots }: Layer,
  cell: number,
): Entry {
  const code = CELL_TEXTS[state.charCodeAt(cell) - 48] ?? CELL_TEXTS[0];
  const count = Number.parseInt(shots.charAt(cell), 36);
  const times =
    count > 0 ? ` · ${context.text("web.explain.shots", { n: Math.min(count, MOST_SHOTS) })}` : "";
  return {
    text: `${context.short(missile)}, ${context.short(launch)}`,
    soft: `${context.text(code)}${times}`,
  };
}

function middleOf(context: Context, view: View, cell: number): string {
  const bounds = boundsOf(view.cells.bands, cellCount(view));
  const [west = 0, south = 0, east = 0, north = 0] = bounds.subarray(4 * cell, 4 * cell + 4);
  const lon = 0.5 * (west + east);
  return coordinates(context.language, 0.5 * (south + north), lon > 180.0 ? lon - 360.0 : lon);
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
    lists: [warnings(context, plan)],
    told: [],
  };
}

function warnings(context: Context, plan: Plan): Explained["lists"][number] {
  const entries = plan.warnings.map((text) => ({ text: context.said(text) }));
  return { heading: context.text("web.explain.warnings"), entries };
}
