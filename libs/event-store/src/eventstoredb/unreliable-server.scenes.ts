import { randomUUID } from 'node:crypto';
import { OutcomeUnknown, StoreUnavailable, type Appended } from '@docket/kernel';
import type { UnreliableServer } from '../../../../test/protocol-server';
import { EventStoreUnusable } from '../event-store-unusable';
import { openEventStoreDb, type EventStoreDb } from '.';

/** Short, so that a test may wait for them. */
export const LIMITS = { appendTimeoutMs: 300, readTimeoutMs: 300, watchMs: 150 } as const;

/** For what has to succeed, however busy the machine is. */
export const PATIENT = { appendTimeoutMs: 20_000, readTimeoutMs: 20_000 } as const;

/** What a call may take longer than its time-out. */
export const GRACE_MS = 250;

/** An installation of its own on the server, with short limits. */
export const openBriefly = (
  { url }: Pick<UnreliableServer, 'url'>,
  options: Partial<Parameters<typeof openEventStoreDb>[0]> = {},
): EventStoreDb =>
  openEventStoreDb({
    url,
    installation: `t${randomUUID().replaceAll('-', '').slice(0, 16)}`,
    ...LIMITS,
    ...options,
  });

/** How a call ended: in one of the ways of the port, or not. */
export type Ending = 'answered' | 'nothing stored' | 'unknown' | 'unusable' | 'something else' | 'too late';

/** Every ending that the port lets a call have when the server misbehaves. */
export const TOLD: readonly Ending[] = ['answered', 'nothing stored', 'unknown', 'unusable'];

const endingOf = (error: unknown): Ending => {
  if (error instanceof StoreUnavailable) return 'nothing stored';
  if (error instanceof OutcomeUnknown) return 'unknown';
  return error instanceof EventStoreUnusable ? 'unusable' : 'something else';
};

/**
 * How a call ended; `too late` when a timer that was set after it came first. Timers of one process come in the order in
 * which they are due, however busy the machine is.
 */
export const ending = async (call: Promise<unknown>, milliseconds: number): Promise<Ending> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Ending>((resolve) => {
    timer = setTimeout(() => resolve('too late'), milliseconds + GRACE_MS);
  });
  try {
    return await Promise.race([call.then((): Ending => 'answered', endingOf), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** What a caller does after a break: the identical batch again, until it is answered. */
export const repeatedUntilKnown = async (
  append: () => Promise<Appended>,
  onTrouble: () => void = () => undefined,
): Promise<Appended> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await append();
    } catch (error) {
      if (!TOLD.includes(endingOf(error)) || attempt === 50) throw error;
      onTrouble();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
};
