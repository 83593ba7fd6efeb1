import type { ReportVersionView } from '@docket/project';
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

const inShort = (parts: Said): string =>
  parts.map(([label, value]) => `${label.toLowerCase()}: ${value ?? 'nothing'}`).join('; ') || 'the same';

/** What a report said and what stands in its place, in one sentence each: only what is not the same. */
export const changeInShort = (
  before: ReportVersionView,
  after: ReportVersionView,
  currency: string,
): readonly [string, string] => {
  const [then, now] = [reportInFull(before, currency), reportInFull(after, currency)];
  const differs = (at: number) => then[at]?.[1] !== now[at]?.[1];
  return [inShort(then.filter((_, at) => differs(at))), inShort(now.filter((_, at) => differs(at)))];
};
