import type { Day } from '@docket/kernel';
import type { ConfidenceInRow } from '../../confidence.tables';

const judgedBy = ({ reviewer, day }: ConfidenceInRow, of: number): string => {
  const latest = `${reviewer ?? ''} judged it for ${day}, the latest day`;
  return of === 1
    ? `${latest} that anybody did.`
    : `${latest}; of ${of} that are for it, this was recorded last.`;
};

/** Who judged it beside a list of a day: nobody, or those who took it back (`withdrawn`: the days they judged it for). */
const judgedSince = (withdrawn: readonly Day[], list: Day): string =>
  withdrawn.some((day) => day >= list)
    ? 'every judgement since was withdrawn.'
    : 'nobody has judged it since.';

/**
 * Why the last of what could count does, in one sentence; or why nothing does. `withdrawn`: the days for which it was judged and
 * the judgement taken back.
 */
export const whyItCounts = (confidences: readonly ConfidenceInRow[], withdrawn: readonly Day[]): string => {
  const last = confidences.at(-1);
  if (!last)
    return withdrawn.length > 0
      ? 'Every judgement of it was withdrawn, and no list has rated it.'
      : 'Nobody has judged it, and no list has rated it.';
  if (last.reviewer !== null) return judgedBy(last, confidences.filter(({ day }) => day === last.day).length);
  return last.rating === null
    ? `The list of ${last.day} rates it no more, and ${judgedSince(withdrawn, last.day)}`
    : `The list of ${last.day} rates it, and ${judgedSince(withdrawn, last.day)}`;
};
