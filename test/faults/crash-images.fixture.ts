import { verifyChain } from '@docket/audit';
import { openSqliteEventStore } from '@docket/event-store';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type Place } from '../e2e/cli.fixture';
import type { Chance } from './chance.fixture';
import { Disk, fates, type Fate } from './disk.fixture';
import { audit, eventsIn, Writers, type Sent } from './writers.fixture';
import { readTrace, tracedInto, type Step } from './write-trace.fixture';

/** What a server wrote, synced and answered from the first start of its folder to a kill, and what was asked of it. */
export type Life = Readonly<{ root: string; steps: readonly Step[]; sent: readonly Sent[] }>;

/** A server under the load of eight people, killed once so many of their writes were acknowledged. */
export const lifeIn = async (
  place: Place,
  name: string,
  acknowledged: number,
  settings: Record<string, string> = {},
): Promise<Life> => {
  const [root, trace] = [place.at(name), place.at(`${name}.trace`)];
  mkdirSync(root);
  const server = await startServer(join(root, 'data'), settings, tracedInto(trace));
  const writers = new Writers();
  await writers.begin(server.address);
  await writers.write(server.address, (count) => {
    if (count === acknowledged) server.child.kill('SIGKILL');
  });
  await server.child.ended;
  const steps = await readTrace(trace, root);
  rmSync(trace);
  return { root, steps, sent: writers.sent };
};

const RECEIPT = /^HTTP\/1\.1 20[01] [^]*"position":"(\d+)"\}$/;

/** The position that an answer acknowledged. */
const acknowledgedBy = (step: Step): string | undefined =>
  step.kind === 'answer' ? RECEIPT.exec(step.text.trimEnd())?.[1] : undefined;

const concernsLog = (step: Step): boolean => step.kind !== 'answer' && step.path.includes('events.sqlite');

/** Random points of a life; every other one amid what is done to the log. */
const pointsOf = (steps: readonly Step[], count: number, chance: Chance): readonly number[] => {
  const amidTheLog = steps.flatMap((step, index) => (concernsLog(step) ? [index] : []));
  return Array.from({ length: count }, (_, n) =>
    n % 2 === 0 ? chance.below(steps.length + 1) : (amidTheLog[chance.below(amidTheLog.length)] ?? 0),
  ).sort((a, b) => a - b);
};

/** What a power loss left of a data folder, and what had been acknowledged by then. */
export type Image = Readonly<{ folder: string; answered: ReadonlySet<string> }>;

/** How many changes were not yet synced when the power went, and how many of them went with it; torn ones by sectors. */
export type AtRisk = { changes: number; dropped: number };

const counting = (fate: Fate, risk: AtRisk): Fate => ({
  isTorn: fate.isTorn,
  keeps: () => {
    const isKept = fate.keeps();
    risk.changes += 1;
    if (!isKept) risk.dropped += 1;
    return isKept;
  },
});

/** Images of power losses at so many random points of a life, one after the other in the same folder. */
export function* imagesOf(
  { root, steps }: Life,
  count: number,
  chance: Chance,
  risk: AtRisk,
): Generator<Image> {
  const to = `${root}.image`;
  const disk = new Disk(root);
  const kinds = Object.values(fates);
  const answered = new Set<string>();
  let done = 0;
  for (const point of pointsOf(steps, count, chance)) {
    for (const step of steps.slice(done, point)) {
      disk.take(step);
      const position = acknowledgedBy(step);
      if (position !== undefined) answered.add(position);
    }
    done = point;
    rmSync(to, { recursive: true, force: true });
    const fate = kinds[chance.below(kinds.length)];
    if (fate) disk.leave(to, counting(fate(chance), risk));
    yield { folder: join(to, 'data'), answered };
  }
  rmSync(to, { recursive: true, force: true });
}

/** What is wrong with the logs of images, all in all; `broken` are those that cannot be read, or whose chain is not whole. */
export type Wrong = { lost: number; doubled: number; outOfOrder: number; broken: number };

export const nothingWrong = (): Wrong => ({ lost: 0, doubled: 0, outOfOrder: 0, broken: 0 });

const isWhole = async (folder: string): Promise<boolean> => {
  const store = await openSqliteEventStore({ file: join(folder, 'events.sqlite'), installation: 'docket' });
  const { whole } = await verifyChain({ store });
  await store.close();
  return whole;
};

/** Reads the log of an image as a start would, and adds to `wrong` what it lacks of what was acknowledged by then. */
export const holdAgainst = async (
  { folder, answered }: Image,
  sent: readonly Sent[],
  wrong: Wrong,
): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const known = sent.map(({ receipt, ...rest }) =>
    receipt && answered.has(receipt.position) ? { ...rest, receipt } : rest,
  );
  try {
    const { lost, doubled, outOfOrder } = audit(known, await eventsIn(folder));
    wrong.lost += lost.length;
    wrong.doubled += doubled.length;
    wrong.outOfOrder += outOfOrder.length;
    if (!(await isWhole(folder))) wrong.broken += 1;
  } catch {
    wrong.broken += 1;
  }
};
