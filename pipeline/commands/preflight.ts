import { basename, dirname, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { VFileMessage } from "vfile-message";
import { findProfile } from "../edges/find-profile.js";
import { readBytes } from "../edges/read-file.js";
import { save } from "../edges/save.js";
import { keepFile } from "../edges/scratch-folder.js";
import { startThread } from "../edges/start-thread.js";
import { loadOptimised } from "../edges/tune-engine.js";
import { coverProfile } from "../printer/cover-profile.js";
import { problem } from "../problem.js";
import type { PressProfile } from "../publication.js";
import { spooled, spooledText } from "../spooled.js";
import type { Preflight } from "../write/pdf/preflight/report.js";
import { keepFilesBy } from "../write/pdf/press/colour/vips.js";
import { type Command, type Terminal, UsageError } from "./command.js";
import { readerOf, tellMessages } from "./tell.js";

/** Bytes of the largest PDF that is read. */
const limit = 2_000_000_000;

/** `quoin preflight`: what a printer will say of a PDF. */
export const preflightFile: Command = {
  help: `quoin preflight FILE

Hold FILE, any PDF, to a printer's profile, and say of every rule whether it is kept, and where it is not. The press PDF of
a build has been through this already: its findings are messages of the build, with their lines of the manuscript.

  --profile NAME  one of quoin's profiles (offset-eu, kdp, ingramspark, lulu, office) or the path of a YAML file; without
                  it the one that the publication names, or offset-eu where there is none
  --cover         FILE is a cover in one piece: what the profile says of covers is asked, and nothing of pages
  --in FOLDER     the publication folder that profiles are looked for in (manuscript)
  --strict        what asks for a look fails as well
  --html FILE     also write the result as one HTML page, with pictures of the pages and what was found marked on them
  --json          the result as JSON, every finding with page, place and size in millimetres

A rule that fails is one for which printers send a file back. One that asks for a look prints, but perhaps not as you wish.
Places are millimetres from the upper left corner of the trimmed page.

Examples

  quoin preflight dist/report-press.pdf
  quoin preflight from-the-designer.pdf --profile ingramspark
  quoin preflight dist/report-cover.pdf --cover --html cover.html
  quoin preflight inside.pdf --profile press/our-printer.yaml --json | jq '.rules[] | select(.verdict == "fail")'

Exit code 0: fine. 1: a rule fails, with --strict even one that asks for a look, or FILE cannot be read. 2: a command line
that makes no sense.
`,
  options: {
    profile: { type: "string" },
    cover: { type: "boolean" },
    in: { type: "string" },
    html: { type: "string" },
    strict: { type: "boolean" },
    json: { type: "boolean" },
  },
  arity: [1, 1],
  operand: "file",

  async run({ positionals: [file = ""], values }, terminal) {
    const named = typeof values.profile === "string" ? values.profile : undefined;
    const folder = resolve(terminal.cwd, String(values.in ?? "manuscript"));
    const { profile, messages, folder: home } = await findProfile(named, terminal.cwd, folder);
    const unknown = messages.find(({ ruleId }) => ruleId === "profile-unknown");
    if (named !== undefined && unknown) throw new UsageError(unknown.reason);
    if (!profile) return refuse(messages, home, values.json, terminal);

    if (values.cover && !profile.cover)
      throw new UsageError(`${profile.name} takes the cover as the first of the pages`);
    const wanted = values.cover ? coverProfile(profile) : profile;
    const html = typeof values.html === "string" ? values.html : undefined;
    const report = await examine(file, wanted, html === undefined ? "none" : "wanted", terminal);
    if ("reason" in report) return refuse([report], terminal.cwd, values.json, terminal);
    const [{ toRecord }, { toText }, { isFailed }] = await Promise.all([
      import("../write/pdf/preflight/to-record.js"),
      import("../write/pdf/preflight/to-text.js"),
      import("../write/pdf/preflight/report.js"),
    ]);
    const unsaved =
      html === undefined ? [] : await saveHtml(report, file, resolve(terminal.cwd, html), terminal);
    if (unsaved.length > 0) return refuse(unsaved, terminal.cwd, values.json, terminal);
    const failed = isFailed(report, values.strict ? "strict" : "lenient");
    if (values.json)
      terminal.stdout(`${JSON.stringify({ ok: !failed, file, ...toRecord(report) }, null, 2)}\n`);
    else terminal.stdout(toText(report, file, readerOf(terminal).colors));
    return failed ? 1 : 0;
  },
};

async function saveHtml(report: Preflight, file: string, path: string, { signal }: Terminal) {
  const { toHtml } = await import("../write/pdf/preflight/html/page.js");
  const page = { name: basename(path), file: spooledText(toHtml(report, basename(file))) };
  return save([page], dirname(path), signal);
}

async function examine(
  file: string,
  profile: PressProfile,
  pictures: "wanted" | "none",
  { cwd, signal }: Terminal,
): Promise<Preflight | VFileMessage> {
  keepFilesBy(keepFile);
  const unreadable = (reason: string) => problem("pdf-unreadable", `Unreadable PDF: ${reason}`, { file });
  const content = await readBytes(resolve(cwd, file), limit);
  if (!("bytes" in content)) return unreadable(content.detail);
  // First, for all that follows would load them as they are: every page is unpacked, rendered, and its picture packed.
  await loadOptimised(async () => {
    const [{ loadPdfium }] = await Promise.all([
      import("../write/pdf/preflight/raster/pdfium.js"),
      import("../write/pdf/content/zlib.js"),
    ]);
    await loadPdfium();
  });
  const [{ openPdf }, { beginPlates }, { preflight }, { RenderingError }] = await Promise.all([
    import("../write/pdf/preflight/open-pdf.js"),
    import("../write/pdf/preflight/inks/begin-plates.js"),
    import("../write/pdf/preflight/preflight.js"),
    import("../write/pdf/preflight/raster/pdfium.js"),
  ]);
  const facts = await openPdf(content.bytes);
  if (typeof facts === "string") return unreadable(facts);
  const pages = facts.pages.length;
  const begun = beginPlates(spooled(content.bytes), { pages, profile, pictures, startThread });
  try {
    const onPage = () => untilAnswered(signal);
    return await preflight(spooled(content.bytes), facts, profile, { pictures, begun, onPage });
  } catch (error) {
    if (error instanceof RenderingError) return unreadable(error.message);
    throw error;
  } finally {
    begun?.stop();
  }
}

/** Let Ctrl-C be heard between pages. */
async function untilAnswered(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

function refuse(
  messages: readonly VFileMessage[],
  folder: string,
  json: string | boolean | undefined,
  terminal: Terminal,
): number {
  tellMessages({ folder, artifacts: [], messages, stages: [] }, terminal);
  if (json) {
    const told = messages.map(({ reason, ruleId, file, line, column }) => ({
      file,
      line,
      column,
      ruleId,
      reason,
    }));
    terminal.stdout(`${JSON.stringify({ ok: false, messages: told }, null, 2)}\n`);
  }
  return 1;
}
