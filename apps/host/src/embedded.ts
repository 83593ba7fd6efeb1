import { openSqliteEventStore, type SqliteEventStore } from '@docket/event-store';
import { openEmbeddedJobs } from '@docket/job-queue';
import type { ReadModel, Table } from '@docket/kernel';
import { FolderLeases, LeaseBook, openSqliteReadModels } from '@docket/read-model';
import { openSqliteRecords } from '@docket/records';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeBackup } from './backup';
import { systemClock } from './clock';
import { FILES } from './files';
import { processName } from './process-name';
import type { Adapters } from './system';

type Options = Readonly<{
  folder: string;
  installation: string;
  definition: string;
  tables: readonly Table[];
}>;

/** The data folder is of another installation: under this one it would look empty. */
export class InstallationDiffers extends Error {
  override readonly name = 'InstallationDiffers';
}

/** @throws InstallationDiffers, having closed the log */
export const assertBegunFor = async (store: SqliteEventStore, folder: string): Promise<void> => {
  const begunFor = await store.begunFor();
  if (begunFor === undefined || begunFor === store.installation) return;
  await store.close();
  throw new InstallationDiffers(
    `${folder} is of the installation "${begunFor}", the settings say "${store.installation}": set DOCKET_INSTALLATION to match, or choose another folder.`,
  );
};

/** Opens the adapters of one data folder; the caller owns the folder. */
export const openEmbedded = async ({
  folder,
  installation,
  definition,
  tables,
}: Options): Promise<Adapters> => {
  const store = await openSqliteEventStore({ file: join(folder, FILES.events), installation });
  await assertBegunFor(store, folder);
  const records = await openSqliteRecords({ file: join(folder, FILES.records) });
  const book = new LeaseBook();
  const leases = new FolderLeases(processName(), () => systemClock.now(), book);
  const readModels = await openSqliteReadModels({
    folder: join(folder, FILES.readModels),
    definition,
    tables,
    leases: book,
  });
  const jobs = await openEmbeddedJobs({ file: join(folder, FILES.jobs), clock: systemClock });
  return {
    store,
    leases,
    records,
    readModels,
    jobs,
    scratchReadModels: () => openScratch(definition, tables),
    backup: (to) => takeBackup(to, { folder, store, records }, () => systemClock.now()),
    close: async () => {
      await jobs.close();
      await leases.close();
      await store.close();
      await readModels.close();
      await records.close();
    },
  };
};

/** An empty read model in a folder of its own, which goes with it. */
export const openScratch = async (definition: string, tables: readonly Table[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-replay-'));
  const readModels = await openSqliteReadModels({ folder, definition, tables });
  return {
    live: () => readModels.live(),
    rebuild: () => readModels.rebuild(),
    switchTo: (rebuilt: ReadModel) => readModels.switchTo(rebuilt),
    madeAnew: () => readModels.madeAnew(),
    dropOthers: () => readModels.dropOthers(),
    close: () => readModels.close(),
    [Symbol.asyncDispose]: async () => {
      await readModels.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
