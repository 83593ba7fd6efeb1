import { differencesBetween, type Difference } from '@docket/audit';
import { bytesOfSeen, whatWasSeen, type Seen, type SeenOn } from '@docket/host';
import { FindMotionQuery } from '@docket/governance';
import { sha256, type Guard, type Instant, type Reading } from '@docket/kernel';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { asOfView, Readings } from '../http/reading';
import { Traces, type TraceEntry } from '../http/trace';
import { orProblem } from '../problems/problem';
import { KeptCapsules, type Kept, type KeptBytes } from './kept-capsules';

/** When a ballot opened: the number of that event, and the streams and revisions it was opened on. */
export type Frozen = Readonly<{
  number: number;
  at: Instant;
  /** Asks any other question as of the same. */
  token: string;
  openedBy: string;
  /** Of how many ballots of the motion it is the one that is shown. */
  ballot: number;
  guards: readonly Guard[];
}>;

/** What a body had before it when its ballot opened, and where that is otherwise now. */
export type Capsule = Readonly<{
  motionId: string;
  /** `null` while no ballot has opened: what is shown is what it would be frozen as now. */
  frozen: Frozen | null;
  /** SHA-256 of what was seen, as canonical JSON: the same whenever it is opened by one definition version. */
  digest: string;
  seen: Seen;
  /** `null` while nothing is kept of the ballot: it comes by itself soon after the opening. */
  kept: Kept | null;
  differences: Readonly<Record<string, readonly Difference[]>>;
}>;

/** Opens again what a body saw: every input of a decision is asked once more, as of the event by which its ballot opened. */
@Injectable()
export class Capsules {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly traces: Traces,
    private readonly kept: KeptCapsules,
  ) {}

  /** The capsule of the latest ballot of a motion at a reading, of the body that held it: the motion may stand before another one by now. */
  async of(now: Reading, { motion, portfolioId }: SeenOn): Promise<Capsule> {
    const { id: motionId } = motion;
    const opened = await this.openingsOf(now, motionId);
    const last = opened.at(-1);
    if (!last) {
      const today = await whatWasSeen(now, { motion, portfolioId });
      return { motionId, frozen: null, ...told(today, today), kept: null };
    }
    const then = await this.readings.at({ asOf: String(last.number) }, portfolioId);
    const asOpened = orProblem(await this.queries.execute(new FindMotionQuery(then, { motionId })));
    const about = { motion: asOpened, portfolioId };
    const seen = await whatWasSeen(then, about);
    const kept = await this.kept.of(now, { motionId, opened: last.revision }, seen);
    const frozen = frozenAs(last, opened.length, then);
    return { motionId, frozen, ...told(seen, await whatWasSeen(now, about)), kept };
  }

  /** The bytes that are kept of the latest ballot of a motion at a reading, unaltered. @throws Problem where there are none, or others */
  async bytesOf(now: Reading, motionId: string): Promise<KeptBytes> {
    const last = (await this.openingsOf(now, motionId)).at(-1);
    return this.kept.bytesOf(now, { motionId, opened: last?.revision ?? -1 });
  }

  private async openingsOf(now: Reading, id: string): Promise<readonly TraceEntry[]> {
    const entries = await this.traces.upTo(now, { category: 'motion', id });
    return entries.filter(({ type }) => type === 'BallotOpened');
  }
}

const frozenAs = (
  { number, recordedAt, actor, guards }: TraceEntry,
  ballot: number,
  { cut }: Reading,
): Frozen => ({ number, at: recordedAt, token: asOfView(cut).token, openedBy: actor, ballot, guards });

const told = (seen: Seen, today: Seen): Pick<Capsule, 'digest' | 'seen' | 'differences'> => ({
  digest: sha256(bytesOfSeen(seen)),
  seen,
  differences: Object.fromEntries(
    Object.keys(seen).map((about) => [about, differencesBetween(seen[about], today[about])]),
  ),
});
