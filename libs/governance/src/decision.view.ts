import type { Instant } from '@docket/kernel';
import { standingOfDecision, type DecisionStanding } from './domain/motion';
import type { AfterwardsJson, MotionRow } from './governance.tables';

/** How a decision stands at a moment, and what was said of it since. */
export type AfterwardsView = Readonly<{
  standing: DecisionStanding;
  /** Until when somebody may still call it in; null where nobody may at the moment of the answer. */
  callableUntil: Instant | null;
  calledIn: AfterwardsJson['calledIn'];
  ratified: AfterwardsJson['ratified'];
  /** When the last time to call it in had ended, once that is recorded. */
  closedAt: Instant | null;
  superseded: AfterwardsJson['superseded'];
}>;

/** The moment of the answer decides what time is over: at the very instant it ends, it is. */
export const afterwardsView = ({ open, ...said }: AfterwardsJson, at: Instant): AfterwardsView => {
  const { calledIn, ratified, closedAt, superseded } = said;
  const ends = open.map(({ until }) => until).filter((until) => at < until);
  return {
    standing: standingOfDecision({
      calledInBy: calledIn?.bodyId ?? null,
      supersededBy: superseded?.by ?? null,
    }),
    callableUntil: ends.sort().at(-1) ?? null,
    ...{ calledIn, ratified, closedAt, superseded },
  };
};

/** A line of the decision register. */
export type DecisionView = Readonly<{
  motionId: string;
  bodyId: string;
  projectId: string | null;
  matter: MotionRow['matter'];
  kind: string | null;
  question: string;
  outcome: string;
  rationale: string;
  decidedAt: Instant;
  recordedBy: string;
  grants: readonly string[];
  /** Who may call it in, or could, and until when. */
  callIn: NonNullable<MotionRow['decision']>['callIn'];
  supersedes: string | null;
  conditions: readonly string[];
  /** How it came to this body, where it was tabled at another. */
  escalations: MotionRow['escalations'];
  followUp: MotionRow['follow_up'];
}> &
  AfterwardsView;

/** The line of a motion in the register at a moment; none where nothing is decided. */
export const decisionLine = (motionId: string, row: MotionRow, at: Instant): readonly DecisionView[] => {
  const { body_id: bodyId, project_id: projectId, matter, kind, question } = row;
  const { decision, afterwards, escalations } = row;
  if (!decision || !afterwards) return [];
  const about = { motionId, bodyId, projectId, matter, kind, question };
  return [{ ...about, ...decision, ...afterwardsView(afterwards, at), escalations, followUp: row.follow_up }];
};
