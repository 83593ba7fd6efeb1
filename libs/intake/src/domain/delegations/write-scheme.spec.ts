import type { NamedTier } from './named-row';
import { writeScheme } from './write-scheme';

const LEAST: NamedTier = {
  ...{ reference: null, holder: 'Board', grantedBy: null, partOf: null, domains: null, kinds: null },
  ...{ outcomes: null, perDecision: null, perPeriod: null, from: null, until: null },
  ...{ maySubDelegate: false, callInHours: null },
};

describe('a scheme of delegation as CSV', () => {
  it('has all columns, and says what has no limit', () =>
    expect(writeScheme([LEAST], { timeZone: 'UTC' })).toBe(
      'reference,holder,granted by,part of,domain,kind,outcomes,limit per decision,limit per period,period,from,until,may sub-delegate,call-in hours\n' +
        ',Board,portfolio,,,all,,unlimited,,,,,no,\n',
    ));

  it('says all there is to say, with cells quoted where they have to be', () => {
    const tier: NamedTier = {
      ...{ reference: '2', holder: 'Lead of "roads"', grantedBy: 'Board, joint', partOf: '1' },
      ...{ domains: ['Roads', 'Rail / Bridges'], kinds: ['capital', 'disposal'], outcomes: ['go', 'hold'] },
      ...{ perDecision: '1.125', perPeriod: { amount: '20000000', period: 'quarter' } },
      ...{ from: '2026-03-31T23:00:00.000Z', until: '2027-03-31T23:00:00.000Z' },
      ...{ maySubDelegate: true, callInHours: 72 },
    };
    expect(writeScheme([tier], { timeZone: 'Europe/London' }).split('\n')[1]).toBe(
      '2,"Lead of ""roads""","Board, joint",1,"Roads; Rail / Bridges","capital; disposal","go; hold",1.1250,20000000,quarter,2026-04-01,2027-03-31,yes,72',
    );
  });
});
