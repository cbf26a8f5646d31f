/** The live picture in 16 bytes a track: what docs/centre-api.md calls a frame, read. */

export const SUBPROTOCOL = "glasshield.frames.v1";
export const BEARER_SUBPROTOCOL = "glasshield.bearer.";

/** The order in which frames number them. */
export const CLASS_NAMES = ["SRBM", "MRBM", "IRBM", "ICBM", "orbital", "unknown"] as const;
export const PHASE_NAMES = ["boost", "coast", "entry", "unknown"] as const;

/** One picture at one instant: columns of as many rows as there are tracks. */
export interface Frame {
  readonly is_exercise: boolean;
  readonly is_simulated: boolean;
  /** Microseconds since 1970 UTC, for which all states hold. */
  readonly time_us: number;
  readonly picture: number;
  readonly count: number;
  readonly number: Uint32Array;
  /** x, y and z of each track. */
  readonly position_ecef_m: Float64Array;
  readonly velocity_ecef_m_s: Float64Array;
  /** Of `CLASS_NAMES`. */
  readonly class_index: Uint8Array;
  /** Of `PHASE_NAMES`. */
  readonly phase: Uint8Array;
  /** 1 where it was not seen when it was last looked for. */
  readonly is_coasted: Uint8Array;
  /** 1 where data of more than one party went in. */
  readonly is_shared: Uint8Array;
}

/** Bytes that are no frames, and where. */
export class FrameError extends Error {
  override readonly name = "FrameError";

  constructor(
    readonly expected: string,
    readonly at: number,
  ) {
    super(`this is no frame of a picture: byte ${at}: expected ${expected}`);
  }
}

const MAGIC = 0x31465347; // "GSF1", little-endian
const HEADER_BYTES = 24;
const TRACK_BYTES = 16;
const MOST_BITS = 31;
/** The end of the year 9999: no clock that is right tells more. */
const LAST_US = 253_402_300_799e6;
const [EXERCISE, SIMULATED] = [1, 2];
const [CLASS_MASK, PHASE_SHIFT, PHASE_MASK, COASTED_SHIFT, SHARED_SHIFT] = [7, 3, 3, 5, 6];

/** The frames of a message. Throws a FrameError. */
export function decodeFrames(message: ArrayBuffer): Frame[] {
  const view = new DataView(message);
  const frames: Frame[] = [];
  let at = 0;
  while (at < view.byteLength) {
    const frame = decodeFrame(view, at);
    frames.push(frame);
    at += HEADER_BYTES + TRACK_BYTES * frame.count;
  }
  return frames;
}

function decodeFrame(view: DataView, at: number): Frame {
  if (view.byteLength - at < HEADER_BYTES) throw new FrameError("the end of its header", at);
  const [position_bits, velocity_bits] = [view.getUint8(at + 5), view.getUint8(at + 6)];
  const is_known = view.getUint32(at, true) === MAGIC;
  if (!is_known || Math.max(position_bits, velocity_bits) > MOST_BITS) {
    throw new FrameError("GSF1 and steps", at);
  }
  const time_us = Number(view.getBigInt64(at + 8, true));
  if (time_us < 0 || time_us > LAST_US) throw new FrameError("a time of this age", at + 8);
  const count = view.getUint32(at + 20, true);
  const start = at + HEADER_BYTES;
  if (view.byteLength - start < TRACK_BYTES * count) throw new FrameError(`${count} tracks`, at);
  const frame: Frame = {
    is_exercise: (view.getUint8(at + 4) & EXERCISE) !== 0,
    is_simulated: (view.getUint8(at + 4) & SIMULATED) !== 0,
    time_us,
    picture: view.getUint32(at + 16, true),
    count,
    number: new Uint32Array(count),
    position_ecef_m: new Float64Array(3 * count),
    velocity_ecef_m_s: new Float64Array(3 * count),
    class_index: new Uint8Array(count),
    phase: new Uint8Array(count),
    is_coasted: new Uint8Array(count),
    is_shared: new Uint8Array(count),
  };
  fill(frame, view, start, 2 ** position_bits, 2 ** velocity_bits);
  return frame;
}

function fill(frame: Frame, view: DataView, start: number, step_m: number, rate_m_s: number): void {
  for (let k = 0; k < frame.count; k++) {
    const row = start + TRACK_BYTES * k;
    const head = view.getUint32(row, true);
    const kind = head >>> 24;
    const class_index = kind & CLASS_MASK;
    if (class_index >= CLASS_NAMES.length) throw new FrameError("classes of objects", row);
    frame.number[k] = head & 0xffffff;
    frame.class_index[k] = class_index;
    frame.phase[k] = (kind >>> PHASE_SHIFT) & PHASE_MASK;
    frame.is_coasted[k] = (kind >>> COASTED_SHIFT) & 1;
    frame.is_shared[k] = (kind >>> SHARED_SHIFT) & 1;
    for (let axis = 0; axis < 3; axis++) {
      const word = view.getInt32(row + 4 + 4 * axis, true);
      // A shift upward and back spreads the sign of the lower 24 bits.
      frame.position_ecef_m[3 * k + axis] = ((word << 8) >> 8) * step_m;
      frame.velocity_ecef_m_s[3 * k + axis] = (word >> 24) * rate_m_s;
    }
  }
}
