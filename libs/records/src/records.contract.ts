import { RecordsUnavailable, sha256, type Records } from '@docket/kernel';

/** Records to test, empty at first, with a second client to the same ones. */
export type RecordsHarness = Readonly<{
  records: Records;
  reopen: () => Promise<Records>;
  dispose: () => Promise<void>;
}>;

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** The promise of the Records port, run unchanged by every adapter. */
export const describeRecords = (name: string, open: () => Promise<RecordsHarness>) =>
  describe(`Records contract: ${name}`, () => {
    let harness: RecordsHarness;
    beforeEach(async () => (harness = await open()));
    afterEach(() => harness.dispose());

    it('gives back exactly the bytes that were put, with their hash', async () => {
      const paper = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      const hash = await harness.records.put('paper', 'p-1', paper);
      expect(hash).toBe(sha256(paper));
      expect(await harness.records.get('paper', 'p-1')).toEqual({
        kind: 'paper',
        id: 'p-1',
        bytes: paper,
        sha256: hash,
      });
    });

    it('keeps nothing at all, too', async () => {
      await harness.records.put('draft', 'empty', bytes());
      expect(await harness.records.get('draft', 'empty')).toMatchObject({ bytes: bytes() });
    });

    it('finds nothing where nothing was put', async () =>
      expect(await harness.records.get('paper', 'p-1')).toBeUndefined());

    it('replaces what was there under the same kind and id only', async () => {
      await harness.records.put('name', 'p-bea', bytes(1));
      await harness.records.put('draft', 'p-bea', bytes(2));
      await harness.records.put('name', 'p-bea', bytes(3));
      expect(await harness.records.get('name', 'p-bea')).toMatchObject({ bytes: bytes(3) });
      expect(await harness.records.get('draft', 'p-bea')).toMatchObject({ bytes: bytes(2) });
    });

    it('keeps what is there already, and tells what that is', async () => {
      const first = await harness.records.keep('secret', 'key', bytes(1));
      expect(first).toEqual({ kind: 'secret', id: 'key', bytes: bytes(1), sha256: sha256(bytes(1)) });
      expect(await harness.records.keep('secret', 'key', bytes(2))).toEqual(first);
      expect(await harness.records.get('secret', 'key')).toEqual(first);
    });

    it('tells all who keep at once the same, clients of their own included', async () => {
      const other = await harness.reopen();
      const kept = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? harness.records : other).keep('secret', 'key', bytes(index)),
        ),
      );
      expect(new Set(kept.map(({ sha256: hash }) => hash)).size).toBe(1);
      await other.close();
    });

    it('lists a kind by id in code-unit order', async () => {
      for (const id of ['ä', 'b', 'B', 'a', '10', '9']) await harness.records.put('name', id, bytes(1));
      await harness.records.put('draft', 'a', bytes(1));
      expect((await harness.records.list('name')).map(({ id }) => id)).toEqual([
        '10',
        '9',
        'B',
        'a',
        'b',
        'ä',
      ]);
    });

    it('tells of which kinds something is kept', async () => {
      expect(await harness.records.kinds()).toEqual([]);
      for (const kind of ['paper', 'draft', 'Draft']) await harness.records.put(kind, 'a', bytes(1));
      await harness.records.put('draft', 'b', bytes(1));
      expect(await harness.records.kinds()).toEqual(['Draft', 'draft', 'paper']);
      await harness.records.erase('paper', 'a');
      expect(await harness.records.kinds()).toEqual(['Draft', 'draft']);
    });

    it('forgets what is erased for good, and says whether there was something', async () => {
      await harness.records.put('name', 'p-bea', bytes(1));
      expect(await harness.records.erase('name', 'p-bea')).toBe(true);
      expect(await harness.records.erase('name', 'p-bea')).toBe(false);
      expect(await harness.records.get('name', 'p-bea')).toBeUndefined();
    });

    it('shows another client what was put', async () => {
      await harness.records.put('name', 'p-bea', bytes(7));
      const other = await harness.reopen();
      expect(await other.get('name', 'p-bea')).toMatchObject({ bytes: bytes(7) });
      await other.close();
    });

    it.each<readonly [string, (records: Records) => Promise<unknown>]>([
      ['put', (records) => records.put('name', 'p-bea', bytes(1))],
      ['keep', (records) => records.keep('name', 'p-bea', bytes(1))],
      ['get', (records) => records.get('name', 'p-bea')],
      ['list', (records) => records.list('name')],
      ['kinds', (records) => records.kinds()],
      ['erase', (records) => records.erase('name', 'p-bea')],
    ])('is unavailable once closed: %s', async (_, ask) => {
      const closed = await harness.reopen();
      await closed.close();
      await expect(ask(closed)).rejects.toBeInstanceOf(RecordsUnavailable);
    });

    it('keeps the last of many puts at once, whole', async () => {
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => harness.records.put('name', 'p-bea', bytes(index, index))),
      );
      const found = await harness.records.get('name', 'p-bea');
      expect(found?.bytes[0]).toBe(found?.bytes[1]);
    });
  });
