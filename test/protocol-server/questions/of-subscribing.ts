import {
  END,
  eventTypeFilter,
  excludeSystemEvents,
  NO_STREAM,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type Position,
  type StreamSubscription,
} from '@eventstore/db-client';
import { CLASSIC, event, tried, type Answer, type Asking, type Question } from './asking';

type Subscription = AllStreamSubscription | StreamSubscription;
type Seen = Readonly<{ seen: string; why: Answer }>;

const leave = async (subscription: Subscription): Promise<void> => {
  subscription.on('error', () => undefined);
  await subscription.unsubscribe();
  subscription.resume();
};

/** What a subscription says, until it has said enough or the time is up. */
const collect = async (
  subscription: Subscription,
  isEnough: (events: number, seen: readonly string[]) => boolean,
  milliseconds: number,
): Promise<Seen> => {
  const seen: string[] = [];
  let enough = false;
  const note = (said: string): void => {
    if (!enough) seen.push(said);
  };
  subscription.on('caughtUp', () => note('caughtUp'));
  subscription.on('confirmation', () => note('confirmation'));
  const reading = tried(async () => {
    let events = 0;
    const messages: AsyncIterable<AllStreamResolvedEvent> = subscription.iterator({ destroyOnReturn: false });
    for await (const { event: read } of messages) {
      note(`${read?.revision}:${read?.type}`);
      enough ||= isEnough(++events, seen);
      if (enough) return 'enough';
    }
    return 'ended';
  });
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'time');
  });
  const why = await Promise.race([reading, time]);
  clearTimeout(timer);
  await leave(subscription);
  return { seen: seen.join(' '), why };
};

const byName = (asking: Asking, name: string) => streamNameFilter({ prefixes: [asking.stream(name)] });

/** Appends once the server has confirmed the subscription. */
const appendWhenConfirmed = (
  asking: Asking,
  subscription: Subscription,
  name: string,
  type: string,
): void => {
  const append = (): void => void asking.append(name, [event(type)], NO_STREAM, CLASSIC);
  subscription.on('confirmation', () => setTimeout(append, 200));
};

const toAll: readonly Question[] = [
  [
    'subscribe: $all by stream prefix from the start',
    async (asking) => {
      await asking.append(
        'sub',
        ['S0', 'S1', 'S2', 'S3'].map((type) => event(type)),
        NO_STREAM,
        CLASSIC,
      );
      const filter = byName(asking, 'sub');
      return collect(asking.client.subscribeToAll({ fromPosition: START, filter }), () => false, 1_000);
    },
  ],
  [
    'subscribe: $all resumes after a stored position',
    async (asking) => {
      const positions: Position[] = [];
      for await (const { event: read } of asking.client.readStream(asking.stream('sub')))
        positions.push(read!.position!);
      const options = { fromPosition: positions[1]!, filter: byName(asking, 'sub') };
      return collect(asking.client.subscribeToAll(options), (events) => events >= 2, 3_000);
    },
  ],
  [
    'subscribe: $all by event type',
    async ({ client }) => {
      const filter = eventTypeFilter({ regex: '^S[12]$' });
      const told = await collect(
        client.subscribeToAll({ fromPosition: START, filter }),
        (n) => n >= 2,
        3_000,
      );
      return { ...told, seen: told.seen.split(' ').slice(0, 3).join(' ') };
    },
  ],
  [
    'subscribe: a live event after caught up',
    async (asking) => {
      const filter = byName(asking, 'live');
      const subscription = asking.client.subscribeToAll({ fromPosition: END, filter });
      appendWhenConfirmed(asking, subscription, 'live', 'L0');
      return collect(subscription, (events) => events >= 1, 4_000);
    },
  ],
];

const toStreams: readonly Question[] = [
  [
    'subscribe: stream, from revision 1 (is it after or from?)',
    async (asking) => {
      const subscription = asking.client.subscribeToStream(asking.stream('sub'), { fromRevision: 1n });
      return collect(subscription, (events) => events >= 2, 3_000);
    },
  ],
  [
    'subscribe: stream that does not exist yet',
    async (asking) => {
      const subscription = asking.client.subscribeToStream(asking.stream('later'), { fromRevision: START });
      appendWhenConfirmed(asking, subscription, 'later', 'First');
      return collect(subscription, (events) => events >= 1, 4_000);
    },
  ],
];

const besides: readonly Question[] = [
  [
    'subscribe: checkpoints when little matches',
    async ({ client }) => {
      const reached: Position[] = [];
      const filter = streamNameFilter({
        prefixes: ['nothing-here'],
        checkpointInterval: 1,
        maxSearchWindow: 32,
        checkpointReached: (_, position) => void reached.push(position),
      });
      const { seen } = await collect(
        client.subscribeToAll({ fromPosition: START, filter }),
        () => false,
        1_000,
      );
      const whole = reached.every((p) => typeof p.commit === 'bigint' && typeof p.prepare === 'bigint');
      return { seen, checkpoints: reached.length > 0 ? 'some' : 'none', commitAndPrepare: whole };
    },
  ],
  [
    'subscribe: system events left out',
    async ({ client }) => {
      const subscription = client.subscribeToAll({ fromPosition: START, filter: excludeSystemEvents() });
      const types: string[] = [];
      const { why } = await collect(subscription, (_, seen) => types.push(seen.at(-1) ?? '') > 50, 2_000);
      const system = types.filter((type) => type.includes(':$')).length;
      return { system, some: why === 'enough' && types.length > 0 };
    },
  ],
  [
    'subscribe: what unsubscribing looks like to the loop',
    async ({ client }) => {
      const subscription = client.subscribeToAll({ fromPosition: END });
      subscription.on('confirmation', () => void subscription.unsubscribe());
      return tried(async () => {
        for await (const read of subscription) if (read === null) break;
        return 'the loop ends normally';
      });
    },
  ],
];

export const ofSubscribing: readonly Question[] = [...toAll, ...toStreams, ...besides];
