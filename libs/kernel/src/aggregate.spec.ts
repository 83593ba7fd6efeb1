import { decodeStored } from './aggregate';
import { BrokenEnvelope } from './envelope';
import { MemoryEventStore } from './testing';
import { aProcess, Fund, fund } from './run-command.scenes';

describe('An event', () => {
  const stored = async () => {
    const { open, allocate, log } = aProcess(new MemoryEventStore());
    await open(100);
    await allocate('roof', [10]);
    return log.read(fund);
  };

  it('is decoded in the place it was written for', async () => {
    const [opened] = await stored();
    expect(decodeStored(Fund.codec, opened!)).toMatchObject({
      type: 'FundOpened',
      stream: fund,
      revision: 0,
    });
  });

  it.each([
    ['stream', { stream: 'docket-fund-elsewhere' }],
    ['revision', { revision: 7 }],
    ['id', { id: 'another' }],
    ['type', { type: 'FundClosed.v1' }],
  ])('that stands in the place of another is none: another %s', async (_, place) => {
    const [opened] = await stored();
    expect(() => decodeStored(Fund.codec, { ...opened!, ...place })).toThrow(BrokenEnvelope);
  });

  it('is missed by whoever folds its stream, where another was put in its place', async () => {
    const [opened, allocated] = await stored();
    expect(() => decodeStored(Fund.codec, { ...allocated!, bytes: opened!.bytes })).toThrow(
      `${fund}@1: it was written as FundOpened.v1 ${opened!.id} at ${fund}@0, and stands here as Allocated.v1 ${allocated!.id}.`,
    );
  });
});
