import { resolve } from 'node:path';
import { WrongUsage } from '../arguments';
import { withDocket } from '../docket';
import { endProgress, showProgress } from '../progress';
import { done, type Command } from './command';

const document = (value: object): string => `${JSON.stringify(value)}\n`;

/** Builds the read model anew beside the live one, then switches to it. */
export const rebuild: Command = (_rest, { json }, settings) =>
  withDocket(settings, async (client) => {
    const result = await client.work<{ events: number }>('rebuild', {}, showProgress);
    endProgress();
    return done(json ? document(result) : `Rebuilt from ${result.events} events.\n`);
  });

const HOW_TO_BACK_UP_SERVERS = `In the server profile the truth is in EventStoreDB; back that up first and it
alone is enough to rebuild every answer:
  1. EventStoreDB: copy its data folder in the order of its own documentation
     (*.chk first, then index, then the chunk files).
  2. PostgreSQL: pg_dump of the schema of the records (what is not an event:
     names, keys, papers). Read models need none: docket rebuild.
  3. Redis: nothing; due work is found again from the log.
`;

/** Copies log and records into a new folder while running; in the server profile says what to back up and how. */
export const backup: Command = async ([to], { json }, settings) => {
  if (settings.profile.kind === 'server' && to !== undefined)
    throw new WrongUsage(
      `In the server profile nothing is copied into a folder: back up the servers themselves. \`docket backup\` alone says what and how:\n\n${HOW_TO_BACK_UP_SERVERS.trimEnd()}`,
    );
  if (settings.profile.kind === 'server')
    return done(json ? document({ howTo: HOW_TO_BACK_UP_SERVERS }) : HOW_TO_BACK_UP_SERVERS);
  if (to === undefined) throw new WrongUsage('Say where to: docket backup FOLDER');
  return withDocket(settings, async (client) => {
    const manifest = await client.work<object>('backup', { to: resolve(to) }, showProgress);
    endProgress();
    return done(json ? document(manifest) : `Backed up to ${resolve(to)}.\n`);
  });
};
