import { Decimal } from '@docket/kernel';
import { credited } from './credit';

const five = Decimal.of('5');
const counted = (direction: 'benefit' | 'cost', points: string) =>
  credited(direction, five, Decimal.of(points)).toString();

describe('what points count', () => {
  it('is themselves where more is better', () =>
    expect(['0', '1.25', '5'].map((points) => counted('benefit', points))).toEqual(['0', '1.25', '5']));

  it('is the maximum less them where less is better', () =>
    expect(['0', '1.25', '5'].map((points) => counted('cost', points))).toEqual(['5', '3.75', '0']));
});
