/** Of the live picture what is not tracks: ellipses around them, predicted places, notices. */

import { isSelected, target } from "./chosen.ts";
import { ringOf } from "./courses.ts";
import type { Area, Drawable, Mark, Strength } from "./drawables.ts";
import { degrees, ecefToGeodetic, type Place } from "./earth.ts";
import { deviations, ellipse, horizontal, outline, type Covariance2 } from "./ellipse.ts";
import { trackId, trackOf, type LivePicture } from "./livePicture.ts";
import type { NoticeArea, ShownNotice } from "./notices.ts";
import type { State } from "./state.ts";

/** Where a centre expects an impact, or places a launch. */
export interface Predicted {
  /** Of the event that says so. */
  readonly id: string;
  readonly kind: "impact" | "launch";
  readonly place: Place;
  readonly covariance: Covariance2 | null;
  /** Size of the ellipse that holds 95 %, in standard deviations. */
  readonly radius: number;
  readonly label: string | null;
}

const SHARE = 0.95;

/** The horizontal ellipses that hold 95 % of where each track may be. */
export function covariances(live: LivePicture, state: State): Area[] {
  const found: Area[] = [];
  for (let row = 0; row < live.rows; row++) {
    if (live.is_alive[row] === 0 || live.is_hidden[row] === 1) continue;
    const id = trackId(live.picture[row]!, live.number[row]!);
    const covariance = live.covariances.get(id);
    if (covariance === undefined) continue;
    const place = ecefToGeodetic(trackOf(live, row).position_ecef_m);
    const shape = ellipse(horizontal(covariance, place), deviations(SHARE));
    found.push({
      shape: "area",
      layer: "covariances",
      target: target("track", id),
      look: "ellipse-track",
      strength: isSelected(state, "track", id) ? "strong" : "normal",
      polygons: [[ringOf(outline(place, shape))]],
    });
  }
  return found;
}

export function impacts(predicted: readonly Predicted[], state: State): Drawable[] {
  return predicted.flatMap((each): Drawable[] => [...areaOf(each, state), markOf(each, state)]);
}

/** The areas of notices whose windows are not all over: fainter while they lie ahead. */
export function notices(shown: readonly ShownNotice[], state: State): Drawable[] {
  return shown
    .filter((each) => each.time !== "over")
    .flatMap((notice) =>
      notice.areas.flatMap((area): Drawable[] => [
        {
          shape: "area",
          layer: "notices",
          target: target("notice", notice.id),
          look: "hazard-area",
          strength: strengthOf(notice, state),
          polygons: [[area.ring]],
        },
        ...endOf(notice, area, state),
      ]),
    );
}

function strengthOf({ id, time }: ShownNotice, state: State): Strength {
  if (isSelected(state, "notice", id)) return "strong";
  return time === "open" ? "normal" : "faint";
}

/** Where it is to begin, and where what flies to the end comes down. */
function endOf(notice: ShownNotice, { role, middle }: NoticeArea, state: State): Mark[] {
  if (role === "hazard") return [];
  const kind = role === "launch" ? "launch" : "target";
  return [
    {
      shape: "mark",
      layer: "notices",
      target: target("notice", notice.id),
      look: kind,
      glyph: kind,
      strength: strengthOf(notice, state),
      lon_deg: degrees(middle.lon_rad),
      lat_deg: degrees(middle.lat_rad),
      height_m: 0.0,
      label: role === "launch" ? notice.reference : null,
      weight: 60,
    },
  ];
}

function areaOf(predicted: Predicted, state: State): Area[] {
  const { covariance, place, radius } = predicted;
  if (covariance === null) return [];
  return [
    {
      shape: "area",
      layer: "impacts",
      target: target("event", predicted.id),
      look: predicted.kind === "impact" ? "ellipse-impact" : "ellipse-launch",
      strength: isSelected(state, "event", predicted.id) ? "strong" : "normal",
      polygons: [[ringOf(outline(place, ellipse(covariance, radius)))]],
    },
  ];
}

function markOf(predicted: Predicted, state: State): Mark {
  const kind = predicted.kind === "impact" ? "target" : "launch";
  return {
    shape: "mark",
    layer: "impacts",
    target: target("event", predicted.id),
    look: kind,
    glyph: kind,
    strength: isSelected(state, "event", predicted.id) ? "strong" : "normal",
    lon_deg: degrees(predicted.place.lon_rad),
    lat_deg: degrees(predicted.place.lat_rad),
    height_m: 0.0,
    label: predicted.label,
    weight: 65,
  };
}
