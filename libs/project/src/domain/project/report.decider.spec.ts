import { specFor } from '@docket/kernel/testing';
import { decider, type Report } from '.';
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
const report = (given: Partial<Report> = {}, portfolio = settledPortfolio) =>
  ({
    type: 'ReportStatus',
    data: { projectId, portfolio, reportedFor: '2026-03-02', figures: { actualCost: '120.5' }, ...given },
  }) as const;
const march = { reportedFor: '2026-03-02', figures: { actualCost: '120.5' } };
const july = (year: number): Report => ({
  reportedFor: `${year}-07-01`,
  figures: { budget: '7.9' },
  source: row(year),
});

describe('delivery confidence', () => {
  const rated = { confidence: { scale: 'ipa-5', rating: 'amber' } };
  const published = { ...july(2014), ...rated };

  it('is no part of a report: somebody else judges it', () => {
    given(proposed)
      .when(report({ confidence: { scale: 'ipa-3', rating: 'amber', reviewer: 'dina' } }))
      .thenRefused('confidence-not-reported');
    given(proposed, reported({ ...march, ...rated }))
      .when(report(rated))
      .thenRefused('confidence-not-reported');
  });

  it('is taken over from a list as it was published', () =>
    given(imported)
      .when(report(published, historyReached(2014)), importedIn(2014))
      .then(reported(published)));

  it.each([
    ['ipa-5', 'AMBER'],
    ['ipa-5', ''],
    ['my-own', 'splendid'],
    ['toString', 'length'],
  ])('is refused of a list where it is off its scale: %s %s', (scale, rating) =>
    given(imported)
      .when(report({ ...july(2014), confidence: { scale, rating } }, historyReached(2014)), importedIn(2014))
      .thenRefused('confidence-off-scale'),
  );

  it('tells two rows of a list apart, and is nothing that a report of today says otherwise', () => {
    given(imported, reported(published))
      .when(report(july(2014), historyReached(2014)), importedIn(2014))
      .thenRefused('report-already-given');
    given(imported, reported(published))
      .when(report(july(2014)))
      .thenNothing();
  });
});

describe('a periodic report', () => {
  it('records what was reported and nothing else', () =>
    given(proposed)
      .when(
        report({
          figures: { actualCost: '0120.50', finish: '2029-03-31', budget: undefined },
          narrative: 'On course.',
        }),
      )
      .then(
        reported({
          reportedFor: '2026-03-02',
          figures: { actualCost: '120.5', finish: '2029-03-31' },
          narrative: 'On course.',
        }),
      ));

  it('says nothing when it is given again, also from another file', () => {
    given(proposed, reported(march)).when(report()).thenNothing();
    given(imported, reported(july(2015)))
      .when(report({ ...july(2015), source: { file: 'copy.csv', line: 1 } }), importedIn(2015))
      .thenNothing();
  });

  it('refuses another one for the same day', () =>
    given(proposed, reported(march))
      .when(report({ narrative: 'Correction.' }))
      .thenRefused('report-already-given'));

  it('refuses one for a day before the last', () =>
    given(imported, reported(july(2020)))
      .when(report({ reportedFor: '2019-07-01' }))
      .thenRefused('report-out-of-order'));

  it('refuses one for a day before the project', () =>
    given(proposed)
      .when(report({ reportedFor: '2026-03-01' }))
      .thenRefused('report-before-project'));

  it('refuses one for a day that has not come where the portfolio lives', () =>
    given(proposed)
      .when(report({ reportedFor: '2026-03-03' }))
      .thenRefused('report-from-the-future'));

  it('accepts one for the day that has begun where the portfolio lives', () =>
    given(imported)
      .when(report({ reportedFor: '2026-07-01' }), { now: '2026-06-30T23:30:00.000Z' })
      .then(reported({ ...march, reportedFor: '2026-07-01' })));

  it.each([
    ['a figure that is no number', { figures: { actualCost: 'NaN' } }, 'amount-malformed'],
    ['a figure below zero', { figures: { budget: '-1' } }, 'amount-negative'],
    ['a status date that does not exist', { reportedFor: '2026-02-29' }, 'day-malformed'],
    ['a finish that does not exist', { figures: { finish: '31.03.2029' } }, 'day-malformed'],
    [
      'a finish before the start',
      { figures: { start: '2029-03-31', finish: '2029-03-30' } },
      'finish-before-start',
    ],
  ] as const)('refuses %s', (_, change, code) => given(proposed).when(report(change)).thenRefused(code));

  it('is refused for a project that has left', () =>
    given(imported, {
      type: 'DepartureNoted',
      data: { projectId, absentFrom: '2015-07-01', source: 'x.csv' },
    })
      .when(report())
      .thenRefused('project-left'));

  it('is refused where nothing was ever begun', () => {
    given(proposed, claimed('m1'), carried('m1', 'reject')).when(report()).thenRefused('project-ended');
    given(proposed, { type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } })
      .when(report())
      .thenRefused('project-ended');
  });

  it('still comes after a kill, which has to be wound down, and after completion', () => {
    given(imported, claimed('m1'), carried('m1', 'kill')).when(report()).then(reported(march));
    given(imported, claimed('m1'), carried('m1', 'complete')).when(report()).then(reported(march));
  });

  it('needs a project', () => given().when(report()).thenRefused('project-unknown'));
});

describe('an imported report', () => {
  it('stands as it was published, below zero or finishing before it starts', () => {
    const figures = { budget: '-1.25', start: '2020-01-01', finish: '2019-01-01' };
    given(imported)
      .when(report({ ...july(2014), figures }, historyReached(2014)), importedIn(2014))
      .then(reported({ ...july(2014), figures }));
  });

  it('is still refused when it cannot be read', () =>
    given(imported)
      .when(report({ ...july(2014), figures: { budget: '£7.9m' } }, historyReached(2014)), importedIn(2014))
      .thenRefused('amount-malformed'));

  it('is recognised first, when its year is long past and the dates are settled', () =>
    given(imported, reported(july(2014)), reported(july(2015)))
      .when(report(july(2014)), importedIn(2014))
      .thenNothing());

  it('is refused where history is settled', () =>
    given(imported)
      .when(report(july(2014)), importedIn(2014))
      .thenRefused('history-settled'));

  it('is refused at a moment history has not reached', () =>
    given(imported)
      .when(report(july(2014), historyReached(2013)), importedIn(2014))
      .thenRefused('history-out-of-order'));
});
