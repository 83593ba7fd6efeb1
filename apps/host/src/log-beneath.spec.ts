import {
  LogReplaced,
  ReadModelUnavailable,
  StoreUnavailable,
  type EventStore,
  type ReadModel,
} from '@docket/kernel';
import { SteppingClock } from '@docket/kernel/testing';
import { LogBeneath } from './log-beneath';

const last = { number: 7, stream: 'docket-fund-1', revision: 2, eventId: 'seven' };

/** A log and a read model of it, each of which can be made to answer otherwise. */
const watched = () => {
  const looks: number[] = [];
  const said: string[] = [];
  const clock = new SteppingClock();
  const answers = {
    read: async (): Promise<unknown> => [{ id: 'seven' }],
    checkpoint: async (): Promise<unknown> => ({ number: 7 }),
  };
  const readModel = {
    checkpoint: () => {
      looks.push(looks.length + 1);
      return answers.checkpoint();
    },
    numbered: async () => last,
  } as unknown as ReadModel;
  const store = { read: () => answers.read() } as unknown as EventStore;
  const onTrouble = (what: string) => void said.push(what);
  return { watch: new LogBeneath({ store, readModel, clock, onTrouble }), answers, clock, looks, said };
};

const shorter = async () => [];
const other = async () => [{ id: 'another' }];
const GONE = 'the log is another or a shorter one than it was: no command is taken until that is mended';
const BACK = 'the log is again the one that it was: commands are taken';

describe('the log under a process that shares it', () => {
  it.each([
    ['is shorter than what was read of it', shorter],
    ['has another event there', other],
  ])('takes no command where it %s, and says so once', async (_, read) => {
    const { watch, answers, clock, said } = watched();
    await watch.assertSame();
    answers.read = read;
    clock.pass(5_000);
    await expect(watch.assertSame()).rejects.toThrow(LogReplaced);
    clock.pass(1_000);
    await expect(watch.assertSame()).rejects.toThrow(LogReplaced);
    expect(said).toEqual([GONE]);
  });

  it('takes commands again once it is the former one, and says that, too', async () => {
    const { watch, answers, clock, said } = watched();
    const { read } = answers;
    answers.read = shorter;
    await expect(watch.assertSame()).rejects.toThrow(LogReplaced);
    answers.read = read;
    clock.pass(1_000);
    await watch.assertSame();
    expect(said).toEqual([GONE, BACK]);
  });

  it('is looked at once a second at most, and only where that is long ago a command waits for it', async () => {
    const { watch, answers, clock, looks } = watched();
    await watch.assertSame();
    clock.pass(999);
    await watch.assertSame();
    expect(looks).toHaveLength(1);
    clock.pass(1);
    let isAnswered = false;
    answers.checkpoint = () =>
      new Promise((resolve) => {
        setImmediate(() => {
          isAnswered = true;
          resolve({ number: 7 });
        });
      });
    await Promise.all([watch.assertSame(), watch.assertSame()]);
    expect([looks.length, isAnswered]).toEqual([2, false]);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    clock.pass(5_000);
    await Promise.all([watch.assertSame(), watch.assertSame()]);
    expect([looks.length, isAnswered]).toEqual([3, true]);
  });

  it.each([
    ['the store', 'read', new StoreUnavailable('away')],
    ['the read model', 'checkpoint', new ReadModelUnavailable('away')],
  ] as const)('takes commands where %s does not answer: nothing is known then', async (_, part, error) => {
    const { watch, answers, said } = watched();
    answers[part] = () => Promise.reject(error);
    await watch.assertSame();
    expect(said).toEqual([]);
  });

  it('takes none either after it lost what a command had read, until a look finds it the same', async () => {
    const { watch, answers, clock, said } = watched();
    await watch.assertSame();
    expect(watch.lost('docket-fund-1', 3)).toBeInstanceOf(LogReplaced);
    answers.checkpoint = () => Promise.reject(new ReadModelUnavailable('away'));
    await expect(watch.assertSame()).rejects.toThrow('has lost revision 3 of docket-fund-1');
    clock.pass(1_000);
    await expect(watch.assertSame()).rejects.toThrow(LogReplaced);
    answers.checkpoint = async () => ({ number: 7 });
    clock.pass(1_000);
    await watch.assertSame();
    expect(said).toEqual([GONE, BACK]);
  });
});
