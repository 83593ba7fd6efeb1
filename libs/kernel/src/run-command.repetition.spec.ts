import fc from 'fast-check';
import { MemoryEventStore } from './testing';
import { aProcess, asking, Fund, fund, fundId, story } from './run-command.scenes';
import { runCommand } from './run-command';

const allocated = (amount: number, reason: string) => ({ type: 'Allocated', data: { amount, reason } });

describe('A repeated command', () => {
  it('gets the first answer and records nothing, however far the stream has moved on', async () => {
    const { open, allocate, log } = aProcess();
    await open(100);
    const first = await allocate('a', [10, 20]);
    await allocate('b', [5]);
    expect(await allocate('a', [10, 20])).toEqual(first);
    expect(await story(log)).toHaveLength(4);
  });

  it('is known to another process too, and to the same after a restart', async () => {
    const { open, allocate, log } = aProcess();
    await open(100);
    const first = await allocate('a', [10]);
    expect(await aProcess(log, 'another').allocate('a', [10])).toEqual(first);
    expect(await story(log)).toHaveLength(2);
  });

  it('is not decided again: neither facts are gathered nor rules asked', async () => {
    const { open, ask, allocate } = aProcess();
    await open(100);
    const first = await allocate('a', [10]);
    expect(await ask(asking('a', [10]), () => Promise.reject(new Error('gathered')))).toEqual(first);
  });

  it('with another body is refused, though the first one could be repeated', async () => {
    const { open, allocate, log } = aProcess();
    await open(100);
    await allocate('a', [10]);
    expect(await allocate('a', [11])).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'idempotency-key-reused',
        message:
          'This Idempotency-Key was used before with another body. Send a new key, or the first body again.',
      },
    });
    expect(await allocate('a', [10])).toMatchObject({ outcome: 'accepted', revision: 1 });
    expect(await story(log)).toHaveLength(2);
  });

  it('is another command from another actor, for another operation or on another stream', async () => {
    const { open, allocate, runtime, log } = aProcess();
    await open(100);
    await allocate('a', [10]);
    expect(await allocate('a', [10], { actor: 'bea' })).toMatchObject({ revision: 2 });
    expect(await allocate('a', [10], { operation: 'correct' })).toMatchObject({ revision: 3 });
    const other = fundId.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    const elsewhere = await runCommand(runtime, Fund, other, asking('a', [10]), () => ({
      type: 'OpenFund',
      data: { portfolioId: 'p', amount: 1 },
    }));
    expect(elsewhere).toMatchObject({ outcome: 'accepted', revision: 0 });
    expect(await log.read(fund)).toHaveLength(4);
  });

  it('that was refused left no trace, and is judged anew', async () => {
    const { open, allocate, log } = aProcess();
    const refused = { outcome: 'refused', refusal: { code: 'fund-exhausted', message: 'Only 0 are left.' } };
    expect([await allocate('a', [10]), await log.head()]).toEqual([refused, undefined]);
    await open(100);
    expect(await allocate('a', [10])).toMatchObject({ outcome: 'accepted', revision: 1 });
  });

  it('sent 20 times at once has one effect and one answer', async () => {
    const { open, allocate, log } = aProcess();
    await open(100);
    const answers = await Promise.all(Array.from({ length: 20 }, () => allocate('a', [10])));
    expect(answers).toEqual(
      Array(20).fill({ outcome: 'accepted', id: fundId, stream: fund, revision: 1, position: '2' }),
    );
    expect((await story(log)).slice(1)).toEqual([allocated(10, 'a')]);
  });

  it('sent at once to 20 processes has one effect and one answer', async () => {
    const { open, log } = aProcess();
    await open(100);
    const processes = Array.from({ length: 20 }, (_, index) => aProcess(log, `process-${index}`));
    const answers = await Promise.all(processes.map(({ allocate }) => allocate('a', [10])));
    expect(answers).toEqual(
      Array(20).fill({ outcome: 'accepted', id: fundId, stream: fund, revision: 1, position: '2' }),
    );
    expect((await story(log)).slice(1)).toEqual([allocated(10, 'a')]);
  });

  it('changes nothing and is answered as the first time: for all orders, repetitions and processes', async () => {
    const sending = fc.record({ key: fc.nat(4), process: fc.nat(2), atOnce: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { maxLength: 16 }), async (sendings) => {
        const log = new MemoryEventStore();
        const processes = ['one', 'two', 'three'].map((seed) => aProcess(log, seed));
        await processes[0]!.open(8);
        const answers = new Map<number, unknown[]>();
        const send = async ({ key, process }: (typeof sendings)[number]) => {
          const answer = await processes[process]!.allocate(`key-${key}`, [key]);
          answers.set(key, [...(answers.get(key) ?? []), answer]);
        };
        let under: Promise<void>[] = [];
        for (const one of sendings) {
          under.push(send(one));
          if (!one.atOnce) await Promise.all(under.splice(0));
        }
        await Promise.all(under);
        const told = [...answers].map(
          ([key, all]) => [key, new Set(all.map((a) => JSON.stringify(a)))] as const,
        );
        const accepted = told.filter(([, all]) => [...all].some((a) => a.includes('accepted')));
        for (const [, all] of accepted)
          expect([...all].filter((a) => a.includes('accepted'))).toHaveLength(1);
        const recorded = (await story(log)).slice(1).map(({ data }) => (data as { reason: string }).reason);
        expect(recorded.sort()).toEqual(accepted.map(([key]) => `key-${key}`).sort());
      }),
      { numRuns: 60 },
    );
  });
});
