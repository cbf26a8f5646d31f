/** Made by tools/wire_types.py from the schema of the rooms: do not edit. */

export type Act = Answer | Inject | Say | Go | PutSpeed | Pause | Step | Rewind;

/** Answers a question that the room was asked. */
export interface Answer {
  readonly do: "answer";
  /** its number in this room. */
  readonly question: number;
  /** yes (engage, agree, turn the key) or no. */
  readonly says: "no" | "yes";
  /** words that go with it. */
  readonly text?: string;
}

/** A cell. */
export interface CellBody {
  /** of the cell. */
  readonly id: string;
  /** that people read. */
  readonly name: Text;
  /** whose. */
  readonly party: string;
  /** whether people sit in it; a script answers for it otherwise. */
  readonly is_person: boolean;
}

/** How far the exercise has come, and how fast it goes. */
export interface Clock {
  readonly type: "clock";
  /** of the exercise. */
  readonly second: number;
  /** the same as an instant. */
  readonly at: string;
  /** what it does now. */
  readonly state: "ended" | "failed" | "paused" | "rewinding" | "running";
  /** seconds of the exercise in one of the wall clock, as they are wanted. */
  readonly speed: number;
  /** as they really went by in the last seconds; null where too few have. */
  readonly real_speed: number | null;
}

/** A kind of refusal. */
export type Code = "bad-body" | "bad-request" | "busy" | "content-type" | "headers-too-large" | "internal" | "method-not-allowed" | "not-allowed" | "not-found" | "not-known" | "not-taken" | "out-of-order" | "store" | "too-large" | "too-many" | "too-slow" | "upgrade-required";

/** What lies on a room's desk: the whole of it, in the place of what came before. */
export interface Desk {
  readonly type: "desk";
  readonly questions: readonly Question[];
  readonly proposals: readonly ProposalBody[];
  readonly shots: readonly ShotBody[];
  readonly tasks: readonly TaskBody[];
  readonly failures: readonly FailureBody[];
}

/** That something was written down and will be done. */
export interface Done {
  /** there is no other. */
  readonly mark?: "exercise";
  /** of the exercise, at which it takes effect. */
  readonly second: number;
}

/** Something that does not work, or is kept back, as far as the room was told. */
export interface FailureBody {
  /** kind; what it was told to have happened. */
  readonly what: "link-cut" | "sensor-fails" | "withholds";
  /** of the sensor, as `party/sensor`, or of the party. */
  readonly name: string;
  /** when. */
  readonly since: number;
  /** in one sentence. */
  readonly said: Text;
}

/** Lets the exercise go on; for the controller. */
export interface Go {
  readonly do: "go";
}

/** Makes something happen. */
export interface Inject {
  readonly do: "inject";
  /** kind. */
  readonly what: "launch" | "link-cut" | "link-restored" | "notice" | "releases" | "sensor-fails" | "sensor-returns" | "withholds";
  /** of the sensor, party, notice or flight. */
  readonly name: string;
}

/** What can be made to happen from a room. */
export interface Injectable {
  /** kind. */
  readonly what: "launch" | "link-cut" | "link-restored" | "notice" | "releases" | "sensor-fails" | "sensor-returns" | "withholds";
  /** of what it can happen to. */
  readonly names: readonly Named[];
}

/** Something that has an id, and what people call it. */
export interface Named {
  readonly id: string;
  readonly name: Text;
}

/** What an object is in the room's own pictures. */
export interface ObjectBody {
  /** in whose picture it has its number. */
  readonly viewer: string;
  /** its number there. */
  readonly number: number;
  /**
   * that are taken for it, one of each picture at most, the best picture first; none where it is in none of them.
   */
  readonly tracks: readonly TrackName[];
  /**
   * whether that is so now; what was taken for it last where it is not, or where the room may not know.
   */
  readonly is_now: boolean;
}

/** An object of whoever plans. */
export interface ObjectName {
  /** in whose picture it has its number: `centre`, or a party that plans for itself. */
  readonly viewer: string;
  /** its number there. */
  readonly number: number;
}

/** All objects that the room was told of, in the place of what came before. */
export interface Objects {
  readonly type: "objects";
  readonly objects: readonly ObjectBody[];
}

/** Stops the exercise where it is; for the controller. */
export interface Pause {
  readonly do: "pause";
}

/** Who would act against an object. */
export interface ProposalBody {
  /** in this room. */
  readonly number: number;
  /** in whose picture the object has its number: `centre`, or a party's. */
  readonly viewer: string;
  /** its number there. */
  readonly object: number;
  /** whose interceptors; empty where nobody would act. */
  readonly party: string;
  /** which of them, as `party/battery`; empty likewise. */
  readonly battery: string;
  /** the first second at which one could be launched. */
  readonly first_launch: number | null;
  /** the last. */
  readonly last_launch: number | null;
  /** the second at which the first would meet the object. */
  readonly meets: number | null;
  /** the region in which the object would come down; null where it is in none. */
  readonly impact: Text | null;
  /** what became of it; null while nothing has. */
  readonly decision: "engage" | "hold" | null;
  /** whether a later proposal about the same object has taken its place. */
  readonly is_old: boolean;
  /** in one sentence. */
  readonly said: Text;
  /** this one, in one sentence. */
  readonly why: Text;
  /** the sentence of the decision. */
  readonly decided: Text | null;
}

/** Sets how fast it goes; for the controller. */
export interface PutSpeed {
  readonly do: "speed";
  /** seconds of the exercise in one of the wall clock. */
  readonly speed: number;
}

/** What a procedure asks a cell. */
export interface Question {
  /** in this room. */
  readonly number: number;
  /** kind. */
  readonly what: "consultation" | "decision" | "key";
  /** about which; its number in this room. */
  readonly proposal: number;
  /** in whose picture the object has its number: `centre`, or a party's. */
  readonly viewer: string;
  /** its number there. */
  readonly object: number;
  /** who is asked. */
  readonly cell: string;
  /** for which party. */
  readonly by: string;
  /** when. */
  readonly asked: number;
  /** the last second at which an answer counts. */
  readonly until: number;
  /** whether this room is asked. */
  readonly is_mine: boolean;
  /** `open` until it was answered, or timed out, or its proposal was decided before. */
  readonly state: "no" | "open" | "over" | "timed-out" | "yes";
  /** what the procedure does without an answer; null unless it timed out. */
  readonly then: "hold" | "proceed" | null;
  /** how long the answer took; null without one. */
  readonly after_s: number | null;
  /** words that came with the answer. */
  readonly text: string;
  /** in one sentence. */
  readonly said: Text;
}

/** A record that concerns a room. */
export interface RecordBody {
  /** in this room, from 1 without a gap. */
  readonly number: number;
  /** of the exercise. */
  readonly second: number;
  /** of record. */
  readonly kind: string;
  /** of whoever plans, that it is about; null where it is about none, or about several. */
  readonly object: ObjectName | null;
  /** of this room's own pictures, that it is about; null likewise. */
  readonly track: TrackName | null;
  /** in one sentence. */
  readonly said: Text;
}

/** Records that the room has not been sent, the oldest first. */
export interface Records {
  readonly type: "records";
  readonly records: readonly RecordBody[];
}

/** Goes back to a moment, stops there, and goes another way from then on; for the controller. */
export interface Rewind {
  readonly do: "rewind";
  /** of the exercise. */
  readonly second: number;
}

/** Which room this is, and of which exercise: before anything else of a run. */
export interface Room {
  readonly type: "room";
  /** there is no other. */
  readonly mark?: "exercise";
  /** as in `hello`; another one after each rewind. */
  readonly run: string;
  /** the id of the cell, or `controller`. */
  readonly room: string;
  /** that people read. */
  readonly name: Text;
  /** of the cell; empty for the controller. */
  readonly party: string;
  /** whether this room sees all and may do all. */
  readonly is_controller: boolean;
  /** its id. */
  readonly exercise: string;
  /** of the exercise. */
  readonly title: Text;
  /** what it teaches, for the controller alone; null for others. */
  readonly lesson: Text | null;
  /** the instant of second 0. */
  readonly begins: string;
  /** how long it lasts. */
  readonly length_s: number;
  /** how much of it is one step. */
  readonly step_s: number;
  /**
   * the moment up to which this run is as the one that it came from; null where it is the first.
   */
  readonly branched_s: number | null;
  /** into which the run is written, for the controller alone; empty for others. */
  readonly folder: string;
  /** that take part. */
  readonly parties: readonly Named[];
  /** all of them. */
  readonly cells: readonly CellBody[];
  /** what is agreed, a sentence each. */
  readonly procedures: readonly Text[];
  /** what can be made to happen from here. */
  readonly injects: readonly Injectable[];
}

/** The body of every answer that is not what was asked for. */
export interface RoomError {
  readonly error: RoomFault;
}

/** Why something was not done. */
export interface RoomFault {
  /** the kind of refusal. */
  readonly code: Code;
  /** the reason in a word; empty where it is no matter of the exercise. */
  readonly why: "answered" | "cut" | "late" | "not-yours" | "over" | "unknown" | "" | "controller";
  /** is wrong. */
  readonly what: string;
  /** it is. */
  readonly where: string;
  /** in its place. */
  readonly expected: string;
  /** what to do next. */
  readonly do: string;
}

export type RoomMessage = Room | Clock | Desk | Objects | Records;

/** Writes words into the log, where all read them. */
export interface Say {
  readonly do: "say";
  readonly text: string;
}

/** A simulated engagement. */
export interface ShotBody {
  /** in this room. */
  readonly number: number;
  /** in whose picture the object has its number: `centre`, or a party's. */
  readonly viewer: string;
  /** its number there. */
  readonly object: number;
  /** whose. */
  readonly party: string;
  /** which of them, as `party/battery`. */
  readonly battery: string;
  /** how many interceptors it has left then. */
  readonly left: number;
  /** the second at which they would meet. */
  readonly meets: number;
  /** what came of it; null while that is not known here. */
  readonly result: "hit" | "missed" | "wasted" | null;
  /** in one sentence. */
  readonly said: Text;
}

/** Makes some steps, and stops there; for the controller. */
export interface Step {
  readonly do: "step";
  /** how many. */
  readonly steps?: number;
}

/** What a sensor should look at: advice, until another one takes its place. */
export interface TaskBody {
  /** as `party/sensor`. */
  readonly sensor: string;
  /** their numbers in the centre's picture. */
  readonly objects: readonly number[];
  /** when it was told. */
  readonly since: number;
  /** in one sentence. */
  readonly said: Text;
  /** each one, in one sentence. */
  readonly why: readonly Text[];
}

/** The same words in both languages. */
export interface Text {
  readonly en: string;
  readonly ru: string;
}

/** A track of the room's own pictures, as frames number it. */
export interface TrackName {
  readonly picture: number;
  readonly number: number;
}
