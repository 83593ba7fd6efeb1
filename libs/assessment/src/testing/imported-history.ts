import {
  ImportAuthorisedProjectCommand,
  NoteDepartureCommand,
  ProposeProjectCommand,
  ReportStatusCommand,
  type DeliveryConfidence,
  type ReportedFigures,
} from '@docket/project';
import { derivedUuid, type Receipt } from '@docket/kernel';
import { ReachHistoryCommand } from '@docket/portfolio';
import { modelIdOf } from '../domain/scoring-model';
import { deliveryHealthModel } from '../domain/scoring-model/delivery-health';
import { aDefinition } from '../domain/scoring-model/models.fixture';
import { DraftModelCommand } from '../features/draft-model/draft-model.command';
import { PublishModelCommand } from '../features/publish-model/publish-model.command';
import { Office, portfolioId } from './office';

/** The moment a year's list was known. */
export const knownIn = (year: number) => `${year}-07-01T00:00:00.000Z`;

/** The id of a project by its name here. */
export const idOf = (name: string): string => derivedUuid('listed', name);

type Imported = Readonly<{ knownAt?: string }>;

export const draftModel = (office: Office, name: string, definition = aDefinition(), imported?: Imported) =>
  office.asks(
    new DraftModelCommand(office.request('draft-model', name, imported), {
      portfolioId,
      name,
      ...definition,
    }),
  );

export const publishModel = (office: Office, name: string, imported?: Imported) =>
  office.asks(
    new PublishModelCommand(office.request('publish-model', name, imported), {
      modelId: modelIdOf(portfolioId, name),
    }),
  );

/** Drafts and publishes. */
export const hasModel = async (
  office: Office,
  name: string,
  definition = aDefinition(),
  imported?: Imported,
) => {
  await draftModel(office, name, definition, imported);
  await publishModel(office, name, imported);
};

/** A live proposal of a tunnel with this whole-life cost; answers its id. */
export const proposesTunnel = async (office: Office, wholeLifeCost: string): Promise<string> => {
  const proposal = {
    portfolioId,
    name: 'Tunnel',
    summary: 'Under the river.',
    sponsor: 'grace',
    manager: 'linus',
    wholeLifeCost,
    start: '2026-04-01',
    finish: '2028-04-01',
  };
  const { id } = await office.does(
    new ProposeProjectCommand(office.request('propose-project', 'tunnel'), proposal),
  );
  return id;
};

const reaches = (office: Office, year: number): Promise<Receipt> => {
  const data = { portfolioId, knownAt: knownIn(year), source: `list-${year}.csv` };
  return office.does(
    new ReachHistoryCommand(office.request('reach-history', `${year}`, { knownAt: knownIn(year) }), data),
  );
};

const lists = (office: Office, year: number, name: string): Promise<Receipt> => {
  const request = office.request('import-project', name, { knownAt: knownIn(year) });
  const data = {
    projectId: idOf(name),
    portfolioId,
    name,
    source: { file: `list-${year}.csv`, line: name.length },
  };
  return office.does(new ImportAuthorisedProjectCommand(request, data));
};

const reports = (
  office: Office,
  year: number,
  name: string,
  figures: ReportedFigures,
  confidence?: DeliveryConfidence,
): Promise<Receipt> => {
  const request = office.request('report', `${name}/${year}`, { knownAt: knownIn(year) });
  const report = { projectId: idOf(name), reportedFor: `${year}-07-01`, figures };
  return office.does(new ReportStatusCommand(request, { ...report, ...(confidence ? { confidence } : {}) }));
};

const amber = { scale: 'ipa-5', rating: 'amber' };
const green = { scale: 'ipa-5', rating: 'green' };
const bridge = { budget: '10000000', forecast: '10200000', wholeLifeCost: '90000000' };
const airport = { wholeLifeCost: '6000000000' };

/** Two years of imported history, a project that left after the first, and the model that comes along with an import. */
export const importsHistory = async (office: Office): Promise<void> => {
  await office.opens({ knownAt: knownIn(2018) });
  await reaches(office, 2018);
  for (const name of ['Bridge', 'Airport', 'Canal']) await lists(office, 2018, name);
  await reports(office, 2018, 'Bridge', bridge, amber);
  await reports(office, 2018, 'Airport', { ...airport, budget: '0', forecast: '4000000' }, green);
  await reaches(office, 2019);
  await reports(office, 2019, 'Bridge', bridge, green);
  await reports(office, 2019, 'Airport', airport, green);
  const left = { projectId: idOf('Canal'), absentFrom: '2019-07-01', source: 'list-2019.csv' };
  const request = office.request('note-departure', 'Canal', { knownAt: knownIn(2019) });
  await office.does(new NoteDepartureCommand(request, left));
  const { name, ...definition } = deliveryHealthModel;
  await hasModel(office, name, definition, {});
};
