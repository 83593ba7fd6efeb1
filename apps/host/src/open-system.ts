import { COMMAND_DEADLINE_MS, commandRuntime, comparePositions, type LiveReadModel, type Position, type ReadModel } from '@docket/kernel';
import { settleBeforeAppend } from '@docket/portfolio';
import { ProjectionRunner, ReadModelBehind, rebuild } from '@docket/read-model';
import { AsyncLocalStorage } from 'node:async_hooks';
import { systemClock, systemIds } from './clock';
import { decodeEvent, DEFINITION, projections } from './definition';
import { openEmbedded } from './embedded';
import type { Settings } from './settings';
import type { Adapters, Part, Progress, ProjectionStatus, System } from './system';

const tables = projections.map(({ table }) => table);

const openAdapters = async ({ profile, installation }: Settings): Promise<Adapters> => {
  const shared = { installation, definition: DEFINITION, tables };
  if (profile.kind === 'embedded') return openEmbedded({ folder: profile.folder, ...shared });
  const { openServer } = await import('./server');
  return openServer({ eventStore: profile.eventStore, readModel: profile.readModel, ...shared });
};

export const openSystem = async (settings: Settings, part: Part, onProgress: Progress): Promise<System> => {
  throw new Error('to be written once the runner is there');
};
