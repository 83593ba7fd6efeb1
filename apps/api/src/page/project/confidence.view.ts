import type { ConfidenceAnswer, JudgementVersionView, JudgementView, PublishedView } from '@docket/project';
import { byCodeUnits, dayOf } from '@docket/kernel';
import { eventLink } from '../event-link';
import { html, type Html } from '../html';
import type { Kept } from '../kept';
import { person } from '../people';
import { days, figures, table, words, type Section } from '../table.view';

type Line = Readonly<{ day: string; number: number; cells: readonly (Html | string)[] }>;
type Setting = Readonly<{ timeZone: string; kept: Kept }>;

const standing = ({ counts, withdrawn, notCounted }: JudgementView, setting: Setting): string => {
  if (withdrawn)
    return `withdrawn by ${person(withdrawn.by)} on ${dayOf(withdrawn.at, setting.timeZone)}: ${withdrawn.reason}`;
  if (notCounted) return `not counted: now its ${notCounted}`;
  return counts ? 'counts' : '';
};

const rated = ({ scale, rating }: Readonly<{ scale: string | null; rating: string | null }>): string =>
  rating === null ? 'none' : `${rating} (${scale ?? ''})`;

const judged = (one: JudgementView, setting: Setting): readonly Line[] => {
  const line = (version: JudgementVersionView, stands: string): Line => ({
    day: one.judgedFor,
    number: version.number,
    cells: [
      one.judgedFor,
      person(one.reviewer),
      rated(version),
      version.reason,
      dayOf(version.date, setting.timeZone),
      eventLink(version.number, setting.kept, String(version.number)),
      stands,
    ],
  });
  const former = one.former.map((version) =>
    line(
      version,
      version.withdrawn ? standing({ ...one, withdrawn: version.withdrawn }, setting) : 'judged anew since',
    ),
  );
  return [...former, line(one, standing(one, setting))];
};

const published = (one: PublishedView, setting: Setting): Line => ({
  day: one.reportedFor,
  number: one.number,
  cells: [
    one.reportedFor,
    'a list',
    rated(one),
    '',
    dayOf(one.date, setting.timeZone),
    eventLink(one.number, setting.kept, String(one.number)),
    one.counts ? 'counts' : '',
  ],
});

const COLUMNS = [
  days('For'),
  words('Judged by'),
  words('Rating'),
  words('Why'),
  days('Known on'),
  figures('Event'),
  words('Standing'),
];

/** Who judged how sure its delivery is and why, what lists published of it, and which of these counts. */
export const confidenceSection = (
  { judgements, published: lists, why }: ConfidenceAnswer,
  setting: Setting,
): readonly Section[] => {
  const lines = [
    ...judgements.flatMap((one) => judged(one, setting)),
    ...lists.map((one) => published(one, setting)),
  ].sort((a, b) => byCodeUnits(a.day, b.day) || a.number - b.number);
  if (lines.length === 0) return [];
  const body = html`<p>${person(why)}</p>
    ${table(
      COLUMNS,
      lines.map(({ cells }) => cells),
    )}`;
  return [{ id: 'confidence', title: 'Delivery confidence', body }];
};
