import { periodUnder, usedIn, type SchemeFacts, type SchemePlan } from '@docket/governance';
import type { CellNote } from '../../domain/delegations/named-row';
import { note } from './parse-delegations';

/** What is used, in the period of the moment, of the limits that rows replace: what takes their place counts from nothing. */
export const usedBefore = (
  file: string,
  { plan, facts }: Readonly<{ plan: SchemePlan; facts: SchemeFacts }>,
  timeZone: string,
): readonly CellNote[] =>
  plan.rows.flatMap((row): readonly CellNote[] => {
    const replaces = row.does === 'give' ? row.replaces : null;
    const grant = facts.grants.find(({ grantId }) => grantId === replaces);
    const period = grant ? periodUnder(grant, facts.context.at, timeZone) : null;
    const used = grant && period !== null ? usedIn(grant.account, period) : undefined;
    if (!used || used.isZero) return [];
    const reason = `Of the limit it replaces ${used.toString()} is used in ${period}; the new one counts from nothing.`;
    return [note(file, row.tier.line, 'limit per period', row.tier.perPeriod?.amount ?? '', reason)];
  });
