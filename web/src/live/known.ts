/** What a viewer knows of its pictures beside the frames: terms, contributors, numbers, events. */

import { posixMicroseconds, parseInstant } from "../core/times.ts";
import { trackId } from "../core/livePicture.ts";
import type {
  Contributor,
  EventBody,
  Phases,
  Picture,
  Pictures,
  Terms,
  Track,
} from "../core/wire.ts";

/** Whose data are in a picture, and under which terms it is shown. */
export interface KnownPicture {
  readonly number: number;
  readonly terms: Terms;
  readonly contributors: readonly Contributor[];
  readonly is_simulated: boolean;
  readonly is_down: boolean;
  readonly tracks: number;
}

/** A track with what frames do not hold. */
export interface TrackDetails {
  readonly id: string;
  readonly picture: KnownPicture;
  readonly object_class: Track["object_class"];
  readonly phases: Phases | null;
  readonly covariance: readonly number[] | null;
  readonly first_seen_us: number | null;
  readonly last_seen_us: number | null;
  readonly is_coasted: boolean;
  readonly contributors: readonly Contributor[];
}

/** The pictures and all of their tracks, as an answer of `/v1/pictures` has them. */
export interface Known {
  readonly at_us: number;
  readonly pictures: ReadonlyMap<number, KnownPicture>;
  readonly tracks: ReadonlyMap<string, TrackDetails>;
}

export const NOTHING_KNOWN: Known = { at_us: 0, pictures: new Map(), tracks: new Map() };

export function knownOf(answer: Pictures): Known {
  const pictures = new Map<number, KnownPicture>();
  const tracks = new Map<string, TrackDetails>();
  for (const each of answer.pictures) {
    const picture = pictureOf(each);
    pictures.set(picture.number, picture);
    const epoch_us = parseInstant(each.epoch);
    for (const track of each.tracks) {
      const details = detailsOf(track, picture, epoch_us);
      tracks.set(details.id, details);
    }
  }
  return { at_us: parseInstant(answer.at), pictures, tracks };
}

function pictureOf(picture: Picture): KnownPicture {
  return {
    number: picture.picture,
    terms: picture.terms,
    contributors: picture.contributors,
    is_simulated: picture.simulated,
    is_down: picture.is_down ?? false,
    tracks: picture.tracks.length,
  };
}

function detailsOf(track: Track, picture: KnownPicture, epoch_us: number): TrackDetails {
  const instant = (time_s: number | null): number | null =>
    time_s === null ? null : epoch_us + posixMicroseconds(time_s);
  return {
    id: trackId(picture.number, track.number),
    picture,
    object_class: track.object_class,
    phases: track.phases,
    covariance: track.covariance,
    first_seen_us: instant(track.first_seen_s),
    last_seen_us: instant(track.last_seen_s),
    is_coasted: track.is_coasted,
    contributors: track.contributors.map((k) => picture.contributors[k]!),
  };
}

/**
 * The picture that is shown where nobody chose one: the earliest, then the finest, then the one of
 * most parties, as `glasshield watch` has it. Null where there is none.
 */
export function bestOf(pictures: Iterable<KnownPicture>): number | null {
  const ranked = [...pictures].map((each) => [rankOf(each), each.number] as const);
  ranked.sort(([a], [b]) => a.reduce((order, value, k) => order || value - b[k]!, 0));
  return ranked[0]?.[1] ?? null;
}

function rankOf({ is_down, terms, contributors, number }: KnownPicture): readonly number[] {
  const parties = new Set(contributors.map((each) => each.party)).size;
  return [is_down ? 1 : 0, terms.delay_s, terms.position_m, -parties, number];
}

/** As filters and tables name a contributor: `party/sensor`, or the party alone. */
export function contributorName({ party, sensor }: Contributor): string {
  return sensor === "" ? party : `${party}/${sensor}`;
}

export const ALARMS: readonly string[] = ["launch-detected", "impact-predicted", "outside-notice"];

export function isAlarm(event: EventBody): boolean {
  return ALARMS.includes(event.kind);
}

/** The id that an event has in selections. */
export function eventId({ number }: EventBody): string {
  return `live-${number}`;
}

/**
 * The events of alarms that hold: the last of each kind of an object, until that object ends. How
 * it went on in pictures that are no more nobody is told: their alarms hold only while no picture
 * is known at all.
 */
export function standing(
  events: readonly EventBody[],
  pictures: { readonly size: number; has(picture: number): boolean },
): EventBody[] {
  const found = new Map<string, Map<string, EventBody>>();
  for (const event of events) {
    const id = trackId(event.picture, event.object);
    const of_object = found.get(id) ?? new Map<string, EventBody>();
    found.set(id, of_object);
    if (event.kind === "ended") of_object.clear();
    else if (isAlarm(event) && (pictures.size === 0 || pictures.has(event.picture))) {
      of_object.set(event.kind, event);
    }
  }
  const all = [...found.values()].flatMap((each) => [...each.values()]);
  return all.sort((a, b) => b.number - a.number);
}
