import assert from "node:assert/strict";
import { test } from "node:test";
import {
  changedFlights,
  judged,
  movedTo,
  rangeOf,
  turningOf,
  withMoved,
  type Finding,
  type Verdict,
} from "../src/core/argument.ts";
import { leastSpeed } from "../src/core/lattice.ts";
import { AS_THE_PARTY_HAS_IT, type Setting } from "../src/core/state.ts";
import type { Argument } from "../src/core/view.ts";
import golden from "./golden/argument.json";

const argument = golden.argument as unknown as Argument;

/** Nodes are whole metres a second. */
const ROUNDING_M_S = 0.501;
/** Between nodes a line is not the curve (21 m/s at most): a tenth of the band that decides nothing. */
const BETWEEN_TOL_M_S = 30.0;

interface Point {
  readonly delay_s: number;
  readonly cap_km: number;
  readonly stated: number | null;
  readonly optimistic: number | null;
  readonly pessimistic: number | null;
}

const SIDES = Object.entries(
  golden.margins as Readonly<
    Record<string, { nodes: readonly Point[]; between: readonly Point[] }>
  >,
);

function settingAt(party: string, { delay_s, cap_km }: Point): Setting {
  return { ...AS_THE_PARTY_HAS_IT, party, delay_s, cap_m: cap_km * 1000.0 };
}

function m_s(margin_km_s: number | null): number {
  return margin_km_s === null ? Infinity : margin_km_s * 1000.0;
}

function close(actual: number | null, expected: number, tol: number, about: string): void {
  if (actual === null) return assert.fail(`${about}: not known`);
  if (expected === Infinity || actual === Infinity) return assert.equal(actual, expected, about);
  assert.ok(Math.abs(actual - expected) <= tol, `${about}: ${actual} is not ${expected}`);
}

/** What the Python core's margins decide, by the rule of `assure`. */
function verdictOf(point: Point): Verdict {
  const band = argument.band_km_s;
  if ((point.optimistic ?? Infinity) > band) return "holds";
  return (point.pessimistic ?? Infinity) < -band ? "fails" : "undecided";
}

test("at every node the margins are those of the world with its delay and cap", () => {
  let compared = 0;
  for (const [party, { nodes }] of SIDES) {
    for (const point of nodes) {
      const { margin } = judged(argument, settingAt(party, point));
      const about = `${party} at ${point.delay_s} s, ${point.cap_km} km`;
      close(margin.value_m_s, m_s(point.stated), ROUNDING_M_S, about);
      close(margin.low_m_s, m_s(point.optimistic), ROUNDING_M_S, about);
      close(margin.high_m_s, m_s(point.pessimistic), ROUNDING_M_S, about);
      compared += 1;
    }
  }
  assert.equal(compared, SIDES.length * argument.delay_s.length * argument.caps[0]!.cap_km.length);
});

test("at every node that is not on the border the verdict is that of Python", () => {
  let decided = 0;
  for (const [party, { nodes }] of SIDES) {
    for (const point of nodes) {
      const expected = verdictOf(point);
      const { verdict } = judged(argument, settingAt(party, point));
      assert.equal(verdict, expected, `${party} at ${point.delay_s} s, ${point.cap_km} km`);
      if (expected !== "undecided") decided += 1;
    }
  }
  assert.ok(decided > 100);
});

test("between the nodes the corners bound what Python finds, and no verdict is contrary", () => {
  let farthest_m_s = 0.0;
  for (const [party, { between }] of SIDES) {
    for (const point of between) {
      const { margin, verdict } = judged(argument, settingAt(party, point));
      const about = `${party} at ${point.delay_s} s, ${point.cap_km} km`;
      assert.ok(margin.low_m_s <= m_s(point.optimistic) + ROUNDING_M_S, about);
      assert.ok(margin.high_m_s >= m_s(point.pessimistic) - ROUNDING_M_S, about);
      if (verdict !== "undecided") assert.equal(verdict, verdictOf(point), about);
      if (margin.value_m_s === null || point.stated === null) continue;
      farthest_m_s = Math.max(farthest_m_s, Math.abs(margin.value_m_s - m_s(point.stated)));
    }
  }
  assert.ok(farthest_m_s > 0.0, "some points lie in cells that are known");
  assert.ok(farthest_m_s <= BETWEEN_TOL_M_S, `off by ${farthest_m_s} m/s`);
});

test("where a side stands the finding is its own", () => {
  for (const side of argument.sides) {
    const setting = { ...AS_THE_PARTY_HAS_IT, party: side.assumptions };
    const { verdict, margin } = judged(argument, setting);
    assert.equal(verdict, side.verdict, side.assumptions);
    close(margin.value_m_s, m_s(side.margin_km_s), ROUNDING_M_S, side.assumptions);
    close(margin.low_m_s, m_s(side.margin_low_km_s), ROUNDING_M_S, side.assumptions);
    close(margin.high_m_s, m_s(side.margin_high_km_s), ROUNDING_M_S, side.assumptions);
  }
});

test("a faster interceptor reaches more, and at the turning the margin is zero", () => {
  const setting = { ...AS_THE_PARTY_HAS_IT, party: "us-2007" };
  const turning = turningOf(argument, setting, "speed");
  assert.ok(turning !== null && turning.reached_above);
  const margin = (value: number): number =>
    judged(argument, withMoved(setting, "speed", value)).margin.value_m_s ?? Number.NaN;
  assert.ok(Math.abs(margin(0.5 * (turning.from + turning.to))) < 1.0);
  const [slow, fast] = [turning.from - 0.5, turning.to + 0.5];
  assert.ok(margin(slow) > 0.0 && margin(fast) < 0.0);
  const reached = ({ flights }: Finding): number =>
    flights.filter((flight) => (flight.margin.value_m_s ?? 1.0) < 0.0).length;
  assert.ok(
    reached(judged(argument, withMoved(setting, "speed", fast))) >
      reached(judged(argument, withMoved(setting, "speed", slow))),
  );
});

test("only flights whose verdict is another are told as changed", () => {
  const setting = { ...AS_THE_PARTY_HAS_IT, party: "us-2007" };
  const before = judged(argument, setting);
  assert.deepEqual(changedFlights(before, before), []);
  const after = judged(argument, withMoved(setting, "speed", rangeOf(argument, "speed")[1]));
  const changes = changedFlights(after, before);
  assert.ok(changes.length > 0);
  for (const [now, was] of changes) assert.notEqual(now.verdict, was.verdict);
});

test("a number beyond the lattice counts as its edge", () => {
  const [, most] = rangeOf(argument, "delay");
  assert.equal(movedTo(argument, { ...AS_THE_PARTY_HAS_IT, delay_s: 3600.0 }, "delay"), most);
  assert.equal(movedTo(argument, AS_THE_PARTY_HAS_IT, "cap"), null);
});

const NODES = { delay_s: [0.0, 10.0], cap_km: [100.0, 200.0] };

test("inside a cell the corners bound the least speed, and a mixed cell has no value", () => {
  const row = [4000, 3000, 6000, 5000];
  assert.deepEqual(leastSpeed(row, NODES, 5.0, 150.0), {
    value_m_s: 4500.0,
    low_m_s: 3000,
    high_m_s: 6000,
  });
  const mixed = leastSpeed([4000, 3000, null, 5000], NODES, 5.0, 150.0);
  assert.deepEqual(mixed, { value_m_s: null, low_m_s: 3000, high_m_s: Infinity });
  assert.equal(leastSpeed([4000, 3000, null, 5000], NODES, 10.0, 200.0).value_m_s, 5000);
  assert.equal(leastSpeed(null, NODES, 5.0, 150.0).low_m_s, Infinity);
  assert.equal(leastSpeed([null, null, null, null], NODES, 5.0, 150.0).value_m_s, Infinity);
});

test("a verdict on which the corners of a cell do not agree is undecided", () => {
  const side = argument.sides[0]!;
  const battery = { ...side.batteries[0]! };
  const row = [[8000, 4000, 8000, 8000]];
  const own = {
    ...argument,
    flights: argument.flights.slice(0, 1),
    delay_s: NODES.delay_s,
    caps: [{ ...argument.caps[0]!, cap_km: NODES.cap_km }],
    sides: [
      { ...side, batteries: [{ ...battery, stated: row, optimistic: row, pessimistic: row }] },
    ],
  };
  const at = (delay_s: number, cap_km: number): Verdict =>
    judged(own, { ...AS_THE_PARTY_HAS_IT, delay_s, cap_m: 1000.0 * cap_km, speed_m_s: 6000.0 })
      .verdict;
  assert.equal(at(10.0, 200.0), "holds");
  assert.equal(at(0.0, 200.0), "fails");
  assert.equal(at(5.0, 150.0), "undecided");
});
