import type { Records } from '@docket/kernel';
import { randomBytes } from 'node:crypto';
import type { Secrets } from './caller';

/** Injection token of the `Secrets`. */
export const SECRETS = Symbol('Secrets');

const fresh = (): string => randomBytes(32).toString('base64url');

/** The session key is kept, so that sessions outlive a restart and hold in every process; the owner's secret is new each time. */
export const loadSecrets = async (records: Records): Promise<Secrets> => {
  const { bytes } = await records.keep('secret', 'session-key', Buffer.from(fresh()));
  return { sessionKey: Buffer.from(bytes).toString('utf8'), ownerSecret: fresh() };
};
