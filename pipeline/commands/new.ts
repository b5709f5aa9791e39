import { relative, resolve } from "node:path";
import { writeStarter } from "../edges/new-folder.js";
import { type Command, UsageError } from "./command.js";

/** `quoin new`: a small publication to start from. */
export const newPublication: Command = {
  help: `quoin new FOLDER

Write a small publication into FOLDER: publication.yaml with comments, chapters that show the syntax, a drawing.
It builds at once. A folder that holds anything is left alone.

Example

  quoin new book
  quoin build book

Exit code 0: written. 2: FOLDER is not named, or it is not empty.
`,
  options: {},
  arity: [1, 1],

  async run({ positionals: [given = ""] }, terminal) {
    const folder = resolve(terminal.cwd, given);
    const refusal = await writeStarter(folder);
    if (refusal) throw new UsageError(`no publication can be made in ${given}: ${refusal}`);
    const shown = relative(terminal.cwd, folder) || ".";
    const out = shown === "." ? " ." : ` ${shown}`;
    terminal.stdout(
      `${shown} holds a publication: publication.yaml says what it is, the .md files are its chapters.\n\nBuild it:\n\n  quoin build${out}\n`,
    );
    return 0;
  },
};
