import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import type { BuildRecord, EditionFile } from "../diff/edition.js";
import { fingerprint } from "../diff/fingerprint.js";
import { errorCode, readBytes } from "./read-file.js";

/** One side of a comparison as it lies on disk. */
export interface EditionFiles {
  /** As the person named it. */
  readonly name: string;
  readonly files: readonly (EditionFile & { readonly content: Uint8Array })[];
  readonly record?: BuildRecord;
  /** The kinds that were built for the comparison, where they were. */
  readonly built?: readonly EditionFile["kind"][];
}

/** A file of an edition, as a record or a folder lists it. */
interface Listed {
  readonly kind: EditionFile["kind"];
  readonly path: string;
  readonly pages?: number;
}

const limit = 500_000_000;

const buildRecord = z.object({
  artifacts: z.array(
    z.object({
      kind: z.enum(["screen-pdf", "press-pdf", "cover-pdf", "epub", "preflight"]),
      path: z.string(),
      pages: z.number().exactOptional(),
    }),
  ),
  messages: z.array(
    z.object({
      file: z.string().nullable(),
      line: z.number().nullable(),
      ruleId: z.string().nullable(),
      severity: z.string(),
      reason: z.string(),
    }),
  ),
});

/** Load a PDF, an EPUB, or a folder with artifacts; a string says why there is nothing to compare, undefined that nothing is there. */
export async function loadEdition(path: string, name: string): Promise<EditionFiles | string | undefined> {
  const facts = await stat(path).catch((error: unknown) => void errorCode(error));
  if (!facts) return undefined;
  if (!facts.isDirectory()) {
    const kind = kindOf(path);
    if (!kind) return "it is neither a PDF, an EPUB nor a folder with artifacts";
    return withContents(name, path, [{ kind, path: "" }]);
  }
  const record = await loadRecord(path);
  if (typeof record === "string") return record;
  const listed = record?.artifacts ?? (await artifactsIn(path));
  if (listed.length === 0) return "no PDF and no EPUB is in it";
  const edition = await withContents(name, path, listed);
  if (typeof edition === "string" || !record) return edition;
  return { ...edition, record: { messages: record.messages } };
}

async function withContents(
  name: string,
  path: string,
  listed: readonly Listed[],
): Promise<EditionFiles | string> {
  const files: EditionFiles["files"][number][] = [];
  for (const { kind, path: inner, pages } of listed) {
    const content = await readBytes(join(path, inner), limit);
    if (!("bytes" in content)) return inner === "" ? content.detail : `${inner}: ${content.detail}`;
    const { bytes } = content;
    const counted = pages === undefined ? {} : { pages };
    const facts = {
      kind,
      name: basename(join(path, inner)),
      bytes: bytes.length,
      sha256: fingerprint(bytes),
    };
    files.push({ ...facts, ...counted, content: bytes });
  }
  return { name, files };
}

async function loadRecord(folder: string): Promise<z.infer<typeof buildRecord> | string | undefined> {
  const content = await readBytes(join(folder, "build.json"), limit);
  if (!("bytes" in content)) return content.missing ? undefined : `build.json: ${content.detail}`;
  try {
    const parsed = buildRecord.safeParse(JSON.parse(new TextDecoder().decode(content.bytes)));
    const isInside = parsed.data?.artifacts.every(({ path }) => path === basename(path));
    return parsed.success && isInside ? parsed.data : "its build.json is none of quoin's";
  } catch (error) {
    if (error instanceof SyntaxError) return "its build.json is none of quoin's";
    throw error;
  }
}

async function artifactsIn(folder: string): Promise<Listed[]> {
  const names = (await readdir(folder)).sort();
  return names.flatMap((path) => {
    const kind = kindOf(path);
    return kind ? [{ kind, path }] : [];
  });
}

function kindOf(path: string): EditionFile["kind"] | undefined {
  if (/\.epub$/i.test(path)) return "epub";
  if (!/\.pdf$/i.test(path)) return undefined;
  const use = /-(press|cover)\.pdf$/i.exec(path)?.[1]?.toLowerCase();
  return use === "press" ? "press-pdf" : use === "cover" ? "cover-pdf" : "screen-pdf";
}
