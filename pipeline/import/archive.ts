import JSZip from "jszip";
import { Unreadable } from "./unreadable.js";

/** A ZIP archive that is read no further than is safe. */
export interface Archive {
  readonly names: readonly string[];
  /** The content of an entry; undefined where there is none of that name. */
  bytes(name: string): Promise<Uint8Array | undefined>;
  /** The same as text, empty where there is none. */
  text(name: string): Promise<string>;
}

const mostEntries = 10_000;
/** Bytes of all that is unpacked: a few kilobytes can be packed to become as many gigabytes. */
const mostUnpacked = 150_000_000;
/** Characters of one text. */
const mostText = 12_000_000;

/** Open an archive; throws Unreadable where it is none, is made to do harm, or unpacks to more than can be held. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new Unreadable("Unexpected content, expected a ZIP archive; `--from` names another format");
  });
  const entries = Object.values(zip.files).filter(({ dir }) => !dir);
  if (entries.length > mostEntries)
    throw new Unreadable(`Unexpected archive of ${entries.length} files, expected at most ${mostEntries}`);
  const outside = entries.find(({ name, unsafeOriginalName }) => leadsOut(unsafeOriginalName ?? name));
  if (outside)
    throw new Unreadable(
      `Unexpected path in the archive, which leads out of it: ${outside.unsafeOriginalName ?? outside.name}`,
    );
  let unpacked = 0;
  const read = async (name: string): Promise<Uint8Array | undefined> => {
    const entry = Object.hasOwn(zip.files, name) ? zip.files[name] : undefined;
    if (!entry || entry.dir) return undefined;
    const content = await unpack(entry, mostUnpacked - unpacked);
    unpacked += content.length;
    return content;
  };
  return {
    names: entries.map(({ name }) => name),
    bytes: read,
    async text(name) {
      const content = await read(name);
      if (!content) return "";
      if (content.length > mostText)
        throw new Unreadable(
          `Unexpected ${Math.ceil(content.length / 1_000_000)} MB of text in ${name}, expected at most ${mostText / 1_000_000} MB`,
        );
      return decode(content);
    },
  };
}

function leadsOut(name: string): boolean {
  return /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name);
}

/** Unpack chunk by chunk, and stop when it becomes too much: the size that an archive states may be a lie. */
function unpack(entry: JSZip.JSZipObject, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = (entry as unknown as Streaming).internalStream("uint8array");
    stream.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else {
        stream.pause();
        const mb = mostUnpacked / 1_000_000;
        reject(new Unreadable(`Unexpected archive that unpacks to more than ${mb} MB`));
      }
    });
    stream.on("error", () => reject(new Unreadable(`Unreadable archive: ${entry.name} is damaged`)));
    stream.on("end", () => resolve(joined(chunks, size)));
    stream.resume();
  });
}

/** What jszip documents, and its types leave out. */
interface Streaming {
  internalStream(type: "uint8array"): {
    on(event: "data" | "error" | "end", listener: (chunk: Uint8Array) => void): void;
    pause(): void;
    resume(): void;
  };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : undefined;
  const mark = wide ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined);
  return new TextDecoder(mark ?? "utf-8").decode(bytes);
}
