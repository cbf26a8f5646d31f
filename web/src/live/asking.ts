/** Questions to a centre over HTTP, with a token in a header and never in an address. */

import { json } from "./messages.ts";

/** Why a question got no answer. */
export type Fault = "not-known" | "not-allowed" | "not-found" | "busy" | "away" | "broken";

export class AskError extends Error {
  override readonly name = "AskError";

  constructor(
    readonly fault: Fault,
    /** When to ask again, where the centre says so. */
    readonly retry_after_s = 0.0,
  ) {
    super(fault);
  }
}

export type Ask = (path: string) => Promise<unknown>;

const TIMEOUT_MS = 8_000;

/** Asks the page's own server. Its promises fail with an AskError. */
export function asking(token: string): Ask {
  return async (path) => {
    const headers = { Authorization: `Bearer ${token}` };
    const init: RequestInit = {
      headers,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    const response = await fetch(path, init).catch(() => {
      throw new AskError("away");
    });
    const text = await response.text().catch(() => {
      throw new AskError("away");
    });
    if (!response.ok) {
      throw new AskError(
        faultOf(response.status),
        Number(response.headers.get("Retry-After")) || 0,
      );
    }
    return json(text);
  };
}

function faultOf(status: number): Fault {
  switch (status) {
    case 401:
      return "not-known";
    case 403:
      return "not-allowed";
    case 404:
      return "not-found";
    case 429:
    case 503:
      return "busy";
    default:
      return "broken";
  }
}
