/**
 * The one WebSocket of a viewer: opened, listened to, and opened again when it goes.
 *
 * A browser is not told why a WebSocket was refused. So whoever was refused asks over HTTP, which
 * says whether it is the token or the centre; a line over which nothing came for a while is tried
 * in the same way.
 */

import {
  BEARER_SUBPROTOCOL,
  decodeFrames,
  FrameError,
  SUBPROTOCOL,
  type Frame,
} from "../core/frames.ts";
import type { RoomMessage } from "../core/room.ts";
import type { EventBody, Hello } from "../core/wire.ts";
import { AskError, type Fault } from "./asking.ts";
import { isOfRoom, MessageError, readMessage } from "./messages.ts";

/** A WebSocket that was opened, or is about to be. */
export interface Line {
  close(): void;
}

export interface Ears {
  text(message: string): void;
  bytes(message: ArrayBuffer): void;
  closed(): void;
}

/** What a connection needs of the world; tests give another one. */
export interface Surroundings {
  open(path: string, protocols: readonly string[], ears: Ears): Line;
  /** Fails with an AskError where the token or the centre is not good. */
  probe(): Promise<void>;
  now_ms(): number;
  /** Calls once after a time; what it gives takes that back. */
  later(delay_ms: number, call: () => void): () => void;
  /** 0 to 1, so that all readers do not come back at once. */
  chance(): number;
}

/** "unopened": the centre is there, and gives no line that this page can read. */
export type Lost = "away" | "busy" | "broken" | "silent" | "ended" | "unopened";
export type Refused = "not-known" | "not-allowed";

export type Link =
  | { readonly kind: "off" }
  | { readonly kind: "opening" }
  | { readonly kind: "live" }
  | {
      readonly kind: "lost";
      readonly why: Lost;
      readonly since_ms: number;
      readonly again_ms: number;
    }
  | { readonly kind: "refused"; readonly why: Refused };

export interface Listener {
  hello(hello: Hello): void;
  /** `message` holds the same bytes, for whoever keeps them. */
  frames(frames: readonly Frame[], message: ArrayBuffer): void;
  events(events: readonly EventBody[]): void;
  gone(pictures: readonly number[]): void;
  /** What a room of an exercise is told beside its pictures. */
  room(message: RoomMessage): void;
  link(link: Link): void;
  /** The last event and, in a room, the last record that are known, and of which run. */
  known(): { readonly run: string; readonly event: number; readonly record: number };
}

export const LIVE_PATH = "/v1/live";
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** So long nothing may come before somebody asks whether anybody is there. */
const SILENCE_MS = 10_000;

export class Connection {
  readonly #token: string;
  readonly #around: Surroundings;
  readonly #listener: Listener;
  #link: Link = { kind: "off" };
  #line: Line | null = null;
  #heard_ms = 0.0;
  #lost_ms = 0.0;
  #attempts = 0;
  #cancel: (() => void) | null = null;
  /** Each line has its number: what an earlier one still says counts for nothing. */
  #turn = 0;

  constructor(token: string, around: Surroundings, listener: Listener) {
    [this.#token, this.#around, this.#listener] = [token, around, listener];
  }

  get link(): Link {
    return this.#link;
  }

  open(): void {
    this.#end();
    const turn = ++this.#turn;
    this.#heard_ms = this.#around.now_ms();
    if (this.#link.kind !== "lost") this.#tell({ kind: "opening" });
    const is_own = (call: () => void) => (): void => {
      if (turn === this.#turn) call();
    };
    this.#line = this.#around.open(this.#path(), this.#protocols(), {
      text: (message) => is_own(() => this.#text(message))(),
      bytes: (message) => is_own(() => this.#bytes(message))(),
      closed: is_own(() => this.#closed()),
    });
    this.#watch();
  }

  /** Nothing is opened again until `open` is called. */
  close(): void {
    this.#end();
    this.#turn += 1;
    this.#tell({ kind: "off" });
  }

  #path(): string {
    const { run, event, record } = this.#listener.known();
    if (run === "") return LIVE_PATH;
    const of_room = record === 0 ? "" : `&record=${record}`;
    return `${LIVE_PATH}?after=${event}&run=${encodeURIComponent(run)}${of_room}`;
  }

  #protocols(): readonly string[] {
    return [SUBPROTOCOL, BEARER_SUBPROTOCOL + this.#token];
  }

  #text(text: string): void {
    this.#heard_ms = this.#around.now_ms();
    this.#take(() => {
      const message = readMessage(text);
      if (isOfRoom(message)) return this.#listener.room(message);
      switch (message.type) {
        case "hello":
          this.#listener.hello(message);
          return this.#tell({ kind: "live" });
        case "events":
          return this.#listener.events(message.events);
        case "gone":
          return this.#listener.gone(message.pictures);
        case "goodbye":
          return this.#lose("ended");
        case "pictures":
          return;
      }
    });
  }

  #bytes(message: ArrayBuffer): void {
    this.#heard_ms = this.#around.now_ms();
    this.#take(() => {
      this.#listener.frames(decodeFrames(message), message);
      this.#attempts = 0;
    });
  }

  /** What cannot be read ends the line: what came before it stays, and the next one begins anew. */
  #take(call: () => void): void {
    try {
      call();
    } catch (error) {
      if (!(error instanceof MessageError || error instanceof FrameError)) throw error;
      this.#lose("broken");
    }
  }

  #closed(): void {
    this.#line = null;
    if (this.#link.kind === "live") this.#lose("away");
    else void this.#ask("unopened");
  }

  /** Nothing has come for a while: perhaps nothing flies, perhaps nobody is there. */
  #watch(): void {
    const left_ms = this.#heard_ms + SILENCE_MS - this.#around.now_ms();
    this.#wait(Math.max(left_ms, 1_000), () => {
      const is_silent = this.#around.now_ms() - this.#heard_ms >= SILENCE_MS;
      if (is_silent) void this.#ask("silent");
      else this.#watch();
    });
  }

  /** Asks over HTTP what is wrong. */
  async #ask(why: Lost): Promise<void> {
    const turn = this.#turn;
    const found = await this.#around.probe().then(
      () => null,
      (error: unknown) => (error instanceof AskError ? error.fault : "broken"),
    );
    if (turn !== this.#turn) return;
    if (found === "not-known" || found === "not-allowed") this.#refuse(found);
    else if (found === null && why === "silent" && this.#line !== null) {
      this.#heard_ms = this.#around.now_ms();
      this.#attempts = 0;
      this.#watch();
    } else this.#lose(lostBy(found, why));
  }

  #refuse(why: Refused): void {
    this.#end();
    this.#turn += 1;
    this.#tell({ kind: "refused", why });
  }

  #lose(why: Lost): void {
    this.#end();
    this.#turn += 1;
    const now_ms = this.#around.now_ms();
    if (this.#link.kind !== "lost") this.#lost_ms = now_ms;
    const wait_ms = Math.min(FIRST_WAIT_MS * 2 ** this.#attempts, LONGEST_WAIT_MS);
    this.#attempts += 1;
    const delay_ms = wait_ms * (0.75 + 0.5 * this.#around.chance());
    this.#tell({ kind: "lost", why, since_ms: this.#lost_ms, again_ms: now_ms + delay_ms });
    this.#wait(delay_ms, () => this.open());
  }

  #wait(delay_ms: number, call: () => void): void {
    this.#cancel?.();
    this.#cancel = this.#around.later(delay_ms, call);
  }

  #end(): void {
    this.#cancel?.();
    this.#cancel = null;
    const line = this.#line;
    this.#line = null;
    line?.close();
  }

  #tell(link: Link): void {
    this.#link = link;
    this.#listener.link(link);
  }
}

/** `found`: what asking over HTTP has found; null where it was answered. */
function lostBy(found: Fault | null, why: Lost): Lost {
  if (found === "busy" || found === "broken") return found;
  return found !== null && why === "unopened" ? "away" : why;
}

/** The world of a browser. */
export function browser(probe: () => Promise<void>): Surroundings {
  return {
    open: (path, protocols, ears) => openLine(path, protocols, ears),
    probe,
    now_ms: () => performance.now(),
    later: (delay_ms, call) => {
      const timer = setTimeout(call, delay_ms);
      return () => clearTimeout(timer);
    },
    chance: () => Math.random(),
  };
}

function openLine(path: string, protocols: readonly string[], ears: Ears): Line {
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.hash = "";
  const socket = new WebSocket(address, [...protocols]);
  socket.binaryType = "arraybuffer";
  socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") ears.text(data);
    else if (data instanceof ArrayBuffer) ears.bytes(data);
  });
  socket.addEventListener("close", () => ears.closed());
  return { close: () => socket.close() };
}
