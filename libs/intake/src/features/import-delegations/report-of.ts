import type { KnownGrant, PlannedRow, SchemeFacts, SchemePlan } from '@docket/governance';
import type { Column } from '../../domain/delegations/columns';
import type { CellNote, NamedRow } from '../../domain/delegations/named-row';
import type { CarriedOut } from './carry-out-scheme';
import {
  countsOf,
  missingOf,
  stepOf,
  type DelegationsReport,
  type MissingTier,
  type RefusedCell,
} from './delegations-report';
import { note, type ParsedScheme } from './parse-delegations';

/** What a report is made of. */
export type Reporting = Readonly<{
  file: string;
  rows: ReadonlyMap<number, NamedRow>;
  plan: SchemePlan;
  facts: SchemeFacts;
  revokeMissing: boolean;
  notices: readonly CellNote[];
}>;

type Came = Readonly<{
  result: DelegationsReport['result'];
  refused: readonly RefusedCell[];
  done?: CarriedOut;
}>;

const NOTHING_DONE = { granted: 0, changed: 0, unchanged: 0, revoked: 0 } as const;

/** The report on a file of which cells could not be taken: nothing was judged, and nothing done. */
export const unread = (
  file: string,
  { count, notices }: ParsedScheme,
  refused: readonly RefusedCell[],
): DelegationsReport => ({
  ...{ result: 'refused', file, rows: count, ...NOTHING_DONE },
  ...{ refused, steps: [], missing: [], notices },
});

const cellOf = ({ rows }: Reporting, line: number, column: Column): string =>
  rows.get(line)?.cells.get(column) ?? '';

const ofRow = (reporting: Reporting, row: PlannedRow): readonly RefusedCell[] => {
  if (row.does !== 'refuse') return [];
  const { tier, column, refusal } = row;
  const said = note(reporting.file, tier.line, column, cellOf(reporting, tier.line, column), refusal.message);
  return [{ ...said, code: refusal.code }];
};

const nameOf = ({ facts: { bodies } }: Reporting, { bodyId }: KnownGrant): string => {
  const body = bodies.get(bodyId);
  return body?.status === 'established' ? body.name : bodyId;
};

/** All that is refused of a plan, row by row; last, what is missing and may not be revoked where that is asked for. */
export const refusalsOf = (reporting: Reporting): readonly RefusedCell[] => {
  const { file, plan, revokeMissing } = reporting;
  const missing = plan.missing.flatMap(({ grant, refusal }): readonly RefusedCell[] =>
    revokeMissing && refusal
      ? [
          {
            file,
            line: null,
            field: 'holder',
            value: nameOf(reporting, grant),
            reason: refusal.message,
            code: refusal.code,
          },
        ]
      : [],
  );
  const rows = plan.rows.flatMap((row) => ofRow(reporting, row));
  return [...rows.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), ...missing];
};

const stoppedBy = (reporting: Reporting, { stopped }: CarriedOut): readonly RefusedCell[] => {
  if (!stopped) return [];
  const { line, refusal } = stopped;
  const value = line === null ? '' : cellOf(reporting, line, 'holder');
  return [
    { file: reporting.file, line, field: 'holder', value, reason: refusal.message, code: refusal.code },
  ];
};

const counted = ({ result, done }: Came, would: ReturnType<typeof countsOf>): ReturnType<typeof countsOf> => {
  if (result === 'refused') return { ...NOTHING_DONE, unchanged: would.unchanged };
  return done ? { ...would, granted: done.given.size, revoked: done.ended.size } : would;
};

/** The report on a plan, and on what was done of it. */
export const reportOf = (reporting: Reporting, came: Came): DelegationsReport => {
  const { file, rows, plan, revokeMissing, notices } = reporting;
  const { done, refused, result } = came;
  const inOrder = [...plan.rows].sort((a, b) => a.tier.line - b.tier.line);
  const steps = inOrder.map((row) =>
    stepOf(row, rows.get(row.tier.line)?.holder ?? '', done?.given.get(row.tier.line) ?? null),
  );
  const isRevoked = ({ grantId }: KnownGrant): boolean => (done ? done.ended.has(grantId) : revokeMissing);
  const missing: readonly MissingTier[] = plan.missing.map((one) =>
    missingOf(one, nameOf(reporting, one.grant), result !== 'refused' && isRevoked(one.grant)),
  );
  const carried = done ? steps.filter(({ does, grantId }) => does !== 'change' || grantId !== null) : steps;
  return {
    ...{ result, file, rows: steps.length },
    ...counted(came, countsOf(carried, missing)),
    refused: done ? stoppedBy(reporting, done) : refused,
    ...{ steps, missing, notices },
  };
};
