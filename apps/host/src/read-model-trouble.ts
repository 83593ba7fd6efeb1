import { EventNotApplied, LogDiffers, TablesDiffer } from '@docket/read-model';
import { sqliteCode, UnsafeDatabase } from '@docket/sqlite';
import { join } from 'node:path';
import { FILES } from './files';
import type { Settings } from './settings';

/** The read model of a data folder cannot be used; it is derived, so that nothing is lost with it. */
export class ReadModelUnusable extends Error {
  override readonly name = 'ReadModelUnusable';
}

const IN_THE_LOG =
  'Nothing can be shown of what comes after it. `docket verify-chain` tells whether the log was changed; then a backup helps. Where the log is whole, run the release that wrote it.';
const DERIVED = 'It holds nothing that is not in the log';

/** What to say instead of an error that a start met in the read model of a folder; any other error as it is. */
export const readModelTrouble = (error: unknown, { profile }: Settings): unknown => {
  if (error instanceof EventNotApplied)
    return new EventNotApplied(`${error.message} ${IN_THE_LOG}`, { cause: error });
  if (profile.kind !== 'embedded') return error;
  const folder = join(profile.folder, FILES.readModels);
  const events = join(profile.folder, FILES.events);
  if (error instanceof LogDiffers)
    return new ReadModelUnusable(
      `The read model in ${folder} was built from another log than ${events}. Where that log is the one you mean, remove ${folder}: the next start builds it anew. (\`docket restore\` brings a log back without this.)`,
      { cause: error },
    );
  if (error instanceof TablesDiffer)
    return new ReadModelUnusable(
      `The read model in ${folder} was built by other code than this, which keeps other tables. ${DERIVED}: remove the folder, and the next start builds it anew.`,
      { cause: error },
    );
  const isDamaged =
    (error instanceof UnsafeDatabase && error.message.includes(folder)) ||
    (!(error instanceof UnsafeDatabase) && sqliteCode(error) !== undefined);
  return isDamaged && error instanceof Error
    ? new ReadModelUnusable(
        `The read model in ${folder} cannot be read (${error.message}). ${DERIVED}: remove the folder, and the next start builds it anew. Should that not help, \`docket verify-chain\` tells whether the log is damaged.`,
        { cause: error },
      )
    : error;
};
