/** What a region of an exercise is, and what of the sectors is contradictory. */

import { titleOf, regionsOf, troublesOf } from "../core/drawnRegions.ts";
import { coordinates, quantity } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import type { Region, Trouble } from "../core/view.ts";
import type { Entry, Explained, Fact, List } from "./explained.ts";
import type { Context } from "./panel.ts";

export function explainRegion(context: Context, state: State, id: string): Explained | null {
  const { view } = context;
  const region = view === null ? undefined : regionsOf(view).find((each) => each.id === id);
  if (view === null || region === undefined) return null;
  const troubles = troublesOf(view).filter((each) => isAbout(each, region));
  return {
    kind: context.text(region.sector.length > 0 ? "web.explain.sector_kind" : "web.explain.region"),
    title: titleOf(state, region),
    facts: [
      ...fact(context, "web.column.answers", region.sector),
      ...fact(context, "web.column.forces", region.forces),
      ...fact(context, "web.column.defended_by", region.defended),
      ...fact(context, "web.column.asked", region.territory),
    ],
    lists: [
      standing(context, region),
      {
        heading: context.text("web.explain.troubles"),
        entries: troubles.map((each) => ({
          text: troubleText(context, each),
          target: { kind: "trouble", id: each.id },
        })),
      },
    ],
    told: [{ status: "assumed", source: ["exercise"] }],
  };
}

export function explainTrouble(context: Context, state: State, id: string): Explained | null {
  const { view } = context;
  const trouble = view === null ? undefined : troublesOf(view).find((each) => each.id === id);
  if (view === null || trouble === undefined) return null;
  const { language } = context;
  const regions = regionsOf(view).filter((each) => trouble.regions.includes(each.id));
  return {
    kind: context.text(`web.trouble.${trouble.kind}.short`),
    title: troubleText(context, trouble),
    facts: [
      ...fact(context, "web.column.answers", trouble.parties),
      {
        term: context.text("web.fact.place"),
        text: coordinates(language, trouble.lat_deg, trouble.lon_deg),
      },
      { term: context.text("web.fact.area"), text: quantity(language, trouble.area_km2, "km2") },
      { term: context.text("web.fact.lattice"), text: quantity(language, trouble.step_km, "km") },
    ],
    lists: [
      {
        heading: context.text("web.explain.regions"),
        entries: regions.map((each): Entry => ({
          text: titleOf(state, each),
          target: { kind: "region", id: each.id },
        })),
      },
    ],
    told: [{ status: "computed", source: ["glasshield"] }],
  };
}

/** What stands there for those that answer or defend: a press shows it. */
function standing(context: Context, region: Region): List {
  const parties = new Set([...region.sector, ...region.forces, ...region.defended]);
  const entries = (kind: "sensors" | "batteries"): Entry[] =>
    (context.view?.[kind] ?? [])
      .filter((each) => parties.has(each.party))
      .map(({ id, party }) => ({
        text: context.short(id),
        soft: ` ${context.name(party)}`,
        target: { kind: kind === "sensors" ? "sensor" : "battery", id },
      }));
  return {
    heading: context.text("web.explain.standing"),
    entries: [...entries("sensors"), ...entries("batteries")],
  };
}

function isAbout({ regions, parties }: Trouble, { id, sector }: Region): boolean {
  return regions.includes(id) || sector.some((each) => parties.includes(each));
}

function troubleText(context: Context, { kind, parties }: Trouble): string {
  const names = parties.map((each) => context.name(each)).join(", ");
  return context.text(`web.trouble.${kind}.said`, kind === "overlap" ? { parties: names } : {});
}

type Column =
  "web.column.answers" | "web.column.forces" | "web.column.defended_by" | "web.column.asked";

function fact(context: Context, key: Column, parties: readonly string[]): Fact[] {
  const text = parties.map((each) => context.name(each)).join(", ");
  return text === "" ? [] : [{ term: context.text(key), text }];
}
