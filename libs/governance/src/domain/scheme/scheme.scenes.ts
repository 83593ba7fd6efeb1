import type { DecisionContext } from '@docket/kernel';
import { body, board, grant, lead, NOW, portfolioId } from '../grant/grant.scenes';
import type { KnownGrant } from '../grant';
import type { PlannedRow, SchemeFacts } from './plan';
import { planScheme } from './plan-scheme';
import type { Tier } from './tier';

export { grant, NOW };

export const BEFORE = '2026-01-05T09:00:00.000Z';

/** The PMO imports; a chair would have the reach of their own. */
export const PMO: DecisionContext = { actor: 'otto', reach: 'anything', at: NOW, now: NOW, origin: 'live' };
export const chair = (actor: string): DecisionContext => ({ ...PMO, actor, reach: 'own' });

const BODIES = [board, lead, body('team', 'tim'), body('rail', 'rita')];

/** A portfolio with a board and leads, the nodes roads, bridges in it, and rail; `grants` are there already. */
export const facts = (...grants: readonly KnownGrant[]): SchemeFacts => ({
  portfolioId,
  grants,
  bodies: new Map(BODIES.map((one) => [one.status === 'absent' ? '' : one.bodyId, one])),
  paths: new Map([
    ['roads', ['roads']],
    ['bridges', ['bridges', 'roads']],
    ['rail', ['rail']],
  ]),
  context: PMO,
});

/** A row without any limit: the portfolio to the board. */
export const tier = (line: number, change: Partial<Tier> = {}): Tier => ({
  ...{ line, bodyId: 'board', grantor: null, partOf: null, domains: null, kinds: null, outcomes: null },
  ...{ perDecision: null, perPeriod: null, from: null, until: null, maySubDelegate: true, callInHours: null },
  ...change,
});

/** A row of the lead, granted by the board. */
export const ofLead = (line: number, change: Partial<Tier> = {}): Tier =>
  tier(line, { bodyId: 'lead', grantor: 'board', ...change });

/** A grant of the portfolio to the board, begun in January. */
export const held = (grantId: string, change: Partial<KnownGrant['authority']> = {}): KnownGrant => {
  const known = grant(grantId, 'board');
  return { ...known, authority: { ...known.authority, from: BEFORE, ...change } };
};

/** A part of another grant of the board, given to the lead in January. */
export const passedOn = (
  grantId: string,
  above: string,
  change: Partial<KnownGrant['authority']> = {},
): KnownGrant => ({
  ...held(grantId, change),
  ...{ bodyId: 'lead', from: { kind: 'grant', grantId: above, bodyId: 'board' } },
});

/** A row of a plan in short: `4 give (for g-1: until)`, `5 nothing g-2`, `6 refuse kind beyond-own-limit`. */
export const inShort = (row: PlannedRow): string => {
  const { line } = row.tier;
  if (row.does === 'nothing') return `${line} nothing ${row.grantId}`;
  if (row.does === 'refuse') return `${line} refuse ${row.column} ${row.refusal.code}`;
  const replacing = row.replaces === null ? '' : ` (for ${row.replaces}: ${row.differs.join(', ')})`;
  const from = row.give.from.kind === 'grant' ? ` of ${row.give.from.grantId}` : '';
  return `${line} give${from}${replacing}`;
};

/** What becomes of each row, in the order they are given. */
export const planned = (tiers: readonly Tier[], known: SchemeFacts = facts(), revokeMissing = false) => {
  const { rows, missing } = planScheme(tiers, known, { revokeMissing });
  return { rows: rows.map(inShort), missing: missing.map(({ grant: { grantId } }) => grantId) };
};
