import type { Person } from './person';

/** An id of a person, or of a process of ours, as a word of its own. */
const ID = /(?<![\w-])(?:process:)?[a-z0-9][a-z0-9-]{1,62}(?![\w-])/g;

/**
 * Puts names beside the ids of these people wherever one stands in a text: `p-bea` becomes `Bea Novak (p-bea)`. The id of
 * somebody who is not among them, or whose name was erased, stays as it is. Answers carry ids only: this is for whoever shows them.
 */
export const namesBeside = (people: readonly Pick<Person, 'id' | 'name'>[]): ((text: string) => string) => {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (text) => text.replace(ID, (id) => (names.has(id) ? `${names.get(id)} (${id})` : id));
};
