import { open } from './envelope';
import { runCommand } from './run-command';
import {
  asking,
  aProcess,
  ceiling,
  Ceiling,
  ceilingId,
  fund,
  Fund,
  fundId,
  story,
} from './run-command.scenes';
import { commandRuntime, type AppendIntent } from './runtime';
import { CountingIds, MemoryEventStore, SteppingClock } from './testing';

const opened = { type: 'FundOpened', data: { portfolioId: 'p-1', amount: 100 } };

describe('What an accepted command records', () => {
  it('larger than one append takes is refused, not an error, before anything is recorded', async () => {
    const log = new MemoryEventStore();
    const settled: AppendIntent[] = [];
    const runtime = commandRuntime(log, new SteppingClock(), new CountingIds(), async (intent) => {
      settled.push(intent);
    });
    const request = asking('large');
    const ask = (length: number) =>
      runCommand(runtime, Fund, fundId, request, () => ({
        type: 'Allocate',
        data: { amounts: [0, 0], reason: 'x'.repeat(length) },
      }));
    expect(await ask(500_000)).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'body-too-large',
        message:
          'Together this is more than the 1000 kB that can be recorded at once. Shorten its texts, or send it in parts.',
      },
    });
    expect([await log.head(), settled]).toEqual([undefined, []]);
    expect(await ask(498_000)).toMatchObject({ outcome: 'accepted', revision: 1 });
  });

  it('with data that would not be stored as it is, is a bug and records nothing', async () => {
    const { open, ask, allocate, log } = aProcess();
    await open(100);
    const amounts = [Number.NaN];
    const asked = ask(asking('a'), () => ({ type: 'Allocate', data: { amounts, reason: '' } }));
    await expect(asked).rejects.toMatchObject({
      name: 'NotJson',
      message: 'Allocated.v1.data.amount is NaN: it would not be stored as it is.',
    });
    await expect(allocate('b', [1], {}, 'half \ud83d')).rejects.toMatchObject({ name: 'NotJson' });
    expect(await story(log)).toEqual([opened]);
  });

  it('is announced once it is accepted and before it is recorded', async () => {
    const log = new MemoryEventStore();
    const intents: unknown[] = [];
    const runtime = commandRuntime(log, new SteppingClock(), new CountingIds(), async (intent) => {
      intents.push([intent, await log.head()]);
    });
    const request = asking('a');
    const ask = (amount: number) =>
      runCommand(runtime, Fund, fundId, request, () => ({
        type: 'Allocate',
        data: { amounts: [amount], reason: '' },
      }));
    await ask(1);
    expect(intents).toEqual([]);
    await runCommand(runtime, Fund, fundId, asking('open'), () => ({
      type: 'OpenFund',
      data: { portfolioId: 'p-1', amount: 9 },
    }));
    await ask(1);
    await ask(1);
    expect(intents).toEqual([
      [{ category: 'fund', portfolio: 'p-1', request: asking('open') }, undefined],
      [{ category: 'fund', portfolio: 'p-1', request }, '1'],
    ]);
  });

  it('is not recorded where the announcement fails', async () => {
    const log = new MemoryEventStore();
    const runtime = commandRuntime(log, new SteppingClock(), new CountingIds(), () =>
      Promise.reject(new Error('no')),
    );
    const asked = runCommand(runtime, Ceiling, ceilingId, asking('a'), () => ({
      type: 'SetCeiling',
      data: { amount: 1 },
    }));
    await expect(asked).rejects.toThrow('no');
    expect(await log.head()).toBeUndefined();
  });

  describe('when the clock was set back', () => {
    const [later, now] = ['2026-03-09T17:00:00.000Z', '2026-03-02T09:00:00.000Z'];
    const decidedAt = async (log: MemoryEventStore) => {
      const all = await Promise.all([log.read(fund), log.read(ceiling)]);
      return all.map((stream) => stream.map((event) => open(event).meta.recordedAt));
    };
    const over = (log: MemoryEventStore, at: string) =>
      commandRuntime(log, new SteppingClock(at), new CountingIds(at));

    it('is judged and recorded no earlier than the last fact of its own stream', async () => {
      const log = new MemoryEventStore();
      const allocate = (at: string, key: string) =>
        runCommand(over(log, at), Fund, fundId, asking(key), () => ({
          type: 'Allocate',
          data: { amounts: [0], reason: key },
        }));
      await allocate(later, 'a');
      await allocate(now, 'b');
      expect(await decidedAt(log)).toEqual([[later, later], []]);
    });

    it('nor than the last fact it was gathered from', async () => {
      const log = new MemoryEventStore();
      await runCommand(over(log, later), Ceiling, ceilingId, asking('c'), () => ({
        type: 'SetCeiling',
        data: { amount: 50 },
      }));
      await runCommand(over(log, now), Fund, fundId, asking('d'), async (gather) => ({
        type: 'Allocate',
        data: { amounts: [0], reason: 'd', ceiling: await gather(Ceiling, ceilingId) },
      }));
      expect(await decidedAt(log)).toEqual([[later], [later]]);
    });
  });
});
