import type { VFileMessage } from "vfile-message";
import { loadManuscript } from "../edges/load-manuscript.js";
import { loadTheme } from "../edges/load-theme.js";
import type { Manuscript, Theme } from "../publication.js";
import type { Terminal } from "./command.js";

/** A publication folder with its theme, or messages that say why not. */
export interface Loaded {
  readonly manuscript?: Manuscript;
  readonly theme?: Theme;
  readonly messages: readonly VFileMessage[];
}

/** Load a publication folder and the theme that it asks for. */
export async function load(folder: string, { env }: Pick<Terminal, "env">): Promise<Loaded> {
  const { manuscript, messages } = await loadManuscript(folder, { sourceDateEpoch: env.SOURCE_DATE_EPOCH });
  if (!manuscript) return { messages };
  const { theme, messages: more } = await loadTheme(
    manuscript.metadata.theme,
    folder,
    manuscript.placeOf("theme"),
  );
  return { manuscript, ...(theme && { theme }), messages: [...messages, ...more] };
}
