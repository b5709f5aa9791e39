import { loadProfile } from "../../../../pipeline/edges/load-profile.js";
import { examine } from "../../../../pipeline/examine.js";
import type {
  Artifact,
  PressProfile,
  Theme,
  Tools,
  Typesetter,
  Written,
} from "../../../../pipeline/publication.js";
import { writers } from "../../../../pipeline/write/index.js";
import { typesetter as browser } from "../../../support/browser.js";
import { memoryManuscript } from "../../../support/memory-manuscript.js";
import { png } from "../../../support/png.js";
import { reportTheme } from "../../../support/report-theme.js";
import { jpeg } from "../../../support/wave-jpeg.js";

const place = { file: "publication.yaml", line: 1, column: 1 };

/** Load one of quoin's own profiles. */
export async function profileNamed(name: string): Promise<PressProfile> {
  const { profile } = await loadProfile(name, ".", place);
  if (!profile) throw new Error(`There is no profile ${name}`);
  return profile;
}

const words = Array.from({ length: 260 }, (_, i) => `word${i}`).join(" ");

/** A chapter with all that a press may have to convert, each thing at a line of its own. */
export const colourful = `# Colours

:::epigraph
Half of it can be seen.
:::

:::callout
A gradient from red over green to blue.
:::

:::pull-quote
It comes out of nothing.
:::

${words}

![A photograph](images/photo.jpg)

Between them.

![Its greys](images/grey.png)

${words}
`;

/** Styles that make the pieces of that chapter hard to print. */
export const colourfulCss = `
.callout { background: linear-gradient(90deg, #cc0000, #00aa00 50%, #0000cc) }
.series { background: radial-gradient(circle, #ffffff, #9c2f1f) }`;
export const transparentCss = `
.epigraph { opacity: 0.5 }
.pull-quote { background: linear-gradient(90deg, transparent, #13293d) }`;

/** What a writer can be asked to press. */
export interface Job {
  readonly markdown?: string;
  readonly profile: string | PressProfile;
  readonly css?: string;
  readonly changes?: Parameters<typeof memoryManuscript>[1];
  readonly theme?: Partial<Theme>;
  readonly images?: Readonly<Record<string, Uint8Array>>;
  /** What is printed in place of a document. */
  readonly printed?: (html: string) => string;
}

/** What came of it: the pages, and the cover where it is a file of its own. */
export interface Made extends Pick<Written, "messages"> {
  readonly artifact?: Artifact;
  readonly cover?: Artifact;
}

/** Load one of quoin's own profiles, with the cover as the first page. */
export async function selfCovered(name: string): Promise<PressProfile> {
  const { cover: _, ...profile } = await profileNamed(name);
  return profile;
}

/** Write press PDFs, and screen PDFs beside them. */
export const room = {
  press: (job: Job) => write("press", job),
  screen: (job: Job) => write("screen", job),
};

async function write(edition: "press" | "screen", job: Job): Promise<Made> {
  const theme = await reportTheme();
  const styles = { ...theme.styles, "press.css": job.css ?? "", "screen.css": job.css ?? "" };
  const images = job.images ?? {
    "images/photo.jpg": await jpeg(600, 400),
    "images/grey.png": png(200, 100),
  };
  const manuscript = memoryManuscript({ "one.md": job.markdown ?? colourful }, job.changes ?? {}, images);
  const all = { ...theme, ...job.theme, styles };
  const { publication } = await examine(manuscript, all);
  const profile = typeof job.profile === "string" ? await profileNamed(job.profile) : job.profile;
  const { printed = (html: string) => html } = job;
  const typesetter: Typesetter = {
    ...browser,
    typeset: (document, watcher) => browser.typeset({ ...document, html: printed(document.html) }, watcher),
  };
  const tools: Tools = { typesetter, profile, progress: () => {}, pause: async () => {}, clock: () => 0 };
  const written = await (await writers[edition]()).write(publication, all, tools);
  const [artifact, cover] = (written.artifacts ?? []).filter(({ kind }) => kind !== "preflight");
  return { messages: written.messages, ...(artifact && { artifact }), ...(cover && { cover }) };
}
