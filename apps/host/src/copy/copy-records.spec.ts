import { CAPSULE_BYTES } from '@docket/governance';
import { FOLD_SNAPSHOT } from '@docket/kernel';
import { MemoryRecords } from '@docket/kernel/testing';
import { copyRecords } from './copy-records';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

const filled = async (entries: readonly (readonly [kind: string, id: string, text: string])[]) => {
  const records = new MemoryRecords();
  for (const [kind, id, text] of entries) await records.put(kind, id, bytes(text));
  return records;
};

const all = async (records: MemoryRecords) => {
  const found: string[] = [];
  for (const kind of await records.kinds())
    for (const entry of await records.list(kind))
      found.push(`${kind} ${entry.id} ${Buffer.from(entry.bytes).toString()}`);
  return found;
};

describe('records that go with a copied log', () => {
  const origin = () =>
    filled([
      ['creation-key', 'claim', 'docket-portfolio-1'],
      ['name', 'p-bea', 'Bea Novak'],
      ['a-kind-of-a-later-release', 'x', 'y'],
      [FOLD_SNAPSHOT, 'docket-project-1', '{}'],
      ['process-checkpoint', 'log/follow-up', '7'],
      ['secret', 'session-key', 'key of the origin'],
    ]);

  it('are all that are truth, of whatever kind; caches stay, and so does the key that signs sessions', async () => {
    const to = await filled([['secret', 'session-key', 'key of its own']]);
    expect(await copyRecords(await origin(), to, { redacted: false })).toEqual({
      copied: 3,
      leftBehind: ['fold-snapshot', 'process-checkpoint', 'secret'],
    });
    expect(await all(to)).toEqual([
      'a-kind-of-a-later-release x y',
      'creation-key claim docket-portfolio-1',
      'name p-bea Bea Novak',
      'secret session-key key of its own',
    ]);
  });

  it('are the same when they are copied again, and replace what an earlier copy brought', async () => {
    const to = await filled([['name', 'p-bea', 'Bea']]);
    await copyRecords(await origin(), to, { redacted: false });
    const once = await all(to);
    await copyRecords(await origin(), to, { redacted: false });
    expect(await all(to)).toEqual(once);
    expect(once).toContain('name p-bea Bea Novak');
  });

  it('are without what a body saw, where words are left out of the log: the bytes would tell them', async () => {
    const origin = await filled([
      [CAPSULE_BYTES, 'digest', '{"component":{"description":"What is to go."}}'],
      ['name', 'p-bea', 'Bea Novak'],
    ]);
    const [whole, redacted] = [new MemoryRecords(), new MemoryRecords()];
    await copyRecords(origin, whole, { redacted: false });
    expect(await copyRecords(origin, redacted, { redacted: true })).toEqual({
      copied: 1,
      leftBehind: [CAPSULE_BYTES],
    });
    expect([(await whole.list(CAPSULE_BYTES)).length, (await redacted.list(CAPSULE_BYTES)).length]).toEqual([
      1, 0,
    ]);
  });
});
