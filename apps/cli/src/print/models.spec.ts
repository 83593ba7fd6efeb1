import { assessmentsPage } from './assessments';
import { comparisonTable } from './comparison';
import { modelsTable } from './models';

const asOf = { token: 'token', number: 9, at: '2020-01-01T12:00:00.000Z' };
const works = { name: 'Works', timeZone: 'UTC' };
const flat = (text: string): string => text.replace(/\s+/g, ' ');
const named = (text: string): string => text;

describe('at the command line', () => {
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

  it('a comparison says who moves by how much, and who is ranked by one only', () => {
    const answer = {
      asOf,
      portfolio: { name: 'Works' },
      model: { name: 'Next' },
      against: { name: 'Worth' },
      notices: [{ text: 'By “Next”: ranked even without: Fit (25 %).' }],
      carried: [{ criterion: 'fit', name: 'Fit' }],
      own: { ranked: 0, unranked: 2 },
      rows: [
        {
          name: 'Bridge',
          model: { rank: 1, score: '3' },
          against: { rank: 3, score: '2' },
          moved: 2,
          carried: ['fit'],
        },
        {
          name: 'Port',
          model: { rank: null, score: null },
          against: { rank: 1, score: '4' },
          moved: null,
          carried: [],
        },
      ],
    };
    const said = flat(comparisonTable(answer, 'UTC'));
    expect(said).toContain('Works, by Next instead of Worth');
    expect(said).toContain('note: By “Next”: ranked even without: Fit (25 %).');
    expect(said).toContain('Bridge: 3 (2.000) → 1 (3.000), 2 places up; Fit as rated by Worth');
    expect(said).toContain('Port: 1 (4.000) → unranked, ranked by one only');
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
