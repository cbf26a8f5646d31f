/** Numbers as each language writes them, to the character as Python's `messages.numbers`. */

import type { Language } from "./state.ts";
import { UNITS } from "./words.generated.ts";

const NBSP = "\u00a0";
const NARROW_NBSP = "\u202f";
const MINUS = "\u2212";
const EN_DASH = "\u2013";
const TAIL = 25;
const TIE = `5${"0".repeat(TAIL - 1)}`;

const SYMBOLS: Readonly<Record<Language, Readonly<Record<string, string>>>> = UNITS;

/** The number with this many decimals; thousands are parted from 10,000 on. */
export function number(language: Language, value: number, decimals = 0): string {
  const plain = fixed(Math.abs(value), decimals);
  const is_zero = Number(plain) === 0.0;
  const sign = value < 0.0 && !is_zero ? MINUS : "";
  const [whole = "", fraction] = plain.split(".");
  const parted = Number(plain) >= 1e4 ? whole.replace(/\B(?=(\d{3})+$)/g, NARROW_NBSP) : whole;
  const point = language === "ru" ? "," : ".";
  return sign + (fraction === undefined ? parted : parted + point + fraction);
}

/** A number that was written with a point and a hyphen, as the language writes it. */
export function localised(language: Language, written: string): string {
  const plain = written.replaceAll("-", MINUS);
  return language === "ru" ? plain.replaceAll(".", ",") : plain;
}

/** The unit's symbol in the language. */
export function unit(language: Language, symbol: string): string {
  return SYMBOLS[language][symbol] ?? symbol;
}

/** The number and its unit, which never part at the end of a line. */
export function quantity(language: Language, value: number, symbol: string, decimals = 0): string {
  return withUnit(language, number(language, value, decimals), symbol);
}

/** The interval with its unit once; one number when both ends read the same. */
export function interval(
  language: Language,
  low: number,
  high: number,
  symbol = "1",
  decimals = 0,
): string {
  const [first, last] = [number(language, low, decimals), number(language, high, decimals)];
  if (first === last) return withUnit(language, first, symbol);
  // Beside a minus sign a dash is misread.
  const link = (first + last).includes(MINUS) ? " … " : EN_DASH;
  return withUnit(language, first + link + last, symbol);
}

/** The fraction in per cent; what is not quite 0 or 100 never reads as if it were. */
export function percent(language: Language, fraction: number): string {
  const value = 100.0 * fraction;
  if (value > 0.0 && value < 0.5) return `<${NARROW_NBSP}1${NBSP}%`;
  if (value >= 99.5 && value < 100.0) return `>${NARROW_NBSP}99${NBSP}%`;
  return `${number(language, value)}${NBSP}%`;
}

/** The time in minutes and seconds, such as `4 min 05 s`. */
export function duration(language: Language, time_s: number): string {
  const total = Number(fixed(Math.abs(time_s), 0));
  const sign = time_s < 0.0 && total > 0 ? MINUS : "";
  const [minutes, seconds] = [Math.floor(total / 60), total % 60];
  if (minutes === 0) return sign + withUnit(language, String(seconds), "s");
  const rest = withUnit(language, String(seconds).padStart(2, "0"), "s");
  return sign + withUnit(language, String(minutes), "min") + NBSP + rest;
}

/** The time since launch as `m:ss`. */
export function clock(time_s: number): string {
  const total = Number(fixed(Math.abs(time_s), 0));
  const sign = time_s < 0.0 && total > 0 ? MINUS : "";
  return `${sign}${Math.floor(total / 60)}:${String(total % 60).padStart(2, "0")}`;
}

/** The place as degrees with two decimals and hemispheres. */
export function coordinates(language: Language, lat_deg: number, lon_deg: number): string {
  const [north, south, east, west] =
    language === "ru"
      ? [`с.${NBSP}ш.`, `ю.${NBSP}ш.`, `в.${NBSP}д.`, `з.${NBSP}д.`]
      : ["N", "S", "E", "W"];
  const lat = `${number(language, Math.abs(lat_deg), 2)}°${NBSP}${lat_deg >= 0.0 ? north : south}`;
  const lon = `${number(language, Math.abs(lon_deg), 2)}°${NBSP}${lon_deg >= 0.0 ? east : west}`;
  return `${lat}, ${lon}`;
}

function withUnit(language: Language, written: string, symbol: string): string {
  const shown = unit(language, symbol);
  if (shown === "") return written;
  return written + (shown.startsWith("°") ? "" : NBSP) + shown;
}

/** Decimals of a number that is not negative; of two as near ones the even one, as in Python. */
function fixed(value: number, decimals: number): string {
  const exact = value.toFixed(decimals + TAIL);
  if (!exact.endsWith(TIE)) return value.toFixed(decimals);
  const down = exact.slice(0, -TAIL).replace(/\.$/, "");
  return Number(down.at(-1)) % 2 === 0 ? down : value.toFixed(decimals);
}
