import { OUTCOMES, planScheme, schemeFactsOf, type SchemeFacts, type SchemePlan } from '@docket/governance';
import { loadState, refuse, type CommandRuntime, type Refused, type Request } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import { isRefused, type FileRefusal } from '../../domain/intake-refusal';
import type { NamedRow } from '../../domain/delegations/named-row';
import type { ListFile } from '../import-gmpp/parse-gmpp';
import { carryOutScheme } from './carry-out-scheme';
import { type DelegationsReport, type RefusedCell } from './delegations-report';
import { newKinds } from './new-kinds';
import { usedBefore } from './used-before';
import { parseDelegations, type ParsedScheme } from './parse-delegations';
import { refusalsOf, reportOf, unread } from './report-of';
import { resolveNames } from './resolve-names';

/** What an import works with: streams to judge by, and the bus of the commands that people use. */
export type SchemeDeps = Readonly<{ runtime: CommandRuntime; bus: CommandBus }>;

/** `dryRun` only says what would be done; `revokeMissing` also revokes what no row names any more. */
export type ImportScheme = Readonly<{
  portfolioId: string;
  file: ListFile;
  dryRun: boolean;
  revokeMissing: boolean;
}>;

type Answer = DelegationsReport | Refused<FileRefusal | 'portfolio-unknown'>;

const PORTFOLIO_UNKNOWN = refuse(
  'portfolio-unknown',
  'There is no such portfolio. List the portfolios, or open it first.',
);

const withoutFolders = ({ name, bytes }: ListFile): ListFile => ({
  name: name.replace(/^.*[\\/]/, ''),
  bytes,
});

type Judged = Readonly<{ facts: SchemeFacts; plan: SchemePlan }>;

/** Judges what could be read; or what of it names nobody. */
const judge = async (
  { runtime }: SchemeDeps,
  request: Request,
  { portfolioId, file, revokeMissing }: ImportScheme,
  parsed: ParsedScheme,
): Promise<Judged | readonly RefusedCell[]> => {
  const { tiers, refused } = await resolveNames(runtime, { portfolioId, file: file.name }, parsed);
  const unclear = [...parsed.refused, ...refused];
  if (unclear.length > 0) return unclear.map((note) => ({ ...note, code: 'cell-not-taken' }));
  const bodyIds = tiers.flatMap(({ bodyId, grantor }) => (grantor === null ? [bodyId] : [bodyId, grantor]));
  const facts = await schemeFactsOf(runtime, request, { portfolioId, bodyIds });
  return { facts, plan: planScheme(tiers, facts, { revokeMissing }) };
};

const importAlone = async (deps: SchemeDeps, request: Request, asked: ImportScheme): Promise<Answer> => {
  const { portfolioId, dryRun, revokeMissing } = asked;
  const portfolio = await loadState(deps.runtime, Portfolio, portfolioId);
  if (portfolio.status !== 'open') return PORTFOLIO_UNKNOWN;
  const { currency, timeZone } = portfolio;
  const parsed = parseDelegations(asked.file, { currency, timeZone, outcomes: OUTCOMES });
  if (isRefused(parsed)) return parsed;
  const judged = await judge(deps, request, asked, parsed);
  const file = asked.file.name;
  if (!('plan' in judged)) return unread(file, parsed, judged);
  const { plan, facts } = judged;
  const rows: ReadonlyMap<number, NamedRow> = new Map(parsed.rows.map((row) => [row.line, row]));
  const notices = [
    ...parsed.notices,
    ...newKinds(file, parsed.rows, facts.grants),
    ...usedBefore(file, judged, timeZone),
  ];
  const reporting = { file, rows, plan, facts, revokeMissing, notices };
  const refused = refusalsOf(reporting);
  if (refused.length > 0) return reportOf(reporting, { result: 'refused', refused });
  if (dryRun) return reportOf(reporting, { result: 'tried', refused });
  const { grants } = facts;
  const done = await carryOutScheme({
    bus: deps.bus,
    request,
    portfolioId,
    file,
    grants,
    plan,
    revokeMissing,
  });
  return reportOf(reporting, { result: done.stopped ? 'stopped' : 'imported', refused, done });
};

/**
 * Imports a scheme of delegation: every row is judged first, by the rules of giving a grant and against all other rows, and then either
 * all are carried out or none is begun. Each grant is given by whoever imports, with the rights they have for giving one. The same
 * again changes nothing. Imports into one portfolio follow one another within a process; what another process gave meanwhile stops it.
 * @throws OutcomeUnknown | StoreUnavailable | TooContended: what was given stays given, and the same import again goes on from there
 */
export const importDelegations = (deps: SchemeDeps, request: Request, asked: ImportScheme): Promise<Answer> =>
  deps.runtime.turns.run(`delegations of ${asked.portfolioId}`, () =>
    importAlone(deps, request, { ...asked, file: withoutFolders(asked.file) }),
  );
