import { specFor } from '@docket/kernel/testing';
import { decider, type ProjectEvent, type ProjectRefusal, type Report, type ReportedFigures } from '.';
import {
  carried,
  claimed,
  historyReached,
  imported,
  importedIn,
  projectId,
  proposed,
  reported,
  row,
  settledPortfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const day = '2026-03-02';
const report = (said: Partial<Report>, portfolio = settledPortfolio) =>
  ({
    type: 'ReportStatus',
    data: { projectId, portfolio, reportedFor: day, figures: {}, ...said },
  }) as const;
/** Authorised with 48,250,000; its case has come to 60,000,000 since. */
const authorised: readonly ProjectEvent[] = (() => {
  const go = carried('m1', 'go');
  const { projectId: _, portfolioId: __, proposer: ___, proposedOn: ____, ...stated } = proposed.data;
  return [
    proposed,
    claimed('m1'),
    {
      ...go,
      data: {
        ...go.data,
        baseline: { wholeLifeCost: '48250000', start: '2026-09-01', finish: '2029-03-31' },
      },
    },
    { type: 'BusinessCaseRevised', data: { projectId, ...stated, wholeLifeCost: '60000000' } },
  ];
})();
const earned = (earnedValue: string) => report({ figures: { earnedValue } });

describe('what a report counts beside its figures', () => {
  const whole = {
    reportedFor: day,
    figures: { actualCost: '3000', forecastCost: '4480', forecastFinish: '2029-06-30' },
    ownStatus: 'amber',
    defects: { confirmed: 0, size: '4.5', sizeUnit: 'kilometre' },
    satisfaction: { asked: 40, responses: 25, favourable: 25, mean: '5' },
    requirements: { assessed: 120, met: 120 },
    personTimeHours: '910400.25',
    narrative: 'On course.',
  } as const;

  it('is recorded as it was counted, amounts canonical', () =>
    given(proposed)
      .when(
        report({
          ...whole,
          defects: { ...whole.defects, size: '04.50' },
          satisfaction: { ...whole.satisfaction, mean: '5.0' },
          personTimeHours: '910400.250',
        }),
      )
      .then(reported(whole)));

  it('may be nothing at all', () =>
    given(proposed)
      .when(report({ satisfaction: { responses: 0, favourable: 0 }, requirements: { assessed: 0, met: 0 } }))
      .then(
        reported({
          reportedFor: day,
          figures: {},
          satisfaction: { responses: 0, favourable: 0 },
          requirements: { assessed: 0, met: 0 },
        }),
      ));

  it.each<[string, Partial<Report>, ProjectRefusal]>([
    ['a planned value below zero', { figures: { plannedValue: '-1' } }, 'amount-negative'],
    ['hours below zero', { personTimeHours: '-0.1' }, 'amount-negative'],
    ['hours that are no number', { personTimeHours: 'many' }, 'amount-malformed'],
    ['a size below zero', { defects: { confirmed: 1, size: '-2', sizeUnit: 'km' } }, 'amount-negative'],
    ['a forecast finish on no day', { figures: { forecastFinish: '2029-02-30' } }, 'day-malformed'],
    ['half a defect', { defects: { confirmed: 0.5 } }, 'count-malformed'],
    ['fewer than no responses', { satisfaction: { responses: -1, favourable: 0 } }, 'count-malformed'],
    ['more requirements met than assessed', { requirements: { assessed: 5, met: 6 } }, 'met-above-assessed'],
    [
      'more favourable ratings than responses',
      { satisfaction: { responses: 5, favourable: 6 } },
      'favourable-above-responses',
    ],
    [
      'more responses than were asked for',
      { satisfaction: { asked: 4, responses: 5, favourable: 5 } },
      'responses-above-asked',
    ],
    ['a mean below 1', { satisfaction: { responses: 5, favourable: 0, mean: '0.99' } }, 'mean-off-scale'],
    ['a mean above 5', { satisfaction: { responses: 5, favourable: 5, mean: '5.01' } }, 'mean-off-scale'],
    ['a size without its unit', { defects: { confirmed: 1, size: '2' } }, 'size-without-unit'],
    ['a unit without its size', { defects: { confirmed: 1, sizeUnit: 'km' } }, 'size-without-unit'],
    [
      'a delivery confidence, whoever judged it',
      { confidence: { scale: 'ipa-3', rating: 'green', reviewer: 'dina' } },
      'confidence-not-reported',
    ],
  ])('with %s is refused, given or corrected', (_, said, code) => {
    given(proposed).when(report(said)).thenRefused(code);
    given(proposed, reported({ reportedFor: day, figures: { budget: '1' } }))
      .when({ type: 'CorrectReport', data: { ...report(said).data, reason: 'Mistaken.' } })
      .thenRefused(code);
  });

  it('stands as published where it comes from a list', () =>
    given(imported)
      .when(
        report(
          {
            reportedFor: '2014-07-01',
            source: row(2014),
            figures: { earnedValue: '-5', start: '2020-01-01', finish: '2019-01-01' },
          },
          historyReached(2014),
        ),
        importedIn(2014),
      )
      .then(
        reported({
          reportedFor: '2014-07-01',
          source: row(2014),
          figures: { earnedValue: '-5', start: '2020-01-01', finish: '2019-01-01' },
        }),
      ));
});

describe('earned value', () => {
  it('reaches the budget at completion and no more', () => {
    given(...authorised)
      .when(earned('48250000.00'))
      .then(reported({ reportedFor: day, figures: { earnedValue: '48250000' } }));
    given(...authorised)
      .when(earned('48250000.01'))
      .thenRefused('earned-value-above-budget');
  });

  it.each<ReportedFigures>([{ earnedValue: '0' }, { plannedValue: '0' }])(
    'of a proposal is refused, as its planned value is: it has no baseline yet (%j)',
    (figures) => {
      given(proposed).when(report({ figures })).thenRefused('value-before-baseline');
      given(proposed, reported({ reportedFor: day, figures: {} }))
        .when({ type: 'CorrectReport', data: { ...report({ figures }).data, reason: 'Mistaken.' } })
        .thenRefused('value-before-baseline');
    },
  );

  it('is no matter of what a proposal has cost so far', () =>
    given(proposed)
      .when(report({ figures: { actualCost: '99000000' } }))
      .then(reported({ reportedFor: day, figures: { actualCost: '99000000' } })));

  it('of work authorised without a baseline is as it is reported, whatever its case asks for', () =>
    given(proposed, claimed('m1'), carried('m1', 'go'))
      .when(earned('48250001'))
      .then(reported({ reportedFor: day, figures: { earnedValue: '48250001' } })));

  it('of work whose budget nobody knows is as it is reported', () =>
    given(imported)
      .when(earned('99'))
      .then(reported({ reportedFor: day, figures: { earnedValue: '99' } })));
});
