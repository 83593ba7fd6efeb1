import { specFor } from '@docket/kernel/testing';
import { decider } from './strategy.decider';
import type { ActualCorrected } from './strategy.events';
import { added, correct, portfolioId, report, reported, retired } from './strategy.scenes';

const { given } = specFor(decider);
const january = '2026-01-31';
const february = '2026-02-28';
const corrected = (day: string, former: string, value: string): ActualCorrected => ({
  type: 'ActualCorrected',
  data: { portfolioId, objectiveId: 'limits', day, value, former, reason: 'Counted twice.' },
});

describe('reporting what a measure stands at', () => {
  it('keeps the value with its day', () =>
    given(added('limits'))
      .when(report('limits', january, '38.0'))
      .then(reported('limits', january, '38')));

  it('keeps the note', () =>
    given(added('limits'))
      .when(report('limits', january, '38', 'Two were strengthened.'))
      .then({
        type: 'ActualReported',
        data: { ...reported('limits', january, '38').data, note: 'Two were strengthened.' },
      }));

  it('goes on with a later day, by objective', () => {
    given(added('limits'), reported('limits', january, '38'))
      .when(report('limits', february, '37'))
      .then(reported('limits', february, '37'));
    given(added('limits'), added('trips'), reported('limits', february, '38'))
      .when(report('trips', january, '31'))
      .then(reported('trips', january, '31'));
  });

  it('may be for today, where the portfolio lives, and for no later day', () => {
    const lateInLondon = { now: '2026-06-30T22:59:59.999Z', at: '2026-06-30T22:59:59.999Z' };
    const nextDay = { now: '2026-06-30T23:00:00.000Z', at: '2026-06-30T23:00:00.000Z' };
    given(added('limits'))
      .when(report('limits', '2026-07-01', '38'), nextDay)
      .then(reported('limits', '2026-07-01', '38'));
    given(added('limits'))
      .when(report('limits', '2026-07-01', '38'), lateInLondon)
      .thenRefused('report-from-the-future');
  });

  it('may be for the day of the baseline, and for no earlier one', () => {
    given(added('limits'))
      .when(report('limits', '2025-12-31', '40'))
      .then(reported('limits', '2025-12-31', '40'));
    given(added('limits'))
      .when(report('limits', '2025-12-30', '40'))
      .thenRefused('actual-before-baseline');
  });

  it.each(['38', '37'])('refuses a second value for a day: %s', (value) =>
    given(added('limits'), reported('limits', january, '38'))
      .when(report('limits', january, value))
      .thenRefused('report-already-given'),
  );

  it('refuses a day before the last one', () =>
    given(added('limits'), reported('limits', february, '38'))
      .when(report('limits', january, '39'))
      .thenRefused('report-out-of-order'));

  it.each([
    ['a value that is no number', january, '3,8', 'value-malformed'],
    ['a day that does not exist', '2026-02-30', '38', 'day-malformed'],
  ] as const)('refuses %s', (_, day, value, code) =>
    given(added('limits'))
      .when(report('limits', day, value))
      .thenRefused(code),
  );

  it('needs an objective that is active', () => {
    given()
      .when(report('limits', january, '38'))
      .thenRefused('objective-unknown');
    given(added('limits'), retired('limits'))
      .when(report('limits', january, '38'))
      .thenRefused('objective-retired');
  });
});

describe('correcting what was reported', () => {
  const history = [added('limits'), reported('limits', january, '38'), reported('limits', february, '37')];

  it('keeps the former value, with the reason, also of an earlier day', () =>
    given(...history)
      .when(correct('limits', january, '39.0'))
      .then(corrected(january, '38', '39')));

  it('goes on from what stands now', () =>
    given(...history, corrected(january, '38', '39'))
      .when(correct('limits', january, '41'))
      .then(corrected(january, '39', '41')));

  it('may go back to what was reported first, and forth again: each is on record', () => {
    const back = corrected(january, '39', '38');
    given(...history, corrected(january, '38', '39'))
      .when(correct('limits', january, '38'))
      .then(back);
    given(...history, corrected(january, '38', '39'), back)
      .when(correct('limits', january, '39'))
      .then(corrected(january, '38', '39'));
  });

  it('says nothing where the value stands so', () =>
    given(...history, corrected(january, '38', '39'))
      .when(correct('limits', january, '39.00'))
      .thenNothing());

  it('leaves the order of days as it is', () =>
    given(...history, corrected(january, '38', '39'))
      .when(report('limits', '2026-02-27', '36'))
      .thenRefused('report-out-of-order'));

  it('is possible after the objective was retired: what was wrong then is wrong still', () =>
    given(...history, retired('limits'))
      .when(correct('limits', january, '39'))
      .then(corrected(january, '38', '39')));

  it.each([
    ['a day of which nothing was reported', '2026-01-30', '39', 'Wrong.', 'actual-unknown'],
    ['a day that does not exist', '2026-02-30', '39', 'Wrong.', 'day-malformed'],
    ['a value that is no number', january, '', 'Wrong.', 'value-malformed'],
    ['no reason', january, '39', ' ', 'reason-blank'],
  ] as const)('refuses %s', (_, day, value, reason, code) =>
    given(...history)
      .when(correct('limits', day, value, reason))
      .thenRefused(code),
  );

  it('needs an objective', () =>
    given()
      .when(correct('limits', january, '39'))
      .thenRefused('objective-unknown'));
});
