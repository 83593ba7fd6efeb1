import { firstRefusal } from '@docket/kernel';
import { rank } from '../ranking/rank';
import { definitionPolicies } from './definition.policy';
import { deliveryHealthModel } from './delivery-health';

const scoreOf = (component: object) =>
  rank([{ id: '1', name: 'One', ...component }], deliveryHealthModel)[0]?.score;
const rated = (scale: string, rating: string) => scoreOf({ confidence: { scale, rating } });

describe('the model of delivery health', () => {
  it('passes every rule of a definition', () =>
    expect(firstRefusal(definitionPolicies, deliveryHealthModel)).toBeUndefined());

  it('takes a change from five levels to three for no improvement', () =>
    expect(['green', 'amber', 'red'].map((rating) => rated('ipa-3', rating))).toEqual(
      ['green', 'amber', 'red'].map((rating) => rated('ipa-5', rating)),
    ));

  it('ranks the five levels in their order', () =>
    expect(
      ['green', 'amber-green', 'amber', 'amber-red', 'red'].map((rating) => rated('ipa-5', rating)),
    ).toEqual(['5', '3.75', '2.5', '1.25', '0']));

  it('reads amounts in pounds: a small project on budget and in green has the full score', () =>
    expect(
      scoreOf({
        confidence: { scale: 'ipa-3', rating: 'green' },
        budget: '7900000',
        forecast: '7900000',
        wholeLifeCost: '34000000',
      }),
    ).toBe('5'));

  it('counts a forecast below the budget like one above it', () => {
    const [under, over] = ['4200000', '11600000'].map((forecast) =>
      scoreOf({
        confidence: { scale: 'ipa-3', rating: 'amber' },
        budget: '7900000',
        forecast,
        wholeLifeCost: '34000000',
      }),
    );
    expect([under, over]).toEqual(['2.5', '2.5']);
  });

  it('ranks nobody who leaves out a bad rating, however good budget and cost are', () =>
    expect(scoreOf({ budget: '7900000', forecast: '7900000', wholeLifeCost: '34000000' })).toBeNull());

  it('ranks by the rating alone where nothing else was reported', () =>
    expect(rated('ipa-3', 'amber')).toBe('2.5'));
});
