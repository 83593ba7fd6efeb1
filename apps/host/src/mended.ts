import { LogTampered, PositionBeyondEnd, type EventStore, type ReadModel } from '@docket/kernel';
import { assertOfThisLog, LogDiffers } from '@docket/read-model';
import { once } from 'node:events';
import { pause } from './leadership';

/** How often it is looked whether the log was mended, in milliseconds. */
const LOOK_MS = 20_000;

type Ports = Readonly<{ store: EventStore; readModel: ReadModel }>;

/**
 * What stops the projections and is mended in the log, while this process runs. An event that cannot be applied stays for ever, in a
 * release that cannot apply it; what is simply away never stops them.
 */
const isOfTheLog = (error: unknown): boolean =>
  error instanceof LogTampered || error instanceof PositionBeyondEnd || error instanceof LogDiffers;

/** Whether what comes next in the log can be had: an event, or that there is none. Where nothing answers, that is waited for. */
const goesOn = async ({ store, readModel }: Ports, signal: AbortSignal): Promise<boolean> => {
  try {
    await assertOfThisLog(store, readModel);
    const { position } = await readModel.checkpoint();
    for await (const _message of store.subscribe({ after: position, signal })) return true;
    return false;
  } catch {
    return false;
  }
};

/**
 * Waits until what stopped the projections may be over: looks every so many milliseconds (20,000) where the log was the trouble, and
 * waits for the end of this process where it was not. Whether it is over; `false` once the signal aborts.
 */
export const untilMended = async (
  error: unknown,
  ports: Ports,
  stopping: AbortSignal,
  lookMs = LOOK_MS,
): Promise<boolean> => {
  if (!isOfTheLog(error) && !stopping.aborted) await once(stopping, 'abort');
  while (!stopping.aborted) {
    await pause(lookMs, stopping);
    if (!stopping.aborted && (await goesOn(ports, stopping))) return true;
  }
  return false;
};
