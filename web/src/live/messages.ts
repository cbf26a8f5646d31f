/** What a centre says in words over the WebSocket, and what it answers, read and checked. */

import { parseInstant } from "../core/times.ts";
import type {
  Advice,
  Contributor,
  EventBody,
  Events,
  Explanation,
  LiveMessage,
  NoticeBody,
  Notices,
  Picture,
  Pictures,
} from "../core/wire.ts";
import type { RoomMessage } from "../core/room.ts";

/** Words that are not what a centre says. */
export class MessageError extends Error {
  override readonly name = "MessageError";
}

type Table = Readonly<Record<string, unknown>>;

const OF_ROOM: readonly unknown[] = ["room", "clock", "desk", "objects", "records"];

/** Whether a message is one that only rooms of an exercise get. */
export function isOfRoom(message: LiveMessage | RoomMessage): message is RoomMessage {
  return OF_ROOM.includes(message.type);
}

/** A text message of the live picture, or of a room. Throws a MessageError. */
export function readMessage(text: string): LiveMessage | RoomMessage {
  const found = tableOf(json(text), "a message");
  switch (found["type"]) {
    case "hello":
      for (const key of ["mode", "run", "viewer", "notice"]) textOf(found, key);
      break;
    case "events":
      for (const each of listOf(found, "events")) checkEvent(each);
      break;
    case "gone":
      for (const each of listOf(found, "pictures")) expect(isNumber(each), "numbers of pictures");
      break;
    case "goodbye":
      textOf(found, "why");
      break;
    case "room":
      for (const key of ["run", "room", "party", "begins"]) textOf(found, key);
      for (const key of ["parties", "cells", "procedures", "injects"]) listOf(found, key);
      checkSaid(found["name"]);
      checkSaid(found["title"]);
      break;
    case "clock":
      expect(isNumber(found["second"]) && isNumber(found["speed"]), "seconds and speed");
      textOf(found, "state");
      break;
    case "desk":
      for (const key of ["questions", "proposals", "shots", "tasks", "failures"]) {
        for (const each of listOf(found, key)) checkSaid(tableOf(each, key)["said"]);
      }
      break;
    case "objects":
      for (const each of listOf(found, "objects")) {
        const object = tableOf(each, "an object");
        textOf(object, "viewer");
        expect(isNumber(object["number"]), "numbers of objects");
        for (const track of listOf(object, "tracks")) {
          const { picture, number } = tableOf(track, "a track");
          expect(isNumber(picture) && isNumber(number), "numbers of tracks");
        }
      }
      break;
    case "records":
      for (const each of listOf(found, "records")) {
        const record = tableOf(each, "a record");
        expect(isNumber(record["number"]) && isNumber(record["second"]), "numbers of records");
        textOf(record, "kind");
        checkSaid(record["said"]);
      }
      break;
    default:
      throw new MessageError("this is no message of a live picture in frames");
  }
  return found as unknown as LiveMessage | RoomMessage;
}

/** An answer of `/v1/pictures`. Throws a MessageError. */
export function readPictures(value: unknown): Pictures {
  const found = ofSchema(value, "glasshield-pictures/1");
  for (const each of listOf(found, "pictures")) checkPicture(each);
  return found as unknown as Pictures;
}

/** An answer of `/v1/events`. Throws a MessageError. */
export function readEvents(value: unknown): Events {
  const found = ofSchema(value, "glasshield-events/1");
  for (const each of listOf(found, "events")) checkEvent(each);
  return found as unknown as Events;
}

/** An answer of `/v1/notices`. Throws a MessageError. */
export function readNotices(value: unknown): readonly NoticeBody[] {
  const found = ofSchema(value, "glasshield-notices/1");
  for (const each of listOf(found, "notices")) {
    const notice = tableOf(each, "a notice");
    textOf(notice, "party");
    instantOf(notice, "received");
    tableOf(notice["notice"], "what a notice says");
  }
  return (found as unknown as Notices).notices;
}

/** An answer of `/v1/advice`. Throws a MessageError. */
export function readAdvice(value: unknown): Advice {
  const found = ofSchema(value, "glasshield-advice/1");
  const sensors = listOf(found, "sensors");
  for (const each of sensors) textOf(tableOf(each, "a sensor"), "sensor");
  for (const each of listOf(found, "looks")) {
    const { step, sensor, objects } = tableOf(each, "looks");
    expect(isNumber(step) && isNumber(sensor) && sensor >= 0 && sensor < sensors.length, "looks");
    expect(Array.isArray(objects) && objects.every(isNumber), "objects");
  }
  for (const name of ["picture", "step_s", "before_km2", "after_km2", "in_turn_km2"]) {
    expect(isNumber(found[name]), name);
  }
  return found as unknown as Advice;
}

/** An answer of `/v1/rules/explain`. Throws a MessageError. */
export function readExplanation(value: unknown): Explanation {
  const found = ofSchema(value, "glasshield-explanation/1");
  textOf(found, "to");
  for (const each of listOf(found, "text")) expect(typeof each === "string", "lines of text");
  return found as unknown as Explanation;
}

/** A value out of JSON. Throws a MessageError. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new MessageError("this is no JSON");
  }
}

function checkEvent(value: unknown): void {
  const event = tableOf(value, "an event");
  for (const key of ["number", "picture", "object"]) expect(isNumber(event[key]), key);
  for (const key of ["kind", "object_class", "place", "region", "notice"]) textOf(event, key);
  for (const key of ["time", "at"]) instantOf(event, key);
  if (event["expected"] !== null) instantOf(event, "expected");
  for (const key of ["lat_rad", "lon_rad", "latency_s"]) {
    expect(event[key] === null || isNumber(event[key]), key);
  }
  checkContributors(event);
  for (const each of listOf(event, "against")) expect(typeof each === "string", "against");
  const radii = listOf(event, "radii");
  expect(radii.length === 2 && radii.every(isNumber), "two radii");
  const covariance = event["covariance_m2"];
  expect(covariance === null || isSquare(covariance), "a covariance in the plane");
}

function checkSaid(value: unknown): void {
  const said = tableOf(value, "words in both languages");
  textOf(said, "en");
  textOf(said, "ru");
}

function checkPicture(value: unknown): void {
  const picture = tableOf(value, "a picture");
  expect(isNumber(picture["picture"]), "the number of a picture");
  for (const key of ["at", "epoch"]) instantOf(picture, key);
  const terms = tableOf(picture["terms"], "terms");
  for (const key of ["delay_s", "position_m", "velocity_m_s", "time_s", "covariance_factor"]) {
    expect(isNumber(terms[key]), key);
  }
  const count = checkContributors(picture);
  for (const each of listOf(picture, "tracks")) checkTrack(each, count);
}

function checkTrack(value: unknown, contributors: number): void {
  const track = tableOf(value, "a track");
  expect(isNumber(track["number"]), "the number of a track");
  const covariance = track["covariance"];
  const is_known = Array.isArray(covariance) && covariance.length === 21;
  expect(covariance === null || is_known, "a covariance");
  for (const each of listOf(track, "contributors")) {
    expect(isNumber(each) && each >= 0 && each < contributors, "places of contributors");
  }
}

/** How many contributors there are. */
function checkContributors(of: Table): number {
  const found = listOf(of, "contributors");
  for (const each of found) {
    const { party, sensor } = tableOf(each, "a contributor") as Partial<Contributor>;
    expect(typeof party === "string" && typeof sensor === "string", "party and sensor");
  }
  return found.length;
}

function ofSchema(value: unknown, schema: string): Table {
  const found = tableOf(value, schema);
  expect(found["schema"] === schema, schema);
  return found;
}

function tableOf(value: unknown, what: string): Table {
  expect(typeof value === "object" && value !== null && !Array.isArray(value), what);
  return value as Table;
}

function listOf(table: Table, key: string): readonly unknown[] {
  const found = table[key];
  if (!Array.isArray(found)) throw new MessageError(`expected a list: ${key}`);
  return found;
}

function textOf(table: Table, key: string): void {
  expect(typeof table[key] === "string", key);
}

/** What cannot be read as an instant would fail wherever it is shown. */
function instantOf(table: Table, key: string): void {
  const text = table[key];
  if (typeof text !== "string") throw new MessageError(`expected an instant: ${key}`);
  try {
    parseInstant(text);
  } catch {
    throw new MessageError(`expected an instant: ${key}`);
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isSquare(value: unknown): boolean {
  const is_row = (row: unknown): boolean =>
    Array.isArray(row) && row.length === 2 && row.every(isNumber);
  return Array.isArray(value) && value.length === 2 && value.every(is_row);
}

function expect(is_so: boolean, what: string): void {
  if (!is_so) throw new MessageError(`expected ${what}`);
}

export type { EventBody, NoticeBody, Picture };
