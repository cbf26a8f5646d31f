/** The objects that whoever plans speaks of, as tracks of this room's own pictures. */

import { ecefToGeodetic } from "../core/earth.ts";
import { trackId, trackOf } from "../core/livePicture.ts";
import type { ObjectBody, TrackName } from "../core/room.ts";
import type { Camera, Selection } from "../core/state.ts";
import type { Session } from "../live/session.ts";
import { button, element } from "../panels/dom.ts";
import type { Context } from "../panels/panel.ts";
import { nameOf } from "./saying.ts";

/** In whose picture the coordinating centre's objects have their numbers. */
const CENTRE = "centre";
/** From no farther than this an object that was chosen is looked at. */
const NEAR_M = 4.0e6;

/** An object by the number that whoever plans gives it. */
export interface Named {
  readonly viewer: string;
  readonly object: number;
}

export class RoomObjects {
  readonly #context: Context;
  readonly #session: Session;

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
  }

  /** All that the room knows of them; the same list while nothing of it changes. */
  get all(): readonly ObjectBody[] {
    return this.#session.feed?.room.objects ?? NONE;
  }

  /** How a room names an object: by its own number, which shows it, beside that of who plans. */
  named(of: Named, key: string): HTMLElement {
    const body = this.#body(of);
    const track = body === undefined ? null : this.#shown(body);
    const theirs = this.#theirs(of);
    if (track === null) {
      const text = `${this.#context.text("web.room.object.none")} (${theirs})`;
      return element("p", { class: "gs-room-object gs-soft" }, `◌ ${text}`);
    }
    // Where both have the same number, one of them is enough.
    const is_same = track.number === of.object && of.viewer === CENTRE;
    return element(
      "p",
      { class: "gs-room-object" },
      this.#button(track, key, this.#ownText(track, body?.is_now ?? false)),
      is_same ? null : element("span", { class: "gs-soft" }, ` (${theirs})`),
    );
  }

  /** The same in a line of text: only the number, and nothing where the room has none. */
  short(of: Named, key: string): HTMLElement | null {
    const body = this.#body(of);
    const track = body === undefined ? null : this.#shown(body);
    return track === null ? null : this.#button(track, key, `${track.picture}/${track.number}`);
  }

  /** A button that shows a track of the room's own. */
  track(track: TrackName, key: string): HTMLElement {
    return this.#button(track, key, `${track.picture}/${track.number}`);
  }

  /** Shows an object, where the room has it in a picture; whether it has. */
  show(of: Named): boolean {
    const body = this.#body(of);
    const track = body === undefined ? null : this.#shown(body);
    if (track !== null) this.#choose(track);
    return track !== null;
  }

  /** Whether an object is, or was, the thing that is selected. */
  isSelected(of: Named, selected: Selection | null): boolean {
    if (selected?.kind !== "track") return false;
    const tracks = this.#body(of)?.tracks ?? [];
    return tracks.some((each) => idOf(each) === selected.id);
  }

  /** What whoever plans calls the objects that a track is taken for. */
  namesOf(track_id: string): string[] {
    return this.all
      .filter(({ tracks }) => tracks.some((each) => idOf(each) === track_id))
      .map(({ viewer, number }) => this.#theirs({ viewer, object: number }));
  }

  #body({ viewer, object }: Named): ObjectBody | undefined {
    return this.all.find((each) => each.viewer === viewer && each.number === object);
  }

  /** The track in the picture that is shown; else in the best one. */
  #shown({ tracks }: ObjectBody): TrackName | null {
    const picture = this.#session.pictureOf(this.#context.store.state);
    return tracks.find((each) => each.picture === picture) ?? tracks[0] ?? null;
  }

  #theirs({ viewer, object }: Named): string {
    const number = String(object);
    if (viewer === CENTRE) return this.#context.text("web.room.object.centre", { number });
    const parties = this.#session.feed?.room.room?.parties ?? [];
    const party = nameOf(this.#context, parties, viewer);
    return this.#context.text("web.room.object.party", { number, party });
  }

  #ownText({ picture, number }: TrackName, is_now: boolean): string {
    const id = `${picture}/${number}`;
    return this.#context.text(is_now ? "web.room.object.own" : "web.room.object.was", { id });
  }

  #button(track: TrackName, key: string, text: string): HTMLElement {
    const id = idOf(track);
    return button(
      {
        class: "gs-quiet",
        "data-key": `room-object-${key}`,
        "data-track": id,
        title: this.#context.text("web.room.object.show", { id }),
      },
      () => this.#choose(track),
      text,
    );
  }

  #choose(track: TrackName): void {
    const { store } = this.#context;
    const sight = this.#sight(track);
    store.set((state) => {
      const is_shown = [track.picture, null].includes(this.#session.pictureOf(state));
      return {
        selected: { kind: "track", id: idOf(track) },
        subject: "live",
        ...(is_shown ? {} : { picture: track.picture }),
        camera: sight === null ? state.camera : { ...state.camera, ...sight },
      };
    });
  }

  /** Where it is now, and from how far it is looked at. */
  #sight({ picture, number }: TrackName): Partial<Camera> | null {
    const live = this.#session.feed?.picture ?? null;
    if (live === null) return null;
    for (let row = 0; row < live.rows; row++) {
      if (live.is_alive[row] === 0) continue;
      if (live.picture[row] !== picture || live.number[row] !== number) continue;
      const { lat_rad, lon_rad } = ecefToGeodetic(trackOf(live, row).position_ecef_m);
      const { range_m } = this.#context.store.state.camera;
      return { lat_rad, lon_rad, range_m: Math.min(range_m, NEAR_M) };
    }
    return null;
  }
}

const NONE: readonly ObjectBody[] = [];

function idOf({ picture, number }: TrackName): string {
  return trackId(picture, number);
}
