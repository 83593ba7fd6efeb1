import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@docket/kernel';
import { describeEventStore } from '../event-store.contract';
import { openSqliteEventStore } from './open-sqlite-event-store';

describeEventStore('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-log-'));
  const file = join(folder, 'log.sqlite');
  const installation = `t${randomUUID().slice(0, 8)}`;
  const opened: EventStore[] = [];
  const open = async (name: string) => {
    const store = await openSqliteEventStore({ file, installation: name });
    opened.push(store);
    return store;
  };
  let current = await open(installation);
  return {
    store: current,
    reopen: async () => {
      await current.close();
      current = await open(installation);
      return current;
    },
    neighbour: () => open(`${installation}n`),
    dispose: async () => {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});
