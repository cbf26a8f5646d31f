/**
 * A saved view as a figure: the picture with its mark, its caption and its link.
 *
 * The mark is drawn into the picture itself, and stands among what the file says of itself, so that
 * a report can show the figure with all that belongs to it (`glasshield assess --figure`).
 */

import { printAddress } from "../core/address.ts";
import { colour, type Shade } from "../core/palette.ts";
import { withText } from "../core/png.ts";
import type { State } from "../core/state.ts";
import { isoInstant } from "../core/times.ts";
import { settingText } from "./comparePanel.ts";
import { svg } from "./dom.ts";
import { download } from "./files.ts";
import { marksOf, markText, type MarkKind } from "./mark.ts";
import type { Context } from "./panel.ts";
import { descriptionOf, toldOf } from "./told.ts";

const FONT = "'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const [MARGIN, LINE, BAND] = [16, 20, 28];
/** The file says its own words under this keyword; Python reads the same form. */
const KEYWORD = "glasshield-figure";
const FORM = "glasshield-figure/1";

/** What a figure says of itself, as `report/saved_figure.py` reads it. */
export interface FigureWords {
  readonly form: typeof FORM;
  readonly language: State["language"];
  readonly marks: readonly MarkKind[];
  readonly title: string;
  readonly setting: string;
  /** The picture in words. */
  readonly shown: string;
  /** The fragment alone: where the page lies is nobody's business. */
  readonly link: string;
  readonly disclaimer: string;
  /** The caption of a PNG stands below these rows. */
  readonly picture_height_px: number;
  readonly document: {
    readonly title: string;
    readonly program: string;
    readonly version: string;
    readonly input_hash: string;
  } | null;
}

interface FigureLine {
  readonly text: string;
  readonly size: number;
  readonly is_bold: boolean;
}

/** Saves what the renderer shows as a figure; `shown_us`: the instant of a live picture. */
export async function saveFigure(
  context: Context,
  state: State,
  picture: Blob,
  form: "png" | "svg",
  shown_us: number | null = null,
): Promise<void> {
  const marked = withMark(context, state, await createImageBitmap(picture));
  const said = wordsOf(context, state, marked.height, shown_us);
  const lines = captionOf(context, state, said);
  if (form === "svg") {
    const text = await asSvg(marked, said, lines, context.shade);
    return download("glasshield-figure.svg", "image/svg+xml", text);
  }
  const png = await blobOf(asPng(marked, lines, context.shade));
  const bytes = new Uint8Array(await png.arrayBuffer());
  download("glasshield-figure.png", "image/png", withText(bytes, KEYWORD, JSON.stringify(said)));
}

function wordsOf(
  context: Context,
  state: State,
  height_px: number,
  shown_us: number | null,
): FigureWords {
  const { view } = context;
  const is_live = state.subject === "live";
  const claim = view?.claims.find((each) => each.id === state.claim);
  const setting = is_live
    ? [state.viewer ?? "", shown_us === null ? "" : isoInstant(shown_us)]
    : [context.said(claim?.name), settingText(context, state.setting)];
  const origin = is_live ? null : view;
  return {
    form: FORM,
    language: context.language,
    marks: figureMarks(context, state),
    title: toldOf(context, state).title,
    setting: setting.filter((part) => part !== "").join(" · "),
    shown: descriptionOf(context, state),
    link: printAddress(state),
    disclaimer: context.said(view?.disclaimer),
    picture_height_px: height_px,
    document:
      origin === null
        ? null
        : {
            title: context.said(origin.title),
            program: origin.program.name,
            version: origin.program.version,
            input_hash: origin.program.input_hash,
          },
  };
}

/** No figure is without one: live data that are neither exercise nor simulated say that they are. */
function figureMarks(context: Context, state: State): readonly MarkKind[] {
  const marks = marksOf(context, state);
  return marks.length === 0 ? ["live"] : marks;
}

/** What stands under the picture. */
function captionOf(context: Context, state: State, said: FigureWords): FigureLine[] {
  const { mark, link } = toldOf(context, state);
  return [
    { text: mark, size: 13, is_bold: true },
    { text: said.title, size: 15, is_bold: true },
    { text: said.setting, size: 13, is_bold: false },
    { text: said.disclaimer, size: 11, is_bold: false },
    { text: link, size: 11, is_bold: false },
  ].filter((line) => line.text !== "");
}

/** The picture under a band with its mark: whoever takes the one takes the other. */
function withMark(context: Context, state: State, bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = scaleOf(bitmap.width);
  const band_px = Math.round(BAND * scale);
  const [canvas, drawing] = canvasOf(bitmap.width, bitmap.height + band_px);
  drawing.fillStyle = colour(context.shade, "ink");
  drawing.fillRect(0, 0, canvas.width, band_px);
  drawing.drawImage(bitmap, 0, band_px);
  drawing.fillStyle = colour(context.shade, "paper");
  drawing.font = fontOf({ text: "", size: 14 * scale, is_bold: true });
  drawing.textBaseline = "middle";
  const text = figureMarks(context, state).map((kind) => markText(context, kind));
  drawing.fillText(text.join(" · "), MARGIN * scale, band_px / 2);
  return canvas;
}

function scaleOf(width_px: number): number {
  return Math.max(1.0, width_px / 1000.0);
}

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const drawing = canvas.getContext("2d");
  if (drawing === null) throw new Error("this browser gives no canvas to draw a figure on");
  return [canvas, drawing];
}

/** The picture with its caption below. */
function asPng(
  marked: HTMLCanvasElement,
  lines: readonly FigureLine[],
  shade: Shade,
): HTMLCanvasElement {
  const { width, height } = marked;
  const scale = scaleOf(width);
  const rows = wrappedLines(lines, width / scale - 2 * MARGIN);
  const [canvas, drawing] = canvasOf(
    width,
    height + Math.ceil(scale * (rows.length * LINE + 2 * MARGIN)),
  );
  drawing.fillStyle = colour(shade, "paper");
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(marked, 0, 0);
  drawing.fillStyle = colour(shade, "ink");
  drawing.setTransform(scale, 0, 0, scale, 0, height);
  rows.forEach((row, k) => {
    drawing.font = fontOf(row);
    drawing.fillText(row.text, MARGIN, MARGIN + LINE * (k + 0.7));
  });
  return canvas;
}

/** The lines in so many as the width needs. */
function wrappedLines(lines: readonly FigureLine[], width_px: number): FigureLine[] {
  const [, drawing] = canvasOf(1, 1);
  return lines.flatMap((line) => wrapped(drawing, line, width_px));
}

function wrapped(
  drawing: CanvasRenderingContext2D,
  line: FigureLine,
  width_px: number,
): FigureLine[] {
  drawing.font = fontOf(line);
  const rows: string[] = [];
  for (const word of line.text.split(" ")) {
    const longer = rows.length === 0 ? word : `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && drawing.measureText(longer).width <= width_px)
      rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.map((text) => ({ ...line, text }));
}

function fontOf({ size, is_bold }: FigureLine): string {
  return `${is_bold ? 600 : 400} ${size}px ${FONT}`;
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("this browser could not write the figure"));
      else resolve(blob);
    }, "image/png");
  });
}

/** The picture within an SVG whose caption is text. */
async function asSvg(
  marked: HTMLCanvasElement,
  said: FigureWords,
  lines: readonly FigureLine[],
  shade: Shade,
): Promise<string> {
  const width = Math.min(marked.width, 1000);
  const height = Math.round((marked.height * width) / marked.width);
  const rows = wrappedLines(lines, width - 2 * MARGIN);
  const whole = height + rows.length * LINE + 2 * MARGIN;
  const texts = rows.map((row, k) =>
    svg(
      "text",
      {
        x: MARGIN,
        y: height + MARGIN + LINE * (k + 0.7),
        "font-size": row.size,
        "font-weight": row.is_bold ? 600 : 400,
        "font-family": FONT,
        fill: colour(shade, "ink"),
      },
      row.text,
    ),
  );
  const figure = svg(
    "svg",
    { viewBox: `0 0 ${width} ${whole}`, width, height: whole, role: "img" },
    svg("title", {}, said.title),
    svg("metadata", {}, JSON.stringify(said)),
    svg("rect", { width, height: whole, fill: colour(shade, "paper") }),
    svg("image", { href: await dataAddress(await blobOf(marked)), width, height }),
    ...texts,
  );
  return new XMLSerializer().serializeToString(figure);
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error("the picture could not be read"));
    reader.readAsDataURL(blob);
  });
}
