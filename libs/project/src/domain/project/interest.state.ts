import type { InterestDeclared, InterestNature, InterestWithdrawn } from './interest.events';
import { barsIn, type Bar, type PeopleOf } from './part-in';

/** An interest that stands. */
export type Interest = Readonly<{ personId: string; nature: InterestNature; description: string }>;

export const interestsAfter = (
  interests: readonly Interest[],
  { type, data }: InterestDeclared | InterestWithdrawn,
): readonly Interest[] => {
  const others = interests.filter(({ personId }) => personId !== data.personId);
  if (type === 'InterestWithdrawn') return others;
  const { personId, nature, description } = data;
  return [...others, { personId, nature, description }];
};

type Known = PeopleOf & Readonly<{ interests: readonly Interest[] }>;

/** Everybody who neither assesses a project nor decides on it, and why. */
export const barredFrom = (project: Known): ReadonlyMap<string, Bar> =>
  barsIn({ ...project, interested: project.interests.map(({ personId }) => personId) });
