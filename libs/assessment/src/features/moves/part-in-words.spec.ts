import type { MovePart } from './moves';
import { partInWords } from './part-in-words';

const part = (type: string, over: Partial<MovePart> = {}): MovePart => ({
  ...{ number: 7, eventId: 'e', type, date: '2026-03-02T09:00:00.000Z', stream: 's', revision: 0 },
  ...{ component: { id: 'b', name: 'Bridge' }, score: '0.3', places: 0, turn: null },
  ...{ changes: [], ratings: [], fields: [], moreFields: 0 },
  ...over,
});
const fit = { assessor: 'p-ben', criterion: 'fit', name: 'Strategic fit' };
const cost = { criterion: 'cost', name: 'Whole-life cost', unit: 'GBP' };

describe('an event that moved a component, in words', () => {
  it.each<[string, MovePart, string]>([
    [
      'a rating that was changed',
      part('CriterionRated.v1', { ratings: [{ ...fit, from: '2', to: '4' }] }),
      'p-ben rated Strategic fit 4 instead of 2',
    ],
    [
      'a first rating',
      part('CriterionRated.v1', { ratings: [{ ...fit, from: null, to: '4' }] }),
      'p-ben rated Strategic fit 4',
    ],
    [
      'ratings that somebody took back',
      part('AssessmentWithdrawn.v1', {
        ratings: [
          { ...fit, from: '4', to: null },
          { ...fit, criterion: 'reach', name: 'Reach', from: '3', to: null },
        ],
      }),
      'p-ben took back the rating of Strategic fit 4 and Reach 3',
    ],
    [
      'a case that was revised, by what is measured of it',
      part('ProposalRevised.v2', {
        changes: [{ ...cost, from: '12000', to: '8000', points: { from: '5', to: '2' } }],
        fields: [{ path: 'wholeLifeCost', before: '12000', after: '8000' }],
      }),
      'p-ben revised its business case: Whole-life cost GBP 8,000 instead of GBP 12,000',
    ],
    [
      'people that changed, and whose ratings count no longer for it',
      part('BusinessCaseRevised.v1', {
        changes: [
          { criterion: 'fit', name: 'Fit', unit: null, from: '4', to: '3', points: { from: '4', to: '3' } },
        ],
        ratings: [{ ...fit, assessor: 'p-bea', from: '5', to: null }],
        fields: [{ path: 'sponsor', before: 'p-maya', after: 'p-bea' }],
      }),
      'p-ben revised its business case: sponsor p-bea instead of p-maya; what p-bea rated counts no longer',
    ],
    [
      'a name that decides a tie',
      part('ProjectRedescribed.v1', { fields: [{ path: 'name', before: 'Tunnel', after: 'A tunnel' }] }),
      'p-ben imported another description of it: name A tunnel instead of Tunnel',
    ],
    [
      'a figure that is no longer reported',
      part('StatusReported.v2', {
        changes: [{ ...cost, from: '1', to: null, points: { from: '0', to: null } }],
      }),
      'p-ben reported its status: Whole-life cost no longer GBP 1',
    ],
    ['what no word is known for', part('NodeMoved.v1'), 'p-ben recorded node moved'],
  ])('is %s', (_, told, sentence) => expect(partInWords(told, 'p-ben')).toBe(sentence));

  it('names whose rating it was where somebody else withdrew it', () =>
    expect(
      partInWords(part('AssessmentWithdrawn.v1', { ratings: [{ ...fit, from: '4', to: null }] }), 'p-otto'),
    ).toBe('p-otto took back the rating of Strategic fit 4 by p-ben'));
});
