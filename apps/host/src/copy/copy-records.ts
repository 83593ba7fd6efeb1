import { FOLD_SNAPSHOT, type Records } from '@docket/kernel';

/**
 * Kinds of records that a copy of a log leaves behind: folds and checkpoints are caches of one log and are made anew; the key of
 * sessions belongs to where it was made, or whoever is given a copy could sign in at the origin.
 */
const LEFT_BEHIND: ReadonlySet<string> = new Set([FOLD_SNAPSHOT, 'process-checkpoint', 'secret']);

/** What was taken along, and of which kinds something was left behind. */
export type RecordsCopied = Readonly<{ copied: number; leftBehind: readonly string[] }>;

/**
 * Takes along every record that is no cache and no secret, also of kinds that come later; what is there under the same kind and id
 * is replaced, so that a copy that was broken off is asked for again. @throws RecordDamaged | RecordsUnavailable
 */
export const copyRecords = async (from: Records, to: Records): Promise<RecordsCopied> => {
  const kinds = await from.kinds();
  let copied = 0;
  for (const kind of kinds.filter((one) => !LEFT_BEHIND.has(one)))
    for (const { id, bytes } of await from.list(kind)) {
      await to.put(kind, id, bytes);
      copied += 1;
    }
  return { copied, leftBehind: kinds.filter((one) => LEFT_BEHIND.has(one)) };
};
