import 'reflect-metadata';
import type { Settings } from '@docket/host';
import { readArguments, USAGE, WrongUsage, type Arguments } from './arguments';
import { commandMeant, helpOf, readsNow } from './commands/catalogue';
import { failureOf } from './failure';
import { onInterruption } from './interruption';
import { visible } from './print/visible';
import { sentences } from './problem';
import { endProgress } from './progress';
import { tell } from './said-place';

const SERVERS = ['DOCKET_EVENT_STORE', 'DOCKET_READ_MODEL', 'DOCKET_JOBS'];

/** Settings of the environment, with `--data` in the place of DOCKET_DATA; names that are nearly settings are told. @throws WrongSettings | WrongUsage */
const settingsFor = async ({ data }: Arguments): Promise<Settings> => {
  if (data !== undefined && SERVERS.every((name) => (process.env[name] ?? '') !== ''))
    throw new WrongUsage('--data names a data folder, and the settings name servers: use one or the other.');
  const { readSettings } = await import('@docket/host');
  const settings = readSettings(data === undefined ? process.env : { ...process.env, DOCKET_DATA: data });
  for (const notice of settings.notices) tell(notice);
  return settings;
};

/** Whoever reads our output may have seen enough (`| head`): that is no error. */
const print = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.on('error', () => resolve());
    process.stdout.write(text, () => resolve());
  });

const run = async (options: Arguments): Promise<number> => {
  if (options.help) {
    const usage = helpOf(options);
    await print(options.json ? `${JSON.stringify({ usage })}\n` : usage);
    return 0;
  }
  const command = commandMeant(options);
  const settings = { ...(await settingsFor(options)), readsNow: readsNow(options) };
  const { output, exitCode } = await command(options.words.slice(1), options, settings);
  await print(options.json ? output : visible(output));
  return exitCode;
};

/** Whatever is written from here on is for this user only: log, names, keys. */
process.umask(0o077);

const main = async (argv: readonly string[]): Promise<number> => {
  const json = argv.includes('--json');
  onInterruption(json);
  try {
    return await run(readArguments(argv));
  } catch (error) {
    endProgress();
    const { exitCode, problem } = failureOf(error);
    if (json) await print(`${JSON.stringify(problem)}\n`);
    process.stderr.write(visible(`docket: ${sentences(problem)}\n`));
    if (problem.code === 'usage' && argv.length === 0) process.stderr.write(`\n${USAGE}`);
    return exitCode;
  }
};

void main(process.argv.slice(2)).then((code) => process.exit(code));
