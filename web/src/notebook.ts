/** What a notebook around the globe has of its own: colours, and keys that are its commands. */

import type { Theme } from "./core/state.ts";

const THEMES: Readonly<Record<string, Theme>> = {
  // JupyterLab and Notebook say whether they are light, VS Code what they are.
  true: "light",
  false: "dark",
  "vscode-light": "light",
  "vscode-high-contrast-light": "light",
  "vscode-dark": "dark",
  "vscode-high-contrast": "dark",
};
/** On what has the focus it keeps JupyterLab from taking a key for a command of its own. */
const NO_COMMANDS = "data-lm-suppress-shortcuts";

/** The notebook's theme; as the system has it where the notebook says nothing. */
export function notebookTheme(): Theme {
  const { jpThemeLight, vscodeThemeKind } = document.body.dataset;
  return THEMES[jpThemeLight ?? vscodeThemeKind ?? ""] ?? "auto";
}

/** Calls whenever the notebook has changed its theme; what it gives ends that. */
export function onNotebookTheme(call: (theme: Theme) => void): () => void {
  const observer = new MutationObserver(() => call(notebookTheme()));
  const attributeFilter = ["data-jp-theme-light", "data-vscode-theme-kind"];
  observer.observe(document.body, { attributes: true, attributeFilter });
  return () => observer.disconnect();
}

/**
 * Keeps single keys that are pressed in an element from the notebook, where `b` adds a cell and `d`
 * twice deletes one; what is pressed with Control or another such key, as to save, stays its own.
 */
export function keepKeys(el: HTMLElement): () => void {
  const heed = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (!(target instanceof Element) || !el.contains(target)) return;
    if (ctrlKey || metaKey || altKey) target.removeAttribute(NO_COMMANDS);
    else target.setAttribute(NO_COMMANDS, "true");
  };
  // The notebook listens at the document: whoever is to be before it listens at the window.
  window.addEventListener("keydown", heed, { capture: true });
  return () => window.removeEventListener("keydown", heed, { capture: true });
}
