import { open } from './envelope';
import { RevisionConflict, StoreUnavailable } from './event-store.port';
import {
  asking,
  aProcess,
  Ceiling,
  ceiling,
  ceilingId,
  fund,
  story,
  type Allocate,
} from './run-command.scenes';
import type { Gather } from './gather';
import { MemoryEventStore } from './testing';

const allocated = (amount: number, reason: string) => ({ type: 'Allocated', data: { amount, reason } });
const reasons = async (log: MemoryEventStore) =>
  (await story(log)).slice(1).map(({ data }) => (data as { reason: string }).reason);

/** Two processes on one log with an open fund; at each of the first `times` appends of ours, theirs writes before. */
const race = async (times: number) => {
  const log = new MemoryEventStore();
  const [ours, theirs] = [aProcess(log, 'ours'), aProcess(log, 'theirs')];
  await ours.open(100);
  let met = 0;
  const meet = (append: () => Promise<{ revision: number; position: string }>) => async () => {
    await theirs.allocate(`theirs-${met++}`, [1]);
    return append();
  };
  ours.line.fates.push(
    ...Array.from({ length: times }, () => (append: Parameters<typeof meet>[0]) => meet(append)()),
  );
  return { log, ours, theirs };
};

describe('Commands that meet on one stream', () => {
  it('wait their turn in the process and lose no race', async () => {
    const { open: openFund, allocate, log, line } = aProcess();
    await openFund(100);
    const keys = Array.from({ length: 10 }, (_, index) => `key-${index}`);
    const answers = await Promise.all(keys.map((key) => allocate(key, [1])));
    expect(answers.map((answer) => answer.outcome === 'accepted' && answer.revision)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(await story(log)).toHaveLength(11);
    expect(line.sent).toHaveLength(11);
  });

  it('do not wait for those on another stream', async () => {
    const { open: openFund, setCeiling, allocate, line } = aProcess();
    await openFund(100);
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    line.fates.push(async (append) => {
      await held;
      return append();
    });
    const waiting = allocate('a', [1]);
    expect(await setCeiling(5)).toMatchObject({ outcome: 'accepted' });
    go();
    expect(await waiting).toMatchObject({ outcome: 'accepted' });
  });

  it('are decided anew after a lost race, on what the winner left', async () => {
    const { log, ours, theirs } = await race(0);
    ours.line.fates.push(async (append) => {
      await theirs.allocate('theirs', [95]);
      return append();
    });
    expect(await ours.allocate('ours', [10])).toEqual({
      outcome: 'refused',
      refusal: { code: 'fund-exhausted', message: 'Only 5 are left.' },
    });
    expect((await story(log)).slice(1)).toEqual([allocated(95, 'theirs')]);
  });

  it('send a new line with a new id and a new predecessor for each attempt after a lost race', async () => {
    const { log, ours } = await race(2);
    expect(await ours.allocate('ours', [10])).toMatchObject({ outcome: 'accepted', revision: 3 });
    const tried = ours.line.sent.slice(1);
    expect(tried.map(({ expected }) => expected)).toEqual([0, 1, 2]);
    expect(new Set(tried.map(({ batch }) => batch[0]!.id)).size).toBe(3);
    const stored = (await log.read(fund)).map((event) => open(event));
    expect(stored[3]!.meta).toMatchObject({ revision: 3, previous: stored[2]!.hash });
  });

  it('pause a little before each new attempt, longer each time up to a quarter second, by chance between', async () => {
    const { ours } = await race(7);
    const pauses: number[] = [];
    const { clock } = ours;
    const pause = clock.pause.bind(clock);
    clock.pause = (ms) => {
      pauses.push(ms);
      return pause(ms);
    };
    await ours.allocate('ours', [10]);
    expect(pauses).toEqual([10, 20, 40, 80, 125, 125, 125]);
  });

  it('go on losing until their deadline of 5 seconds, not a fixed few times; then nothing is recorded', async () => {
    const { log, ours } = await race(1_000);
    const began = Date.parse(ours.clock.now());
    const asked = ours.allocate('ours', [10]);
    await expect(asked).rejects.toMatchObject({ name: 'TooContended', cause: expect.any(RevisionConflict) });
    expect(Date.parse(ours.clock.now()) - began).toBeGreaterThan(4_800);
    expect(Date.parse(ours.clock.now()) - began).toBeLessThanOrEqual(5_000);
    expect(await reasons(log)).not.toContain('ours');
    expect(ours.line.sent.length).toBeGreaterThan(30);
  });

  it.each([
    ['back', '2020-01-01T00:00:00.000Z'],
    ['ahead', '2030-01-01T00:00:00.000Z'],
  ])('give up after as many pauses when the clock is set %s meanwhile', async (_, set) => {
    const { ours } = await race(1_000);
    const { clock } = ours;
    const pause = clock.pause.bind(clock);
    let pauses = 0;
    clock.pause = async (ms) => {
      pauses += 1;
      await pause(ms);
      clock.set(set);
    };
    await expect(ours.allocate('ours', [10])).rejects.toMatchObject({ name: 'TooContended' });
    expect(pauses).toBeGreaterThan(30);
  });

  it('give up without an attempt when their turn comes after the deadline', async () => {
    const { ours, log } = await race(0);
    ours.line.fates.push((append) => {
      ours.clock.pass(5_001);
      return append();
    });
    const [slow, late] = await Promise.allSettled([ours.allocate('slow', [1]), ours.allocate('late', [1])]);
    expect(slow).toMatchObject({ status: 'fulfilled', value: { outcome: 'accepted' } });
    expect(late).toMatchObject({ status: 'rejected', reason: { name: 'TooContended' } });
    expect(await reasons(log)).toEqual(['slow']);
  });

  it('let those behind them go on when they fail', async () => {
    const { ours, log } = await race(0);
    ours.line.fates.push(() => Promise.reject(new StoreUnavailable('down')));
    const [first, second] = await Promise.allSettled([
      ours.allocate('first', [1]),
      ours.allocate('second', [1]),
    ]);
    expect(first).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    expect(second).toMatchObject({ status: 'fulfilled', value: { outcome: 'accepted', revision: 1 } });
    expect(await reasons(log)).toEqual(['second']);
  });

  describe('and facts of other streams', () => {
    const upTo = (reason: string, amount: number) => async (gather: Gather) => ({
      type: 'Allocate' as const,
      data: {
        amounts: [amount],
        reason,
        ceiling: await gather(Ceiling, ceilingId),
      } satisfies Allocate['data'],
    });

    it('gather them afresh for each attempt, and record what the last one saw', async () => {
      const { log, ours, theirs } = await race(0);
      await theirs.setCeiling(50);
      ours.line.fates.push(async (append) => {
        await theirs.setCeiling(40);
        await theirs.allocate('theirs', [1]);
        return append();
      });
      expect(await ours.ask(asking('ours'), upTo('ours', 30))).toMatchObject({
        outcome: 'accepted',
        revision: 2,
      });
      const stored = (await log.read(fund)).map((event) => open(event));
      expect(stored[2]!.meta.guards).toEqual([{ stream: ceiling, revision: 1 }]);
    });

    it('are refused by a fact that changed during the attempt that lost', async () => {
      const { log, ours, theirs } = await race(0);
      await theirs.setCeiling(50);
      ours.line.fates.push(async (append) => {
        await theirs.setCeiling(5);
        await theirs.allocate('theirs', [1]);
        return append();
      });
      expect(await ours.ask(asking('ours'), upTo('ours', 30))).toEqual({
        outcome: 'refused',
        refusal: { code: 'above-ceiling', message: 'Ask for at most 5.' },
      });
      expect(await reasons(log)).toEqual(['theirs']);
    });

    it('record that a stream did not exist, and every stream that was asked', async () => {
      const { log, ours } = await race(0);
      const seen: unknown[] = [];
      await ours.ask(asking('ours'), async (gather) => {
        seen.push(await gather.withRevision(Ceiling, ceilingId));
        await ours.setCeiling(7);
        seen.push(await gather.withRevision(Ceiling, ceilingId));
        return { type: 'Allocate', data: { amounts: [1], reason: 'ours' } };
      });
      expect(seen).toEqual([
        { state: Infinity, revision: -1 },
        { state: 7, revision: 0 },
      ]);
      expect(open((await log.read(fund))[1]!).meta.guards).toEqual([
        { stream: ceiling, revision: -1 },
        { stream: ceiling, revision: 0 },
      ]);
    });
  });
});
