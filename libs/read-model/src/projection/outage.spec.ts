import { ReadModelGone, ReadModelUnavailable, StoreUnavailable } from '@docket/kernel';
import { DatabaseUnavailable } from '@docket/postgres';
import { ToldOutage } from './outage';

const lasting = (message: string): ReadModelUnavailable =>
  new ReadModelUnavailable(message, { cause: new DatabaseUnavailable(message, { lasts: true }) });
const passing = (message: string): ReadModelUnavailable =>
  new ReadModelUnavailable(message, { cause: new DatabaseUnavailable(message) });

describe('what is told of an outage', () => {
  const told = (...errors: readonly Error[]): readonly string[] => {
    const outage = new ToldOutage();
    return errors.filter((error) => outage.isNews(error)).map(({ message }) => message);
  };

  it('is that it began, once, whatever a connection says in between', () =>
    expect(told(passing('reset'), passing('refused'), new StoreUnavailable('away'))).toEqual(['reset']));
  it('is each reason somebody has to do something about, once', () =>
    expect(
      told(
        lasting('password'),
        lasting('password'),
        passing('reset'),
        lasting('closed'),
        lasting('password'),
      ),
    ).toEqual(['password', 'closed']));
  it('is such a reason, too, where the outage began without one', () =>
    expect(told(passing('reset'), lasting('password'))).toEqual(['reset', 'password']));
  it('is that its tables are gone', () =>
    expect(told(passing('reset'), new ReadModelGone('gone'), new ReadModelGone('gone'))).toEqual([
      'reset',
      'gone',
    ]));
  it('is told anew of the next one', () => {
    const outage = new ToldOutage();
    expect([outage.isNews(lasting('password')), outage.isNews(lasting('password'))]).toEqual([true, false]);
    outage.isOver();
    expect(outage.isNews(lasting('password'))).toBe(true);
  });
});
