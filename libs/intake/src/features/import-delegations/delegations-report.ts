import type { MissingGrant, PlannedRow } from '@docket/governance';
import type { CellNote } from '../../domain/delegations/named-row';

/** What is refused, and by which rule; of the file as a whole where there is no line. */
export type RefusedCell = Omit<CellNote, 'line'> & Readonly<{ line: number | null; code: string }>;

/** What becomes of a row. `replaces`: the grant that is revoked for it; `differs`: the columns in which that one said otherwise. */
export type RowStep = Readonly<{
  line: number;
  holder: string;
  does: 'grant' | 'change' | 'nothing' | 'refuse';
  grantId: string | null;
  replaces: string | null;
  differs: readonly string[];
}>;

/** A grant in force, or to come, that no row names any more. */
export type MissingTier = Readonly<{
  grantId: string;
  holder: string;
  kinds: readonly string[] | null;
  isRevoked: boolean;
}>;

/**
 * What an import did, or would do where it is only tried. `refused`: nothing was done, for what `refused` lists; `stopped`: after what
 * is counted something was refused that nobody could foresee, and the same import again goes on from there. `granted` counts changed
 * rows too; `revoked` the grants these replace, and those that are missing where that was asked for.
 */
export type DelegationsReport = Readonly<{
  result: 'imported' | 'tried' | 'refused' | 'stopped';
  file: string;
  rows: number;
  granted: number;
  changed: number;
  unchanged: number;
  revoked: number;
  refused: readonly RefusedCell[];
  steps: readonly RowStep[];
  missing: readonly MissingTier[];
  notices: readonly CellNote[];
}>;

const DOES = { give: 'grant', nothing: 'nothing', refuse: 'refuse' } as const;

/** A planned row as a report has it; `grantId`: that of the grant once it is given. */
export const stepOf = (row: PlannedRow, holder: string, grantId: string | null = null): RowStep => {
  const { line } = row.tier;
  if (row.does !== 'give')
    return {
      ...{ line, holder, does: DOES[row.does], replaces: null, differs: [] },
      grantId: row.does === 'nothing' ? row.grantId : null,
    };
  const { replaces, differs } = row;
  return { line, holder, does: replaces === null ? 'grant' : 'change', grantId, replaces, differs };
};

export const missingOf = ({ grant }: MissingGrant, holder: string, isRevoked: boolean): MissingTier => ({
  grantId: grant.grantId,
  holder,
  kinds: grant.authority.kinds,
  isRevoked,
});

/** How many rows do each, and how many grants end. */
export const countsOf = (steps: readonly RowStep[], missing: readonly MissingTier[]) => {
  const count = (...does: readonly RowStep['does'][]) =>
    steps.filter((step) => does.includes(step.does)).length;
  return {
    granted: count('grant', 'change'),
    changed: count('change'),
    unchanged: count('nothing'),
    revoked: count('change') + missing.filter(({ isRevoked }) => isRevoked).length,
  };
};
