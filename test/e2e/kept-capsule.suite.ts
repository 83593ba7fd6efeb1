import { CAPSULE_BYTES } from '@docket/governance';
import { canonicalJson, sha256 } from '@docket/kernel';
import { until } from '@docket/kernel/testing';
import type { Loose, TestDocket } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge } from './samples.fixture';

/** What a body saw is kept as bytes, in the profile that `start` starts. */
export const describeKeptCapsule = (profile: string, start: () => Promise<TestDocket>) =>
  describe(`what a body saw, kept as bytes: ${profile}`, () => {
    let office: Office;
    let motionId: string;
    let shown: Loose;
    beforeAll(async () => {
      office = await Office.open(start);
      const case_ = { ...bridge, name: 'South quay' };
      const projects = office.aimed('/api/v1/portfolios/{portfolioId}/projects');
      const projectId = await office.create('p-priya', projects, case_);
      motionId = await office.motion({ ...office.ids, projectId });
    });
    afterAll(() => office.close());

    const ask = async (path = '', query = '') =>
      office.docket.visitor.get(
        `/api/v1/motions/${motionId}/capsule${path}?after=${await office.head()}${query}`,
      );
    const capsule = async (query = ''): Promise<Loose> => (await ask('', query)).body;
    const records = () => office.docket.running.system.adapters.records;
    const keptOfBallot = (ballot: number) =>
      until(`ballot ${ballot} is kept`, async () => {
        const { body } = await ask();
        return body.frozen?.ballot === ballot && body.kept !== null ? body : undefined;
      });

    it('is not there while no ballot has opened', async () => {
      expect((await capsule()).kept).toBeNull();
      expect(inShort(await ask('/kept'))).toBe('404 capsule-not-kept');
    });

    it('comes by itself once the ballot has opened, with the digest of what is asked anew', async () => {
      await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
      shown = await keptOfBallot(1);
      expect(shown.kept).toEqual({
        digest: shown.digest,
        size: Buffer.byteLength(canonicalJson(shown.seen)),
        keptAt: expect.any(String),
        definition: shown.asOf.definition,
        bytes: 'kept',
        differences: Object.fromEntries(Object.keys(shown.seen).map((about) => [about, []])),
      });
    });

    it('is the very bytes, whose digest the log has', async () => {
      const { text, headers, status } = await ask('/kept');
      expect([status, headers.get('etag')]).toEqual([200, `"${shown.digest}"`]);
      expect([sha256(text), text]).toEqual([shown.digest, canonicalJson(shown.seen)]);
      const row = await records().get(CAPSULE_BYTES, shown.digest);
      expect(Buffer.from(row?.bytes ?? []).toString('utf8')).toBe(text);
    });

    it('hinders nobody who votes, and was not there before it was kept', async () => {
      const vote = { choice: 'for', reason: 'It pays.' };
      await office.done('p-chen', `/api/v1/motions/${motionId}/votes`, vote);
      const asOf = `&asOf=${shown.frozen.number}`;
      expect((await capsule(asOf)).kept).toBeNull();
      expect(inShort(await ask('/kept', asOf))).toBe('404 capsule-not-kept');
    });

    it('is said to be altered where other bytes lie there, and its capsule is shown all the same', async () => {
      const before = await records().get(CAPSULE_BYTES, shown.digest);
      await records().put(CAPSULE_BYTES, shown.digest, Buffer.from('{"component":"another"}'));
      const { kept, digest } = await capsule();
      expect([kept.bytes, kept.differences, kept.digest]).toEqual(['altered', null, digest]);
      expect(inShort(await ask('/kept'))).toBe('409 capsule-altered');
      await records().put(CAPSULE_BYTES, shown.digest, before?.bytes ?? Buffer.from(''));
      expect((await capsule()).kept.bytes).toBe('kept');
    });

    it('is said to be erased where it is gone', async () => {
      expect(await records().erase(CAPSULE_BYTES, shown.digest)).toBe(true);
      const { kept, seen } = await capsule();
      expect([kept.bytes, kept.differences, seen]).toEqual(['missing', null, shown.seen]);
      expect(inShort(await ask('/kept'))).toBe('404 capsule-missing');
    });

    it('is kept of each ballot, where the one before had no quorum', async () => {
      await office.done('p-chen', `/api/v1/motions/${motionId}/close`);
      const seat = { personId: 'p-maya', role: 'member' };
      await office.done('p-otto', `/api/v1/bodies/${office.ids.bodyId}/seats`, seat);
      await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
      const second = await keptOfBallot(2);
      expect([second.kept.bytes, second.kept.digest]).toEqual(['kept', second.digest]);
      expect(sha256((await ask('/kept')).text)).toBe(second.digest);
      expect((await capsule(`&asOf=${shown.asOf.number}`)).kept.bytes).toBe('missing');
    });
  });
