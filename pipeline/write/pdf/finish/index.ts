import { boundFigures } from "./bound-figures.js";
import { addDestinations } from "./destinations.js";
import { dropOrphans } from "./drop-orphans.js";
import { addInformation } from "./information.js";
import { leanFonts } from "./lean-fonts.js";
import { addOutline } from "./outline.js";
import { addPageLabels } from "./page-labels.js";
import { shareMeanings } from "./share-meanings.js";
import { renumberStructureIds } from "./structure-ids.js";
import { trimPages } from "./trim-pages.js";
import { setViewer } from "./viewer.js";
import type { Step } from "./work.js";
import { addXmp } from "./xmp.js";

/** What is done to a PDF, in this order. */
export const steps: readonly Step[] = [
  renumberStructureIds,
  // Before the boxes: figures and destinations are measured from the page as the browser made it.
  boundFigures,
  addDestinations,
  addOutline,
  trimPages,
  addPageLabels,
  setViewer,
  addInformation,
  // After Info, whose Producer it repeats.
  addXmp,
  leanFonts,
  shareMeanings,
  // After all that replaces something.
  dropOrphans,
];
