import { openSqliteEventStore } from '@docket/event-store';
import type { EventStore } from '@docket/kernel';
import { join } from 'node:path';
import { FILES } from './files';
import type { Settings } from './settings';

type OpenLog = Readonly<{ store: EventStore }> & AsyncDisposable;

const storeOf = async ({ profile, installation }: Settings): Promise<EventStore> => {
  if (profile.kind === 'embedded')
    return openSqliteEventStore({ file: join(profile.folder, FILES.events), installation });
  const server: typeof import('./server') = require('./server');
  return server.openServerLog({ eventStore: profile.eventStore, installation });
};

/** Opens the log of a profile and nothing else. The caller owns the data folder. @throws when it cannot be opened */
export const openLog = async (settings: Settings): Promise<OpenLog> => {
  const store = await storeOf(settings);
  return { store, [Symbol.asyncDispose]: () => store.close() };
};
