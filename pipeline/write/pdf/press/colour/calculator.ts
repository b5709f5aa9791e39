/** A program of a PostScript calculator function: numbers, operators, and procedures between braces (ISO 32000-1, 7.10.5). */
type Program = readonly (number | string | Program)[];

/** Read a calculator function. Throws where its braces do not match. */
export function readCalculator(source: string): (inputs: readonly number[]) => readonly number[] {
  const tokens = source.match(/[{}]|[^\s{}]+/g) ?? [];
  let at = 0;
  const procedure = (): Program => {
    const program: (number | string | Program)[] = [];
    for (at++; tokens[at] !== "}"; at++) {
      const token = tokens[at];
      if (token === undefined) throw new Error("A calculator function does not end");
      const value = Number(token);
      program.push(token === "{" ? procedure() : Number.isNaN(value) ? token : value);
    }
    return program;
  };
  const whole = procedure();
  return (inputs) => {
    const stack: Value[] = [...inputs];
    run(whole, stack);
    return stack.map(Number);
  };
}

type Value = number | boolean | Program;

function run(program: Program, stack: Value[]): void {
  for (const token of program) {
    if (typeof token !== "string") stack.push(token);
    else if (token === "if") {
      const then = stack.pop();
      if (stack.pop()) run(then as Program, stack);
    } else if (token === "ifelse") {
      const [otherwise, then] = [stack.pop(), stack.pop()];
      run((stack.pop() ? then : otherwise) as Program, stack);
    } else if (token in arranging) arranging[token]?.(stack);
    else if (token === "not") {
      const value = stack.pop();
      stack.push(typeof value === "boolean" ? !value : ~Number(value));
    } else if (token in unary) stack.push(unary[token]?.(Number(stack.pop())) ?? 0);
    else if (token in logical) {
      const [b, a] = [stack.pop(), stack.pop()];
      stack.push(logical[token]?.(a, b) ?? 0);
    } else if (token in binary) {
      const [b, a] = [Number(stack.pop()), Number(stack.pop())];
      stack.push(binary[token]?.(a, b) ?? 0);
    } else if (token === "true" || token === "false") stack.push(token === "true");
    else throw new Error(`A calculator function knows no ${token}`);
  }
}

const arranging: Readonly<Record<string, (stack: Value[]) => void>> = {
  pop: (stack) => void stack.pop(),
  dup: (stack) => void stack.push(stack.at(-1) ?? 0),
  exch: (stack) => void stack.push(...stack.splice(-2).reverse()),
  copy: (stack) => {
    const count = Number(stack.pop());
    if (count > 0) stack.push(...stack.slice(-count));
  },
  index: (stack) => {
    const depth = Number(stack.pop());
    stack.push(stack.at(-1 - depth) ?? 0);
  },
  roll: (stack) => {
    const [by, count] = [Number(stack.pop()), Number(stack.pop())];
    if (count <= 0) return;
    const turned = stack.splice(-count);
    const shift = ((by % count) + count) % count;
    stack.push(...turned.slice(count - shift), ...turned.slice(0, count - shift));
  },
};

const degrees = 180 / Math.PI;

const unary: Readonly<Record<string, (a: number) => number>> = {
  abs: Math.abs,
  ceiling: Math.ceil,
  cos: (a) => Math.cos(a / degrees),
  cvi: Math.trunc,
  cvr: (a) => a,
  floor: Math.floor,
  ln: Math.log,
  log: Math.log10,
  neg: (a) => -a,
  round: (a) => Math.floor(a + 0.5),
  sin: (a) => Math.sin(a / degrees),
  sqrt: Math.sqrt,
  truncate: Math.trunc,
};

const binary: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  add: (a, b) => a + b,
  atan: (a, b) => (Math.atan2(a, b) * degrees + 360) % 360,
  bitshift: (a, b) => (b < 0 ? a >> -b : a << b),
  div: (a, b) => a / b,
  exp: (a, b) => a ** b,
  ge: (a, b) => a >= b,
  gt: (a, b) => a > b,
  idiv: (a, b) => Math.trunc(a / b),
  le: (a, b) => a <= b,
  lt: (a, b) => a < b,
  mod: (a, b) => a % b,
  mul: (a, b) => a * b,
  sub: (a, b) => a - b,
};

const logical: Readonly<Record<string, (a: Value | undefined, b: Value | undefined) => Value>> = {
  and: (a, b) => (typeof a === "boolean" ? a && b === true : Number(a) & Number(b)),
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  or: (a, b) => (typeof a === "boolean" ? a || b === true : Number(a) | Number(b)),
  xor: (a, b) => (typeof a === "boolean" ? a !== b : Number(a) ^ Number(b)),
};
