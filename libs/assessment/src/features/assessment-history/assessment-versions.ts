import type { DecimalText, Instant, RowVersion } from '@docket/kernel';
import type { AssessmentRow, AssessmentWordsRow } from '../../assessment.projection';

/** What one event said otherwise of one criterion: points before and after (null for none), and the reason it gave. */
export type RatingRevised = Readonly<{
  criterion: string;
  name: string;
  from: DecimalText | null;
  to: DecimalText | null;
  reason: string | null;
  number: number;
}>;

/**
 * What somebody did to an assessment at once: gave it, revised it, withdrew it (or gave it anew after that). `events`: the numbers of
 * all its events; `comment`: what was said of the whole, where it changed; `reason`: why it was withdrawn.
 */
export type AssessmentVersion = Readonly<{
  kind: 'given' | 'revised' | 'withdrawn';
  at: Instant;
  by: string;
  events: readonly number[];
  ratings: readonly RatingRevised[];
  comment: Readonly<{ from: string | null; to: string | null }> | null;
  reason: string | null;
}>;

/** One row version with the words that came with it and what both were before. */
type Entry = Readonly<{
  number: number;
  row: AssessmentRow;
  words: AssessmentWordsRow | undefined;
  before: Readonly<{ row: AssessmentRow | undefined; words: AssessmentWordsRow | undefined }>;
}>;

const wordsAt = (
  versions: readonly RowVersion<AssessmentWordsRow>[],
  number: number,
): AssessmentWordsRow | undefined =>
  versions.findLast(({ validFrom }) => validFrom <= number)?.row ?? undefined;

const entriesOf = (
  rows: readonly RowVersion<AssessmentRow>[],
  words: readonly RowVersion<AssessmentWordsRow>[],
): readonly Entry[] =>
  rows.flatMap(({ validFrom: number, row }, at): readonly Entry[] => {
    const before = { row: rows[at - 1]?.row ?? undefined, words: wordsAt(words, number - 1) };
    return row ? [{ number, row, words: wordsAt(words, number), before }] : [];
  });

const ratingIn = (row: AssessmentRow | undefined, criterion: string): DecimalText | null =>
  row?.ratings.find((one) => one.criterion === criterion)?.points ?? null;

const reasonIn = (words: AssessmentWordsRow | undefined, criterion: string): string | null =>
  words?.reasons.find((one) => one.criterion === criterion)?.reason ?? null;

const revisedBy = (
  { number, row, words, before }: Entry,
  nameOf: (criterion: string) => string,
): readonly RatingRevised[] => {
  const all = [...(before.row?.ratings ?? []), ...row.ratings].map(({ criterion }) => criterion);
  return [...new Set(all)].flatMap((criterion) => {
    const [from, to] = [ratingIn(before.row, criterion), ratingIn(row, criterion)];
    const reason = reasonIn(words, criterion);
    if (from === to && reason === reasonIn(before.words, criterion)) return [];
    return [{ criterion, name: nameOf(criterion), from, to, reason, number }];
  });
};

const kindOf = ({ row, before }: Entry): AssessmentVersion['kind'] => {
  if (row.status === 'withdrawn') return 'withdrawn';
  return before.row?.status === 'given' ? 'revised' : 'given';
};

/** Events of one append: by one person at one moment; a withdrawal is an append of its own. */
const isOfSame = (entry: Entry, former: Entry | undefined): boolean =>
  former !== undefined &&
  entry.row.status === former.row.status &&
  entry.row.changed_at === former.row.changed_at &&
  entry.row.changed_by === former.row.changed_by;

const grouped = (entries: readonly Entry[]): readonly (readonly [Entry, ...Entry[]])[] => {
  const groups: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && isOfSame(entry, last.at(-1))) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
};

const commentBy = (first: Entry, last: Entry): AssessmentVersion['comment'] => {
  const [from, to] = [first.before.words?.comment ?? null, last.words?.comment ?? null];
  return from === to ? null : { from, to };
};

/** What was done to one assessment, oldest first, from the versions of its rows. */
export const versionsOf = (
  rows: readonly RowVersion<AssessmentRow>[],
  words: readonly RowVersion<AssessmentWordsRow>[],
  nameOf: (criterion: string) => string,
): readonly AssessmentVersion[] =>
  grouped(entriesOf(rows, words)).map((entries) => {
    const [first] = entries;
    const last = entries.at(-1) ?? first;
    return {
      kind: kindOf(first),
      at: first.row.changed_at,
      by: first.row.changed_by,
      events: entries.map(({ number }) => number),
      ratings: entries.flatMap((entry) => revisedBy(entry, nameOf)),
      comment: commentBy(first, last),
      reason: last.row.status === 'withdrawn' ? (last.words?.withdrawn_for ?? null) : null,
    };
  });
