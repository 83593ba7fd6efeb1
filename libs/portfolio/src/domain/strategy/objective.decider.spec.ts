import { specFor } from '@docket/kernel/testing';
import { decider } from './strategy.decider';
import { add, added, fewerLimits, portfolio, retire, retired, weigh, weighed } from './strategy.scenes';

const { given } = specFor(decider);

describe('adding an objective', () => {
  it('says what is measured, from where to where', () => given().when(add('limits')).then(added('limits')));

  it('tidies names and writes one number in one way', () =>
    given()
      .when(
        add('limits', {
          name: '  No lorry  turns back ',
          measure: { name: ' Bridges under a load limit', unit: 'bridges ', direction: 'falls' },
          baseline: { value: '40.00', day: '2025-12-31' },
          target: { value: '010', day: '2030-12-31' },
        }),
      )
      .then(added('limits')));

  it('may hold a measure where it is', () =>
    given()
      .when(add('limits', { target: { value: '40', day: '2030-12-31' } }))
      .then(added('limits', { target: { value: '40', day: '2030-12-31' } })));

  it.each([
    ['a blank name', { name: ' \n' }, 'name-blank'],
    ['a measure without name', { measure: { name: ' ', unit: '%', direction: 'rises' } }, 'measure-blank'],
    ['a measure without unit', { measure: { name: 'Trips', unit: '', direction: 'rises' } }, 'measure-blank'],
    ['a baseline that is no number', { baseline: { value: '4e1', day: '2025-12-31' } }, 'value-malformed'],
    ['a target that is no number', { target: { value: 'NaN', day: '2030-12-31' } }, 'value-malformed'],
    ['a baseline of no day', { baseline: { value: '40', day: '2025-02-30' } }, 'day-malformed'],
    ['a target of no day', { target: { value: '10', day: 'soon' } }, 'day-malformed'],
    [
      'a target of the day of the baseline',
      { target: { value: '10', day: '2025-12-31' } },
      'target-not-after-baseline',
    ],
    [
      'a target above a baseline from which it is to fall',
      { target: { value: '40.01', day: '2030-12-31' } },
      'target-against-direction',
    ],
    [
      'a target below a baseline from which it is to rise',
      { measure: { ...fewerLimits.measure, direction: 'rises' } },
      'target-against-direction',
    ],
  ] as const)('refuses %s', (_, changed, code) => given().when(add('limits', changed)).thenRefused(code));

  it('refuses the name of another that is active, in any capitals', () => {
    given(added('limits'))
      .when(add('trips', { name: 'NO LORRY turns back' }))
      .thenRefused('objective-name-taken');
    given(added('limits'), retired('limits'))
      .when(add('trips', { name: fewerLimits.name }))
      .then(added('trips', { name: fewerLimits.name }));
  });

  it('happens once for an id', () =>
    given(added('limits')).when(add('limits')).thenRefused('objective-already-added'));

  it('needs a portfolio', () =>
    given()
      .when({ ...add('limits'), data: { ...add('limits').data, portfolio: { status: 'absent' } } })
      .thenRefused('portfolio-unknown'));

  it('takes no imported history once the dates are settled, nor before an import has come so far', () => {
    const of2014 = { origin: 'import', at: '2014-07-01T00:00:00.000Z' } as const;
    given().when(add('limits'), of2014).thenRefused('history-settled');
    const open = { ...portfolio, history: 'open' } as const;
    given()
      .when({ ...add('limits'), data: { ...add('limits').data, portfolio: open } }, of2014)
      .thenRefused('history-out-of-order');
  });
});

describe('retiring an objective', () => {
  it('ends it, with the reason', () => given(added('limits')).when(retire('limits')).then(retired('limits')));
  it('says nothing the second time', () =>
    given(added('limits'), retired('limits')).when(retire('limits', 'Again.')).thenNothing());
  it('needs a reason', () => given(added('limits')).when(retire('limits', ' ')).thenRefused('reason-blank'));
  it('needs an objective', () => given().when(retire('limits')).thenRefused('objective-unknown'));
});

describe('weighing the objectives', () => {
  const two = [added('limits'), added('trips')];

  it('gives all of them their share at once, in one order', () =>
    given(...two)
      .when(weigh(['trips', '0.40'], ['limits', '0.6']))
      .then(weighed({ limits: '0.6', trips: '0.4' })));

  it('says nothing where they are weighed so', () =>
    given(...two, weighed({ limits: '0.6', trips: '0.4' }))
      .when(weigh(['trips', '0.4'], ['limits', '0.60']))
      .thenNothing());

  it('is exact: three thirds of 0.333 are not the whole', () =>
    given(...two)
      .when(weigh(['limits', '0.666666666666'], ['trips', '0.333333333333']))
      .thenRefused('weights-do-not-sum'));

  it.each([
    [
      'more than the whole',
      [
        ['limits', '0.6'],
        ['trips', '0.41'],
      ],
      'weights-do-not-sum',
    ],
    ['one of several alone', [['limits', '1']], 'objective-not-weighed'],
    ['nothing', [], 'objective-not-weighed'],
    [
      'one twice',
      [
        ['limits', '0.5'],
        ['limits', '0.5'],
      ],
      'objective-weighed-twice',
    ],
    [
      'one nobody knows',
      [
        ['limits', '0.6'],
        ['rail', '0.4'],
      ],
      'objective-unknown',
    ],
    [
      'nothing at all for one',
      [
        ['limits', '1'],
        ['trips', '0'],
      ],
      'weight-not-positive',
    ],
    [
      'less than nothing for one',
      [
        ['limits', '1.5'],
        ['trips', '-0.5'],
      ],
      'weight-not-positive',
    ],
    [
      'what is no number',
      [
        ['limits', 'half'],
        ['trips', '0.5'],
      ],
      'weight-not-positive',
    ],
  ] as const)('refuses %s', (_, weights, code) =>
    given(...two)
      .when(weigh(...weights))
      .thenRefused(code),
  );

  it('leaves retired ones out', () => {
    given(...two, retired('trips'))
      .when(weigh(['limits', '1']))
      .then(weighed({ limits: '1' }));
    given(...two, retired('trips'))
      .when(weigh(['limits', '0.5'], ['trips', '0.5']))
      .thenRefused('objective-retired');
  });
});
