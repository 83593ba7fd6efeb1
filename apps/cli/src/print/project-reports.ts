import { amountInWords, dayOf } from '@docket/kernel';
import { fieldInWords, valueInWords } from './field-words';
import type { ProjectAnswer, Report, Telling } from './project-answer';
import { item } from './sheet';

/** So many reports are told, the latest last. */
const MOST = 3;

const DAYS: ReadonlySet<string> = new Set(['start', 'finish', 'forecastFinish']);

const figureLine = (figures: Report['figures'], currency: string): string =>
  Object.entries(figures)
    .map(
      ([name, value]) => `${fieldInWords(name)} ${DAYS.has(name) ? value : amountInWords(currency, value)}`,
    )
    .join(', ');

const counted = ({ defects, requirements, satisfaction }: Report): readonly (string | null)[] => [
  defects &&
    `defects: ${defects.confirmed} confirmed${defects.size === undefined ? '' : `, in ${defects.size} ${defects.sizeUnit ?? ''}`}`,
  requirements && `requirements: ${requirements.met} met of ${requirements.assessed} assessed`,
  satisfaction &&
    `satisfaction: ${satisfaction.favourable} favourable of ${satisfaction.responses} that answered`,
];

/** What a report said, each thing on a line; nothing of what it left out. */
const reported = (report: Report, currency: string): readonly string[] => {
  const { confidence, ownStatus, figures, personTimeHours } = report;
  const said = [
    confidence && `rated ${confidence.rating} (${confidence.scale})`,
    ownStatus && `its own status: ${ownStatus}`,
    figureLine(figures, currency),
    ...counted(report),
    personTimeHours && `hours of people: ${personTimeHours}`,
  ];
  return said.flatMap((line) => (line ? item(line, 2) : []));
};

const stated = (value: unknown): string => (value === null ? 'not said' : valueInWords(value));

const corrected = ({ corrections }: Report, { timeZone, named }: Telling): readonly string[] =>
  corrections.flatMap(({ correctedBy, correctedAt, reason, differences }) => [
    ...item(`corrected by ${named(correctedBy)} on ${dayOf(correctedAt, timeZone)}: ${reason}`, 2),
    ...differences.flatMap(({ path, before, after }) =>
      item(
        `${fieldInWords(path.replace(/^figures\//, '').replaceAll('/', ': '))}: ${stated(before)} → ${stated(after)}`,
        3,
      ),
    ),
  ]);

/** The latest reports in full, each with its corrections. */
export const reportLines = (
  { reports: { rows }, earnedValue: { currency } }: ProjectAnswer,
  telling: Telling,
): readonly string[] =>
  rows
    .slice(-MOST)
    .flatMap((report) => [
      ...item(`for ${report.reportedFor}${report.narrative === null ? '' : `: ${report.narrative}`}`),
      ...reported(report, currency),
      ...corrected(report, telling),
    ]);
