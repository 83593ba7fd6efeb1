import { OPTIONS } from './client-internals';

/** A connection string without what has no effect in it, and what is to be said of that. */
export type Read = Readonly<{ url: string; notices: readonly string[] }>;

/** The client takes a name in any case, with lines and without. */
const flat = (name: string): string => name.trim().toLowerCase().replace(/[_-]/g, '');
const KNOWN: ReadonlySet<string> = new Set(OPTIONS.map(flat));

const CREDENTIALS = /^[^:]+:\/\/(?:[^:]+:[^@]+@)?/;

/** Where the options begin: a password may have a question mark, a host has none. */
const optionsAt = (url: string): number => {
  const hosts = CREDENTIALS.exec(url)?.[0].length ?? 0;
  const at = url.indexOf('?', hosts);
  return at < 0 ? url.length : at;
};

const nameOf = (option: string): string => option.split('=')[0] ?? option;

const withoutEffect = (option: string): string | undefined => {
  const name = flat(nameOf(option));
  if (name === 'tlsverifycert')
    return "tlsVerifyCert has no effect here: name the certificate of who signed the server's with tlsCAFile, or in NODE_EXTRA_CA_CERTS";
  return KNOWN.has(name) || !option.includes('=')
    ? undefined
    : `"${nameOf(option)}" is no option of it and has no effect: there are ${OPTIONS.join(', ')}`;
};

/** Takes options that do nothing out of a connection string: the client would warn of each with the whole of it, password included. */
export const withoutIdleOptions = (url: string): Read => {
  const at = optionsAt(url);
  const options = url.slice(at + 1).split('&');
  const notices = options.flatMap((option) => withoutEffect(option) ?? []);
  const kept = options.filter((option) => option !== '' && withoutEffect(option) === undefined);
  return {
    url: `${url.slice(0, at)}${kept.length === 0 ? '' : `?${kept.join('&')}`}`,
    notices: notices.map((notice) => `In the address of EventStoreDB ${notice}.`),
  };
};
