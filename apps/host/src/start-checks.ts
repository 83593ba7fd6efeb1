import { secretsOfEventStoreDb } from '@docket/event-store';
import { unescape } from 'node:querystring';
import { within } from './within';

/** One server that must be usable before anything is opened. */
export type StartCheck = Readonly<{
  /** The setting that names it. */
  setting: string;
  address: string;
  /** @throws Error that says what is so and what would help */
  check: () => Promise<void>;
}>;

/** Servers that the settings name and that cannot be used, all of them, each with what would help. */
export class ServersUnusable extends Error {
  override readonly name = 'ServersUnusable';
  constructor(readonly faults: readonly string[]) {
    super(
      `${faults.length === 1 ? 'A server' : `${faults.length} servers`} cannot be used:\n  - ${faults.join('\n  - ')}`,
    );
  }
}

/** A server that says nothing at all for so long is not waited for, in milliseconds. */
const PATIENCE_MS = 10_000;

const KEYS = ['password', 'userCertFile', 'userKeyFile'];

/** What of the address nobody is to read, as it is written and as it is meant; `undefined` where it cannot be read. */
const secretsOf = (address: string): readonly string[] | undefined => {
  if (/^esdb(\+discover)?:/.test(address)) return secretsOfEventStoreDb(address);
  if (!URL.canParse(address)) return undefined;
  const { password, searchParams } = new URL(address);
  const given = [password, ...KEYS.map((name) => searchParams.get(name))];
  return given.flatMap((secret) => (secret ? [secret, unescape(secret)] : []));
};

const literally = (text: string): string => text.replace(/\W/g, String.raw`\$&`);

/** Where a secret stands in an address: a password that is a word of ours, too, leaves our sentences alone. */
const inAddress = (secret: string): RegExp => {
  const word = literally(secret);
  return new RegExp(`(?<=:)${word}(?=@)|(?<=\\b(?:${KEYS.join('|')})=)${word}`, 'gi');
};

/** The text with no secret in any address that stands in it, whoever wrote it there. */
const withoutSecrets = (text: string, address: string): string => {
  const secrets = secretsOf(address);
  if (secrets === undefined) return text.replaceAll(address, '***');
  return secrets.reduce((told, secret) => told.replaceAll(inAddress(secret), '***'), text);
};

const tooLate = (): never => {
  throw new Error(`it said nothing for ${PATIENCE_MS / 1_000} s. See whether it runs, and at that address.`);
};

const faultOf = async ({ setting, address, check }: StartCheck): Promise<readonly string[]> => {
  try {
    await within(PATIENCE_MS, check(), tooLate);
    return [];
  } catch (error) {
    const said = error instanceof Error ? error.message || error.name : String(error);
    return [`${setting}: ${withoutSecrets(said, address)}`];
  }
};

/** Tries all at the same time, so that all that is wrong is known at once. @throws ServersUnusable */
export const assertUsable = async (checks: readonly StartCheck[]): Promise<void> => {
  const faults = (await Promise.all(checks.map(faultOf))).flat();
  if (faults.length > 0) throw new ServersUnusable(faults);
};
