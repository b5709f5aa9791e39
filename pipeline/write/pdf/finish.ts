/** Make the browser's PDF what a publication's PDF must be. */
import type { VFileMessage } from "vfile-message";
import type { Publication, Spooled, Theme, Typeset } from "../../publication.js";
import type { Finishing } from "./finishing.js";
import { noPause } from "./paced.js";
import type { Block } from "./tags/block.js";

/** A PDF as it is issued, and what is wrong with it. */
export interface Finished {
  /** Undefined where its pages are not those that were measured, or lack words. */
  readonly file?: Spooled;
  readonly messages: readonly VFileMessage[];
}

/**
 * Finish a typeset publication: its tags, boxes, page labels, outline, destinations and metadata; the same bytes for the same
 * pages. The blocks are those of the print document that was typeset.
 *
 * `npm run bench:finish` tells what it costs, the check against PDF/UA-1 among it. Throws where the PDF cannot be read.
 */
export async function finish(
  typeset: Typeset,
  publication: Publication,
  theme: Theme,
  blocks: readonly Block[],
  { aside, pause = noPause, spool }: Finishing = {},
): Promise<Finished> {
  const [
    { openPrints },
    { condense },
    { retag },
    { steps },
    { claimWhereTrue },
    { toMessages },
    { compressStreams, saveWithContentId },
  ] = await loadFinishing();
  const pdf = await openPrints(typeset.prints, pause);
  await pause();
  await condense(pdf, { ...(aside && { aside }), pause });
  await pause();
  // Before the steps, which number and name what is in the tags.
  const lost = await retag(pdf, blocks, publication.metadata.language, typeset.pages, pause);
  // The steps lead to pages as they were measured; and what lacks words is not written, so that its other faults are no news.
  if (lost.some(({ fatal }) => fatal)) return { messages: lost };
  await pause();
  for (const step of steps) step({ pdf, typeset, publication, theme });
  await pause();
  // What will be saved is compressed while it is checked. Without a second thread, the check would have to unpack it again.
  const compressing = aside && compressStreams(pdf.context, aside.deflate);
  const messages = [...lost, ...toMessages(await claimWhereTrue(pdf, pause))];
  await compressing;
  await pause();
  const file = await saveWithContentId(pdf, publication.metadata.identifier, {
    ...(aside && { deflate: aside.deflate }),
    ...(spool && { spool }),
  });
  return { file, messages };
}

/** Load what finishing needs; call it while a browser works, and `finish` finds it there. */
export function loadFinishing() {
  return Promise.all([
    import("./join/open-prints.js"),
    import("./condense/condense.js"),
    import("./tags/retag.js"),
    import("./finish/index.js"),
    import("./ua/claim.js"),
    import("./ua/to-messages.js"),
    import("./finish/save.js"),
  ]);
}
