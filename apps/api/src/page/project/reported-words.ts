import type { Json } from '@docket/kernel';
import type { FieldDifference, ReportVersionView, ReportView } from '@docket/project';
import { figureAlone, figuresInWords } from '../history.view';

type Said = readonly (readonly [string, string | null])[];

const counted = ({ defects, requirements, satisfaction }: ReportVersionView): Said => [
  [
    'Defects',
    defects &&
      `${defects.confirmed} confirmed${defects.size === undefined ? '' : `, in ${defects.size} ${defects.sizeUnit ?? ''}`}`,
  ],
  ['Requirements', requirements && `${requirements.met} met of ${requirements.assessed} assessed`],
  [
    'Satisfaction',
    satisfaction && `${satisfaction.favourable} favourable of ${satisfaction.responses} that answered`,
  ],
];

/** All that a report said, with its labels; null where it said nothing of it. */
export const reportInFull = (said: ReportVersionView, currency: string): Said => [
  ['Rated', said.confidence && `${said.confidence.rating} (${said.confidence.scale})`],
  ['Its own status', said.ownStatus],
  ['Figures', figuresInWords(said.figures, currency) || null],
  ...counted(said),
  ['Hours of people', said.personTimeHours],
  ['Narrative', said.narrative],
];

const FIGURE = /^figures\/(\w+)$/;

const spaced = (path: string): string =>
  path.replaceAll('/', ': ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** One figure is told as in a report; every other field by its name and value. */
const value = (path: string, said: Json, currency: string): string => {
  if (said === null) return 'not said';
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  const [, figure] = FIGURE.exec(path) ?? [];
  return figure === undefined ? text : figureAlone(figure, text, currency);
};

/** What a correction says otherwise than the value before it, with what it says no more. */
export const differencesInWords = (differences: readonly FieldDifference[], currency: string): string =>
  differences
    .map(({ path, before, after }) => {
      const told = (said: Json) => value(path, said, currency);
      return `${spaced(path.replace(FIGURE, '$1'))}: ${told(before)} → ${told(after)}`;
    })
    .join('; ');

/** What each correction of these reports says otherwise, and why, by the id of its event. */
export const correctionsInWords = (
  reports: readonly ReportView[],
  currency: string,
): ReadonlyMap<string, string> =>
  new Map(
    reports.flatMap(({ reportedFor, eventId, corrections }) =>
      corrections.map(({ differences, reason }, at): [string, string] => [
        corrections[at + 1]?.former.eventId ?? eventId,
        `for ${reportedFor}; ${differencesInWords(differences, currency)}; “${reason}”`,
      ]),
    ),
  );
