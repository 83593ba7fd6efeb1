import type { Arguments } from '../arguments';
import type { CommandSettings } from '../docket';

/** What a command leaves: text for standard output and whether all was well. */
export type Outcome = Readonly<{ output: string; exitCode: 0 | 1 }>;

/** Carries a command out. `rest` are the words after its name. */
export type Command = (
  rest: readonly string[],
  options: Arguments,
  settings: CommandSettings,
) => Promise<Outcome>;

export const done = (output: string): Outcome => ({ output, exitCode: 0 });
