import type { Cut, ReadModel } from '@docket/kernel';
import { revisionsOf, type FieldDifference } from '@docket/project';
import type { NamedEvent } from './component-steps';

const REVISED: ReadonlySet<string> = new Set(['ProposalRevised', 'BusinessCaseRevised']);

/** Whether an event states a business case anew. */
export const revisesCase = ({ type }: Pick<NamedEvent, 'type'>): boolean =>
  REVISED.has(type.replace(/\.v\d+$/, ''));

/** What each revision of the business cases of these projects says otherwise than the one before, by the id of its event. */
export const revisedCases = async (
  readModel: ReadModel,
  cut: Cut,
  projects: readonly string[],
): Promise<ReadonlyMap<string, readonly FieldDifference[]>> => {
  const revisions = await Promise.all(
    [...new Set(projects)].map((projectId) => revisionsOf(readModel, cut, { projectId })),
  );
  return new Map(
    revisions
      .flatMap((one) => ('outcome' in one ? [] : one))
      .map(({ eventId, differences }) => [eventId, differences]),
  );
};
