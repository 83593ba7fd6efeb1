/** What somebody may be to a component that bars them from assessing it. */
export type PartIn = 'proposer' | 'sponsor' | 'manager';

/** The people of a component by their ids, as far as there are any. */
export type PeopleOf = Readonly<{ [P in PartIn]?: string | null }>;

const PARTS: readonly PartIn[] = ['proposer', 'sponsor', 'manager'];

/** What somebody is to a component; null for whoever has no part in it. Who sponsors and manages it is told as its sponsor. */
export const partIn = (people: PeopleOf, person: string): PartIn | null =>
  PARTS.find((one) => people[one] === person) ?? null;

/** Assessments of one component, parted into those that count and those that do not, with what their assessor is to it. */
export type Counted<A> = Readonly<{
  counted: readonly A[];
  notCounted: readonly Readonly<{ assessment: A; because: PartIn }>[];
}>;

/**
 * Whose assessments of a component count: nobody's who proposed it, sponsors it or manages it at that moment, whatever they were
 * when they gave it. Nothing is removed: who leaves the part counts again. `people` are those of the moment asked for.
 */
export const countedOf = <A extends Readonly<{ assessor: string }>>(
  assessments: readonly A[],
  people: PeopleOf = {},
): Counted<A> => {
  const judged = assessments.map((assessment) => ({
    assessment,
    because: partIn(people, assessment.assessor),
  }));
  return {
    counted: judged.flatMap(({ assessment, because }) => (because === null ? [assessment] : [])),
    notCounted: judged.flatMap(({ assessment, because }) =>
      because === null ? [] : [{ assessment, because }],
    ),
  };
};
