/** What somebody may be to a project. Who is, neither assesses nor judges it, nor decides on it. */
export type PartIn = 'proposer' | 'sponsor' | 'manager';

/** The people of a project by their ids, as far as there are any. */
export type PeopleOf = Readonly<{ [P in PartIn]?: string | null | undefined }>;

const ALL: readonly PartIn[] = ['proposer', 'sponsor', 'manager'];

/** What somebody is to a project; null for whoever has no part in it. Who sponsors and manages it is told as its sponsor. */
export const partIn = (people: PeopleOf, person: string): PartIn | null =>
  ALL.find((one) => people[one] === person) ?? null;

/** Everybody who has a part in a project, with what `partIn` says they are to it. */
export const partsIn = (people: PeopleOf): ReadonlyMap<string, PartIn> =>
  new Map(
    ALL.flatMap((one) => {
      const person = people[one] ?? null;
      const part = person === null ? null : partIn(people, person);
      return person === null || part === null ? [] : [[person, part] as const];
    }),
  );

/** Why somebody neither assesses a project nor decides on it: a part in it, or an interest that was declared. */
export type Bar = PartIn | 'interest';

/** The people of a project, and those with an interest in it. */
export type Barred = PeopleOf & Readonly<{ interested?: readonly string[] }>;

/** What bars a person from a project; a part before an interest. Null for whom nothing bars. */
export const barIn = (people: Barred, person: string): Bar | null =>
  partIn(people, person) ?? (people.interested?.includes(person) ? 'interest' : null);

/** Everybody whom something bars from a project, with what `barIn` says it is. */
export const barsIn = (people: Barred): ReadonlyMap<string, Bar> =>
  new Map([...(people.interested ?? []).map((person) => [person, 'interest'] as const), ...partsIn(people)]);

/** What somebody is to a project, as a sentence goes on: `is the sponsor of`, `has declared an interest in`. */
export const inWords = (bar: Bar): string =>
  bar === 'interest' ? 'has declared an interest in' : `is the ${bar} of`;
