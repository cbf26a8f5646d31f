/** The live part of the page: one session, its panels, and what is drawn of it. */

import { ecefToGeodetic, plus, type Place, type Vec3 } from "../core/earth.ts";
import { tracksOf, type LivePicture } from "../core/livePicture.ts";
import { NO_FILTERS, type State } from "../core/state.ts";
import type { Store } from "../core/store.ts";
import type { ServedName } from "../live/served.ts";
import { BROWSER, Session, type World } from "../live/session.ts";
import type { LivePart, MakeLive } from "./live.ts";
import { explainers } from "./liveExplain.ts";
import { LivePanel } from "./livePanel.ts";
import { Rules } from "./liveRules.ts";
import { LiveTimeline } from "./liveTimeline.ts";
import { NOTHING_LIVE } from "./picture.ts";

type Told = (what: "moved" | "changed") => void;

/** What the page of a centre shows beside an assessment; `failed`: what did not come with it. */
export function makeLive(failed: readonly ServedName[] = [], world: World = BROWSER): MakeLive {
  return (store) => partOf(store, new Session(() => store.state, world), failed);
}

/** The live part of a page around a session; `looks`: whether the first tracks are brought into sight. */
export function partOf(
  store: Store<State>,
  session: Session,
  failed: readonly ServedName[],
  looks = true,
): LivePart {
  const listeners = new Set<Told>();
  const told: Told = (what) => {
    for (const listener of [...listeners]) listener(what);
  };
  const rules = new Rules(session, () => told("changed"));
  const unsubscribe = [
    session.subscribe((what) => {
      follow(store, session);
      told(what);
    }),
    store.watch(
      (state) => state.viewer,
      (viewer) => viewer !== null && session.choose(viewer),
    ),
    // What is left out, and of when the picture is, is written into what is drawn.
    store.subscribe((state, before) => {
      const keys = ["filters", "picture", "time_s", "subject"] as const;
      if (keys.some((key) => state[key] !== before[key])) told("changed");
    }),
  ];
  begin(store, session);
  if (looks) unsubscribe.push(lookOnce(store, session));
  return {
    panel: (context) => new LivePanel(context, session, failed),
    timeline: (context) => new LiveTimeline(context, session),
    explainers: explainers(session, rules),
    input: () => ({
      picture: session.shown(store.state),
      version: session.version,
      predicted: session.predicted(store.state),
      notices: session.notices(store.state),
      failed: NOTHING_LIVE.failed,
    }),
    mark: () => markOf(session),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      for (const each of unsubscribe) each();
      session.dispose();
    },
  };
}

/** Whoever kept a token for the tab is in again: as the link says, else as the first of them. */
function begin({ state }: Store<State>, session: Session): void {
  const [first] = session.viewers;
  const viewer = state.viewer ?? first;
  if (viewer !== undefined && session.viewers.includes(viewer)) session.choose(viewer);
}

/** The first tracks are brought into sight, unless a link or a person said where to look. */
function lookOnce(store: Store<State>, session: Session): () => void {
  const { camera } = store.state;
  const is_said = new URLSearchParams(location.hash.slice(1)).has("at");
  if (is_said) return () => undefined;
  const stop = session.subscribe(() => {
    const { state } = store;
    if (state.subject !== "live") return;
    const middle = middleOf(session.shown(state));
    if (middle === null) return;
    stop();
    if (state.camera === camera) store.set({ camera: { ...camera, ...middle } });
  });
  return stop;
}

/** The place under the middle of all tracks that are shown; null where there are none. */
function middleOf(live: LivePicture | null): Place | null {
  const tracks = live === null ? [] : tracksOf(live);
  if (tracks.length === 0) return null;
  const sum = tracks.reduce<Vec3>((all, each) => plus(all, each.position_ecef_m), [0.0, 0.0, 0.0]);
  const { lat_rad, lon_rad } = ecefToGeodetic(sum);
  return { lat_rad, lon_rad };
}

/** The state says whose picture is shown; filters and choices of another viewer mean nothing. */
function follow(store: Store<State>, session: Session): void {
  const { viewer } = session;
  if (viewer === null || viewer === store.state.viewer) return;
  const is_first = store.state.viewer === null;
  const others = is_first
    ? {}
    : { filters: NO_FILTERS, picture: null, selected: null, time_s: null };
  store.set({ viewer, ...others });
}

function markOf(session: Session): { is_exercise: boolean; is_simulated: boolean } | null {
  const { feed } = session;
  if (feed === null || feed.mode === null) return null;
  const { is_simulated } = feed.picture;
  return { is_exercise: feed.mode === "exercise", is_simulated };
}
