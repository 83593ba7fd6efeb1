import type { ComponentContributions, ProjectAssessments } from '@docket/assessment';
import { wordsOf } from '../words.fixture';
import { assessmentsSection } from './assessments.view';
import { contributionsSection } from './contributions.view';

const kept = { portfolio: 'works' };

describe('assessments of a project', () => {
  const assessed = {
    model: { id: 'm1', name: 'Worth' },
    assessments: [
      {
        assessor: 'p-dina',
        changedAt: '2027-01-01T12:00:00.000Z',
        ratings: [{ criterion: 'fit', points: '4', reason: 'Alone.' }],
        notCounted: null,
      },
      {
        assessor: 'p-bea',
        changedAt: '2027-01-01T12:00:00.000Z',
        ratings: [{ criterion: 'fit', points: '5', reason: 'Mine.' }],
        notCounted: 'sponsor',
      },
    ],
    withdrawn: [
      {
        assessor: 'p-carl',
        withdrawnBy: 'p-otto',
        withdrawnAt: '2027-01-02T12:00:00.000Z',
        reason: 'Own project.',
      },
    ],
    criteria: [
      { criterion: 'fit', name: 'Fit', maximum: '5', assessors: 2, mean: '3.5', spread: '0.707107' },
    ],
    agreement: { value: '0.25', notAvailable: null, assessors: 2, items: 3 },
  } as unknown as ProjectAssessments;
  const said = wordsOf(assessmentsSection([assessed], { kept, timeZone: 'UTC' }));

  it.each([
    'By Worth Criterion Mean Of at most Spread Assessors Fit 3.50 5 0.71 2',
    "(Kendall's W): 0.250 (2 assessors, 3 criteria)",
    'Dina Farouk (p-dina) 2027-01-01 Fit 4 Alone.',
    'Bea Novak (p-bea), not counted: now its sponsor 2027-01-01 Fit 5 Mine.',
    'The assessment of Carl Mbeki (p-carl) was withdrawn by Otto Lindqvist (p-otto) on 2027-01-02: Own project.',
  ])('say: %s', (part) => expect(said).toContain(part));

  it('say why assessors cannot agree', () => {
    const agreement = { value: null, notAvailable: 'too-few-assessors', assessors: 1, items: 1 } as const;
    expect(wordsOf(assessmentsSection([{ ...assessed, agreement }], { kept, timeZone: 'UTC' }))).toContain(
      'not available: it takes two assessors',
    );
  });

  it('are no part of the page where nobody assessed', () =>
    expect(
      assessmentsSection([{ ...assessed, assessments: [], withdrawn: [] }], { kept, timeZone: 'UTC' }),
    ).toEqual([]));
});

it('contributions say the level, who claimed and who confirmed, and the alignment that follows', () => {
  const judged = { level: 3, reason: 'Lifts limits.', by: 'p-priya', at: '2027-01-01T12:00:00.000Z' };
  const contributions = {
    alignment: { value: '75', reason: null, coverage: { used: 1, eligible: 2 } },
    contributions: [
      {
        objectiveId: 'o1',
        status: 'claimed',
        level: { level: 3, name: 'strong', meaning: 'It moves it.', alignment: '75' },
        claimed: { level: 3, name: 'strong' },
        claim: judged,
        confirmation: null,
      },
      {
        objectiveId: 'o2',
        status: 'claimed',
        level: { level: 1, name: 'indirect', meaning: 'It may.', alignment: '25' },
        claimed: { level: 4, name: 'decisive' },
        claim: { ...judged, level: 4 },
        confirmation: { ...judged, by: 'p-otto', reason: 'Hardly.' },
      },
      {
        objectiveId: 'o3',
        status: 'confirmed',
        level: { level: 2, name: 'supporting', meaning: 'It helps.', alignment: '50' },
        claimed: { level: 4, name: 'decisive' },
        claim: { ...judged, level: 4 },
        confirmation: { ...judged, level: 2, by: 'p-otto', reason: 'It helps.' },
      },
    ],
  } as unknown as ComponentContributions;
  const objectives = new Map([['o1', 'No lorry turns back']]);
  expect(wordsOf(contributionsSection(contributions, { kept, objectives }))).toMatch(
    /Alignment: 75.0 of 100, confirmed for 1 of 2 weighed objectives .* No lorry turns back strong \(3\) It moves it\. claimed Priya Raman \(p-priya\): Lifts limits\. – o2 indirect \(1\) It may\. confirmed 1 \(indirect\); a claim of 4 \(decisive\) waits Priya Raman \(p-priya\): Lifts limits\. Otto Lindqvist \(p-otto\): Hardly\. o3 supporting \(2\) It helps\. claimed 4 \(decisive\), confirmed 2 \(supporting\) Priya Raman/,
  );
});
