import {
  BuildReplaced,
  CheckpointMoved,
  ReadModelUnavailable,
  type LogMessage,
  type ReadModel,
  type StoredEvent,
} from '@docket/kernel';
import { EventNotApplied, followLive, LogDiffers, rebuild } from '..';
import { reachableEngines } from '../testing/places';
import { draft, runnerBench } from '../testing/runner-bench';
import { counted, decode, PROJECTIONS, STREAMS, TallyLog } from '../testing/tally-log';

describe.each(reachableEngines())('the projection runner, when something is wrong, on %s', (_, make) => {
  const { models, readModel, log, runner, started, eventsIn, told, committing, untilStopped } =
    runnerBench(make);

  it('skips what is repeated at or before its checkpoint', async () => {
    const last = await log().write(draft(1), draft(2), draft(1));
    const twice = told(async function* (messages) {
      const seen: LogMessage[] = [];
      for await (const message of messages) {
        yield message;
        seen.push(message);
        yield* seen;
      }
    });
    const live = started({ store: twice });
    await live.waitFor(last, 20_000);
    const next = await log().write(draft(1));
    await live.waitFor(next, 20_000);
    expect([live.status().number, await eventsIn(1), await eventsIn(2)]).toEqual([4, 3, 1]);
  });

  const without = (isLost: (event: StoredEvent) => boolean) =>
    told(async function* (messages) {
      for await (const message of messages)
        if (message.kind !== 'event' || !isLost(message.event)) yield message;
    });

  it('stops loudly before an event when the one before it in its stream is missing', async () => {
    await log().write(draft(1), draft(1), draft(1));
    const live = started({ store: without(({ revision }) => revision === 1) });
    expect(await untilStopped(live)).toEqual({
      state: 'stopped',
      number: 1,
      error: expect.objectContaining({
        name: 'EventNotApplied',
        message: expect.stringContaining('revision 2 of the stream follows revision 0'),
      }),
    });
    expect(await eventsIn(1)).toBe(1);
  });

  it('finds a missing event also when a restart lies in between', async () => {
    await log().write(draft(1), draft(1));
    await runner({ store: without(({ revision }) => revision === 1) }).catchUp();
    await log().write(draft(1));
    await expect(runner({ store: without(({ revision }) => revision === 1) }).catchUp()).rejects.toThrow(
      EventNotApplied,
    );
  });

  it('stops loudly when a revision comes a second time at a later position', async () => {
    const last = await log().write(draft(1), draft(2));
    const again = told(async function* (messages) {
      for await (const message of messages) {
        yield message;
        if (message.kind === 'event' && message.event.position === last)
          yield { ...message, event: { ...message.event, position: `${last}9` } };
      }
    });
    await expect(runner({ store: again }).catchUp()).rejects.toThrow(
      'revision 0 of the stream follows revision 0',
    );
  });

  it('stops before an event it cannot decode, with all before it committed, and stays there', async () => {
    await log().write(draft(1), draft(2));
    await log().writeBroken(1);
    await log().write(draft(2));
    for (const _again of [1, 2]) {
      await expect(runner().catchUp()).rejects.toThrow(
        /Event 3 \(Broken\.v1, .*@1, position .*\) was not applied: No codec/,
      );
      expect((await readModel().checkpoint()).number).toBe(2);
    }
    expect([await eventsIn(1), await eventsIn(2)]).toEqual([1, 1]);
  });

  it('stops before an event that a projection cannot apply, without a trace of that event', async () => {
    await log().write(draft(1), { ...draft(2), event: counted('t2', 0.5) }, draft(3));
    await expect(runner().catchUp()).rejects.toThrow(
      /Event 2 .* was not applied: tallies\.total: .*0\.5 is no integer/,
    );
    expect([await eventsIn(1), await eventsIn(2), (await readModel().checkpoint()).number]).toEqual([
      1,
      undefined,
      1,
    ]);
  });

  it('stops when a row would change its scope', async () => {
    await log().write(draft(1, { portfolio: 'north' }), draft(1, { portfolio: 'south' }));
    await expect(runner().catchUp()).rejects.toThrow('"t1" is in scope "north" for life, not in "south"');
  });

  it('stops when it is deposed, and what it had in hand is not written', async () => {
    const live = started();
    await live.waitFor(await log().write(draft(1)), 20_000);
    await live.stop();
    await log().write(draft(2));
    const slow = runner({
      readModel: committing(async (batch) => {
        await runner().catchUp();
        await readModel().commit(batch);
      }),
    });
    await expect(slow.catchUp()).rejects.toThrow(CheckpointMoved);
    expect(await eventsIn(2)).toBe(1);
  });

  it('stands by while another consumer writes, says so, and takes over when that one is gone', async () => {
    const told: string[] = [];
    let isDeposed = false;
    const second = started({
      longestPause: 20,
      onOutage: (error) => told.push(error instanceof Error ? error.name : 'error'),
      onRecovered: () => told.push('goes on'),
      readModel: committing(async (batch) => {
        if (!isDeposed) await runner().catchUp();
        isDeposed = true;
        await readModel().commit(batch);
      }),
    });
    await second.waitFor(await log().write(draft(1)), 20_000);
    await second.waitFor(await log().write(draft(1)), 20_000);
    expect(told).toEqual(['CheckpointMoved', 'goes on']);
    expect([await eventsIn(1), second.status().state, second.status().error]).toEqual([2, 'live', undefined]);
  });

  it('goes on from a rebuilt build that came further than itself before it was switched to', async () => {
    const following = await followLive(models());
    let arrive: () => void = () => undefined;
    let release: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    const slow = new Proxy(following, {
      get: (build, name) =>
        name === 'latest'
          ? async (...asked: Parameters<ReadModel['latest']>) => {
              arrive();
              await released;
              return build.latest(...asked);
            }
          : (Reflect.get(build, name) as unknown),
    });
    const live = started({ readModel: slow });
    await live.waitFor(await log().write(draft(1)), 20_000);
    await log().write(draft(1));
    await arrived;
    await log().write(draft(2));
    const options = { store: log().store, projections: PROJECTIONS, decode, live };
    const rebuilding = rebuild(models(), { ...options, onBatch: ({ number }) => number === 3 && release() });
    await rebuilding;
    await live.waitFor(await log().write(draft(1)), 20_000);
    const { number } = await following.checkpoint();
    const row = await following.rowAsOf(STREAMS, number, TallyLog.stream(1));
    expect([live.status().error, number, row?.events]).toEqual([undefined, 4, 3]);
  });

  it('waits out an outage, also one in which its commit was done', async () => {
    let commits = 0;
    const breaking = committing(async (batch) => {
      commits += 1;
      if (commits === 2) throw new ReadModelUnavailable('down');
      await readModel().commit(batch);
      if (commits === 1) throw new ReadModelUnavailable('cut off after the commit');
    });
    await log().write(draft(1));
    const live = started({ readModel: breaking });
    await live.waitFor(await log().write(draft(1)), 20_000);
    await live.waitFor(await log().write(draft(1)), 20_000);
    expect([await eventsIn(1), live.status().state, live.status().error]).toEqual([3, 'live', undefined]);
  });

  it('stops when its build was replaced and it does not follow the live one', async () => {
    const live = started();
    await live.waitFor(await log().write(draft(1)), 20_000);
    const rebuilt = await models().rebuild();
    await runner({ readModel: rebuilt }).catchUp();
    await models().switchTo(rebuilt);
    await log().write(draft(1));
    expect(await untilStopped(live)).toMatchObject({ state: 'stopped', error: expect.any(BuildReplaced) });
  });

  it('refuses a read model whose last event is not in the log', async () => {
    await log().write(draft(1), draft(1));
    await runner().catchUp();
    const shorter = await TallyLog.open();
    await shorter.write(draft(1));
    await expect(runner({ store: shorter.store }).catchUp()).rejects.toThrow(LogDiffers);
    await shorter.close();
  });
});
