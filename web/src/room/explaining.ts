/** What a click tells in a room beside what the page tells anyway: what the desk has about it. */

import type { Desk } from "../core/room.ts";
import type { State } from "../core/state.ts";
import type { Session } from "../live/session.ts";
import type { Explainers } from "../panels/explain.ts";
import type { Entry, Explained, List } from "../panels/explained.ts";
import { explainBattery, explainSensor } from "../panels/explainSites.ts";
import type { Context } from "../panels/panel.ts";
import { moment, said } from "./saying.ts";
import type { Setting } from "./setting.ts";

/** The explainers of a room; `live`: those of any live picture. */
export function explainers(session: Session, setting: Setting, live: Explainers): Explainers {
  const desk = (): Desk | null => session.feed?.room.desk ?? null;
  return {
    ...live,
    sensor: (context, state, id) => sensor(context, state, id, desk(), setting),
    battery: (context, state, id) => battery(context, state, id, desk()),
  };
}

function sensor(
  context: Context,
  state: State,
  id: string,
  desk: Desk | null,
  setting: Setting,
): Explained | null {
  const found = explainSensor(context, state, id);
  if (found === null) return null;
  const failure = desk?.failures.find((each) => each.what === "sensor-fails" && each.name === id);
  const text =
    failure === undefined
      ? context.text(setting.failed.has(id) ? "web.sensor.failed" : "web.sensor.works")
      : context.text("web.sensor.failed_since", { moment: moment(failure.since) });
  const tasks = (desk?.tasks ?? []).filter((each) => each.sensor === id);
  return {
    ...found,
    facts: [{ term: context.text("web.fact.state"), text }, ...found.facts],
    lists: [
      ...found.lists,
      list(
        context.text("web.room.tasks.title"),
        tasks.map((each) => ({ text: said(context, each.said) })),
      ),
    ],
  };
}

function battery(context: Context, state: State, id: string, desk: Desk | null): Explained | null {
  const found = explainBattery(context, state, id);
  if (found === null) return null;
  const shots = (desk?.shots ?? []).filter((each) => each.battery === id);
  const left = shots.reduce<number | null>(
    (least, each) => Math.min(least ?? each.left, each.left),
    null,
  );
  const fact = left === null ? [] : [{ term: context.text("web.fact.left"), text: String(left) }];
  const proposals = (desk?.proposals ?? []).filter((each) => each.battery === id && !each.is_old);
  return {
    ...found,
    facts: [...found.facts, ...fact],
    lists: [
      ...found.lists,
      list(
        context.text("web.room.proposals.title"),
        proposals.map((each) => ({ text: said(context, each.said) })),
      ),
      list(
        context.text("web.room.shots.title"),
        shots.map((each) => ({ text: said(context, each.said) })),
      ),
    ],
  };
}

function list(heading: string, entries: readonly Entry[]): List {
  return { heading, entries };
}
