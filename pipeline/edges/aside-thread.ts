/** The second thread of `aside.ts`: answers each question as it comes. */
import { parentPort } from "node:worker_threads";
import { shorten } from "../write/pdf/condense/shorten.js";
import { compressed } from "../write/pdf/finish/compressed.js";
import type { Answer, Question } from "./aside.js";

parentPort?.on("message", (question: Question) => {
  const made =
    "deflate" in question ? [compressed(question.deflate)] : question.shorten.map((each) => shorten(each));
  // Copies, which are handed over: small ones share their memory.
  const own = made.map((bytes) => Uint8Array.from(bytes));
  const answer: Answer = { number: question.number, made: own };
  parentPort?.postMessage(
    answer,
    own.map(({ buffer }) => buffer),
  );
});
