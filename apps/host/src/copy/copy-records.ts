import { CAPSULE_BYTES } from '@docket/governance';
import { FOLD_SNAPSHOT, type Records } from '@docket/kernel';

/**
 * Kinds of records that a copy of a log leaves behind: folds and checkpoints are caches of one log and are made anew; the key of
 * sessions belongs to where it was made, or whoever is given a copy could sign in at the origin.
 */
const LEFT_BEHIND: ReadonlySet<string> = new Set([FOLD_SNAPSHOT, 'process-checkpoint', 'secret']);

/** Bytes that hold words of many events: a copy from which words are left out would still tell them. */
const HOLDING_WORDS: ReadonlySet<string> = new Set([CAPSULE_BYTES]);

/** What was taken along, and of which kinds something was left behind. */
export type RecordsCopied = Readonly<{ copied: number; leftBehind: readonly string[] }>;

/**
 * Takes along every record that is no cache and no secret, also of kinds that come later; what is there under the same kind and id
 * is replaced, so that a copy that was broken off is asked for again. Of a log that is `redacted` on the way nothing goes along that holds words. @throws RecordDamaged | RecordsUnavailable
 */
export const copyRecords = async (
  from: Records,
  to: Records,
  { redacted }: Readonly<{ redacted: boolean }>,
): Promise<RecordsCopied> => {
  const kinds = await from.kinds();
  const isLeft = (kind: string) => LEFT_BEHIND.has(kind) || (redacted && HOLDING_WORDS.has(kind));
  let copied = 0;
  for (const kind of kinds.filter((one) => !isLeft(one)))
    for (const { id, bytes } of await from.list(kind)) {
      await to.put(kind, id, bytes);
      copied += 1;
    }
  return { copied, leftBehind: kinds.filter(isLeft) };
};
