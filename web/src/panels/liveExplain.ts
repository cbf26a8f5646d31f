/** What a click on a track or on something that happened tells. */

import { degrees, ecefToGeodetic, type Vec3 } from "../core/earth.ts";
import { trackOf, type LivePicture, type TrackRow } from "../core/livePicture.ts";
import { inDegrees, type NoticeArea } from "../core/notices.ts";
import { coordinates, number, percent, quantity } from "../core/numbers.ts";
import type { State } from "../core/state.ts";
import { timeOfDay } from "../core/times.ts";
import type { EventBody, Phases } from "../core/wire.ts";
import { isWordKey, type WordKey } from "../core/words.ts";
import { contributorName, eventId, type TrackDetails } from "../live/known.ts";
import type { Session } from "../live/session.ts";
import type { Explainers } from "./explain.ts";
import type { Entry, Explained, Fact } from "./explained.ts";
import type { Rules } from "./liveRules.ts";
import {
  ageText,
  axesText,
  classText,
  instantText,
  kindText,
  lengthText,
  termsText,
  trackAxesText,
  whereText,
} from "./liveWords.ts";
import type { Context } from "./panel.ts";

const US_A_SECOND = 1e6;
const PHASE_WORDS = {
  boost: "plot.boost",
  coast: "plot.coast",
  entry: "plot.entry",
  unknown: "web.phase.unknown",
} as const;

type Pair = readonly [term: WordKey, text: string | null];

export function explainers(session: Session, rules: Rules): Explainers {
  return {
    track: (context, state, id) => explainTrack(context, state, id, session, rules),
    event: (context, _state, id) => explainEvent(context, id, session),
    notice: (context, state, id) => explainNotice(context, state, id, session),
  };
}

function explainTrack(
  context: Context,
  state: State,
  id: string,
  session: Session,
  rules: Rules,
): Explained | null {
  const { feed } = session;
  const [picture, number_] = id.split("/").map(Number);
  if (feed === null || picture === undefined || number_ === undefined) return null;
  const live = session.shown(state) ?? feed.picture;
  const row = rowOf(live, picture, number_);
  const details = feed.details.tracks.get(id) ?? null;
  const track = row === null ? null : trackOf(live, row);
  const told = { number: String(number_), picture: String(picture) };
  return {
    kind: context.text("web.live.track.kind"),
    title: context.text("web.live.track.title", told),
    facts: [
      ...(track === null
        ? [{ term: "", text: context.text("web.live.track.gone") }]
        : ofFrame(context, track, details)),
      ...(details === null ? [] : ofDetails(context, details, live, track)),
    ],
    lists: [
      {
        heading: context.text("web.live.track.by"),
        entries:
          details === null
            ? [{ text: context.text("web.live.track.waiting") }]
            : contributorsOf(context, details),
      },
      ...(details === null || track === null
        ? []
        : rules.lists(context, details, track.position_ecef_m)),
    ],
    told: [],
  };
}

/** What a frame says: where it is now, how fast, what it is. */
function ofFrame(context: Context, track: TrackRow, details: TrackDetails | null): Fact[] {
  const { language } = context;
  const { lat_rad, lon_rad, height_m } = ecefToGeodetic(track.position_ecef_m);
  const speed_km_s = length(track.velocity_ecef_m_s) / 1e3;
  const phase = context.text(PHASE_WORDS[track.phase]);
  const phases = details?.phases ?? null;
  return facts(context, [
    ["web.live.track.class", classText(context, track.object_class)],
    ["web.live.track.phase", phases === null ? phase : `${phase} (${phasesText(context, phases)})`],
    ["web.live.track.place", coordinates(language, degrees(lat_rad), degrees(lon_rad))],
    ["web.live.track.height", lengthText(context, height_m)],
    ["web.live.track.speed", quantity(language, speed_km_s, "km/s", 2)],
  ]);
}

/** What the centre says beside frames: how well, since when, under which terms. */
function ofDetails(
  context: Context,
  details: TrackDetails,
  live: LivePicture,
  track: TrackRow | null,
): Fact[] {
  const covariance = live.covariances.get(details.id);
  const place = track === null ? null : ecefToGeodetic(track.position_ecef_m);
  const known = covariance !== undefined && place !== null;
  const axes = known ? trackAxesText(context, covariance, place) : null;
  const ago = (time_us: number | null): string | null =>
    time_us === null
      ? null
      : context.text("web.live.track.ago", sinceValues(context, live.time_us, time_us));
  const { last_seen_us } = details;
  const coasted =
    details.is_coasted && last_seen_us !== null
      ? context.text(
          "web.live.track.coasted_since",
          sinceValues(context, live.time_us, last_seen_us),
        )
      : null;
  return facts(context, [
    ["web.live.track.uncertainty", axes],
    ["web.live.track.first_seen", ago(details.first_seen_us)],
    ["web.live.track.last_seen", ago(last_seen_us)],
    ["web.live.track.coasted", coasted],
    ["web.live.track.terms", termsText(context, details.picture.terms)],
  ]);
}

function sinceValues(
  context: Context,
  now_us: number,
  time_us: number,
): { readonly time: string; readonly age: string } {
  const age_s = (now_us - time_us) / US_A_SECOND;
  return { time: timeOfDay(time_us), age: ageText(context, age_s) };
}

function contributorsOf(context: Context, { contributors }: TrackDetails): Entry[] {
  return contributors.map(({ party, sensor }) => ({
    text: party,
    soft: ` ${sensor === "" ? context.text("web.live.track.unnamed") : sensor}`,
  }));
}

function phasesText(context: Context, { boost, coast, entry }: Phases): string {
  const { language } = context;
  return context.text("web.live.track.phases", {
    boost: percent(language, boost),
    coast: percent(language, coast),
    entry: percent(language, entry),
  });
}

function explainEvent(context: Context, id: string, { feed }: Session): Explained | null {
  const event = feed?.events.find((each) => eventId(each) === id);
  if (event === undefined) return null;
  const track = { kind: "track", id: `${event.picture}/${event.object}` };
  const object = { text: `${event.picture}/${event.object}`, target: track };
  return {
    kind: context.text("web.live.event.kind"),
    title: kindText(context, event.kind),
    facts: eventFacts(context, event),
    lists: [
      { heading: context.text("web.live.event.object"), entries: [object] },
      {
        heading: context.text("web.live.track.by"),
        entries: event.contributors.map((each) => ({ text: contributorName(each) })),
      },
    ],
    told: [],
  };
}

function eventFacts(context: Context, event: EventBody): Fact[] {
  const { language } = context;
  const { covariance_m2, radii, latency_s, detections, expected } = event;
  const axes =
    covariance_m2 === null
      ? null
      : axesText(
          context,
          {
            east_m2: covariance_m2[0][0],
            mixed_m2: covariance_m2[0][1],
            north_m2: covariance_m2[1][1],
          },
          radii[1],
        );
  return facts(context, [
    ["web.live.track.class", classText(context, event.object_class)],
    ["web.live.event.time", instantText(event.time)],
    ["web.live.event.told", instantText(event.at)],
    ["web.live.event.place", whereText(context, event)],
    ["web.live.event.ellipse", axes],
    ["web.live.event.expected", expected === null ? null : instantText(expected)],
    ["web.live.event.latency", latency_s === null ? null : quantity(language, latency_s, "s", 1)],
    ["web.live.event.detections", detections === null ? null : number(language, detections)],
    ["web.live.event.notice", event.notice],
    ["web.live.event.against", event.against.join(", ")],
  ]);
}

/** What a party announced: when, where, which way; and what was seen of it. */
function explainNotice(
  context: Context,
  state: State,
  id: string,
  session: Session,
): Explained | null {
  const notice = session.notices(state).find((each) => each.id === id);
  if (notice === undefined) return null;
  const { reference, party, missile_class, standing, time, azimuth_deg } = notice;
  const standing_key = `web.notice.stands.${standing}`;
  const about = session.feed?.events.filter(
    (each) => reference !== "" && each.notice === reference,
  );
  return {
    kind: context.text("web.notice.kind"),
    title: reference || party,
    facts: facts(context, [
      ["web.notice.party", party],
      ["web.notice.standing", isWordKey(standing_key) ? context.text(standing_key) : standing],
      ["web.notice.class", missile_class],
      ["web.notice.when", context.text(`web.notice.time.${time}`)],
      ...notice.windows.map((each): Pair => {
        const text = context.text("web.live.notices.window", { ...each });
        return ["web.notice.window", text];
      }),
      ["web.notice.azimuth", azimuth_deg === null ? null : azimuthText(context, azimuth_deg)],
      ["web.notice.impact_time", notice.impact_time],
      ["web.notice.received", instantText(notice.received)],
    ]),
    lists: [
      {
        heading: context.text("web.notice.areas"),
        entries: notice.areas.map((each) => noticeArea(context, each)),
      },
      {
        heading: context.text("web.notice.events"),
        entries: (about ?? []).map((each) => ({
          text: kindText(context, each.kind),
          soft: ` ${instantText(each.time)}`,
          target: { kind: "event", id: eventId(each) },
        })),
      },
    ],
    told: [],
  };
}

function azimuthText(
  context: Context,
  [value, low, high]: readonly [number, number, number],
): string {
  const written = (angle_deg: number): string => quantity(context.language, angle_deg, "deg");
  const values = { value: written(value), low: written(low), high: written(high) };
  return low === high ? values.value : context.text("web.notice.azimuth_text", values);
}

function noticeArea(context: Context, { role, middle, radius_m }: NoticeArea): Entry {
  const place = coordinates(context.language, ...inDegrees(middle));
  const where =
    radius_m === null
      ? context.text("web.notice.polygon", { place })
      : context.text("web.notice.circle", { place, radius: lengthText(context, radius_m) });
  return { text: context.text(`web.notice.role.${role}`), soft: ` ${where}` };
}

function facts(context: Context, pairs: readonly Pair[]): Fact[] {
  return pairs.flatMap(([term, text]) =>
    text === null || text === "" ? [] : [{ term: context.text(term), text }],
  );
}

function rowOf(live: LivePicture, picture: number, number_: number): number | null {
  for (let row = 0; row < live.rows; row++) {
    const is_it = live.picture[row] === picture && live.number[row] === number_;
    if (live.is_alive[row] === 1 && is_it) return row;
  }
  return null;
}

function length(v: Vec3): number {
  return Math.hypot(...v);
}
