import { copyLog, emptySource, type CopyRefusal, type CopyReport, type NamedEvent } from '@docket/audit';
import type { Refused } from '@docket/kernel';
import { systemClock, systemIds } from '../clock';
import { assertUsable } from '../start-checks';
import type { Progress } from '../system';
import { checkPlaces, openPlace, placeChecks, type CopyPlace, type OpenPlace } from './copy-place';
import { copyRecords, type RecordsCopied } from './copy-records';

/** What is to be copied from where to where; the installation is the same in both. */
export type ToCopyBetween = Readonly<{
  from: CopyPlace;
  to: CopyPlace;
  installation: string;
  insecure: boolean;
  redactions: readonly NamedEvent[];
  onProgress: Progress;
}>;

/** A copy with what lies beside its log; no records where one of the two places has none. */
export type PlaceCopied = CopyReport & Readonly<{ records: RecordsCopied | null }>;

const recordsBetween = async (
  from: OpenPlace,
  to: OpenPlace,
  redacted: boolean,
): Promise<RecordsCopied | null> =>
  from.records && to.records ? copyRecords(from.records, to.records, { redacted }) : null;

/**
 * Copies the log of one place into another, and then what it keeps among its records. @throws ServersUnusable | CopyPlaceRefused, and what the
 * stores throw: asked again, it goes on where it was broken off
 */
export const copyBetween = async ({
  from,
  to,
  installation,
  insecure,
  redactions,
  onProgress,
}: ToCopyBetween): Promise<PlaceCopied | Refused<CopyRefusal>> => {
  checkPlaces(from, to);
  const whose = { installation, insecure };
  await assertUsable([...placeChecks(from, 'from', whose), ...placeChecks(to, 'to', whose)]);
  await using source = await openPlace(from, 'from', whose);
  const empty = await emptySource(source.store);
  if (empty) return empty;
  await using target = await openPlace(to, 'to', whose);
  const { write } = target;
  const copied = await copyLog({
    ...{ from: source.store, to: target.store, redactions, onProgress },
    ...{ clock: systemClock, ids: systemIds },
    ...(write ? { write } : {}),
  });
  if ('outcome' in copied) return copied;
  return { ...copied, records: await recordsBetween(source, target, redactions.length > 0) };
};
