import { WrongUsage } from '../arguments';
import type { Client } from '../client';
import { withDocket } from '../docket';
import { jobsSheet, type JobsAnswer } from '../print/jobs';
import { Refused } from '../problem';
import { done, type Command, type Outcome } from './command';

const JOBS = '/api/v1/operator/jobs';

/** What an address folds away: nothing, here, one up. */
const NO_NAME = /^\.{0,2}$/;

const pathOf = (kind: string, id: string): string =>
  `${JOBS}/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;

/** What can be done with a dead job: how it is asked for, and what it is called then. */
const DEEDS: Readonly<
  Record<string, Readonly<{ ask: (client: Client, path: string) => Promise<void>; past: string }>>
> = {
  requeue: { ask: (client, path) => client.send('POST', `${path}/requeue`), past: 'Requeued' },
  discard: { ask: (client, path) => client.send('DELETE', path), past: 'Discarded' },
};

/** A refusal as it came, but for where the list is: here it is a command. */
const inWordsOfTheTerminal = (error: unknown): unknown => {
  if (!(error instanceof Refused)) return error;
  const { problem } = error;
  return new Refused({ ...problem, detail: problem.detail.replaceAll(`GET ${JOBS}`, '`docket jobs`') });
};

const list = async (client: Client, json: boolean): Promise<Outcome> => {
  const text = await client.read(JOBS);
  return done(json ? `${text.trimEnd()}\n` : jobsSheet(JSON.parse(text) as JobsAnswer));
};

/** How the jobs stand; or a dead one is requeued or discarded. */
export const jobs: Command = ([deed, kind, id], { json }, settings) => {
  const meant = deed !== undefined && Object.hasOwn(DEEDS, deed) ? DEEDS[deed] : undefined;
  if (deed === undefined) return withDocket(settings, (client) => list(client, json));
  if (meant === undefined || kind === undefined || id === undefined || NO_NAME.test(kind) || NO_NAME.test(id))
    throw new WrongUsage('Say what to do with which job: docket jobs requeue KIND ID, or discard KIND ID.');
  return withDocket(settings, async (client) => {
    await meant.ask(client, pathOf(kind, id)).catch((error: unknown) => {
      throw inWordsOfTheTerminal(error);
    });
    const said = { [meant.past.toLowerCase()]: { kind, id } };
    return done(json ? `${JSON.stringify(said)}\n` : `${meant.past}: ${kind} ${id}\n`);
  });
};
