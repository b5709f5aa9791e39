/** Picture an HTML document. */
import type { TypesetterOptions } from "./options.js";
import { awaitResources } from "./page/await-resources.js";
import type { Session } from "./session.js";
import { openTab, type Shown } from "./tab.js";

/** Size in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Picture the document as a JPEG of the given size, fonts and images loaded. Throws the session's messages and `request-refused`. */
export function picture(
  session: Session,
  shown: Shown,
  size: Size,
  { timeLimit = 180_000 }: TypesetterOptions,
): Promise<Uint8Array> {
  return session.use(timeLimit, openTab, async (tab) => {
    await tab.page.setViewport({ ...size, deviceScaleFactor: 1 });
    await tab.show(shown);
    await tab.page.evaluate(awaitResources, "used");
    if (tab.refused[0]) throw tab.refused[0];
    return tab.page.screenshot({ type: "jpeg", quality: 90 });
  });
}
