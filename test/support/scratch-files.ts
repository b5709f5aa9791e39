/** Before each file of tests: the engine is tuned as the command tunes it, and what is handed to libvips lies in a folder of this process's. */
import { keepFile } from "../../pipeline/edges/scratch-folder.js";
import { tuneEngine } from "../../pipeline/edges/tune-engine.js";
import { keepFilesBy } from "../../pipeline/write/pdf/press/colour/vips.js";

tuneEngine();
keepFilesBy(keepFile);
