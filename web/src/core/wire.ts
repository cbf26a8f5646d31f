/** Made by tools/wire_types.py from the schema of the centre: do not edit. */

/** That a person has seen an event. */
export interface Acknowledge {
  readonly verb: "acknowledge";
  readonly event: number;
}

/** An act as it is read back. */
export interface ActRecord {
  /** random, so that it counts nothing. */
  readonly id: string;
  /** when, in UTC. */
  readonly at: string;
  /** who. */
  readonly person: string;
  /** as what. */
  readonly role: string;
  /** as which viewer it reads. */
  readonly viewer: string;
  /** for which party it acts; empty for none. */
  readonly party: string;
  /** what it did. */
  readonly act: Remark | Acknowledge | Request | Grant | Decline | Consult | Answer;
  /** of the tracks that a grant released. */
  readonly extract_sha256?: string;
}

/** What people did, the oldest first. */
export interface Acts {
  readonly schema: "glasshield-acts/1";
  readonly acts: readonly ActRecord[];
}

/** Who should look where, made of what the viewer is given alone. */
export interface Advice {
  readonly schema: "glasshield-advice/1";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** whether any of the data are made up. */
  readonly simulated: boolean;
  /** what advice is, in words: it commands nothing. */
  readonly notice: string;
  /** which of the viewer's pictures was looked at. */
  readonly picture: number;
  /** when the plan begins. */
  readonly at: string;
  /** how long a sensor attends to the same objects. */
  readonly step_s: number;
  /** how many a sensor was taken to attend to in a step. */
  readonly objects_each: number;
  /** that might look. */
  readonly sensors: readonly AdvisedSensor[];
  /** by step and sensor. */
  readonly looks: readonly AdvisedLooks[];
  /** that come down. */
  readonly objects: readonly AdvisedObject[];
  /** the sum of their areas if nobody looked any more. */
  readonly before_km2: number;
  /** after these looks. */
  readonly after_km2: number;
  /** if each sensor looked in turn at what it sees. */
  readonly in_turn_km2: number;
  /** the other objects of the picture. */
  readonly left_out: readonly LeftOut[];
}

/** At what one sensor should look in one step. */
export interface AdvisedLooks {
  /** from 0. */
  readonly step: number;
  /** its place in `sensors`. */
  readonly sensor: number;
  /** their numbers. */
  readonly objects: readonly number[];
}

/** What is expected to be known of where an object comes down. */
export interface AdvisedObject {
  /** of the object in the picture. */
  readonly number: number;
  /** area of the ellipse that holds 95 %, if nobody looked any more. */
  readonly before_km2: number;
  /** the same after these looks. */
  readonly after_km2: number;
}

/** A sensor that might look. */
export interface AdvisedSensor {
  /** as `party/sensor`. */
  readonly sensor: string;
  /**
   * whether all that its party has registered of it was taken into account; else what its released detections show, and that it has all of its horizon in view.
   */
  readonly is_own: boolean;
  /**
   * how much larger the sum of areas would be, planned without it; null where that was too much to work out.
   */
  readonly adds_km2: number | null;
}

/** Answers a consultation. It releases nothing and commands nothing. */
export interface Answer {
  readonly verb: "answer";
  /** its id. */
  readonly consultation: string;
  /** whether the party agrees. */
  readonly says: "agreed" | "refused";
  /** why, or under which conditions. */
  readonly text: string;
}

/** Released detections of one tick under one set of terms, as columns of equal length. */
export interface Chunk {
  /** of the viewer's chunks, from 1. */
  readonly number: number;
  /** when they were released. */
  readonly at: string;
  /** under which. */
  readonly terms: Terms;
  /** where the times count from. */
  readonly epoch: string;
  /** whether any of them are made up. */
  readonly simulated: boolean;
  /** from which they come. */
  readonly sensors: readonly Place[];
  /** of each detection, its place in `sensors`. */
  readonly sensor: readonly number[];
  /** of each measurement. */
  readonly time_s: readonly number[];
  /** null where it was not measured. */
  readonly range_m: readonly (number | null)[];
  /** clockwise from north at the sensor. */
  readonly azimuth_rad: readonly (number | null)[];
  /** above its horizontal. */
  readonly elevation_rad: readonly (number | null)[];
  /** positive when the target goes away. */
  readonly range_rate_m_s: readonly (number | null)[];
  /** standard deviations of the four: four numbers a detection. */
  readonly sigmas: readonly (readonly (number | null)[])[];
}

/** A kind of refusal. */
export type Code = "bad-body" | "bad-request" | "busy" | "content-type" | "headers-too-large" | "internal" | "method-not-allowed" | "not-allowed" | "not-found" | "not-known" | "not-taken" | "out-of-order" | "store" | "too-large" | "too-many" | "too-slow" | "upgrade-required";

/** Asks a party what it thinks of something, so that question and answer stand in the log. */
export interface Consult {
  readonly verb: "consult";
  /** who is asked. */
  readonly party: string;
  /** what. */
  readonly text: string;
  /** until when an answer helps, in UTC; none where there is no hurry. */
  readonly answer_by?: string | null;
}

/** A consultation and what came of it. */
export interface ConsultationState {
  /** the act that asked. */
  readonly consultation: ActRecord;
  /** what came of it. */
  readonly state: "agreed" | "open" | "refused";
  /** the act that answered; none while it is open. */
  readonly answer?: ActRecord | null;
}

/** What parties were asked, and what they answered, the oldest first. */
export interface Consultations {
  readonly schema: "glasshield-consultations/1";
  readonly consultations: readonly ConsultationState[];
}

/** Whose data went in. */
export interface Contributor {
  /** whose. */
  readonly party: string;
  /** its id; empty where the terms do not name sensors. */
  readonly sensor: string;
}

/** That signatures under a checkpoint were taken. */
export interface Cosigned {
  readonly taken: number;
}

/** Does not release what was asked for. */
export interface Decline {
  readonly verb: "decline";
  readonly request: string;
  readonly text: string;
}

/** Released detections, the oldest first. */
export interface Detections {
  readonly schema: "glasshield-released-detections/1";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** another text after each start of the centre; numbers count from 1 in each. */
  readonly run: string;
  /** with the numbers after the one that was asked for. */
  readonly chunks: readonly Chunk[];
}

/** Detections as columns of equal length. */
export interface DetectionsBody {
  readonly schema: "glasshield-detections/1";
  /** where the times count from, ISO 8601 with its zone. */
  readonly epoch: string;
  /** whether the data are made up. */
  readonly simulated: boolean;
  /** ids of sensors that the centre knows of this party. */
  readonly sensors: readonly string[];
  /** of each detection, its place in `sensors`. */
  readonly sensor: readonly number[] | string;
  /** of each measurement after the epoch. */
  readonly time_s: readonly (number | null)[] | string;
  /** clockwise from north at the sensor. */
  readonly azimuth_rad: readonly (number | null)[] | string;
  /** above its horizontal, freed of refraction. */
  readonly elevation_rad: readonly (number | null)[] | string;
  /** along the line of sight; null where it was not measured. */
  readonly range_m?: readonly (number | null)[] | string | null;
  /** positive when the target goes away. */
  readonly range_rate_m_s?: readonly (number | null)[] | string | null;
  /** standard deviation; null where the sensor's own accuracy holds. */
  readonly sigma_range_m?: readonly (number | null)[] | string | null;
  /** likewise. */
  readonly sigma_azimuth_rad?: readonly (number | null)[] | string | null;
  /** likewise. */
  readonly sigma_elevation_rad?: readonly (number | null)[] | string | null;
  /** likewise. */
  readonly sigma_range_rate_m_s?: readonly (number | null)[] | string | null;
  /** signal to noise. */
  readonly snr_db?: readonly (number | null)[] | string | null;
}

/** The body of every answer that is not what was asked for. */
export interface ErrorBody {
  readonly error: Fault;
}

/** Something that happened to an object. */
export interface EventBody {
  /** of the viewer's events in this run of the centre, from 1. */
  readonly number: number;
  /** the first of the viewer's pictures in which the object is. */
  readonly picture: number;
  /** what happened. */
  readonly kind: EventKind;
  /** the number of the object in that picture. */
  readonly object: number;
  /** what it was taken for. */
  readonly object_class: "SRBM" | "MRBM" | "IRBM" | "ICBM" | "orbital" | "unknown";
  /** when. */
  readonly time: string;
  /** when the viewer was told. */
  readonly at: string;
  /** whether it was found when kept data were gone through once more. */
  readonly again: boolean;
  /** whether any of the data are made up. */
  readonly simulated: boolean;
  /** whose data it stands on. */
  readonly contributors: readonly Contributor[];
  /** what the place is. */
  readonly place: PlaceKind;
  /** where, geodetic; null where it has no place. */
  readonly lat_rad: number | null;
  /** where, east positive. */
  readonly lon_rad: number | null;
  /** of east and north around the place. */
  readonly covariance_m2: readonly [readonly [number, number], readonly [number, number]] | null;
  /** sizes of the ellipses that hold 50 and 95 %, in standard deviations. */
  readonly radii: readonly [number, number];
  /** in which the place lies, by code; empty where not known. */
  readonly region: string;
  /** when it was or will be at that place; null where that is the time itself. */
  readonly expected: string | null;
  /** standard deviation of that time. */
  readonly expected_sigma_s: number | null;
  /** when the first detection was measured. */
  readonly first_seen: string | null;
  /** from the arrival of the first detection to the warning. */
  readonly latency_s: number | null;
  /** how many it stands on; null where that is not told. */
  readonly detections: number | null;
  /** reference of the notice that it is about; empty where there is none. */
  readonly notice: string;
  /** items of that notice that the flight contradicts. */
  readonly against: readonly string[];
}

/** What can happen to an object in a picture. */
export type EventKind = "confirmed" | "ended" | "impact-predicted" | "inside-notice" | "launch-detected" | "lost" | "outside-notice";

/** What happened, the oldest first. */
export interface Events {
  readonly schema: "glasshield-events/1";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** another text after each start of the centre; numbers count from 1 in each. */
  readonly run: string;
  /** with the numbers after the one that was asked for. */
  readonly events: readonly EventBody[];
}

/** What a viewer would see of an object in one kind of release. */
export interface Explained {
  readonly kind: Kind;
  readonly shown: readonly WouldSee[];
  readonly withheld: readonly WouldNotSee[];
}

/** What a viewer would see of an object, and why. */
export interface Explanation {
  readonly schema: "glasshield-explanation/1";
  /** the viewer. */
  readonly to: string;
  /** of the data. */
  readonly mode: "exercise" | "real";
  /** the same in words, line by line. */
  readonly text: readonly string[];
  /** for each kind. */
  readonly answers: readonly Explained[];
}

/** What an owner released of one object over one span, made of its own data alone. */
export interface Extract {
  readonly schema: "glasshield-extract/1";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** whether any of the data are made up. */
  readonly simulated: boolean;
  /** the id of the act that asked. */
  readonly request: string;
  /** where the times count from. */
  readonly epoch: string;
  /** of each row. */
  readonly time_s: readonly number[];
  /** position (m) and velocity (m/s) of each row: six numbers. */
  readonly state_ecef: readonly (readonly number[])[];
  /** the upper triangle of each covariance, row by row: 21 numbers. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** of boost, coast and entry; null where not known. */
  readonly phases: readonly (readonly (number | null)[])[];
}

/** Why something was not done. */
export interface Fault {
  /** the kind of refusal. */
  readonly code: Code;
  /** is wrong. */
  readonly what: string;
  /** it is, such as a key of the body. */
  readonly where?: string;
  /** in its place. */
  readonly expected?: string;
  /** what to do next. */
  readonly do?: string;
}

/** Pictures that are no more, by their numbers. */
export interface Gone {
  readonly type: "gone";
  readonly pictures: readonly number[];
}

/** The last message: why no more will come. */
export interface Goodbye {
  readonly type: "goodbye";
  readonly why: string;
}

/** Releases one object of the owner's own picture over one span to who asked. */
export interface Grant {
  readonly verb: "grant";
  /** the id of the request. */
  readonly request: string;
  /** of the object in the picture made of the owner's data alone. */
  readonly number: number;
  /** the begin of the span, in UTC; not before that of the request. */
  readonly since: string;
  /** its end; not after that of the request. */
  readonly until: string;
}

/** The state of a centre and of its parts. */
export interface Health {
  /**
   * `good`; `degraded` where a part is not as it should be; `failing` where nothing is taken or no picture is made.
   */
  readonly state: "degraded" | "failing" | "good";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** a word for each part: `good`, or what is wrong. */
  readonly parts: Readonly<Record<string, string>>;
  /**
   * how many detections and states of tracks of each party were taken and went into no picture since the start; only where any did.
   */
  readonly left_out?: Readonly<Record<string, number>>;
}

/** The first message over a WebSocket. */
export interface Hello {
  readonly type: "hello";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** another text after each start of the centre. */
  readonly run: string;
  /** whose picture follows. */
  readonly viewer: string;
  /** what the mode means, in words. */
  readonly notice: string;
}

/** The way of one object, as columns of equal length. */
export interface History {
  readonly schema: "glasshield-history/1";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** whether any of the data are made up. */
  readonly simulated: boolean;
  /** in which it is seen. */
  readonly picture: number;
  /** of the object there. */
  readonly number: number;
  /** where the times count from. */
  readonly epoch: string;
  /** of each row. */
  readonly time_s: readonly number[];
  /** position (m) and velocity (m/s) of each row: six numbers. */
  readonly state_ecef: readonly (readonly number[])[];
  /** the upper triangle of each covariance, row by row: 21 numbers. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** of boost, coast and entry; null where not known. */
  readonly phases: readonly (readonly (number | null)[])[];
}

/** What is released. Each kind is granted on its own; none brings another along. */
export type Kind = "detections" | "events" | "tracks";

/** An object about which nothing is advised. */
export interface LeftOut {
  /** of the object in the picture. */
  readonly number: number;
  /** why. */
  readonly reason: "in-orbit" | "long-unseen" | "too-little-known" | "too-many" | "under-power";
}

/** What happened since the message before. */
export interface LiveEvents {
  readonly type: "events";
  readonly events: readonly EventBody[];
}

export type LiveMessage = Hello | LivePictures | Gone | LiveEvents | Goodbye;

/** Pictures that changed since the message before. */
export interface LivePictures {
  readonly type: "pictures";
  /** the instant up to which the centre has come. */
  readonly at: string;
  /** the new ones; those that are not here are as they were. */
  readonly pictures: readonly Picture[];
}

/** A notice of a launch to come. */
export interface NoticeBody {
  /** that gave it. */
  readonly party: string;
  /** when the centre had it. */
  readonly received: string;
  /** what it says, as `glasshield monitor notice --json` writes it. */
  readonly notice: Readonly<Record<string, unknown>>;
}

/** All notices, the oldest first. */
export interface Notices {
  readonly schema: "glasshield-notices/1";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** the last 100 of each party that are not long over, replaced ones, too. */
  readonly notices: readonly NoticeBody[];
}

/** How likely an object is in each phase of a flight. */
export interface Phases {
  readonly boost: number;
  readonly coast: number;
  readonly entry: number;
}

/** What a viewer sees under one set of terms. */
export interface Picture {
  /** its number for this viewer. */
  readonly picture: number;
  /** exercise or real. */
  readonly mode: "exercise" | "real";
  /** whether any of the data are made up. */
  readonly simulated: boolean;
  /** the instant of the picture. */
  readonly at: string;
  /** where its times count from. */
  readonly epoch: string;
  /** under which it is released. */
  readonly terms: Terms;
  /** whose data went in. */
  readonly contributors: readonly Contributor[];
  /** its objects, by number. */
  readonly tracks: readonly Track[];
  /**
   * when it last failed in this run of the centre: of what came before, nothing is in it; null for never.
   */
  readonly failed_at?: string | null;
  /** whether it rests after that, so that nothing is in it, whatever flies. */
  readonly is_down?: boolean;
}

/** All pictures of a viewer. */
export interface Pictures {
  readonly schema: "glasshield-pictures/1";
  /** of the centre. */
  readonly mode: "exercise" | "real";
  /** another text after each start of the centre; numbers of events count from 1 in each. */
  readonly run: string;
  /** the instant up to which the centre has come. */
  readonly at: string;
  /** by number. */
  readonly pictures: readonly Picture[];
}

/** From where a sensor measures: what its detections mean nothing without. */
export interface Place {
  /** as `party/sensor`. */
  readonly id: string;
  /** geodetic. */
  readonly lat_rad: number;
  /** east positive. */
  readonly lon_rad: number;
  /** above the ellipsoid. */
  readonly height_m: number;
}

/** What the place of an event is. */
export type PlaceKind = "first-seen" | "impact" | "last-seen" | "launch" | "none";

/** That something is on disk. It names no place in the log, which would count what others send. */
export interface Receipt {
  /** its name and version. */
  readonly schema: string;
  /** the identity of the batch, the same whenever it comes again. */
  readonly batch: string;
  /** of detections, states, rules or notices in it. */
  readonly count: number;
  /** when it was written, to the millisecond, in UTC; of what came again, when it was found. */
  readonly at: string;
  /** whether it was here before. */
  readonly again: boolean;
}

/** Words of a person, about an event or an object that it sees, or about none. */
export interface Remark {
  readonly verb: "remark";
  /** the words. */
  readonly text: string;
  /** the number of an event of its viewer. */
  readonly event?: number | null;
  /** the picture in which it sees the object. */
  readonly picture?: number | null;
  /** of the object in that picture. */
  readonly number?: number | null;
}

/** Asks a party to release what it has of one object over one span. */
export interface Request {
  readonly verb: "request";
  /** the party. */
  readonly owner: string;
  /** the begin of the span, in UTC. */
  readonly since: string;
  /** its end. */
  readonly until: string;
  /** which object, and why. */
  readonly text: string;
}

/** A request and what became of it. */
export interface RequestState {
  /** the act that asked. */
  readonly request: ActRecord;
  /** what became of it. */
  readonly state: "declined" | "granted" | "open";
  /** the act that granted or declined; none while it is open. */
  readonly answer?: ActRecord | null;
}

/** What was asked of owners, the oldest first. */
export interface Requests {
  readonly schema: "glasshield-requests/1";
  readonly requests: readonly RequestState[];
}

/** A token with which a party reads. */
export interface Session {
  /** its name and version. */
  readonly schema: string;
  /** to be sent as `Authorization: Bearer TOKEN`; it is told once. */
  readonly token: string;
  /** who reads. */
  readonly party: string;
  /** when it no longer holds, in UTC. */
  readonly expires: string;
}

/** How late and how coarse something is released. */
export interface Terms {
  /** after it arrived. */
  readonly delay_s: number;
  /** to which positions are rounded; 0 for exact ones. */
  readonly position_m: number;
  /** to which velocities are rounded. */
  readonly velocity_m_s: number;
  /** to which times are rounded. */
  readonly time_s: number;
  /** what covariances are multiplied with. */
  readonly covariance_factor: number;
  /** of objects; null for all. */
  readonly classes: readonly string[] | null;
  /** kinds of events; null for all. */
  readonly events: readonly string[] | null;
  /** whether sensors are named, or their parties alone. */
  readonly names_sensors: boolean;
}

/** An object of a picture. */
export interface Track {
  /** of the object for this viewer. */
  readonly number: number;
  /** for which the state holds. */
  readonly time_s: number;
  /** Earth-fixed. */
  readonly position_ecef_m: readonly [number, number, number];
  /** relative to the Earth. */
  readonly velocity_ecef_m_s: readonly [number, number, number];
  /** the upper triangle of the 6 x 6 covariance, row by row; null where not known. */
  readonly covariance: readonly number[] | null;
  /** what it is taken for. */
  readonly object_class: "SRBM" | "MRBM" | "IRBM" | "ICBM" | "orbital" | "unknown";
  /** null where not known. */
  readonly phases: Phases | null;
  /** when it was first detected. */
  readonly first_seen_s: number | null;
  /** when it was last detected. */
  readonly last_seen_s: number | null;
  /** since then. */
  readonly age_s: number | null;
  /** whether the last look at it missed. */
  readonly is_coasted: boolean;
  /** places in the picture's contributors, of those that have detected it. */
  readonly contributors: readonly number[];
}

/** States of objects that a party, or another centre, tracks itself, a state a row. */
export interface TracksBody {
  readonly schema: "glasshield-tracks/1";
  /** where the times count from, ISO 8601 with its zone. */
  readonly epoch: string;
  /** whether the data behind them are made up. */
  readonly simulated: boolean;
  /** what tracks: two sources of one party may count objects alike. */
  readonly source: string;
  /** ids by which rules name what the tracks were made of. */
  readonly sensors: readonly string[];
  /** which of the sensors stand behind a state together, by their places. */
  readonly groups: readonly (readonly number[])[];
  /** of each state, the place of its group in `groups`. */
  readonly group: readonly number[] | string;
  /** of each state, the number by which its source calls the object. */
  readonly object: readonly number[] | string;
  /** of each state after the epoch. */
  readonly time_s: readonly (number | null)[] | string;
  /**
   * position (m) and velocity (m/s) relative to the turning Earth: six numbers a state, one state behind the other.
   */
  readonly state_ecef: readonly number[] | string;
  /** the upper triangle of each covariance, row by row: 21 numbers a state. */
  readonly covariance: readonly number[] | string;
  /** of boost, coast and entry, three numbers a state; none where not known. */
  readonly phase_probability?: readonly number[] | string;
}

/** A sensor whose data would go into nothing that the viewer sees. */
export interface WouldNotSee {
  /** as `party/sensor`. */
  readonly sensor: string;
  /** what the rule that comes nearest lacks. */
  readonly reason: "no-rule" | "other-mode" | "other-kind" | "other-sensors" | "no-place" | "other-region" | "other-time" | "other-class";
  /** that rule; null where none is for the viewer. */
  readonly rule: string | null;
}

/** One picture in which a viewer would see an object. */
export interface WouldSee {
  /** how late and coarse. */
  readonly terms: Terms;
  /** whose data it is made of, as `party/sensor`. */
  readonly sensors: readonly string[];
  /** by which; none for the viewer's own data. */
  readonly rules: readonly string[];
}
