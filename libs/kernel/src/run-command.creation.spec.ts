import type { EventStore } from './event-store.port';
import { newIdFor } from './request';
import { runCommand, type CommandSource } from './run-command';
import { aProcess, answerLost, asking, Fund, type Allocate, type OpenFund } from './run-command.scenes';

const request = asking('roof', 'body', { operation: 'open-fund' });
const id = newIdFor(request);
const stream = `docket-fund-${id}`;
const openFund = { type: 'OpenFund', data: { portfolioId: 'p-1', amount: 100 } } as const;

/** A process that notes what it reads, and creates the fund of that request. */
const aCreator = (log?: EventStore, seed?: string) => {
  const creator = aProcess(log, seed);
  const { read } = creator.line;
  const reads: string[] = [];
  creator.line.read = (name, options) => {
    reads.push(name);
    return read(name, options);
  };
  const create = (asked = request, command: CommandSource<OpenFund | Allocate> = () => openFund) =>
    runCommand(creator.runtime, Fund, id, asked, command);
  return { ...creator, reads, create };
};

describe('A creation', () => {
  it('reads nothing of the stream it begins', async () => {
    const { create, reads } = aCreator();
    expect(await create()).toEqual({ outcome: 'accepted', id, stream, revision: 0, position: '1' });
    expect(reads).toEqual([]);
  });

  it('sent again, here or to another process, finds the first one', async () => {
    const { create, log } = aCreator();
    const first = await create();
    expect(await create()).toEqual(first);
    expect(await aCreator(log, 'another').create()).toEqual(first);
    expect(await log.read(stream)).toHaveLength(1);
  });

  it('sent to 20 processes at once begins one stream and has one answer', async () => {
    const { log } = aProcess();
    const processes = Array.from({ length: 20 }, (_, index) => aCreator(log, `process-${index}`));
    const answers = await Promise.all(processes.map(({ create }) => create()));
    expect(answers).toEqual(Array.from({ length: 20 }, () => answers[0]));
    expect(await log.read(stream)).toHaveLength(1);
  });

  it('whose answer was lost is not made twice', async () => {
    const { create, line, log } = aCreator();
    line.fates.push(answerLost);
    expect(await create()).toMatchObject({ outcome: 'accepted', revision: 0 });
    expect(await log.read(stream)).toHaveLength(1);
  });

  it('under a key used before with another body is refused as such, whatever else speaks against it now', async () => {
    const { create } = aCreator();
    await create();
    const other = asking('roof', 'another body', { operation: 'open-fund' });
    const tooMuch = { type: 'Allocate', data: { amounts: [101], reason: 'roof' } } as const;
    for (const command of [openFund, tooMuch])
      expect(await create(other, () => command)).toMatchObject({
        outcome: 'refused',
        refusal: { code: 'idempotency-key-reused' },
      });
  });

  it('that was accepted stays accepted when repeated, though it would be refused today', async () => {
    const { create } = aCreator();
    const first = await create();
    expect(
      await create(request, () => ({ type: 'Allocate', data: { amounts: [101], reason: 'late' } })),
    ).toEqual(first);
  });

  it('that is refused leaves no stream, and that changes nothing is answered from what is there', async () => {
    const { create, log } = aCreator();
    const allocate = (...amounts: number[]) =>
      create(request, () => ({ type: 'Allocate', data: { amounts, reason: 'roof' } }));
    expect(await allocate(1)).toMatchObject({ refusal: { code: 'fund-exhausted' } });
    expect(await allocate()).toEqual({ outcome: 'accepted', id, stream, revision: -1, position: '0' });
    expect(await log.head()).toBeUndefined();
  });

  it('of what was never seen to be there is refused', async () => {
    const { create, log } = aCreator();
    expect(await create({ ...request, expectedRevision: 3 })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'revision-mismatch' },
    });
    expect(await log.head()).toBeUndefined();
  });
});
