import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteReadModels } from '..';
import type { ReadModelPlace } from '../contract/samples';

/** A new folder for read models in SQLite. */
export const sqlitePlace = async (): Promise<ReadModelPlace> => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-read-model-'));
  return {
    open: (options) => openSqliteReadModels({ folder, ...options }),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

const ENGINES: readonly (readonly [string, () => Promise<ReadModelPlace>])[] = [['SQLite', sqlitePlace]];

/** Every engine that can be reached here, by name. */
export const reachableEngines = (): typeof ENGINES => ENGINES;
