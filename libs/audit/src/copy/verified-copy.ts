import { BrokenEnvelope, factsHash, type EventStore, type StoredEvent } from '@docket/kernel';
import { verifyChain, type ChainReport } from '../verify-chain';
import { BytesInOrder } from './bytes-in-order';
import { CopyStopped } from './copy-refusal';
import type { RedactionPlan } from './redaction-plan';
import { wholeLog } from './whole-log';

/** What a copy is held against: so many events of the source, as the plan says that the copy has them, and the digest over them. */
type Meant = Readonly<{ from: EventStore; plan: RedactionPlan; events: number; bytes: string }>;

const HELPS =
  'Do not use it, and let nobody read it: remove it, see that nothing else writes into that target (another copy, one that was ' +
  'killed a moment ago), and copy again into an empty one.';

/** What the first fault of a chain is, in words. */
export const faultSaid = ({ faults }: ChainReport): string => {
  const [first] = faults;
  if (!first) return '';
  const others = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  return `${first.stream} revision ${first.revision}: ${first.what}${others}.`;
};

const altered = (what: string): CopyStopped =>
  new CopyStopped('copy-target-altered', `The copy is not what was copied: ${what} ${HELPS}`);

/** Follows the chain of the copy and holds every event of it, words included, against what was meant. @throws CopyStopped */
export const verifiedCopy = async (
  to: EventStore,
  meant: Meant,
  onProgress: (done: number) => void,
): Promise<ChainReport> => {
  const copied = new BytesInOrder(meant.events);
  const found = await verifyChain({ store: to }, onProgress, (event) => copied.next(event));
  if (copied.sum !== meant.bytes) throw altered(await whatDiffers(to, meant));
  if (!found.whole) throw altered(faultSaid(found));
  return found;
};

/** Reads both sides once more, to name the first event that is not as it was meant. */
const whatDiffers = async (to: EventStore, { from, plan, events }: Meant): Promise<string> => {
  const copy = wholeLog(to);
  try {
    let number = 0;
    for await (const event of wholeLog(from)) {
      if (++number > events) break;
      const { value: there } = await copy.next();
      if (!there) return `it ends behind event ${number - 1}, and the source has ${events}.`;
      const what = differenceOf(there, plan.copied(event), plan.leavesOut(event));
      if (what !== undefined)
        return `its event ${number}, ${there.type} (${there.id}, ${there.stream} revision ${there.revision}), ${what}`;
    }
    return 'while it was verified, one of the two was changed.';
  } finally {
    await copy.return();
  }
};

const differenceOf = (there: StoredEvent, meant: StoredEvent, isRedacted: boolean): string | undefined => {
  if (there.id !== meant.id) return `stands where the source has ${meant.type} (${meant.id}).`;
  if (Buffer.compare(there.bytes, meant.bytes) === 0) return undefined;
  if (!sameFacts(there, meant)) return 'has other facts than in the source.';
  return isRedacted
    ? 'still has its words, or another notice in their place, although the list names it.'
    : 'has not the words that were copied.';
};

const sameFacts = (a: StoredEvent, b: StoredEvent): boolean => {
  try {
    return factsHash(a) === factsHash(b);
  } catch (error) {
    if (error instanceof BrokenEnvelope) return false;
    throw error;
  }
};
