import type { Day, Recorded } from '@docket/kernel';
import type { StatusReportCorrected, StatusReported } from './domain/project';
import type { FiguresSaid, ProjectRow, ReportedFinish, ReportInRow } from './project.tables';

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

/** A row of a list says the whole: what was said before it stands no more. A live report says what it says, beside the others. */
const saidWith = (
  said: readonly FiguresSaid[],
  { data: { reportedFor, figures }, id: eventId, meta }: Recorded<StatusReported>,
): readonly FiguresSaid[] => {
  const isListed = meta.origin === 'import';
  return [...(isListed ? [] : said), { reportedFor, figures, eventId, isListed }];
};

/** A corrected report says the whole of itself anew; of one before the last list nothing stands, corrected or not. */
const saidAnew = (
  said: readonly FiguresSaid[],
  { data: { reportedFor, figures }, id: eventId }: Recorded<StatusReportCorrected>,
): readonly FiguresSaid[] =>
  said.map((one) => (one.reportedFor === reportedFor ? { ...one, figures, eventId } : one));

/** A project once it has reported. */
export const afterReport = (row: ProjectRow, event: Recorded<StatusReported>): ProjectRow => ({
  ...row,
  reports: row.reports + 1,
  ...finishesAfter(row, event),
  previous_report: row.last_report,
  last_report: inRow(event),
  said: saidWith(row.said, event),
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
    said: saidAnew(row.said, event),
  };
};
