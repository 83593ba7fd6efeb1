import {
  defineTable,
  type Change,
  type Instant,
  type Metadata,
  type Projection,
  type Recorded,
} from '@docket/kernel';
import type { InterestDeclared, InterestNature, InterestWithdrawn } from './domain/project';

/** When an interest ended, who recorded that, and why. */
export type InterestEnd = Readonly<{ at: Instant; by: string; reason: string }>;

export type InterestRow = Readonly<{
  project: string;
  person: string;
  nature: InterestNature;
  description: string;
  declared_at: Instant;
  /** Who put it on record: mostly whose it is. */
  declared_by: string;
  ended: InterestEnd | null;
}>;

/** The last word of each person about their interest in each component, by `interestKey`; scope: the portfolio. */
export const interestTable = defineTable<InterestRow>('interest', {
  project: 'text',
  person: 'text',
  nature: 'text',
  description: 'text',
  declared_at: 'text',
  declared_by: 'text',
  ended: 'json',
});

export const interestKey = (projectId: string, personId: string): string => `${projectId}/${personId}`;

const scopeOf = ({ portfolio }: Metadata): string => {
  if (portfolio === undefined) throw new Error('An interest in a project of no portfolio.');
  return portfolio;
};

const declared = ({ data, meta }: Recorded<InterestDeclared>): readonly Change<InterestRow>[] => {
  const { projectId: project, personId: person, nature, description, declaredAt: declared_at } = data;
  const row = { project, person, nature, description, declared_at, declared_by: meta.actor, ended: null };
  return [{ key: interestKey(project, person), scope: scopeOf(meta), to: () => row }];
};

const withdrawn = ({ data, meta }: Recorded<InterestWithdrawn>): readonly Change<InterestRow>[] => {
  const { projectId, personId, withdrawnAt: at, reason } = data;
  const to = (row: InterestRow | undefined): InterestRow => {
    if (!row) throw new Error(`An interest of ${personId} in ${projectId} ended that nobody declared.`);
    return { ...row, ended: { at, by: meta.actor, reason } };
  };
  return [{ key: interestKey(projectId, personId), scope: scopeOf(meta), to }];
};

/** The register of interests, as it follows from events. */
export const interestsProjection: Projection<InterestRow, InterestDeclared | InterestWithdrawn> = {
  table: interestTable,
  on: { InterestDeclared: declared, InterestWithdrawn: withdrawn },
};
