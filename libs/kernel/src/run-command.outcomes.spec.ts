import { OutcomeUnknown, StoreUnavailable } from './event-store.port';
import { answerLost, aProcess, fund, fundId, requestLost, story } from './run-command.scenes';

const allocated = (amount: number, reason: string) => ({ type: 'Allocated', data: { amount, reason } });
const down = () => Promise.reject(new StoreUnavailable('down'));
const receipt = (revision: number) => ({
  outcome: 'accepted',
  id: fundId,
  stream: fund,
  revision,
  position: String(revision + 1),
});

/** A process with an open fund. */
const atWork = async () => {
  const process = aProcess();
  await process.open(100);
  process.line.sent.length = 0;
  return process;
};

describe('A command whose outcome is not known', () => {
  it.each([
    ['the answer was lost', answerLost],
    ['the request was lost', requestLost],
  ])('repeats the identical bytes at the old revision, and has one effect: %s', async (_, fate) => {
    const { line, allocate, log } = await atWork();
    line.fates.push(fate, fate, requestLost);
    expect(await allocate('a', [10, 20])).toEqual(receipt(2));
    expect((await story(log)).slice(1)).toEqual([allocated(10, 'a'), allocated(20, 'a')]);
    expect(line.sent).toHaveLength(4);
    expect(line.sent).toEqual(Array(4).fill({ stream: fund, batch: line.sent[0]!.batch, expected: 0 }));
  });

  it('pauses before each repetition, longer each time', async () => {
    const { line, allocate, clock } = await atWork();
    const began = Date.parse(clock.now());
    const at: number[] = [];
    const noted: typeof requestLost = (append) => {
      at.push(Date.parse(clock.now()) - began);
      return requestLost(append);
    };
    line.fates.push(noted, noted, noted);
    await allocate('a', [10]);
    expect([...at, Date.parse(clock.now()) - began]).toEqual([0, 375, 1125, 2250]);
  });

  it('says so at its deadline, and answers a repetition once it is known', async () => {
    const { line, allocate, log, clock } = await atWork();
    const began = Date.parse(clock.now());
    line.fates.push(answerLost, ...Array.from({ length: 50 }, () => requestLost));
    await expect(allocate('a', [10])).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(Date.parse(clock.now()) - began).toBeLessThanOrEqual(5_000);
    line.fates.length = 0;
    expect(await allocate('a', [10])).toEqual(receipt(1));
    expect((await story(log)).slice(1)).toEqual([allocated(10, 'a')]);
  });

  it('waits for no append beyond its deadline, however long the store would', async () => {
    const { line, allocate, clock } = await atWork();
    const allowed: number[] = [];
    line.append = (_stream, _batch, _expected, { withinMs = Infinity } = {}) => {
      allowed.push(withinMs);
      clock.pass(Math.min(3_000, withinMs));
      return Promise.reject(new OutcomeUnknown('No answer.'));
    };
    await expect(allocate('a', [10])).rejects.toBeInstanceOf(OutcomeUnknown);
    expect([clock.elapsed(), allowed]).toEqual([5_000, [5_000, 1_625]]);
  });

  it('gives an append half a second where next to nothing is left', async () => {
    const { line, allocate, clock } = await atWork();
    const allowed: number[] = [];
    line.append = (_stream, _batch, _expected, { withinMs = Infinity } = {}) => {
      allowed.push(withinMs);
      clock.pass(4_600);
      return Promise.reject(new OutcomeUnknown('No answer.'));
    };
    await expect(allocate('a', [10])).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(allowed).toEqual([5_000, 500]);
  });

  it('that was not stored is decided anew when somebody else wrote meanwhile', async () => {
    const { line, allocate, log } = await atWork();
    const theirs = aProcess(log, 'theirs');
    line.fates.push(requestLost, async (append) => {
      await theirs.allocate('theirs', [95]);
      return append();
    });
    expect(await allocate('ours', [10])).toEqual({
      outcome: 'refused',
      refusal: { code: 'fund-exhausted', message: 'Only 5 are left.' },
    });
    expect((await story(log)).slice(1)).toEqual([allocated(95, 'theirs')]);
  });

  it('that was stored is recognised though somebody else wrote behind it', async () => {
    const { line, allocate, log } = await atWork();
    const theirs = aProcess(log, 'theirs');
    line.fates.push(answerLost, async (append) => {
      await theirs.allocate('theirs', [80]);
      return append();
    });
    expect(await allocate('ours', [20])).toEqual(receipt(1));
    expect((await story(log)).slice(1)).toEqual([allocated(20, 'ours'), allocated(80, 'theirs')]);
  });

  it('stays unknown when the store is gone afterwards: that says nothing of the first attempt', async () => {
    const { line, allocate, log } = await atWork();
    line.fates.push(answerLost, ...Array.from({ length: 50 }, () => down));
    await expect(allocate('a', [10])).rejects.toBeInstanceOf(OutcomeUnknown);
    expect((await story(log)).slice(1)).toEqual([allocated(10, 'a')]);
  });

  it('becomes known when the store is back within the deadline', async () => {
    const { line, allocate, log } = await atWork();
    line.fates.push(answerLost, down, down);
    expect(await allocate('a', [10])).toEqual(receipt(1));
    expect((await story(log)).slice(1)).toEqual([allocated(10, 'a')]);
  });

  it('is not in doubt where the store was gone from the start: nothing is recorded', async () => {
    const { line, allocate, log } = await atWork();
    line.fates.push(down);
    await expect(allocate('a', [10])).rejects.toBeInstanceOf(StoreUnavailable);
    expect(line.sent).toHaveLength(1);
    expect(await story(log)).toHaveLength(1);
    expect(await allocate('a', [10])).toEqual(receipt(1));
  });

  it('has one effect when its sender repeats it while the first one is still on its way', async () => {
    const { line, allocate, log } = await atWork();
    const theirs = aProcess(log, 'another process');
    let arrive = async () => {};
    line.fates.push(
      (append) => {
        arrive = async () => void (await append().catch(() => undefined));
        return Promise.reject(new OutcomeUnknown('On its way.'));
      },
      ...Array.from({ length: 50 }, () => requestLost),
    );
    await expect(allocate('a', [10])).rejects.toBeInstanceOf(OutcomeUnknown);
    theirs.line.fates.push(async (append) => {
      await arrive();
      return append();
    });
    expect(await theirs.allocate('a', [10])).toEqual(receipt(1));
    expect((await story(log)).slice(1)).toEqual([allocated(10, 'a')]);
  });
});
