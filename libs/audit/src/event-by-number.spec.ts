import {
  seal,
  sha256,
  withoutWords,
  type Cut,
  type EventStore,
  type Metadata,
  type Numbered,
  type ReadModel,
  type StoredEvent,
} from '@docket/kernel';
import { eventByNumber } from './event-by-number';
import { openedEvents } from './opened-events';

const at = '2026-03-02T09:00:00.000Z';
const meta = (stream: string, revision: number, previous: string | null): Metadata => ({
  ...{ stream, revision, previous, actor: 'p-bea', authentication: 'local-session', bodyDigest: sha256('b') },
  ...{ commandId: sha256(stream), correlationId: 'c', recordedAt: at, origin: 'live' },
  guards: [{ stream: 'docket-body-1', revision: 3 }],
});

/** Events of one stream, each written after the one before. */
const streamOf = (
  stream: string,
  ...choices: readonly string[]
): readonly (StoredEvent & { hash: string })[] => {
  let previous: string | null = null;
  return choices.map((choice, revision) => {
    const data = { choice, reason: `because ${choice}` };
    const event = {
      id: `${stream}-${revision}`,
      type: 'VoteCast.v1',
      meta: meta(stream, revision, previous),
      data,
    };
    const sealed = seal(event, ['reason'], () => 'salt');
    previous = sealed.hash;
    return { ...sealed, stream, revision, position: `${revision + 1}` };
  });
};

const motion = streamOf('docket-motion-1', 'for', 'against', 'abstain');
const process = streamOf('docket-process-1', 'done');
const all: readonly StoredEvent[] = [...motion, ...process];

type Asked = Readonly<{ stream: string; from: number; limit: number }>;

/** A log of these events that notes what is read of it. */
const logOf = (events: readonly StoredEvent[]) => {
  const asked: Asked[] = [];
  const read: EventStore['read'] = async (stream, { from = 0, limit = Infinity } = {}) => {
    asked.push({ stream, from, limit });
    return events.filter((one) => one.stream === stream && one.revision >= from).slice(0, limit);
  };
  return { asked, store: { read } as EventStore };
};

const lineOf = ({ id, type, stream, revision, position }: StoredEvent, index: number): Numbered => ({
  ...{ number: index + 1, eventId: id, type, stream, revision, position, recordedAt: at },
  portfolio: stream.includes('motion') ? 'city' : null,
  timelineAt: stream.includes('motion') ? '2020-01-01T00:00:00.000Z' : null,
});
const lines = all.map(lineOf);
const numbers: ReadModel['numbers'] = async ({ after, upTo = Infinity, limit, stream }) =>
  lines
    .filter((line) => line.stream === stream && line.number > after && line.number <= upTo)
    .slice(0, limit);
const readModel = { numbered: async (number: number) => lines[number - 1], numbers } as ReadModel;
const cutAt = (number: number, recordedNumber = number): Cut => ({
  ...{ number, recordedNumber, at, log: 'l', definition: 'd' },
});
const opened = (number: number, cut = cutAt(4), events = all) =>
  eventByNumber(logOf(events).store, readModel, cut, {
    number,
    isShown: (stream) => !stream.includes('process'),
  });

describe('an event by its number', () => {
  it('is what is stored, its words apart from its facts, with its place in the chain', async () =>
    expect(await opened(2)).toEqual({
      ...{ number: 2, eventId: 'docket-motion-1-1', type: 'VoteCast.v1', portfolio: 'city' },
      ...{ date: '2020-01-01T00:00:00.000Z', recordedAt: at, knownAt: null },
      ...{ stream: 'docket-motion-1', revision: 1, position: '2', actor: 'p-bea', onBehalfOf: null },
      ...{ authentication: 'local-session', origin: 'live', commandId: sha256('docket-motion-1') },
      ...{ correlationId: 'c', causationId: null, guards: [{ stream: 'docket-body-1', revision: 3 }] },
      ...{ hash: motion[1]?.hash, previous: motion[0]?.hash },
      facts: { choice: 'against' },
      words: { reason: 'because against' },
      ...{ redacted: [], withheld: null, vouchedBy: { revision: 2 }, notVouched: null },
    }));

  it('says which words were redacted, by whom and why', async () =>
    expect(
      await opened(
        1,
        cutAt(4),
        all.map((event) => withoutWords(event, { by: 'p-otto', why: 'Erased.' })),
      ),
    ).toMatchObject({
      facts: { choice: 'for' },
      words: { reason: '[words redacted by p-otto: Erased.]' },
      redacted: ['reason'],
    }));

  it('keeps back what its stream says where that is not shown, and nothing of where it stands', async () =>
    expect(await opened(4)).toMatchObject({
      ...{ number: 4, hash: process[0]?.hash, facts: null, words: null },
      withheld: expect.stringContaining('no read shows it'),
    }));

  it.each([
    ['beyond the end', 5, cutAt(4), 'events 1 to 4 are known'],
    ['after the cut on its timeline', 3, cutAt(2, 4), 'events 1 to 2 are known'],
    ['after the cut by recording, on no timeline', 4, cutAt(9, 3), 'events 1 to 3 are known'],
    ['of a log without any', 1, cutAt(0), 'nor any other'],
  ])('is unknown %s', async (_, number, cut, said) =>
    expect(await opened(number, cut)).toEqual({
      outcome: 'refused',
      refusal: { code: 'event-unknown', message: expect.stringContaining(said) },
    }),
  );

  const LAST = { vouchedBy: null, notVouched: 'Nothing after it in its stream vouches for it yet.' };

  it('says where nothing after it in its stream vouches for it: of the last, and of what was the last then', async () => {
    expect(await opened(3)).toMatchObject(LAST);
    expect(await opened(2, cutAt(2))).toMatchObject(LAST);
    expect(await opened(2, cutAt(3))).toMatchObject({ vouchedBy: { revision: 2 }, notVouched: null });
  });

  const changed = (number: number, change: (event: StoredEvent) => StoredEvent) =>
    all.map((event, index) => (index === number - 1 ? change(event) : event));
  const rewritten = (from: string, to: string) => (event: StoredEvent) => {
    const text = Buffer.from(event.bytes).toString('utf8');
    expect(text).toContain(from);
    return { ...event, bytes: Buffer.from(text.replace(from, () => to)) };
  };

  it.each([
    [
      'its facts',
      2,
      rewritten('"choice":"against"', '"choice":"for"'),
      /of revision 2, holds another hash for it/,
    ],
    ['its actor', 2, rewritten('"p-bea"', '"p-carl"'), /of revision 2, holds another hash for it/],
    [
      'its words',
      2,
      rewritten('because against', 'because for'),
      /the words of "reason" do not match their digest/,
    ],
    [
      'its stored type',
      3,
      (event: StoredEvent) => ({ ...event, type: 'VoteLost.v1' }),
      /stored as VoteLost\.v1, its facts say VoteCast/,
    ],
    [
      'its stored id',
      3,
      (event: StoredEvent) => ({ ...event, id: 'x' }),
      /its id differs from the one in its facts/,
    ],
    [
      'its stream in the facts',
      3,
      rewritten('docket-motion-1","rev', 'docket-motion-2","rev'),
      /written for the stream docket-motion-2/,
    ],
    ['its revision in the facts', 3, rewritten('"revision":2', '"revision":7'), /written for revision 7/],
    ['its bytes', 3, rewritten('\n', ' '), /its bytes were changed: docket-motion-1@2: no second line/],
    [
      'its id, in the facts and beside them',
      3,
      (event: StoredEvent) => ({ ...rewritten('{"id":"docket-motion-1-2"', '{"id":"x"')(event), id: 'x' }),
      /numbered as docket-motion-1-2, its facts say x/,
    ],
    [
      'its type, in the facts and beside them',
      3,
      (event: StoredEvent) => ({ ...rewritten('VoteCast', 'VoteLost')(event), type: 'VoteLost.v1' }),
      /numbered as VoteCast\.v1, its facts say VoteLost\.v1/,
    ],
  ])('is not told where somebody altered %s: that is what is said', async (_, number, change, what) => {
    const answer = await opened(number, cutAt(4), changed(number, change));
    expect(answer).toEqual({
      outcome: 'refused',
      refusal: { code: 'event-altered', message: expect.stringMatching(what) },
    });
    expect(JSON.stringify(answer)).toMatch(
      new RegExp(
        `Event ${number} is not as it was written: .* \`docket verify-chain\` looks at the whole log`,
      ),
    );
  });

  it('is not vouched for by an event that cannot be read or is not there', async () => {
    const unreadable = changed(3, rewritten('\n', ' '));
    expect(await opened(2, cutAt(4), unreadable)).toMatchObject({
      vouchedBy: null,
      notVouched: expect.stringContaining('Event 3, which came after it in its stream, cannot be read'),
    });
    expect(await opened(2, cutAt(4), all.toSpliced(2, 1))).toMatchObject({
      vouchedBy: null,
      notVouched: expect.stringContaining('The log does not have event 3'),
    });
  });

  it.each([
    ['the only one of its stream', 4],
    ['one in the middle', 2],
  ])('is missed where the log does not have it: %s', async (_, number) =>
    expect(await opened(number, cutAt(4), all.toSpliced(number - 1, 1))).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'event-altered',
        message: expect.stringMatching(
          `^Event ${number} is missing: the log does not have it .*verify-chain`,
        ),
      },
    }),
  );
});

describe('events that are opened together', () => {
  it('are those that were asked for, each stream read once from the first to the last of them', async () => {
    const { store, asked } = logOf(all);
    const places = [lines[2], lines[0], lines[3]].flatMap((line) => line ?? []);
    const events = await openedEvents(store, places);
    expect([...events.keys()].sort()).toEqual([
      'docket-motion-1-0',
      'docket-motion-1-2',
      'docket-process-1-0',
    ]);
    expect(events.get('docket-motion-1-2')?.data).toEqual({ choice: 'abstain', reason: 'because abstain' });
    expect(asked).toEqual([
      { stream: 'docket-motion-1', from: 0, limit: 4 },
      { stream: 'docket-process-1', from: 0, limit: 2 },
    ]);
  });

  it('are none where none is asked for', async () =>
    expect((await openedEvents(logOf(all).store, [])).size).toBe(0));
});
