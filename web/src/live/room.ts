/** What a room of an exercise has been told: which it is, the clock, the desk, what happened. */

import type { Clock, Desk, ObjectBody, RecordBody, Room, RoomMessage } from "../core/room.ts";

/** Who stays for long keeps as many records as these; all of them lie in the exercise's folder. */
const MOST_RECORDS = 5_000;

export class RoomState {
  #room: Room | null = null;
  #clock: Clock | null = null;
  #desk: Desk | null = null;
  #objects: readonly ObjectBody[] = [];
  #records: readonly RecordBody[] = [];

  /** Null until the room has said which it is. */
  get room(): Room | null {
    return this.#room;
  }

  get clock(): Clock | null {
    return this.#clock;
  }

  get desk(): Desk | null {
    return this.#desk;
  }

  /** What the room was told of, as its own tracks; the same list until something changes. */
  get objects(): readonly ObjectBody[] {
    return this.#objects;
  }

  /** The oldest first; the same list until one comes. */
  get records(): readonly RecordBody[] {
    return this.#records;
  }

  take(message: RoomMessage): void {
    switch (message.type) {
      case "room":
        this.#room = message;
        return;
      case "clock":
        this.#clock = message;
        return;
      case "desk":
        this.#desk = message;
        return;
      case "objects":
        this.#objects = message.objects;
        return;
      case "records":
        this.#add(message.records);
        return;
    }
  }

  /** Another run of the exercise: nothing of the one before holds. */
  clear(): void {
    [this.#room, this.#clock, this.#desk] = [null, null, null];
    [this.#objects, this.#records] = [[], []];
  }

  #add(records: readonly RecordBody[]): void {
    const last = this.#records.at(-1)?.number ?? 0;
    const fresh = records.filter((each) => each.number > last);
    if (fresh.length > 0) this.#records = [...this.#records, ...fresh].slice(-MOST_RECORDS);
  }
}
