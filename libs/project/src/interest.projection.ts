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

/** When an interest that stands was last said otherwise, and who recorded that. */
export type InterestRevision = Readonly<{ at: Instant; by: string }>;

/** One declaration, as it was said last. */
export type Declaration = Readonly<{
  nature: InterestNature;
  description: string;
  declared_at: Instant;
  /** Who put it on record: mostly whose it is. */
  declared_by: string;
  revised: InterestRevision | null;
  ended: InterestEnd | null;
}>;

/** `former`: those that had ended when it was declared, the earliest first. */
export type InterestRow = Declaration &
  Readonly<{ project: string; person: string; former: readonly Declaration[] }>;

/** What each person has declared of each component, by `interestKey`; scope: the portfolio. */
export const interestTable = defineTable<InterestRow>('interest', {
  project: 'text',
  person: 'text',
  nature: 'text',
  description: 'text',
  declared_at: 'text',
  declared_by: 'text',
  revised: 'json',
  ended: 'json',
  former: 'json',
});

export const interestKey = (projectId: string, personId: string): string => `${projectId}/${personId}`;

const scopeOf = ({ portfolio }: Metadata): string => {
  if (portfolio === undefined) throw new Error('An interest in a project of no portfolio.');
  return portfolio;
};

/** Said otherwise while it stands, it is the interest it was; declared after it has ended, it is another one. */
const after = (
  row: InterestRow | undefined,
  said: Declaration,
): Declaration & Pick<InterestRow, 'former'> => {
  if (!row) return { ...said, former: [] };
  const { project: _project, person: _person, former, ...last } = row;
  if (last.ended) return { ...said, former: [...former, last] };
  const { declared_at, declared_by } = last;
  return {
    ...{ ...said, declared_at, declared_by, former },
    revised: { at: said.declared_at, by: said.declared_by },
  };
};

const declared = ({ data, meta }: Recorded<InterestDeclared>): readonly Change<InterestRow>[] => {
  const { projectId: project, personId: person, nature, description, declaredAt: declared_at } = data;
  const said = { nature, description, declared_at, declared_by: meta.actor, revised: null, ended: null };
  const to = (row: InterestRow | undefined): InterestRow => ({ project, person, ...after(row, said) });
  return [{ key: interestKey(project, person), scope: scopeOf(meta), to }];
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
