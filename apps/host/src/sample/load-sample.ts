import { deliveryHealthModel, modelIdOf, ScoringModel } from '@docket/assessment';
import { importGmpp, knownFromLog, type ImportResult } from '@docket/intake';
import { loadState, type Refused } from '@docket/kernel';
import type { IntakeRefusal, ListFile } from '@docket/intake';
import { operator } from '@docket/identity';
import { importsUnderWay, Portfolio, portfolioIdOf } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress, System } from '../system';
import { illustrate, isIllustrated } from './illustrate';
import { readIllustration, type Illustration } from './illustration';

/** The sample portfolio's name: real figures of public projects, see sample/SOURCE.md. */
export const SAMPLE_NAME = 'Sample: UK major projects';

const SAMPLE_FILE = 'gmpp-sample.csv';

const ILLUSTRATION_FILE = 'illustration.json';

/** Where the files lie, as the built apps find them. */
const FOLDER = join(__dirname, '../../../../../sample');

type Lists = Readonly<{ files: readonly ListFile[]; portfolio?: string }>;

/** Imports lists of major projects as dated history, as the operator; a refused file stores nothing. */
export const importInto = (
  system: System,
  bus: CommandBus,
  { files, portfolio }: Lists,
  onProgress: Progress,
): Promise<ImportResult | Refused<IntakeRefusal>> => {
  const { runtime } = system;
  const actor = {
    actor: operator.id,
    authentication: 'owner-secret',
    correlationId: system.runtime.ids.uuid(),
  };
  return importGmpp(
    { bus, clock: runtime.clock, known: knownFromLog(runtime), underWay: importsUnderWay(runtime.store) },
    files,
    { ...actor, ...(portfolio === undefined ? {} : { portfolio: { name: portfolio } }) },
    ({ done, total }) => onProgress({ what: 'rows imported', done, total }),
  );
};

/** What is left to do for the sample; `mixed` when it was broken off and somebody has worked on it since. */
type Sample = 'to-load' | 'loaded' | 'mixed' | 'not-wanted';

/** A look at three streams: what the lists bring ends with a model, what illustrates them with the weights of objectives. */
const sampleIn = async (system: System, illustration: Illustration): Promise<Sample> => {
  const { adapters, runtime } = system;
  if ((await adapters.store.head()) === undefined) return 'to-load';
  const id = portfolioIdOf(SAMPLE_NAME);
  const portfolio = await loadState(runtime, Portfolio, id);
  if (portfolio.status === 'absent') return 'not-wanted';
  if (await isIllustrated(system, id, illustration)) return 'loaded';
  if (portfolio.history === 'open') return 'to-load';
  const isBegun = portfolio.reached.some(({ source }) => source === illustration.source);
  const model = await loadState(runtime, ScoringModel, modelIdOf(id, deliveryHealthModel.name));
  const listsAreWhole = model.status === 'published' || model.status === 'retired';
  return listsAreWhole && !isBegun ? 'loaded' : 'mixed';
};

/** What the one process leads that loads the sample. */
const SAMPLE_LEASE = 'sample';

/** Loads the sample as `loadSample` does where no other process does so already: of several that start together one loads. */
export const loadSampleOnce = async (
  system: System,
  bus: CommandBus,
  onProgress: Progress,
  folder = FOLDER,
): Promise<string | undefined> => {
  const lead = await system.adapters.leases.take(SAMPLE_LEASE);
  if (!lead) return undefined;
  try {
    return await loadSample(system, bus, onProgress, folder);
  } finally {
    await lead.resign();
  }
};

/**
 * Loads the sample portfolio and what illustrates it into a log without any event, or what is missing of it when loading was
 * broken off. A sample without illustration that somebody has worked on since, as an earlier Docket left it, stays as it is.
 * Returns what the person at the terminal should know when it cannot be made whole.
 */
export const loadSample = async (
  system: System,
  bus: CommandBus,
  onProgress: Progress,
  folder = FOLDER,
): Promise<string | undefined> => {
  const illustration = readIllustration(join(folder, ILLUSTRATION_FILE));
  const sample = await sampleIn(system, illustration);
  if (sample === 'mixed')
    return `"${SAMPLE_NAME}" is incomplete: loading it was broken off, and it has been worked on since. An empty data folder gets the whole sample.`;
  if (sample !== 'to-load') return undefined;
  const files = [{ name: SAMPLE_FILE, bytes: readFileSync(join(folder, SAMPLE_FILE)) }];
  const imported = await importInto(system, bus, { files, portfolio: SAMPLE_NAME }, onProgress);
  const result =
    'outcome' in imported
      ? imported
      : await illustrate(
          system,
          bus,
          { portfolioId: portfolioIdOf(SAMPLE_NAME), illustration },
          onProgress,
        );
  return result && `The sample could not be loaded: ${result.refusal.message}`;
};
