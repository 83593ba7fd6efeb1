import { eventLink } from './event-link';
import { person } from './people';

describe('people and events on a page', () => {
  it.each([
    ['p-bea', 'Bea Novak (p-bea)'],
    ['process:ballot-clock', "the ballot's clock (process:ballot-clock)"],
    ['process:unknown', 'process:unknown'],
    ['p-gone', 'p-gone'],
    ['operator', 'operator'],
    [null, '–'],
    [undefined, '–'],
    ['', '–'],
  ])('a person %s is shown as %s', (id, shown) => expect(person(id)).toBe(shown));

  it('an event leads to its page at the same moment, by the same model', () =>
    expect(eventLink(2143, { portfolio: 'p', asOf: '2019-12-31', model: 'Worth' }).text).toBe(
      '<a href="/events/2143?portfolio=p&amp;asOf=2019-12-31&amp;model=Worth">event 2143</a>',
    ));
});
