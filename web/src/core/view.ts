/** Made by tools/wire_types.py from the schema of the view: do not edit. */

/** An area of the notice; its corners in order. */
export interface Area {
  readonly id: string;
  readonly role: string;
  readonly lat_deg: readonly number[];
  readonly lon_deg: readonly number[];
}

/**
 * The least burnout speeds (m/s) of one battery, for each flight of the argument.
 *
 * Each row belongs to the flight of the same place and runs over all caps of the first delay, then
 * over all caps of the next. Null stands for flights, and for nodes, where no speed up to 12 km/s
 * opens a window; 2000 for at most that. `stated` is with every other number as it is stated,
 * `optimistic` with every other one at the end that is better for the defence, `pessimistic` at
 * the other end: what is a claim that flights cannot be reached, holds by the optimistic ones.
 */
export interface ArguedBattery {
  readonly phase: string;
  readonly site: string;
  readonly interceptor: string;
  readonly stated: readonly (readonly (number | null)[] | null)[];
  readonly optimistic: readonly (readonly (number | null)[] | null)[];
  readonly pessimistic: readonly (readonly (number | null)[] | null)[];
}

/**
 * An interceptor as a set of assumptions has it: how fast, and how far from its site.
 *
 * `ground_range` is the narrower of the interceptor's own limit and that of the rules.
 */
export interface ArguedInterceptor {
  readonly interceptor: string;
  readonly speed: ArguedNumber;
  readonly ground_range: ArguedNumber;
}

/**
 * A number as a set of assumptions has it: its own, or the catalogue's where it says nothing.
 *
 * `own` tells which. `key` is what one would set to change it.
 */
export interface ArguedNumber {
  readonly key: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly by: string;
  readonly own: boolean;
  readonly source: readonly string[];
  readonly status: string;
  readonly note: string;
}

/** A set of assumptions with its numbers, its lattices, and where it stands on them itself. */
export interface ArguedSide {
  readonly assumptions: string;
  readonly party: string;
  readonly delay: ArguedNumber;
  readonly interceptors: readonly ArguedInterceptor[];
  readonly batteries: readonly ArguedBattery[];
  readonly verdict: "fails" | "holds" | "undecided";
  readonly margin_km_s: number | null;
  readonly margin_low_km_s: number | null;
  readonly margin_high_km_s: number | null;
}

/**
 * What a claim that flights cannot be reached can be argued with.
 *
 * `claim` is its id, and that of the argument. `flights` are `MISSILE:LAUNCH:TARGET`. The margin
 * is the least over batteries and flights of the least speed less the speed; within `band` of
 * zero nothing is decided. `delay_s` are the nodes of the delay, growing; each interceptor has
 * caps of its own, and the range over which its speed is argued. A row of a battery has a number
 * for each delay and each of its interceptor's caps.
 */
export interface Argument {
  readonly claim: string;
  readonly unit: "km/s";
  readonly band_km_s: number;
  readonly rules: string;
  readonly flights: readonly string[];
  readonly delay_s: readonly number[];
  readonly caps: readonly Caps[];
  readonly sides: readonly ArguedSide[];
}

/** One assumption of one set: what it states, and what the catalogue has in its place. */
export interface Assumed {
  readonly source?: readonly string[];
  readonly status?: string;
  readonly note?: string;
  readonly assumptions: string;
  readonly parameter: string;
  readonly name: Text;
  readonly states: string;
  readonly catalogue: string;
}

/** A number that the answers rest on, and how well it is known. */
export interface Assumption {
  readonly key: string;
  readonly value: number | string;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
  readonly source: readonly string[];
  readonly by: string;
  readonly disputed: boolean;
  readonly note: string;
}

/**
 * A row of cells between two parallels, as runs of cells that touch.
 *
 * Run i is cut into `count[i]` equal cells from `west_deg[i]` eastward to `east_deg[i]`.
 */
export interface Band {
  readonly south_deg: number;
  readonly north_deg: number;
  readonly west_deg: readonly number[];
  readonly east_deg: readonly number[];
  readonly count: readonly number[];
}

/**
 * Interceptors of one type at one site or ship.
 *
 * `ground_range_km` is the cap on the ground range of its intercepts, as the rules of the phases
 * have it; the heights bound where it may meet a target.
 */
export interface Battery {
  readonly source?: readonly string[];
  readonly status?: string;
  readonly note?: string;
  readonly id: string;
  readonly site: string;
  readonly interceptor: string;
  readonly party: string;
  readonly lat_deg: number;
  readonly lon_deg: number;
  readonly height_m: number;
  readonly at_sea: boolean;
  readonly deployed: readonly Deployed[];
  readonly ground_range_km: number | null;
  readonly min_height_km: number | null;
  readonly max_height_km: number | null;
  readonly speeds: readonly StatedSpeed[];
  readonly reach: readonly ReachOutline[];
}

/** The caps on the ground range of an interceptor that the lattice has nodes at, growing. */
export interface Caps {
  readonly interceptor: string;
  readonly cap_km: readonly number[];
  readonly speed_km_s: readonly [number, number];
}

/** The equal-area grid, and what is defended on it; cells go band by band, run by run. */
export interface Cells {
  readonly cell_km: number;
  readonly bands: readonly Band[];
  readonly layers: readonly Layer[];
}

/**
 * What a party says, judged under each set of assumptions.
 *
 * `answer` says in one sentence what is found and what the disagreement hangs on. `argument` is
 * the id of the lattice with which the claim can be argued, null where there is none, and
 * `denied` tells that the claim denies the one that the lattice is about.
 */
export interface Claim {
  readonly id: string;
  readonly name: Text;
  readonly by: readonly string[];
  readonly date: string;
  readonly predicate: string;
  readonly architecture: string;
  readonly phases: readonly string[];
  readonly wording: readonly Worded[];
  readonly comment: readonly Text[];
  readonly agreement: boolean;
  readonly answer: Text;
  readonly verdicts: readonly Judged[];
  readonly cruxes: readonly Crux[];
  readonly held: readonly Assumed[];
  readonly flights: readonly ClaimFlight[];
  readonly argument: string | null;
  readonly denied: boolean;
}

/**
 * A flight that a claim speaks of, with what each set of assumptions finds of it.
 *
 * `path` is its place in the list of `claim_paths`, and the dictionaries go by the ids of the sets
 * of assumptions. `verdict` is that of the claim on this flight alone: where a claim says that
 * flights cannot be reached, `holds` is a flight that is not.
 */
export interface ClaimFlight {
  readonly id: string;
  readonly path: number;
  readonly least_speed_km_s: Readonly<Record<string, number | null>>;
  readonly verdict: Readonly<Record<string, "fails" | "holds" | "undecided">>;
}

/** A flight as judged claims draw it, the worst that was found on its route; columns. */
export interface ClaimPath {
  readonly launch: string;
  readonly target: string;
  readonly missile: string;
  readonly apogee_km: number;
  readonly time_s: readonly number[];
  readonly lat_deg: readonly number[];
  readonly lon_deg: readonly number[];
  readonly height_km: readonly number[];
}

/** On what the disagreement of two sides hangs, in numbers and in words. */
export interface Crux {
  readonly between: readonly string[];
  readonly flip_sets: readonly (readonly string[])[];
  readonly flip_sets_back: readonly (readonly string[])[];
  readonly turns: readonly Turn[];
  readonly shows: readonly Shows[];
  readonly weights: readonly Weight[];
}

/**
 * How much of each region each phase defends against a missile from a launch area; columns.
 *
 * Shares are of what is threatened, with the ends of the uncertain inputs. Region `all` is
 * everything that the phase is to defend.
 */
export interface Defends {
  readonly phase: readonly number[];
  readonly missile: readonly string[];
  readonly launch: readonly string[];
  readonly region: readonly string[];
  readonly area: readonly number[];
  readonly area_low: readonly number[];
  readonly area_high: readonly number[];
  readonly population: readonly number[];
  readonly population_low: readonly number[];
  readonly population_high: readonly number[];
  readonly threatened_area: readonly (number | null)[];
  readonly threatened_population_millions: readonly (number | null)[];
  readonly least_shots: readonly (number | null)[];
  readonly most_shots: readonly (number | null)[];
}

/** How many interceptors stand there in a phase. */
export interface Deployed {
  readonly phase: string;
  readonly count: number;
}

/**
 * A closed ring of places, joined straight in both; columns.
 *
 * What it surrounds lies to the right of the way; a ring the other way round cuts a hole.
 */
export interface Edge {
  readonly lat_deg: readonly number[];
  readonly lon_deg: readonly number[];
}

/** Something that happens in a flight, whatever shield looks on. */
export interface Event {
  readonly event: "apogee" | "burnout" | "impact" | "launch" | "reentry";
  readonly time_s: number;
  readonly height_km: number | null;
}

/** The flight, place or phase that a party's margin hangs on. */
export interface Evidence {
  readonly launch: string | null;
  readonly target: string | null;
  readonly missile: string | null;
  readonly phase: string | null;
  readonly site: string | null;
  readonly interceptor: string | null;
  readonly apogee_km: number | null;
  readonly margin: number | null;
  readonly least_speed_km_s: number | null;
}

/**
 * A modelled flight; columns of samples, times after the launch.
 *
 * It is under power until `burnout_s`, coasts until `reentry_s` (falling through 100 km; null
 * where it never rises so high) and then falls.
 */
export interface Flight {
  readonly id: string;
  readonly launch: string;
  readonly target: string;
  readonly missile: string;
  readonly role: "disputed" | "threat";
  readonly country: string;
  readonly range_km: number | null;
  readonly apogee_km: number;
  readonly burnout_s: number | null;
  readonly reentry_s: number | null;
  readonly flight_time_s: number;
  readonly events: readonly Event[];
  readonly time_s: readonly number[];
  readonly lat_deg: readonly number[];
  readonly lon_deg: readonly number[];
  readonly height_km: readonly number[];
}

/** What one set of assumptions leads to, with what would decide an undecided verdict. */
export interface Judged {
  readonly party: string;
  readonly assumptions: string;
  readonly verdict: "fails" | "holds" | "undecided";
  readonly margin: Margin;
  readonly worst: Evidence | null;
  readonly would_decide: readonly string[];
  readonly unanswered: readonly string[];
}

/**
 * What a phase defends against a missile from a launch area, cell by cell.
 *
 * `state` has one digit for each cell, in the order of the bands: 0 not threatened, 1 threatened
 * and not defended, 2 defended at some end of the uncertain inputs, 3 defended at all of them.
 * `shots` has one letter for each cell: how many interceptors one after the other could be
 * launched, 0 to 9 and then a to z; z stands for 35 and more.
 */
export interface Layer {
  readonly phase: number;
  readonly missile: string;
  readonly launch: string;
  readonly state: string;
  readonly shots: string;
}

/**
 * By how much a claim holds (above zero) or fails; null for what no number answers.
 *
 * `low` and `high` are the ends of the uncertain inputs, and within `band` of zero nothing is
 * decided.
 */
export interface Margin {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly band: number;
}

/**
 * When each battery of each phase could meet each flight of a threat; columns.
 *
 * As in `reaches`, with the stated inputs and the declared speed alone.
 */
export interface Meets {
  readonly phase: readonly number[];
  readonly flight: readonly number[];
  readonly battery: readonly number[];
  readonly opens_s: readonly (number | null)[];
  readonly closes_s: readonly (number | null)[];
  readonly launch_opens_s: readonly (number | null)[];
  readonly launch_closes_s: readonly (number | null)[];
  readonly shots: readonly number[];
  readonly why_not: readonly (string | null)[];
}

/** One step of an architecture: what was planned and what came of it. */
export interface Phase {
  readonly id: string;
  readonly architecture: string;
  readonly number: number | null;
  readonly date: string;
  readonly name: Text;
  readonly short: Text;
  readonly planned: Text;
  readonly outcome: Text;
  readonly defended: readonly string[];
}

/** A named place: where flights begin or end. */
export interface Place {
  readonly id: string;
  readonly kind: "launch" | "target";
  readonly lat_deg: number;
  readonly lon_deg: number;
}

/** Where to stand to watch an announced test. */
export interface Plan {
  readonly id: string;
  readonly kind: "plan";
  readonly name: Text;
  readonly host: string;
  readonly mark: "analysis" | "exercise" | "simulated";
  readonly site_lat_deg: number;
  readonly site_lon_deg: number;
  readonly stations: readonly Station[];
  readonly best: readonly Together[];
  readonly areas: readonly Area[];
  readonly paths: readonly PlanPath[];
  readonly warnings: readonly Text[];
}

/** The announced flight as somebody states it; columns. */
export interface PlanPath {
  readonly id: string;
  readonly time_s: readonly number[];
  readonly lat_deg: readonly number[];
  readonly lon_deg: readonly number[];
  readonly height_km: readonly number[];
  readonly stage_ends_s: readonly number[];
}

/** What computed the document, and a digest of everything that it was computed from. */
export interface Program {
  readonly name: string;
  readonly version: string;
  readonly command: string;
  readonly input_hash: string;
}

/**
 * How high an interceptor of a stated speed reaches, over bearing and ground range.
 *
 * `top_km[b][g]` is the greatest height above the ground at `bearing_deg[b]` and `ground_km[g]`;
 * null beyond the reach. Rules on height and ground range are not applied: they stand beside it.
 * What is computed ends at 2,500 km height and 6,000 km ground range.
 */
export interface ReachOutline {
  readonly by: string;
  readonly burnout_speed_km_s: number;
  readonly bearing_deg: readonly number[];
  readonly ground_km: readonly number[];
  readonly top_km: readonly (readonly (number | null)[])[];
}

/**
 * Whether each battery of each phase could meet each disputed flight; columns.
 *
 * `phase`, `flight` and `battery` are places in the lists of these; `by` is who states the burnout
 * speed. `opens_s` to `closes_s` is the window of intercepts, `launch_opens_s` to
 * `launch_closes_s` that of launches. `why_not` is the rule that closes the window, by the name
 * of its field in the catalogue, or `out-of-reach` or `not-seen`. `meeting_s` and
 * `meeting_height_km` are a meeting in the middle of the window; `miss_km` is by how far a full
 * flight of the interceptor missed it.
 */
export interface Reaches {
  readonly phase: readonly number[];
  readonly flight: readonly number[];
  readonly battery: readonly number[];
  readonly by: readonly string[];
  readonly burnout_speed_km_s: readonly number[];
  readonly verdict: readonly ("depends" | "no" | "yes")[];
  readonly reachable: readonly boolean[];
  readonly opens_s: readonly (number | null)[];
  readonly closes_s: readonly (number | null)[];
  readonly launch_opens_s: readonly (number | null)[];
  readonly launch_closes_s: readonly (number | null)[];
  readonly shots: readonly number[];
  readonly least_speed_km_s: readonly (number | null)[];
  readonly speed_margin_km_s: readonly (number | null)[];
  readonly time_margin_s: readonly (number | null)[];
  readonly latest_commit_s: readonly (number | null)[];
  readonly why_not: readonly (string | null)[];
  readonly meeting_s: readonly (number | null)[];
  readonly meeting_height_km: readonly (number | null)[];
  readonly miss_km: readonly (number | null)[];
}

/**
 * A region that an exercise names, and what is agreed about it; parties by their ids.
 *
 * `sector` are the parties that answer for it, the one that stands first before the others,
 * `forces` other parties whose batteries act for them there, `defended` those to which it counts
 * when something comes down in it, `territory` those that are consulted about what happens above
 * it. `lat_deg` and `lon_deg` are a place well inside.
 */
export interface Region {
  readonly id: string;
  readonly name: Text;
  readonly sector: readonly string[];
  readonly forces: readonly string[];
  readonly defended: readonly string[];
  readonly territory: readonly string[];
  readonly lat_deg: number;
  readonly lon_deg: number;
  readonly edges: readonly Edge[];
}

/**
 * What a radar can turn to: clockwise from one azimuth to the other, between two elevations.
 *
 * From 0 to 360 degrees is the full circle.
 */
export interface Sector {
  readonly source?: readonly string[];
  readonly status?: string;
  readonly note?: string;
  readonly azimuth_from_deg: number;
  readonly azimuth_to_deg: number;
  readonly elevation_min_deg: number;
  readonly elevation_max_deg: number;
}

/**
 * When each sensor of each phase sees each flight; columns of equal length.
 *
 * `phase`, `flight` and `sensor` are places in the lists of these. Times count from the launch;
 * `why_not` says why a sensor never sees the flight: `below-horizon`, `outside-sector`,
 * `beyond-range`, `not-cued` or `below-clouds`.
 */
export interface Sees {
  readonly phase: readonly number[];
  readonly flight: readonly number[];
  readonly sensor: readonly number[];
  readonly first_seen_s: readonly (number | null)[];
  readonly last_seen_s: readonly (number | null)[];
  readonly first_seen_height_km: readonly (number | null)[];
  readonly detection_range_km: readonly (number | null)[];
  readonly why_not: readonly (string | null)[];
}

/**
 * A radar at a place, or infrared sensors in orbit, which have none.
 *
 * A radar sees a target of `reference_cross_section_m2` out to `range_km`; how far it sees a
 * flight stands in `sees`.
 */
export interface Sensor {
  readonly source?: readonly string[];
  readonly status?: string;
  readonly note?: string;
  readonly id: string;
  readonly kind: "infrared" | "radar";
  readonly party: string;
  readonly lat_deg: number | null;
  readonly lon_deg: number | null;
  readonly height_m: number | null;
  readonly at_sea: boolean;
  readonly site: string | null;
  readonly search: string | null;
  readonly range_km: number | null;
  readonly reference_cross_section_m2: number | null;
  readonly sectors: readonly Sector[];
  readonly phases: readonly string[];
}

/** What one side would have to show the other for its verdict to follow. */
export interface Shows {
  readonly parameter: string;
  readonly party: string;
  readonly states: string;
  readonly other: string;
  readonly other_states: string;
  readonly must_show: number | null;
  readonly unit: string;
  readonly flips_alone: boolean;
  readonly above: boolean | null;
}

/** Where numbers were read. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly where: string;
}

/** A burnout speed of an interceptor as somebody states it. */
export interface StatedSpeed {
  readonly source?: readonly string[];
  readonly status?: string;
  readonly note?: string;
  readonly by: string;
  readonly value_km_s: number;
  readonly low_km_s: number;
  readonly high_km_s: number;
}

/**
 * A place where an observer could stand, and what it could learn there alone.
 *
 * `power` is the probability that the declared speed is rejected when the rival one flies.
 */
export interface Station {
  readonly observer: string;
  readonly lat_deg: number;
  readonly lon_deg: number;
  readonly visible_s: number;
  readonly sees_burnout: boolean;
  readonly in_hazard_area: boolean;
  readonly burnout_speed_sigma_m_s: number | null;
  readonly power: number;
}

/** A text in both languages. */
export interface Text {
  readonly en: string;
  readonly ru: string;
}

/** One flight against one phase, event by event. */
export interface Timeline {
  readonly flight: string;
  readonly phase: string;
  readonly events: readonly TimelineEvent[];
}

/** An event of the flight that the timeline tells; `by` is a sensor's or a battery's id. */
export interface TimelineEvent {
  readonly event: string;
  readonly time_s: number;
  readonly height_km: number | null;
  readonly by: string;
}

/** The places from which most is learned together, each with its observer; columns. */
export interface Together {
  readonly observer: readonly string[];
  readonly lat_deg: readonly number[];
  readonly lon_deg: readonly number[];
  readonly burnout_speed_sigma_m_s: number | null;
  readonly power: number;
}

/**
 * An unbroken part of the Earth for which nobody answers, or several parties do.
 *
 * `parties` answer for it: nobody for a gap. `regions` are the defended ones in which some of it
 * lies. It is as exact as the lattice on which it was found: `step_km`.
 */
export interface Trouble {
  readonly id: string;
  readonly kind: "gap" | "overlap";
  readonly parties: readonly string[];
  readonly regions: readonly string[];
  readonly area_km2: number;
  readonly step_km: number;
  readonly lat_deg: number;
  readonly lon_deg: number;
  readonly edges: readonly Edge[];
}

/** The value of one number at which the margin is zero, all else as one set has it. */
export interface Turn {
  readonly parameter: string;
  readonly held_by: string;
  readonly value: number | null;
  readonly unit: string;
  readonly between: readonly [number, number];
}

/**
 * What a browser shows.
 *
 * `short` are names where there is little room; by the same ids as `names`. `regions` and
 * `troubles` are those of the setting of an exercise.
 */
export interface View {
  readonly form: "glasshield-view/1";
  readonly title: Text;
  readonly subtitle: Text;
  readonly mark: "analysis" | "exercise" | "simulated";
  readonly mark_text: Text;
  readonly program: Program;
  readonly names: Readonly<Record<string, Text>>;
  readonly short: Readonly<Record<string, Text>>;
  readonly phases: readonly Phase[];
  readonly sensors: readonly Sensor[];
  readonly batteries: readonly Battery[];
  readonly places: readonly Place[];
  readonly flights: readonly Flight[];
  readonly timeline: Timeline | null;
  readonly sees: Sees;
  readonly meets: Meets;
  readonly reaches: Reaches;
  readonly defends: Defends;
  readonly cells: Cells;
  readonly claims: readonly Claim[];
  readonly claim_paths: readonly ClaimPath[];
  readonly arguments: readonly Argument[];
  readonly plans: readonly Plan[];
  readonly assumptions: readonly Assumption[];
  readonly sources: readonly Source[];
  readonly disclaimer: Text;
  readonly disclaimer_short: Text;
  readonly regions?: readonly Region[];
  readonly troubles?: readonly Trouble[];
}

/** How much of the spread of the margin an assumption accounts for (total Sobol index). */
export interface Weight {
  readonly parameter: string;
  readonly total_index: number;
  readonly low: number;
  readonly high: number;
}

/** The claim in a party's words. */
export interface Worded {
  readonly source?: readonly string[];
  readonly status?: string;
  readonly note?: string;
  readonly by: string;
  readonly text: Text;
}
