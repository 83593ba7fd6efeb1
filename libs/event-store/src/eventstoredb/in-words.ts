/** What the transport says, by what it is known by, in the words of somebody who runs a server; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, 'nobody listens there'],
  [/name resolution failed|ENOTFOUND|EAI_AGAIN/i, 'no machine is known by that name'],
  [/wrong version number|packet length too long/, 'what listens there speaks no TLS'],
  [/certificate|self.signed|altnames/i, 'its certificate is not trusted here'],
  [/protocol error/i, 'what listens there speaks another protocol'],
  [/ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/, 'there is no way there from here'],
  [/server is not ready/i, 'it is starting and not ready yet'],
  [/server is too busy/i, 'it has too much to do'],
  [/^(7|16) /, 'it refuses the user that is named in its address'],
  [/^4 /, 'it was not done in time'],
  [/^14 /, 'the connection to it is gone'],
];

/** A status of gRPC as its client prints it: a number, the name of the number, what somebody said. */
const STATUS = /^\d+ [A-Z_]+: /;

/** Said by the transport: what is so, in words, and what it said itself, on one line. */
type Said = Readonly<{ words: string; raw: string }>;

/** What the transport says of a failure; `undefined` where it is not the transport that speaks. */
export const saidByTransport = (error: unknown): Said | undefined => {
  if (!(error instanceof Error) || !STATUS.test(error.message)) return undefined;
  const raw = error.message.replace(/\.? ?Resolution note: *$/, '').replaceAll(/\s+/g, ' ');
  return { words: WORDS.find(([pattern]) => pattern.test(raw))?.[1] ?? 'the call failed', raw: raw.trim() };
};

/** What went wrong, for people; what the transport said of it stands behind, for whoever looks further. */
export const inWords = (error: unknown): string => {
  const said = saidByTransport(error);
  if (said !== undefined) return `${said.words} (${said.raw})`;
  return error instanceof Error ? error.message : String(error);
};
