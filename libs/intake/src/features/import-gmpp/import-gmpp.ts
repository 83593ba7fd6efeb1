import { refuse, type Clock, type Refused } from '@docket/kernel';
import { ImportUnderWay, portfolioIdOf, type ImportsUnderWay } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import type { DatedRow } from '../../domain/gmpp/dated-row';
import type { Doubt } from '../../domain/gmpp/doubt';
import { NOTHING_KNOWN } from '../../domain/gmpp/known-project';
import { planImport } from '../../domain/gmpp/plan';
import { isRefused, refuseFile, type FileRefusal, type IntakeRefusal } from '../../domain/intake-refusal';
import { carryOut, type ImportProgress } from './carry-out';
import { stepsOnBus } from './import-commands';
import { frameOnBus, type NewPortfolio } from './import-frame';
import { importRequests, type ImportActor } from './import-requests';
import { inTurns } from './in-turns';
import type { KnownPortfolios } from './known-portfolio.port';
import { MAX_RECORDS, tooManyRecords } from '../../reading/csv-table';
import { parsingGmpp, type ListFile } from './parse-gmpp';

/** What an import works with: the bus of the contexts' commands, a clock, what is already recorded, and who else imports. */
export type ImportDeps = Readonly<{
  bus: CommandBus;
  clock: Clock;
  known: KnownPortfolios;
  underWay: ImportsUnderWay;
}>;

/** `portfolio` is opened where there is none of that name; without it the list's own, `GMPP`. */
export type ImportOptions = ImportActor & Readonly<{ portfolio?: Partial<NewPortfolio> }>;

/** `rows` are the dated rows = `recorded` + `unchanged`; `doubtful` lists by file and line what was not taken as it stands. */
export type ImportResult = Readonly<{
  rows: number;
  recorded: number;
  unchanged: number;
  doubtful: readonly Doubt[];
}>;

const GMPP: NewPortfolio = { name: 'GMPP', currency: 'GBP', timeZone: 'Europe/London' };

const withoutFolders = ({ name, bytes }: ListFile): ListFile => ({
  name: name.replace(/^.*[\\/]/, ''),
  bytes,
});

type ParsedFiles = Readonly<{ rows: readonly DatedRow[]; doubtful: readonly Doubt[] }>;

/** All files or none: the first that cannot be read refuses the import. */
const parseAll = async (files: readonly ListFile[]): Promise<ParsedFiles | Refused<FileRefusal>> => {
  const rows: DatedRow[] = [];
  const doubtful: Doubt[] = [];
  for (const file of files) {
    const parsed = await inTurns(parsingGmpp(file));
    if (isRefused(parsed)) return parsed;
    if (rows.length + parsed.rows.length > MAX_RECORDS) return tooManyRecords(file.name);
    for (const row of parsed.rows) rows.push(row);
    for (const doubt of parsed.doubtful) doubtful.push(doubt);
  }
  return files.length > 0 ? { rows, doubtful } : refuseFile('file-empty', 'import', 'No file was given.');
};

/** The portfolio an import goes to when it names this one, or none. */
export const portfolioOfImport = (name = GMPP.name): string => portfolioIdOf(name);

const called = (name: string, files: readonly ListFile[]): string =>
  `The history of "${name}" (${files
    .map((file) => file.name)
    .join(', ')
    .slice(0, 200)})`;

const intoPortfolio = async (
  { bus, clock, known }: ImportDeps,
  { rows, doubtful }: ParsedFiles,
  { portfolio, ...actor }: ImportActor & Readonly<{ portfolio: NewPortfolio }>,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportResult | Refused<IntakeRefusal>> => {
  const portfolioId = portfolioIdOf(portfolio.name);
  const before = await known.read(portfolioId);
  const plan = await inTurns(
    planImport({ portfolioId, rows, known: before ?? NOTHING_KNOWN, now: clock.now() }),
  );
  if (isRefused(plan)) return plan;

  const requests = importRequests(actor);
  const frame = frameOnBus(bus, portfolioId, requests);
  const step = stepsOnBus(bus, portfolioId, requests);
  if (!before && plan.years.length > 0) {
    const opened = await frame.open(portfolio);
    if (opened.outcome === 'refused') return stoppedBy(opened);
  }
  const stopped = await carryOut(plan.years, { reach: frame.reach, step, onProgress });
  if (stopped) return stopped;
  if (needsModel(before, plan.years.length)) {
    const published = await frame.publishModel();
    if (published.outcome === 'refused') return stoppedBy(published);
  }
  const { recorded, unchanged } = plan;
  return { rows: plan.rows, recorded, unchanged, doubtful: [...doubtful, ...plan.doubtful] };
};

/**
 * Takes over yearly lists of major projects as dated history, through the same commands people use. All files are read and
 * planned before the first command, so that a refused file stores nothing; the same files again record nothing.
 * `import-stopped` alone can leave part of an import recorded. While it is under way, a portfolio whose history is open takes
 * nothing else. @throws OutcomeUnknown | StoreUnavailable | TooContended
 */
export const importGmpp = async (
  deps: ImportDeps,
  files: readonly ListFile[],
  options: ImportOptions,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportResult | Refused<IntakeRefusal>> => {
  const portfolio = { ...GMPP, ...options.portfolio };
  const portfolioId = portfolioOfImport(portfolio.name);
  const lists = files.map(withoutFolders);
  const work = async () => {
    const parsed = await parseAll(lists);
    return isRefused(parsed) ? parsed : intoPortfolio(deps, parsed, { ...options, portfolio }, onProgress);
  };
  try {
    return await deps.underWay.alone(portfolioId, called(portfolio.name, lists), work);
  } catch (error) {
    if (!(error instanceof ImportUnderWay)) throw error;
    return refuse(
      'import-under-way',
      `History is being imported into "${portfolio.name}" already. Send this import again when that is done.`,
    );
  }
};

/** A model comes along where there is none and history is still being taken over. */
const needsModel = (before: Awaited<ReturnType<KnownPortfolios['read']>>, years: number): boolean =>
  before ? before.history === 'open' && !before.hasPublishedModel : years > 0;

const stoppedBy = ({ refusal }: Refused<string>): Refused<IntakeRefusal> => ({
  outcome: 'refused',
  refusal: { code: 'import-stopped', message: `The import stopped: ${refusal.message}` },
});
