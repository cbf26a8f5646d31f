/** A small assessment for tests: two phases, a flight over the Pole and one over the date line. */

import { INITIAL_STATE, type State } from "../src/core/state.ts";
import type { Battery, Flight, Phase, Sensor, View } from "../src/core/view.ts";

const text = (en: string) => ({ en, ru: `${en} по-русски` });
const SOURCED = { source: ["S-TEST"], status: "assumed", note: "" } as const;

function phase(id: string, number: number): Phase {
  const none = text("");
  return {
    id,
    architecture: "test",
    number,
    date: "2011",
    name: text(id),
    short: text(id),
    planned: none,
    outcome: none,
    defended: [],
  };
}

const RADAR: Sensor = {
  ...SOURCED,
  id: "radar",
  kind: "radar",
  party: "blue",
  lat_deg: 50.0,
  lon_deg: 15.0,
  height_m: 500.0,
  at_sea: false,
  site: null,
  search: "volume",
  range_km: 1000.0,
  reference_cross_section_m2: 0.1,
  sectors: [
    {
      azimuth_from_deg: 350.0,
      azimuth_to_deg: 100.0,
      elevation_min_deg: 2.0,
      elevation_max_deg: 90.0,
    },
  ],
  phases: ["one", "two"],
};

const BATTERY: Battery = {
  ...SOURCED,
  id: "base.fast",
  site: "base",
  interceptor: "fast",
  party: "blue",
  lat_deg: 54.0,
  lon_deg: 17.0,
  height_m: 0.0,
  at_sea: false,
  deployed: [{ phase: "two", count: 10.0 }],
  ground_range_km: 1500.0,
  min_height_km: 100.0,
  max_height_km: 600.0,
  speeds: [{ ...SOURCED, by: "blue", value_km_s: 6.0, low_km_s: 6.0, high_km_s: 6.0 }],
  reach: [
    {
      by: "blue",
      burnout_speed_km_s: 6.0,
      bearing_deg: [0.0, 90.0, 180.0, 270.0],
      ground_km: [0.0, 1000.0, 2000.0],
      top_km: [
        [900.0, 500.0, 200.0],
        [900.0, 500.0, 200.0],
        [900.0, 500.0, null],
        [900.0, 500.0, 200.0],
      ],
    },
  ],
};

function flight(id: string, role: Flight["role"], path: Partial<Flight>): Flight {
  const [launch = "", target = "", missile = ""] = id.split(".");
  return {
    id,
    launch,
    target,
    missile,
    role,
    country: "",
    range_km: 5000.0,
    apogee_km: 800.0,
    burnout_s: 150.0,
    reentry_s: 1300.0,
    flight_time_s: 1400.0,
    events: [
      { event: "launch", time_s: 0.0, height_km: 0.0 },
      { event: "impact", time_s: 1400.0, height_km: 0.0 },
    ],
    time_s: [0.0, 350.0, 700.0, 1050.0, 1400.0],
    lat_deg: [60.0, 75.0, 90.0, 75.0, 60.0],
    lon_deg: [0.0, 0.0, 0.0, 180.0, 180.0],
    height_km: [0.0, 600.0, 800.0, 600.0, 0.0],
    ...path,
  };
}

export const SAMPLE: View = {
  form: "glasshield-view/1",
  title: text("Test"),
  subtitle: text(""),
  mark: "simulated",
  mark_text: text("made up"),
  program: { name: "glasshield", version: "0", command: "", input_hash: "" },
  names: { radar: text("The radar"), base: text("The base"), "<b>": text("<b>bold</b>") },
  short: {},
  phases: [phase("one", 1), phase("two", 2)],
  sensors: [
    RADAR,
    {
      ...RADAR,
      id: "orbit",
      kind: "infrared",
      lat_deg: null,
      lon_deg: null,
      height_m: null,
      range_km: null,
      sectors: [],
    },
  ],
  batteries: [BATTERY, { ...BATTERY, id: "base.slow", interceptor: "slow" }],
  places: [
    { id: "north", kind: "launch", lat_deg: 60.0, lon_deg: 0.0 },
    { id: "far", kind: "target", lat_deg: 60.0, lon_deg: 180.0 },
    { id: "west", kind: "launch", lat_deg: 10.0, lon_deg: 170.0 },
  ],
  flights: [
    flight("north.far.big", "disputed", {}),
    flight("west.far.small", "threat", {
      lat_deg: [10.0, 12.0, 14.0, 16.0, 18.0],
      lon_deg: [170.0, 176.0, -178.0, -172.0, -166.0],
    }),
    flight("west.far.other", "threat", {}),
  ],
  timeline: null,
  sees: {
    phase: [1, 1],
    flight: [0, 1],
    sensor: [0, 0],
    first_seen_s: [200.0, null],
    last_seen_s: [900.0, null],
    first_seen_height_km: [300.0, null],
    detection_range_km: [700.0, 500.0],
    why_not: [null, "beyond-range"],
  },
  reaches: {
    phase: [1, 1, 1],
    flight: [0, 0, 0],
    battery: [0, 0, 1],
    by: ["blue", "red", "blue"],
    burnout_speed_km_s: [6.0, 9.0, 3.0],
    verdict: ["no", "yes", "no"],
    reachable: [false, true, false],
    opens_s: [null, 500.0, null],
    closes_s: [null, 900.0, null],
    launch_opens_s: [null, 200.0, null],
    launch_closes_s: [null, 400.0, null],
    shots: [0, 1, 0],
    least_speed_km_s: [7.0, 7.0, null],
    speed_margin_km_s: [-1.0, 2.0, null],
    time_margin_s: [null, null, null],
    latest_commit_s: [null, null, null],
    why_not: ["commit_delay", null, "max_ground_range"],
    meeting_s: [null, 700.0, null],
    meeting_height_km: [null, 800.0, null],
    miss_km: [null, 0.0, null],
  },
  meets: {
    phase: [1],
    flight: [1],
    battery: [0],
    opens_s: [400.0],
    closes_s: [800.0],
    launch_opens_s: [200.0],
    launch_closes_s: [500.0],
    shots: [2],
    why_not: [null],
  },
  defends: {
    phase: [1],
    missile: ["small"],
    launch: ["west"],
    region: ["all"],
    area: [0.5],
    area_low: [0.25],
    area_high: [0.75],
    population: [0.5],
    population_low: [0.25],
    population_high: [0.75],
    threatened_area: [1.0],
    threatened_population_millions: [1.0],
    least_shots: [1],
    most_shots: [2],
  },
  cells: {
    cell_km: 50.0,
    bands: [
      {
        south_deg: 50.0,
        north_deg: 51.0,
        west_deg: [10.0, 178.0],
        east_deg: [12.0, -178.0],
        count: [2, 2],
      },
    ],
    layers: [
      { phase: 0, missile: "small", launch: "west", state: "1110", shots: "0000" },
      { phase: 1, missile: "small", launch: "west", state: "3310", shots: "1100" },
      { phase: 1, missile: "tall", launch: "west", state: "3200", shots: "1100" },
    ],
  },
  claims: [
    {
      id: "cannot",
      name: text("Cannot"),
      by: ["blue"],
      date: "2007",
      predicate: "cannot_reach",
      architecture: "test",
      phases: ["2"],
      wording: [],
      comment: [],
      agreement: false,
      answer: text(""),
      verdicts: [
        {
          party: "blue",
          assumptions: "blue-2007",
          verdict: "holds",
          margin: { value: 1.0, low: 1.0, high: 1.0, unit: "km/s", band: 0.3 },
          worst: null,
          would_decide: [],
          unanswered: [],
        },
      ],
      cruxes: [],
      held: [],
      flights: [
        { id: "big:north:far", path: 0, least_speed_km_s: {}, verdict: { "blue-2007": "holds" } },
      ],
      argument: null,
      denied: false,
    },
  ],
  claim_paths: [],
  arguments: [],
  plans: [
    {
      id: "plan",
      kind: "plan",
      name: text("A test"),
      host: "blue",
      mark: "simulated",
      site_lat_deg: 60.0,
      site_lon_deg: 40.0,
      stations: [
        {
          observer: "ship",
          lat_deg: 61.0,
          lon_deg: 41.0,
          visible_s: 100.0,
          sees_burnout: true,
          in_hazard_area: false,
          burnout_speed_sigma_m_s: 10.0,
          power: 0.9,
        },
        {
          observer: "shore",
          lat_deg: 62.0,
          lon_deg: 41.0,
          visible_s: 50.0,
          sees_burnout: false,
          in_hazard_area: false,
          burnout_speed_sigma_m_s: null,
          power: 0.1,
        },
      ],
      best: [
        {
          observer: ["ship"],
          lat_deg: [61.0],
          lon_deg: [41.0],
          burnout_speed_sigma_m_s: 10.0,
          power: 0.9,
        },
      ],
      areas: [
        {
          id: "H1",
          role: "hazard",
          lat_deg: [70.0, 72.0, 72.0, 70.0],
          lon_deg: [179.0, 179.0, -179.0, -179.0],
        },
      ],
      paths: [
        {
          id: "P1",
          time_s: [0.0, 100.0],
          lat_deg: [60.0, 61.0],
          lon_deg: [40.0, 42.0],
          height_km: [0.0, 100.0],
          stage_ends_s: [],
        },
      ],
      warnings: [],
    },
  ],
  assumptions: [],
  sources: [],
  disclaimer: text(""),
  disclaimer_short: text(""),
};

export function stateWith(change: Partial<State>): State {
  return { ...INITIAL_STATE, ...change };
}

export const SECOND = { ...INITIAL_STATE.setting, phase: "two" } as const;
