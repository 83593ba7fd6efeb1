import { PositionBeyondEnd } from '@docket/kernel';
import { EventNotApplied, LogDiffers, TablesDiffer } from '@docket/read-model';
import { sqliteCode, UnsafeDatabase } from '@docket/sqlite';
import { join } from 'node:path';
import { DEFINITION } from './definition';
import { FILES } from './files';
import type { Settings } from './settings';

/** The read model cannot be used; it is derived, so that nothing is lost with it. */
export class ReadModelUnusable extends Error {
  override readonly name = 'ReadModelUnusable';
}

const IN_THE_LOG =
  'Nothing can be shown of what comes after it. `docket verify-chain` tells whether the log was changed; then a backup helps. Where the log is whole, run the release that wrote it.';
const DERIVED = 'It holds nothing that is not in the log';

/** How the read model of an installation is removed from PostgreSQL. */
const dropping = (installation: string): string => {
  const schemas = `docket_${installation}_${DEFINITION}_`;
  return `stop all processes of this installation, drop the schemas there whose names begin with ${schemas} (\`drop schema "${schemas}1" cascade\` and so on; not docket_${installation}_records, which no log holds), and start a worker: it builds the read model anew.`;
};

const isOfOtherLog = (error: unknown): boolean =>
  error instanceof LogDiffers || error instanceof PositionBeyondEnd;

/** Trouble with a read model in PostgreSQL; any other error as it is. */
const inPostgres = (error: unknown, installation: string): unknown => {
  const ofWhom = `The read model of "${installation}" in PostgreSQL was built`;
  if (isOfOtherLog(error))
    return new ReadModelUnusable(
      `${ofWhom} from another log than the one in EventStoreDB: that one may be a restored, shorter one. Where it is the one you mean, ${dropping(installation)}`,
      { cause: error },
    );
  if (error instanceof TablesDiffer)
    return new ReadModelUnusable(
      `${ofWhom} by other code than this, which keeps other tables. ${DERIVED}: ${dropping(installation)}`,
      { cause: error },
    );
  return error;
};

/** What to say instead of an error that a start met in a read model; any other error as it is. */
export const readModelTrouble = (error: unknown, { profile, installation }: Settings): unknown => {
  if (error instanceof EventNotApplied)
    return new EventNotApplied(`${error.message} ${IN_THE_LOG}`, { cause: error });
  if (profile.kind !== 'embedded') return inPostgres(error, installation);
  const folder = join(profile.folder, FILES.readModels);
  const events = join(profile.folder, FILES.events);
  if (isOfOtherLog(error))
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
