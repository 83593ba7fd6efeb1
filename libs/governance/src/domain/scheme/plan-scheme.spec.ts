import { planScheme } from '.';
import { facts, held, NOW, ofLead, passedOn, planned, tier } from './scheme.scenes';

const LATER = '2026-09-01T00:00:00.000Z';
const LAST = '2027-01-01T00:00:00.000Z';
const rowsOf = (...given: Parameters<typeof planned>) => planned(...given).rows;

describe('a scheme of delegation where nothing is granted yet', () => {
  it('is given roots first, whatever the order of its rows', () =>
    expect(
      rowsOf([
        tier(2, { bodyId: 'team', grantor: 'lead', kinds: ['capital'], perDecision: '1' }),
        ofLead(3, { kinds: ['capital'], perDecision: '5' }),
        tier(4, { kinds: ['capital'], perDecision: '50' }),
      ]),
    ).toEqual(['4 give', '3 give of line 4', '2 give of line 3']));

  it('hangs each row on the one row of its grantor that holds it', () =>
    expect(
      rowsOf([
        tier(2, { kinds: ['capital'], perDecision: '50' }),
        tier(3, { kinds: ['operating'], perDecision: '10' }),
        ofLead(4, { kinds: ['operating'], perDecision: '5' }),
        ofLead(5, { kinds: ['capital'], perDecision: '5' }),
      ]),
    ).toEqual(['2 give', '3 give', '4 give of line 3', '5 give of line 2']));

  it('hangs a row on the one it names where several would hold it, and guesses none', () => {
    const roots = [tier(2, { perDecision: '50' }), tier(3, { kinds: ['capital'] })];
    const lead = { kinds: ['capital'], perDecision: '5' };
    expect(rowsOf([...roots, ofLead(4, lead)])).toEqual([
      '2 give',
      '3 give',
      '4 refuse part of row-above-ambiguous',
    ]);
    expect(rowsOf([...roots, ofLead(4, { ...lead, partOf: 3 })])).toEqual([
      '2 give',
      '3 give',
      '4 give of line 3',
    ]);
  });

  it('may grant the authority of a body that nobody has limited', () => {
    const { rows } = planScheme([ofLead(2)], facts(), { revokeMissing: false });
    expect(rows).toMatchObject([{ does: 'give', give: { from: { kind: 'body', bodyId: 'board' } } }]);
  });

  it('begins now where it names no day, or one that has passed; on the day it names otherwise', () => {
    const given = [null, '2026-01-01T00:00:00.000Z', NOW, LATER].map((from, at) =>
      tier(at + 2, { from, kinds: [`kind-${at}`] }),
    );
    const { rows } = planScheme(given, facts(), { revokeMissing: false });
    expect(rows.map((row) => row.does === 'give' && row.give.authority.from)).toEqual([
      ...[undefined, undefined, undefined, LATER],
    ]);
  });
});

describe('a scheme of delegation that was imported before', () => {
  const there = [
    held('g-1', { kinds: ['capital'], perDecision: '50' }),
    passedOn('g-2', 'g-1', { kinds: ['capital'], perDecision: '5' }),
  ];
  const board = (change = {}) => tier(2, { kinds: ['capital'], perDecision: '50', ...change });
  const lead = (change = {}) => ofLead(3, { kinds: ['capital'], perDecision: '5', ...change });

  it('changes nothing, however amounts and lists are written', () =>
    expect(
      planned([lead({ perDecision: '5.00' }), board({ kinds: ['capital', 'capital'] })], facts(...there)),
    ).toEqual({
      rows: ['2 nothing g-1', '3 nothing g-2'],
      missing: [],
    }));

  it.each([
    ['limit per decision', { perDecision: '4' }],
    ['limit per period', { perPeriod: { amount: '9', period: 'year' as const } }],
    ['outcomes', { outcomes: ['go' as const] }],
    ['until', { until: LAST }],
    ['from', { from: LATER }],
    ['may sub-delegate', { maySubDelegate: false }],
    ['call-in hours', { callInHours: 24 }],
  ])('replaces the grant of a row that says otherwise: %s', (column, change) =>
    expect(rowsOf([board(), lead(change)], facts(...there))).toEqual([
      '2 nothing g-1',
      `3 give of g-1 (for g-2: ${column})`,
    ]),
  );

  it('replaces a limit per period by one for another period, though the amount is the same', () => {
    const perPeriod = { amount: '9', period: 'year' } as const;
    const quarterly = tier(2, { perPeriod: { ...perPeriod, period: 'quarter' } });
    expect(rowsOf([quarterly], facts(held('g-1', { perPeriod })))).toEqual([
      '2 give (for g-1: limit per period)',
    ]);
  });

  it('replaces of two grants the one for the same outcomes', () => {
    const grants = [held('g-1', { outcomes: ['kill'] }), held('g-2', { outcomes: ['go'] })];
    const rows = [
      tier(2, { outcomes: ['go'], perDecision: '4' }),
      tier(3, { outcomes: ['kill'], perDecision: '4' }),
    ];
    expect(rowsOf(rows, facts(...grants))).toEqual([
      ...['2 give (for g-2: limit per decision)', '3 give (for g-1: limit per decision)'],
    ]);
  });

  it('gives without revoking what is over anyway', () =>
    expect(rowsOf([tier(2)], facts(held('g-1', { until: NOW })))).toEqual(['2 give']));

  it('gives anew all that hangs on a row that has changed', () =>
    expect(rowsOf([board({ perDecision: '40' }), lead()], facts(...there))).toEqual([
      '2 give (for g-1: limit per decision)',
      '3 give of line 2 (for g-2: part of)',
    ]));

  it('is another row where holder, grantor, domain or kind is another: the grant there was is told as missing', () =>
    expect(planned([board(), lead({ domains: ['roads'] })], facts(...there))).toEqual({
      rows: ['2 nothing g-1', '3 give of g-1'],
      missing: ['g-2'],
    }));

  it('takes what no row names away first where that is asked for', () => {
    expect(planned([lead()], facts(...there))).toEqual({ rows: ['3 nothing g-2'], missing: ['g-1'] });
    expect(planned([lead()], facts(...there), true)).toEqual({
      rows: ['3 refuse granted by nothing-held-in-force'],
      missing: ['g-1'],
    });
  });

  it('tells as missing what is in force or to come, and nothing that is over', () => {
    const over = [
      held('g-3', { kinds: ['a'], until: NOW }),
      { ...held('g-4', { kinds: ['b'] }), isRevoked: true },
      held('g-5', { kinds: ['c'], from: LATER }),
      passedOn('g-6', 'g-4', { kinds: ['b'] }),
      { ...passedOn('g-7', '', { from: LATER }), from: { kind: 'body', bodyId: 'board' } as const },
    ];
    expect(planned([board(), lead()], facts(...there, ...over)).missing).toEqual(['g-5']);
  });

  it('leaves a row alone whose time has ended since it was given; a new one would end before it begins', () => {
    const ended = { kinds: ['works'], until: NOW };
    expect(rowsOf([tier(2, ended)], facts(held('g-1', ended)))).toEqual(['2 nothing g-1']);
    expect(rowsOf([tier(2, ended)])).toEqual(['2 refuse until term-ends-before-it-starts']);
  });

  it('gives again what somebody revoked meanwhile', () => {
    const [first, second] = there;
    const revoked = [{ ...first!, isRevoked: true }, second!];
    expect(rowsOf([board(), lead()], facts(...revoked))).toEqual([
      '2 give',
      '3 give of line 2 (for g-2: part of)',
    ]);
  });

  it('gives a part of its new grant to whom a body had delegated before it was limited', () => {
    const delegated = { ...passedOn('g-1', ''), from: { kind: 'body', bodyId: 'board' } as const };
    expect(rowsOf([ofLead(2)], facts(delegated))).toEqual(['2 nothing g-1']);
    expect(rowsOf([ofLead(2), tier(3)], facts(delegated))).toEqual([
      '3 give',
      '2 give of line 3 (for g-1: part of)',
    ]);
  });

  it('hangs nothing on what a body passed on before it was limited, though no row names that', () => {
    const delegated = { ...passedOn('g-1', ''), from: { kind: 'body', bodyId: 'board' } as const };
    const team = {
      ...passedOn('g-2', 'g-1'),
      bodyId: 'team',
      from: { kind: 'grant', grantId: 'g-1', bodyId: 'lead' } as const,
    };
    const row = tier(3, { bodyId: 'team', grantor: 'lead' });
    expect(rowsOf([row], facts(delegated, team))).toEqual(['3 nothing g-2']);
    expect(rowsOf([tier(2), row], facts(delegated, team))[1]).toBe(
      '3 refuse granted by nothing-held-in-force',
    );
  });

  it('knows two equal grants from each other by what they are a part of', () => {
    const twins = [held('g-1'), held('g-2'), passedOn('g-3', 'g-1'), passedOn('g-4', 'g-2')];
    const rows = [tier(2), tier(3), ofLead(4, { partOf: 3 }), ofLead(5, { partOf: 2 })];
    expect(rowsOf(rows, facts(...twins))).toEqual([
      '2 nothing g-1',
      '3 nothing g-2',
      '4 nothing g-4',
      '5 nothing g-3',
    ]);
    const narrower = ofLead(5, { partOf: 2, perDecision: '1' });
    expect(rowsOf([tier(2), tier(3), ofLead(4, { partOf: 3 }), narrower], facts(...twins))).toEqual([
      ...['2 nothing g-1', '3 nothing g-2', '4 nothing g-4', '5 refuse holder row-repeated'],
    ]);
  });
});
