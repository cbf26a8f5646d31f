/**
 * Least burnout speeds over delay and cap, read between the nodes that the document has.
 *
 * The least speed never falls with a longer delay and never rises with a wider cap: inside a cell
 * its corners are bounds, and what is between finite corners is bilinear.
 */

/** The nodes of a lattice, both growing; a row runs over all caps of the first delay, and so on. */
export interface Nodes {
  readonly delay_s: readonly number[];
  readonly cap_km: readonly number[];
}

/** As the document has it: null where no speed opens a window, at one node or at all. */
export type Row = readonly (number | null)[] | null;

/** A least speed, infinite where there is none. `value_m_s` is null where only bounds are known. */
export interface LeastSpeed {
  readonly value_m_s: number | null;
  readonly low_m_s: number;
  readonly high_m_s: number;
}

/** No speed does. */
export const NEVER: LeastSpeed = { value_m_s: Infinity, low_m_s: Infinity, high_m_s: Infinity };

interface Spot {
  readonly before: number;
  readonly after: number;
  readonly share: number;
}

/** The least speed at a delay and a cap; beyond the lattice it is that of its edge. */
export function leastSpeed(row: Row, nodes: Nodes, delay_s: number, cap_km: number): LeastSpeed {
  if (row === null) return NEVER;
  const [delay, cap] = [spotOf(nodes.delay_s, delay_s), spotOf(nodes.cap_km, cap_km)];
  const width = nodes.cap_km.length;
  const at = (d: number, c: number): number => row[d * width + c] ?? Infinity;
  const [low_m_s, high_m_s] = [at(delay.before, cap.after), at(delay.after, cap.before)];
  if (low_m_s === high_m_s) return { value_m_s: low_m_s, low_m_s, high_m_s };
  // The corner that is worst for the defence is finite, and so are then all others.
  if (high_m_s === Infinity) return { value_m_s: null, low_m_s, high_m_s };
  const along = (d: number): number => mixed(at(d, cap.before), at(d, cap.after), cap.share);
  const value_m_s = mixed(along(delay.before), along(delay.after), delay.share);
  return { value_m_s, low_m_s, high_m_s };
}

/** The less of two least speeds: what the better of two batteries needs. */
export function lesser(a: LeastSpeed, b: LeastSpeed): LeastSpeed {
  const low_m_s = Math.min(a.low_m_s, b.low_m_s);
  const high_m_s = Math.min(a.high_m_s, b.high_m_s);
  return { value_m_s: lesserValue(a, b), low_m_s, high_m_s };
}

function lesserValue(a: LeastSpeed, b: LeastSpeed): number | null {
  if (a.value_m_s !== null && b.value_m_s !== null) return Math.min(a.value_m_s, b.value_m_s);
  const [known, bounded] = a.value_m_s === null ? [b, a] : [a, b];
  const is_surely_less = known.value_m_s !== null && known.value_m_s <= bounded.low_m_s;
  return is_surely_less ? known.value_m_s : null;
}

function spotOf(nodes: readonly number[], value: number): Spot {
  const after = nodes.findIndex((node) => node >= value);
  if (after < 0) return { before: nodes.length - 1, after: nodes.length - 1, share: 0.0 };
  if (after === 0 || nodes[after] === value) return { before: after, after, share: 0.0 };
  const [from, to] = [nodes[after - 1]!, nodes[after]!];
  return { before: after - 1, after, share: (value - from) / (to - from) };
}

/** Between two numbers; infinite ones are never mixed with a share of zero. */
function mixed(from: number, to: number, share: number): number {
  return share === 0.0 ? from : from + share * (to - from);
}
