/** A problem document, as the API gives it. */
export type ProblemDocument = Readonly<{
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
}>;

/** Docket said no, or found something wrong. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail);
  }
}

/** A problem of the command line itself as a document, in the API's form. */
export const problemDocument = (problem: Omit<ProblemDocument, 'type'>): ProblemDocument => ({
  type: `urn:docket:problem:${problem.code}`,
  title: problem.title,
  status: problem.status,
  code: problem.code,
  detail: problem.detail,
});

/** The same as one line of JSON. */
export const problemText = (problem: Omit<ProblemDocument, 'type'>): string =>
  `${JSON.stringify(problemDocument(problem))}\n`;
