/** The page of an exercise: the live part, whose picture is a room's, and what lies on its desk. */

import type { Text } from "../core/view.ts";
import type { ServedName } from "../live/served.ts";
import { BROWSER, Session, type World } from "../live/session.ts";
import type { LivePart, MakeLive } from "../panels/live.ts";
import { partOf } from "../panels/livePart.ts";
import { DeskPanel } from "./deskPanel.ts";
import { LogPanel } from "./log.ts";
import { Side } from "./side.ts";

/** An exercise has its flights in one region. */
const FIRST_RANGE_M = 4.5e6;

/** What the page of an exercise shows; `failed`: what did not come with it; `exercise`: its name. */
export function makeRoom(
  failed: readonly ServedName[] = [],
  exercise?: Text,
  world: World = BROWSER,
): MakeLive {
  return (store): LivePart => {
    const session = new Session(() => store.state, world);
    const live = partOf(store, session, failed, FIRST_RANGE_M);
    return {
      ...live,
      exercise,
      panel: (context) => new Side(context, session, failed),
      desk: (context) => new DeskPanel(context, session),
      timeline: (context) => new LogPanel(context, session),
      // The mark of an exercise stands there before anybody has come in, and for good.
      mark: () => ({ is_exercise: true, is_simulated: live.mark()?.is_simulated ?? true }),
    };
  };
}
