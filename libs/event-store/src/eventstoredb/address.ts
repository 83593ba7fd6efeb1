import type { Credentials } from '@eventstore/db-client';
import { isLoopback } from '@docket/kernel';
import { EventStoreUnusable } from '../event-store-unusable';
import { withoutIdleOptions } from './address-options';
import { settingsIn, type ConnectionSettings } from './client-internals';

/** Where the server is and as whom it is spoken to. */
export type Address = Readonly<{
  url: string;
  /** What has no effect in it. */
  notices: readonly string[];
  /** The same for people to read: no password. */
  text: string;
  /** Sent with every call: they select the classic append, also where an insecure server does not read them. */
  credentials: Credentials;
  isEncrypted: boolean;
  /** Whether all that is said stays on this machine. */
  isLoopback: boolean;
  /** How long the client waits for the answer to its ping before it takes a connection for dead, in milliseconds. */
  keepAliveTimeoutMs: number;
}>;

const EXAMPLE = 'esdb://USER:PASSWORD@HOST:2113 or esdb://127.0.0.1:2113?tls=false';
const KEEP_ALIVE_TIMEOUT_MS = 10_000;
const NOBODY: Credentials = { username: 'docket', password: 'docket' };

const parsed = (url: string): ConnectionSettings => {
  try {
    return settingsIn(url);
  } catch (cause) {
    throw new EventStoreUnusable(
      `The address of EventStoreDB cannot be read. It is written like ${EXAMPLE}; what is no letter or digit in a password is percent-encoded.`,
      { cause },
    );
  }
};

/** What of an address nobody is to read, as it stands there and as it is meant. @throws EventStoreUnusable when it is none */
export const secretsIn = (given: string): readonly string[] => {
  const { url } = withoutIdleOptions(given);
  const { defaultCredentials, userCertFile, userKeyFile } = parsed(url);
  const written = /^[^:]+:\/\/[^:]+:([^@]+)@/.exec(url)?.[1];
  return [written, defaultCredentials?.password, userCertFile, userKeyFile].flatMap((secret) => secret || []);
};

/** @throws EventStoreUnusable when the text is no connection string, or names no user for a secure server */
export const addressOf = (given: string): Address => {
  const { url, notices } = withoutIdleOptions(given);
  const { hosts, dnsDiscover, tls = true, defaultCredentials, keepAliveTimeout = -1 } = parsed(url);
  const text = `${dnsDiscover ? 'esdb+discover' : 'esdb'}://${hosts.map(({ address, port }) => `${address}:${port}`).join(',')}`;
  if (tls && defaultCredentials === undefined)
    throw new EventStoreUnusable(
      `${text} names no user, and a secure EventStoreDB wants one: esdb://USER:PASSWORD@HOST:PORT.`,
    );
  return {
    url,
    notices,
    text,
    credentials: defaultCredentials ?? NOBODY,
    isEncrypted: tls,
    isLoopback: hosts.every(({ address }) => isLoopback(address)),
    keepAliveTimeoutMs: keepAliveTimeout < 0 ? KEEP_ALIVE_TIMEOUT_MS : keepAliveTimeout,
  };
};

/** What is said to an insecure server can be read and changed on the way, and it lets everybody in. @throws EventStoreUnusable */
export const refuseInsecure = ({ text, isEncrypted, isLoopback }: Address, allowInsecure: boolean): void => {
  if (isEncrypted || isLoopback || allowInsecure) return;
  throw new EventStoreUnusable(
    `${text} is another machine, and with tls=false everybody on the way reads and changes what is said to it. ` +
      'Give that server a certificate and leave tls=false out; in a network that is closed to all others, DOCKET_INSECURE=on takes it as it is.',
  );
};
