/** What is live in words: terms, events, ages, whose data. */

import { COUNTRIES } from "../core/countries.generated.ts";
import { degrees } from "../core/earth.ts";
import { deviations, ellipse, horizontal, type Covariance2 } from "../core/ellipse.ts";
import type { Place } from "../core/earth.ts";
import { coordinates, duration, number, quantity } from "../core/numbers.ts";
import { parseInstant, timeOfDay } from "../core/times.ts";
import type { EventBody, Terms } from "../core/wire.ts";
import { isWordKey } from "../core/words.ts";
import { contributorName, type KnownPicture } from "../live/known.ts";
import type { Context } from "./panel.ts";

const SHARE = 0.95;

/** Terms in words, such as `60 s after arrival, positions to 1 km`. */
export function termsText(context: Context, terms: Terms): string {
  const { language } = context;
  const { delay_s, position_m, velocity_m_s, time_s, covariance_factor, classes } = terms;
  const is_exact = position_m + velocity_m_s + time_s === 0.0 && covariance_factor === 1.0;
  const parts = [
    delay_s > 0.0
      ? context.text("web.live.terms.delay", { delay: duration(language, delay_s) })
      : context.text("web.live.terms.at_once"),
    is_exact ? context.text("web.live.terms.exact") : "",
    position_m > 0.0
      ? context.text("web.live.terms.position", { step: lengthText(context, position_m) })
      : "",
    velocity_m_s > 0.0
      ? context.text("web.live.terms.velocity", { step: quantity(language, velocity_m_s, "m/s") })
      : "",
    time_s > 0.0
      ? context.text("web.live.terms.time", { step: quantity(language, time_s, "s", 1) })
      : "",
    covariance_factor !== 1.0
      ? context.text("web.live.terms.factor", { factor: number(language, covariance_factor, 1) })
      : "",
    classes !== null
      ? context.text("web.live.terms.classes", {
          classes: classes.map((each) => classText(context, each)).join(", "),
        })
      : "",
    terms.names_sensors ? "" : context.text("web.live.terms.unnamed"),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** What an object is taken for; as it was sent where the page has no word for it. */
export function classText(context: Context, name: string): string {
  const key = `release.class.${name}`;
  return isWordKey(key) ? context.text(key) : name;
}

/** What happened; as it was sent where the page has no word for it. */
export function kindText(context: Context, kind: string): string {
  const key = `release.event.${kind}`;
  return isWordKey(key) ? context.text(key) : kind;
}

export function lengthText({ language }: Context, length_m: number): string {
  if (length_m < 1e3) return quantity(language, length_m, "m");
  return quantity(language, length_m / 1e3, "km", length_m < 1e4 ? 1 : 0);
}

/** The parties of a picture, each once. */
export function partiesText(context: Context, { contributors }: KnownPicture): string {
  const parties = [...new Set(contributors.map((each) => each.party))];
  return parties.length > 0 ? parties.join(", ") : context.text("web.live.picture.none");
}

/** The time of the day of an instant, with the day left to whoever looks. */
export function instantText(text: string): string {
  return timeOfDay(parseInstant(text));
}

/** Where something happened, and how sure that is. */
export function whereText(context: Context, event: EventBody): string {
  const { lat_rad, lon_rad, region, place } = event;
  if (lat_rad === null || lon_rad === null) return "";
  const key = `web.live.place.${place}`;
  const what = isWordKey(key) ? `${context.text(key)}: ` : "";
  const at = coordinates(context.language, degrees(lat_rad), degrees(lon_rad));
  return `${what}${at}${region === "" ? "" : ` (${regionText(context, region)})`}`;
}

/** A region by its code: open sea, the sea off a country, or the country. */
export function regionText(context: Context, code: string): string {
  if (code === "sea") return context.text("warning.open-sea");
  const country = countryName(context, code.slice(code.lastIndexOf("/") + 1));
  return code.startsWith("sea/") ? context.text("warning.sea-off", { country }) : country;
}

/** A country by its name; by its code where the borders have none of it. */
function countryName({ language }: Context, code: string): string {
  const names = Object.hasOwn(COUNTRIES, code) ? COUNTRIES[code] : undefined;
  return names?.[language === "ru" ? 1 : 0] ?? code;
}

/** Who has seen something, as parties and sensors. */
export function byText({ contributors }: EventBody): string {
  return contributors.map(contributorName).join(", ");
}

/** The half axes of the ellipse that holds 95 %; null where the covariance is none. */
export function axesText(context: Context, covariance: Covariance2, radius: number): string | null {
  const { longer_m, shorter_m } = ellipse(covariance, radius);
  if (!Number.isFinite(longer_m) || !Number.isFinite(shorter_m)) return null;
  return context.text("web.live.track.axes", {
    longer: lengthText(context, longer_m),
    shorter: lengthText(context, shorter_m),
  });
}

/** The same of a track, over the ground. */
export function trackAxesText(
  context: Context,
  covariance: Parameters<typeof horizontal>[0],
  place: Place,
): string | null {
  return axesText(context, horizontal(covariance, place), deviations(SHARE));
}

/** How long ago, in whole seconds. */
export function ageText({ language }: Context, age_s: number): string {
  return duration(language, Math.max(Math.round(age_s), 0));
}
