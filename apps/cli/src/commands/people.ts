import { namesBeside, type Person } from '@docket/identity';
import type { Client } from '../client';

/** Puts names beside the ids of people in a text. */
export type Named = (text: string) => string;

/** The names of the people this Docket knows, asked for beside an answer, which carries ids only. @throws Refused */
export const namesOf = async (client: Client): Promise<Named> => {
  const { people } = JSON.parse(await client.read('/api/v1/people')) as { people: readonly Person[] };
  return namesBeside(people);
};
