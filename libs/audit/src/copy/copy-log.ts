import {
  comparePositions,
  type Clock,
  type EventStore,
  type Ids,
  type Refused,
  type StoredEvent,
} from '@docket/kernel';
import { isOfRedactions } from '../redactions-on-record';
import { verifyChain, type ChainReport } from '../verify-chain';
import { BytesInOrder } from './bytes-in-order';
import { CopyStopped, orRefused, type CopyRefusal } from './copy-refusal';
import { recordedEvent, recordRedactions } from './record-redactions';
import { redactionMistakes, type NamedEvent } from './redaction-list';
import { RedactionPlan, type Planned } from './redaction-plan';
import { TargetLog } from './target-log';
import { faultSaid, verifiedCopy } from './verified-copy';
import { wholeLog } from './whole-log';
import { BatchWriter, orFullBehind, oneByOne, type WriteInOrder } from './write-in-order';

/** What is copied from where to where. */
export type ToCopy = Readonly<{
  from: EventStore;
  to: EventStore;
  /** Events that come without their words, as a list names them. */
  redactions?: readonly NamedEvent[];
  /** How the target takes many runs at once, in order; one append after the other without it. */
  write?: WriteInOrder;
  clock: Clock;
  ids: Ids;
  onProgress?: (step: Readonly<{ what: string; done: number; total?: number }>) => void;
}>;

/** A copy that was made and verified. */
export type CopyReport = Readonly<{
  /** The ids of the two logs: the copy is a log of its own. */
  from: string;
  to: string;
  /** How many events of the source the copy has, in the source's order: the numbers 1 to this are the same in both. */
  events: number;
  streams: number;
  /** How many of them this copy wrote; the others were there from an earlier one that was broken off. */
  copied: number;
  /** The last of them. */
  last: Readonly<{ eventId: string; stream: string; revision: number }>;
  redacted: readonly Planned[];
  /** Whether the source has events behind that by now: asked again, a copy without redactions takes them, too. */
  more: boolean;
  /** What following the chain of the copy proves. */
  proves: string;
}>;

/** The source as it was found: whole, so long, and one digest over its events as the copy is to have them. */
type Surveyed = Readonly<{ report: ChainReport; plan: RedactionPlan; bytes: string; last: StoredEvent }>;

const silent = (): void => undefined;

/** @throws CopyStopped where there is nothing to copy */
const assertNotEmpty = async (from: EventStore): Promise<void> => {
  if ((await from.head()) === undefined)
    throw new CopyStopped(
      'copy-source-empty',
      `The source has no event of the installation "${from.installation}": look at its address, and set DOCKET_INSTALLATION to the name it was begun under.`,
    );
};

/** The refusal of a source that has nothing to copy, for who has not opened a target yet: opening makes one. @throws StoreUnavailable */
export const emptySource = (from: EventStore): Promise<Refused<CopyRefusal> | undefined> =>
  orRefused(async () => {
    await assertNotEmpty(from);
    return undefined;
  });

const sameLog = async ({ from, to }: ToCopy): Promise<void> => {
  const [source, target] = [await from.logId(), await to.logId()];
  if (source === target)
    throw new CopyStopped(
      'copy-same-log',
      `Source and target are one log (${source}). A log is not redacted or rewritten in place, and a folder copied by hand keeps the id: name an empty target.`,
    );
};

/** Reads the whole source before anything is written. @throws CopyStopped where it was altered, or the list is wrong */
const survey = async ({ from, redactions = [], onProgress = silent }: ToCopy): Promise<Surveyed> => {
  const plan = new RedactionPlan(redactions);
  const meant = new BytesInOrder();
  let last: StoredEvent | undefined;
  const report = await verifyChain(
    { store: from },
    (done) => onProgress({ what: 'events of the source verified', done }),
    (event, number) => {
      plan.look(event, number);
      meant.next(plan.copied(event));
      last = event;
    },
  );
  if (!last) throw new CopyStopped('copy-source-empty', 'The source went away while it was read: ask again.');
  if (!report.whole)
    throw new CopyStopped(
      'copy-source-altered',
      `The source is not whole, and nothing was copied: ${faultSaid(report)} \`docket verify-chain\` lists all of it; restore a backup that is whole.`,
    );
  if (plan.looksElsewhere) await lookElsewhere(from, plan, report.events);
  const mistakes = plan.mistakes();
  if (mistakes.length > 0) throw new CopyStopped('redactions-refused', redactionMistakes(mistakes));
  return { report, plan, bytes: meant.sum, last };
};

/** What was written since the log was verified is not copied, and not looked at. */
const lookElsewhere = async (from: EventStore, plan: RedactionPlan, events: number): Promise<void> => {
  let number = 0;
  for await (const event of wholeLog(from)) {
    number += 1;
    if (number > events) return;
    plan.lookElsewhere(event, number);
  }
};

/** Whether an event behind the last of the source is what this very copy recorded when it was made before. */
const recordedBy = (plan: RedactionPlan) => {
  const recorded = new Set(plan.toRecord().map(({ eventId }) => eventId));
  return (event: StoredEvent): boolean => isOfRedactions(event) && recorded.has(recordedEvent(event));
};

const STEP = 500;

/** Puts behind what the target has what it has not, up to the last event that was surveyed. @throws CopyStopped */
const fillBehind = async (asked: ToCopy, target: TargetLog, { report, plan, bytes, last }: Surveyed) => {
  const { from, to, clock, onProgress = silent, write = oneByOne(to, clock) } = asked;
  const writer = new BatchWriter((runs) =>
    orFullBehind(
      () => write(runs),
      () => target.present + writer.written,
      report.events,
    ),
  );
  const seen = new BytesInOrder();
  let done = 0;
  for await (const event of wholeLog(from)) {
    const copied = plan.copied(event);
    seen.next(copied);
    if (!(await target.has(copied))) await writer.add(copied);
    done += 1;
    if (done % STEP === 0) onProgress({ what: 'events copied', done, total: report.events });
    if (event.id === last.id) break;
  }
  await target.end(recordedBy(plan));
  await writer.flush();
  if (seen.sum !== bytes) throw changedMeanwhile();
  onProgress({ what: 'events copied', done, total: report.events });
};

/** Brings the target to what was surveyed of the source; returns how many events that took. @throws CopyStopped */
const fill = async (asked: ToCopy, surveyed: Surveyed): Promise<number> => {
  const target = new TargetLog(asked.to);
  try {
    await fillBehind(asked, target, surveyed);
    return surveyed.report.events - target.present;
  } finally {
    await target.close();
  }
};

const changedMeanwhile = (): CopyStopped =>
  new CopyStopped(
    'copy-source-changed',
    'The source was changed while it was copied: what it says now is not what was verified. Verify it, and copy into an empty target.',
  );

/** Holds the copy, byte for byte, against what was surveyed. @throws CopyStopped */
const verified = ({ from, to, onProgress = silent }: ToCopy, { report, plan, bytes }: Surveyed) =>
  verifiedCopy(to, { from, plan, events: report.events, bytes }, (done) =>
    onProgress({ what: 'events of the copy verified', done }),
  );

const hasMore = async ({ from }: ToCopy, { last }: Surveyed): Promise<boolean> => {
  const head = await from.head();
  return head !== undefined && comparePositions(head, last.position) > 0;
};

/**
 * Copies a log into another store: every event byte for byte and in its order, so that it has the same number there. The source is
 * verified first, the target must be empty or exactly its beginning (a copy that was broken off goes on where it ends), and the copy
 * is verified last. Events that a list names come without their words, and the copy has it on record. Events recorded meanwhile are
 * left for another time: asked again, it goes on. @throws OutcomeUnknown | StoreUnavailable (asked again, it goes on)
 */
export const copyLog = (asked: ToCopy): Promise<CopyReport | Refused<CopyRefusal>> =>
  orRefused(async () => {
    await assertNotEmpty(asked.from);
    await sameLog(asked);
    const surveyed = await survey(asked);
    const copied = await fill(asked, surveyed);
    await recordRedactions(asked, surveyed.plan.toRecord());
    const { proves, log } = await verified(asked, surveyed);
    const { report, plan, last } = surveyed;
    return {
      ...{ from: report.log, to: log, events: report.events, streams: report.streams, copied },
      last: { eventId: last.id, stream: last.stream, revision: last.revision },
      redacted: plan.all(),
      more: await hasMore(asked, surveyed),
      proves,
    };
  });
