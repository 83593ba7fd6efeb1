import { Body, Motion, type MatterFacts } from '@docket/governance';
import {
  commandRuntime,
  derivedUuid,
  digestOfBody,
  dueStepTable,
  open,
  runCommand,
  type CommandRuntime,
  type Instant,
  type JobHandler,
  type JobQueue,
  type ReadModel,
  type Receipt,
  type Refused,
  type Request,
} from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import { Portfolio } from '@docket/portfolio';
import { Project } from '@docket/project';
import { followLive, ProjectionRunner } from '@docket/read-model';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeEvent, DEFINITION, projections } from '../../apps/host/src/definition';
import { openEmbedded } from '../../apps/host/src/embedded';
import { Reactions } from '../../apps/host/src/reactions';
import type { Adapters } from '../../apps/host/src/system';
import { END, HurriedClock, SPAN_MS, START } from './hurried-clock.fixture';

const [portfolioId, projectId, bodyId] = ['portfolio', 'project', 'body'].map((one) => derivedUuid(one)) as [
  string,
  string,
  string,
];

const asked = (operation: string, key: string, actor = 'ada'): Request => ({
  actor,
  authentication: 'test',
  operation,
  key,
  bodyDigest: digestOfBody(key),
  correlationId: key,
  origin: 'live',
});

const accepted = async (answer: Promise<Receipt | Refused<string>>): Promise<void> => {
  const given = await answer;
  if (given.outcome === 'refused') throw new Error(given.refusal.message);
};

/** A portfolio with a project and a board of three, whose seats outlast the ten years. */
const convene = async (runtime: CommandRuntime): Promise<void> => {
  const words = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
  await accepted(
    runCommand(runtime, Portfolio, portfolioId, asked('open-portfolio', 'open'), () => ({
      type: 'OpenPortfolio',
      data: { portfolioId, ...words },
    })),
  );
  await accepted(
    runCommand(runtime, Project, projectId, asked('propose', 'propose'), async (gather) => ({
      type: 'ProposeProject',
      data: {
        ...{ projectId, portfolioId, portfolio: await gather(Portfolio, portfolioId) },
        ...{ sponsor: 'stan', manager: 'mara', start: '2026-06-01', finish: '2039-06-01' },
        ...{ name: 'Rail', summary: 'Tracks.', wholeLifeCost: '12' },
      },
    })),
  );
  const rules = {
    quorum: { kind: 'count', seats: 1 },
    carryRule: 'majority-of-cast',
    minimumSeats: 1,
  } as const;
  await accepted(
    runCommand(runtime, Body, bodyId, asked('establish', 'establish'), () => ({
      type: 'EstablishBody',
      data: { bodyId, portfolioId, name: 'Board', ...rules, portfolioKnown: true },
    })),
  );
  for (const [personId, role] of [
    ['cleo', 'chair'],
    ['mona', 'member'],
    ['milo', 'member'],
  ] as const)
    await accepted(
      runCommand(runtime, Body, bodyId, asked('seat', `seat-${personId}`), () => ({
        type: 'SeatMember',
        data: { personId, role },
      })),
    );
};

/** Opens a ballot that says when it closes. */
const openBallot = async (runtime: CommandRuntime, motionId: string, closesAt: Instant): Promise<void> => {
  const project: MatterFacts = {
    ...{ called: 'project', portfolioId, status: 'proposed', decidable: ['go'], parts: new Map() },
    needsClaim: true,
    openMotion: motionId,
  };
  await accepted(
    runCommand(runtime, Motion, motionId, asked('table', `table-${motionId}`), async (gather) => ({
      type: 'TableMotion',
      data: {
        ...{
          motionId,
          portfolioId,
          bodyId,
          projectId,
          ...{ matter: { on: 'component' as const }, kind: null, ask: 'go' as const },
          calledIn: [],
          question: 'Shall it go ahead?',
        },
        ...{ body: await gather(Body, bodyId), project },
      },
    })),
  );
  await accepted(
    runCommand(runtime, Motion, motionId, asked('open', `ballot-${motionId}`, 'cleo'), async (gather) => ({
      type: 'OpenBallot',
      data: { body: await gather(Body, bodyId), project, projectRevision: 0, closesAt },
    })),
  );
};

/** What became of the ballots in the log. */
export type Audit = Readonly<{
  missed: readonly string[];
  doubled: readonly string[];
  early: readonly string[];
}>;

/** Ten years of ballots that close at instants of their own, on the embedded adapters; only the queue is given. */
export class TenYears {
  readonly ballots: ReadonlyMap<string, Instant>;
  /** How many jobs have woken somebody. */
  jobsDone = 0;
  private constructor(
    private readonly folder: string,
    private readonly adapters: Adapters,
    ballots: ReadonlyMap<string, Instant>,
  ) {
    this.ballots = ballots;
  }

  /** Opens so many ballots on the first day; when each closes, `fraction` of the ten years, is given. */
  static async begin(count: number, fraction: () => number): Promise<TenYears> {
    const folder = mkdtempSync(join(tmpdir(), 'docket-ten-years-'));
    const tables = projections.map(({ table }) => table);
    const adapters = await openEmbedded({ folder, installation: 'docket', definition: DEFINITION, tables });
    const clock = new SteppingClock(START);
    const runtime = commandRuntime(adapters.store, clock, new CountingIds('begin'));
    await convene(runtime);
    const closing = Array.from({ length: count }, (_, index) => {
      const at = new Date(Date.parse(START) + 60_000 + fraction() * (SPAN_MS - 60_000)).toISOString();
      return [derivedUuid('motion', String(index)), at] as const;
    });
    await Promise.all(closing.map(([motionId, at]) => openBallot(runtime, motionId, at)));
    return new TenYears(folder, adapters, new Map(closing));
  }

  /** Lets the ten years pass in `realMs`; every `lookMs` somebody looks what is due. `meanwhile` brings about what it likes. */
  async pass(
    jobs: JobQueue,
    { realMs, lookMs }: Readonly<{ realMs: number; lookMs: number }>,
    meanwhile: () => Promise<void>,
  ): Promise<void> {
    const { store, records, readModels } = this.adapters;
    const readModel = await followLive(readModels);
    const projector = new ProjectionRunner({ store, readModel, projections, decode: decodeEvent });
    projector.start();
    const clock = new HurriedClock(realMs);
    const runtime = commandRuntime(store, clock, new CountingIds('pass'));
    const aheadMs = 2 * lookMs * (SPAN_MS / realMs);
    const hurried = {
      add: (job: Parameters<JobQueue['add']>[0], due?: Instant) => jobs.add(job, due && clock.onTheWall(due)),
    };
    const reactions = new Reactions(
      runtime,
      { records, log: 'log', readModel, jobs: hurried, onTrouble: () => undefined, aheadMs },
      (_, look) => {
        const timer = setInterval(look, lookMs);
        return () => clearInterval(timer);
      },
    );
    const counted = Object.entries(reactions.handlers).map(([kind, handler]) => {
      const counting: JobHandler = async (job) => {
        await handler(job);
        this.jobsDone += 1;
      };
      return [kind, counting] as const;
    });
    jobs.work(Object.fromEntries(counted), { concurrency: 8, firstPauseMs: 50 });
    reactions.start();
    const isOver = () => clock.now() > END;
    await meanwhile();
    while (!isOver()) await pause(50);
    await this.settled(projector, readModel, reactions);
    await reactions.stop();
    await projector.stop();
  }

  /** What the log says of every ballot. */
  async audit(): Promise<Audit> {
    const found = { missed: [] as string[], doubled: [] as string[], early: [] as string[] };
    for (const [motionId, closesAt] of this.ballots) {
      const events = (await this.adapters.store.read(`docket-motion-${motionId}`)).map((stored) =>
        open(stored),
      );
      const closings = events.filter(({ type }) => type.startsWith('BallotClosed.'));
      if (closings.length === 0) found.missed.push(motionId);
      if (closings.length > 1) found.doubled.push(motionId);
      if (closings.some(({ meta }) => meta.recordedAt < closesAt)) found.early.push(motionId);
    }
    return found;
  }

  async remove(): Promise<void> {
    await this.adapters.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Looks again until nothing waits any more; what is left after so many looks is missed. */
  private async settled(
    projector: ProjectionRunner,
    readModel: ReadModel,
    reactions: Reactions,
  ): Promise<void> {
    for (let look = 1; look <= 10; look += 1) {
      await reactions.idle();
      await reactions.sweep();
      const head = await this.adapters.store.head();
      if (head !== undefined) await projector.waitFor(head, 30_000);
      const { number } = await readModel.checkpoint();
      if ((await readModel.rowsAsOf(dueStepTable, number)).length === 0) return;
    }
  }
}
