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
