import {
  logTrouble,
  logger,
  openSystem,
  within,
  type Opening,
  type Part,
  type Progress,
  type Settings,
  type System,
} from '@docket/host';
import type { Signer } from '@docket/identity';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app';
import { loadSecrets } from './door/secrets';
import { Readiness } from './health/readiness';
import { workEnded } from './operator/progress-stream';

/** A Docket that answers at an address of this machine. */
export type RunningDocket = Readonly<{
  address: string;
  /** Opens the door as operator; whoever can read the data folder's owner file has it. */
  ownerSecret: string;
  system: System;
  app: NestFastifyApplication;
  /** Ready once nothing is left to wait for. */
  ready: () => void;
  waitFor: (what: string) => void;
  /** What it still waits for, as `/health/ready` says it; `undefined` where for nothing. */
  waitsFor: () => Promise<string | undefined>;
  /** Resolves when no long work (an import, a rebuild) is under way. */
  idle: () => Promise<void>;
  /** Stops taking requests, waits for those under way, then lets go of everything. */
  close: () => Promise<void>;
}>;

/** Nest's own `listen` would log a taken port before whoever started this can say it. */
const listen = async (app: NestFastifyApplication, { host, port }: Settings): Promise<void> => {
  await app.getHttpAdapter().getInstance().listen({ host, port });
};

/** How long requests under way may take to end, in milliseconds. */
const DRAIN_MS = 10_000;

const addressOf = (app: NestFastifyApplication, host: string): string => {
  const bound = app.getHttpServer().address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};

/** Closes the door. A connection that was busy when that began idles after its answer: it is let go then, not at its timeout. */
const closed = async (app: NestFastifyApplication): Promise<void> => {
  const letGo = setInterval(() => app.getHttpServer().closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearInterval(letGo);
  }
};

/** Asks as anybody may. */
const waitedForAt = async (address: string): Promise<string | undefined> => {
  const answer = await fetch(`${address}/health/ready`);
  const { waitingFor, detail } = (await answer.json()) as { waitingFor?: string; detail?: string };
  return waitingFor ?? detail;
};

/** Opens the system and listens; a `signer` is asked before somebody signs, in the place of the local session. The caller owns the data folder. @throws when the port is taken or a server is not there */
export const startDocket = async (
  settings: Settings,
  part: Part,
  onProgress: Progress,
  { signer, ...opening }: Opening & Readonly<{ signer?: Signer }> = {},
): Promise<RunningDocket> => {
  logger.level = settings.logLevel;
  const system = await openSystem(settings, part, onProgress, logTrouble, opening);
  try {
    const secrets = await loadSecrets(system.adapters.records);
    const app = await createApp(system, secrets, signer);
    await listen(app, settings);
    const readiness = app.get(Readiness);
    const address = addressOf(app, settings.host);
    return {
      address,
      ownerSecret: secrets.ownerSecret,
      system,
      app,
      ready: () => (readiness.waitingFor = undefined),
      waitFor: (what) => (readiness.waitingFor = what),
      waitsFor: () => waitedForAt(address),
      idle: workEnded,
      close: async () => {
        await within(DRAIN_MS, closed(app), () => undefined);
        await system[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await system[Symbol.asyncDispose]();
    throw error;
  }
};
