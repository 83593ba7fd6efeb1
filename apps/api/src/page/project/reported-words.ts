import type { Json } from '@docket/kernel';
import {
  fieldInWords,
  saidInWords,
  type FieldDifference,
  type ReportVersionView,
  type ReportView,
} from '@docket/project';
import { figuresInWords } from '../history.view';

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

/** What a correction says otherwise than the value before it, with what it says no more. */
export const differencesInWords = (differences: readonly FieldDifference[], currency: string): string =>
  differences
    .map(({ path, before, after }) => {
      const told = (said: Json) => (said === null ? 'not said' : saidInWords(path, said, currency));
      return `${fieldInWords(path)}: ${told(before)} → ${told(after)}`;
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
