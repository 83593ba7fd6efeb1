import { accept, firstRefusal, refuse, type DecisionContext, type Verdict } from '@docket/kernel';
import { historyPolicies } from './history.policy';
import type { CorrectReport, ProjectRefusal, Report, ReportStatus } from './project.commands';
import type { StatusReportCorrected, StatusReported } from './project.events';
import { digestOf, toldDigestOf, type KnownReport } from './known-report';
import type { KnownProject } from './project.state';
import { confidenceIsJudgedApart, reportedAmountsWellFormed } from './report-content.policy';
import { contentOf, reportOf } from './report-form';
import { reportPolicies, sayingPolicies } from './report.policy';

/** Whether a report says what stands. A list imported again may also say what was corrected since: that is no news. */
const isKnown = (before: KnownReport, report: Report, { origin }: DecisionContext): boolean =>
  origin === 'import' ? before.contents.includes(digestOf(report)) : before.told === toldDigestOf(report);

export const reportStatus = (
  { data }: ReportStatus,
  state: KnownProject,
  context: DecisionContext,
): Verdict<StatusReported, ProjectRefusal> => {
  const malformed =
    firstRefusal([reportedAmountsWellFormed], data) ??
    firstRefusal(context.origin === 'live' ? [confidenceIsJudgedApart] : [], { content: data, state });
  if (malformed) return malformed;
  const { projectId } = state;
  const report = reportOf(data);
  const before = state.reports.get(report.reportedFor);
  if (before !== undefined && isKnown(before, report, context)) return accept();
  if (before !== undefined)
    return refuse(
      'report-already-given',
      `"${state.name}" has another report for ${report.reportedFor}. Report for a later day, or correct that one.`,
    );
  const { portfolio } = data;
  return (
    firstRefusal(historyPolicies, { portfolio, context }) ??
    firstRefusal(reportPolicies, { data: report, portfolio, state, context }) ??
    accept({ type: 'StatusReported', data: { projectId, ...report } })
  );
};

export const correctReport = (
  { data }: CorrectReport,
  state: KnownProject,
  context: DecisionContext,
): Verdict<StatusReportCorrected, ProjectRefusal> => {
  const malformed =
    firstRefusal([reportedAmountsWellFormed], data) ??
    firstRefusal([confidenceIsJudgedApart], { content: data, state });
  if (malformed) return malformed;
  const { projectId } = state;
  const { reportedFor, reason, portfolio } = data;
  const before = state.reports.get(reportedFor);
  if (before === undefined)
    return refuse('report-unknown', `"${state.name}" has no report for ${reportedFor}. List its reports.`);
  const report = { reportedFor, ...contentOf(data) };
  if (before.told === toldDigestOf(report)) return accept();
  if (reason.trim() === '')
    return refuse('reason-blank', 'Say why the report is corrected: both values stay readable.');
  return (
    firstRefusal(historyPolicies, { portfolio, context }) ??
    firstRefusal(sayingPolicies, { data: report, portfolio, state, context }) ??
    accept({
      type: 'StatusReportCorrected',
      data: { projectId, ...report, corrects: before.revision, reason },
    })
  );
};
