import { bringIn } from "../../pipeline/import/bring-in.js";
import type { Importer, NamedBytes } from "../../pipeline/import/importer.js";
import { messagesText } from "./messages.js";

/** Bring files in with an importer: the texts that were written, by name, and the messages. */
export async function broughtIn(
  importer: Importer,
  name: string,
  files: readonly NamedBytes[],
  kind: "file" | "folder" = "file",
) {
  const result = await bringIn({ name, kind, files }, importer, {
    language: "en",
    spelling: async () => undefined,
  });
  const texts = new Map(result.files.map((file) => [file.name, new TextDecoder().decode(file.bytes)]));
  return {
    texts,
    text: (name: string) => texts.get(name) ?? "",
    messages: messagesText(result.remarks.map(({ message }) => message)),
  };
}
