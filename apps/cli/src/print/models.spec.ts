import { namesBeside, samplePeople } from '@docket/identity';
import { assessmentsPage } from './assessments';
import { comparisonTable, type ComparisonAnswer } from './comparison';
import { modelsTable } from './models';

const asOf = { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' };
const named = namesBeside(samplePeople);
const works = { name: 'Works', timeZone: 'UTC' };
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('in a terminal', () => {
  it('models say since when they count', () => {
    const model = {
      id: 'm',
      name: 'Worth',
      status: 'retired',
      publishedAt: '2019-01-01T12:00:00.000Z',
      effectiveFrom: null,
      retiredAt: '2019-06-01T12:00:00.000Z',
      remarks: [{ text: 'Ranked even without: Fit (25 %).' }],
    };
    const draft = {
      ...model,
      name: 'Next',
      status: 'draft',
      publishedAt: null,
      retiredAt: null,
      remarks: [],
    };
    const said = flat(modelsTable({ asOf, rows: [model, draft] }, works));
    expect(said).toContain(
      'Worth retired 2019-01-01 until 2019-06-01 Ranked even without: Fit (25 %). Next draft –',
    );
  });

  it('assessments say what is not rated, and how far assessors agree', () => {
    const answer = {
      asOf,
      portfolio: { name: 'Works' },
      model: { name: 'Worth' },
      notices: [{ text: '1 of 2 components has no ratings by “Worth”.' }],
      assessments: [
        {
          ...{ project: { name: 'Bridge' }, assessor: 'p-dina', changedAt: asOf.at, missing: ['reach'] },
          notCounted: null,
        },
        {
          ...{ project: { name: 'Port' }, assessor: 'p-bea', changedAt: asOf.at, missing: [] },
          notCounted: 'sponsor',
        },
      ],
      agreement: [
        { name: 'Fit', value: '0.5', notAvailable: null, assessors: 2, items: 3 },
        { name: 'Reach', value: null, notAvailable: 'too-few-assessors', assessors: 1, items: 3 },
      ],
      rated: [{ name: 'Worth' }],
    };
    const said = flat(assessmentsPage(answer, 'UTC', named));
    expect(said).toContain('Bridge, by Dina Farouk (p-dina) on 2020-01-01; not rated: reach');
    expect(said).toContain('Port, by Bea Novak (p-bea) on 2020-01-01; not counted: now its sponsor');
    expect(said).toContain('note: 1 of 2 components has no ratings by “Worth”.');
    expect(said).toContain('Fit: 0.500, 2 assessors, 3 projects');
    expect(said).toContain('Reach: not available (too few assessors), 1 assessors, 3 projects');
  });

  it.each([
    [true, ['Worth'], 'Nobody has assessed anything by Health.'],
    [
      false,
      ["Bob's worth", 'Worth'],
      "Health measures everything: there is nothing to rate by it. Rated by assessors: 'Bob'\\''s worth', 'Worth' (--model NAME).",
    ],
    [false, [], 'there is nothing to rate by it. No published model of the portfolio is rated by assessors.'],
  ])(
    'no assessments say whether there is anything to rate (%s), and by which models',
    (isRated, names, text) => {
      const fit = { name: 'Fit', value: null, notAvailable: 'too-few-assessors', assessors: 0, items: 0 };
      const answer = {
        ...{ asOf, portfolio: { name: 'Works' }, model: { name: 'Health' }, assessments: [] },
        agreement: isRated ? [fit] : [],
        notices: [],
        rated: names.map((name) => ({ name })),
      };
      expect(flat(assessmentsPage(answer, 'UTC', named))).toContain(text);
    },
  );
});

describe('a comparison in a terminal', () => {
  const unranked = { rank: null, score: null };
  const answer: ComparisonAnswer = {
    asOf,
    portfolio: { name: 'Works' },
    model: { name: 'Next' },
    against: { name: 'Worth' },
    notices: [{ text: 'Ratings are carried.' }],
    carried: [{ criterion: 'fit', name: 'Fit' }],
    own: { ranked: 0, unranked: 2 },
    heads: { moved: 1, same: 0, gainRank: 1, loseRank: 1, rankedByNeither: 200 },
    rows: [
      {
        ...{ name: 'Bridge', rankedBy: 'both', moved: 2, carried: ['fit'] },
        ...{ model: { rank: 1, score: '3' }, against: { rank: 3, score: '2' } },
      },
      {
        ...{ name: 'Tunnel', rankedBy: 'model', moved: null, carried: [] },
        ...{ model: { rank: 2, score: '2' }, against: unranked },
      },
      {
        ...{ name: 'Port', rankedBy: 'against', moved: null, carried: [] },
        ...{ model: unranked, against: { rank: 1, score: '4' } },
      },
      { name: 'Yard', rankedBy: 'neither', moved: null, carried: [], model: unranked, against: unranked },
    ],
  };
  const said = flat(comparisonTable(answer, 'UTC'));

  it('counts heads before it names anybody', () =>
    expect(said).toMatch(
      /^Works, by Next instead of Worth, .* 1 moved; 1 gain a rank \(ranked only by Next\); 1 lose it \(ranked only by Worth\); 0 of the same rank by both; 200 ranked by neither, not listed here \(--json lists them\)\. By its own ratings: 0 ranked, 2 unranked\. note: Ratings are carried\. Bridge: /,
    ));

  it.each([
    'Bridge: 3 (2.000) → 1 (3.000), 2 places up; Fit as rated by Worth',
    'Tunnel: unranked → 2 (2.000), ranked only by Next',
    'Port: 1 (4.000) → unranked, ranked only by Worth',
  ])('says who moves by how much, and by which of the two one is ranked: %s', (part) =>
    expect(said).toContain(part),
  );

  it('leaves out who is ranked by neither', () => expect(said).not.toContain('Yard'));
});
