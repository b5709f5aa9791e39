import { fromPlain, type PlainMessage, toPlain } from "../plain-message.js";
import type {
  Artifact,
  Edition,
  Kept,
  Manuscript,
  PageMap,
  PressProfile,
  Theme,
  Tools,
  TypesetterChoice,
  Written,
} from "../publication.js";
import { spooled } from "../spooled.js";
import { digest } from "./digest.js";

/** Under which keys a publication is kept: what its examination said, and each of its editions. */
export interface Keys {
  readonly examination: string;
  readonly of: (edition: Edition) => string;
}

/** What can be kept of an edition: its artifacts, what was said of it, and the pages that it was set into. */
export interface KeptEdition {
  readonly written: Written;
  readonly pageMap?: PageMap;
}

interface Facts {
  readonly artifacts: readonly Omit<Artifact, "file">[];
  readonly messages: readonly PlainMessage[];
  readonly typesetter?: TypesetterChoice;
  readonly pageMap?: PageMap;
}

/** What loading brought, by digests: enough to find what is kept of a publication. */
export interface Identity {
  /** Of publication.yaml, sources, images, theme and fonts. */
  readonly content: string;
  readonly profile: string;
}

/** Make the identity of a publication. */
export function identify(
  { placeOf: _, mostPixels: _limit, ...manuscript }: Manuscript,
  theme: Theme,
  profile: PressProfile | undefined,
): Identity {
  return { content: digest([manuscript, theme]), profile: digest(profile) };
}

/** Make the keys of a publication: all that its loading brought, the browser's build, and for each edition what it alone asks for. */
export function keysOf(
  { content, profile }: Identity,
  editions: readonly Edition[],
  build: string,
  { keptPages, mostPixels }: Pick<Tools, "keptPages"> & Pick<Manuscript, "mostPixels">,
): Keys {
  const whole = digest([content, mostPixels]);
  const own: Readonly<Record<Edition, unknown>> = {
    screen: null,
    press: profile,
    epub: editions.includes("screen") ? "beside its pages" : (keptPages ?? "without pages"),
  };
  return {
    examination: digest(["examination", whole]),
    of: (edition) => digest([edition, whole, build, own[edition]]),
  };
}

/** Turn an edition into what is kept of it; undefined where it was not written, or something that is fatal was said of it. */
export function keepEdition({ written, pageMap }: KeptEdition): Kept | undefined {
  const { artifacts = [], messages, typesetter } = written;
  if (artifacts.length === 0 || messages.some(({ fatal }) => fatal)) return undefined;
  const facts: Facts = {
    artifacts: artifacts.map(({ file: _, ...named }) => named),
    messages: messages.map(toPlain),
    ...(typesetter && { typesetter }),
    ...(pageMap && { pageMap }),
  };
  return { facts, files: artifacts.map(({ file }) => file) };
}

/** Turn what was kept into the edition that it was. */
export function takeEdition({ facts, files }: Kept): KeptEdition {
  const { artifacts, messages, typesetter, pageMap } = facts as Facts;
  const whole = artifacts.map((named, i) => ({ ...named, file: files[i] ?? spooled(new Uint8Array()) }));
  return {
    written: { artifacts: whole, messages: messages.map(fromPlain), ...(typesetter && { typesetter }) },
    ...(pageMap && { pageMap }),
  };
}
