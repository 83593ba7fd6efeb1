export * from './domain/project';
export { ProposeProjectCommand } from './features/propose-project/propose-project.command';
export { ReviseBusinessCaseCommand } from './features/revise-business-case/revise-business-case.command';
export { WithdrawProposalCommand } from './features/withdraw-proposal/withdraw-proposal.command';
export { ReportStatusCommand } from './features/report-status/report-status.command';
export { CorrectReportCommand } from './features/correct-report/correct-report.command';
export { JudgeConfidenceCommand } from './features/judge-confidence/judge-confidence.command';
export { WithdrawConfidenceCommand } from './features/withdraw-confidence/withdraw-confidence.command';
export {
  confidenceOf,
  type ConfidenceAnswer,
  type JudgementVersionView,
  type JudgementView,
  type PublishedView,
} from './features/find-confidence/confidence-of';
export { FindConfidenceQuery } from './features/find-confidence/find-confidence.query';
export * from './said-in-words';
export {
  standingFigures,
  standingValues,
  type StandingFigure,
  type StandingFigures,
} from './standing-figures';
export { countingConfidence, type CountingConfidence } from './confidence-in-row';
export * from './confidence.tables';
export { DeclareDependencyCommand } from './features/declare-dependency/declare-dependency.command';
export { RemoveDependencyCommand } from './features/remove-dependency/remove-dependency.command';
export { ImportAuthorisedProjectCommand } from './features/import-authorised-project/import-authorised-project.command';
export { RedescribeProjectCommand } from './features/redescribe-project/redescribe-project.command';
export { NoteDepartureCommand } from './features/note-departure/note-departure.command';
export { NoteReturnCommand } from './features/note-return/note-return.command';
export { carryDecision, claimForMotion, releaseMotion } from './features/follow-motion/follow-motion';
export { LiftMustHaveCommand } from './features/lift-must-have/lift-must-have.command';
export { MarkMustHaveCommand } from './features/mark-must-have/mark-must-have.command';
export { PlaceProjectCommand } from './features/place-project/place-project.command';
export { DeclinePartCommand } from './features/decline-part/decline-part.command';
export { TakeUpPartCommand } from './features/take-up-part/take-up-part.command';
export { DeclareInterestCommand } from './features/declare-interest/declare-interest.command';
export { WithdrawInterestCommand } from './features/withdraw-interest/withdraw-interest.command';
export { interestsOf, type InterestView } from './features/list-interests/interests-of';
export { ListInterestsQuery } from './features/list-interests/list-interests.query';
export { projectsOf, type ProjectFilter } from './features/list-projects/projects-of';
export { ListProjectsQuery } from './features/list-projects/list-projects.query';
export { projectById, type ProjectDetail } from './features/find-project/project-by-id';
export { FindProjectQuery } from './features/find-project/find-project.query';
export { revisionsOf, type CaseRevision } from './features/list-revisions/revisions-of';
export { ListRevisionsQuery } from './features/list-revisions/list-revisions.query';
export { reportsOf } from './features/list-reports/reports-of';
export { ListReportsQuery } from './features/list-reports/list-reports.query';
export { reportFor } from './features/find-report/report-for';
export { FindReportQuery } from './features/find-report/find-report.query';
export {
  earnedValueOfProject,
  type EarnedValueAnswer,
} from './features/find-earned-value/earned-value-of-project';
export { FindEarnedValueQuery } from './features/find-earned-value/find-earned-value.query';
export { rollUpAt, type NodeRollUp, type RollUpAnswer } from './features/roll-up/roll-up-at';
export { RollUpQuery } from './features/roll-up/roll-up.query';
export { type RollUp } from './domain/roll-up/roll-up';
export { type Coverage, type Pooled } from './domain/roll-up/pooled';
export * from './domain/earned-value';
export * from './domain/dependency-graph';
export * from './domain/gate-set';
export {
  dependenciesOf,
  dependenciesOfProject,
  type DependencyView,
} from './features/list-dependencies/dependencies-of';
export {
  ListDependenciesQuery,
  ListProjectDependenciesQuery,
} from './features/list-dependencies/list-dependencies.query';
export { interestKey, interestTable, type InterestEnd, type InterestRow } from './interest.projection';
export { dependencyTable, type DependencyRow } from './dependency.projection';
export {
  differenceOf,
  differencesBetween,
  reportDifferenceOf,
  type FieldDifference,
} from './domain/project/difference';
export { toldRisks, type ToldRisk } from './domain/project/risk-texts';
export { PublishGatesCommand } from './features/publish-gates/publish-gates.command';
export { ReachGateCommand } from './features/reach-gate/reach-gate.command';
export { GiveGateEvidenceCommand } from './features/give-gate-evidence/give-gate-evidence.command';
export { JudgeGateCriterionCommand } from './features/judge-gate-criterion/judge-gate-criterion.command';
export { CloseProjectCommand } from './features/close-project/close-project.command';
export { CorrectClosureCommand } from './features/correct-closure/correct-closure.command';
export { gateSetsOf, type GateSetView } from './features/list-gates/gate-sets-of';
export { ListGatesQuery } from './features/list-gates/list-gates.query';
export { gatesOfProjectAt, type ProjectGates } from './features/find-gates/gates-of-project-at';
export { FindGatesQuery } from './features/find-gates/find-gates.query';
export { closuresOf, type ClosureFilter } from './features/list-closures/closures-of';
export { ListClosuresQuery } from './features/list-closures/list-closures.query';
export { closureOf, type ClosureAnswer } from './features/find-closure/closure-of';
export { FindClosureQuery } from './features/find-closure/find-closure.query';
export { CLOSURE_DAYS, closureDue } from './closure-due';
export * from './closure.tables';
export { type ClosureView } from './closure.view';
export * from './gate.tables';
export * from './gate.view';
export * from './project.tables';
export { projectProjections } from './project.projection';
export { type ReportVersionView, type ReportView } from './report.view';
export { type BaselineDifference } from './baseline-difference';
export { projectView, type ProjectView } from './project.view';
export { ProjectModule } from './project.module';
