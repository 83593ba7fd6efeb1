import { openSqliteEventStore } from '@docket/event-store';
import { comparePositions, type EventStore, type Position, type StoredEvent } from '@docket/kernel';
import { join } from 'node:path';
import { sessionAt } from '../e2e/cli.fixture';

/** A write as it was sent; `receipt` once it was acknowledged. The mark is in the text of what it records. */
export type Sent = {
  readonly mark: string;
  readonly client: number;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
  receipt?: Readonly<{ id: string; revision: number; position: string }>;
  /** Answered, but not served: the code of the problem. */
  turnedAway?: string;
};

const businessCase = (mark: string) => ({
  name: `Project ${mark}`,
  summary: `What ${mark} is for.`,
  sponsor: 'p-maya',
  manager: 'p-priya',
  wholeLifeCost: '12500000',
  expectedBenefits: '18000000',
  start: '2027-04-01',
  finish: '2029-03-31',
  department: 'Highways',
});

/** A connection that broke, by name: jest gives a test other classes than those fetch throws. */
const isBroken = (error: unknown): boolean => ['TypeError', 'SyntaxError'].includes((error as Error).name);

const acknowledged = async (address: string, cookie: string, sent: Sent): Promise<boolean> => {
  const { method, path, body, mark } = sent;
  try {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': mark },
      body: JSON.stringify(body),
    });
    if (answer.status === 503 || answer.status === 507) {
      sent.turnedAway = ((await answer.json()) as { code: string }).code;
      return false;
    }
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    sent.receipt = (await answer.json()) as Sent['receipt'];
    return true;
  } catch (error) {
    if (isBroken(error)) return false;
    throw error;
  }
};

/** A repeated write stands where it was recorded, not where it was first sent. */
const byPosition = ({ receipt: a }: Sent, { receipt: b }: Sent): number =>
  a && b ? comparePositions(a.position, b.position) : Number(!a) - Number(!b);

/** Eight people who write at once: every other time into one project that all of them change, else a proposal of their own. */
export class Writers {
  readonly sent: Sent[] = [];
  private shared = '';
  private portfolio = '';
  private cookie = '';

  /** Marks count from `count` on: several who write into one log begin at different ones. */
  constructor(
    private readonly clients = 8,
    private count = 0,
  ) {}

  get portfolioId(): string {
    return this.portfolio;
  }

  /** Opens the portfolio and the project all of them change. */
  async begin(address: string, name = 'City'): Promise<void> {
    const maya = await sessionAt(address, 'p-maya');
    this.cookie = await sessionAt(address, 'p-priya');
    const city = { name, currency: 'GBP', timeZone: 'Europe/London' };
    const opening: Sent = {
      mark: `opening-${name.replaceAll(' ', '-')}`,
      client: -1,
      method: 'POST',
      path: '/api/v1/portfolios',
      body: city,
    };
    if (!(await acknowledged(address, maya, opening))) throw new Error('No portfolio.');
    this.portfolio = opening.receipt?.id ?? '';
    const proposal = this.proposal(0);
    if (!(await acknowledged(address, this.cookie, proposal))) throw new Error('No project.');
    this.sent.push(proposal);
    this.shared = proposal.receipt?.id ?? '';
  }

  /** All write until the server is gone; `onReceipt` is told how many writes of this round were acknowledged. */
  async write(address: string, onReceipt: (count: number) => void): Promise<void> {
    let receipts = 0;
    const one = async (client: number): Promise<void> => {
      for (let n = 0; n < 10_000; n++) {
        const sent = n % 2 === 0 ? this.proposal(client) : this.revision(client);
        this.sent.push(sent);
        if (!(await acknowledged(address, this.cookie, sent))) return;
        onReceipt(++receipts);
      }
    };
    await Promise.all(Array.from({ length: this.clients }, (_, client) => one(client)));
  }

  /** All write until so many writes were acknowledged; `midway` is called amid them. */
  async writeSome(address: string, count: number, midway: () => void = () => undefined): Promise<void> {
    let begun = 0;
    const one = async (client: number): Promise<void> => {
      while (begun < count) {
        if (++begun === Math.ceil(count / 2)) midway();
        const sent = begun % 2 === 0 ? this.proposal(client) : this.revision(client);
        this.sent.push(sent);
        await acknowledged(address, this.cookie, sent);
      }
    };
    await Promise.all(Array.from({ length: this.clients }, (_, client) => one(client)));
  }

  /** One of them writes one proposal. */
  async writeAs(address: string, client: number): Promise<void> {
    const sent = this.proposal(client);
    this.sent.push(sent);
    await acknowledged(address, this.cookie, sent);
  }

  /** Where the last of the acknowledged writes was recorded. */
  get lastPosition(): string {
    const positions = this.sent.flatMap(({ receipt }) => receipt?.position ?? []);
    return positions.reduce((last, one) => (comparePositions(one, last) > 0 ? one : last));
  }

  /** How many proposals were acknowledged. */
  get proposals(): number {
    return this.sent.filter(({ method, receipt }) => method === 'POST' && receipt).length;
  }

  get unacknowledged(): readonly Sent[] {
    return this.sent.filter(({ receipt }) => receipt === undefined);
  }

  /** Sends again, with their keys, what was never acknowledged, until all is: where a server is still coming back. */
  async repeatUntilKnown(address: string): Promise<void> {
    while (this.unacknowledged.length > 0)
      for (const sent of this.unacknowledged) await acknowledged(address, this.cookie, sent);
    this.sent.sort(byPosition);
  }

  /** Sends again, with their keys, what was never acknowledged: now it must be. All then stand in the order of their recording. */
  async repeat(address: string): Promise<void> {
    for (const sent of this.unacknowledged)
      if (!(await acknowledged(address, this.cookie, sent)))
        throw new Error(`${sent.mark} was not acknowledged the second time either.`);
    this.sent.sort(byPosition);
  }

  private proposal(client: number): Sent {
    const mark = this.nextMark(client);
    const path = `/api/v1/portfolios/${this.portfolio}/projects`;
    return { mark, client, method: 'POST', path, body: businessCase(mark) };
  }

  private revision(client: number): Sent {
    const mark = this.nextMark(client);
    const path = `/api/v1/projects/${this.shared}/business-case`;
    return { mark, client, method: 'PUT', path, body: businessCase(mark) };
  }

  private nextMark(client: number): string {
    return `mark-${client}-${++this.count}-`;
  }
}

/** Every event of a data folder nobody serves. */
export const eventsIn = async (data: string): Promise<StoredEvent[]> => {
  const store = await openSqliteEventStore({ file: join(data, 'events.sqlite'), installation: 'docket' });
  const events = await eventsOf(store);
  await store.close();
  return events;
};

/** Every event of a log. */
export const eventsOf = async (store: EventStore): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  const stop = new AbortController();
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'caught-up') break;
    events.push(message.event);
  }
  stop.abort();
  return events;
};

const MARK = /Project (mark-\d+-\d+-)"/;

/** Events by the mark of the write that made them. */
const byMark = (events: readonly StoredEvent[]): ReadonlyMap<string, readonly StoredEvent[]> => {
  const found = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const mark = MARK.exec(Buffer.from(event.bytes).toString('utf8'))?.[1];
    if (mark !== undefined) found.set(mark, [...(found.get(mark) ?? []), event]);
  }
  return found;
};

/** What is wrong with a log, held against what was sent and what was acknowledged. */
export type Audit = Readonly<{ lost: string[]; doubled: string[]; outOfOrder: string[] }>;

export const audit = (sent: readonly Sent[], events: readonly StoredEvent[]): Audit => {
  const found = byMark(events);
  const outOfOrder: string[] = [];
  const lost: string[] = [];
  const last = new Map<number, Position>();
  for (const { mark, client, receipt } of sent) {
    if (!receipt) continue;
    const event = found.get(mark)?.[0];
    if (!event) {
      lost.push(mark);
      continue;
    }
    const isAsSaid = event.revision === receipt.revision && event.position === receipt.position;
    const before = last.get(client);
    const isBehind = before === undefined || comparePositions(event.position, before) > 0;
    if (!isAsSaid || !isBehind) outOfOrder.push(mark);
    last.set(client, event.position);
  }
  return { lost, doubled: [...found].filter(([, all]) => all.length > 1).map(([mark]) => mark), outOfOrder };
};
