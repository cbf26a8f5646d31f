/**
 * A zip archive whose files are stored as they are.
 *
 * Source: PKWARE .ZIP File Format Specification 6.3.10, 4.3 (local header, directory, end of it).
 */

export interface StoredFile {
  /** With `/` between folders; ASCII. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** The first day that the format can tell: archives of the same files are the same. */
const DATE = (1 << 5) | 1;
const POLYNOMIAL = 0xedb88320;

export function stored(files: readonly StoredFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const named = new TextEncoder().encode(name);
    const shared = sharedFields(named, bytes);
    const local = concatenated([numbers([LOCAL, 4]), shared, named, bytes]);
    entries.push(
      concatenated([
        numbers([ENTRY, 4], [VERSION, 2]),
        shared,
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        named,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const directory = concatenated(entries);
  const count = files.length;
  const end = numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2]);
  const place = numbers([directory.length, 4], [offset, 4], [0, 2]);
  return concatenated([...parts, directory, end, place]);
}

/** CRC-32 of some bytes. Source: ISO 3309; the polynomial reversed. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** What a file's header and its entry in the directory have in common. */
function sharedFields(name: Uint8Array, bytes: Uint8Array): Uint8Array {
  const size = bytes.length;
  const crc = crc32(bytes);
  return numbers(
    [VERSION, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [DATE, 2],
    [crc, 4],
    [size, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );
}

/** Numbers of so many bytes each, the least byte first. */
function numbers(...values: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  const bytes = values.flatMap(([value, size]) =>
    Array.from({ length: size }, (_, k) => (value >>> (8 * k)) & 0xff),
  );
  return Uint8Array.from(bytes);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
