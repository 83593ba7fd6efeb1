import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '@docket/event-store';
import {
  COMMAND_RUNTIME,
  commandRuntime,
  decodeStored,
  digestOfBody,
  type Codec,
  type CommandRuntime,
  type Cut,
  type Event,
  type EventStore,
  type ReadModel,
  type Reach,
  type Reading,
  type ReadModels,
  type Receipt,
  streamName,
  type Recorded,
  type Request,
  type StoredEvent,
} from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import {
  Composition,
  OpenPortfolioCommand,
  Portfolio,
  portfolioIdOf,
  PortfolioModule,
  portfolioProjections,
  settleBeforeAppend,
  Strategy,
} from '@docket/portfolio';
import { carryDecision, claimForMotion, Project, ProjectModule, projectProjections } from '@docket/project';
import { openSqliteReadModels, ProjectionRunner } from '@docket/read-model';
import { CommandBus, CqrsModule, QueryBus, type Command } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { AssessmentModule } from '../assessment.module';
import { Alignment } from '../domain/alignment';
import { Assessment } from '../domain/assessment';
import { ScoringModel } from '../domain/scoring-model';
import { assessmentProjections } from '../scoring-model.projection';

const projections = [...portfolioProjections, ...projectProjections, ...assessmentProjections];
const codecs: ReadonlyMap<string, Codec<Event>> = new Map(
  [Portfolio, Composition, Strategy, Project, ScoringModel, Assessment, Alignment].map(
    ({ category, codec }) => [category, codec as Codec<Event>],
  ),
);

const decode = (stored: StoredEvent) => {
  const codec = codecs.get(stored.stream.split('-').slice(1, -5).join('-'));
  if (!codec) throw new Error(`No context owns ${stored.stream}.`);
  return decodeStored(codec, stored);
};

/** The specs' portfolio. */
export const portfolioName = 'Major projects';
export const portfolioId = portfolioIdOf(portfolioName);

/** The real bus over a log and a read model in a folder of their own. */
export class Office {
  readonly clock = new SteppingClock('2026-03-02T09:00:00.000Z');

  private constructor(
    private readonly folder: string,
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly readModel: ReadModel,
  ) {}

  private module: TestingModule;

  static async open(): Promise<Office> {
    const folder = await mkdtemp(join(tmpdir(), 'docket-assessment-'));
    const store = await openSqliteEventStore({ file: join(folder, 'log.sqlite'), installation: 'spec' });
    const tables = projections.map(({ table }) => table);
    const readModels = await openSqliteReadModels({ folder: join(folder, 'read'), definition: 'd1', tables });
    const office = new Office(folder, store, readModels, await readModels.live());
    await office.start();
    return office;
  }

  private async start(): Promise<void> {
    const runtime: CommandRuntime = commandRuntime(
      this.store,
      this.clock,
      new CountingIds(),
      settleBeforeAppend(() => runtime),
    );
    this.module = await Test.createTestingModule({
      imports: [
        CqrsModule.forRoot(),
        {
          module: class Ports {},
          global: true,
          providers: [{ provide: COMMAND_RUNTIME, useValue: runtime }],
          exports: [COMMAND_RUNTIME],
        },
        PortfolioModule,
        ProjectModule,
        AssessmentModule,
      ],
    }).compile();
    await this.module.init();
  }

  /** A request of the PMO; imported where `knownAt` or `imported` says so. */
  request(operation: string, key: string, imported?: Readonly<{ knownAt?: string }>): Request {
    return {
      actor: 'pmo',
      authentication: 'local-session',
      operation,
      key,
      bodyDigest: digestOfBody({ operation, key }),
      correlationId: 'b7d7b2f0-6c1c-4c64-8e58-3f2f3f1f0a01',
      origin: imported ? 'import' : 'live',
      ...(imported?.knownAt === undefined ? {} : { knownAt: imported.knownAt }),
    };
  }

  /** The same of somebody else. */
  requestOf(actor: string, operation: string, key: string, reach: Reach = 'anything'): Request {
    return { ...this.request(operation, key), actor, reach };
  }

  asks<T>(command: Command<T>): Promise<T> {
    return this.module.get(CommandBus).execute(command);
  }

  /** Carries out what must not be refused. */
  async does<T>(command: Command<T>): Promise<Receipt> {
    const answer = (await this.asks(command)) as Receipt | { outcome: 'refused'; refusal: object };
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
    return answer;
  }

  /** A motion on it is open. */
  async claims(projectId: string): Promise<void> {
    const runtime = this.module.get<CommandRuntime>(COMMAND_RUNTIME, { strict: false });
    const motionId = `motion on ${projectId}`;
    const claim = { projectId, motionId, bodyId: 'board', outcome: 'go' } as const;
    const answer = await claimForMotion(runtime, this.request('claim', motionId), claim);
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
  }

  /** A body says go to a proposal: its case becomes the baseline. */
  async authorises(projectId: string): Promise<void> {
    const motionId = `motion of ${projectId}`;
    const runtime = this.module.get<CommandRuntime>(COMMAND_RUNTIME, { strict: false });
    const claim = { projectId, motionId, bodyId: 'board', outcome: 'go' } as const;
    for (const [step, carry] of [
      ['claim', claimForMotion],
      ['carry', carryDecision],
    ] as const) {
      const answer = await carry(runtime, this.request(step, motionId), claim);
      if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
    }
  }

  opens(imported?: Readonly<{ knownAt?: string }>): Promise<Receipt> {
    const data = { name: portfolioName, currency: 'GBP', timeZone: 'Europe/London' };
    return this.does(new OpenPortfolioCommand(this.request('open-portfolio', 'open', imported), data));
  }

  async events(category: string, id: string): Promise<readonly Recorded[]> {
    return (await this.store.read(streamName('spec', category, id))).map(decode);
  }

  get queries(): QueryBus {
    return this.module.get(QueryBus);
  }

  /** What a moment on the portfolio's timeline is read from, or now; everything written so far is read first. */
  async reading(at?: string): Promise<Reading> {
    return { readModel: this.readModel, cut: await this.cut(at) };
  }

  /** The cut of such a moment. */
  async cut(at?: string): Promise<Cut> {
    await new ProjectionRunner({
      store: this.store,
      readModel: this.readModel,
      projections,
      decode,
    }).catchUp();
    const { number: now } = await this.readModel.checkpoint();
    const number = at === undefined ? now : await this.readModel.numberOnTimeline(portfolioId, at);
    const recordedNumber = at === undefined ? now : await this.readModel.numberRecordedBy(at);
    return {
      number,
      recordedNumber,
      at: at ?? this.clock.now(),
      log: await this.store.logId(),
      definition: 'd1',
    };
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.readModels.close();
    await this.store.close();
    await rm(this.folder, { recursive: true });
  }
}
