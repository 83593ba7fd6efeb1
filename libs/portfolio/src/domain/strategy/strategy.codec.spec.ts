import { describeCodec } from '@docket/kernel/testing';
import { codec } from './strategy.codec';

const portfolioId = '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385';
const objectiveId = 'c47d0e92-5b1f-8a63-8e27-4d9f1c6a0b58';
const definition = {
  name: 'No lorry turns back',
  description: 'No bridge on a freight route carries a load limit by the end of the decade.',
  measure: { name: 'Bridges under a load limit', unit: 'bridges', direction: 'falls' },
  baseline: { value: '40', day: '2025-12-31' },
  target: { value: '0', day: '2030-12-31' },
} as const;

describeCodec('strategy', codec, [
  { type: 'ObjectiveAdded', data: { portfolioId, objectiveId, ...definition } },
  {
    type: 'ObjectiveRevised',
    data: {
      ...{ portfolioId, objectiveId, ...definition, target: { value: '2.5', day: '2031-12-31' } },
      reason: 'Four more bridges were surveyed, and the budget year moved.',
    },
  },
  {
    type: 'ObjectiveRetired',
    data: { portfolioId, objectiveId, reason: 'The new strategy counts hours of closure instead.' },
  },
  {
    type: 'ObjectivesWeighed',
    data: {
      portfolioId,
      weights: [
        { objectiveId, weight: '0.6' },
        { objectiveId: 'e05b8f31-2c7a-8d94-b6f1-9a3e7d0c5248', weight: '0.4' },
      ],
    },
  },
  {
    type: 'ActualReported',
    data: {
      portfolioId,
      objectiveId,
      day: '2026-01-31',
      value: '38',
      note: 'Two were strengthened before the frost.',
    },
  },
  {
    type: 'ActualCorrected',
    data: {
      portfolioId,
      objectiveId,
      day: '2026-01-31',
      value: '39',
      former: '38',
      reason: 'One of the two is still under inspection.',
    },
  },
]);

describe('an objective revised before anybody was asked why', () => {
  const data = { portfolioId, objectiveId, ...definition };
  it('says no reason', () =>
    expect(codec.decode({ type: 'ObjectiveRevised.v1', data })).toEqual({ type: 'ObjectiveRevised', data }));
  it('has its reason among the words from then on', () =>
    expect(codec.wordsOf({ type: 'ObjectiveRevised', data: { ...data, reason: 'So.' } })).toEqual([
      'description',
      'reason',
    ]));
});
