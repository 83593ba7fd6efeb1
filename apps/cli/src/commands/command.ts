import type { Settings } from '@docket/host';
import type { Arguments } from '../arguments';

/** What a command leaves: text for standard output and whether all was well. */
export type Outcome = Readonly<{ output: string; exitCode: 0 | 1 }>;

/** Carries a command out. `rest` are the words after its name. */
export type Command = (rest: readonly string[], options: Arguments, settings: Settings) => Promise<Outcome>;

export const done = (output: string): Outcome => ({ output, exitCode: 0 });
