import { decodeStored, type Aggregate } from './aggregate';
import { defineCodec } from './codec';
import { accept, refuse, unreachable } from './decider';
import type { Recorded } from './envelope';
import {
  OutcomeUnknown,
  type Appended,
  type EventStore,
  type EventToStore,
  type ExpectedRevision,
  type StoredEvent,
} from './event-store.port';
import { derivedUuid } from './ids';
import type { Command, Event } from './messages';
import { digestOfBody, type Request } from './request';
import { runCommand, type CommandSource } from './run-command';
import { commandRuntime, type CommandRuntime } from './runtime';
import { CountingIds, MemoryEventStore, SteppingClock } from './testing';

/** A fund that is opened and allocated from, never beyond what is left nor above a ceiling kept in another stream. */
type FundOpened = Event<'FundOpened', { portfolioId: string; amount: number }>;
type Allocated = Event<'Allocated', { amount: number; reason: string }>;
export type OpenFund = Command<'OpenFund', { portfolioId: string; amount: number; ceiling?: number }>;
export type Allocate = Command<'Allocate', { amounts: readonly number[]; reason: string; ceiling?: number }>;
export type FundCode = 'fund-exhausted' | 'above-ceiling';
type FundState = Readonly<{ left: number; portfolioId?: string }>;

export const Fund: Aggregate<FundState, OpenFund | Allocate, FundOpened | Allocated, FundCode> = {
  category: 'fund',
  decider: {
    initialState: () => ({ left: 0 }),
    evolve: (state, { type, data }) =>
      type === 'FundOpened'
        ? { left: data.amount, portfolioId: data.portfolioId }
        : { ...state, left: state.left - data.amount },
    decide: ({ type, data }, { left }) => {
      switch (type) {
        case 'OpenFund': {
          const { portfolioId, amount } = data;
          return accept({ type: 'FundOpened', data: { portfolioId, amount } });
        }
        case 'Allocate': {
          const { amounts, reason, ceiling = Infinity } = data;
          const sum = amounts.reduce((a, b) => a + b, 0);
          if (sum > ceiling) return refuse('above-ceiling', `Ask for at most ${ceiling}.`);
          if (sum > left) return refuse('fund-exhausted', `Only ${left} are left.`);
          return accept(
            ...amounts.map((amount): Allocated => ({ type: 'Allocated', data: { amount, reason } })),
          );
        }
        default:
          return unreachable(type);
      }
    },
  },
  codec: defineCodec<FundOpened | Allocated>({
    versions: { FundOpened: 1, Allocated: 1 },
    upcasters: {
      'FundOpened.v1': (data) => ({ type: 'FundOpened', data }),
      'Allocated.v1': (data) => ({ type: 'Allocated', data }),
    },
    words: { Allocated: ['reason'] },
  }),
  portfolioOf: ({ portfolioId }) => portfolioId,
};

type CeilingSet = Event<'CeilingSet', { amount: number }>;
type SetCeiling = Command<'SetCeiling', { amount: number }>;

export const Ceiling: Aggregate<number, SetCeiling, CeilingSet, never> = {
  category: 'ceiling',
  decider: {
    initialState: () => Infinity,
    evolve: (_, { data }) => data.amount,
    decide: ({ data }) => accept({ type: 'CeilingSet', data }),
  },
  codec: defineCodec<CeilingSet>({
    versions: { CeilingSet: 1 },
    upcasters: { 'CeilingSet.v1': (data) => ({ type: 'CeilingSet', data }) },
    words: {},
  }),
  portfolioOf: () => undefined,
};

export const [fundId, ceilingId] = [derivedUuid('fund'), derivedUuid('ceiling')];
export const fund = `docket-fund-${fundId}`;
export const ceiling = `docket-ceiling-${ceilingId}`;

/** A request of that key for that body. */
export const asking = (key: string, body: unknown = key, more: Partial<Request> = {}): Request => ({
  actor: 'ada',
  authentication: 'test',
  operation: 'allocate',
  key,
  bodyDigest: digestOfBody(body),
  correlationId: `correlation-${key}`,
  origin: 'live',
  ...more,
});

type Append = () => Promise<Appended>;
/** What becomes of one append: it gets the real one. */
type Fate = (append: Append) => Promise<Appended>;

/** Stored, but the answer is lost. */
export const answerLost: Fate = async (append) => {
  await append();
  throw new OutcomeUnknown('No answer.');
};
/** Lost on the way: not stored, and nobody knows. */
export const requestLost: Fate = () => Promise.reject(new OutcomeUnknown('No answer.'));

/** The real store behind a bad line: each append meets the next fate, and all are noted as they were sent. */
export class BadLine implements EventStore {
  readonly fates: Fate[] = [];
  readonly sent: Readonly<{ stream: string; batch: readonly EventToStore[]; expected: ExpectedRevision }>[] =
    [];

  constructor(private readonly store: EventStore) {}

  get installation() {
    return this.store.installation;
  }
  logId = () => this.store.logId();
  read: EventStore['read'] = (...asked) => this.store.read(...asked);
  head = () => this.store.head();
  subscribe: EventStore['subscribe'] = (options) => this.store.subscribe(options);
  close = () => this.store.close();

  append: EventStore['append'] = async (stream, batch, expected) => {
    this.sent.push({ stream, batch, expected });
    const append = () => this.store.append(stream, batch, expected);
    return (this.fates.shift() ?? ((send: Append) => send()))(append);
  };
}

/** A process with its own runtime, over a line of its own to a log that others may share. */
export const aProcess = (log: EventStore = new MemoryEventStore(), seed = 'seed') => {
  const line = new BadLine(log);
  const clock = new SteppingClock();
  const runtime: CommandRuntime = commandRuntime(line, clock, new CountingIds(seed));
  const ask = (request: Request, command: CommandSource<OpenFund | Allocate>) =>
    runCommand(runtime, Fund, fundId, request, command);
  return {
    log,
    line,
    clock,
    runtime,
    ask,
    open: (amount: number) =>
      ask(asking('open'), () => ({ type: 'OpenFund', data: { portfolioId: 'p-1', amount } })),
    allocate: (key: string, amounts: readonly number[], more: Partial<Request> = {}, reason = key) =>
      ask(asking(key, amounts, more), () => ({ type: 'Allocate', data: { amounts, reason } })),
    setCeiling: (amount: number) =>
      runCommand(runtime, Ceiling, ceilingId, asking(`ceiling-${amount}`), () => ({
        type: 'SetCeiling',
        data: { amount },
      })),
  };
};

export const decodeFund = (stored: StoredEvent): Recorded => decodeStored(Fund.codec, stored);

/** What the fund's stream says, without who and when. */
export const story = async (log: EventStore) =>
  (await log.read(fund)).map(decodeFund).map(({ type, data }) => ({ type, data }));
