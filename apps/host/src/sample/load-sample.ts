import { importGmpp, knownFromLog, type ImportResult } from '@docket/intake';
import { loadState, type Refused } from '@docket/kernel';
import type { IntakeRefusal, ListFile } from '@docket/intake';
import { operator } from '@docket/identity';
import { importsUnderWay, Portfolio, portfolioIdOf } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress, System } from '../system';
import { isWhole, type Sample } from './how-far';
import { lookFor, makeUp } from './made-up';

/** The sample portfolio's name: real figures of public projects, see sample/SOURCE.md. */
export const SAMPLE_NAME = 'Sample: UK major projects';

const SAMPLE_FILE = 'gmpp-sample.csv';

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

/** A look at the portfolio: whether the sample is whole stands in its own stream; only where it is not, what is made up is read. */
const sampleIn = async (system: System, folder: string): Promise<Sample> => {
  const { adapters, runtime } = system;
  if ((await adapters.store.head()) === undefined) return 'to-load';
  const portfolio = await loadState(runtime, Portfolio, portfolioIdOf(SAMPLE_NAME));
  if (portfolio.status === 'absent') return 'not-wanted';
  if (isWhole(portfolio)) return 'loaded';
  return lookFor(system, portfolio, folder);
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
 * Loads the sample portfolio and what illustrates it, decisions of boards included, into a log without any event, or what is missing of it when loading was
 * broken off. A sample without illustration that somebody has worked on since, as an earlier Docket left it, stays as it is.
 * Returns what the person at the terminal should know when it cannot be made whole.
 */
export const loadSample = async (
  system: System,
  bus: CommandBus,
  onProgress: Progress,
  folder = FOLDER,
): Promise<string | undefined> => {
  const sample = await sampleIn(system, folder);
  if (sample === 'mixed')
    return `"${SAMPLE_NAME}" is incomplete: loading it was broken off, and it has been worked on since. An empty data folder gets the whole sample.`;
  if (sample !== 'to-load') return undefined;
  const files = [{ name: SAMPLE_FILE, bytes: readFileSync(join(folder, SAMPLE_FILE)) }];
  const imported = await importInto(system, bus, { files, portfolio: SAMPLE_NAME }, onProgress);
  const portfolioId = portfolioIdOf(SAMPLE_NAME);
  const result =
    'outcome' in imported ? imported : await makeUp(system, bus, { portfolioId, folder }, onProgress);
  return result && `The sample could not be loaded: ${result.refusal.message}`;
};
