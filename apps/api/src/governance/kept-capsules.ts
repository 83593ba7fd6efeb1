import { differencesBetween, type Difference } from '@docket/audit';
import { CAPSULE_BYTES, FindKeptCapsuleQuery, type KeptCapsule } from '@docket/governance';
import { SYSTEM, type Seen, type System } from '@docket/host';
import { RecordDamaged, sha256, type Instant, type Reading } from '@docket/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Problem } from '../problems/problem';

/** The bytes that were kept of a ballot, and what they say beside what is asked anew. */
export type Kept = Readonly<{
  /** SHA-256 of the bytes, as the event has it that says they were kept. */
  digest: string;
  /** How many bytes. */
  size: number;
  keptAt: Instant;
  /** By which definition version was asked then. */
  definition: string;
  /** `kept`: they lie there, unaltered. `missing`: they were erased or left behind. `altered`: what lies there has another digest. */
  bytes: 'kept' | 'missing' | 'altered';
  /** Where what is asked anew says something else than the bytes; `null` where the bytes cannot be read. */
  differences: Readonly<Record<string, readonly Difference[]>> | null;
}>;

/** Bytes, and the digest the log has of them. */
export type KeptBytes = Readonly<{ bytes: Uint8Array; digest: string }>;

type Ballot = Readonly<{ motionId: string; opened: number }>;
type Found = Readonly<{ state: 'kept'; bytes: Uint8Array } | { state: 'missing' | 'altered' }>;

/** Shows what was kept of a ballot, and whether it is still what was kept. */
@Injectable()
export class KeptCapsules {
  constructor(
    private readonly queries: QueryBus,
    @Inject(SYSTEM) private readonly system: System,
  ) {}

  /** What was kept of a ballot by then, beside what is asked anew; `null` where nothing was. @throws RecordsUnavailable */
  async of(reading: Reading, ballot: Ballot, anew: Seen): Promise<Kept | null> {
    const kept = await this.queries.execute(new FindKeptCapsuleQuery(reading, ballot));
    if (!kept) return null;
    const { digest, size, keptAt, definition } = kept;
    const found = await this.look(kept);
    const differences = found.state === 'kept' ? between(found.bytes, anew) : null;
    return { digest, size, keptAt, definition, bytes: found.state, differences };
  }

  /** The very bytes. @throws Problem where nothing was kept by then, or what was is gone or altered */
  async bytesOf(reading: Reading, ballot: Ballot): Promise<KeptBytes> {
    const kept = await this.queries.execute(new FindKeptCapsuleQuery(reading, ballot));
    if (!kept) throw notKept(ballot.motionId);
    const found = await this.look(kept);
    if (found.state === 'kept') return { bytes: found.bytes, digest: kept.digest };
    throw found.state === 'missing' ? missing(kept) : altered(kept);
  }

  /** The digest of the log counts, not the one beside the bytes: whoever alters these can alter that one, too. */
  private async look({ digest }: KeptCapsule): Promise<Found> {
    try {
      const entry = await this.system.adapters.records.get(CAPSULE_BYTES, digest);
      if (!entry) return { state: 'missing' };
      return sha256(entry.bytes) === digest ? { state: 'kept', bytes: entry.bytes } : { state: 'altered' };
    } catch (error) {
      if (error instanceof RecordDamaged) return { state: 'altered' };
      throw error;
    }
  }
}

/** Bytes with the digest of the log are what was written as JSON. */
const between = (bytes: Uint8Array, anew: Seen): NonNullable<Kept['differences']> => {
  const seen = JSON.parse(Buffer.from(bytes).toString('utf8')) as Seen;
  const abouts = new Set([...Object.keys(anew), ...Object.keys(seen)]);
  return Object.fromEntries(
    [...abouts].map((about) => [about, differencesBetween(seen[about], anew[about])]),
  );
};

const notKept = (motionId: string): Problem =>
  new Problem(
    'capsule-not-kept',
    `Nothing is kept yet of a ballot of motion ${motionId}. It comes by itself soon after a ballot opens, never for an imported one; GET /api/v1/motions/${motionId}/capsule asks anew.`,
  );

const missing = ({ digest }: KeptCapsule): Problem =>
  new Problem(
    'capsule-missing',
    `The bytes with the digest ${digest} were kept, and are not here: they were erased, or left behind by a copy. A backup or a copy of the log may still hold them; what they said can be asked anew.`,
  );

const altered = ({ digest }: KeptCapsule): Problem =>
  new Problem(
    'capsule-altered',
    `What lies there is not what was kept: its digest is not ${digest}. A backup or a copy of the log may still hold the bytes; what they said can be asked anew.`,
  );
