/** What a person sees, as one value: it stands in the address, and every panel is drawn from it. */

import type { Place } from "./earth.ts";

export const LANGUAGES = ["en", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** `auto` takes WebGL where it is there and the canvas where it is not. */
export const RENDERERS = ["auto", "webgl", "canvas"] as const;
export type Renderer = (typeof RENDERERS)[number];

export const PROJECTIONS = ["globe", "polar", "flat"] as const;
export type Projection = (typeof PROJECTIONS)[number];

/** What is looked at: an assessment that was made, or the picture of a running centre. */
export const SUBJECTS = ["assessment", "live"] as const;
export type Subject = (typeof SUBJECTS)[number];

export const LAYERS = [
  "borders",
  "graticule",
  "labels",
  // Before what lies in them: of two areas under a click the later one is meant.
  "regions",
  "sectors",
  "sites",
  "fans",
  "reach",
  "flights",
  "defended",
  "disputed",
  "tracks",
  "trails",
  "covariances",
  "impacts",
  "notices",
  "observers",
] as const;
export type LayerName = (typeof LAYERS)[number];

/** What may be clicked: kind and identifier, as the drawables carry them. */
export interface Selection {
  readonly kind: string;
  readonly id: string;
}

export interface Camera extends Place {
  /** From the eye to the ground in the middle. */
  readonly range_m: number;
  /** From straight down (0) towards the horizon. */
  readonly tilt_rad: number;
  /** What is up on the screen, clockwise from north. */
  readonly heading_rad: number;
}

/** One way to put the question; what is null is as the party itself has it. */
export interface Setting {
  readonly phase: string | null;
  /** Whose set of assumptions. */
  readonly party: string | null;
  readonly speed_m_s: number | null;
  readonly delay_s: number | null;
  readonly cap_m: number | null;
}

/** What is left out of a live picture, or of an assessment. */
export interface Filters {
  readonly parties: readonly string[];
  readonly sensors: readonly string[];
  readonly classes: readonly string[];
}

export interface TableView {
  readonly name: string;
  readonly sort: string | null;
  readonly descending: boolean;
}

export interface State {
  readonly language: Language;
  readonly theme: Theme;
  readonly renderer: Renderer;
  readonly projection: Projection;
  readonly subject: Subject;
  readonly camera: Camera;
  /** Layers that are not drawn. */
  readonly hidden: readonly LayerName[];
  readonly claim: string | null;
  readonly setting: Setting;
  /** The second setting of a difference map. */
  readonly compared: Setting | null;
  /** The flight whose events the time slider shows. */
  readonly flight: string | null;
  /** Since launch, or for live pictures since 1970; null is the end, and live "now". */
  readonly time_s: number | null;
  /** Seconds of the picture for each second of the clock. */
  readonly rate: number;
  /** Not in the address: a link shows one moment. */
  readonly playing: boolean;
  readonly selected: Selection | null;
  readonly table: TableView | null;
  readonly filters: Filters;
  /** Whose live picture is shown: null is the reader's own. */
  readonly viewer: string | null;
  /** Which of the viewer's pictures is shown: null the best one, 0 all of them. */
  readonly picture: number | null;
}

export const AS_THE_PARTY_HAS_IT: Setting = {
  phase: null,
  party: null,
  speed_m_s: null,
  delay_s: null,
  cap_m: null,
};

export const NO_FILTERS: Filters = { parties: [], sensors: [], classes: [] };

export const INITIAL_CAMERA: Camera = {
  lat_rad: (55.0 * Math.PI) / 180.0,
  lon_rad: (30.0 * Math.PI) / 180.0,
  range_m: 12_000_000.0,
  tilt_rad: 0.0,
  heading_rad: 0.0,
};

export const INITIAL_STATE: State = {
  language: "en",
  theme: "auto",
  renderer: "auto",
  projection: "globe",
  subject: "assessment",
  camera: INITIAL_CAMERA,
  hidden: [],
  claim: null,
  setting: AS_THE_PARTY_HAS_IT,
  compared: null,
  flight: null,
  time_s: null,
  rate: 1.0,
  playing: false,
  selected: null,
  table: null,
  filters: NO_FILTERS,
  viewer: null,
  picture: null,
};
