import type { Day } from '@docket/kernel';
import type { ConfidenceInRow } from '../../confidence.tables';

const judgedBy = ({ reviewer, day }: ConfidenceInRow, of: number): string => {
  const latest = `${reviewer ?? ''} judged it for ${day}, the latest day`;
  return of === 1
    ? `${latest} that anybody did.`
    : `${latest}; of ${of} that are for it, this was recorded last.`;
};

/** A judgement that does not count: it was taken back, or is of somebody who has a part in the project. */
export type Discounted = Readonly<{ day: Day; isWithdrawn: boolean }>;

const outOf = (discounted: readonly Discounted[], since: '' | ' since'): string => {
  if (discounted.length === 0) return `nobody has judged it${since}`;
  return discounted.every(({ isWithdrawn }) => isWithdrawn)
    ? `every judgement of it${since} was withdrawn`
    : `no judgement of it${since} counts: each was withdrawn, or is of somebody who has a part in it`;
};

/**
 * Why the last of what could count does, in one sentence; or why nothing does. `judged`: every judgement there was, where none
 * counts or a list does.
 */
export const whyItCounts = (
  confidences: readonly ConfidenceInRow[],
  judged: readonly Discounted[],
): string => {
  const last = confidences.at(-1);
  if (!last) return `No list has rated it, and ${outOf(judged, '')}.`;
  if (last.reviewer !== null) return judgedBy(last, confidences.filter(({ day }) => day === last.day).length);
  const since = outOf(
    judged.filter(({ day }) => day >= last.day),
    ' since',
  );
  return `The list of ${last.day} rates it${last.rating === null ? ' no more' : ''}, and ${since}.`;
};
