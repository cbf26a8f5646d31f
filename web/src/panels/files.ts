/** Hands a person a file that was made on the page; nothing leaves the machine for it. */

/** How long a browser may need to take the file over. */
const KEPT_MS = 30_000;

export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
