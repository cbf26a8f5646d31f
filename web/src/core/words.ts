/** The texts of the one catalogue, in both languages. */

import { localised } from "./numbers.ts";
import type { Language } from "./state.ts";
import { WORDS } from "./words.generated.ts";

export type WordKey = keyof typeof WORDS;
export type Values = Readonly<Record<string, string | number>>;
type Template = string | Readonly<Record<string, string>>;

const TEMPLATES: Readonly<Record<WordKey, Readonly<Record<Language, Template>>>> = WORDS;

/**
 * The sentence in the language, with its parameters filled in.
 *
 * An integer `n` chooses the plural form. Numbers other than integers are written by `numbers.ts`
 * before. Throws where a parameter is missing, which is an error of the program.
 */
export function words(language: Language, key: WordKey, values: Values = {}): string {
  const template = TEMPLATES[key][language];
  const form = typeof template === "string" ? template : template[pluralForm(language, values)];
  if (form === undefined) throw new RangeError(`${key} has no form for ${String(values["n"])}`);
  return form.replace(/\{(\w+)\}|\{\{|\}\}/g, (whole, name: string | undefined) =>
    name === undefined ? whole.charAt(0) : filled(language, key, name, values),
  );
}

/** Whether a key that came from outside is one of the catalogue. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(TEMPLATES, key);
}

function filled(language: Language, key: WordKey, name: string, values: Values): string {
  const value = values[name];
  if (value === undefined) throw new RangeError(`${key} needs ${name}`);
  return typeof value === "string" ? value : localised(language, String(value));
}

/** Source: Unicode CLDR 46, cardinal plural rules for integers. */
function pluralForm(language: Language, values: Values): string {
  const n = Number(values["n"]);
  if (language === "en") return n === 1 ? "one" : "other";
  const [ones, hundreds] = [n % 10, n % 100];
  if (ones === 1 && hundreds !== 11) return "one";
  if (ones >= 2 && ones <= 4 && !(hundreds >= 12 && hundreds <= 14)) return "few";
  return "many";
}
