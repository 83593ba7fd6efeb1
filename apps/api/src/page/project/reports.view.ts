import type { ReportView } from '@docket/project';
import { dayOf } from '@docket/kernel';
import type { Setting } from '../history.view';
import { html, type Html } from '../html';
import { person } from '../people';
import { days, factList, table, words, type Section } from '../table.view';
import { differencesInWords, reportInFull } from './reported-words';

const corrections = (report: ReportView, { currency, timeZone }: Setting) =>
  report.corrections.map(({ differences, correctedBy, correctedAt, reason }) => [
    report.reportedFor,
    differencesInWords(differences, currency),
    `${person(correctedBy)}, ${dayOf(correctedAt, timeZone)}`,
    reason,
  ]);

const inFull = (report: ReportView, { currency, timeZone }: Setting): Html =>
  factList([
    ...reportInFull(report, currency),
    ['Reported by', `${person(report.actor)}, ${dayOf(report.date, timeZone)}`],
  ]);

/** Reports before the latest, the later first, each folded up. */
const earlier = (reports: readonly ReportView[], setting: Setting): Html =>
  html`${reports.toReversed().map(
    (report) =>
      html`<details>
        <summary>
          For ${report.reportedFor}${report.confidence === null ? '' : `: rated ${report.confidence.rating}`}
        </summary>
        ${inFull(report, setting)}
      </details> `,
  )}`;

/** The latest report in full, the earlier ones folded up, and every report's corrections, each with what it changed. */
export const reportSections = (reports: readonly ReportView[], setting: Setting): readonly Section[] => {
  const last = reports.at(-1);
  if (!last) return [];
  const before = reports.slice(0, -1);
  const corrected = reports.flatMap((report) => corrections(report, setting));
  const columns = [days('Report for'), words('What it changed'), words('Corrected'), words('Why')];
  const title = `Latest report, for ${last.reportedFor}`;
  return [
    { id: 'report', title, body: inFull(last, setting) },
    ...(before.length > 0
      ? [{ id: 'earlier-reports', title: 'Earlier reports', body: earlier(before, setting) }]
      : []),
    ...(corrected.length > 0
      ? [{ id: 'corrections', title: 'Corrections', body: table(columns, corrected) }]
      : []),
  ];
};
