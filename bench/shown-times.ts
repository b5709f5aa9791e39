/** What a terminal showed: the line that stood there from some second on. */
export interface Shown {
  readonly at: number;
  readonly line: string;
}

/** How far the times that were shown of a build were from those that it then took. */
export interface Judgement {
  readonly seconds: number;
  /** `20 s of 24`: shown, and what it then took, when a quarter, a half and three quarters of the build were over. */
  readonly looks: readonly string[];
  /** Mean share by which the shown time was too long (or, less than 0, too short), and the mean of what it was off either way; of the last 8 seconds nothing is asked. */
  readonly bias: number;
  readonly off: number;
  /** How many times the shown time grew. */
  readonly rises: number;
  /** Seconds in which none was shown. */
  readonly silent: number;
}

/** Judge the lines that were shown of a build of so many seconds, as someone sees them who looks twice a second. */
export function judge(shown: readonly Shown[], seconds: number): Judgement {
  const looks = Array.from({ length: Math.floor(seconds * 2) }, (_, half) => {
    const at = half / 2;
    return { left: seconds - at, said: secondsIn(shown.findLast((each) => each.at <= at)?.line ?? "") };
  });
  const told = looks.filter(({ said, left }) => said !== undefined && left > 8);
  const ratios = told.map(({ said = 0, left }) => said / left - 1);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const said = looks.flatMap((look) => look.said ?? []);
  return {
    seconds,
    looks: [0.25, 0.5, 0.75].map((part) => {
      const look = looks[Math.floor(looks.length * part)];
      return `${look?.said === undefined ? "none" : `${look.said} s`} of ${Math.round(look?.left ?? 0)}`;
    }),
    bias: mean(ratios),
    off: mean(ratios.map(Math.abs)),
    rises: said.filter((value, index) => value > (said[index - 1] ?? value)).length,
    silent: looks.filter((look) => look.said === undefined).length / 2,
  };
}

/** Read the time left off a line, in seconds; undefined where it tells none. */
function secondsIn(line: string): number | undefined {
  const words = /, (?:about )?([\w ]+) left$/.exec(line)?.[1];
  if (words === undefined) return undefined;
  if (words === "a few seconds") return 5;
  if (words === "a minute") return 60;
  return Number.parseInt(words, 10) * (words.endsWith("min") ? 60 : 1);
}
