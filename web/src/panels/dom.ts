/** Elements made by calls: texts go in as texts, and no markup is ever read. */

import { look, GLYPHS, type Glyph, type LookName } from "../core/looks.ts";
import type { Shade } from "../core/palette.ts";

export type Child = Node | string | null;

/** Names as in HTML; null and false leave an attribute out, true makes it empty. */
export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const SVG = "http://www.w3.org/2000/svg";

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** A button; `data-key` names it, so that it keeps the focus when its panel is drawn anew. */
export function button(
  attributes: Attributes & { readonly "data-key": string },
  onClick: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", onClick);
  return made;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list to choose one of. */
export function select(
  attributes: Attributes & { readonly "data-key": string },
  choices: readonly Choice[],
  chosen: string,
  onChoose: (value: string) => void,
): HTMLSelectElement {
  const options = choices.map(({ value, label }) => element("option", { value }, label));
  const made = element("select", attributes, ...options);
  made.value = chosen;
  made.addEventListener("change", () => onChoose(made.value));
  return made;
}

/** Sets or takes away one attribute, where it is another than before. */
export function attribute(
  target: Element,
  name: string,
  value: string | number | boolean | null,
): void {
  if (value === null || value === false) target.removeAttribute(name);
  else {
    const text = value === true ? "" : String(value);
    if (target.getAttribute(name) !== text) target.setAttribute(name, text);
  }
}

/** Writes a text where it is another than before, so that nothing is read out twice. */
export function write(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/**
 * Puts new children into an element. What had the focus has it again, found by its `data-key`; the
 * element's place in a scrolled list stays.
 */
export function redraw(root: Element, ...children: readonly Child[]): void {
  const key = focusKey(root);
  const scrolled = root.scrollTop;
  root.replaceChildren(...children.filter((child) => child !== null));
  root.scrollTop = scrolled;
  focusAgain(root, key);
}

/** The `data-key` of what has the focus inside an element; null for none. */
export function focusKey(root: Element): string | null {
  const focused = root.ownerDocument.activeElement;
  return focused !== null && root.contains(focused) ? focused.getAttribute("data-key") : null;
}

export function focusAgain(root: Element, key: string | null): void {
  if (key === null) return;
  const again = root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** What is to be undone when a panel goes. */
export class Undoings {
  readonly #all: (() => void)[] = [];

  add(undo: () => void): void {
    this.#all.push(undo);
  }

  listen<K extends keyof WindowEventMap>(
    target: Window,
    type: K,
    listener: (event: WindowEventMap[K]) => void,
  ): void;
  listen<K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void;
  listen(target: EventTarget, type: string, listener: (event: never) => void): void {
    const taken = listener as EventListener;
    target.addEventListener(type, taken);
    this.add(() => target.removeEventListener(type, taken));
  }

  undo(): void {
    for (const each of this.#all.splice(0).reverse()) each();
  }
}

/** The sign of a place as the globe draws it; beside a text, so that it says nothing itself. */
export function glyph(shade: Shade, name: Glyph, looks: LookName): SVGSVGElement {
  const { fill, stroke } = look(shade, looks);
  const attributes = { d: GLYPHS[name], fill: fill ?? "none", stroke: stroke ?? "none" };
  return sign(svg("path", attributes));
}

/** A box of 12 by 12 with drawn things in it. */
export function sign(...shapes: readonly SVGElement[]): SVGSVGElement {
  const attributes = { viewBox: "0 0 12 12", class: "gs-sign", "aria-hidden": "true" };
  return svg("svg", attributes, ...shapes);
}

function filled<E extends Element>(made: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) attribute(made, name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}
