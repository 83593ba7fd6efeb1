import { openEventStoreDb } from '@docket/event-store';
import { openBullMqJobs } from '@docket/job-queue';
import type { Table } from '@docket/kernel';
import { openPostgresReadModels } from '@docket/read-model';
import { openPostgresRecords } from '@docket/records';
import { openScratch } from './embedded';
import { logger } from './log';
import type { Adapters } from './system';

type Options = Readonly<{
  eventStore: string;
  readModel: string;
  jobs: string;
  installation: string;
  definition: string;
  tables: readonly Table[];
}>;

/** Opens the log of the server profile alone. */
export const openServerLog = ({ eventStore, installation }: Pick<Options, 'eventStore' | 'installation'>) =>
  openEventStoreDb({ url: eventStore, installation });

/** Opens the adapters of the server profile. What it replays, it replays into a scratch file on this machine. */
export const openServer = async ({
  eventStore,
  readModel,
  jobs: redis,
  installation,
  definition,
  tables,
}: Options): Promise<Adapters> => {
  const store = await openEventStoreDb({ url: eventStore, installation });
  const records = await openPostgresRecords({ url: readModel, installation });
  const readModels = await openPostgresReadModels({ url: readModel, installation, definition, tables });
  const jobs = await openBullMqJobs({ url: redis, installation, onNotice: (notice) => logger.warn(notice) });
  return {
    store,
    records,
    readModels,
    jobs,
    scratchReadModels: () => openScratch(definition, tables),
    close: async () => {
      await jobs.close();
      await store.close();
      await readModels.close();
      await records.close();
    },
  };
};
