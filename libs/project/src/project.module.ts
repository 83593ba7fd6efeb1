import { Module } from '@nestjs/common';
import { ProposeProjectHandler } from './features/propose-project/propose-project.handler';
import { ReviseBusinessCaseHandler } from './features/revise-business-case/revise-business-case.handler';
import { WithdrawProposalHandler } from './features/withdraw-proposal/withdraw-proposal.handler';
import { ReportStatusHandler } from './features/report-status/report-status.handler';
import { ImportAuthorisedProjectHandler } from './features/import-authorised-project/import-authorised-project.handler';
import { RedescribeProjectHandler } from './features/redescribe-project/redescribe-project.handler';
import { NoteDepartureHandler } from './features/note-departure/note-departure.handler';
import { NoteReturnHandler } from './features/note-return/note-return.handler';
import { LiftMustHaveHandler } from './features/lift-must-have/lift-must-have.handler';
import { MarkMustHaveHandler } from './features/mark-must-have/mark-must-have.handler';
import { PlaceProjectHandler } from './features/place-project/place-project.handler';
import { DeclareInterestHandler } from './features/declare-interest/declare-interest.handler';
import { ListInterestsHandler } from './features/list-interests/list-interests.handler';
import { WithdrawInterestHandler } from './features/withdraw-interest/withdraw-interest.handler';
import { DeclinePartHandler } from './features/decline-part/decline-part.handler';
import { TakeUpPartHandler } from './features/take-up-part/take-up-part.handler';
import { FindProjectHandler } from './features/find-project/find-project.handler';
import { ListProjectsHandler } from './features/list-projects/list-projects.handler';
import { CorrectReportHandler } from './features/correct-report/correct-report.handler';
import { FindConfidenceHandler } from './features/find-confidence/find-confidence.handler';
import { JudgeConfidenceHandler } from './features/judge-confidence/judge-confidence.handler';
import { WithdrawConfidenceHandler } from './features/withdraw-confidence/withdraw-confidence.handler';
import { ListRevisionsHandler } from './features/list-revisions/list-revisions.handler';
import { ListReportsHandler } from './features/list-reports/list-reports.handler';
import { FindReportHandler } from './features/find-report/find-report.handler';
import { FindEarnedValueHandler } from './features/find-earned-value/find-earned-value.handler';
import { RollUpHandler } from './features/roll-up/roll-up.handler';
import { DeclareDependencyHandler } from './features/declare-dependency/declare-dependency.handler';
import { RemoveDependencyHandler } from './features/remove-dependency/remove-dependency.handler';
import {
  ListDependenciesHandler,
  ListProjectDependenciesHandler,
} from './features/list-dependencies/list-dependencies.handler';
import { PublishGatesHandler } from './features/publish-gates/publish-gates.handler';
import { ReachGateHandler } from './features/reach-gate/reach-gate.handler';
import { GiveGateEvidenceHandler } from './features/give-gate-evidence/give-gate-evidence.handler';
import { JudgeGateCriterionHandler } from './features/judge-gate-criterion/judge-gate-criterion.handler';
import { ListGatesHandler } from './features/list-gates/list-gates.handler';
import { FindGatesHandler } from './features/find-gates/find-gates.handler';
import { CloseProjectHandler } from './features/close-project/close-project.handler';
import { CorrectClosureHandler } from './features/correct-closure/correct-closure.handler';
import { ListClosuresHandler } from './features/list-closures/list-closures.handler';
import { FindClosureHandler } from './features/find-closure/find-closure.handler';

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [
    ProposeProjectHandler,
    ReviseBusinessCaseHandler,
    WithdrawProposalHandler,
    ReportStatusHandler,
    ImportAuthorisedProjectHandler,
    RedescribeProjectHandler,
    NoteDepartureHandler,
    NoteReturnHandler,
    MarkMustHaveHandler,
    LiftMustHaveHandler,
    PlaceProjectHandler,
    DeclinePartHandler,
    TakeUpPartHandler,
    DeclareInterestHandler,
    WithdrawInterestHandler,
    ListInterestsHandler,
    ListProjectsHandler,
    FindProjectHandler,
    CorrectReportHandler,
    JudgeConfidenceHandler,
    WithdrawConfidenceHandler,
    FindConfidenceHandler,
    ListRevisionsHandler,
    ListReportsHandler,
    FindReportHandler,
    FindEarnedValueHandler,
    RollUpHandler,
    DeclareDependencyHandler,
    RemoveDependencyHandler,
    ListDependenciesHandler,
    ListProjectDependenciesHandler,
    PublishGatesHandler,
    ReachGateHandler,
    GiveGateEvidenceHandler,
    JudgeGateCriterionHandler,
    ListGatesHandler,
    FindGatesHandler,
    CloseProjectHandler,
    CorrectClosureHandler,
    ListClosuresHandler,
    FindClosureHandler,
  ],
})
export class ProjectModule {}
