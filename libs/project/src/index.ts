export * from './domain/project';
export { ProposeProjectCommand } from './features/propose-project/propose-project.command';
export { ReviseProposalCommand } from './features/revise-proposal/revise-proposal.command';
export { WithdrawProposalCommand } from './features/withdraw-proposal/withdraw-proposal.command';
export { ReportStatusCommand } from './features/report-status/report-status.command';
export { ImportAuthorisedProjectCommand } from './features/import-authorised-project/import-authorised-project.command';
export { RedescribeProjectCommand } from './features/redescribe-project/redescribe-project.command';
export { NoteDepartureCommand } from './features/note-departure/note-departure.command';
export { NoteReturnCommand } from './features/note-return/note-return.command';
export { ClaimForMotionCommand } from './features/claim-for-motion/claim-for-motion.command';
export { ReleaseMotionCommand } from './features/release-motion/release-motion.command';
export { CarryDecisionCommand } from './features/carry-decision/carry-decision.command';
export { projectsOf, type ProjectFilter } from './features/list-projects/projects-of';
export { ListProjectsQuery } from './features/list-projects/list-projects.query';
export { projectById, type ProjectDetail } from './features/find-project/project-by-id';
export { FindProjectQuery } from './features/find-project/find-project.query';
export {
  projectHistory,
  type HistoryEntry,
  type ProjectHistory,
} from './features/trace-project/project-history';
export { TraceProjectQuery } from './features/trace-project/trace-project.query';
export * from './project.tables';
export { projectProjections } from './project.projection';
export { projectView, type ProjectView } from './project.view';
export { ProjectModule } from './project.module';
