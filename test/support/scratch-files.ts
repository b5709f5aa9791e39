/** Before each file of tests: what is handed to libvips lies in a folder of this process's, as in a build. */
import { scratchFolder } from "../../pipeline/edges/scratch-folder.js";
import { keepFilesIn } from "../../pipeline/write/pdf/press/colour/vips.js";

keepFilesIn(scratchFolder);
