/**
 * A text in a picture, so that a file says by itself what it shows.
 *
 * Source: W3C, Portable Network Graphics (PNG) Specification, third edition, 2025, 11.3.3.4.
 */

import { crc32 } from "./zip.ts";

/** The signature and the header: every PNG begins with as many bytes. */
const BEGINNING = 8 + 25;

/** The picture with an international text under a keyword of Latin letters. */
export function withText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const [name, said] = [encoder.encode(keyword), encoder.encode(text)];
  // After the keyword: its end, two bytes for "not packed", no language and no keyword in it.
  const data = new Uint8Array(name.length + 5 + said.length);
  data.set(name);
  data.set(said, name.length + 5);
  const chunk = chunkOf("iTXt", data);
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, BEGINNING));
  whole.set(chunk, BEGINNING);
  whole.set(png.subarray(BEGINNING), BEGINNING + chunk.length);
  return whole;
}

function chunkOf(kind: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(kind), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}
