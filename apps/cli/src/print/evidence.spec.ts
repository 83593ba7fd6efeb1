import { namesBeside, samplePeople } from '@docket/identity';
import { assessmentHistoryPage } from './assessment-history';
import { eventPage, type EventAnswer } from './event';
import { explanation, type ExplainAnswer } from './explanation';

const named = namesBeside(samplePeople);
const asOf = { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' };
const flat = (text: string): string => text.replace(/\s+/g, ' ');

const event: EventAnswer = {
  ...{ asOf, number: 7, eventId: 'e-7', type: 'CriterionRated.v1', date: asOf.at, recordedAt: asOf.at },
  ...{ knownAt: null, stream: 'docket-assessment-1', revision: 1, position: '7', actor: 'p-bea' },
  ...{ onBehalfOf: null, authentication: 'local-session', origin: 'live', commandId: 'c' },
  ...{ correlationId: 'k', causationId: null, guards: [{ stream: 'docket-project-1', revision: 3 }] },
  ...{ hash: 'h', previous: 'g', facts: { points: '4', guarded: [1] }, words: { reason: 'The rail link.' } },
  withheld: null,
};

describe('the evidence, in a terminal', () => {
  it('an event says who recorded it when and on what, what it says, and its place in the chain', () => {
    const said = flat(eventPage(event, named));
    for (const part of [
      'Event 7, CriterionRated.v1, as of',
      'recorded at: 2020-01-01T12:00:00.000Z by: Bea Novak (p-bea)',
      'Facts: points: 4 guarded: [1] Words: reason: The rail link.',
      'Decided on: docket-project-1 revision 3',
      'hash of its facts: h hash of the event before it: g',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('known at');
  });

  it('an event says why what it says is withheld, and that it is the first of its stream', () => {
    const kept = { ...event, facts: null, words: null, withheld: 'No read shows it.', previous: null };
    expect(flat(eventPage({ ...kept, guards: [] }, named))).toMatch(
      /No read shows it\. .*none, it is the first/,
    );
  });

  it('assessments tell what became of each', () => {
    const rating = { name: 'Fit', reason: 'So.', number: 7 };
    const did = { at: asOf.at, by: 'p-bea', comment: null, reason: null };
    const answer = {
      asOf,
      project: { name: 'Bridge' },
      assessments: [
        {
          ...{ assessor: 'p-bea', model: { name: 'Worth' }, notCounted: 'sponsor' },
          versions: [
            {
              ...did,
              kind: 'given',
              ratings: [{ ...rating, from: null, to: '2' }],
              comment: { to: 'First.' },
            },
            { ...did, kind: 'revised', ratings: [{ ...rating, from: '2', to: '4' }] },
            {
              ...{ ...did, kind: 'withdrawn', by: 'p-otto', reason: 'Too early.', comment: { to: null } },
              ratings: [{ ...rating, from: '4', to: null, reason: null }],
            },
          ],
        },
      ],
    };
    const said = flat(assessmentHistoryPage(answer, 'UTC', named));
    for (const part of [
      'Bea Novak (p-bea), by Worth, not counted: now its sponsor:',
      'given by Bea Novak (p-bea) on 2020-01-01 Fit 2: “So.” (event 7) of the whole: “First.”',
      'Fit 4 instead of 2: “So.” (event 7)',
      'withdrawn by Otto Lindqvist (p-otto) on 2020-01-01: “Too early.” Fit no longer rated 4 (event 7) of the whole: nothing any more',
    ])
      expect(said).toContain(part);
    expect(assessmentHistoryPage({ ...answer, assessments: [] }, 'UTC', named)).toContain(
      'Nobody has assessed it.',
    );
  });

  it('an explanation tells the mean with every rating, and those that do not count', () => {
    const origin = { number: 7, stream: 's', revision: 0, date: asOf.at };
    const rating = { points: '4', meaning: 'Alone.', reason: 'So.', origin };
    const rated = {
      ...{ assessors: 2, lowest: '2', highest: '4', spread: '1.414214' },
      ratings: [
        { ...rating, assessor: 'p-bea' },
        { ...rating, assessor: 'p-dina', points: '2' },
      ],
      notCounted: [{ ...rating, assessor: 'p-carl', because: 'sponsor', since: { ...origin, number: 9 } }],
    };
    const criterion = {
      ...{ name: 'Fit', weight: '1', direction: 'benefit', unit: null, value: '3', scale: null, rated },
      ...{ missing: null, anchor: { credit: '3', maximum: '5', meaning: 'Between.' }, contribution: '3' },
      origin: null,
      figures: [],
    };
    const answer = {
      ...{ asOf, portfolio: { name: 'Works' }, model: { name: 'Worth' }, notices: [], ranked: 1 },
      row: { rank: 1, reason: 'So.', name: 'Bridge', score: '3', coverage: '1' },
      ...{ criteria: [criterion], above: null, below: null },
    } satisfies ExplainAnswer;
    const said = flat(explanation(answer, 'UTC', { named }));
    for (const part of [
      '3.00, mean of 2 assessors, 2 to 4, spread 1.4: counts 3.00 of 5. Between.',
      'Bea Novak (p-bea): 4 (Alone.) “So.” (event 7 of 2020-01-01)',
      'Carl Mbeki (p-carl): 4 (Alone.) “So.” (event 7 of 2020-01-01), not counted: now its sponsor, since event 9',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('reported');
  });

  it('an explanation says of which day a figure is that the latest report leaves out', () => {
    const cost = {
      figure: 'wholeLifeCost',
      reportedFor: '2023-07-01',
      number: 2311,
      leftOutBy: '2026-11-20',
    };
    const criterion = {
      ...{
        name: 'Cost',
        weight: '1',
        direction: 'cost',
        unit: 'GBP',
        value: '900',
        scale: null,
        rated: null,
      },
      ...{ missing: null, anchor: { credit: '5', maximum: '5', meaning: 'Small.' }, contribution: '5' },
      ...{ origin: { number: 2311, stream: 's', revision: 0, date: asOf.at } },
      figures: [
        { ...cost, figure: 'wholeLifeCost' },
        { ...cost, figure: 'budget', leftOutBy: null },
      ],
    } as const;
    const answer = {
      ...{ asOf, portfolio: { name: 'Works' }, model: { name: 'Worth' }, notices: [], ranked: 1 },
      row: { rank: 1, reason: 'So.', name: 'Bridge', score: '5', coverage: '1' },
      ...{ criteria: [criterion], above: null, below: null },
    } satisfies ExplainAnswer;
    const said = flat(explanation(answer, 'UTC'));
    expect(said).toContain(
      's revision 0 whole-life cost reported for 2023-07-01, event 2311; the report for 2026-11-20 leaves it out',
    );
    expect(said).not.toContain('budget');
  });
});
