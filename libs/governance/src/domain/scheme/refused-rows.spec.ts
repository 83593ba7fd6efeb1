import { planScheme } from '.';
import { chair, facts, grant, held, NOW, ofLead, planned, tier } from './scheme.scenes';

const LATER = '2026-09-01T00:00:00.000Z';
const LAST = '2027-01-01T00:00:00.000Z';
const rowsOf = (...given: Parameters<typeof planned>) => planned(...given).rows;

describe('a row of a scheme is refused', () => {
  it.each([
    [
      'beyond the limit per decision of what it is a part of',
      { perDecision: '51' },
      'limit per decision beyond-own-limit',
    ],
    ['beyond the kinds of what it is a part of', { kinds: ['operating'] }, 'kind beyond-own-limit'],
    ['beyond the outcomes', { outcomes: null }, 'outcomes beyond-own-limit'],
    ['beyond the domain', { domains: ['rail'] }, 'domain beyond-own-limit'],
    ['beyond the limit per period', { perPeriod: null }, 'limit per period beyond-own-limit'],
    ['beyond the term', { until: null }, 'until beyond-own-limit'],
    ['with a node that is not there', { domains: ['canals'] }, 'domain node-unknown'],
    ['to whom it comes from', { bodyId: 'board' }, 'holder circle-of-grants'],
    [
      'with a time to call in that is too long',
      { callInHours: 9_000 },
      'call-in hours call-in-window-malformed',
    ],
    ['to a body that is not there', { bodyId: 'nobody' }, 'holder body-unknown'],
  ])('%s', (_, change, refused) => {
    const whole = {
      ...{
        kinds: ['capital'],
        outcomes: ['go' as const],
        domains: ['roads'],
        perDecision: '50',
        until: LAST,
      },
      perPeriod: { amount: '90', period: 'year' as const },
    };
    expect(rowsOf([tier(2, whole), ofLead(3, { ...whole, ...change })])).toEqual([
      '2 give',
      `3 refuse ${refused}`,
    ]);
  });

  it('where its grantor may not pass anything on', () =>
    expect(rowsOf([tier(2, { maySubDelegate: false }), ofLead(3)])).toEqual([
      ...['2 give', '3 refuse granted by sub-delegation-not-allowed'],
    ]));

  it('of the portfolio, with a node that is not there or a time to call in that nobody would have', () =>
    expect(rowsOf([tier(2, { domains: ['canals'] }), tier(3, { callInHours: 24 })])).toEqual([
      ...['2 refuse domain node-unknown', '3 refuse call-in hours call-in-by-nobody'],
    ]));

  it('for what its grantor holds now, and for what is over only where there is nothing else', () => {
    const over = held('g-1', { until: NOW });
    const row = ofLead(2, { perDecision: '9' });
    expect(rowsOf([row], facts(over))).toEqual(['2 refuse granted by grant-expired']);
    expect(rowsOf([row], facts(over, held('g-2', { perDecision: '5' })))).toEqual([
      '2 refuse limit per decision beyond-own-limit',
    ]);
  });

  it('with those that grant to each other in a circle, however long', () =>
    expect(
      rowsOf([
        ofLead(2),
        tier(3, { bodyId: 'team', grantor: 'lead' }),
        tier(4, { grantor: 'team' }),
        tier(5, { bodyId: 'rail' }),
      ]),
    ).toEqual(['5 give', ...[2, 3, 4].map((line) => `${line} refuse granted by circle-of-grants`)]));

  it('but not for bodies that grant each other different things', () =>
    expect(
      rowsOf([
        tier(2, { kinds: ['capital'] }),
        ofLead(3, { kinds: ['capital'] }),
        tier(4, { bodyId: 'lead', kinds: ['operating'] }),
        tier(5, { grantor: 'lead', kinds: ['operating'] }),
      ]),
    ).toEqual(['2 give', '4 give', '3 give of line 2', '5 give of line 4']));

  it('where what it would be a part of is refused, and is told which line that is', () => {
    const { rows } = planScheme([tier(2, { domains: ['canals'] }), ofLead(3)], facts(), {
      revokeMissing: false,
    });
    expect(rows[1]).toMatchObject({
      ...{ does: 'refuse', column: 'granted by' },
      refusal: { code: 'row-above-refused', message: expect.stringContaining('line 2') },
    });
    expect(rowsOf([tier(2, { domains: ['canals'] }), ofLead(3, { partOf: 2 })])[1]).toBe(
      '3 refuse granted by row-above-refused',
    );
  });

  it('where the row it names is held by another body', () =>
    expect(rowsOf([tier(2), tier(3, { bodyId: 'rail' }), ofLead(4, { partOf: 3 })])[2]).toBe(
      '4 refuse part of row-above-held-by-another',
    ));

  it('where another row grants the same to the same for the same time, and is new or changed', () => {
    const twice = [tier(2, { perDecision: '5' }), tier(3, { perDecision: '8' })];
    expect(rowsOf(twice)).toEqual(['2 give', '3 refuse holder row-repeated']);
    expect(rowsOf(twice, facts(held('g-1', { perDecision: '8' })))).toEqual([
      ...['2 refuse holder row-repeated', '3 nothing g-1'],
    ]);
    expect(
      rowsOf(twice, facts(held('g-1', { perDecision: '5' }), held('g-2', { perDecision: '8' }))),
    ).toEqual([...['2 nothing g-1', '3 nothing g-2']]);
  });

  it('but not where the two are for other outcomes, or one after the other', () => {
    expect(rowsOf([tier(2, { outcomes: ['go'] }), tier(3, { outcomes: ['kill'] })])).toEqual([
      '2 give',
      '3 give',
    ]);
    expect(rowsOf([tier(2, { until: LATER }), tier(3, { from: LATER })])).toEqual(['2 give', '3 give']);
  });

  it('where the actor could not give it themselves, or not revoke what it replaces', () => {
    const asked = { ...facts(held('g-1')), context: chair('cleo') };
    expect(rowsOf([tier(2), ofLead(3)], asked)).toEqual(['2 nothing g-1', '3 give of g-1']);
    expect(rowsOf([tier(2, { perDecision: '1' })], asked)).toEqual([
      '2 refuse granted by not-yours-to-revoke',
    ]);
    const asLead = { ...facts(held('g-1')), context: chair('lea') };
    expect(rowsOf([tier(2), ofLead(3)], asLead)).toEqual([
      '2 nothing g-1',
      '3 refuse granted by not-yours-to-grant',
    ]);
    const { missing } = planScheme([ofLead(3)], asLead, { revokeMissing: true });
    expect(missing).toMatchObject([{ grant: { grantId: 'g-1' }, refusal: { code: 'not-yours-to-revoke' } }]);
  });
});

describe('a thousand rows', () => {
  it('are judged at once', () => {
    const rows = Array.from({ length: 1_000 }, (_, at) =>
      ofLead(at + 3, { kinds: [`kind-${at}`], perDecision: '1', bodyId: at % 2 === 0 ? 'lead' : 'rail' }),
    );
    const { rows: given } = planScheme([...rows, tier(2)], facts(grant('g-0', 'team')), {
      revokeMissing: false,
    });
    expect(given.filter(({ does }) => does === 'give')).toHaveLength(1_001);
  });
});
