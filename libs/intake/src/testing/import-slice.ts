import 'reflect-metadata';
import { AssessmentModule, assessmentProjections, ScoringModel } from '@docket/assessment';
import { decodeStored, type Recorded, type StoredEvent } from '@docket/kernel';
import {
  importsUnderWay,
  Portfolio,
  portfolioIdOf,
  PortfolioModule,
  portfolioProjections,
} from '@docket/portfolio';
import { openSlice, requestOf, type Slice } from '@docket/portfolio/testing';
import {
  Project,
  ProjectModule,
  projectProjections,
  projectsOf,
  ProposeProjectCommand,
} from '@docket/project';
import { importGmpp } from '../features/import-gmpp/import-gmpp';
import { knownFromLog } from '../features/import-gmpp/known-from-log';
import type { ListFile } from '../features/import-gmpp/parse-gmpp';
import type { ListedProject } from './lists';

export const GMPP = portfolioIdOf('GMPP');
export const ACTOR = { actor: 'ada', authentication: 'test', correlationId: 'import-1' };

/** Three years in which somebody comes, leaves and returns. */
export const LISTS: readonly ListedProject[] = [
  { year: 2014, name: 'Alpha' },
  { year: 2014, name: 'Beta' },
  { year: 2015, name: 'Beta', department: 'MOD' },
  { year: 2015, name: 'Beta' },
  { year: 2016, name: 'Alpha', number: 'DFT_1', comment: 'Back.' },
];

const decode = (stored: StoredEvent): Recorded => {
  const isOf = ({ category }: Readonly<{ category: string }>) =>
    stored.stream.startsWith(`docket-${category}-`);
  if (isOf(Portfolio)) return decodeStored(Portfolio.codec, stored);
  return isOf(Project) ? decodeStored(Project.codec, stored) : decodeStored(ScoringModel.codec, stored);
};

/** The contexts an import writes to, on embedded adapters; the caller closes the slice. */
export const openImportSlice = async () => {
  const slice: Slice = await openSlice({
    modules: [PortfolioModule, ProjectModule, AssessmentModule],
    decode,
    projections: [...portfolioProjections, ...projectProjections, ...assessmentProjections],
  });
  const run = (
    files: readonly ListFile[],
    bus = slice.commands,
    portfolio?: string,
    underWay = importsUnderWay(slice.store),
  ) =>
    importGmpp(
      { bus, clock: slice.clock, known: knownFromLog(slice), underWay },
      files,
      portfolio ? { ...ACTOR, portfolio: { name: portfolio } } : ACTOR,
    );

  /** Names that stand in the portfolio at the end of that year. */
  const standing = async (year: number, portfolioId = GMPP): Promise<readonly string[]> => {
    const { readModel } = await slice.read();
    const number = await readModel.numberOnTimeline(portfolioId, `${year}-12-31T23:59:59.999Z`);
    const projects = await projectsOf(readModel, { number }, { portfolioId });
    return projects
      .filter(({ status }) => status === 'authorised')
      .map(({ name, department }) => `${name}, ${department}`)
      .sort();
  };

  const goLive = () => {
    const proposal = {
      portfolioId: GMPP,
      name: 'New',
      summary: '',
      sponsor: 's',
      manager: 'm',
      wholeLifeCost: '1',
      start: '2026-01-01',
      finish: '2027-01-01',
    };
    return slice.commands.execute(new ProposeProjectCommand(requestOf('live', proposal), proposal));
  };

  return { slice, run, standing, goLive };
};

export type ImportSlice = Awaited<ReturnType<typeof openImportSlice>>;
