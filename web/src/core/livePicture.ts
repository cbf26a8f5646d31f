/**
 * The picture of a running centre, as columns that are written in place.
 *
 * A track keeps its row while it lives; the row of one that is gone is taken by the next that
 * comes. Who reads looks at `rows` rows and leaves out those that are not `is_alive`. Nothing is
 * allocated while frames come, up to `capacity`.
 */

import { positionCovariance, type Covariance3 } from "./ellipse.ts";
import type { Vec3 } from "./earth.ts";
import { CLASS_NAMES, PHASE_NAMES, type Frame } from "./frames.ts";

/** So many past positions are kept of each track. */
export const TRAIL_STEPS = 24;

export interface LivePicture {
  readonly capacity: number;
  /** Rows that were ever taken; all others are empty. */
  readonly rows: number;
  /** Tracks that live. */
  readonly count: number;
  /** Microseconds since 1970 for which positions hold. */
  readonly time_us: number;
  readonly is_exercise: boolean;
  readonly is_simulated: boolean;
  readonly is_alive: Uint8Array;
  /** 1 where a filter leaves it out. */
  readonly is_hidden: Uint8Array;
  readonly picture: Uint32Array;
  readonly number: Uint32Array;
  readonly position_ecef_m: Float64Array;
  readonly velocity_ecef_m_s: Float64Array;
  readonly class_index: Uint8Array;
  readonly phase: Uint8Array;
  readonly is_coasted: Uint8Array;
  readonly is_shared: Uint8Array;
  /** Earth-fixed; step s of row r begins at 3 * (s * capacity + r). Step `trail_step` is newest. */
  readonly trail_ecef_m: Float32Array;
  readonly trail_step: number;
  /** Steps of a row that are filled, up to TRAIL_STEPS. */
  readonly trail_length: Uint8Array;
  /** Of some tracks, by id; brought once a second or on a click. */
  readonly covariances: ReadonlyMap<string, Covariance3>;
  /** Of some tracks, by id: `party/sensor`, or the party alone. */
  readonly contributors: ReadonlyMap<string, readonly string[]>;
}

/** A track as a person is shown it. */
export interface TrackRow {
  readonly id: string;
  readonly number: number;
  readonly position_ecef_m: Vec3;
  readonly velocity_ecef_m_s: Vec3;
  readonly object_class: (typeof CLASS_NAMES)[number];
  readonly phase: (typeof PHASE_NAMES)[number];
  readonly is_coasted: boolean;
  readonly is_shared: boolean;
  readonly contributors: readonly string[];
}

/** The id that a track has in selections and tables: its picture and its number. */
export function trackId(picture: number, number: number): string {
  return `${picture}/${number}`;
}

/** The live picture, and the one way to change it. */
export class PictureTable implements LivePicture {
  readonly is_alive: Uint8Array;
  readonly is_hidden: Uint8Array;
  readonly picture: Uint32Array;
  readonly number: Uint32Array;
  readonly position_ecef_m: Float64Array;
  readonly velocity_ecef_m_s: Float64Array;
  readonly class_index: Uint8Array;
  readonly phase: Uint8Array;
  readonly is_coasted: Uint8Array;
  readonly is_shared: Uint8Array;
  readonly trail_ecef_m: Float32Array;
  readonly trail_length: Uint8Array;
  readonly covariances = new Map<string, Covariance3>();
  readonly contributors = new Map<string, readonly string[]>();
  rows = 0;
  count = 0;
  time_us = 0;
  is_exercise = false;
  is_simulated = false;
  trail_step = 0;
  readonly #rowOf = new Map<number, number>();
  readonly #free: number[] = [];
  readonly #seen: Uint32Array;
  #round = 0;
  #trail_us = Number.NEGATIVE_INFINITY;

  /** `trail_interval_us`: between two points of a trail. */
  constructor(
    readonly capacity: number,
    readonly trail_interval_us = 5_000_000,
  ) {
    this.is_alive = new Uint8Array(capacity);
    this.is_hidden = new Uint8Array(capacity);
    this.picture = new Uint32Array(capacity);
    this.number = new Uint32Array(capacity);
    this.position_ecef_m = new Float64Array(3 * capacity);
    this.velocity_ecef_m_s = new Float64Array(3 * capacity);
    this.class_index = new Uint8Array(capacity);
    this.phase = new Uint8Array(capacity);
    this.is_coasted = new Uint8Array(capacity);
    this.is_shared = new Uint8Array(capacity);
    this.trail_ecef_m = new Float32Array(3 * capacity * TRAIL_STEPS);
    this.trail_length = new Uint8Array(capacity);
    this.#seen = new Uint32Array(capacity);
  }

  /**
   * Takes a frame: the whole of one picture at one instant. Tracks of this picture that it does not
   * hold are gone. Throws a RangeError where there are more tracks than rows.
   */
  apply(frame: Frame): void {
    this.#round += 1;
    this.time_us = Math.max(this.time_us, frame.time_us);
    this.is_exercise = frame.is_exercise;
    this.is_simulated = frame.is_simulated;
    // Those that are gone first: their rows are needed for those that come.
    for (let k = 0; k < frame.count; k++) this.#keep(frame.picture, frame.number[k]!);
    this.#release(frame.picture);
    for (let k = 0; k < frame.count; k++) this.#write(this.#rowFor(frame, k), frame, k);
    if (this.time_us - this.#trail_us >= this.trail_interval_us) this.#extendTrails();
  }

  /** The picture is gone, and all its tracks. */
  drop(picture: number): void {
    this.#round += 1;
    this.#release(picture);
  }

  /** The covariance of a track, from the upper triangle of 6 x 6; null takes it away. */
  setCovariance(id: string, packed: readonly number[] | null): void {
    if (packed === null) this.covariances.delete(id);
    else this.covariances.set(id, positionCovariance(packed));
  }

  rowOf(picture: number, number: number): number | null {
    return this.#rowOf.get(keyOf(picture, number)) ?? null;
  }

  #keep(picture: number, number: number): void {
    const row = this.#rowOf.get(keyOf(picture, number));
    if (row !== undefined) this.#seen[row] = this.#round;
  }

  #rowFor(frame: Frame, k: number): number {
    const key = keyOf(frame.picture, frame.number[k]!);
    const known = this.#rowOf.get(key);
    if (known !== undefined) return known;
    const row = this.#free.pop() ?? this.rows;
    if (row >= this.capacity) throw new RangeError(`more than ${this.capacity} tracks`);
    this.rows = Math.max(this.rows, row + 1);
    this.count += 1;
    this.#rowOf.set(key, row);
    this.is_alive[row] = 1;
    this.is_hidden[row] = 0;
    this.picture[row] = frame.picture;
    this.number[row] = frame.number[k]!;
    this.trail_length[row] = 0;
    return row;
  }

  #write(row: number, frame: Frame, k: number): void {
    this.#seen[row] = this.#round;
    for (let axis = 0; axis < 3; axis++) {
      this.position_ecef_m[3 * row + axis] = frame.position_ecef_m[3 * k + axis]!;
      this.velocity_ecef_m_s[3 * row + axis] = frame.velocity_ecef_m_s[3 * k + axis]!;
    }
    this.class_index[row] = frame.class_index[k]!;
    this.phase[row] = frame.phase[k]!;
    this.is_coasted[row] = frame.is_coasted[k]!;
    this.is_shared[row] = frame.is_shared[k]!;
  }

  #release(picture: number): void {
    for (let row = 0; row < this.rows; row++) {
      if (this.is_alive[row] === 0 || this.picture[row] !== picture) continue;
      if (this.#seen[row] === this.#round) continue;
      const id = trackId(picture, this.number[row]!);
      this.#rowOf.delete(keyOf(picture, this.number[row]!));
      this.covariances.delete(id);
      this.contributors.delete(id);
      this.is_alive[row] = 0;
      this.#free.push(row);
      this.count -= 1;
    }
  }

  #extendTrails(): void {
    this.#trail_us = this.time_us;
    this.trail_step = (this.trail_step + 1) % TRAIL_STEPS;
    const start = 3 * this.trail_step * this.capacity;
    for (let k = 0; k < 3 * this.rows; k++) this.trail_ecef_m[start + k] = this.position_ecef_m[k]!;
    for (let row = 0; row < this.rows; row++) {
      this.trail_length[row] = Math.min(this.trail_length[row]! + 1, TRAIL_STEPS);
    }
  }
}

/** The track of a row, in a form for tables and panels. */
export function trackOf(live: LivePicture, row: number): TrackRow {
  const id = trackId(live.picture[row]!, live.number[row]!);
  return {
    id,
    number: live.number[row]!,
    position_ecef_m: vectorAt(live.position_ecef_m, row),
    velocity_ecef_m_s: vectorAt(live.velocity_ecef_m_s, row),
    object_class: CLASS_NAMES[live.class_index[row]!]!,
    phase: PHASE_NAMES[live.phase[row]!]!,
    is_coasted: live.is_coasted[row] === 1,
    is_shared: live.is_shared[row] === 1,
    contributors: live.contributors.get(id) ?? [],
  };
}

/** All tracks that live and are not left out, by row. */
export function tracksOf(live: LivePicture): TrackRow[] {
  const found: TrackRow[] = [];
  for (let row = 0; row < live.rows; row++) {
    if (live.is_alive[row] === 1 && live.is_hidden[row] === 0) found.push(trackOf(live, row));
  }
  return found;
}

function vectorAt(columns: Float64Array, row: number): Vec3 {
  return [columns[3 * row]!, columns[3 * row + 1]!, columns[3 * row + 2]!];
}

/** Numbers of tracks have 24 bits, so that both stand in one exact number. */
function keyOf(picture: number, number: number): number {
  return picture * 2 ** 24 + number;
}
