import type { Origin, Reach } from './decider';
import type { Position } from './event-store.port';
import { canonicalJson } from './json';
import { sha256 } from './digest';
import { derivedUuid } from './ids';
import { isInstant, type Instant } from './time';

/** Who asks for what, beside the command itself: the same for every attempt of one request. */
export type Request = Readonly<{
  actor: string;
  authentication: string;
  /** To what the actor's right goes; absent, to anything: a process or an import asks. */
  reach?: Reach;
  onBehalfOf?: string;
  /** The use case, as the API names it: `propose-project`. */
  operation: string;
  /** The caller's idempotency key: the same request sent again carries the same one. */
  key: string;
  bodyDigest: string;
  correlationId: string;
  causationId?: string;
  origin: Origin;
  knownAt?: Instant;
  /** From `If-Match`: the revision the caller last saw. */
  expectedRevision?: number;
}>;

/** The answer to an accepted command; a repeated command gets the same one. */
export type Receipt = Readonly<{
  outcome: 'accepted';
  id: string;
  stream: string;
  revision: number;
  position: Position;
}>;

/** Refusals `runCommand` itself can give, beside those of the decider. */
export type RunCode = 'idempotency-key-reused' | 'revision-mismatch' | 'body-too-large';

/** Digest of a request's body, independent of the order of its keys. */
export const digestOfBody = (body: unknown): string => sha256(canonicalJson(body));

/** The command id: the same actor, operation, target and key give the same one. */
export const commandIdOf = ({ actor, operation, key }: Request, target: string): string =>
  sha256(canonicalJson([actor, operation, target, key]));

/** The id of a new aggregate: a creation sent again finds the first one. */
export const newIdFor = ({ actor, operation, key }: Request): string => derivedUuid(actor, operation, key);

/** A request no door may let through: its dates contradict each other. A bug. */
export class ImpossibleRequest extends Error {
  override readonly name = 'ImpossibleRequest';
}

/** Only imported history may have been known before it is recorded, and nothing after. @throws ImpossibleRequest */
export const checkKnownAt = ({ origin, knownAt }: Request, now: Instant): void => {
  if (knownAt === undefined) return;
  if (origin !== 'import') throw new ImpossibleRequest(`What happens now cannot be known since ${knownAt}.`);
  if (!isInstant(knownAt)) throw new ImpossibleRequest(`"${knownAt}" is no instant.`);
  if (knownAt > now) throw new ImpossibleRequest(`At ${now} nothing can be known since ${knownAt}.`);
};
