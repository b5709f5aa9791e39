import type { Imported, Origin } from "./importer.js";

/** Why an original cannot be read, and where in it, if that is known; thrown from deep within a format, told as one message. */
export class Unreadable extends Error {
  readonly from: Origin | undefined;

  constructor(reason: string, from?: Origin) {
    super(reason);
    this.from = from;
  }
}

/** Read, and where that is impossible hand out the one finding that says why. */
export async function orUnreadable(file: string, read: () => Promise<Imported>): Promise<Imported> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const finding = {
      rule: "import-unreadable",
      reason: error.message,
      from: error.from ?? { file },
    } as const;
    return { metadata: {}, chapters: [], images: [], findings: [finding], words: "" };
  }
}
