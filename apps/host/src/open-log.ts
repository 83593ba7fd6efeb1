import { openSqliteEventStore } from '@docket/event-store';
import type { EventStore, ReadModel, ReadModels } from '@docket/kernel';
import { openPostgresReadModels, openSqliteReadModels } from '@docket/read-model';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEFINITION, projections } from './definition';
import { FILES } from './files';
import type { Settings } from './settings';

type OpenLog = Readonly<{
  store: EventStore;
  /** The numbers a read model has given to its events; absent where there is none that can be read. */
  numbers?: Pick<ReadModel, 'numbers'>;
}> &
  AsyncDisposable;

/** Nothing was recorded under the name of the installation: there is nothing to read, and nothing may be begun by reading. */
export class LogNotBegun extends Error {
  override readonly name = 'LogNotBegun';
}

/** @throws LogNotBegun */
const assertBegun = async (store: EventStore): Promise<void> => {
  if ((await store.head()) !== undefined) return;
  throw new LogNotBegun(
    `DOCKET_EVENT_STORE has no event of the installation "${store.installation}": look at its address, and set DOCKET_INSTALLATION to the name it was begun under.`,
  );
};

const storeOf = async ({ profile, installation, insecure }: Settings): Promise<EventStore> => {
  if (profile.kind === 'embedded')
    return openSqliteEventStore({
      file: join(profile.folder, FILES.events),
      installation,
      evenDamaged: true,
    });
  const server: typeof import('./server') = require('./server');
  return server.openServerLog({ eventStore: profile.eventStore, installation, insecure });
};

/** The read models of a data folder, where there are any, or those of the installation. */
const readModelsOf = async ({
  profile,
  installation,
  insecure: allowInsecure,
}: Settings): Promise<ReadModels | undefined> => {
  const tables = projections.map(({ table }) => table);
  if (profile.kind === 'server')
    return openPostgresReadModels({
      url: profile.readModel,
      allowInsecure,
      installation,
      definition: DEFINITION,
      tables,
    });
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

/** Opens the log of a profile, and the numbers given to it. The caller owns the data folder. @throws when the log cannot be opened */
export const openLog = async (settings: Settings): Promise<OpenLog> => {
  const store = await storeOf(settings);
  try {
    if (settings.profile.kind === 'server') await assertBegun(store);
  } catch (error) {
    await store.close();
    throw error;
  }
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
