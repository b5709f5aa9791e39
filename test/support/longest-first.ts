import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest though its file is short: the commands it starts are written elsewhere. */
const long = /\/test\/cli\/transcripts\.test\.ts$/;

/** Order test files by their size, as vitest does, but what takes longest first: at the end one worker would run it alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => long.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !long.test(moduleId)),
    ];
  }
}
