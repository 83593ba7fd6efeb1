import type { LogMessage } from '@docket/kernel';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inbox } from './inbox';

const event = (number: number): LogMessage => ({
  kind: 'event',
  event: {
    stream: 'acme-tally-1',
    revision: number - 1,
    position: String(number),
    id: `e${number}`,
    type: 'Counted.v1',
    bytes: new Uint8Array(),
  },
});

/** A subscription that has so many events ready at once, and how many of them were asked for. */
const backlog = (count: number, failure?: Error) => {
  const asked: number[] = [];
  async function* messages(): AsyncGenerator<LogMessage> {
    for (let number = 1; number <= count; number += 1) {
      asked.push(number);
      yield event(number);
    }
    if (failure) throw failure;
    yield { kind: 'caught-up' };
  }
  return { asked, messages: messages() };
};

const positions = ({ events }: Awaited<ReturnType<Inbox['take']>>) => events.map(({ position }) => position);

describe('the inbox of a consumer', () => {
  it('asks the log for no more than it has room for, and goes on as soon as something is taken', async () => {
    const { asked, messages } = backlog(10);
    const inbox = new Inbox(messages, 3);
    await nextTurn();
    expect(asked).toEqual([1, 2, 3]);
    expect(positions(await inbox.take(2))).toEqual(['1', '2']);
    await nextTurn();
    expect(asked).toEqual([1, 2, 3, 4, 5]);
    await inbox.close();
  });

  it('hands everything on in the order of the log, at most so much at once, and says when that was all', async () => {
    const inbox = new Inbox(backlog(5).messages, 3);
    const taken: unknown[] = [];
    for (let isCaughtUp = false; !isCaughtUp;) {
      const some = await inbox.take(2);
      ({ isCaughtUp } = some);
      taken.push([positions(some), isCaughtUp]);
    }
    expect(taken).toEqual([
      [['1', '2'], false],
      [['3', '4'], false],
      [['5'], true],
    ]);
    await inbox.close();
  });

  it('throws what broke the subscription, after everything that came before', async () => {
    const failure = new Error('the log broke off');
    const inbox = new Inbox(backlog(2, failure).messages, 10);
    expect(positions(await inbox.take(10))).toEqual(['1', '2']);
    await expect(inbox.take(10)).rejects.toBe(failure);
    await inbox.close();
  });

  it('closes although it is full and nobody takes anything', async () => {
    const { asked, messages } = backlog(10);
    const inbox = new Inbox(messages, 2);
    await nextTurn();
    await inbox.close();
    expect(asked).toEqual([1, 2]);
  });
});
