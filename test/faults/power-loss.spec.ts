import { verifyChain } from '@docket/audit';
import { openSqliteEventStore } from '@docket/event-store';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { docket, Place, startServer, stopServer } from '../e2e/cli.fixture';
import { Chance } from './chance.fixture';
import { Disk, fates } from './disk.fixture';
import { howOften } from './how-often.fixture';
import { audit, eventsIn, Writers, type Sent } from './writers.fixture';
import { needStrace, readTrace, tracedInto, type Step } from './write-trace.fixture';

const IMAGES = howOften('FAULT_IMAGES', { short: 50, long: 500 });
/** So many images are taken of one life of a server, in which so many writes were acknowledged. */
const IMAGES_PER_LIFE = 50;
const ACKNOWLEDGED_PER_LIFE = 400;
/** Of every tenth image a whole server is started. */
const STARTED = 10;

type Life = Readonly<{ steps: readonly Step[]; sent: readonly Sent[] }>;

/** A server under load, from the first start of its folder to a kill, with all it wrote, synced and answered. */
const lifeIn = async (place: Place, name: string, settings: Record<string, string>): Promise<Life> => {
  const [root, trace] = [place.at(name), place.at(`${name}.trace`)];
  mkdirSync(root);
  const server = await startServer(join(root, 'data'), settings, tracedInto(trace));
  const writers = new Writers();
  await writers.begin(server.address);
  await writers.write(server.address, (count) => {
    if (count === ACKNOWLEDGED_PER_LIFE) server.child.kill('SIGKILL');
  });
  await server.child.ended;
  const steps = await readTrace(trace, root);
  rmSync(trace);
  return { steps, sent: writers.sent };
};

const RECEIPT = /^HTTP\/1\.1 20[01] [^]*"position":"(\d+)"\}$/;

/** The position that an answer acknowledged. */
const acknowledgedBy = (step: Step | undefined): string | undefined =>
  step?.kind === 'answer' ? RECEIPT.exec(step.text.trimEnd())?.[1] : undefined;

type Image = Readonly<{ folder: string; fate: string; answered: ReadonlySet<string> }>;

/** Images of power losses at random points of a life, one after the other in one folder. */
function* imagesOf(
  { steps }: Life,
  root: string,
  to: string,
  count: number,
  chance: Chance,
): Generator<Image> {
  const points = Array.from({ length: count }, () => chance.below(steps.length + 1)).sort((a, b) => a - b);
  const names = Object.keys(fates);
  const disk = new Disk(root);
  const answered = new Set<string>();
  let done = 0;
  for (const point of points) {
    for (; done < point; done++) {
      const step = steps[done];
      if (step) disk.take(step);
      const position = acknowledgedBy(step);
      if (position !== undefined) answered.add(position);
    }
    const fate = names[chance.below(names.length)] ?? '';
    rmSync(to, { recursive: true, force: true });
    const left = fates[fate];
    if (left) disk.leave(to, left(chance));
    yield { folder: join(to, 'data'), fate, answered };
  }
}

type Found = { images: number; lost: number; doubled: number; outOfOrder: number; broken: number };

/** Reads the log of an image as a start would, and holds it against what was acknowledged by then. */
const look = async ({ folder, answered }: Image, sent: readonly Sent[], found: Found): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const known = sent.map(({ receipt, ...rest }) =>
    receipt && answered.has(receipt.position) ? { ...rest, receipt } : rest,
  );
  found.images += 1;
  try {
    const { lost, doubled, outOfOrder } = audit(known, await eventsIn(folder));
    found.lost += lost.length;
    found.doubled += doubled.length;
    found.outOfOrder += outOfOrder.length;
    const store = await openSqliteEventStore({ file: join(folder, 'events.sqlite'), installation: 'docket' });
    const { whole } = await verifyChain({ store });
    await store.close();
    if (!whole) found.broken += 1;
  } catch {
    found.broken += 1;
  }
};

const said = ({ images, lost, doubled, outOfOrder, broken }: Found, what: string): void => {
  process.stdout.write(
    `${images} crash images ${what}: ${lost} acknowledged events lost, ${doubled} doubled, ${outOfOrder} out of order, ${broken} logs broken\n`,
  );
};

const nothing = (): Found => ({ images: 0, lost: 0, doubled: 0, outOfOrder: 0, broken: 0 });

describe('a power loss under the writes of eight people, which drops any part of what was not synced', () => {
  const place = new Place();
  beforeAll(needStrace, 300_000);
  afterAll(() => place.remove());

  it(
    `${IMAGES} times: nothing acknowledged is lost, doubled or out of order, and the folder serves again`,
    async () => {
      const found = nothing();
      let [lives, steps, acknowledged] = [0, 0, 0];
      while (found.images < IMAGES) {
        const name = `life-${++lives}`;
        const life = await lifeIn(place, name, {});
        steps += life.steps.length;
        acknowledged += life.sent.filter(({ receipt }) => receipt).length;
        const count = Math.min(IMAGES_PER_LIFE, IMAGES - found.images);
        for (const image of imagesOf(life, place.at(name), place.at('image'), count, new Chance(lives))) {
          await look(image, life.sent, found);
          if (found.images % STARTED === 0) await serves(image.folder);
        }
        rmSync(place.at(name), { recursive: true });
      }
      said(
        found,
        `of ${lives} lives (${steps} writes, syncs and answers; ${acknowledged} writes acknowledged)`,
      );
      expect(found).toEqual({ ...nothing(), images: IMAGES });
      expect(acknowledged).toBeGreaterThanOrEqual(lives * ACKNOWLEDGED_PER_LIFE);
    },
    IMAGES * 10_000 + 120_000,
  );
});

/** A start on what is left is ready, and its read model is what the log makes of it. */
const serves = async (folder: string): Promise<void> => {
  const server = await startServer(folder);
  const replayed = await docket(['replay', '/api/v1/portfolios', '--data', folder, '--json']);
  const { code } = await stopServer(server);
  expect([replayed.code, code, replayed.stderr]).toEqual([0, 0, expect.stringContaining('the same bytes')]);
};
