/** Who looks at which picture: tokens that were typed, the feed of the one that is shown. */

import type { Predicted } from "../core/drawnLive.ts";
import type { LivePicture } from "../core/livePicture.ts";
import type { State } from "../core/state.ts";
import { parseInstant, posixMicroseconds } from "../core/times.ts";
import { noticesOf, shownAt, type Notice, type ShownNotice } from "../core/notices.ts";
import type { EventBody, NoticeBody } from "../core/wire.ts";
import { asking, telling, type Ask, type Tell } from "./asking.ts";
import { browser, type Link, type Surroundings } from "./connection.ts";
import { Feed, probe, type What } from "./feed.ts";
import { hide } from "./hiding.ts";
import { bestOf, eventId } from "./known.ts";
import { tabStorage, tokenOf, Tokens, type Kept } from "./tokens.ts";

/** What a session needs of the browser; tests give another one. */
export interface World {
  readonly kept: Kept;
  readonly ask: (token: string) => Ask;
  readonly tell: (token: string) => Tell;
  readonly around: (ask: Ask) => Surroundings;
  /** Whether the page is looked at. */
  readonly is_seen: () => boolean;
}

export const BROWSER: World = {
  kept: tabStorage(),
  ask: asking,
  tell: telling,
  around: (ask) => browser(() => probe(ask)),
  is_seen: () => !document.hidden,
};

/** A token that was typed and has not said yet whose it is. */
interface Typed {
  readonly token: string;
  readonly is_for_tab: boolean;
}

export class Session {
  readonly #world: World;
  readonly #state: () => State;
  readonly #tokens: Tokens;
  readonly #listeners = new Set<(what: What) => void>();
  readonly #room_listeners = new Set<() => void>();
  #feed: Feed | null = null;
  #token = "";
  #typed: Typed | null = null;
  #version = 0;
  #bodies: readonly NoticeBody[] = [];
  #read: readonly Notice[] = [];
  #noticed: readonly ShownNotice[] = [];

  /** `state`: what the page shows now. */
  constructor(state: () => State, world: World = BROWSER) {
    [this.#state, this.#world] = [state, world];
    this.#tokens = new Tokens(world.kept);
  }

  get feed(): Feed | null {
    return this.#feed;
  }

  /** Asks the centre with the token that is in use; null where there is none. */
  get ask(): Ask | null {
    return this.#token === "" ? null : this.#world.ask(this.#token);
  }

  /** Does something in a room with the token that is in use; null where there is none. */
  get tell(): Tell | null {
    return this.#token === "" ? null : this.#world.tell(this.#token);
  }

  get link(): Link {
    return this.#feed?.link ?? { kind: "off" };
  }

  /** Whose pictures can be shown without another token. */
  get viewers(): readonly string[] {
    return this.#tokens.viewers;
  }

  get viewer(): string | null {
    return this.#feed?.viewer ?? null;
  }

  /** Another number whenever more has changed than positions. */
  get version(): number {
    return this.#version + (this.#feed?.version ?? 0);
  }

  subscribe(listener: (what: What) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Told of each message that only a room of an exercise gets. */
  subscribeRoom(listener: () => void): () => void {
    this.#room_listeners.add(listener);
    return () => this.#room_listeners.delete(listener);
  }

  /** Tries a token; false where it can be none. */
  enter(typed: string, is_for_tab: boolean): boolean {
    const token = tokenOf(typed);
    if (token === null) return false;
    this.#typed = { token, is_for_tab };
    this.#open(token);
    return true;
  }

  /** Shows the picture of a viewer whose token is known. */
  choose(viewer: string): void {
    const token = this.#tokens.of(viewer);
    if (token === null || (token === this.#token && this.link.kind !== "refused")) return;
    this.#typed = null;
    this.#open(token);
  }

  /** Forgets the token of the viewer that is shown. */
  leave(): void {
    const { viewer } = this;
    if (viewer !== null) this.#tokens.forget(viewer);
    this.#close();
    this.#told("changed");
  }

  retry(): void {
    this.#feed?.retry();
  }

  dispose(): void {
    this.#close();
    this.#listeners.clear();
    this.#room_listeners.clear();
  }

  /** The picture that the state asks for, as it is or was, without what filters leave out. */
  shown(state: State): LivePicture | null {
    const feed = this.#feed;
    if (feed === null) return null;
    const time_us = state.time_s === null ? null : posixMicroseconds(state.time_s);
    const picture = time_us === null ? feed.picture : feed.behind.at(time_us);
    if (picture === null) return feed.picture;
    if (time_us !== null) copyContributors(feed.picture, picture);
    const hiding = { picture: this.pictureOf(state), filters: state.filters };
    if (hide(picture, hiding)) this.#version += 1;
    return picture;
  }

  /** The number of the picture that is shown; null for all of them. */
  pictureOf({ picture }: State): number | null {
    if (picture === 0) return null;
    return picture ?? bestOf(this.#feed?.details.pictures.values() ?? []);
  }

  /** Where launches were and impacts will be, as far as the shown instant knows them. */
  predicted(state: State): readonly Predicted[] {
    const until_us = state.time_s === null ? Infinity : posixMicroseconds(state.time_s);
    const events = (this.#feed?.events ?? []).filter((each) => parseInstant(each.at) <= until_us);
    const picture = this.pictureOf(state);
    return predictedOf(events.filter((each) => picture === null || each.picture === picture));
  }

  /** Notices as they stand at the shown instant; the same array while nothing of them changes. */
  notices(state: State): readonly ShownNotice[] {
    const { notices: bodies = [], picture } = this.#feed ?? {};
    const at_us = state.time_s === null ? picture?.time_us : posixMicroseconds(state.time_s);
    if (bodies !== this.#bodies) this.#read = noticesOf(bodies);
    const shown = shownAt(this.#read, at_us ?? 0);
    const is_same =
      bodies === this.#bodies && shown.every((each, k) => each.time === this.#noticed[k]?.time);
    this.#bodies = bodies;
    if (!is_same) this.#noticed = shown;
    return this.#noticed;
  }

  #open(token: string): void {
    this.#close();
    const ask = this.#world.ask(token);
    this.#token = token;
    this.#feed = new Feed({
      token,
      ask,
      around: this.#world.around(ask),
      told: (what) => this.#heard(what),
      room: () => {
        for (const listener of [...this.#room_listeners]) listener();
      },
      needed: () => this.#needed(),
    });
    this.#feed.open();
  }

  #close(): void {
    const feed = this.#feed;
    [this.#feed, this.#token] = [null, ""];
    feed?.close();
    this.#version += 1 + (feed?.version ?? 0);
  }

  #heard(what: What): void {
    const viewer = this.viewer;
    if (viewer !== null && this.#typed !== null) {
      this.#tokens.put(viewer, this.#typed.token, this.#typed.is_for_tab);
      this.#typed = null;
    }
    this.#told(what);
  }

  #told(what: What): void {
    for (const listener of [...this.#listeners]) listener(what);
  }

  /** What frames do not hold is asked for only while somebody looks at it. */
  #needed(): boolean {
    const { subject, selected, hidden, filters, table } = this.#state();
    if (subject !== "live" || !this.#world.is_seen()) return false;
    return (
      !hidden.includes("covariances") ||
      selected?.kind === "track" ||
      filters.parties.length + filters.sensors.length > 0 ||
      table !== null
    );
  }
}

/** Of each object that has not ended the newest place of launch and of impact. */
export function predictedOf(events: readonly EventBody[]): Predicted[] {
  const found = new Map<string, Map<Predicted["kind"], Predicted>>();
  for (const event of events) {
    const id = `${event.picture}/${event.object}`;
    const of_object = found.get(id) ?? new Map<Predicted["kind"], Predicted>();
    found.set(id, of_object);
    const { place } = event;
    if (event.kind === "ended") of_object.clear();
    else if (place === "launch" || place === "impact") put(of_object, place, event);
  }
  return [...found.values()].flatMap((each) => [...each.values()]);
}

function put(
  into: Map<Predicted["kind"], Predicted>,
  kind: Predicted["kind"],
  event: EventBody,
): void {
  const { lat_rad, lon_rad, covariance_m2: covariance, radii } = event;
  if (lat_rad === null || lon_rad === null) return;
  into.set(kind, {
    id: eventId(event),
    kind,
    place: { lat_rad, lon_rad },
    covariance:
      covariance === null
        ? null
        : {
            east_m2: covariance[0][0],
            mixed_m2: covariance[0][1],
            north_m2: covariance[1][1],
          },
    radius: radii[1],
    label: null,
  });
}

/** Who has seen a track was not kept: what is known now holds for the last minutes, too. */
function copyContributors(now: LivePicture, past: LivePicture): void {
  const into = past.contributors as Map<string, readonly string[]>;
  for (const [id, names] of now.contributors) into.set(id, names);
}
