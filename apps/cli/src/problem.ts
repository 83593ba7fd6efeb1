/** A problem document, as the API gives it. */
export type ProblemDocument = Readonly<{
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: readonly Readonly<{ field: string; message: string }>[];
}>;

/** Docket said no, or found something wrong. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail);
  }
}

/** A problem of the command line itself as a document, in the API's form. */
export const problemDocument = (problem: Omit<ProblemDocument, 'type' | 'errors'>): ProblemDocument => ({
  type: `urn:docket:problem:${problem.code}`,
  title: problem.title,
  status: problem.status,
  code: problem.code,
  detail: problem.detail,
});

/** What a person reads of it: the sentence, and one for each field that is wrong. */
export const sentences = ({ detail, errors = [] }: ProblemDocument): string =>
  [detail, ...errors.map(({ field, message }) => `  ${field}: ${message}`)].join('\n');

/** The same as one line of JSON. */
export const problemText = (problem: Omit<ProblemDocument, 'type' | 'errors'>): string =>
  `${JSON.stringify(problemDocument(problem))}\n`;
