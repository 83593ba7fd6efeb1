import { openBullMqJobs } from '@docket/job-queue';
import { startOwnRedis, type OwnRedis } from '@docket/job-queue/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from './chance.fixture';
import { describeOnOwnRedis } from './own-servers.fixture';
import { TenYears } from './ten-years.fixture';

const BALLOTS = 2_000;
const FAULTS = 40;
/** Ten years pass in a minute, and every look stands for a minute of theirs. */
const PACE = { realMs: 60_000, lookMs: 500 };

describeOnOwnRedis('ten years of due instants, over a Redis that is killed', () => {
  let redis: OwnRedis;
  beforeAll(async () => {
    redis = await startOwnRedis();
  });
  afterAll(() => redis.dispose());

  it(`Redis killed or flushed ${FAULTS} times: every ballot is closed once, none before its time`, async () => {
    const chance = new Chance(20260101);
    const years = await TenYears.begin(BALLOTS, () => chance.fraction());
    const jobs = await openBullMqJobs({ url: redis.url, installation: 'docket' });
    const count = { killed: 0, flushed: 0 };
    try {
      await years.pass(jobs, PACE, async () => {
        while (count.killed + count.flushed < FAULTS) {
          await pause(chance.below((2 * PACE.realMs * 0.9) / FAULTS));
          if (chance.isHeads()) {
            count.flushed += 1;
            await redis.flush();
          } else {
            count.killed += 1;
            await redis.kill();
            await pause(chance.below(700));
            await redis.start();
          }
        }
      });
      const { missed, doubled, early } = await years.audit();
      process.stdout.write(
        `${BALLOTS} due instants in ten years, Redis killed ${count.killed} and flushed ${count.flushed} times: ` +
          `${missed.length} missed, ${doubled.length} doubled in the log, ${early.length} early (${years.jobsDone} jobs woke somebody)\n`,
      );
      expect({ missed, doubled, early }).toEqual({ missed: [], doubled: [], early: [] });
      expect(count.killed + count.flushed).toBe(FAULTS);
    } finally {
      await jobs.close();
      await years.remove();
    }
  }, 300_000);
});
