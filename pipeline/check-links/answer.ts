/** What the web said of an address: a status, with the new address where it has moved for good; or why there was no answer. */
export type Answer = { readonly status: number; readonly moved?: string } | { readonly failed: string };

/** Say whether an answer is one that need not be asked for again. */
export function isFine(answer: Answer | undefined): answer is Answer {
  return answer !== undefined && "status" in answer && answer.status >= 200 && answer.status < 300;
}
