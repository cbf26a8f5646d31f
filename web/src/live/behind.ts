/** The last minutes of the live picture, so that a person can go back and return to live. */

import { decodeFrames } from "../core/frames.ts";
import { PictureTable, type LivePicture } from "../core/livePicture.ts";

const HEADER_BYTES = 24;
const TRACK_BYTES = 16;
const US_A_SECOND = 1e6;
/** A table that is shown from the past has so many rows at least. */
const LEAST_ROWS = 64;
/** Trails of the past are drawn from so far back. */
const TRAIL_US = 120 * US_A_SECOND;

export interface BehindOptions {
  /** How far back one can go. */
  readonly keep_s: number;
  /** Between two pictures that are kept. */
  readonly every_s: number;
  readonly most_bytes: number;
}

export const USUAL: BehindOptions = { keep_s: 300.0, every_s: 1.0, most_bytes: 48 << 20 };

/** All pictures of a viewer at one instant; those that did not change are the same bytes. */
interface Moment {
  readonly time_us: number;
  readonly frames: readonly ArrayBuffer[];
  /** Those of its bytes that no moment before it has. */
  readonly bytes: number;
}

export class Behind {
  readonly #options: BehindOptions;
  readonly #latest = new Map<number, ArrayBuffer>();
  #moments: Moment[] = [];
  #bytes = 0;
  #new_bytes = 0;
  #table: PictureTable | null = null;
  /** Up to which of the moments the table has come. */
  #shown = -1;

  constructor(options: BehindOptions = USUAL) {
    this.#options = options;
  }

  /** The instants between which one can go; null where nothing is kept. */
  get span_us(): readonly [from: number, to: number] | null {
    const [first, last] = [this.#moments[0], this.#moments.at(-1)];
    return first === undefined || last === undefined ? null : [first.time_us, last.time_us];
  }

  /** Takes a message of frames, of which not every one is kept. */
  take(message: ArrayBuffer, time_us: number): void {
    for (const [picture, frame] of framesOf(message)) {
      this.#latest.set(picture, frame);
      this.#new_bytes += frame.byteLength;
    }
    const last = this.#moments.at(-1);
    const since_us = time_us - (last?.time_us ?? Number.NEGATIVE_INFINITY);
    if (since_us < this.#options.every_s * US_A_SECOND) return;
    this.#moments.push({ time_us, frames: [...this.#latest.values()], bytes: this.#new_bytes });
    this.#bytes += this.#new_bytes;
    this.#new_bytes = 0;
    this.#forget(time_us);
  }

  drop(picture: number): void {
    this.#latest.delete(picture);
  }

  clear(): void {
    this.#latest.clear();
    [this.#moments, this.#bytes, this.#new_bytes] = [[], 0, 0];
    [this.#table, this.#shown] = [null, -1];
  }

  /** The picture as it was; null where nothing is kept. Before the first moment, the first one. */
  at(time_us: number): LivePicture | null {
    const wanted = this.#indexAt(time_us);
    if (wanted < 0) return null;
    const is_small = 2 * rowsOf(this.#moments[wanted]!) > (this.#table?.capacity ?? 0);
    const table = is_small || wanted < this.#shown ? this.#begin(wanted) : this.#table;
    while (table !== null && this.#shown < wanted) {
      this.#shown += 1;
      apply(table, this.#moments[this.#shown]!);
    }
    return table;
  }

  #indexAt(time_us: number): number {
    const after = this.#moments.findIndex((each) => each.time_us > time_us);
    if (after < 0) return this.#moments.length - 1;
    return Math.max(after - 1, 0);
  }

  /** A new table that begins so far before the moment that its trails are whole. */
  #begin(wanted: number): PictureTable {
    const rows = this.#moments.reduce((most, each) => Math.max(most, rowsOf(each)), 0);
    this.#table = new PictureTable(Math.max(2 * rows, LEAST_ROWS));
    const from_us = this.#moments[wanted]!.time_us - TRAIL_US;
    this.#shown = this.#moments.findIndex((each) => each.time_us >= from_us) - 1;
    return this.#table;
  }

  #forget(now_us: number): void {
    const from_us = now_us - this.#options.keep_s * US_A_SECOND;
    let gone = 0;
    for (const { time_us, bytes } of this.#moments.slice(0, -1)) {
      if (time_us >= from_us && this.#bytes <= this.#options.most_bytes) break;
      this.#bytes -= bytes;
      gone += 1;
    }
    if (gone === 0) return;
    this.#moments = this.#moments.slice(gone);
    this.#shown -= gone;
    if (this.#shown < -1) [this.#table, this.#shown] = [null, -1];
  }
}

function apply(table: PictureTable, { frames }: Moment): void {
  const decoded = frames.flatMap(decodeFrames);
  const pictures = new Set(decoded.map((frame) => frame.picture));
  for (let row = 0; row < table.rows; row++) {
    const picture = table.picture[row]!;
    if (table.is_alive[row] === 1 && !pictures.has(picture)) table.drop(picture);
  }
  for (const frame of decoded) table.apply(frame);
}

/** The frames of a message, each as bytes of its own, by the number of its picture. */
function framesOf(message: ArrayBuffer): (readonly [picture: number, frame: ArrayBuffer])[] {
  const view = new DataView(message);
  const found: (readonly [number, ArrayBuffer])[] = [];
  let at = 0;
  while (at + HEADER_BYTES <= view.byteLength) {
    const end = at + HEADER_BYTES + TRACK_BYTES * view.getUint32(at + 20, true);
    found.push([view.getUint32(at + 16, true), message.slice(at, end)]);
    at = end;
  }
  return found;
}

function rowsOf({ frames }: Moment): number {
  return frames.reduce(
    (sum, each) => sum + Math.floor((each.byteLength - HEADER_BYTES) / TRACK_BYTES),
    0,
  );
}
