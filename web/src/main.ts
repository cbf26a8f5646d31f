/** The one way in: what the server's page, a report and a notebook call. */

/** Something that is on the page and can be taken off it. */
export interface Mounted {
  dispose(): void;
}

/** Puts the globe into an element. */
export function mount(root: HTMLElement): Mounted {
  const notice = document.createElement("p");
  notice.className = "glasshield-missing";
  notice.setAttribute("role", "alert");
  notice.textContent = "Nothing is drawn yet: scene, map, panels and live are not built in.";
  root.replaceChildren(notice);
  return { dispose: () => root.replaceChildren() };
}

const place = typeof document === "undefined" ? null : document.getElementById("glasshield-globe");
if (place !== null) mount(place);
