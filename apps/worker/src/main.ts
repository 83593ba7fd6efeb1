import { openSystem, readSettings, type Progress, type Trouble } from '@docket/host';

const say = (text: string): void => {
  process.stderr.write(`docket worker: ${text}\n`);
};

const sayProgress: Progress = ({ what, done, total }) =>
  say(`${what}: ${done}${total === undefined ? '' : ` of ${total}`}`);

const sayTrouble: Trouble = (what, error) =>
  say(`${what}: ${error instanceof Error ? error.message : String(error)}`);

/** Projections and processes of the server profile; in the embedded one they run inside the API's process. */
const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  if (settings.profile.kind === 'embedded')
    throw new Error(
      'The embedded profile needs no worker: `npm start` does its work. Set the three server addresses for the server profile.',
    );
  const system = await openSystem(settings, 'worker', sayProgress, sayTrouble);
  say('ready: projecting and reacting, stop with Ctrl-C');
  const stop = () =>
    void system[Symbol.asyncDispose]().then(
      () => process.exit(0),
      (error: unknown) => {
        say(`stopping failed: ${String(error)}`);
        process.exit(1);
      },
    );
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
};

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(2);
});
