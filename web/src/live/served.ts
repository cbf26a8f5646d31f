/** The documents that stand beside the page on its own server. */

export interface Documents {
  readonly view?: string;
  readonly world?: string;
}

export type ServedName = keyof Documents;

export interface Served {
  readonly documents: Documents;
  /** Those that did not come. */
  readonly failed: readonly ServedName[];
}

/** Fetches what the element names in `data-view` and `data-world`. */
export async function servedDocuments({ dataset }: HTMLElement): Promise<Served> {
  const names = (["view", "world"] as const).filter((name) => dataset[name] !== undefined);
  const texts = await Promise.all(names.map((name) => fetched(dataset[name] ?? "")));
  const pairs = names.map((name, k) => [name, texts[k] ?? null] as const);
  return {
    documents: Object.fromEntries(pairs.filter(([, text]) => text !== null)) as Documents,
    failed: pairs.filter(([, text]) => text === null).map(([name]) => name),
  };
}

async function fetched(path: string): Promise<string | null> {
  try {
    const response = await fetch(path, { credentials: "omit", redirect: "error" });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
