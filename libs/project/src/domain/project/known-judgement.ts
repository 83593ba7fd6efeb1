import { declinedForGood, type DeclinedPart } from './part.state';
import type { Day } from '@docket/kernel';
import type { DeliveryConfidenceJudged, DeliveryConfidenceWithdrawn } from './confidence.events';

/** What a reviewer said of a day last, the revision of the event that said it, and why it was withdrawn where it was. */
export type KnownJudgement = Readonly<{
  scale: string;
  rating: string;
  reason: string;
  revision: number;
  withdrawnFor?: string;
}>;

/** By `judgementKey`. */
export type KnownJudgements = ReadonlyMap<string, KnownJudgement>;

export const judgementKey = (judgedFor: Day, reviewer: string): string => `${judgedFor} ${reviewer}`;

const afterJudgement = (
  before: KnownJudgements,
  { data: { judgedFor, reviewer, scale, rating, reason } }: DeliveryConfidenceJudged,
  revision: number,
): KnownJudgements =>
  new Map(before).set(judgementKey(judgedFor, reviewer), { scale, rating, reason, revision });

export const afterWithdrawal = (
  before: KnownJudgements,
  { data: { judgedFor, reviewer, reason } }: DeliveryConfidenceWithdrawn,
): KnownJudgements => {
  const key = judgementKey(judgedFor, reviewer);
  const judgement = before.get(key);
  return judgement ? new Map(before).set(key, { ...judgement, withdrawnFor: reason }) : before;
};

type Judged = Readonly<{
  judgements: KnownJudgements;
  declined: readonly DeclinedPart[];
  revision: number;
}>;

/** What changes of a project that is judged: whoever declined a part of it to judge has declined it for good. */
export const judged = (state: Judged, event: DeliveryConfidenceJudged) => ({
  judgements: afterJudgement(state.judgements, event, state.revision),
  declined: declinedForGood(state.declined, event.data.reviewer),
});
