import { randomUUID } from 'node:crypto';
import { AppendRefused, OutcomeUnknown, StoreUnavailable, type Appended } from '@docket/kernel';
import type { UnreliableServer } from '../../../../test/protocol-server';
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

export type Settled<T> = Readonly<{ value: T } | { error: unknown } | 'too late'>;

/**
 * How a call ended; `too late` when a timer that was set after it came first. Timers of one process come in the order in
 * which they are due, however busy the machine is.
 */
export const settled = async <T>(call: Promise<T>, milliseconds: number): Promise<Settled<T>> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), milliseconds + GRACE_MS);
  });
  const ended = call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  try {
    return await Promise.race([ended, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** What the port lets a call end with when the server misbehaves. */
export const isToldOutage = (error: unknown): boolean =>
  error instanceof StoreUnavailable || error instanceof OutcomeUnknown;

/** What a caller does after a break: the identical batch again, until it is answered. */
export const repeatedUntilKnown = async (
  append: () => Promise<Appended>,
  onTrouble: () => void = () => undefined,
): Promise<Appended> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await append();
    } catch (error) {
      if (!isToldOutage(error) || error instanceof AppendRefused || attempt === 50) throw error;
      onTrouble();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
};
