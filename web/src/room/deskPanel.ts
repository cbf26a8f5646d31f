/** The desk of a room: what it is asked, who would act, what came of it, tasks, what it can do. */

import type { Desk, ProposalBody, Question, ShotBody, TaskBody } from "../core/room.ts";
import type { State } from "../core/state.ts";
import type { Session } from "../live/session.ts";
import { attribute, element, redraw, type Child } from "../panels/dom.ts";
import type { Context, Panel } from "../panels/panel.ts";
import { Acts } from "./acts.ts";
import { Asked } from "./asked.ts";
import { Injects } from "./injects.ts";
import { Newest } from "./newest.ts";
import { RoomObjects, type Named } from "./objects.ts";
import { moment, said, STATE_SIGNS, stateText } from "./saying.ts";

const SHOT_SIGNS = { hit: "✓", missed: "✕", wasted: "⊘" } as const;

export class DeskPanel implements Panel {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #session: Session;
  readonly #objects: RoomObjects;
  readonly #asked: Asked;
  readonly #injects: Injects;
  readonly #scripted: HTMLElement;
  readonly #questions: Newest;
  readonly #consulting: HTMLElement;
  readonly #proposals: Newest;
  readonly #no_proposals: HTMLElement;
  readonly #shots: Newest;
  readonly #shooting: HTMLElement;
  readonly #tasks = element("ul", { class: "gs-room-list" });
  readonly #no_tasks: HTMLElement;
  readonly #failures = element("ul", { class: "gs-room-list" });
  readonly #failing: HTMLElement;
  readonly #inject_part: HTMLElement;
  readonly #unsubscribe: () => void;
  #shown: readonly unknown[] = [];

  constructor(context: Context, session: Session) {
    [this.#context, this.#session] = [context, session];
    const acts = new Acts(context, session);
    this.#objects = new RoomObjects(context, session);
    this.#asked = new Asked(context, acts, this.#objects);
    const inject_acts = new Acts(context, session);
    this.#injects = new Injects(context, inject_acts);
    this.#scripted = this.#soft("web.room.ask.scripted");
    this.#questions = new Newest(context, "questions");
    this.#consulting = this.#part("web.room.consulting.title", this.#questions.root);
    this.#no_proposals = this.#soft("web.room.proposals.none");
    this.#proposals = new Newest(context, "proposals");
    this.#shots = new Newest(context, "shots");
    this.#shooting = this.#part("web.room.shots.title", this.#shots.root);
    this.#failing = this.#part("web.room.failures.title", this.#failures);
    this.#no_tasks = this.#soft("web.room.tasks.none");
    this.#inject_part = this.#part("web.room.inject.title", this.#injects.root, inject_acts.line);
    this.root = element(
      "section",
      { class: "gs-part gs-room-desk", "aria-label": context.text("web.room.title") },
      this.#asked.root,
      this.#scripted,
      acts.line,
      this.#failing,
      this.#part("web.room.proposals.title", this.#no_proposals, this.#proposals.root),
      this.#consulting,
      this.#shooting,
      this.#part("web.room.tasks.title", this.#no_tasks, this.#tasks),
      this.#inject_part,
    );
    this.#unsubscribe = session.subscribeRoom(() => this.#show());
  }

  update(_state: State): void {
    this.#show();
  }

  dispose(): void {
    this.#unsubscribe();
    this.root.remove();
  }

  #show(): void {
    const { room, desk, clock } = this.#session.feed?.room ?? {
      room: null,
      desk: null,
      clock: null,
    };
    attribute(this.root, "hidden", room === null || desk === null);
    if (room === null || desk === null) return;
    attribute(this.#asked.root, "hidden", room.is_controller);
    const is_person = room.cells.find(({ id }) => id === room.room)?.is_person ?? true;
    attribute(this.#scripted, "hidden", is_person);
    this.#injects.show(room);
    attribute(this.#inject_part, "hidden", room.injects.length === 0);
    const { selected, picture } = this.#context.store.state;
    const inputs = [desk, this.#objects.all, selected, picture];
    if (inputs.some((each, k) => !Object.is(each, this.#shown[k]))) this.#showDesk(desk, room.run);
    this.#shown = inputs;
    if (clock !== null) this.#asked.tick(clock);
  }

  #showDesk(desk: Desk, run: string): void {
    this.#asked.show(desk, run);
    this.#asked.name();
    const { questions, proposals, shots, tasks, failures } = desk;
    attribute(this.#failing, "hidden", failures.length === 0);
    redraw(
      this.#failures,
      ...failures.map((each) =>
        element(
          "li",
          {},
          element("time", {}, moment(each.since)),
          ` ✕ ${said(this.#context, each.said)}`,
        ),
      ),
    );
    attribute(this.#consulting, "hidden", questions.length === 0);
    this.#questions.show(questions.map((each) => this.#question(each)));
    attribute(this.#no_proposals, "hidden", proposals.length > 0);
    const [old, current] = [true, false].map((is_old) =>
      proposals.filter((each) => each.is_old === is_old).map((each) => this.#proposal(each)),
    ) as [HTMLElement[], HTMLElement[]];
    this.#proposals.show([...old, ...current], old.length);
    attribute(this.#shooting, "hidden", shots.length === 0);
    this.#shots.show(shots.map((each) => this.#shot(each)));
    attribute(this.#no_tasks, "hidden", tasks.length > 0);
    redraw(this.#tasks, ...tasks.map((each) => this.#task(each)));
  }

  #question(question: Question): HTMLElement {
    const context = this.#context;
    return this.#entry(
      question,
      `question-${question.number}`,
      `${STATE_SIGNS[question.state]} `,
      element("b", {}, stateText(context, question)),
      ` ${said(context, question.said)}`,
      question.text === "" ? null : element("q", {}, question.text),
    );
  }

  #proposal(proposal: ProposalBody): HTMLElement {
    const context = this.#context;
    const { decision, decided, impact } = proposal;
    const lies =
      impact === null
        ? ""
        : ` ${context.text("web.room.proposals.lies", { region: said(context, impact) })}`;
    return this.#entry(
      proposal,
      `proposal-${proposal.number}`,
      `${said(context, proposal.said)}${lies}`,
      element("p", { class: "gs-soft" }, said(context, proposal.why)),
      decided === null
        ? null
        : element(
            "p",
            {},
            element("b", {}, `${decision === "engage" ? "◎" : "○"} ${said(context, decided)}`),
          ),
    );
  }

  #shot(shot: ShotBody): HTMLElement {
    const context = this.#context;
    const { result } = shot;
    const state: Child =
      result === null
        ? `… ${context.text("web.room.shots.flying")}, ${moment(shot.meets)}`
        : `${SHOT_SIGNS[result]} ${context.text(`web.room.shots.${result}`)}`;
    const sentence = ` ${said(context, shot.said)}`;
    return this.#entry(shot, `shot-${shot.number}`, element("b", {}, state), sentence);
  }

  #task(task: TaskBody): HTMLElement {
    const context = this.#context;
    return element(
      "li",
      {},
      element("time", {}, moment(task.since)),
      ` ${said(context, task.said)}`,
      ...task.why.map((each) => element("p", { class: "gs-soft" }, said(context, each))),
      ...task.objects.map((object) =>
        this.#objects.named({ viewer: "centre", object }, `task-${task.sensor}-${object}`),
      ),
    );
  }

  /** What is about an object: it says which that is here, and a press on it shows that. */
  #entry(about: Named, key: string, ...children: readonly Child[]): HTMLElement {
    const { selected } = this.#context.store.state;
    const entry = element(
      "li",
      { "data-selected": this.#objects.isSelected(about, selected) },
      ...children,
      this.#objects.named(about, key),
    );
    // The button does the same by keyboard.
    entry.addEventListener("click", (event) => {
      const is_own = event.target instanceof Element && event.target.closest("button, a, summary");
      const is_text = getSelection()?.isCollapsed === false;
      if (is_own === null && !is_text) this.#objects.show(about);
    });
    return entry;
  }

  #part(key: Parameters<Context["text"]>[0], ...children: readonly Child[]): HTMLElement {
    return element("div", {}, element("h4", {}, this.#context.text(key)), ...children);
  }

  #soft(key: Parameters<Context["text"]>[0]): HTMLElement {
    return element("p", { class: "gs-soft" }, this.#context.text(key));
  }
}
