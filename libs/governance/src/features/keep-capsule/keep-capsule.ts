import { runCommand, sha256, type CommandRuntime, type Records, type Request } from '@docket/kernel';
import { Capsule, CAPSULE_BYTES, capsuleIdOf, type CapsuleKept } from '../../domain/capsule';

/** The bytes of what a body saw, and of which ballot they are. */
export type Composed = Omit<CapsuleKept['data'], 'digest' | 'size'> & Readonly<{ bytes: Uint8Array }>;

/**
 * Keeps the bytes of what a body saw, and then says so: what died in between left bytes of which nobody speaks, and is repeated. Bytes that lie under their own digest
 * already are written again, which mends them where they were altered. @throws RecordsUnavailable | StoreUnavailable | OutcomeUnknown
 */
export const keepCapsule = async (
  { runtime, records }: Readonly<{ runtime: CommandRuntime; records: Records }>,
  request: Request,
  { bytes, ...of }: Composed,
) => {
  const digest = sha256(bytes);
  await records.put(CAPSULE_BYTES, digest, bytes);
  const data = { ...of, digest, size: bytes.byteLength };
  const capsuleId = capsuleIdOf(of.motionId, of.opened);
  return runCommand(runtime, Capsule, capsuleId, request, () => ({ type: 'KeepCapsule', data }));
};
