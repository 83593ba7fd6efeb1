import { openEventStoreDb } from '@docket/event-store';
import { openBullMqJobs } from '@docket/job-queue';
import type { Table } from '@docket/kernel';
import { checkServer } from '@docket/postgres';
import { openPostgresLeases, openPostgresReadModels } from '@docket/read-model';
import { openPostgresRecords } from '@docket/records';
import { openScratch } from './embedded';
import { logger, logTrouble } from './log';
import { processName } from './process-name';
import { assertUsable, type StartCheck } from './start-checks';
import type { Adapters } from './system';

type Options = Readonly<{
  eventStore: string;
  readModel: string;
  jobs: string;
  installation: string;
  /** Take servers without TLS on another machine. */
  insecure: boolean;
  /** Refuse an event store without a log of the installation. */
  mustHaveBegun: boolean;
  definition: string;
  tables: readonly Table[];
}>;

/** Opens the log of the server profile alone. */
export const openServerLog = ({
  eventStore,
  installation,
  insecure,
  onNotice = (notice) => logger.warn(notice),
}: Pick<Options, 'eventStore' | 'installation' | 'insecure'> &
  Readonly<{ onNotice?: (notice: string) => void }>) =>
  openEventStoreDb({
    url: eventStore,
    installation,
    allowInsecure: insecure,
    onBreak: (reason) => logger.debug({ err: reason }, 'a subscription broke and goes on'),
    onTrouble: logTrouble,
    onNotice,
  });

type CheckedLog = Pick<Options, 'eventStore' | 'installation' | 'insecure' | 'mustHaveBegun'>;

/** What is asked of an event store before a log is opened there, or begun where that may be. */
export const eventStoreCheck = (setting: string, options: CheckedLog): StartCheck => ({
  setting,
  address: options.eventStore,
  check: async () => {
    // what is to be noticed is said when it is opened for good
    const store = await openServerLog({ ...options, onNotice: () => undefined });
    try {
      await store.assertUsable();
      if (options.mustHaveBegun && !(await store.hasBegun()))
        throw new Error(
          `It has no log of the installation "${options.installation}": look at its address, and set DOCKET_INSTALLATION to the name it was begun under.`,
        );
    } finally {
      await store.close();
    }
  },
});

/** What is asked of a PostgreSQL before anything is opened there. */
export const databaseCheck = (setting: string, address: string, allowInsecure: boolean): StartCheck => ({
  setting,
  address,
  check: () => checkServer(address, { allowInsecure }),
});

/** What is asked of each server before anything is opened there. Nothing that is due is lost without Redis: one that is away keeps nobody from starting. */
const startChecks = (options: Options): readonly StartCheck[] => {
  const { readModel, jobs, installation, insecure: allowInsecure } = options;
  return [
    eventStoreCheck('DOCKET_EVENT_STORE', options),
    databaseCheck('DOCKET_READ_MODEL', readModel, allowInsecure),
    {
      setting: 'DOCKET_JOBS',
      address: jobs,
      check: async () =>
        (await openBullMqJobs({ url: jobs, installation, evenAway: true, allowInsecure })).close(0),
    },
  ];
};

/** Opens the adapters of the server profile. What it replays, it replays into a scratch file on this machine. @throws ServersUnusable */
export const openServer = async (options: Options): Promise<Adapters> => {
  await assertUsable(startChecks(options));
  const { jobs: redis, installation, definition, tables, insecure: allowInsecure } = options;
  const postgres = { url: options.readModel, installation, allowInsecure };
  const store = await openServerLog(options);
  const records = await openPostgresRecords(postgres);
  const readModels = await openPostgresReadModels({ ...postgres, definition, tables });
  const jobs = await openBullMqJobs({
    url: redis,
    installation,
    allowInsecure,
    evenAway: true,
    onNotice: (notice) => logger.warn(notice),
  });
  const leases = await openPostgresLeases({ ...postgres, process: processName() });
  return {
    store,
    records,
    readModels,
    leases,
    jobs,
    scratchReadModels: () => openScratch(definition, tables),
    close: async () => {
      await jobs.close();
      await leases.close();
      await store.close();
      await readModels.close();
      await records.close();
    },
  };
};
