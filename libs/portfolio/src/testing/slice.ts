import { openSqliteEventStore } from '@docket/event-store';
import {
  COMMAND_RUNTIME,
  commandRuntime,
  digestOfBody,
  type CommandRuntime,
  type EventStore,
  type Instant,
  type Reading,
  type Recorded,
  type Request,
  type StoredEvent,
} from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import { openSqliteReadModels, ProjectionRunner, type AnyProjection } from '@docket/read-model';
import { Global, Module, type Type } from '@nestjs/common';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settleBeforeAppend } from '../features/settle-history/settle-before-append';

/** The modules of some contexts on real embedded adapters in a folder of their own. */
export type Slice = Readonly<{
  commands: CommandBus;
  queries: QueryBus;
  runtime: CommandRuntime;
  clock: SteppingClock;
  store: EventStore;
  /** The read model with everything in it that is recorded by now, and a cut at its end. */
  read(): Promise<Reading>;
  events(stream: string): Promise<readonly Recorded[]>;
  close(): Promise<void>;
}>;

export type Contexts = Readonly<{
  modules: readonly Type[];
  /** Reads a stored event of any of them. */
  decode: (stored: StoredEvent) => Recorded;
  projections: readonly AnyProjection[];
}>;

const portsModule = (runtime: CommandRuntime): Type => {
  const providers = [{ provide: COMMAND_RUNTIME, useValue: runtime }];
  @Global()
  @Module({ providers, exports: providers })
  class PortsModule {}
  return PortsModule;
};

const startBuses = async (contexts: Contexts, runtime: CommandRuntime) => {
  const imports = [portsModule(runtime), CqrsModule.forRoot(), ...contexts.modules];
  const module = await Test.createTestingModule({ imports }).compile();
  await module.init();
  return module;
};

/** Opens a slice; the caller closes it. */
export const openSlice = async (contexts: Contexts): Promise<Slice> => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-slice-'));
  const store = await openSqliteEventStore({ file: join(folder, 'events.sqlite'), installation: 'docket' });
  const tables = contexts.projections.map(({ table }) => table);
  const readModels = await openSqliteReadModels({ folder: join(folder, 'read'), definition: 'd1', tables });
  const readModel = await readModels.live();
  const clock = new SteppingClock();
  const runtime: CommandRuntime = commandRuntime(
    store,
    clock,
    new CountingIds(),
    settleBeforeAppend(() => runtime),
  );
  const module = await startBuses(contexts, runtime);
  const { projections, decode } = contexts;
  return {
    commands: module.get(CommandBus),
    queries: module.get(QueryBus),
    runtime,
    clock,
    store,
    read: async () => {
      await new ProjectionRunner({ store, readModel, projections, decode }).catchUp();
      const { number } = await readModel.checkpoint();
      const cut = {
        number,
        recordedNumber: number,
        at: clock.now(),
        log: await store.logId(),
        definition: 'd1',
      };
      return { readModel, cut };
    },
    events: async (stream) => (await store.read(stream)).map(decode),
    close: async () => {
      await module.close();
      await readModels.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A live request of that key; `knownAt` makes it one of imported history. */
export const requestOf = (key: string, body: unknown = key, knownAt?: Instant): Request => ({
  actor: 'ada',
  authentication: 'test',
  operation: 'test',
  key,
  bodyDigest: digestOfBody(body),
  correlationId: `correlation-${key}`,
  ...(knownAt === undefined ? { origin: 'live' } : { origin: 'import', knownAt }),
});
