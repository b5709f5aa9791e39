import { abstract } from "./abstract.js";
import { bibliography } from "./bibliography.js";
import { callout } from "./callout.js";
import { contributor } from "./contributor.js";
import { description } from "./description.js";
import type { Directive } from "./directive.js";
import { epigraph } from "./epigraph.js";
import { figure } from "./figure.js";
import { passage } from "./passage.js";
import { pullQuote } from "./pull-quote.js";
import { series } from "./series.js";
import { table } from "./table.js";

/** Every directive, by the name that authors write. */
export const directives: Readonly<Record<string, Directive>> = Object.fromEntries(
  [
    abstract,
    bibliography,
    callout,
    contributor,
    description,
    epigraph,
    figure,
    passage,
    pullQuote,
    series,
    table,
  ].map((d) => [d.name, d]),
);
