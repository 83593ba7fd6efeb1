import { rmSync } from 'node:fs';
import { docket, Place, startServer, stopServer } from '../e2e/cli.fixture';
import { Chance } from './chance.fixture';
import { holdAgainst, imagesOf, lifeIn, nothingWrong, type Wrong } from './crash-images.fixture';
import { howOften } from './how-often.fixture';
import { needStrace } from './write-trace.fixture';

const IMAGES = howOften('FAULT_IMAGES', { short: 50, long: 500 });
/** So many images are taken of one life of a server, in which so many writes were acknowledged. */
const IMAGES_PER_LIFE = 50;
const ACKNOWLEDGED_PER_LIFE = 400;
/** Of every so many images, one is started as a whole server. */
const STARTED = 10;

const said = (images: number, { lost, doubled, outOfOrder, broken }: Wrong, of: string): void => {
  process.stdout.write(
    `${images} crash images of ${of}: ${lost} acknowledged events lost, ${doubled} doubled, ${outOfOrder} out of order, ${broken} logs broken\n`,
  );
};

/** A start on what is left is ready, and its read model is what the log makes of it. */
const serves = async (folder: string): Promise<void> => {
  const server = await startServer(folder);
  const replayed = await docket(['replay', '/api/v1/portfolios', '--data', folder, '--json']);
  const { code } = await stopServer(server);
  expect([replayed.code, code, replayed.stderr]).toEqual([0, 0, expect.stringContaining('the same bytes')]);
};

describe('a power loss under the writes of eight people, which leaves any part of what was not synced', () => {
  const place = new Place();
  beforeAll(needStrace, 300_000);
  afterAll(() => place.remove());

  it(
    `${IMAGES} times: nothing acknowledged is lost, doubled or out of order, and the folder serves again`,
    async () => {
      const wrong = nothingWrong();
      const risk = { changes: 0, dropped: 0 };
      let [images, lives, steps, acknowledged] = [0, 0, 0, 0];
      while (images < IMAGES) {
        const life = await lifeIn(place, `life-${++lives}`, ACKNOWLEDGED_PER_LIFE);
        steps += life.steps.length;
        acknowledged += life.sent.filter(({ receipt }) => receipt).length;
        const count = Math.min(IMAGES_PER_LIFE, IMAGES - images);
        for (const image of imagesOf(life, count, new Chance(lives), risk)) {
          await holdAgainst(image, life.sent, wrong);
          if (++images % STARTED === 0) await serves(image.folder);
        }
        rmSync(life.root, { recursive: true });
      }
      const of = `${lives} lives, ${steps} writes, syncs and answers, ${acknowledged} writes acknowledged, ${risk.dropped} of ${risk.changes} un-synced changes dropped`;
      said(images, wrong, of);
      expect(wrong).toEqual(nothingWrong());
      expect(acknowledged).toBeGreaterThanOrEqual(lives * ACKNOWLEDGED_PER_LIFE);
      expect(risk.dropped).toBeGreaterThan(images);
    },
    IMAGES * 10_000 + 120_000,
  );

  // the proof that the images show a loss: a setting that no start would take, given after it was asserted
  it.each(['off', 'normal'])(
    'is found out where the databases are written with synchronous = %s',
    async (synchronous) => {
      const preload = place.file(
        `${synchronous}.cjs`,
        `const { DatabaseSync } = require('node:sqlite');
         const { exec } = DatabaseSync.prototype;
         const seen = new WeakSet();
         DatabaseSync.prototype.exec = function (sql) {
           if (sql === 'begin immediate' && !seen.has(this)) exec.call(seen.add(this) && this, 'pragma synchronous = ${synchronous}');
           return exec.call(this, sql);
         };`,
      );
      const wrong = nothingWrong();
      const settings = { NODE_OPTIONS: `--require ${preload}` };
      const life = await lifeIn(place, synchronous, ACKNOWLEDGED_PER_LIFE, settings);
      const images = imagesOf(life, IMAGES_PER_LIFE, new Chance(1), { changes: 0, dropped: 0 });
      for (const image of images) await holdAgainst(image, life.sent, wrong);
      said(IMAGES_PER_LIFE, wrong, `a life with synchronous = ${synchronous}, to prove the images`);
      expect(wrong.lost).toBeGreaterThan(0);
    },
    120_000,
  );
});
