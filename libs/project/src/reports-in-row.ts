import type { Day, Recorded } from '@docket/kernel';
import type { StatusReportCorrected, StatusReported } from './domain/project';
import type { ProjectRow, ReportedFinish, ReportInRow } from './project.tables';

type Told = Recorded<StatusReported | StatusReportCorrected>;

const inRow = ({ data, id: eventId, revision }: Told): ReportInRow => {
  const { reportedFor, figures, confidence = null } = data;
  const { ownStatus, defects, satisfaction, requirements, personTimeHours } = data;
  return {
    reportedFor,
    figures,
    confidence,
    ...(ownStatus ? { ownStatus } : {}),
    ...(defects ? { defects } : {}),
    ...(satisfaction ? { satisfaction } : {}),
    ...(requirements ? { requirements } : {}),
    ...(personTimeHours === undefined ? {} : { personTimeHours }),
    eventId,
    revision,
  };
};

/** The finish of the report of a day takes its place among the others, which are in order. */
const finishesWith = (
  finishes: readonly ReportedFinish[],
  reportedFor: Day,
  finish: Day | undefined,
): readonly ReportedFinish[] => [
  ...finishes.filter((one) => one.reportedFor < reportedFor),
  ...(finish === undefined ? [] : [{ reportedFor, finish }]),
  ...finishes.filter((one) => one.reportedFor > reportedFor),
];

const finishesAfter = (row: ProjectRow, { data: { reportedFor, figures } }: Told) => {
  const finishes = finishesWith(row.finishes, reportedFor, figures.finish);
  return { finishes, first_finish: finishes[0]?.finish ?? null };
};

/** A project once it has reported. */
export const afterReport = (row: ProjectRow, event: Recorded<StatusReported>): ProjectRow => ({
  ...row,
  reports: row.reports + 1,
  ...finishesAfter(row, event),
  previous_report: row.last_report,
  last_report: inRow(event),
});

/** A project once one of its reports is corrected: the last ones follow. */
export const afterCorrection = (row: ProjectRow, event: Recorded<StatusReportCorrected>): ProjectRow => {
  const follow = (report: ReportInRow | null) => {
    if (report?.reportedFor !== event.data.reportedFor) return report;
    const said = inRow(event);
    return { ...said, confidence: said.confidence ?? report.confidence };
  };
  return {
    ...row,
    ...finishesAfter(row, event),
    previous_report: follow(row.previous_report),
    last_report: follow(row.last_report),
  };
};
