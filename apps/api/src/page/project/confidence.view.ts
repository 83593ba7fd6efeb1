import type { ConfidenceAnswer, JudgementVersionView, JudgementView, PublishedView } from '@docket/project';
import { byCodeUnits, dayOf } from '@docket/kernel';
import { html } from '../html';
import { days, figures, table, words, type Section } from '../table.view';

type Line = Readonly<{ day: string; number: number; cells: readonly (string | number)[] }>;

const standing = ({ counts, withdrawn }: JudgementView, timeZone: string): string => {
  if (withdrawn)
    return `withdrawn by ${withdrawn.by} on ${dayOf(withdrawn.at, timeZone)}: ${withdrawn.reason}`;
  return counts ? 'counts' : '';
};

const rated = ({ scale, rating }: Readonly<{ scale: string | null; rating: string | null }>): string =>
  rating === null ? 'none' : `${rating} (${scale ?? ''})`;

const judged = (one: JudgementView, timeZone: string): readonly Line[] => {
  const line = (version: JudgementVersionView, stands: string): Line => ({
    day: one.judgedFor,
    number: version.number,
    cells: [
      one.judgedFor,
      one.reviewer,
      rated(version),
      version.reason,
      dayOf(version.date, timeZone),
      version.number,
      stands,
    ],
  });
  const former = one.former.map((version) =>
    line(
      version,
      version.withdrawn ? standing({ ...one, withdrawn: version.withdrawn }, timeZone) : 'judged anew since',
    ),
  );
  return [...former, line(one, standing(one, timeZone))];
};

const published = (one: PublishedView, timeZone: string): Line => ({
  day: one.reportedFor,
  number: one.number,
  cells: [
    one.reportedFor,
    'a list',
    rated(one),
    '',
    dayOf(one.date, timeZone),
    one.number,
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
  timeZone: string,
): readonly Section[] => {
  const lines = [
    ...judgements.flatMap((one) => judged(one, timeZone)),
    ...lists.map((one) => published(one, timeZone)),
  ].sort((a, b) => byCodeUnits(a.day, b.day) || a.number - b.number);
  if (lines.length === 0) return [];
  const body = html`<p>${why}</p>
    ${table(
      COLUMNS,
      lines.map(({ cells }) => cells),
    )}`;
  return [{ id: 'confidence', title: 'Delivery confidence', body }];
};
