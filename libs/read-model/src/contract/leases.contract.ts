import { Deposed, type Leases } from '@docket/kernel';
import { batch, checkpointAt, livePlace, sheet, SHEETS, version, type PlaceMaker } from './samples';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The lead, which must be free. */
const taken = async (leases: Leases, lease: string) => {
  const lead = await leases.take(lease);
  if (!lead) throw new Error(`${lease} is led by somebody else.`);
  return lead;
};

/** What the `Leases` port promises, with what a fence does to a batch. */
export const describeLeases = (make: PlaceMaker): void =>
  describe('a lease', () => {
    const { live, place } = livePlace(make);
    let first: Leases;
    let second: Leases;
    beforeEach(async () => {
      first = await place().leases('first');
      second = await place().leases('second');
    });
    afterEach(async () => {
      await first.close();
      await second.close();
    });

    it('is given to who asks first, and to nobody else while that one leads', async () => {
      const lead = await taken(first, 'projections');
      expect(lead.fence).toMatchObject({ lease: 'projections', number: 1 });
      expect(lead.lost.aborted).toBe(false);
      expect(await second.take('projections')).toBeUndefined();
      expect(await first.take('projections')).toBeUndefined();
    });

    it('is one of many: who leads one may be led in another', async () => {
      await taken(first, 'projections');
      expect((await taken(second, 'reactions')).fence).toMatchObject({ lease: 'reactions', number: 1 });
    });

    it('is given to one of all who ask at once', async () => {
      const asked = Array.from({ length: 10 }, (_, i) => (i % 2 ? first : second).take('projections'));
      expect((await Promise.all(asked)).filter((lead) => lead !== undefined)).toHaveLength(1);
    });

    it('goes to the next one, under the next number, once its leader has resigned', async () => {
      const lead = await taken(first, 'projections');
      await lead.resign();
      expect(lead.lost.reason).toBeInstanceOf(Deposed);
      const next = await taken(second, 'projections');
      expect([next.fence.lease, next.fence.number, next.lost.aborted]).toEqual(['projections', 2, false]);
    });

    it('is free for others once its leader has let go of everything', async () => {
      const lead = await taken(first, 'projections');
      await first.close();
      expect(lead.lost.aborted).toBe(true);
      expect((await taken(second, 'projections')).fence.number).toBe(2);
    });

    it('tells whoever asks who leads, who led last, and why that one resigned', async () => {
      const lead = await taken(first, 'projections');
      await taken(second, 'reactions');
      await lead.resign('An event cannot be applied.');
      const led = (process: string, more: object) => ({
        process,
        since: expect.stringMatching(INSTANT),
        silentSeconds: 0,
        ...more,
      });
      const reactions = led('second', { lease: 'reactions', leads: true });
      const resigned = { lease: 'projections', leads: false, resignedFor: 'An event cannot be applied.' };
      for (const one of [first, second])
        expect(await one.standings()).toEqual([led('first', resigned), reactions]);
      await taken(first, 'projections');
      expect(await second.standings()).toEqual([
        led('first', { lease: 'projections', leads: true }),
        reactions,
      ]);
    });

    it('tells nothing of leases nobody ever took', async () => expect(await first.standings()).toEqual([]));

    it('lets its leader write', async () => {
      const { fence } = await taken(first, 'projections');
      await live().commit(batch(0, 1, [version('a', 1, sheet({ count: 20 }))]), fence);
      expect(await live().checkpoint()).toEqual(checkpointAt(1));
      expect(await live().rowAsOf(SHEETS, 1, 'a')).toEqual(sheet({ count: 20 }));
    });

    it('refuses what a deposed leader writes, as long as nobody follows and when somebody does', async () => {
      const lead = await taken(first, 'projections');
      const late = (count: number) => batch(0, 1, [version('a', 1, sheet({ count }))]);
      await lead.resign();
      await expect(live().commit(late(11), lead.fence)).rejects.toThrow(Deposed);
      const { fence } = await taken(second, 'projections');
      await expect(live().commit(late(12), lead.fence)).rejects.toThrow(Deposed);
      expect(await live().checkpoint()).toEqual(checkpointAt(0));
      await live().commit(late(20), fence);
      await expect(live().commit(batch(1, 1), lead.fence)).rejects.toThrow(Deposed);
      expect(await live().rowAsOf(SHEETS, 1, 'a')).toEqual(sheet({ count: 20 }));
    });

    it('refuses a fence nobody holds: of another number, another holder, another lease', async () => {
      const { fence } = await taken(first, 'projections');
      for (const wrong of [
        { ...fence, number: 2 },
        { ...fence, holder: 'somebody' },
        { ...fence, lease: 'x' },
      ])
        await expect(live().commit(batch(0, 1), wrong)).rejects.toThrow(Deposed);
      expect(await live().checkpoint()).toEqual(checkpointAt(0));
    });
  });
