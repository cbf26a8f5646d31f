/** What a click tells in a room beside what the page tells anyway: what the desk has about it. */

import type { Desk } from "../core/room.ts";
import type { State } from "../core/state.ts";
import type { Session } from "../live/session.ts";
import type { Explainers } from "../panels/explain.ts";
import type { Entry, Explained, List } from "../panels/explained.ts";
import { explainBattery, explainSensor } from "../panels/explainSites.ts";
import type { Context } from "../panels/panel.ts";
import { RoomObjects, type Named } from "./objects.ts";
import { moment, said, STATE_SIGNS, stateText } from "./saying.ts";
import type { Setting } from "./setting.ts";

/** The explainers of a room; `live`: those of any live picture. */
export function explainers(session: Session, setting: Setting, live: Explainers): Explainers {
  const desk = (): Desk | null => session.feed?.room.desk ?? null;
  return {
    ...live,
    sensor: (context, state, id) => sensor(context, state, id, desk(), setting),
    battery: (context, state, id) => battery(context, state, id, desk()),
    track: (context, state, id) => {
      const found = live["track"]?.(context, state, id) ?? null;
      return found === null ? null : track(context, found, id, desk(), session);
    },
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

/** What is proposed, asked, decided and engaged about an object, and what it is to whoever plans. */
function track(
  context: Context,
  found: Explained,
  id: string,
  desk: Desk | null,
  session: Session,
): Explained {
  const objects = new RoomObjects(context, session);
  const names = objects.namesOf(id);
  const is_it = (each: Named): boolean => objects.isSelected(each, { kind: "track", id });
  const { proposals = [], questions = [], shots = [], tasks = [] } = desk ?? {};
  const fact = { term: context.text("web.fact.planned_as"), text: names.join(", ") };
  return {
    ...found,
    facts: names.length === 0 ? found.facts : [fact, ...found.facts],
    lists: [
      list(
        context.text("web.room.proposals.title"),
        proposals.filter(is_it).flatMap((each): Entry[] => [
          {
            text: said(context, each.said),
            soft: each.is_old ? ` (${context.text("web.room.object.replaced")})` : "",
          },
          ...(each.decided === null
            ? []
            : [
                {
                  text: `${DECIDED_SIGNS[each.decision ?? "hold"]} ${said(context, each.decided)}`,
                },
              ]),
        ]),
      ),
      list(
        context.text("web.room.consulting.title"),
        questions.filter(is_it).map((each) => ({
          text: `${STATE_SIGNS[each.state]} ${stateText(context, each)}`,
          soft: ` ${said(context, each.said)}`,
        })),
      ),
      list(
        context.text("web.room.shots.title"),
        shots.filter(is_it).map((each) => ({ text: said(context, each.said) })),
      ),
      list(
        context.text("web.room.tasks.title"),
        tasks
          .filter((each) => each.objects.some((object) => is_it({ viewer: "centre", object })))
          .map((each) => ({ text: said(context, each.said) })),
      ),
      ...found.lists,
    ],
    told: found.told,
  };
}

const DECIDED_SIGNS = { engage: "◎", hold: "○" } as const;

function list(heading: string, entries: readonly Entry[]): List {
  return { heading, entries };
}
