import { openSqliteEventStore, type SqliteEventStore } from '@docket/event-store';
import type { EventStore, ReadModel, ReadModels } from '@docket/kernel';
import { hasPostgresReadModels, openPostgresReadModels, openSqliteReadModels } from '@docket/read-model';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEFINITION, projections } from './definition';
import { assertBegunFor, InstallationDiffers } from './embedded';
import { FILES } from './files';
import type { Settings } from './settings';
import { assertUsable } from './start-checks';

type OpenLog = Readonly<{
  store: EventStore;
  /** The numbers a read model has given to its events; absent where there is none that can be read. */
  numbers?: Pick<ReadModel, 'numbers'>;
}> &
  AsyncDisposable;

/** A damaged file may not say whose it is: what can still be read of it is read all the same. */
const assertOurs = async (store: SqliteEventStore, folder: string): Promise<void> => {
  try {
    await assertBegunFor(store, folder);
  } catch (error) {
    if (error instanceof InstallationDiffers) throw error;
  }
};

const storeOf = async ({ profile, installation, insecure }: Settings): Promise<EventStore> => {
  if (profile.kind === 'embedded') {
    const file = join(profile.folder, FILES.events);
    const store = await openSqliteEventStore({ file, installation, evenDamaged: true });
    await assertOurs(store, profile.folder);
    return store;
  }
  const server: typeof import('./server') = require('./server');
  const log = { eventStore: profile.eventStore, installation, insecure };
  await assertUsable([server.eventStoreCheck('DOCKET_EVENT_STORE', { ...log, mustHaveBegun: true })]);
  return server.openServerLog(log);
};

/** The read models of a data folder or of an installation, where there are any. */
const readModelsOf = async ({
  profile,
  installation,
  insecure: allowInsecure,
}: Settings): Promise<ReadModels | undefined> => {
  const tables = projections.map(({ table }) => table);
  if (profile.kind === 'server') {
    const asked = { url: profile.readModel, installation, definition: DEFINITION, allowInsecure };
    return (await hasPostgresReadModels(asked)) ? openPostgresReadModels({ ...asked, tables }) : undefined;
  }
  if (!existsSync(join(profile.folder, FILES.readModels))) return undefined;
  return openSqliteReadModels({
    folder: join(profile.folder, FILES.readModels),
    definition: DEFINITION,
    tables,
  });
};

type Numbers = Readonly<{ numbers?: Pick<ReadModel, 'numbers'>; release: () => Promise<void> }>;

/** A read model that cannot be read is no reason to leave the log unread. */
const numbersOf = async (settings: Settings): Promise<Numbers> => {
  try {
    const readModels = await readModelsOf(settings);
    if (readModels) return { numbers: await readModels.live(), release: () => readModels.close() };
  } catch {
    // the log is read without it
  }
  return { release: async () => undefined };
};

/**
 * Opens the log of a profile, and the numbers given to it. The caller owns the data folder. None is begun, no file or schema
 * made. @throws ServersUnusable where the server has no log of the installation;
 * InstallationDiffers where the folder has that of another; when the log cannot be opened
 */
export const openLog = async (settings: Settings): Promise<OpenLog> => {
  const store = await storeOf(settings);
  const { release, ...numbers } = await numbersOf(settings);
  return {
    store,
    ...numbers,
    [Symbol.asyncDispose]: async () => {
      await release();
      await store.close();
    },
  };
};
