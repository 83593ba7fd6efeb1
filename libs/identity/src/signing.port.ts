import type { Instant } from '@docket/kernel';
import type { Operation } from './rights';

/** What somebody is about to sign: a vote, the close of a ballot, a decision. */
export type ToSign = Readonly<{
  person: string;
  /** How the caller is known: `local-session`. */
  authentication: string;
  operation: Operation;
  /** SHA-256 of parameters and body as canonical JSON: what the event will have as `bodyDigest`. A proof that names it is of this command. */
  digest: string;
  now: Instant;
  /** When the person last confirmed who they are by an explicit act; absent where the session does not say. */
  confirmedAt?: Instant;
  /** What the caller sent as `Signing-Proof`, as it came: an assertion of an identity provider, say. */
  proof?: string;
}>;

/** Signed: `authentication` is what the event will say. Or not, and what would help. */
export type Signature = Readonly<
  { outcome: 'signed'; authentication: string } | { outcome: 'unsigned'; message: string }
>;

/**
 * Asked before a command that signs, with the command's digest; a repetition of the command is asked again. What it does not sign is refused, and nothing is recorded. It may ask
 * others; what it throws is an outage, and nothing is recorded either.
 */
export interface Signer {
  sign(asked: ToSign): Promise<Signature>;
}

/** Operations that are signed. */
const SIGNED: ReadonlySet<Operation> = new Set<Operation>(['cast-vote', 'close-ballot', 'record-decision']);

/** Whether an operation is signed by whoever asks for it. */
export const isSigned = (operation: Operation): boolean => SIGNED.has(operation);
