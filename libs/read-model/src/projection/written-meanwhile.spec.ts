import { setImmediate } from 'node:timers/promises';
import { ReadModelUnavailable, type Batch } from '@docket/kernel';
import { reachableEngines } from '../testing/places';
import { draft, runnerBench } from '../testing/runner-bench';
import { decode } from '../testing/tally-log';

/** A commit that is held until it is let go. */
const held = () => {
  let letGo: () => void = () => undefined;
  const open = new Promise<void>((resolve) => (letGo = resolve));
  return { open, letGo };
};

describe.each(reachableEngines())('a batch, while the one before it is being written, on %s', (_, make) => {
  const { readModel, log, runner, started, eventsIn, committing, told } = runnerBench(make);
  const four = () => log().write(draft(1), draft(1), draft(1), draft(1));

  it('is made up, on what that one leaves, and written after it', async () => {
    await four();
    const first = held();
    const begun: number[] = [];
    const slow = committing(async (batch: Batch) => {
      begun.push(batch.after.number);
      if (begun.length === 1) await first.open;
      await readModel().commit(batch);
    });
    let begunByLast: readonly number[] = [];
    const noting = (stored: Parameters<typeof decode>[0]) => {
      if (stored.revision === 3) {
        begunByLast = [...begun];
        first.letGo();
      }
      return decode(stored);
    };
    await runner({ readModel: slow, batchSize: 2, decode: noting }).catchUp();
    expect([begunByLast, begun, await eventsIn(1)]).toEqual([[0], [0, 2], 4]);
  });

  it('needs nothing read again as long as more will come, even when nothing waits just then', async () => {
    await four();
    const asked: string[] = [];
    const noting = new Proxy(readModel(), {
      get: (build, name) => {
        if (name === 'latest' || name === 'lastRevision') asked.push(name);
        const member: unknown = Reflect.get(build, name);
        return typeof member === 'function' ? member.bind(build) : member;
      },
    });
    const oneByOne = told(async function* (messages) {
      for await (const message of messages) {
        for (let turn = 0; turn < 5; turn += 1) await setImmediate();
        yield message;
      }
    });
    const { number } = await runner({ readModel: noting, store: oneByOne }).catchUp();
    expect([number, await eventsIn(1), asked]).toEqual([4, 4, []]);
  });

  it('does not count as written before it is: an outage is told once and waited out longer each time', async () => {
    await four();
    const heard: string[] = [];
    let tries = 0;
    const broken = committing(async (batch: Batch) => {
      tries += 1;
      heard.push('tried');
      if (tries <= 3) throw new ReadModelUnavailable('the disk is full');
      await readModel().commit(batch);
    });
    const live = started({
      readModel: broken,
      batchSize: 2,
      onOutage: () => void heard.push('outage'),
      onRecovered: () => void heard.push('recovered'),
    });
    await live.waitFor(await log().write(draft(1)), 20_000);
    expect(heard.slice(0, 6)).toEqual(['tried', 'outage', 'tried', 'tried', 'tried', 'recovered']);
    expect(heard.filter((one) => one !== 'tried')).toEqual(['outage', 'recovered']);
  });

  it('is not written when that one failed, and is read again with it', async () => {
    await four();
    const tried: number[] = [];
    const breaking = committing(async (batch: Batch) => {
      tried.push(batch.after.number);
      if (tried.length === 1) throw new ReadModelUnavailable('down');
      await readModel().commit(batch);
    });
    const live = started({ readModel: breaking, batchSize: 2 });
    await live.waitFor(await log().write(draft(1)), 20_000);
    expect([tried.slice(0, 3), await eventsIn(1)]).toEqual([[0, 0, 2], 5]);
  });

  it('is through, too, before anybody who holds the runner goes on', async () => {
    await four();
    const order: string[] = [];
    let holding: Promise<void> | undefined;
    const slow = committing(async (batch: Batch) => {
      holding ??= live.whileHeld(async () => void order.push('held'));
      order.push('begun');
      for (let turn = 0; turn < 20; turn += 1) await setImmediate();
      await readModel().commit(batch);
      order.push('done');
    });
    const live = started({ readModel: slow, batchSize: 2 });
    await live.waitFor(await log().write(draft(1)), 20_000);
    await holding;
    expect(order.slice(0, 3)).toEqual(['begun', 'done', 'held']);
    expect(await eventsIn(1)).toBe(5);
  });
});
