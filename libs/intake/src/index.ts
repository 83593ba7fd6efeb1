export type { Doubt } from './domain/gmpp/doubt';
export type { ImportProgress } from './features/import-gmpp/carry-out';
export {
  importGmpp,
  portfolioOfImport,
  type ImportDeps,
  type ImportOptions,
  type ImportResult,
} from './features/import-gmpp/import-gmpp';
export { knownFromLog } from './features/import-gmpp/known-from-log';
export type { KnownPortfolio, KnownPortfolios } from './features/import-gmpp/known-portfolio.port';
export { parseGmpp, type ListFile, type ParsedList } from './features/import-gmpp/parse-gmpp';
export type { FileRefusal, HistoryRefusal, IntakeRefusal } from './domain/intake-refusal';
export {
  importDelegations,
  type ImportScheme,
  type SchemeDeps,
} from './features/import-delegations/import-delegations';
export type {
  DelegationsReport,
  MissingTier,
  RefusedCell,
  RowStep,
} from './features/import-delegations/delegations-report';
export { schemeAt } from './features/export-delegations/scheme-at';
