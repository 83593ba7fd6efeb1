import { sha256 } from './digest';
import { open } from './envelope';
import { isUuid } from './ids';
import { canonicalJson } from './json';
import { digestOfBody } from './request';
import { runCommand } from './run-command';
import {
  asking,
  aProcess,
  Ceiling,
  ceiling,
  ceilingId,
  decodeFund,
  Fund,
  fund,
  fundId,
  story,
} from './run-command.scenes';

const opened = { type: 'FundOpened', data: { portfolioId: 'p-1', amount: 100 } };
const allocated = (amount: number, reason: string) => ({ type: 'Allocated', data: { amount, reason } });

describe('A command', () => {
  it('is answered with where its events stand', async () => {
    const { open, allocate, log } = aProcess();
    expect(await open(100)).toEqual({
      outcome: 'accepted',
      id: fundId,
      stream: fund,
      revision: 0,
      position: '1',
    });
    expect(await allocate('a', [10, 20])).toEqual({
      outcome: 'accepted',
      id: fundId,
      stream: fund,
      revision: 2,
      position: '3',
    });
    expect(await story(log)).toEqual([opened, allocated(10, 'a'), allocated(20, 'a')]);
  });

  it('leaves its whole story with each event', async () => {
    const { open: openFund, setCeiling, ask, log } = aProcess();
    await openFund(100);
    await setCeiling(50);
    const request = asking('a', 'body', { onBehalfOf: 'p-bea', causationId: 'c-1' });
    await ask(request, async (gather) => ({
      type: 'Allocate',
      data: { amounts: [10, 20], reason: 'roof', ceiling: await gather(Ceiling, ceilingId) },
    }));
    const [before, first, second] = await log.read(fund);
    const common = {
      actor: 'ada',
      authentication: 'test',
      onBehalfOf: 'p-bea',
      commandId: sha256(canonicalJson(['ada', 'allocate', fund, 'a'])),
      bodyDigest: digestOfBody('body'),
      correlationId: 'correlation-a',
      causationId: 'c-1',
      recordedAt: '2026-03-02T09:00:00.000Z',
      origin: 'live',
      portfolio: 'p-1',
      guards: [{ stream: ceiling, revision: 0 }],
    };
    const seen = [first!, second!].map((stored) => open(stored));
    expect(seen).toEqual([
      {
        id: first!.id,
        type: 'Allocated.v1',
        meta: { stream: fund, revision: 1, previous: open(before!).hash, ...common },
        data: { amount: 10, reason: 'roof' },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        worded: ['reason'],
        redacted: [],
      },
      {
        id: second!.id,
        type: 'Allocated.v1',
        meta: { stream: fund, revision: 2, previous: seen[0]!.hash, ...common },
        data: { amount: 20, reason: 'roof' },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        worded: ['reason'],
        redacted: [],
      },
    ]);
    expect([first!.id, second!.id].every(isUuid)).toBe(true);
  });

  it('leaves out of the story what there is nothing to say of', async () => {
    const { setCeiling, log } = aProcess();
    await setCeiling(50);
    expect(open((await log.read(ceiling))[0]!).meta).toEqual({
      stream: ceiling,
      revision: 0,
      previous: null,
      actor: 'ada',
      authentication: 'test',
      commandId: expect.stringMatching(/^[0-9a-f]{64}$/),
      bodyDigest: digestOfBody('ceiling-50'),
      correlationId: 'correlation-ceiling-50',
      recordedAt: '2026-03-02T09:00:00.000Z',
      origin: 'live',
      guards: [],
    });
  });

  it('of imported history is decided and dated by when it was known', async () => {
    const { ask, log } = aProcess();
    const contexts: unknown[] = [];
    const decider: typeof Fund.decider = {
      ...Fund.decider,
      decide: (command, state, context) => {
        contexts.push(context);
        return Fund.decider.decide(command, state, context);
      },
    };
    const { runtime } = aProcess(log);
    const [now, knownAt] = ['2026-03-02T09:00:00.000Z', '2019-07-31T00:00:00.000Z'];
    const request = asking('a', 'a', { origin: 'import', knownAt });
    const openFund = { type: 'OpenFund', data: { portfolioId: 'p', amount: 1 } } as const;
    await runCommand(runtime, { ...Fund, decider }, fundId, request, () => openFund);
    expect(contexts).toEqual([{ actor: 'ada', reach: 'anything', at: knownAt, now, origin: 'import' }]);
    expect(open((await log.read(fund))[0]!).meta).toMatchObject({
      recordedAt: now,
      knownAt,
      origin: 'import',
    });
    await ask(asking('b'), () => ({ type: 'Allocate', data: { amounts: [1], reason: '' } }));
    expect(open((await log.read(fund))[1]!).meta.knownAt).toBeUndefined();
  });

  it.each([
    ['live, yet known before', { origin: 'live', knownAt: '2019-07-31T00:00:00.000Z' }],
    ['known after now', { origin: 'import', knownAt: '2026-03-02T09:00:00.001Z' }],
    ['known at no instant', { origin: 'import', knownAt: '2019-07-31' }],
  ] as const)('that contradicts itself is a bug and records nothing: %s', async (_, dates) => {
    const { allocate, log } = aProcess();
    await expect(allocate('a', [0], dates)).rejects.toMatchObject({ name: 'ImpossibleRequest' });
    expect(await log.head()).toBeUndefined();
  });

  it('that changes nothing is accepted where the stream stands, and judged anew when repeated', async () => {
    const { open, allocate, log } = aProcess();
    expect(await allocate('nothing', [])).toEqual({
      outcome: 'accepted',
      id: fundId,
      stream: fund,
      revision: -1,
      position: '0',
    });
    await open(100);
    const receipt = { outcome: 'accepted', id: fundId, stream: fund, revision: 0, position: '1' };
    expect(await allocate('nothing', [])).toEqual(receipt);
    expect(await story(log)).toEqual([opened]);
  });

  it('may state the revision its sender last saw, and is refused when that is not the last', async () => {
    const { open, allocate, log } = aProcess();
    await open(100);
    expect(await allocate('a', [10], { expectedRevision: 0 })).toMatchObject({ revision: 1 });
    for (const expectedRevision of [-1, 0, 2])
      expect(await allocate('b', [10], { expectedRevision })).toEqual({
        outcome: 'refused',
        refusal: {
          code: 'revision-mismatch',
          message: `You last saw revision ${expectedRevision}, it is now at 1. Read it again and decide anew.`,
        },
      });
    expect(await allocate('a', [10], { expectedRevision: 0 })).toMatchObject({
      outcome: 'accepted',
      revision: 1,
    });
    expect(await story(log)).toHaveLength(2);
  });

  it('must be one that the aggregate knows: anything else does not compile', async () => {
    const { runtime, log } = aProcess();
    const closing = () => ({ type: 'CloseFund', data: {} }) as const;
    const opening = () => ({ type: 'OpenFund', data: { portfolioId: 'p-1' } }) as const;
    // @ts-expect-error a fund knows no such command
    const unknown = () => runCommand(runtime, Fund, fundId, asking('a'), closing);
    // @ts-expect-error the amount is missing
    const partial = () => runCommand(runtime, Fund, fundId, asking('a'), opening);
    expect([unknown, partial, await log.head()]).toEqual([unknown, partial, undefined]);
  });

  it('reads back what it stored as its context knows it', async () => {
    const { open, log } = aProcess();
    await open(100);
    const [stored] = await log.read(fund);
    expect(decodeFund(stored!)).toMatchObject({
      ...opened,
      revision: 0,
      position: '1',
      stream: fund,
      id: stored!.id,
    });
  });
});
