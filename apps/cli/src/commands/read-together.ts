import type { Client } from '../client';
import { pathWith } from './portfolio';

type At = Readonly<{ asOf: Readonly<{ token: string }> }>;

/** Answers of several reads under their names, all of one moment, as the API gave them. */
export type Together = Readonly<Record<string, unknown>> & Readonly<{ asOf: At['asOf'] }>;

/**
 * Asks several reads of one moment: the first fixes it, the others are asked at its token. An answer that is a list comes with its
 * rows under `rows`. @throws Refused
 */
export const readTogether = async (
  client: Client,
  asOf: string | undefined,
  paths: Readonly<Record<string, string>>,
): Promise<Together> => {
  const answers: Record<string, unknown> = {};
  let first: At | undefined;
  for (const [name, path] of Object.entries(paths)) {
    const answer = JSON.parse(await client.read(pathWith(path, { asOf: first?.asOf.token ?? asOf }))) as At;
    first ??= answer;
    answers[name] = answer;
  }
  if (!first) throw new Error('Nothing is read.');
  return { asOf: first.asOf, ...answers };
};

/** One document of them all. */
export const documentOf = (together: Together): string => `${JSON.stringify(together)}\n`;
