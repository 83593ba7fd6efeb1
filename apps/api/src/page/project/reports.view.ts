import type { ReportView } from '@docket/project';
import { dayOf } from '@docket/kernel';
import type { Setting } from '../history.view';
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

const latest = (report: ReportView, setting: Setting): Section => ({
  id: 'report',
  title: `Latest report, for ${report.reportedFor}`,
  body: factList([
    ...reportInFull(report, setting.currency),
    ['Reported by', `${person(report.actor)}, ${dayOf(report.date, setting.timeZone)}`],
  ]),
});

/** The latest report in full, and every report's corrections, each with what it changed. */
export const reportSections = (reports: readonly ReportView[], setting: Setting): readonly Section[] => {
  const last = reports.at(-1);
  if (!last) return [];
  const corrected = reports.flatMap((report) => corrections(report, setting));
  const columns = [days('Report for'), words('What it changed'), words('Corrected'), words('Why')];
  const told = { id: 'corrections', title: 'Corrections', body: table(columns, corrected) };
  return [latest(last, setting), ...(corrected.length > 0 ? [told] : [])];
};
