import { join } from "node:path";
import type { VFileMessage } from "vfile-message";
import { type Answer, isFine } from "../check-links/answer.js";
import { externalLinks } from "../check-links/external-links.js";
import { readRecord, recordName, writeRecord } from "../check-links/record.js";
import { toMessages } from "../check-links/to-messages.js";
import { askLinks } from "../edges/ask-links.js";
import { readBytes } from "../edges/read-file.js";
import { save } from "../edges/save.js";
import { problem } from "../problem.js";
import type { Publication } from "../publication.js";
import { spooledText } from "../spooled.js";
import type { Terminal } from "./command.js";

const asking = { patience: 20_000, hosts: 8 };

/** Ask after the links that the publication's record does not know to be fine, and keep the record up to date. */
export async function checkLinks(
  publication: Publication,
  folder: string,
  { signal, stderr }: Pick<Terminal, "signal" | "stderr">,
): Promise<readonly VFileMessage[]> {
  const links = externalLinks(publication);
  const content = await readBytes(join(folder, recordName), 20_000_000);
  if (!("bytes" in content) && !content.missing) return [invalid(content.detail)];
  const known = "bytes" in content ? readRecord(content.bytes) : new Map<string, Answer>();
  if (typeof known === "string") return [invalid(known)];

  const unknown = [...links.keys()].filter((url) => !isFine(known.get(url)));
  if (unknown.length > 0) stderr(`asking after ${unknown.length} of ${links.size} links\n`);
  const told = await askLinks(unknown, { ...asking, signal });
  const answers = new Map(
    [...links.keys()].map((url): [string, Answer] => {
      const [now, before] = [told.get(url), known.get(url)];
      // Without a network, what was said before is the best that is known.
      return [url, (now && "status" in now ? now : (before ?? now)) ?? { failed: "it was not asked" }];
    }),
  );
  const text = writeRecord(answers);
  // Where nothing was said and nothing is kept, there is nothing to write.
  const before = "bytes" in content ? new TextDecoder().decode(content.bytes) : writeRecord(new Map());
  const unsaved =
    text === before ? [] : await save([{ name: recordName, file: spooledText(text) }], folder, signal);
  return [...unsaved, ...toMessages(links, answers)];
}

function invalid(detail: string): VFileMessage {
  return problem(
    "link-record-invalid",
    `Unreadable ${recordName}: ${detail}; without the file it is made anew`,
    {
      file: recordName,
    },
  );
}
