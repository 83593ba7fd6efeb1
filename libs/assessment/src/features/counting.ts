import { barIn, type Bar, type Barred } from '@docket/project';

/** Assessments of one component, parted into those that count and those that do not, with what their assessor is to it. */
export type Counted<A> = Readonly<{
  counted: readonly A[];
  notCounted: readonly Readonly<{ assessment: A; because: Bar }>[];
}>;

/**
 * Whose assessments of a component count: nobody's who proposed it, sponsors it, manages it or has an interest in it at that moment, whatever they were
 * when they gave it. Nothing is removed: who leaves the part, or whose interest ends, counts again. `people` are those of the moment asked for.
 */
export const countedOf = <A extends Readonly<{ assessor: string }>>(
  assessments: readonly A[],
  people: Barred = {},
): Counted<A> => {
  const judged = assessments.map((assessment) => ({
    assessment,
    because: barIn(people, assessment.assessor),
  }));
  return {
    counted: judged.flatMap(({ assessment, because }) => (because === null ? [assessment] : [])),
    notCounted: judged.flatMap(({ assessment, because }) =>
      because === null ? [] : [{ assessment, because }],
    ),
  };
};
