import type { PressProfile } from "../publication.js";

/** Say what a printer asks of the cover in one piece: as of the pages, but of one sheet with a bleed of its own. Throws where there is none. */
export function coverProfile(profile: PressProfile): PressProfile {
  if (!profile.cover) throw new Error(`${profile.name} has no cover in one piece`);
  const { bleed, safety } = profile.cover;
  return {
    ...profile,
    bleed: { top: bleed, bottom: bleed, outside: bleed, spine: bleed },
    // One sheet has no spine that swallows words; what is near its folds only the layout knows.
    gutter: [{ pages: 1, least: safety }],
    safety,
    pages: { multipleOf: 1, least: 1, most: 1, lastBlank: false },
  };
}
