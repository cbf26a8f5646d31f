/** A saved view as a figure: the picture with its caption, its mark and its link. */

import { colour, type Shade } from "../core/palette.ts";
import type { State } from "../core/state.ts";
import { settingText } from "./comparePanel.ts";
import { svg } from "./dom.ts";
import { download } from "./files.ts";
import type { Context } from "./panel.ts";
import { toldOf } from "./told.ts";

const FONT = "'IBM Plex Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
const [MARGIN, LINE] = [16, 20];

interface FigureLine {
  readonly text: string;
  readonly size: number;
  readonly is_bold: boolean;
}

/** Saves what the renderer shows as a figure. */
export async function saveFigure(
  context: Context,
  state: State,
  picture: Blob,
  form: "png" | "svg",
): Promise<void> {
  const bitmap = await createImageBitmap(picture);
  const lines = captionOf(context, state);
  if (form === "svg") {
    const text = await asSvg(bitmap, picture, lines, context.shade);
    return download("glasshield-figure.svg", "image/svg+xml", text);
  }
  download("glasshield-figure.png", "image/png", await asPng(bitmap, lines, context.shade));
}

/** What stands under the picture; the mark stands first. */
function captionOf(context: Context, state: State): FigureLine[] {
  const { title, mark, disclaimer, link } = toldOf(context, state);
  const claim = context.view?.claims.find((each) => each.id === state.claim);
  const what = [context.said(claim?.name), settingText(context, state.setting)];
  return [
    { text: mark, size: 13, is_bold: true },
    { text: title, size: 15, is_bold: true },
    { text: what.filter((part) => part !== "").join(" · "), size: 13, is_bold: false },
    { text: disclaimer, size: 11, is_bold: false },
    { text: link, size: 11, is_bold: false },
  ].filter((line) => line.text !== "");
}

async function asPng(
  bitmap: ImageBitmap,
  lines: readonly FigureLine[],
  shade: Shade,
): Promise<Blob> {
  const scale = Math.max(1.0, bitmap.width / 1000.0);
  const canvas = document.createElement("canvas");
  const drawing = canvas.getContext("2d");
  if (drawing === null) throw new Error("this browser gives no canvas to draw a figure on");
  const rows = lines.flatMap((line) => wrapped(drawing, line, bitmap.width / scale - 2 * MARGIN));
  canvas.width = bitmap.width;
  canvas.height = bitmap.height + scale * (rows.length * LINE + 2 * MARGIN);
  drawing.fillStyle = colour(shade, "paper");
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.drawImage(bitmap, 0, 0);
  drawing.fillStyle = colour(shade, "ink");
  drawing.setTransform(scale, 0, 0, scale, 0, bitmap.height);
  rows.forEach((row, k) => {
    drawing.font = fontOf(row);
    drawing.fillText(row.text, MARGIN, MARGIN + LINE * (k + 0.7));
  });
  return blobOf(canvas);
}

/** A line as so many as its width needs. */
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
  bitmap: ImageBitmap,
  picture: Blob,
  lines: readonly FigureLine[],
  shade: Shade,
): Promise<string> {
  const width = Math.min(bitmap.width, 1000);
  const height = Math.round((bitmap.height * width) / bitmap.width);
  const measure = document.createElement("canvas").getContext("2d");
  const rows =
    measure === null ? lines : lines.flatMap((line) => wrapped(measure, line, width - 2 * MARGIN));
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
    svg("title", {}, lines[1]?.text ?? ""),
    svg("rect", { width, height: whole, fill: colour(shade, "paper") }),
    svg("image", { href: await dataAddress(picture), width, height }),
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
