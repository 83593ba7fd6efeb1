import { Module } from '@nestjs/common';
import { EstablishBodyHandler } from './features/establish-body/establish-body.handler';
import { ChangeBodyRulesHandler } from './features/change-body-rules/change-body-rules.handler';
import { SeatMemberHandler } from './features/seat-member/seat-member.handler';
import { UnseatMemberHandler } from './features/unseat-member/unseat-member.handler';
import { TableMotionHandler } from './features/table-motion/table-motion.handler';
import { WithdrawMotionHandler } from './features/withdraw-motion/withdraw-motion.handler';
import { OpenBallotHandler } from './features/open-ballot/open-ballot.handler';
import { CastVoteHandler } from './features/cast-vote/cast-vote.handler';
import { CloseBallotHandler } from './features/close-ballot/close-ballot.handler';
import { RecordDecisionHandler } from './features/record-decision/record-decision.handler';
import { CallInDecisionHandler } from './features/call-in-decision/call-in-decision.handler';
import { RatifyDecisionHandler } from './features/ratify-decision/ratify-decision.handler';
import { EscalateMotionHandler } from './features/escalate-motion/escalate-motion.handler';
import { GiveEvidenceHandler } from './features/give-evidence/give-evidence.handler';
import { ConfirmConditionHandler } from './features/confirm-condition/confirm-condition.handler';
import { WaiveConditionHandler } from './features/waive-condition/waive-condition.handler';
import { ListConditionsHandler } from './features/list-conditions/list-conditions.handler';
import { FindConditionHandler } from './features/find-condition/find-condition.handler';
import { ListBodiesHandler } from './features/list-bodies/list-bodies.handler';
import { FindKeptCapsuleHandler } from './features/find-kept-capsule/find-kept-capsule.handler';
import { FindAttendanceHandler } from './features/find-attendance/find-attendance.handler';
import { FindBodyHandler } from './features/find-body/find-body.handler';
import { FindDecisionTimesHandler } from './features/find-decision-times/find-decision-times.handler';
import { ListMotionsHandler } from './features/list-motions/list-motions.handler';
import { FindMotionHandler } from './features/find-motion/find-motion.handler';
import { FindMotionGateHandler } from './features/find-motion-gate/find-motion-gate.handler';
import { ListPlanHandler } from './features/list-plan/list-plan.handler';
import { ListDelegatedDecisionsHandler } from './features/list-delegated-decisions/list-delegated-decisions.handler';
import { ListToDoHandler } from './features/list-to-do/list-to-do.handler';
import { ListDecisionsHandler } from './features/list-decisions/list-decisions.handler';
import { GiveGrantHandler } from './features/give-grant/give-grant.handler';
import { RevokeGrantHandler } from './features/revoke-grant/revoke-grant.handler';
import { ListGrantsHandler } from './features/list-grants/list-grants.handler';
import { FindGrantHandler } from './features/find-grant/find-grant.handler';
import { FindDelegationMatrixHandler } from './features/find-delegation-matrix/find-delegation-matrix.handler';
import { FindAuthorityHandler } from './features/find-authority/find-authority.handler';

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [
    EstablishBodyHandler,
    ChangeBodyRulesHandler,
    SeatMemberHandler,
    UnseatMemberHandler,
    TableMotionHandler,
    WithdrawMotionHandler,
    OpenBallotHandler,
    CastVoteHandler,
    CloseBallotHandler,
    RecordDecisionHandler,
    EscalateMotionHandler,
    CallInDecisionHandler,
    RatifyDecisionHandler,
    GiveEvidenceHandler,
    ConfirmConditionHandler,
    WaiveConditionHandler,
    ListConditionsHandler,
    FindConditionHandler,
    ListBodiesHandler,
    FindBodyHandler,
    FindAttendanceHandler,
    FindDecisionTimesHandler,
    ListMotionsHandler,
    FindMotionHandler,
    FindMotionGateHandler,
    FindKeptCapsuleHandler,
    ListPlanHandler,
    ListDecisionsHandler,
    ListDelegatedDecisionsHandler,
    ListToDoHandler,
    GiveGrantHandler,
    RevokeGrantHandler,
    ListGrantsHandler,
    FindGrantHandler,
    FindAuthorityHandler,
    FindDelegationMatrixHandler,
  ],
})
export class GovernanceModule {}
