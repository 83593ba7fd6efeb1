/** What is wrong, who sends it, to where, with which body; the answer in short; further headers. */
export type Case = [
  what: string,
  person: string,
  request: string,
  body: unknown,
  refused: string,
  headers?: Record<string, string>,
];

/** An id that nothing has. */
export const NOBODYS = '00000000-0000-8000-8000-000000000000';
