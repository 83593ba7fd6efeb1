import { unmetOf } from './domain/project/gate.state';
import type { CriterionInRow, StandingInRow } from './gate.tables';

/** Where a criterion stands: judged, to be judged, or for want of evidence not yet to be judged. */
export type CriterionStanding = 'met' | 'not-met' | 'not-applicable' | 'to-judge' | 'evidence-awaited';

/** A criterion of the gate a component stands at, with what was shown and found. */
export type CriterionView = CriterionInRow & Readonly<{ standing: CriterionStanding }>;

/** The gate a component stands at; `unmet` are the must-meet criteria that keep it shut for a plain go. */
export type StandingGateView = Omit<StandingInRow, 'criteria'> &
  Readonly<{ criteria: readonly CriterionView[]; unmet: readonly string[] }>;

/** What was found not met is judged anew once more was shown. */
export const standingOfCriterion = ({
  needsEvidence,
  evidence,
  judgement,
  sinceJudged,
}: CriterionInRow): CriterionStanding => {
  if (judgement) return judgement.finding === 'not-met' && sinceJudged > 0 ? 'to-judge' : judgement.finding;
  return needsEvidence && evidence.length === 0 ? 'evidence-awaited' : 'to-judge';
};

export const standingGateView = (row: StandingInRow): StandingGateView => ({
  ...row,
  criteria: row.criteria.map((one) => ({ ...one, standing: standingOfCriterion(one) })),
  unmet: unmetOf(row.criteria, ({ judgement }) => judgement?.finding).map(({ id }) => id),
});
