import type { Finding } from "../importer.js";
import { finding, quoted } from "./draft.js";
import { isBlank, type Line } from "./lines.js";

/** A page number that stands alone: `12`, `- 12 -`, `Page 12 of 40`, `xii`. */
const folio = /^[-–—|\s]*(?:page|seite|p\.)?\s*(\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|von|\/)\s*\d+)?[-–—|\s]*$/i;
const longestHead = 90;

/** Lines that belong to pages and not to the text: page numbers that count up, heads and feet that return. */
function furnitureOf(lines: readonly Line[]): {
  readonly folios: readonly Line[];
  readonly heads: readonly Line[][];
} {
  const folios = countingUp(lines.filter(({ text }) => folio.test(text.trim()) && text.trim() !== ""));
  const edges = edgesOf(lines, new Set(folios));
  const groups = new Map<string, Line[]>();
  for (const line of edges) {
    const key = line.text.trim().replace(/\d+/g, "#").replace(/\s+/g, " ").toLowerCase();
    if (key.length > longestHead || !/\p{L}/u.test(key)) continue;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const heads = [...groups.values()].filter((group) => group.length >= 2 && numbersRise(group));
  return { folios: folios.length >= 2 ? folios : [], heads };
}

/** The longest run of page numbers that count up one by one, pages without a number between them allowed. */
function countingUp(candidates: readonly Line[]): readonly Line[] {
  const run: Line[] = [];
  let last: number | undefined;
  for (const line of candidates) {
    const n = numberOf(folio.exec(line.text.trim())?.[1] ?? "");
    if (last === undefined || (n > last && n <= last + 3)) {
      run.push(line);
      last = n;
    }
  }
  return run;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  const digits = [...text.toLowerCase()].map((c) => values[c] ?? 0);
  return digits.reduce((sum, n, i) => sum + (n < (digits[i + 1] ?? 0) ? -n : n), 0);
}

/** Lines at the head or foot of a page: beside a page number, or first and last between form feeds; two on each side. */
function edgesOf(lines: readonly Line[], folios: ReadonlySet<Line>): readonly Line[] {
  const full = lines.filter((line) => !isBlank(line));
  const edges = new Set<Line>();
  for (const [i, line] of full.entries()) {
    const [before, after] = [full[i - 1], full[i + 1]];
    const turns = (before && before.page !== line.page) || (after && after.page !== line.page);
    const neighbour = (before && folios.has(before)) || (after && folios.has(after));
    const numbered = /^\d{1,4}\s{2,}\S|\S\s{2,}\d{1,4}$/.test(line.text.trim());
    if (turns || neighbour || numbered) edges.add(line);
  }
  return [...edges].filter((line) => !folios.has(line));
}

/** Page numbers in a running head rise; years and other numbers that stay the same do not matter. */
function numbersRise(group: readonly Line[]): boolean {
  const numbers = group.map(({ text }) => Number(/\d+/.exec(text)?.[0] ?? 0));
  return numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? 0));
}

/** Take page numbers and running heads out; where they stood, a page ends. */
export function dropFurniture(
  lines: readonly Line[],
  file: string,
): { readonly lines: readonly Line[]; readonly findings: readonly Finding[] } {
  const { folios, heads } = furnitureOf(lines);
  const out = new Set([...folios, ...heads.flat()]);
  if (out.size === 0) return { lines, findings: [] };
  const findings = heads.map((group) => {
    const [first] = group;
    const reason = `Took out a running head that stands on ${group.length} pages: ${quoted(first?.text ?? "")}`;
    const dropped = group.map(({ text }) => text).join("\n");
    return finding({ file }, "import-furniture-dropped", first?.number, reason, { dropped });
  });
  if (folios.length > 0) {
    const reason = `Took out ${folios.length} page numbers, ${folios[0]?.text.trim()} to ${folios.at(-1)?.text.trim()}`;
    const dropped = folios.map(({ text }) => text).join("\n");
    findings.push(finding({ file }, "import-furniture-dropped", folios[0]?.number, reason, { dropped }));
  }
  return { lines: withPages(lines, out), findings };
}

/** Count pages anew: one ends at every group of lines that were taken out, and at every form feed. */
function withPages(lines: readonly Line[], out: ReadonlySet<Line>): readonly Line[] {
  let page = 0;
  let turned = true;
  const kept: Line[] = [];
  for (const [i, line] of lines.entries()) {
    const feed = i > 0 && line.page !== lines[i - 1]?.page;
    if ((out.has(line) || feed) && !turned) {
      page++;
      turned = true;
    }
    if (out.has(line)) kept.push({ ...line, text: "", page });
    else {
      if (!isBlank(line)) turned = false;
      kept.push({ ...line, page });
    }
  }
  return kept;
}
