/** Under which rules a track is shown, and what others would see of it: the centre is asked. */

import { ecefToGeodetic, degrees, type Vec3 } from "../core/earth.ts";
import { AskError } from "../live/asking.ts";
import type { TrackDetails } from "../live/known.ts";
import { readExplanation } from "../live/messages.ts";
import type { Session } from "../live/session.ts";
import { button, element } from "./dom.ts";
import type { Entry, List } from "./explained.ts";
import type { Context } from "./panel.ts";

type Answer =
  | { readonly kind: "asking" }
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "failed" };

/** Answers that are kept, the newest last. */
const KEPT = 40;

export class Rules {
  readonly #session: Session;
  readonly #changed: () => void;
  readonly #answers = new Map<string, Answer>();
  /** Viewers that somebody named, by track. */
  readonly #more = new Map<string, ReadonlySet<string>>();
  /** What stands in the field while the panel is drawn anew. */
  #named = "";

  /** `changed`: called when an answer came. */
  constructor(session: Session, changed: () => void) {
    [this.#session, this.#changed] = [session, changed];
  }

  /** What is known of the rules of a track, with what can be asked. */
  lists(context: Context, track: TrackDetails, position_ecef_m: Vec3): List[] {
    const heading = context.text("web.live.rules.title");
    if (!track.contributors.some((each) => each.sensor !== "")) {
      return [{ heading, entries: [{ text: context.text("web.live.rules.unnamed") }] }];
    }
    const asked = this.#viewers(track).flatMap((to): Entry[] => {
      const title =
        to === ""
          ? context.text("web.live.rules.own")
          : context.text("web.live.rules.other", { party: to });
      const key = [track.id, to, context.language].join("\n");
      const ask = button(
        { class: "gs-quiet", "data-key": `live-rules-${to}` },
        () => void this.#ask(context, key, track, position_ecef_m, to),
        title,
      );
      return [{ text: "", chip: ask }, ...this.#lines(context, key).map((text) => ({ text }))];
    });
    return [{ heading, entries: [...asked, { text: "", chip: this.#asker(context, track) }] }];
  }

  /** Another viewer of whom nothing is in these pictures, by name. */
  #asker(context: Context, track: TrackDetails): HTMLElement {
    const field = element("input", {
      type: "text",
      maxlength: 64,
      value: this.#named,
      "data-key": "live-rules-name",
      "aria-label": context.text("web.live.rules.name"),
      placeholder: context.text("web.live.rules.name"),
    });
    const form = element("form", { class: "gs-row gs-live-asker" }, field);
    form.append(
      element(
        "button",
        { type: "submit", "data-key": "live-rules-more" },
        context.text("web.live.rules.ask"),
      ),
    );
    field.addEventListener("input", () => (this.#named = field.value));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = field.value.trim();
      if (name !== "")
        this.#more.set(track.id, new Set([...(this.#more.get(track.id) ?? []), name]));
      this.#named = "";
      this.#changed();
    });
    return form;
  }

  /** Whoever asks, first; then all whose data are in a picture. */
  #viewers({ id, picture }: TrackDetails): string[] {
    const { feed, viewer } = this.#session;
    const known = [...(feed?.details.pictures.values() ?? [picture])];
    const parties = known.flatMap((each) => each.contributors.map(({ party }) => party));
    const named = this.#more.get(id) ?? [];
    const all = [...parties, ...this.#session.viewers, ...named];
    const others = all.filter((each) => each !== viewer);
    return ["", ...new Set(others.sort())];
  }

  #lines(context: Context, key: string): readonly string[] {
    const answer = this.#answers.get(key);
    switch (answer?.kind) {
      case undefined:
        return [];
      case "asking":
        return [context.text("web.live.rules.asking")];
      case "lines":
        return answer.lines;
      case "not-allowed":
        return [context.text("web.live.rules.not-allowed")];
      case "failed":
        return [context.text("web.live.rules.failed")];
    }
  }

  async #ask(
    context: Context,
    key: string,
    track: TrackDetails,
    position_ecef_m: Vec3,
    to: string,
  ): Promise<void> {
    const ask = this.#session.ask;
    if (ask === null) return;
    this.#put(key, { kind: "asking" });
    const path = `/v1/rules/explain?${query(track, position_ecef_m, to, context.language)}`;
    const answer = await ask(path).then(
      (found): Answer => ({ kind: "lines", lines: readExplanation(found).text }),
      (error: unknown): Answer => {
        const is_refused = error instanceof AskError && error.fault === "not-allowed";
        return { kind: is_refused ? "not-allowed" : "failed" };
      },
    );
    this.#put(key, answer);
  }

  #put(key: string, answer: Answer): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    this.#changed();
  }
}

function query(track: TrackDetails, position_ecef_m: Vec3, to: string, lang: string): string {
  const { lat_rad, lon_rad } = ecefToGeodetic(position_ecef_m);
  const named = track.contributors.filter((each) => each.sensor !== "");
  return new URLSearchParams({
    seen: named.map((each) => `${each.party}/${each.sensor}`).join(","),
    ...(to === "" ? {} : { to }),
    lat_deg: degrees(lat_rad).toFixed(4),
    lon_deg: degrees(lon_rad).toFixed(4),
    object_class: track.object_class,
    lang,
  }).toString();
}
