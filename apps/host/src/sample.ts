import { importGmpp, knownFromLog, type ImportResult } from '@docket/intake';
import type { Refused } from '@docket/kernel';
import type { IntakeRefusal, ListFile } from '@docket/intake';
import { operator } from '@docket/identity';
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
  const actor = { actor: operator.id, authentication: 'owner-secret', correlationId: system.runtime.ids.uuid() };
  return importGmpp(
    { bus, clock: runtime.clock, known: knownFromLog(runtime) },
    files,
    { ...actor, ...(portfolio === undefined ? {} : { portfolio: { name: portfolio } }) },
    ({ done, total }) => onProgress({ what: 'rows imported', done, total }),
  );
};

/** Loads the sample portfolio into a log without any event. */
export const loadSample = async (system: System, bus: CommandBus, onProgress: Progress): Promise<void> => {
  if ((await system.adapters.store.head()) !== undefined) return;
  const bytes = readFileSync(join(__dirname, '../../../../sample', SAMPLE_FILE));
  const result = await importInto(system, bus, { files: [{ name: SAMPLE_FILE, bytes }], portfolio: SAMPLE_NAME }, onProgress);
  if ('outcome' in result) throw new Error(`The sample could not be loaded: ${result.refusal.message}`);
};
