import { bodyProjection } from './body.projection';
import { keptCapsuleProjection } from './capsule.projection';
import { conditionProjection } from './condition.projection';
import type { BodyRefusal as OfBody } from './domain/body';
import type { ConditionRefusal as OfCondition } from './domain/condition';
import type { GrantRefusal as OfGrant } from './domain/grant';
import type { MotionRefusal as OfMotion } from './domain/motion';
import { grantProjection } from './grant.projection';
import { motionProjection } from './motion.projection';
import { dueStepProjection as ofBallots } from './processes/ballot-clock';
import { callInDueStepProjection as ofCallIns } from './processes/call-in-clock';
import { conditionDueStepProjection as ofConditions } from './processes/condition-clock';

export * from './capsule.tables';
export * from './condition.tables';
export * from './condition.view';
export * from './domain/body';
export * from './domain/capsule';
export * from './domain/condition';
export * from './domain/authority';
export * from './domain/grant';
export { GrantRegister, grantRegisterIdOf } from './domain/grant-register';
export * from './domain/scheme';
export * from './domain/motion';
export * from './governance.module';
export * from './governance.tables';
export * from './grant.tables';
export * from './decision.view';
export * from './governance.view';
export * from './grant.view';
export { AbandonedClaims, type Claim } from './processes/abandoned-claims';
export * from './processes/ballot-clock';
export * from './processes/call-in-clock';
export * from './processes/capsule-keeping';
export * from './processes/condition-clock';
export * from './processes/condition-follow-up';
export * from './processes/decision-follow-up';
export * from './features/establish-body/establish-body.command';
export * from './features/change-body-rules/change-body-rules.command';
export * from './features/seat-member/seat-member.command';
export * from './features/unseat-member/unseat-member.command';
export * from './features/table-motion/table-motion.command';
export * from './features/withdraw-motion/withdraw-motion.command';
export * from './features/open-ballot/open-ballot.command';
export * from './features/cast-vote/cast-vote.command';
export * from './features/close-ballot/close-ballot.command';
export * from './features/record-decision/record-decision.command';
export * from './features/call-in-decision/call-in-decision.command';
export * from './features/ratify-decision/ratify-decision.command';
export * from './features/escalate-motion/escalate-motion.command';
export * from './features/give-evidence/give-evidence.command';
export * from './features/confirm-condition/confirm-condition.command';
export * from './features/waive-condition/waive-condition.command';
export * from './features/list-conditions/list-conditions.query';
export * from './features/find-condition/find-condition.query';
export * from './features/give-grant/give-grant.command';
export * from './features/revoke-grant/revoke-grant.command';
export { schemeFactsOf } from './features/scheme-facts';
export type { MotionUnderAuthority } from './features/reserve-authority/motion-authority';
export { reserveAuthority, type AuthorityAnswer } from './features/reserve-authority/reserve-authority';
export { settleAuthority, type Settling } from './features/reserve-authority/settle-authority';
export { carryStanding, releaseAll } from './processes/decision-follow-up/carry-to-matter';
export { closeCallIn } from './features/close-call-in/close-call-in';
export { lapseCondition } from './features/lapse-condition/lapse-condition';
export { setCondition } from './features/set-condition/set-condition';
export { supersedeDecision } from './features/supersede-decision/supersede-decision';
export * from './features/list-bodies/list-bodies.query';
export { grantsOf } from './features/list-grants/grants-of';
export * from './features/list-grants/list-grants.query';
export * from './features/find-grant/find-grant.query';
export * from './features/find-authority/find-authority.query';
export * from './features/find-delegation-matrix/find-delegation-matrix.query';
export {
  delegationMatrix,
  type DelegationMatrix,
  type MatrixCell,
  type MatrixGrant,
  type MatrixTier,
} from './features/find-delegation-matrix/delegation-matrix';
export { authorityFor } from './features/find-authority/authority-for';
export { openBallotOf, type OpenBallot } from './features/find-open-ballot/open-ballot-of';
export {
  isOfBallot,
  motionSeen,
  type SeenMotion,
  type Withheld,
  type WithheldBallot,
} from './features/find-open-ballot/withheld-ballot';
export { keepCapsule, type Composed } from './features/keep-capsule/keep-capsule';
export * from './features/find-kept-capsule/find-kept-capsule.query';
export { keptCapsuleOf, type KeptCapsule } from './features/find-kept-capsule/kept-capsule';
export * from './features/find-body/find-body.query';
export * from './features/find-attendance/find-attendance.query';
export * from './features/find-decision-times/find-decision-times.query';
export { attendanceIn, type Attendance } from './features/find-attendance/attendance';
export { attendanceOf, type AttendanceOfBody } from './features/find-attendance/attendance-of';
export {
  decisionTimesBy,
  decisionTimesIn,
  type DecisionTimes,
  type DecisionTimesOfPortfolio,
} from './features/find-decision-times/decision-times';
export { decisionTimesOf } from './features/find-decision-times/decision-times-of';
export * from './features/list-motions/list-motions.query';
export * from './features/find-motion/find-motion.query';
export * from './features/list-decisions/list-decisions.query';
export * from './features/find-motion-gate/find-motion-gate.query';
export * from './features/list-plan/list-plan.query';
export { planOfRecord, type PlannedBy, type PlannedComponent } from './features/list-plan/plan-of-record';
export { motionGate, type MotionGate } from './features/find-motion-gate/motion-gate';
export * from './features/list-delegated-decisions/list-delegated-decisions.query';
export { bodiesOf } from './features/list-bodies/bodies-of';
export { bodyById } from './features/find-body/body-by-id';
export * from './features/list-to-do/list-to-do.query';
export { toDoOf, type Task, type ToDo } from './features/list-to-do/to-do-of';
export type { AnyTask, AnyToDo } from './features/list-to-do/to-do';
export { wholeToDoOf } from './features/list-to-do/whole-to-do';
export { decisionRegister, type DecisionFilter } from './features/list-decisions/decision-register';
export { delegatedDecisions } from './features/list-delegated-decisions/delegated-decisions';
export { conditionById } from './features/find-condition/condition-by-id';
export { conditionsOf, type ConditionFilter } from './features/list-conditions/conditions-of';
export { motionById } from './features/find-motion/motion-by-id';
export { motionsOf, type MotionFilter } from './features/list-motions/motions-of';

/** What waits for its instant, whichever process it is of. */
const dueStepsProjection = {
  table: ofBallots.table,
  on: { ...ofBallots.on, ...ofConditions.on, ...ofCallIns.on },
};

/** How the tables of this context follow from events, those of the projects a decision was carried to included. */
export const governanceProjections = [
  bodyProjection,
  motionProjection,
  conditionProjection,
  keptCapsuleProjection,
  grantProjection,
  dueStepsProjection,
] as const;

/** Every code with which this context refuses. */
export type GovernanceRefusal = OfBody | OfMotion | OfCondition | OfGrant;
