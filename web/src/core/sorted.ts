/** Rows of a table in the order of one of its columns. */

import type { Language } from "./state.ts";
import type { Row, Table, Value } from "./tables.ts";

/** What is not known stands last, whichever way the rest is sorted. */
export function sortedRows(
  { columns, rows }: Table,
  language: Language,
  sort: string | null,
  descending: boolean,
): readonly Row[] {
  const place = columns.findIndex((column) => column.key === sort);
  if (place < 0) return rows;
  const collator = new Intl.Collator(language, { numeric: true });
  const way = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [first, second] = [a.values[place] ?? null, b.values[place] ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return way * compared(first, second, collator);
  });
}

function compared(a: NonNullable<Value>, b: NonNullable<Value>, collator: Intl.Collator): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}
