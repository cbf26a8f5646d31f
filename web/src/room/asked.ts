/** What this room is asked: each question with its clock, and the answers as buttons. */

import type { Clock, Desk, ProposalBody, Question } from "../core/room.ts";
import { duration } from "../core/numbers.ts";
import { attribute, button, element, redraw, write } from "../panels/dom.ts";
import type { Context } from "../panels/panel.ts";
import type { Acts } from "./acts.ts";
import type { RoomObjects } from "./objects.ts";
import { said } from "./saying.ts";

/** A question that is open, as it stands on the page until it is answered. */
interface Card {
  readonly root: HTMLElement;
  readonly left: HTMLElement;
  readonly named: HTMLElement;
  readonly question: Question;
  readonly until: number;
}

export class Asked {
  /** Read out when a question comes. */
  readonly root = element("div", { class: "gs-room-asked" });
  readonly #context: Context;
  readonly #acts: Acts;
  readonly #objects: RoomObjects;
  readonly #none: HTMLElement;
  readonly #list = element("div", { role: "alert" });
  readonly #cards = new Map<number, Card>();
  #run = "";

  constructor(context: Context, acts: Acts, objects: RoomObjects) {
    [this.#context, this.#acts, this.#objects] = [context, acts, objects];
    this.#none = element("p", { class: "gs-soft" }, context.text("web.room.ask.none"));
    this.root.append(element("h3", {}, context.text("web.room.ask.title")), this.#none, this.#list);
  }

  /** `run`: of the exercise; in another one the same numbers are other questions. */
  show(desk: Desk, run: string): void {
    if (run !== this.#run) this.#cards.clear();
    this.#run = run;
    const open = desk.questions.filter((each) => each.is_mine && each.state === "open");
    attribute(this.#none, "hidden", open.length > 0);
    attribute(this.root, "data-asked", open.length > 0);
    const numbers = new Set(open.map((each) => each.number));
    const is_same = open.every((each) => this.#cards.has(each.number));
    if (
      is_same &&
      numbers.size === this.#cards.size &&
      numbers.size === this.#list.childElementCount
    ) {
      return;
    }
    for (const number of [...this.#cards.keys()]) {
      if (!numbers.has(number)) this.#cards.delete(number);
    }
    for (const each of open) {
      const proposal = desk.proposals.find((one) => one.number === each.proposal) ?? null;
      if (!this.#cards.has(each.number)) this.#cards.set(each.number, this.#card(each, proposal));
    }
    redraw(this.#list, ...open.map((each) => this.#cards.get(each.number)!.root));
  }

  /** What each is about in this room's own picture. */
  name(): void {
    for (const { named, question } of this.#cards.values()) {
      const now = this.#objects.named(question, `asked-${question.number}`);
      // The same words are not put there anew: they would be read out again.
      if (!now.isEqualNode(named.firstElementChild)) redraw(named, now);
    }
  }

  /** How long there is for each. */
  tick(clock: Clock): void {
    for (const { left, until } of this.#cards.values()) {
      const left_s = until - clock.second;
      const text =
        left_s < 0
          ? this.#context.text("web.room.ask.late")
          : this.#context.text("web.room.ask.left", {
              left: duration(this.#context.language, left_s),
            });
      write(left, `◔ ${text}`);
    }
  }

  #card(question: Question, proposal: ProposalBody | null): Card {
    const context = this.#context;
    const named = element("div", {}, this.#objects.named(question, `asked-${question.number}`));
    const left = element("b", { class: "gs-room-left", "aria-live": "off" });
    const words = element("input", {
      type: "text",
      maxlength: 2000,
      "data-key": `room-words-${question.number}`,
      "aria-label": context.text("web.room.ask.words"),
      placeholder: context.text("web.room.ask.words"),
    });
    const answers: HTMLButtonElement[] = (["yes", "no"] as const).map((says) =>
      button(
        { class: `gs-room-${says}`, "data-key": `room-${says}-${question.number}` },
        () => {
          const text = words.value.trim();
          void this.#acts
            .do({ do: "answer", question: question.number, says, text })
            .then((is_done) => {
              // Until the next step takes the question away: an answer stands.
              for (const each of answers) attribute(each, "disabled", is_done);
            });
        },
        `${says === "yes" ? "✓" : "✕"} ${context.text(`web.room.says.${question.what}.${says}`)}`,
      ),
    );
    const root = element(
      "div",
      { class: "gs-room-card" },
      element(
        "p",
        {},
        element("span", { "aria-hidden": "true" }, "▲ "),
        said(context, question.said),
      ),
      named,
      proposal === null ? null : this.#behind(proposal),
      left,
      element("div", { class: "gs-row" }, ...answers),
      words,
    );
    return { root, left, named, question, until: question.until };
  }

  #behind(proposal: ProposalBody): HTMLElement {
    const context = this.#context;
    return element(
      "details",
      { class: "gs-soft" },
      element("summary", {}, context.text("web.room.ask.why")),
      element("p", {}, said(context, proposal.said)),
      element("p", {}, said(context, proposal.why)),
    );
  }
}
