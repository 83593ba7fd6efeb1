import { specFor } from '@docket/kernel/testing';
import * as fc from 'fast-check';
import { decider, portfolioIdOf, type HistoryReached, type PortfolioEvent, type PortfolioOpened } from '.';

const { given } = specFor(decider);
const portfolioId = portfolioIdOf('Major Projects');
const named = { portfolioId, name: 'Major Projects', currency: 'GBP', timeZone: 'Europe/London' };
const openIt = { type: 'OpenPortfolio', data: named } as const;
const opened = (history: 'open' | 'settled'): PortfolioOpened => ({
  type: 'PortfolioOpened',
  data: { ...named, history },
});
const settled: PortfolioEvent = { type: 'HistorySettled', data: { portfolioId } };
const reached = (year: number, source = 'a.csv'): HistoryReached => ({
  type: 'HistoryReached',
  data: { portfolioId, knownAt: `${year}-07-01T00:00:00.000Z`, source },
});
const reach = (year: number, source = 'a.csv') =>
  ({ type: 'ReachHistory', data: reached(year, source).data }) as const;
const settle = { type: 'SettleHistory', data: { portfolioId } } as const;

describe('opening a portfolio', () => {
  it('settles its dates at once when it is opened live', () => given().when(openIt).then(opened('settled')));

  it('leaves its history open when an import opens it', () =>
    given().when(openIt, { origin: 'import', at: '2014-07-01T00:00:00.000Z' }).then(opened('open')));

  it('keeps the name without surplus space', () =>
    given()
      .when({ type: 'OpenPortfolio', data: { ...named, name: '  Major \n Projects ' } })
      .then(opened('settled')));

  it('refuses a second portfolio of the name', () =>
    given(opened('settled')).when(openIt).thenRefused('portfolio-name-taken'));

  it('refuses a blank name', () =>
    given()
      .when({ type: 'OpenPortfolio', data: { ...named, name: ' \t' } })
      .thenRefused('name-blank'));

  it.each(['gbp', 'POUND', 'XQQ', ''])('refuses %p as a currency', (currency) =>
    given()
      .when({ type: 'OpenPortfolio', data: { ...named, currency } })
      .thenRefused('currency-unknown'),
  );

  it('refuses a time zone nobody knows', () =>
    given()
      .when({ type: 'OpenPortfolio', data: { ...named, timeZone: 'Europe/Atlantis' } })
      .thenRefused('time-zone-unknown'));

  it('refuses to be known before its time', () =>
    given()
      .when(openIt, { origin: 'import', at: '2030-01-01T00:00:00.000Z' })
      .thenRefused('history-from-the-future'));
});

describe('the id of a portfolio', () => {
  it('is one for a name in any capitals and spaces', () =>
    expect(portfolioIdOf('  major   PROJECTS ')).toBe(portfolioId));
  it('differs for another name', () => expect(portfolioIdOf('Minor Projects')).not.toBe(portfolioId));
});

describe('imported history', () => {
  it('comes in while history is open', () => given(opened('open')).when(reach(2014)).then(reached(2014)));

  it('may reach the same moment from two sources', () =>
    given(opened('open'), reached(2014)).when(reach(2014, 'b.csv')).then(reached(2014, 'b.csv')));

  it('says nothing about what it has reached before, also from an earlier year or once settled', () =>
    given(opened('open'), reached(2014), reached(2015), settled).when(reach(2014)).thenNothing());

  it('is refused once the dates are settled', () =>
    given(opened('open'), reached(2014), settled).when(reach(2015)).thenRefused('history-settled'));

  it('is refused out of order', () =>
    given(opened('open'), reached(2015)).when(reach(2014)).thenRefused('history-out-of-order'));

  it('is refused from the future', () =>
    given(opened('open')).when(reach(2030)).thenRefused('history-from-the-future'));

  it('is refused without a moment', () =>
    given(opened('open'))
      .when({ type: 'ReachHistory', data: { portfolioId, knownAt: '2014-07-01', source: 'a.csv' } })
      .thenRefused('instant-malformed'));

  it('is refused where there is no portfolio', () =>
    given().when(reach(2014)).thenRefused('portfolio-unknown'));
});

describe('settling history', () => {
  it('closes it for good', () => given(opened('open')).when(settle).then(settled));
  it('says nothing the second time', () => given(opened('open'), settled).when(settle).thenNothing());
  it('needs a portfolio', () => given().when(settle).thenRefused('portfolio-unknown'));
});

it('a command repeated on its own result changes nothing or is refused', () => {
  const command = fc.oneof(
    fc.constant(openIt),
    fc.constant(settle),
    fc
      .record({ year: fc.integer({ min: 2014, max: 2028 }), source: fc.constantFrom('a.csv', 'b.csv') })
      .map(({ year, source }) => reach(year, source)),
  );
  const at = '2026-03-02T09:00:00.000Z';
  const context = { actor: 'ada', reach: 'anything', at, now: at, origin: 'import' } as const;
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), (commands) => {
      let state = decider.initialState();
      for (const one of commands) {
        const verdict = decider.decide(one, state, context);
        if (verdict.outcome === 'refused') continue;
        state = verdict.events.reduce(decider.evolve, state);
        const again = decider.decide(one, state, context);
        expect(again.outcome === 'refused' ? [] : again.events).toEqual([]);
      }
    }),
  );
});
