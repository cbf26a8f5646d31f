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
/** An exercise that goes back is run again up to there before it answers. */
const TELL_TIMEOUT_MS = 60_000;

/** Asks the page's own server. Its promises fail with an AskError. */
export function asking(token: string): Ask {
  return async (path) => {
    const { response, text } = await fetched(path, token, {}, TIMEOUT_MS);
    if (!response.ok) {
      throw new AskError(
        faultOf(response.status),
        Number(response.headers.get("Retry-After")) || 0,
      );
    }
    return json(text);
  };
}

/** What became of something that a room does; what was refused says why. */
export interface Outcome {
  readonly is_done: boolean;
  readonly said: unknown;
}

export type Tell = (path: string, body: unknown) => Promise<Outcome>;

/** Does something at the page's own server. Its promises fail with an AskError. */
export function telling(token: string): Tell {
  return async (path, body) => {
    const { response, text } = await fetched(
      path,
      token,
      {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      },
      TELL_TIMEOUT_MS,
    );
    const fault = faultOf(response.status);
    if (!response.ok && (fault === "not-known" || response.status >= 500))
      throw new AskError(fault);
    return { is_done: response.ok, said: json(text) };
  };
}

async function fetched(
  path: string,
  token: string,
  more: { readonly method?: string; readonly headers?: Record<string, string>; body?: string },
  timeout_ms: number,
): Promise<{ readonly response: Response; readonly text: string }> {
  const away = (): never => {
    throw new AskError("away");
  };
  const response = await fetch(path, {
    ...more,
    headers: { ...more.headers, Authorization: `Bearer ${token}` },
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    signal: AbortSignal.timeout(timeout_ms),
  }).catch(away);
  return { response, text: await response.text().catch(away) };
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
