/** Canvases that lie over each other: what changes often does not repaint what stays. */

/** One of them; it is painted anew only where it is stale. */
export class Sheet {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  is_stale = true;

  constructor() {
    this.canvas = document.createElement("canvas");
    const context = this.canvas.getContext("2d");
    if (context === null) throw new Error("this browser draws on no canvas");
    this.context = context;
  }

  /** Another size; what was painted is gone. */
  resize(width_px: number, height_px: number, ratio: number): void {
    this.canvas.width = Math.max(1, Math.round(width_px * ratio));
    this.canvas.height = Math.max(1, Math.round(height_px * ratio));
    this.context.setTransform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    this.is_stale = true;
  }

  clear(): void {
    const { width, height } = this.canvas;
    this.context.save();
    this.context.setTransform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    this.context.clearRect(0.0, 0.0, width, height);
    this.context.restore();
  }

  dispose(): void {
    free(this.canvas);
  }
}

/** Takes a canvas off the page and gives its memory back at once. */
export function free(canvas: HTMLCanvasElement): void {
  canvas.remove();
  [canvas.width, canvas.height] = [0, 0];
}

/** The canvases over each other on one of its own; the first one is the lowest. */
export function overlaid(canvases: readonly HTMLCanvasElement[]): HTMLCanvasElement {
  const sheet = new Sheet();
  sheet.resize(canvases[0]?.width ?? 1, canvases[0]?.height ?? 1, 1.0);
  for (const each of canvases) sheet.context.drawImage(each, 0, 0);
  return sheet.canvas;
}

/** A canvas as a file; it is freed. */
export async function fileOf(canvas: HTMLCanvasElement): Promise<Blob> {
  try {
    return await pngOf(canvas);
  } finally {
    free(canvas);
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("the picture cannot be written"));
      else resolve(blob);
    }, "image/png");
  });
}
