import { planScheme, type KnownGrant, type SchemeFacts, type Tier } from '@docket/governance';
import { usedBefore } from './used-before';

const NOW = '2026-03-02T09:00:00.000Z';
const tier: Tier = {
  ...{ line: 4, bodyId: 'board', grantor: null, partOf: null, domains: null, kinds: null, outcomes: null },
  ...{ perDecision: '10', perPeriod: { amount: '20', period: 'year' }, from: null, until: null },
  ...{ maySubDelegate: false, callInHours: null },
};
const spent = (period: string, value: string): KnownGrant['account'][number] => ({
  ...{ motionId: period, projectId: 'bridge', programme: null, linked: [], value, at: NOW, period },
  state: 'confirmed',
});
const grant = (...account: KnownGrant['account']): KnownGrant => ({
  ...{
    grantId: 'g-1',
    portfolioId: 'city',
    bodyId: 'board',
    from: { kind: 'portfolio' },
    isRevoked: false,
    account,
  },
  authority: {
    ...{
      domains: null,
      kinds: null,
      outcomes: null,
      perDecision: '10',
      until: null,
      from: '2026-01-01T00:00:00.000Z',
    },
    perPeriod: { amount: '30', period: 'year' },
  },
  ...{ maySubDelegate: false, callInHours: null },
});
const facts = (known: KnownGrant): SchemeFacts => ({
  ...{ portfolioId: 'city', grants: [known], paths: new Map() },
  bodies: new Map([
    [
      'board',
      {
        ...{
          status: 'established',
          bodyId: 'board',
          portfolioId: 'city',
          name: 'Board',
          rules: 1,
          seats: [],
        },
        ...{ quorum: { kind: 'count', seats: 1 }, carryRule: 'majority-of-cast', minimumSeats: 1 },
      },
    ],
  ]),
  context: { actor: 'otto', reach: 'anything', at: NOW, now: NOW, origin: 'live' },
});
const told = (known: KnownGrant, row = tier) => {
  const judged = facts(known);
  const plan = planScheme([row], judged, { revokeMissing: false });
  return usedBefore('scheme.csv', { plan, facts: judged }, 'Europe/London');
};

describe('what is used of a limit that a row replaces', () => {
  it('is told, for the period of the moment: the new one counts from nothing', () =>
    expect(told(grant(spent('2026', '3'), spent('2026', '4.5'), spent('2025', '9')))).toEqual([
      {
        ...{ file: 'scheme.csv', line: 4, field: 'limit per period', value: '20' },
        reason: 'Of the limit it replaces 7.5 is used in 2026; the new one counts from nothing.',
      },
    ]));

  it('is not told where nothing is, or where the grant stays', () => {
    expect(told(grant(spent('2025', '9')))).toEqual([]);
    const same = { ...tier, perPeriod: { amount: '30', period: 'year' } as const };
    expect(told(grant(spent('2026', '3')), same)).toEqual([]);
  });
});
