import { COMMAND_DEADLINE_MS } from './deadline';
import { loadState } from './gather';
import { aProcess, asking, Ceiling, ceilingId, Fund, fundId } from './run-command.scenes';

/** A process that tells how long each of its reads may take; each takes `readMs`. */
const timed = (readMs = 0) => {
  const process = aProcess();
  const allowed: (number | undefined)[] = [];
  const { line, clock, log } = process;
  line.read = async (stream, options) => {
    allowed.push(options?.withinMs);
    const found = await log.read(stream, options);
    clock.pass(readMs);
    return found;
  };
  return { ...process, allowed };
};

describe('What a command reads', () => {
  it('may take as long as the command has left, facts that guard included', async () => {
    const { open, ask, allowed, setCeiling } = timed(1_500);
    await open(100);
    await setCeiling(10);
    allowed.splice(0);
    await ask(asking('a'), async (gather) => ({
      type: 'Allocate',
      data: { amounts: [1], reason: 'a', ceiling: await gather(Ceiling, ceilingId) },
    }));
    expect(allowed).toEqual([COMMAND_DEADLINE_MS, COMMAND_DEADLINE_MS - 1_500]);
  });

  it('as it stood before an instant, too', async () => {
    const { open, ask, allowed, setCeiling } = timed();
    await open(100);
    await setCeiling(10);
    allowed.splice(0);
    await ask(asking('a'), async (gather) => {
      await gather.before(Ceiling, ceilingId, '2020-01-01T00:00:00.000Z');
      return { type: 'Allocate', data: { amounts: [1], reason: 'a' } };
    });
    expect(allowed).toEqual([COMMAND_DEADLINE_MS, COMMAND_DEADLINE_MS, COMMAND_DEADLINE_MS]);
  });

  it('has half a second where next to nothing is left: the store is not to blame for that', async () => {
    const { open, ask, allowed } = timed(4_900);
    await open(100);
    allowed.splice(0);
    await ask(asking('a'), async (gather) => ({
      type: 'Allocate',
      data: { amounts: [1], reason: 'a', ceiling: await gather(Ceiling, ceilingId) },
    }));
    expect(allowed).toEqual([COMMAND_DEADLINE_MS, 500]);
  });

  it('before it, to know what to ask for, may take no longer than a command', async () => {
    const { runtime, allowed } = timed();
    await loadState(runtime, Fund, fundId);
    expect(allowed).toEqual([COMMAND_DEADLINE_MS]);
  });
});
