import type { VFileMessage } from "vfile-message";
import { askedOnce } from "../edges/asked-once.js";
import { type Disk, disk as thisDisk } from "../edges/disk.js";
import { loadManuscript } from "../edges/load-manuscript.js";
import { loadProfile } from "../edges/load-profile.js";
import { loadTheme } from "../edges/load-theme.js";
import type { Manuscript, PressProfile, Theme } from "../publication.js";
import { weigh } from "../severities.js";
import type { Terminal } from "./command.js";

/** A publication folder with its theme and its printer's profile, or messages that say why not. */
export interface Loaded {
  readonly manuscript?: Manuscript;
  readonly theme?: Theme;
  readonly profile?: PressProfile;
  readonly messages: readonly VFileMessage[];
}

/** Load a publication folder, and the theme and the printer's profile that it asks for. */
export async function load(
  folder: string,
  { env }: Pick<Terminal, "env">,
  world: Disk = thisDisk,
): Promise<Loaded> {
  const disk = askedOnce(world);
  const { manuscript, messages } = await loadManuscript(
    folder,
    { sourceDateEpoch: env.SOURCE_DATE_EPOCH },
    disk,
  );
  if (!manuscript) return { messages };
  const { metadata, placeOf } = manuscript;
  const [{ theme, messages: ofTheme }, { profile, messages: ofProfile }] = await Promise.all([
    loadTheme(metadata.theme, folder, placeOf("theme"), disk),
    loadProfile(metadata.press.profile, folder, placeOf("press", "profile"), disk),
  ]);
  return {
    manuscript,
    ...(theme && { theme }),
    ...(profile && { profile }),
    messages: weigh([...messages, ...ofTheme, ...ofProfile], metadata),
  };
}
