import { resolve } from 'node:path';
import { WrongUsage } from '../arguments';
import { withDocket } from '../docket';
import { endProgress, showProgress } from '../progress';
import { done, type Command } from './command';

const document = (value: object): string => `${JSON.stringify(value)}\n`;

type Dropped = Readonly<{ dropped: readonly string[] }>;

const droppedLine = ({ dropped }: Dropped): string =>
  dropped.length === 0
    ? 'There was no read model of another release.\n'
    : `Dropped the read models ${dropped.join(', ')}.\n`;

/** Builds the read model anew beside the live one, then switches to it; where asked, those of other releases are dropped then. */
export const rebuild: Command = (_rest, { json, dropOthers = false }, settings) =>
  withDocket(settings, async (client) => {
    const rebuilt = await client.work<{ events: number }>('rebuild', {}, showProgress);
    endProgress();
    const others = dropOthers ? await client.work<Dropped>('drop-others', {}, showProgress) : undefined;
    return done(
      json
        ? document({ ...rebuilt, ...others })
        : `Rebuilt from ${rebuilt.events} events.\n${others ? droppedLine(others) : ''}`,
    );
  });

const howToBackUp = (installation: string): string => {
  const records = `docket_${installation}_records`;
  return `In the server profile the truth is in EventStoreDB, and what is no event lies
beside it in PostgreSQL. Back up both, EventStoreDB first:
  1. EventStoreDB: copy its data folder in the order of its own documentation
     (*.chk first, then index, then the chunk files). It alone brings back every
     figure; without the records names, keys and papers are lost.
  2. PostgreSQL: the schema ${records}, which no log holds:
       pg_dump -n '"${records}"' -Fc -f ${records}.dump "$DOCKET_READ_MODEL"
     The other schemas docket_${installation}… need none: start a worker, and it
     builds the read model anew from the log.
  3. Redis: nothing; due work is found again from the log.
`;
};

/** Copies log and records into a new folder while running; in the server profile says what to back up and how. */
export const backup: Command = async ([to], { json }, settings) => {
  if (settings.profile.kind === 'server' && to !== undefined)
    throw new WrongUsage(
      `In the server profile nothing is copied into a folder: back up the servers themselves. \`docket backup\` alone says what and how:\n\n${howToBackUp(settings.installation).trimEnd()}`,
    );
  if (settings.profile.kind === 'server') {
    const howTo = howToBackUp(settings.installation);
    return done(json ? document({ howTo }) : howTo);
  }
  if (to === undefined) throw new WrongUsage('Say where to: docket backup FOLDER');
  return withDocket(settings, async (client) => {
    const manifest = await client.work<object>('backup', { to: resolve(to) }, showProgress);
    endProgress();
    return done(json ? document(manifest) : `Backed up to ${resolve(to)}.\n`);
  });
};
