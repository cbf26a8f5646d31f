/** What claims say of the phases of the document. */

import type { Claim, View } from "./view.ts";

/** The phase of the document that a claim speaks of first; null where it holds none of them. */
export function claimPhase(view: View, claim: Claim): string | null {
  const own = view.phases.filter((phase) => phase.architecture === claim.architecture);
  const named = own.find(
    ({ id, number }) => claim.phases.includes(id) || claim.phases.includes(String(number ?? 1)),
  );
  return (named ?? own[0])?.id ?? null;
}
