import type { ModelDetail } from '@docket/assessment';
import { wordsOf } from '../words.fixture';
import { modelsView } from './models.view';

const criterion = {
  ...{ id: 'cost', name: 'Cost', weight: '1', direction: 'cost', measure: 'whole-life-cost' },
  scale: {
    ...{ kind: 'bands', maximum: '5', unit: 'GBP' },
    bands: [{ from: null, below: null, points: '1', meaning: 'Any.' }],
  },
};
const model = {
  ...{ id: 'm1', name: 'Health', status: 'draft', draftedAt: '2027-01-01T12:00:00.000Z' },
  ...{ publishedAt: null, effectiveFrom: null, retiredAt: null, inRetrospect: false, revision: 0 },
  ...{ portfolioId: 'p', publishedBy: null, retiredBy: null, retiredFor: null, comparison: null },
  ...{ criteria: [criterion], minimumCoverage: '0.5', canBeMissing: [] },
  remarks: [
    { code: 'every-criterion-needed', text: 'Every criterion is needed.' },
    { code: 'less-is-better', text: 'The maximum less the points is counted.' },
  ],
} as unknown as ModelDetail;
const shown = (over: Partial<ModelDetail> = {}) =>
  wordsOf(
    modelsView({
      ...{ kept: { portfolio: 'works' }, portfolio: { name: 'Works', timeZone: 'UTC' } },
      asOf: {
        ...{ token: 'token', number: 9, recordedNumber: 9, at: '2027-01-01T12:00:00.000Z' },
        ...{ log: 'l', definition: 'd' },
      },
      models: [{ model: { ...model, ...over }, assessed: undefined }],
    }),
  );

describe('the page of scoring models', () => {
  it('says what may be missing, and how less is better is counted', () =>
    expect(shown()).toContain('Every criterion is needed. The maximum less the points is counted.'));

  it('says what assessors rate, or that there is nothing to rate', () => {
    expect(shown()).toContain('Rated by assessors nothing: it measures everything');
    const rated = { ...criterion, name: 'Fit', measure: 'assessment' };
    const criteria = [rated, { ...rated, name: 'Reach' }] as unknown as ModelDetail['criteria'];
    expect(shown({ criteria })).toContain('Rated by assessors Fit, Reach');
  });
});
