import type { Disk } from "./disk.js";

/** Make a disk of which each question is asked once, reading aside: forty faces of five packages ask for the same dozen folders each. */
export function askedOnce(disk: Disk): Disk {
  return {
    ...disk,
    list: once(disk.list),
    realPath: once(disk.realPath),
    kind: once(disk.kind),
  };
}

function once<T>(ask: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (path) => {
    const answer = answers.get(path) ?? ask(path);
    answers.set(path, answer);
    return answer;
  };
}
