import type { ConfidenceInRow } from '../../confidence.tables';

const judgedBy = ({ reviewer, day }: ConfidenceInRow, of: number): string => {
  const latest = `${reviewer ?? ''} judged it for ${day}, the latest day`;
  return of === 1
    ? `${latest} that anybody did.`
    : `${latest}; of ${of} that are for it, this was recorded last.`;
};

/** Why the last of what could count does, in one sentence; or why nothing does. */
export const whyItCounts = (confidences: readonly ConfidenceInRow[]): string => {
  const last = confidences.at(-1);
  if (!last) return 'Nobody has judged it, and no list has rated it.';
  if (last.reviewer !== null) return judgedBy(last, confidences.filter(({ day }) => day === last.day).length);
  return last.rating === null
    ? `The list of ${last.day} rates it no more, and nobody has judged it since.`
    : `The list of ${last.day} rates it, and nobody has judged it since.`;
};
