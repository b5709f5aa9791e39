import { publish } from "../../pipeline/publish.js";
import { typesetter } from "../support/browser.js";
import { memoryManuscript } from "../support/memory-manuscript.js";
import { reportTheme } from "../support/report-theme.js";

/** Write a small Arabic publication whose notes restart in each chapter: what runs from right to left, and two first notes. */
export async function arabicBook(): Promise<Uint8Array> {
  const paragraphs = (sentence: string) => `${sentence} `.repeat(5).concat("\n\n").repeat(12);
  const chapter = (title: string) =>
    `# ${title}\n\n${paragraphs("كان المرفأ هادئا في ذلك الصباح.")}وهكذا كان.[^a]\n\n## الأرصفة\n\n` +
    `${paragraphs("تصل السفن مع المد وترحل معه.")}وهكذا ترحل.[^a]\n\n[^a]: سجل المرفأ، ${title}.\n`;
  const manuscript = memoryManuscript(
    { "quays.md": chapter("الموانئ"), "tides.md": chapter("المد") },
    { title: "عن الموانئ", language: "ar", notes: { placement: "endnotes", numbering: "chapter" } },
  );
  const tools = { typesetter, progress: () => undefined, pause: async () => undefined, clock: () => 0 };
  const { artifacts, messages } = await publish(manuscript, await reportTheme(), ["epub"], tools);
  const [book] = artifacts;
  if (!book) throw new Error(messages.map(String).join("\n"));
  return book.file.read();
}
