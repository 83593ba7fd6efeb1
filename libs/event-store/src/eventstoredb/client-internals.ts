import type { EventStoreDBClient } from '@eventstore/db-client';
import { parseConnectionString } from '@eventstore/db-client/dist/Client/parseConnectionString';

/*
 * Everything that is taken from the inside of the client, where no release promises it: after an upgrade the spec of this file says
 * what is no longer there.
 */

/** What a connection string says, as the client itself reads it. */
export type ConnectionSettings = ReturnType<typeof parseConnectionString>;

/** The options that it takes, as it writes them; of any other it warns, with the whole connection string. */
export const OPTIONS = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'nodePreference',
  'connectionName',
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'defaultDeadline',
  'keepAliveInterval',
  'keepAliveTimeout',
  'throwOnAppendFailure',
] as const;

/** Reads a connection string before a client is made of it, which would not say what it read. @throws Error when it is none */
export const settingsIn = (url: string): ConnectionSettings => parseConnectionString(url);

/** The connection of a client, to be closed after `dispose`, which leaves it open. */
export const channelOf = (client: EventStoreDBClient): Promise<Readonly<{ close: () => void }>> =>
  client['getChannel']();

/** The release that the server says it is. A client that was told a failure repeats it for ever. */
export const serverVersionOf = async (client: EventStoreDBClient): Promise<string> =>
  (await client['capabilities']).serverVersion;
