import { rowsOf } from '../../testing/lists';
import { planOf, recorded } from '../../testing/plans';
import { NOTHING_KNOWN } from './known-project';

describe('history is refused', () => {
  const later = recorded(rowsOf([{ year: 2016, name: 'Alpha' }]));

  it('out of order, saying which order helps', () =>
    expect(
      planOf(
        rowsOf([
          { year: 2015, name: 'Alpha' },
          { year: 2016, name: 'Alpha' },
        ]),
        later,
      ),
    ).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'history-out-of-order',
        message:
          "list.csv, line 2 (2015) is not recorded, and the portfolio's history has reached 2016-07-01. Import the oldest list first, or all files at once, into a new portfolio.",
      },
    }));

  it('from the future, to the moment', () => {
    const rows = rowsOf([{ year: 2016, name: 'Alpha' }]);
    expect(planOf(rows, NOTHING_KNOWN, '2016-07-01T09:00:00.000Z')).not.toHaveProperty('refusal');
    expect(planOf(rows, NOTHING_KNOWN, '2016-07-01T08:59:59.999Z')).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'history-from-the-future',
        message:
          'list.csv, line 2: the list of 2016 is known from 2016-07-01T09:00:00.000Z, and it is 2016-07-01T08:59:59.999Z. Correct the year.',
      },
    });
  });

  it('once the dates of the portfolio are settled', () =>
    expect(planOf(rowsOf([{ year: 2017, name: 'Alpha' }]), { ...later, history: 'settled' })).toMatchObject({
      refusal: {
        code: 'history-settled',
        message: expect.stringContaining('list.csv, line 2 (2017) is not recorded'),
      },
    }));
});
