import { deliveryHealthModel, modelIdOf, ScoringModel } from '@docket/assessment';
import { importGmpp, knownFromLog, type ImportResult } from '@docket/intake';
import { loadState, type Refused } from '@docket/kernel';
import type { IntakeRefusal, ListFile } from '@docket/intake';
import { operator } from '@docket/identity';
import { importsUnderWay, Portfolio, portfolioIdOf } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress, System } from './system';

/** The sample portfolio's name: real figures of public projects, see sample/SOURCE.md. */
export const SAMPLE_NAME = 'Sample: UK major projects';

const SAMPLE_FILE = 'gmpp-sample.csv';

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

/** A look at two streams: the model is the last thing the sample brings, so where it is published nothing is missing. */
const sampleIn = async ({ adapters, runtime }: System): Promise<Sample> => {
  if ((await adapters.store.head()) === undefined) return 'to-load';
  const id = portfolioIdOf(SAMPLE_NAME);
  const portfolio = await loadState(runtime, Portfolio, id);
  if (portfolio.status === 'absent') return 'not-wanted';
  const model = await loadState(runtime, ScoringModel, modelIdOf(id, deliveryHealthModel.name));
  if (model.status === 'published' || model.status === 'retired') return 'loaded';
  return portfolio.history === 'open' ? 'to-load' : 'mixed';
};

/**
 * Loads the sample portfolio into a log without any event, or what is missing of it when loading was broken off.
 * Returns what the person at the terminal should know when it cannot be made whole.
 */
export const loadSample = async (
  system: System,
  bus: CommandBus,
  onProgress: Progress,
): Promise<string | undefined> => {
  const sample = await sampleIn(system);
  if (sample === 'mixed')
    return `"${SAMPLE_NAME}" is incomplete: loading it was broken off, and it has been worked on since. An empty data folder gets the whole sample.`;
  if (sample !== 'to-load') return undefined;
  const bytes = readFileSync(join(__dirname, '../../../../sample', SAMPLE_FILE));
  const result = await importInto(
    system,
    bus,
    { files: [{ name: SAMPLE_FILE, bytes }], portfolio: SAMPLE_NAME },
    onProgress,
  );
  return 'outcome' in result ? `The sample could not be loaded: ${result.refusal.message}` : undefined;
};
