import { secretsOfEventStoreDb } from '@docket/event-store';
import { isInstallation } from '@docket/kernel';
import { resolve } from 'node:path';
import { encodingMistakes } from './percent-encoding';

/** Where Docket keeps things: one folder of files, or an existing engine for each port. */
export type Profile =
  | Readonly<{ kind: 'embedded'; folder: string }>
  | Readonly<{ kind: 'server'; eventStore: string; readModel: string; jobs: string }>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The least that is worth a line of the log. */
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Settings = Readonly<{
  host: string;
  port: number;
  profile: Profile;
  /** First part of every stream name: several installations may share one server. */
  installation: string;
  /** Load the sample portfolio into an empty log. */
  sample: boolean;
  /** Take servers without TLS on another machine. */
  insecure: boolean;
  logLevel: LogLevel;
  /** Who signs must have confirmed less than so many minutes ago who they are; absent, nobody has to. */
  signWithinMinutes?: number;
  /** Only a log that is there is opened; by servers that hold none of the installation it is refused, and nothing is made there. */
  mustHaveBegun?: boolean;
  /** What the person who starts it should know: names that are nearly settings. */
  notices: readonly string[];
}>;

/** All settings that are wrong, each with what would help; the notices tell of names that may be the cause. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
  constructor(
    readonly mistakes: readonly string[],
    readonly notices: readonly string[] = [],
  ) {
    super(
      [
        `${mistakes.length === 1 ? 'A setting is' : `${mistakes.length} settings are`} wrong:\n  - ${mistakes.join('\n  - ')}`,
        ...notices,
      ].join('\n'),
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;
type Read<T> = Readonly<{ value: T } | { mistake: string }>;

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];
const SERVERS = [
  ['DOCKET_EVENT_STORE', ['esdb:', 'esdb+discover:'], 'esdb://127.0.0.1:2113?tls=false'],
  ['DOCKET_READ_MODEL', ['postgres:', 'postgresql:'], 'postgres://docket:docket@127.0.0.1:5432/docket'],
  ['DOCKET_JOBS', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379'],
] as const;

const host = ({ HOST = '127.0.0.1' }: Environment): Read<string> =>
  LOOPBACK.includes(HOST)
    ? { value: HOST }
    : {
        mistake: `HOST is "${HOST}": until single sign-on comes Docket serves this machine only. Use 127.0.0.1, localhost or ::1.`,
      };

const port = ({ PORT = '3000' }: Environment): Read<number> =>
  /^\d{1,5}$/.test(PORT) && Number(PORT) <= 65_535
    ? { value: Number(PORT) }
    : { mistake: `PORT is "${PORT}": it must be a whole number from 0 (any free port) to 65535.` };

/** In the embedded profile without being asked: a shared log is nobody's to fill. */
const sample = ({
  DOCKET_EVENT_STORE,
  DOCKET_SAMPLE = DOCKET_EVENT_STORE === undefined ? 'on' : 'off',
}: Environment): Read<boolean> =>
  DOCKET_SAMPLE === 'on' || DOCKET_SAMPLE === 'off'
    ? { value: DOCKET_SAMPLE === 'on' }
    : {
        mistake: `DOCKET_SAMPLE is "${DOCKET_SAMPLE}": it is on (load the sample into an empty log) or off.`,
      };

const insecure = ({ DOCKET_INSECURE = 'off' }: Environment): Read<boolean> =>
  DOCKET_INSECURE === 'on' || DOCKET_INSECURE === 'off'
    ? { value: DOCKET_INSECURE === 'on' }
    : {
        mistake: `DOCKET_INSECURE is "${DOCKET_INSECURE}": it is on (take servers without TLS on another machine) or off.`,
      };

const installation = ({ DOCKET_INSTALLATION = 'docket' }: Environment): Read<string> =>
  isInstallation(DOCKET_INSTALLATION)
    ? { value: DOCKET_INSTALLATION }
    : {
        mistake: `DOCKET_INSTALLATION is "${DOCKET_INSTALLATION}": use up to 31 lower-case letters and digits, a letter first.`,
      };

const logLevel = ({ LOG_LEVEL = 'info' }: Environment): Read<LogLevel> => {
  const value = LOG_LEVELS.find((level) => level === LOG_LEVEL);
  return value === undefined
    ? { mistake: `LOG_LEVEL is "${LOG_LEVEL}": it is one of ${LOG_LEVELS.join(', ')}.` }
    : { value };
};

const signWithin = ({ DOCKET_SIGN_WITHIN = 'off' }: Environment): Read<number | undefined> => {
  if (DOCKET_SIGN_WITHIN === 'off') return { value: undefined };
  const minutes = /^\d{1,3}$/.test(DOCKET_SIGN_WITHIN) ? Number(DOCKET_SIGN_WITHIN) : 0;
  return minutes >= 1 && minutes <= 720
    ? { value: minutes }
    : {
        mistake: `DOCKET_SIGN_WITHIN is "${DOCKET_SIGN_WITHIN}": it is off, or from 1 to 720 minutes within which who signs must have confirmed who they are.`,
      };
};

const namedDatabase = (name: string, text: string): string[] => {
  if (!text.startsWith('redis')) return [];
  const { pathname } = new URL(text);
  return /^\/?\d*$/.test(pathname)
    ? []
    : [
        `${name} ends in "${pathname}": Redis numbers its databases, redis://127.0.0.1:6379/0 is the first one.`,
      ];
};

const several = (name: string, text: string): boolean =>
  name === 'DOCKET_READ_MODEL' && /^\w+:\/\/([^@/?]*@)?[^/?]*,/.test(text);

/** An address of EventStoreDB may name several hosts, and is no URL then: its driver judges it. */
const isAddress = (text: string): boolean =>
  text.startsWith('esdb') ? secretsOfEventStoreDb(text) !== undefined : URL.canParse(text);

const badAddresses = (environment: Environment): string[] =>
  SERVERS.flatMap(([name, schemes, example]) => {
    const text = environment[name];
    if (text === undefined) return [];
    if (several(name, text))
      return [
        `${name} names several hosts: PostgreSQL is spoken to at one host only, the one that takes writes.`,
      ];
    const encoding = encodingMistakes(name, text);
    if (encoding.length > 0) return encoding;
    if (!schemes.some((scheme) => text.startsWith(scheme)) || !isAddress(text))
      return [`${name} must be an address like ${example}.`];
    return namedDatabase(name, text);
  });

const halfServer = (environment: Environment): string[] => {
  const given = SERVERS.filter(([name]) => environment[name] !== undefined).map(([name]) => name);
  if (given.length === 0 || given.length === SERVERS.length) return [];
  const absent = SERVERS.filter(([name]) => environment[name] === undefined).map(([name]) => name);
  return [
    `${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${absent.join(' and ')} not: set all three for the server profile, or none for the embedded one.`,
  ];
};

const folderBesideServers = (environment: Environment): string[] =>
  environment.DOCKET_DATA !== undefined && SERVERS.every(([name]) => environment[name] !== undefined)
    ? [
        'DOCKET_DATA is set, and so are all three servers: a data folder belongs to the embedded profile. Unset one or the other.',
      ]
    : [];

const profileOf = ({
  DOCKET_DATA,
  DOCKET_EVENT_STORE,
  DOCKET_READ_MODEL,
  DOCKET_JOBS,
}: Environment): Profile =>
  DOCKET_EVENT_STORE !== undefined && DOCKET_READ_MODEL !== undefined && DOCKET_JOBS !== undefined
    ? { kind: 'server', eventStore: DOCKET_EVENT_STORE, readModel: DOCKET_READ_MODEL, jobs: DOCKET_JOBS }
    : { kind: 'embedded', folder: resolve(DOCKET_DATA ?? 'data') };

const KNOWN = [
  'DOCKET_DATA',
  'DOCKET_SAMPLE',
  'DOCKET_INSECURE',
  'DOCKET_INSTALLATION',
  'DOCKET_SIGN_WITHIN',
  ...SERVERS.map(([name]) => name),
] as const;

/** A name that is nearly one of ours is without effect. No mistake: some environments add names of their own after a service. */
const unknownNames = (environment: Environment): string[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('DOCKET_') && !KNOWN.some((known) => known === name))
    .map(
      (name) =>
        `${name} is set and is no setting of Docket: there are ${KNOWN.join(', ')}, HOST, PORT and LOG_LEVEL.`,
    );

/** Settings from the environment; an empty text counts as not set. @throws WrongSettings with all mistakes at once */
export const readSettings = (raw: Environment): Settings => {
  const environment = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ''));
  const read = {
    host: host(environment),
    port: port(environment),
    sample: sample(environment),
    insecure: insecure(environment),
    installation: installation(environment),
    logLevel: logLevel(environment),
    signWithin: signWithin(environment),
  };
  const mistakes = [
    ...Object.values(read).flatMap((one) => ('mistake' in one ? [one.mistake] : [])),
    ...badAddresses(environment),
    ...halfServer(environment),
    ...folderBesideServers(environment),
  ];
  if (mistakes.length > 0) throw new WrongSettings(mistakes, unknownNames(environment));
  const value = <T>(one: Read<T>): T => {
    if ('value' in one) return one.value;
    throw new WrongSettings([one.mistake]);
  };
  const signWithinMinutes = value(read.signWithin);
  return {
    host: value(read.host),
    port: value(read.port),
    sample: value(read.sample),
    insecure: value(read.insecure),
    installation: value(read.installation),
    logLevel: value(read.logLevel),
    ...(signWithinMinutes === undefined ? {} : { signWithinMinutes }),
    notices: unknownNames(environment),
    profile: profileOf(environment),
  };
};
