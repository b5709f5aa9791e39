import type { VFileMessage } from "vfile-message";
import { keysElsewhere } from "./metadata/elsewhere.js";
import { joinedNames } from "./metadata/joined-names.js";
import { type Dating, modifiedOf } from "./metadata/modified.js";
import { normalise, statedIdentifier } from "./metadata/normalise.js";
import { metadataSchema, type WrittenMetadata } from "./metadata/schema.js";
import { problem } from "./problem.js";
import type { Manuscript, Metadata } from "./publication.js";
import { decode } from "./read/decode.js";
import { parseYaml, type Yaml } from "./yaml/parse.js";
import { validate } from "./yaml/validate.js";

const rules = {
  missing: "metadata-missing",
  unknown: "metadata-unknown",
  invalid: "metadata-invalid",
} as const;

/** Read publication.yaml; without a fatal message there is metadata. */
export function readMetadata(
  bytes: Uint8Array,
  file: string,
  dating: Dating,
): { metadata?: Metadata; placeOf: Manuscript["placeOf"]; messages: readonly VFileMessage[] } {
  const { text, messages: encoding } = decode(bytes, file);
  const yaml = parseYaml(text, file, "text");
  const placeOf: Manuscript["placeOf"] = (...path) => placeInShortForm(yaml, path);
  const unreadable = [...encoding, ...yaml.messages];
  if (unreadable.length > 0) return { placeOf, messages: unreadable };
  const { value: written, messages: shape } = validate(metadataSchema, yaml, rules, keysElsewhere);
  if (!written) return { placeOf, messages: shape };
  const modified = modifiedOf(written, dating, file);
  const metadata = normalise(written, modified.instant);
  return { metadata, placeOf, messages: [...modified.messages, ...remarks(written, metadata, placeOf)] };
}

/** `contributors[0]` may have been written as `author`, `author[0]` or the first of what follows the authors. */
function placeInShortForm(yaml: Yaml, path: readonly (string | number)[]) {
  const [key, index, ...rest] = path;
  const { author } = (yaml.value ?? {}) as Partial<WrittenMetadata>;
  const authors = [author ?? []].flat().length;
  if (key !== "contributors" || typeof index !== "number" || authors === 0) return yaml.placeOf(path);
  return yaml.placeOf(index < authors ? ["author", index] : ["contributors", index - authors, ...rest]);
}

/** What is well formed and still wants a word. */
function remarks(
  written: WrittenMetadata,
  metadata: Metadata,
  placeOf: Manuscript["placeOf"],
): VFileMessage[] {
  const messages = joined(written, metadata, placeOf);
  if (statedIdentifier(written) === undefined) {
    const reason = `No \`identifier\`: derived ${metadata.identifier} from title and author; name it to keep it when they change`;
    messages.push(problem("identifier-derived", reason, placeOf("title")));
  }
  const { isbn, doi, identifier } = metadata;
  const other = [isbn && `urn:isbn:${isbn}`, doi && `doi:${doi}`].filter((name) => name !== undefined);
  const scheme = /^(?:urn:isbn:|doi:)/.exec(identifier)?.[0];
  const rival = other.find((name) => scheme && name.startsWith(scheme) && name !== identifier);
  if (rival) {
    const reason = `Unexpected \`identifier\` ${identifier} beside ${rival}, expected the same number in both`;
    messages.push(problem("metadata-invalid", reason, placeOf("identifier")));
  }
  return messages;
}

/** Report names of several people in one, which an e-book has as one person, and files by the last word; a name that says how it is sorted is as it should be. */
function joined(
  written: WrittenMetadata,
  metadata: Metadata,
  placeOf: Manuscript["placeOf"],
): VFileMessage[] {
  const short = [written.author ?? []].flat().length;
  return metadata.contributors.flatMap(({ name, sort }, i) => {
    const names = joinedNames(name);
    const isSorted = i >= short && written.contributors?.[i - short]?.sort !== undefined;
    if (names.length < 2 || isSorted) return [];
    const expected = i < short ? `\`author: [${names.join(", ")}]\`` : "an entry for each in `contributors`";
    const reason = `Unexpected ${names.length} names in one, \`${name}\`, which e-books and catalogues take for one person and file under \`${sort}\`; expected ${expected}`;
    return [problem("author-joined", reason, placeOf("contributors", i, ...(i < short ? [] : ["name"])))];
  });
}
