/**
 * What one viewer is shown by a centre: the picture, what is known beside it, and what happened.
 *
 * While the centre is away everything stays as it was, and says how old it is.
 */

import type { Frame } from "../core/frames.ts";
import { PictureTable, type LivePicture } from "../core/livePicture.ts";
import type { EventBody, Hello, NoticeBody } from "../core/wire.ts";
import { AskError, type Ask } from "./asking.ts";
import { Behind } from "./behind.ts";
import { Connection, type Link, type Listener, type Surroundings } from "./connection.ts";
import { contributorName, knownOf, NOTHING_KNOWN, type Known } from "./known.ts";
import { readEvents, readNotices, readPictures } from "./messages.ts";
import { RoomState } from "./room.ts";

/** "moved": positions alone; "changed": more than that. */
export type What = "moved" | "changed";

export interface FeedOptions {
  readonly token: string;
  readonly ask: Ask;
  readonly around: Surroundings;
  readonly told: (what: What) => void;
  /** Told of what only a room of an exercise is told; its clock goes ten times a second. */
  readonly room?: () => void;
  /** Whether anybody looks at what frames do not hold: covariances, contributors. */
  readonly needed: () => boolean;
}

const FIRST_ROWS = 4096;
const MOST_ROWS = 1 << 17;
const DETAILS_MS = 1_000;
const NOTICES_MS = 10_000;
/** A centre keeps the last events; who stays for long keeps as many as these. */
const MOST_EVENTS = 5_000;
const ABOUT_NOTICES: readonly string[] = ["inside-notice", "outside-notice"];
/** No event has this number: whoever asks for what came after it is told that he may ask. */
const NO_EVENT = 2 ** 53 - 1;

/** Whether a token is good, and the centre there. */
export async function probe(ask: Ask): Promise<void> {
  readEvents(await ask(`/v1/events?after=${NO_EVENT}`));
}

export class Feed {
  readonly behind = new Behind();
  /** What only a room of an exercise is told. */
  readonly room = new RoomState();
  readonly #options: FeedOptions;
  readonly #connection: Connection;
  #table = new PictureTable(FIRST_ROWS);
  #frames = new Map<number, Frame>();
  #hello: Hello | null = null;
  #known: Known = NOTHING_KNOWN;
  #events: readonly EventBody[] = [];
  #notices: readonly NoticeBody[] = [];
  #heard_ms: number | null = null;
  #version = 0;
  #cancel: (() => void)[] = [];
  #is_asking = false;
  #is_asked_anew = false;
  #next_details_ms = 0.0;
  #next_notices_ms = 0.0;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#connection = new Connection(options.token, options.around, this.#listener());
  }

  get link(): Link {
    return this.#connection.link;
  }

  get picture(): LivePicture {
    return this.#table;
  }

  /** Null until the centre has said hello. */
  get viewer(): string | null {
    return this.#hello?.viewer ?? null;
  }

  get mode(): Hello["mode"] | null {
    return this.#hello?.mode ?? null;
  }

  get details(): Known {
    return this.#known;
  }

  /** The oldest first. */
  get events(): readonly EventBody[] {
    return this.#events;
  }

  get notices(): readonly NoticeBody[] {
    return this.#notices;
  }

  /** Another number whenever covariances or contributors have changed. */
  get version(): number {
    return this.#version;
  }

  /** How long ago the last frame came; null where none has come. */
  age_s(): number | null {
    return this.#heard_ms === null ? null : (this.#options.around.now_ms() - this.#heard_ms) / 1e3;
  }

  open(): void {
    this.#connection.open();
    this.#tick();
  }

  close(): void {
    for (const cancel of this.#cancel.splice(0)) cancel();
    this.#connection.close();
  }

  /** Opens the line at once, whatever the connection waits for. */
  retry(): void {
    this.#connection.open();
  }

  #listener(): Listener {
    return {
      hello: (hello) => this.#greeted(hello),
      frames: (frames, message) => this.#shown(frames, message),
      events: (events) => this.#happened(events),
      gone: (pictures) => {
        for (const picture of pictures) this.#drop(picture);
        this.#options.told("changed");
      },
      room: (message) => {
        this.room.take(message);
        this.#options.room?.();
      },
      link: () => this.#options.told("changed"),
      known: () => ({
        run: this.#hello?.run ?? "",
        event: this.#events.at(-1)?.number ?? 0,
        record: this.room.records.at(-1)?.number ?? 0,
      }),
    };
  }

  #greeted(hello: Hello): void {
    // Numbers of events, pictures and objects begin anew with each start of a centre.
    if (this.#hello !== null && this.#hello.run !== hello.run) this.#beginAnew();
    this.#hello = hello;
    this.#is_asked_anew = true;
    this.#next_notices_ms = 0.0;
    this.#askSoon();
  }

  #shown(frames: readonly Frame[], message: ArrayBuffer): void {
    this.#heard_ms = this.#options.around.now_ms();
    for (const frame of frames) {
      this.#frames.set(frame.picture, frame);
      if (!this.#known.pictures.has(frame.picture)) this.#is_asked_anew = true;
      this.#apply(frame);
    }
    this.behind.take(message, this.#table.time_us);
    if (this.#is_asked_anew) this.#askSoon();
    this.#options.told("moved");
  }

  #happened(events: readonly EventBody[]): void {
    const last = this.#events.at(-1)?.number ?? 0;
    const fresh = events.filter((each) => each.number > last);
    this.#events = [...this.#events, ...fresh].slice(-MOST_EVENTS);
    if (fresh.some((each) => ABOUT_NOTICES.includes(each.kind))) this.#next_notices_ms = 0.0;
    this.#options.told("changed");
  }

  #beginAnew(): void {
    this.#table = new PictureTable(FIRST_ROWS);
    this.#frames = new Map();
    [this.#known, this.#events, this.#version] = [NOTHING_KNOWN, [], this.#version + 1];
    this.behind.clear();
    this.room.clear();
  }

  #drop(picture: number): void {
    this.#frames.delete(picture);
    this.#table.drop(picture);
    this.behind.drop(picture);
  }

  /** A table that is too small gives way to one of twice the size; its trails begin anew. */
  #apply(frame: Frame): void {
    while (this.#table.count + frame.count > this.#table.capacity) {
      if (2 * this.#table.capacity > MOST_ROWS) return;
      const grown = new PictureTable(2 * this.#table.capacity);
      for (const each of this.#frames.values()) {
        if (each !== frame) grown.apply(each);
      }
      this.#table = grown;
      this.#version += 1;
    }
    this.#table.apply(frame);
  }

  /** Once a second, as long as the feed is open. */
  #tick(): void {
    this.#later(DETAILS_MS, () => {
      this.#askSoon();
      this.#tick();
    });
  }

  #later(delay_ms: number, call: () => void): void {
    const cancel = this.#options.around.later(delay_ms, () => {
      this.#cancel = this.#cancel.filter((each) => each !== cancel);
      call();
    });
    this.#cancel.push(cancel);
  }

  #askSoon(): void {
    if (this.#is_asking || this.link.kind === "lost" || this.link.kind === "refused") return;
    if (this.#hello === null) return;
    const now_ms = this.#options.around.now_ms();
    const has_details = now_ms >= this.#next_details_ms;
    // Notices are rare: they go before details that are wanted second after second.
    if (this.#is_asked_anew && has_details) void this.#ask(() => this.#askDetails());
    else if (now_ms >= this.#next_notices_ms) void this.#ask(() => this.#askNotices());
    else if (this.#options.needed() && has_details) void this.#ask(() => this.#askDetails());
  }

  /** What is not answered stays as it was; the connection says what is wrong. */
  async #ask(call: () => Promise<void>): Promise<void> {
    this.#is_asking = true;
    try {
      await call();
      this.#options.told("changed");
    } catch (error) {
      const retry_s = error instanceof AskError ? error.retry_after_s : 0.0;
      const again_ms = this.#options.around.now_ms() + Math.max(1e3 * retry_s, 2 * DETAILS_MS);
      this.#next_details_ms = Math.max(this.#next_details_ms, again_ms);
      this.#next_notices_ms = Math.max(this.#next_notices_ms, again_ms);
    } finally {
      this.#is_asking = false;
    }
  }

  async #askDetails(): Promise<void> {
    const hello = this.#hello;
    const began_ms = this.#options.around.now_ms();
    const answer = readPictures(await this.#options.ask("/v1/pictures"));
    const took_ms = this.#options.around.now_ms() - began_ms;
    // Large pictures are asked for less often than small ones.
    this.#next_details_ms = began_ms + Math.max(0.9 * DETAILS_MS, 4.0 * took_ms);
    if (hello !== this.#hello || answer.run !== hello?.run) return;
    this.#is_asked_anew = false;
    this.#known = knownOf(answer);
    // Whoever was away is not told which pictures went in the meantime.
    for (const picture of [...this.#frames.keys()]) {
      if (!this.#known.pictures.has(picture)) this.#drop(picture);
    }
    this.#fill();
  }

  #fill(): void {
    const table = this.#table;
    for (const [id, track] of this.#known.tracks) {
      const [picture, number] = id.split("/").map(Number);
      if (table.rowOf(picture!, number!) === null) continue;
      table.setCovariance(id, track.covariance);
      table.contributors.set(id, track.contributors.map(contributorName));
    }
    this.#version += 1;
  }

  async #askNotices(): Promise<void> {
    this.#next_notices_ms = this.#options.around.now_ms() + NOTICES_MS;
    this.#notices = readNotices(await this.#options.ask("/v1/notices"));
  }
}
