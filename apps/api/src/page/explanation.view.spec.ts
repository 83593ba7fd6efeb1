import type { ExplainedCriterion } from '@docket/assessment';
import { explanationView, type ExplanationPage } from './explanation.view';
import { html } from './html';
import { wordsOf } from './words.fixture';

const measured: ExplainedCriterion = {
  ...{ criterion: 'cost', name: 'Cost', measure: 'whole-life-cost', weight: '1', direction: 'cost' },
  ...{ unit: 'GBP', value: '900', scale: null, rated: null, missing: null },
  ...{ anchor: { points: '1', credit: '4', maximum: '5', meaning: 'Small.' }, contribution: '4' },
  ...{ origin: null, figures: [] },
};
const rated: ExplainedCriterion = {
  ...{ ...measured, criterion: 'risk', name: 'Risk', measure: 'assessment', unit: null },
  ...{ value: '1.333333333333', contribution: '3.666666666667' },
  anchor: { points: '1.333333333333', credit: '3.666666666667', maximum: '5', meaning: 'Between.' },
  rated: {
    ...{ assessors: 3, lowest: '1', highest: '2', spread: '0.57735' },
    ...{ ratings: [], notCounted: [] },
  },
};

/** Of the project beside its place only what its facts read. */
const project = {
  ...{ status: 'proposed', absentFrom: null, department: null, category: null, since: '2019-01-01' },
  ...{ businessCase: null, baseline: null, lastReport: null, confidence: null, reported: {} },
  ...{ mustHave: null, description: null },
} as unknown as ExplanationPage['project'];

const said = (criterion: ExplainedCriterion): string => {
  const row = { rank: 1, reason: 'So.', id: 'bridge', name: 'Bridge', score: '4', coverage: '1' };
  return wordsOf(
    explanationView({
      asOf: {
        ...{ token: 'token', number: 7, recordedNumber: 7, at: '2020-01-01T04:59:59.999Z' },
        ...{ log: 'log', definition: 'd1' },
      },
      ...{ kept: { portfolio: 'works' }, entries: [], swaps: [], moved: html``, file: html``, notices: [] },
      portfolio: { id: 'works', name: 'Works', currency: 'GBP', timeZone: 'UTC' },
      model: { name: 'Worth' } as unknown as ExplanationPage['model'],
      ...{ row: { ...row, tieBreak: [], contributions: [] }, ranked: 1, above: null, below: null },
      ...{ criteria: [criterion], project, told: new Map() },
    }),
  );
};

describe('what a step of a scale counts, on the page', () => {
  it('is its credit: of less is better, what its points leave of the maximum', () => {
    expect(said(measured)).toMatch(/less is better .*900 4 of 5: Small\./);
    expect(said(rated)).toContain('3.67 of 5: Between.');
  });
});
