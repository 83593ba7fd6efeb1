import { asOf } from './example-cut';

const P = '/api/v1/portfolios/{portfolioId}';
const portfolioId = '1c7a0788-2ab5-8724-b706-9ce3b299b7a5';
const bodyId = '4da7a5c6-f5e5-8a20-9fcd-c745657bd892';
const grantId = '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21';

const grant = {
  grantId,
  partOf: null,
  domains: null,
  until: null,
  maySubDelegate: true,
  callInHours: null,
  outcomes: null,
  perDecision: '50000000',
  perPeriod: { amount: '1000000000', period: 'year' },
};

/** What the scheme of delegation of a portfolio, and its import, answer. */
export const delegationExamples = {
  [`get ${P}/delegations/matrix`]: {
    asOf,
    portfolioId,
    currency: 'GBP',
    kinds: [null],
    tiers: [
      {
        bodyId,
        name: 'Investment Board',
        authority: 'granted',
        cells: [{ kind: null, mayDecide: true, perDecision: '50000000', grants: [grant] }],
      },
    ],
  },
  [`get ${P}/delegations/scheme`]:
    'reference,holder,granted by,part of,domain,kind,outcomes,limit per decision,limit per period,period,from,until,may sub-delegate,call-in hours\n' +
    '1,Investment Board,portfolio,,,all,,50000000,1000000000,year,2026-11-21,,yes,\n',
  [`post ${P}/delegations`]: {
    result: 'tried',
    file: 'delegations-2026.csv',
    rows: 2,
    granted: 1,
    changed: 1,
    unchanged: 0,
    revoked: 1,
    refused: [],
    steps: [
      {
        line: 2,
        holder: 'Investment Board',
        does: 'change',
        grantId: null,
        replaces: grantId,
        differs: ['limit per decision'],
      },
      { line: 3, holder: 'Lead of roads', does: 'grant', grantId: null, replaces: null, differs: [] },
    ],
    missing: [],
    notices: [
      {
        file: 'delegations-2026.csv',
        line: 1,
        field: 'remarks',
        value: '',
        reason: 'Not a column of a scheme of delegation: it was not read.',
      },
    ],
  },
};
