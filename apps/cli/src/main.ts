import 'reflect-metadata';
import { FolderOwned, readSettings, WrongSettings, type Settings } from '@docket/host';
import { readArguments, USAGE, WrongUsage, type Arguments } from './arguments';
import { Refused } from './client';
import type { Command } from './commands/command';
import { explain } from './commands/explain';
import { importGmpp } from './commands/import-gmpp';
import { backup, rebuild, verifyChain } from './commands/maintenance';
import { rank } from './commands/rank';
import { replay } from './commands/replay';
import { restore } from './commands/restore';
import { endProgress } from './progress';

const commands: Readonly<Record<string, Command>> = {
  import: importGmpp,
  rank,
  explain,
  replay,
  rebuild,
  'verify-chain': verifyChain,
  backup,
  restore,
};

/** Settings of the environment, with `--data` in the place of DOCKET_DATA. @throws WrongSettings | WrongUsage */
const settingsFor = ({ data }: Arguments): Settings => {
  const server = process.env.DOCKET_EVENT_STORE !== undefined && process.env.DOCKET_EVENT_STORE !== '';
  if (data !== undefined && server) throw new WrongUsage('--data names a data folder, and the settings name servers: use one or the other.');
  return readSettings(data === undefined ? process.env : { ...process.env, DOCKET_DATA: data });
};

const run = async (options: Arguments): Promise<number> => {
  const [name = '', ...rest] = options.words;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (options.help || (name === '' && !options.json)) {
    process.stdout.write(USAGE);
    return options.help ? 0 : 2;
  }
  if (!command) throw new WrongUsage(`docket has no command "${name}".\n\n${USAGE}`);
  const { output, exitCode } = await command(rest, options, settingsFor(options));
  await new Promise<void>((resolve) => process.stdout.write(output, () => resolve()));
  return exitCode;
};

type Failure = Readonly<{ exitCode: 1 | 2; code: string; status: number; detail: string; document?: object }>;

const failureOf = (error: unknown): Failure => {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Refused) return { exitCode: 1, code: error.problem.code, status: error.problem.status, detail, document: error.problem };
  if (error instanceof WrongUsage) return { exitCode: 2, code: 'usage', status: 400, detail };
  if (error instanceof WrongSettings) return { exitCode: 2, code: 'settings', status: 400, detail };
  if (error instanceof FolderOwned) return { exitCode: 1, code: 'folder-owned', status: 409, detail };
  return { exitCode: 1, code: 'internal', status: 500, detail };
};

const fail = (error: unknown, json: boolean): number => {
  endProgress();
  const { exitCode, code, status, detail, document } = failureOf(error);
  const problem = document ?? { type: `urn:docket:problem:${code}`, title: code, status, code, detail };
  if (json) process.stdout.write(`${JSON.stringify(problem)}\n`);
  process.stderr.write(`docket: ${detail}\n`);
  return exitCode;
};

const main = async (): Promise<number> => {
  const json = process.argv.includes('--json');
  try {
    return await run(readArguments(process.argv.slice(2)));
  } catch (error) {
    return fail(error, json);
  }
};

void main().then((code) => process.exit(code));
