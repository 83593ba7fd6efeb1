import type { RowVersion } from '@docket/kernel';
import { countingConfidence, type ProjectRow } from '@docket/project';

/**
 * The number of the event that stated the delivery confidence which counts in the last of these versions of a project: the first
 * version that knows of it, also where it counts only since a later judgement was withdrawn.
 */
export const confidenceStatement = (versions: readonly RowVersion<ProjectRow>[]): number | undefined => {
  const last = versions.at(-1)?.row;
  const counting = last && countingConfidence(last);
  if (!counting) return undefined;
  const knows = ({ row }: RowVersion<ProjectRow>) =>
    row?.confidences.some(({ eventId }) => eventId === counting.eventId);
  return versions.find(knows)?.validFrom;
};
