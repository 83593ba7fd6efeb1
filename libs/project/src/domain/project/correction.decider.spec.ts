import { specFor } from '@docket/kernel/testing';
import { decider, type ProjectEvent, type Report } from '.';
import {
  carried,
  claimed,
  imported,
  importedIn,
  historyReached,
  projectId,
  proposed,
  reported,
  row,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const day = '2026-03-02';
const reason = 'The deck had been counted twice.';
const first = reported({ reportedFor: day, figures: { actualCost: '120' }, narrative: 'Begun.' });
const correct = (said: Partial<Report> = {}, why = reason) =>
  ({
    type: 'CorrectReport',
    data: { projectId, portfolio, reportedFor: day, figures: { actualCost: '60.0' }, reason: why, ...said },
  }) as const;
const corrected = (corrects: number, actualCost = '60'): ProjectEvent => ({
  type: 'StatusReportCorrected',
  data: { projectId, reportedFor: day, figures: { actualCost }, corrects, reason },
});

describe('correcting a report', () => {
  it('says it anew, names the event it corrects, and why', () =>
    given(proposed, first).when(correct()).then(corrected(1)));

  it('names the last correction when it is corrected again', () =>
    given(proposed, first, claimed('m1'), corrected(1))
      .when(correct({ figures: { actualCost: '61' } }))
      .then(corrected(3, '61')));

  it('may go back to what it was, and forth again: each is on record', () => {
    const back = { figures: { actualCost: '120' }, narrative: 'Begun.' };
    const wentBack: ProjectEvent = {
      type: 'StatusReportCorrected',
      data: { projectId, reportedFor: day, ...back, corrects: 2, reason },
    };
    given(proposed, first, corrected(1)).when(correct(back)).then(wentBack);
    given(proposed, first, corrected(1), wentBack).when(correct()).then(corrected(3));
    given(proposed, first, corrected(1), wentBack).when(correct(back)).thenNothing();
  });

  it('says nothing when nothing differs, and may go back to what it was', () => {
    given(proposed, first, corrected(1)).when(correct()).thenNothing();
    given(proposed, first, corrected(1))
      .when(correct({ figures: { actualCost: '120' } }))
      .then(corrected(2, '120'));
  });

  it('needs a report for that day', () => {
    given(proposed).when(correct()).thenRefused('report-unknown');
    given(proposed, first)
      .when(correct({ reportedFor: '2026-03-01' }))
      .thenRefused('report-unknown');
  });

  it('needs a reason', () => given(proposed, first).when(correct({}, ' ')).thenRefused('reason-blank'));

  it('is possible after the project has ended: the record is to be right', () =>
    given(proposed, first, claimed('m1'), carried('m1', 'reject')).when(correct()).then(corrected(1)));

  it('takes only what it could have said at first', () => {
    given(proposed, first)
      .when(correct({ figures: { actualCost: 'NaN' } }))
      .thenRefused('amount-malformed');
    given(proposed, first)
      .when(correct({ figures: { actualCost: '-1' } }))
      .thenRefused('amount-negative');
  });

  describe('of delivery confidence', () => {
    const rated = { confidence: { scale: 'ipa-3', rating: 'amber' } };
    const figures = { budget: '7' };
    const july = reported({ reportedFor: '2014-07-01', figures, ...rated, source: row(2014) });
    const again = { reportedFor: '2014-07-01', figures };

    it('is refused, also where it repeats what was published', () => {
      given(proposed, first).when(correct(rated)).thenRefused('confidence-not-reported');
      given(imported, july)
        .when(correct({ ...again, ...rated }))
        .thenRefused('confidence-not-reported');
    });

    it('is not needed: it says nothing where it repeats the rest', () =>
      given(imported, july).when(correct(again)).thenNothing());

    it('leaves what was published, so that the list corrected alike is no news', () => {
      const set = {
        type: 'StatusReportCorrected',
        data: { projectId, ...again, figures: { budget: '8' }, corrects: 1, reason },
      } as const;
      given(imported, july)
        .when(correct({ ...again, figures: { budget: '8' } }))
        .then(set);
      const listed = { ...july.data, figures: { budget: '8' }, portfolio: historyReached(2014) };
      given(imported, july, set).when({ type: 'ReportStatus', data: listed }, importedIn(2014)).thenNothing();
    });
  });

  it('needs a project', () => given().when(correct()).thenRefused('project-unknown'));
});

describe('a report that has been corrected', () => {
  it('takes its first words for no report of today, and for no news from an import', () => {
    given(proposed, first, corrected(1))
      .when({ type: 'ReportStatus', data: { portfolio, ...first.data } })
      .thenRefused('report-already-given');
    const july = reported({ reportedFor: '2014-07-01', figures: { budget: '7' }, source: row(2014) });
    const set = {
      ...corrected(1),
      data: { ...corrected(1).data, reportedFor: '2014-07-01' },
    } as ProjectEvent;
    given(imported, july, set)
      .when(
        { type: 'ReportStatus', data: { ...july.data, portfolio: historyReached(2014) } },
        importedIn(2014),
      )
      .thenNothing();
  });

  it('leaves the order of reports as it was', () => {
    const later = reported({ reportedFor: '2026-03-04', figures: { actualCost: '5' } });
    given(proposed, first, later, corrected(1))
      .when(correct({ reportedFor: '2026-03-03' }))
      .thenRefused('report-unknown');
    given(proposed, first, later, corrected(1))
      .when(
        { type: 'ReportStatus', data: { projectId, portfolio, reportedFor: '2026-03-03', figures: {} } },
        { now: '2026-03-09T09:00:00.000Z' },
      )
      .thenRefused('report-out-of-order');
  });
});
