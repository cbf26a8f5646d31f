/** What is done from a room: sent, and what became of it said in one line. */

import type { Act, Done, RoomError } from "../core/room.ts";
import { isWordKey, type WordKey } from "../core/words.ts";
import type { Session } from "../live/session.ts";
import { attribute, element, write } from "../panels/dom.ts";
import type { Context } from "../panels/panel.ts";
import { moment } from "./saying.ts";

const PATH = "/v1/acts";
/** These are seen at once: nothing is written down for them. */
const STEERS: readonly Act["do"][] = ["go", "pause", "step", "rewind"];

export class Acts {
  /** Stands where the last thing was done. */
  readonly line = element("p", { class: "gs-room-line", role: "status", hidden: true });
  readonly #context: Context;
  readonly #session: Session;

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
  }

  /** Does something; whether it was taken. */
  async do(act: Act): Promise<boolean> {
    const tell = this.#session.tell;
    if (tell === null) return false;
    try {
      const { is_done, said } = await tell(PATH, act);
      if (is_done) this.#say(this.#done(act, said as Done), true);
      else this.#say(this.#refused(said as RoomError), false);
      return is_done;
    } catch {
      this.#say(this.#context.text("web.room.failed"), false);
      return false;
    }
  }

  #done(act: Act, done: Done): string {
    if (STEERS.includes(act.do)) return "";
    return this.#context.text("web.room.done", { moment: moment(done.second) });
  }

  /** Why, in the page's language; what it has no words for, as it came. */
  #refused({ error }: RoomError): string {
    const key = `web.room.refused.${error.why}`;
    const known: WordKey = isWordKey(key) ? key : "web.room.refused.other";
    const said = this.#context.text(known);
    if (known !== "web.room.refused.other" || this.#context.language !== "en") return said;
    return `${said} ${[error.what, error.expected, error.do].filter((each) => each !== "").join("; ")}.`;
  }

  #say(sentence: string, is_done: boolean): void {
    attribute(this.line, "hidden", sentence === "");
    attribute(this.line, "data-refused", !is_done);
    write(this.line, sentence === "" ? "" : `${is_done ? "✓" : "✕"} ${sentence}`);
  }
}
