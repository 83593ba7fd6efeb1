import { BACKWARDS, END } from '@eventstore/db-client';
import { StoreUnavailable, StreamTampered } from '@docket/kernel';
import { EventStoreUnusable } from '../event-store-unusable';
import type { BirthRecord } from './birth';
import { serverVersionOf } from './client-internals';
import type { Connection } from './connection';
import { isDenied } from './failures';
import { saidByTransport } from './in-words';
import type { Patience } from './patience';
import type { Reading } from './reading';
import type { Truncations } from './truncation';

/**
 * The first release that is taken: from 23.10 on a subscription says when it has caught up, and without that nothing could
 * be answered from what was followed. Later ones are taken; the suites were run against 23.10.8.
 */
const FIRST = [23, 10] as const;

type Parts = Readonly<{
  connection: Connection;
  reading: Reading;
  truncations: Truncations;
  birth: BirthRecord;
}>;

const isTaken = (version: string): boolean => {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  if (major === undefined || minor === undefined) return false;
  return major > FIRST[0] || (major === FIRST[0] && minor >= FIRST[1]);
};

/** A client that was told a failure repeats it for ever: the next question goes through another. */
const askVersion = async ({ connection }: Parts, patience: Patience): Promise<string> => {
  const line = connection.take();
  const late = (): Error => new StoreUnavailable(`it did not answer within ${patience.milliseconds} ms.`);
  try {
    return await patience.within(serverVersionOf(line.client), late);
  } catch (error) {
    connection.replace(line);
    throw error;
  } finally {
    line.release();
  }
};

const versionOf = (parts: Parts, patience: Patience): Promise<string> =>
  askVersion(parts, patience).catch(() => askVersion(parts, patience));

/** What the client says for a release where it was told none: whatever speaks HTTP/2 can be asked, and few know the question. */
const UNTOLD = 'unknown';

const noVersion = (address: string): string =>
  `What answers at ${address} did not say that it is an EventStoreDB: it may be another program. Check host and port in the ` +
  `address; an EventStoreDB says its release from 21.10 on, and Docket takes ${FIRST.join('.')} or later.`;

const refuseVersion = async (parts: Parts, patience: Patience): Promise<void> => {
  const version = await versionOf(parts, patience);
  if (isTaken(version)) return;
  if (version === '' || version === UNTOLD)
    throw new EventStoreUnusable(noVersion(parts.connection.address.text));
  throw new EventStoreUnusable(
    `${parts.connection.address.text} is an EventStoreDB ${version}; Docket takes ${FIRST.join('.')} or later, because ` +
      'earlier ones do not say when a subscription has caught up. Upgrade it, or name another server.',
  );
};

const refuseForeign = async ({ reading, truncations, birth }: Parts, patience: Patience): Promise<void> => {
  await reading.all(BACKWARDS, END, 1, patience);
  await birth.find(patience);
  await truncations.refuse(birth.stream, patience);
};

const causes = (error: unknown): unknown[] => (error instanceof Error ? [error, ...causes(error.cause)] : []);

const unusable = (address: string, error: unknown): Error => {
  const sentence = error instanceof Error ? error.message : String(error);
  if (error instanceof EventStoreUnusable) return error;
  if (error instanceof StreamTampered) return new EventStoreUnusable(sentence, { cause: error });
  if (causes(error).some(isDenied))
    return new EventStoreUnusable(
      `${address} refuses the user that is named in its address. Check name and password; the user has to read $all and to ` +
        'read and write streams: the group $ops or $admins, or an access rule of yours.',
      { cause: error },
    );
  if (/server is not ready/i.test(sentence))
    return new EventStoreUnusable(`${address} is starting and not ready yet. Start again in a few seconds.`, {
      cause: error,
    });
  const said = causes(error).flatMap((cause) => saidByTransport(cause) ?? [])[0];
  const raw = said === undefined ? '' : ` (${said.raw})`;
  return new EventStoreUnusable(
    `No EventStoreDB answers at ${address}: ${said?.words ?? sentence.replace(/\.$/, '')}. Check the address and that the ` +
      'server runs and can be reached from here; tls=false belongs to the address of a server without certificate, and to ' +
      `no other.${raw}`,
    { cause: error },
  );
};

/** @see EventStoreDbEventStore.assertUsable */
export const refuseUnusable = async (parts: Parts, patience: Patience): Promise<void> => {
  try {
    await refuseVersion(parts, patience);
    await refuseForeign(parts, patience);
  } catch (error) {
    throw unusable(parts.connection.address.text, error);
  }
};
