import { math } from "micromark-extension-math";
import type { Code, Construct, State, Tokenizer } from "micromark-util-types";
import { readsAsFormula } from "./reads-as-formula.js";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    formulaAhead: "formulaAhead";
  }
}

const dollar = 36;
const { flow, text } = math();
const own = [text?.[dollar] ?? []].flat()[0];
if (!own) throw new Error("Expected a construct of text in micromark-extension-math");

/** The library's formula in running text, where the author of a policy report would expect one: `$10 and $20` stays prose. */
const formula: Construct = {
  ...own,
  previous(code) {
    return (own.previous?.call(this, code) ?? true) && !/[\p{L}\p{N}]/u.test(characterOf(code));
  },
  tokenize(effects, ok, nok) {
    const then = own.tokenize.call(this, effects, ok, nok);
    return effects.check({ tokenize: lookAhead, partial: true }, then, nok);
  },
};

/** Extend micromark by `$formula$` in a line and `$$` blocks. */
export const formulas = { ...(flow && { flow }), text: { [dollar]: formula } };

/** Read on to the sign that would close the formula. Two signs and more are never money. */
const lookAhead: Tokenizer = (effects, ok, nok) => {
  let size = 0;
  let run = 0;
  let content = "";
  return (code) => {
    effects.enter("formulaAhead");
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (code === dollar) {
      size++;
      effects.consume(code);
      return open;
    }
    return size > 1 ? end(code, ok) : inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null) return end(code, nok);
    if (code === dollar) {
      run++;
      effects.consume(code);
      return inside;
    }
    if (run === 1) return end(code, readsAsFormula(content, characterOf(code)) ? ok : nok);
    content += "$".repeat(run) + characterOf(code);
    run = 0;
    consume(code);
    return inside;
  }

  function consume(code: Code): void {
    const isLineEnding = code !== null && code < -2;
    if (isLineEnding) {
      effects.exit("formulaAhead");
      effects.enter("lineEnding");
    }
    effects.consume(code);
    if (isLineEnding) {
      effects.exit("lineEnding");
      effects.enter("formulaAhead");
    }
  }

  function end(code: Code, state: State): State | undefined {
    // The end of the text may be the sign that closes.
    const closed = code === null && run === 1 && readsAsFormula(content, "");
    effects.exit("formulaAhead");
    return (closed ? ok : state)(code);
  }
};

/** The character of a code of micromark: line endings and the spaces that a tab stands for are negative. */
function characterOf(code: Code): string {
  return code === null ? "" : code < 0 ? " " : String.fromCodePoint(code);
}
