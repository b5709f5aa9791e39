/** Roles by the names that authors write; MARC code list for relators. */
const codes: Readonly<Record<string, string>> = {
  adapter: "adp",
  "afterword author": "aft",
  annotator: "ann",
  artist: "art",
  author: "aut",
  "bibliographic antecedent": "ant",
  "book designer": "bkd",
  cartographer: "ctg",
  commentator: "cmm",
  commissioner: "cmi",
  compiler: "com",
  contributor: "ctb",
  copyeditor: "cpy",
  "cover designer": "cov",
  "data contributor": "dtc",
  designer: "dsr",
  distributor: "dst",
  editor: "edt",
  "foreword author": "aui",
  funder: "fnd",
  illustrator: "ill",
  indexer: "idx",
  "introduction author": "win",
  interviewee: "ive",
  interviewer: "ivr",
  lithographer: "ltg",
  narrator: "nrt",
  photographer: "pht",
  "project director": "pdr",
  proofreader: "pfr",
  publisher: "pbl",
  researcher: "res",
  reviewer: "rev",
  sponsor: "spn",
  transcriber: "trc",
  translator: "trl",
  typographer: "tyg",
};

/** Every role's name, in alphabetical order. */
export const roleNames: readonly string[] = Object.keys(codes).sort();

/** Find the MARC relator code and the name of a role that is written as either; undefined for any other word. */
export function roleOf(written: string): { role: string; roleName: string } | undefined {
  const name = written.toLowerCase();
  const code = Object.hasOwn(codes, name) ? codes[name] : undefined;
  if (code) return { role: code, roleName: written };
  const named = roleNames.find((role) => codes[role] === name);
  return named ? { role: name, roleName: named } : undefined;
}
