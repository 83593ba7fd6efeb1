import { barIn, type Bar, type Barred } from './domain/project';
import { unmetOf } from './domain/project/gate.state';
import type { CriterionInRow, StandingInRow } from './gate.tables';

/** Where a criterion stands: judged, to be judged, or for want of evidence not yet to be judged. */
export type CriterionStanding = 'met' | 'not-met' | 'not-applicable' | 'to-judge' | 'evidence-awaited';

/**
 * A criterion of the gate a component stands at, with what was shown and found. `notCounted`: what has come to bar who judged it since, so that it
 * is to be judged anew.
 */
export type CriterionView = CriterionInRow &
  Readonly<{ standing: CriterionStanding; notCounted: Bar | null }>;

/** The gate a component stands at; `unmet` are the must-meet criteria that keep it shut for a plain go. */
export type StandingGateView = Omit<StandingInRow, 'criteria'> &
  Readonly<{ criteria: readonly CriterionView[]; unmet: readonly string[] }>;

/** What was found not met is judged anew once more was shown. */
const standingOf = (
  { needsEvidence, evidence, judgement, sinceJudged }: CriterionInRow,
  notCounted: Bar | null,
): CriterionStanding => {
  if (judgement && notCounted === null)
    return judgement.finding === 'not-met' && sinceJudged > 0 ? 'to-judge' : judgement.finding;
  return needsEvidence && evidence.length === 0 ? 'evidence-awaited' : 'to-judge';
};

/** A criterion of a component as its people stand. */
export const criterionView = (criterion: CriterionInRow, people: Barred): CriterionView => {
  const notCounted = criterion.judgement ? barIn(people, criterion.judgement.by) : null;
  return { ...criterion, standing: standingOf(criterion, notCounted), notCounted };
};

/** The gate a component stands at, as its people stand. */
export const standingGateView = (row: StandingInRow, people: Barred): StandingGateView => {
  const criteria = row.criteria.map((one) => criterionView(one, people));
  const open = unmetOf(criteria, ({ judgement, notCounted }) =>
    notCounted === null ? judgement?.finding : undefined,
  );
  return { ...row, criteria, unmet: open.map(({ id }) => id) };
};
