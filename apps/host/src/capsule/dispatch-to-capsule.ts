import {
  keepCapsule,
  Motion,
  motionById,
  type Composed,
  type OpenedBallot,
  type ToCapsule,
} from '@docket/governance';
import {
  loadState,
  streamName,
  type CommandRuntime,
  type Dispatch,
  type Numbered,
  type ReadModel,
  type Reading,
  type Records,
} from '@docket/kernel';
import { portfolioById } from '@docket/portfolio';
import { resolveCut } from '@docket/read-model';
import { bytesOfSeen, whatWasSeen } from './what-was-seen';

/** How long is waited until the opening can be read, in milliseconds; after that the watchdog asks again. */
const READABLE_MS = 5_000;
const LOOK_MS = 20;

type Ports = Readonly<{ records: Records; log: string; readModel: ReadModel }>;

/** The read model does not hold the opening yet, or what it holds cannot be asked for: it is tried again. */
export class NotReadableYet extends Error {
  override readonly name = 'NotReadableYet';
}

/** The line of the opening in the table of numbers, once it is there. @throws NotReadableYet */
const lineOf = async (
  { store, clock }: CommandRuntime,
  readModel: ReadModel,
  { motionId, opened }: OpenedBallot,
): Promise<Numbered> => {
  const stream = streamName(store.installation, 'motion', motionId);
  const end = clock.elapsed() + READABLE_MS;
  while ((await readModel.lastRevision(stream)) < opened) {
    if (clock.elapsed() >= end)
      throw new NotReadableYet(`The read model does not hold event ${opened} of ${stream} yet.`);
    await clock.pause(LOOK_MS);
  }
  const lines = await readModel.numbers({ after: 0, limit: opened + 1, stream });
  const line = lines.find(({ revision }) => revision === opened);
  if (!line) throw new NotReadableYet(`Event ${opened} of ${stream} has no number.`);
  return line;
};

/** What the read model answers as of a number, on the timeline of a portfolio. @throws NotReadableYet */
const readingAt = async (
  { readModel, log }: Ports,
  { number, recordedAt }: Numbered,
  portfolioId: string,
): Promise<Reading> => {
  const portfolio = await portfolioById(readModel, number, portfolioId);
  const cut = await resolveCut(readModel, {
    ...{ log, now: recordedAt, asOf: String(number) },
    ...(portfolio ? { portfolio } : {}),
  });
  if ('outcome' in cut) throw new NotReadableYet(cut.refusal.message);
  return { readModel, cut };
};

/** What was seen of a ballot, by the event that opened it. @throws NotReadableYet */
const composed = async (runtime: CommandRuntime, ports: Ports, ballot: OpenedBallot): Promise<Composed> => {
  const { motionId, opened } = ballot;
  const line = await lineOf(runtime, ports.readModel, ballot);
  const state = await loadState(runtime, Motion, motionId);
  if (state.status === 'absent') throw new NotReadableYet(`There is no motion ${motionId}.`);
  const { portfolioId } = state;
  const reading = await readingAt(ports, line, portfolioId);
  const motion = await motionById(reading.readModel, reading.cut, { motionId });
  if ('refusal' in motion) throw new NotReadableYet(motion.refusal.message);
  const bytes = bytesOfSeen(await whatWasSeen(reading, { motion, portfolioId }));
  const { definition } = reading.cut;
  return { motionId, portfolioId, opened, number: line.number, definition, bytes };
};

/**
 * Asks what a body had before it as of the very event by which its ballot opened, and has the bytes kept: the same question as of the same number, so that who died in
 * between asks again. @throws NotReadableYet, and what records and log throw: it is tried again
 */
export const dispatchToCapsule =
  (runtime: CommandRuntime, ports: Ports): Dispatch<ToCapsule> =>
  async ({ data: ballot }, request) =>
    keepCapsule({ runtime, records: ports.records }, request, await composed(runtime, ports, ballot));
