import { digestOfBody, type Instant, type Request } from '@docket/kernel';

/** Who imports, and the correlation that all events of this import share. */
export type ImportActor = Readonly<{ actor: string; authentication: string; correlationId: string }>;

type Asked = Readonly<{ operation: string; key: string; body: object; knownAt?: Instant }>;

/** Requests of one import: what is asked twice carries the same key, so that a repeat finds the first. */
export const importRequests =
  ({ actor, authentication, correlationId }: ImportActor) =>
  ({ operation, key, body, knownAt }: Asked): Request => ({
    actor,
    authentication,
    operation,
    key,
    bodyDigest: digestOfBody(body),
    correlationId,
    origin: 'import',
    ...(knownAt === undefined ? {} : { knownAt }),
  });

export type ImportRequests = ReturnType<typeof importRequests>;
