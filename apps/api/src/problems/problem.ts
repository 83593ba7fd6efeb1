import type { Refusal } from '@docket/kernel';
import { problemKinds, type ProblemCode } from './problem-kinds';

/** One thing that is wrong with one field of a request. */
export type FieldError = Readonly<{ field: string; message: string }>;

/** A problem document as RFC 9457 has it, with a stable `code`. */
export type ProblemDocument = Readonly<{
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  errors?: readonly FieldError[];
}>;

/** A refusal on its way out of the API. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors?: readonly FieldError[],
  ) {
    super(`${code}: ${detail}`);
  }

  static of(refusal: Refusal<ProblemCode>): Problem {
    return new Problem(refusal.code, refusal.message);
  }

  get status(): number {
    return problemKinds[this.code].status;
  }

  document(): ProblemDocument {
    const { status, title } = problemKinds[this.code];
    const { code, detail, errors } = this;
    return { type: `urn:docket:problem:${code}`, title, status, code, detail, ...(errors ? { errors } : {}) };
  }
}

type Refused = Readonly<{ outcome: 'refused'; refusal: Refusal<ProblemCode> }>;

const isRefused = (answer: object): answer is Refused =>
  'outcome' in answer && answer.outcome === 'refused' && 'refusal' in answer;

/** The value of an answer, or its refusal thrown as a problem. */
export const orProblem = <A extends object>(answer: A): Exclude<A, Readonly<{ outcome: 'refused' }>> => {
  if (isRefused(answer)) throw Problem.of(answer.refusal);
  return answer as Exclude<A, Readonly<{ outcome: 'refused' }>>;
};
