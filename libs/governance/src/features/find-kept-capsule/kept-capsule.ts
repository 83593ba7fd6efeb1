import type { Cut, Instant, ReadModel } from '@docket/kernel';
import { keptCapsuleTable } from '../../capsule.tables';
import { capsuleIdOf } from '../../domain/capsule';

/** What was kept of a ballot: under which digest the bytes lie, as of which event was asked, by which definition version, and when that was recorded. */
export type KeptCapsule = Readonly<{
  capsuleId: string;
  digest: string;
  size: number;
  number: number;
  definition: string;
  keptAt: Instant;
}>;

/** What was kept of the ballot that opened with this revision of its motion's stream; `undefined` where nothing was by then. */
export const keptCapsuleOf = async (
  readModel: ReadModel,
  { number: asOf }: Pick<Cut, 'number'>,
  { motionId, opened }: Readonly<{ motionId: string; opened: number }>,
): Promise<KeptCapsule | undefined> => {
  const capsuleId = capsuleIdOf(motionId, opened);
  const row = await readModel.rowAsOf(keptCapsuleTable, asOf, capsuleId);
  if (!row) return undefined;
  const { digest, size, number, definition, kept_at: keptAt } = row;
  return { capsuleId, digest, size, number, definition, keptAt };
};
