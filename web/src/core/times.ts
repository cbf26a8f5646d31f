/** Instants as Python's `earth.time` has them: whole microseconds since 1970 on the UTC scale. */

const US_A_SECOND = 1_000_000;
const US_A_DAY = 86_400 * US_A_SECOND;
const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * The microseconds since 1970-01-01T00:00:00Z that an ISO 8601 text names.
 *
 * Throws a RangeError where it is no date and time, or one without its zone.
 */
export function parseInstant(text: string): number {
  const found = SHAPE.exec(text.trim());
  if (found === null)
    throw new RangeError(`${text} is not a date and time in ISO 8601 with a zone`);
  const [, year, month, day, hour, minute, second = "0", fraction = "", zone = "Z"] = found;
  const days_ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(days_ms);
  const is_day = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  const is_time = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!is_day || !is_time) throw new RangeError(`${text} is a date and time that there is not`);
  const of_day_s = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const us = days_ms * 1000 + of_day_s * US_A_SECOND + Number(fraction.padEnd(6, "0"));
  return us - zoneMinutes(zone) * 60 * US_A_SECOND;
}

/** ISO 8601 in UTC, ending in Z; fractions of a second only where there are any. */
export function isoInstant(posix_us: number): string {
  const [seconds_us, fraction_us] = split(posix_us, US_A_SECOND);
  const whole = new Date(seconds_us / 1000).toISOString().slice(0, 19);
  return fraction_us === 0 ? `${whole}Z` : `${whole}.${String(fraction_us).padStart(6, "0")}Z`;
}

/** The date alone, such as 2007-02-09. */
export function isoDate(posix_us: number): string {
  return new Date(split(posix_us, US_A_SECOND)[0] / 1000).toISOString().slice(0, 10);
}

/** The time of the day alone, to the second, such as 14:41:00. */
export function timeOfDay(posix_us: number): string {
  const seconds = Math.floor(split(posix_us, US_A_DAY)[1] / US_A_SECOND);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
}

/** Seconds since 1970, for arithmetic with the times of a picture. */
export function posixSeconds(posix_us: number): number {
  return posix_us / US_A_SECOND;
}

export function posixMicroseconds(posix_s: number): number {
  return Math.round(posix_s * US_A_SECOND);
}

function zoneMinutes(zone: string): number {
  if (zone === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
}

/** What is a multiple of the unit, and what is left over, never negative. */
function split(value: number, unit: number): readonly [number, number] {
  const left = ((value % unit) + unit) % unit;
  return [value - left, left];
}
