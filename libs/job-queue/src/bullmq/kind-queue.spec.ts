import { notRun } from '@docket/kernel/testing';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { KindQueue } from './kind-queue';
import { nameOf } from './job-slip';
import { defineScripts, forgetNote, readNote } from './redis-scripts';

const HOUR = 3_600_000;

/** A queue of its own, and where Redis keeps it. */
const openQueue = (url: string) => {
  const client = new Redis(url, { maxRetriesPerRequest: null });
  defineScripts(client);
  const prefix = `docket:t${randomUUID().slice(0, 8)}`;
  const queue = new KindQueue('chase', prefix, client);
  const key = (name: string) => `${prefix}:chase:${name}`;
  return {
    ...{ client, queue, key },
    /** As if the job ran: BullMQ has it among the active ones. */
    running: async (id: string): Promise<void> => {
      await queue.keep(id, { d: 'first' }, Date.now());
      await client.lmove(key('wait'), key('active'), 'LEFT', 'RIGHT');
    },
    /** As BullMQ leaves it after a job was done. */
    done: async (id: string): Promise<void> => {
      await client.lrem(key('active'), 1, nameOf(id));
      await client.del(key(nameOf(id)));
    },
    forget: async (): Promise<void> => {
      await queue.close();
      await client.del(...(await client.keys(`${prefix}:*`)));
      await client.quit();
    },
  };
};

const url = process.env.TEST_REDIS_URL;
if (url)
  describe('what BullMQ is given to keep', () => {
    let place: ReturnType<typeof openQueue>;
    beforeEach(() => (place = openQueue(url)));
    afterEach(() => place.forget());

    const stateOf = async (id: string) => (await place.queue.find(id, Date.now()))?.state;

    it('is not lost when it was added while the job ran, and cannot be kept at first', async () => {
      await place.running('desk');
      await place.queue.keep('desk', { d: 'again' }, Date.now() + HOUR);
      await place.done('desk');
      await place.client.set(place.key('delayed'), 'in the way');
      await expect(place.queue.keepNoted(nameOf('desk'))).rejects.toThrow('WRONGTYPE');
      await place.client.del(place.key('delayed'));
      await place.client.del(place.key(nameOf('desk')));
      expect(await stateOf('desk')).toBeUndefined();
      await place.queue.keepForgotten();
      expect(await stateOf('desk')).toBe('delayed');
      expect(await place.client.hlen(place.key('docket-notes'))).toBe(0);
    });

    it('is told apart from what was added to the running job before', async () => {
      await place.running('desk');
      await place.queue.keep('desk', { d: 'again' }, 1_000);
      const before = await place.client.hget(place.key('docket-notes'), nameOf('desk'));
      await place.queue.keep('desk', { d: 'and again' }, 2_000);
      const after = await place.client.hget(place.key('docket-notes'), nameOf('desk'));
      const [due, times, slip] = after?.split(' ') ?? [];
      expect([due, times, JSON.parse(slip ?? '')]).toEqual([
        '1000',
        '2',
        expect.objectContaining({ d: 'again' }),
      ]);
      expect(after).not.toBe(before);
    });

    it('is not forgotten with what was there before, where more is added while that is being kept', async () => {
      const keys = { notes: place.key('docket-notes'), active: place.key('active') };
      const name = nameOf('desk');
      const noted = async () => (await readNote(place.client, keys, name)) ?? { due: 0, text: 'nothing' };
      await place.running('desk');
      await place.queue.keep('desk', { d: 'again' }, 2_000);
      const before = await noted();
      await place.queue.keep('desk', { d: 'and again' }, 1_000);
      await forgetNote(place.client, keys, { name, text: before.text });
      const after = await noted();
      expect([before.due, after.due]).toEqual([2_000, 1_000]);
      await forgetNote(place.client, keys, { name, text: after.text });
      expect((await noted()).text).toBe('nothing');
    });

    it('is due to the millisecond, however long it takes to say so', async () => {
      const began = Date.now();
      let passed = 0;
      const clock = jest.spyOn(Date, 'now').mockImplementation(() => began + (passed += 1));
      await place.queue.keep('desk', { d: null }, began + HOUR);
      clock.mockRestore();
      expect(await place.queue.find('desk', began)).toEqual({
        state: 'delayed',
        attempts: 0,
        due: new Date(began + HOUR).toISOString(),
      });
    });

    it('waits as long as the job runs', async () => {
      await place.running('desk');
      await place.queue.keep('desk', { d: 'again' }, Date.now());
      await place.queue.keepNoted(nameOf('desk'));
      expect([await stateOf('desk'), await place.client.hlen(place.key('docket-notes'))]).toEqual([
        'running',
        1,
      ]);
      await place.done('desk');
      await place.queue.keepNoted(nameOf('desk'));
      expect([await stateOf('desk'), await place.client.hlen(place.key('docket-notes'))]).toEqual([
        'waiting',
        0,
      ]);
    });
  });
else notRun('what BullMQ is given to keep', 'TEST_REDIS_URL is not set');
