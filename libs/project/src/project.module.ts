import { Module } from '@nestjs/common';
import { ProposeProjectHandler } from './features/propose-project/propose-project.handler';
import { ReviseProposalHandler } from './features/revise-proposal/revise-proposal.handler';
import { WithdrawProposalHandler } from './features/withdraw-proposal/withdraw-proposal.handler';
import { ReportStatusHandler } from './features/report-status/report-status.handler';
import { ImportAuthorisedProjectHandler } from './features/import-authorised-project/import-authorised-project.handler';
import { RedescribeProjectHandler } from './features/redescribe-project/redescribe-project.handler';
import { NoteDepartureHandler } from './features/note-departure/note-departure.handler';
import { NoteReturnHandler } from './features/note-return/note-return.handler';
import { ClaimForMotionHandler } from './features/claim-for-motion/claim-for-motion.handler';
import { ReleaseMotionHandler } from './features/release-motion/release-motion.handler';
import { CarryDecisionHandler } from './features/carry-decision/carry-decision.handler';
import { LiftMustHaveHandler } from './features/lift-must-have/lift-must-have.handler';
import { MarkMustHaveHandler } from './features/mark-must-have/mark-must-have.handler';
import { FindProjectHandler } from './features/find-project/find-project.handler';
import { ListProjectsHandler } from './features/list-projects/list-projects.handler';

/** Answers the commands and queries of this context; the app provides COMMAND_RUNTIME. */
@Module({
  providers: [
    ProposeProjectHandler,
    ReviseProposalHandler,
    WithdrawProposalHandler,
    ReportStatusHandler,
    ImportAuthorisedProjectHandler,
    RedescribeProjectHandler,
    NoteDepartureHandler,
    NoteReturnHandler,
    ClaimForMotionHandler,
    ReleaseMotionHandler,
    CarryDecisionHandler,
    MarkMustHaveHandler,
    LiftMustHaveHandler,
    ListProjectsHandler,
    FindProjectHandler,
  ],
})
export class ProjectModule {}
