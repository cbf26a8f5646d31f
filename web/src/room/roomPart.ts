/** The page of an exercise: the live part, whose picture is a room's, and what lies on its desk. */

import { settingSight } from "../core/drawnRegions.ts";
import { INITIAL_CAMERA, type Camera } from "../core/state.ts";
import type { Text } from "../core/view.ts";
import type { ServedName } from "../live/served.ts";
import { BROWSER, Session, type World } from "../live/session.ts";
import type { LivePart, MakeLive } from "../panels/live.ts";
import { partOf } from "../panels/livePart.ts";
import { DeskPanel } from "./deskPanel.ts";
import { explainers } from "./explaining.ts";
import { LogPanel } from "./log.ts";
import { Setting } from "./setting.ts";
import { Side } from "./side.ts";

/** What the page of an exercise shows; `failed`: what did not come with it; `exercise`: its name. */
export function makeRoom(
  failed: readonly ServedName[] = [],
  exercise?: Text,
  world: World = BROWSER,
): MakeLive {
  return (store): LivePart => {
    const session = new Session(() => store.state, world);
    const setting = new Setting(session);
    const { camera } = store.state;
    const is_said = new URLSearchParams(location.hash.slice(1)).has("at");
    const live = partOf(store, session, failed, false);
    return {
      ...live,
      exercise,
      setting: (listener) =>
        setting.onView((view) => {
          listener(view);
          // What is agreed is brought into sight, unless a link or a person said where to look.
          const sight = settingSight(view);
          if (!is_said && isSame(store.state.camera, camera) && sight !== null)
            store.set({ camera: { ...INITIAL_CAMERA, ...sight } });
        }),
      panel: (context) => new Side(context, session, setting, failed),
      desk: (context) => new DeskPanel(context, session),
      timeline: (context) => new LogPanel(context, session),
      explainers: explainers(session, setting, live.explainers),
      input: () => ({ ...live.input(), failed: setting.failed }),
      subscribe: (listener) => {
        const ends = [live.subscribe(listener), setting.onChange(() => listener("changed"))];
        return () => ends.forEach((end) => end());
      },
      // The mark of an exercise stands there before anybody has come in, and for good.
      mark: () => ({ is_exercise: true, is_simulated: live.mark()?.is_simulated ?? true }),
      dispose: () => {
        setting.dispose();
        live.dispose();
      },
    };
  };
}

function isSame(a: Camera, b: Camera): boolean {
  return (Object.keys(a) as (keyof Camera)[]).every((key) => a[key] === b[key]);
}
