import { accept, firstRefusal, refuse, type DecisionContext, type Verdict } from '@docket/kernel';
import { amountsWellFormed, canonical } from './business-case.policy';
import { historyPolicies } from './history.policy';
import type { ProjectRefusal, Report, ReportStatus } from './project.commands';
import type { ReportedFigures, StatusReported } from './project.events';
import { amountsOf, reportPolicies } from './report.policy';
import { contentOf, type KnownProject } from './project.state';

const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** The report among the fields of a command, its amounts canonical; asked after `amountsWellFormed`. */
const reportOf = ({ reportedFor, figures, confidence, narrative, source }: Report): Report => {
  const { start, finish } = figures;
  const written: ReportedFigures = Object.fromEntries(
    Object.entries(given(amountsOf(figures))).map(([field, amount]) => [field, canonical(amount)]),
  );
  return given({
    reportedFor,
    figures: given({ ...written, start, finish }),
    confidence: confidence && { scale: confidence.scale, rating: confidence.rating },
    narrative,
    source: source && { file: source.file, line: source.line },
  });
};

export const reportStatus = (
  { data }: ReportStatus,
  state: KnownProject,
  context: DecisionContext,
): Verdict<StatusReported, ProjectRefusal> => {
  const malformed = firstRefusal([amountsWellFormed], amountsOf(data.figures));
  if (malformed) return malformed;
  const { projectId } = state;
  const report = reportOf(data);
  const before = state.reports.get(report.reportedFor);
  if (before === contentOf(report)) return accept();
  if (before !== undefined)
    return refuse(
      'report-already-given',
      `"${state.name}" has another report for ${report.reportedFor}. Report for a later day.`,
    );
  const { portfolio } = data;
  return (
    firstRefusal(historyPolicies, { portfolio, context }) ??
    firstRefusal(reportPolicies, { data: report, portfolio, state, context }) ??
    accept({ type: 'StatusReported', data: { projectId, ...report } })
  );
};
