import { resolve } from 'node:path';
import { WrongUsage } from '../arguments';
import { withDocket } from '../docket';
import { endProgress, showProgress } from '../progress';
import type { Command } from './command';
import { done } from './command';

type ChainReport = Readonly<{
  events: number;
  streams: number;
  whole: boolean;
  faults: readonly Readonly<{ stream: string; revision: number; what: string }>[];
  proves: string;
}>;

const document = (value: object): string => `${JSON.stringify(value)}\n`;

/** Builds the read model anew beside the live one, then switches to it. */
export const rebuild: Command = (_rest, { json }, settings) =>
  withDocket(settings, async (client) => {
    const result = await client.work<{ events: number }>('rebuild', {}, showProgress);
    endProgress();
    return done(json ? document(result) : `Rebuilt from ${result.events} events.\n`);
  });

/** Follows the hash chain of every stream; exit 1 when something was changed. */
export const verifyChain: Command = (_rest, { json }, settings) =>
  withDocket(settings, async (client) => {
    const report = await client.work<ChainReport>('verify-chain', {}, showProgress);
    endProgress();
    const { events, streams, whole, faults, proves } = report;
    const found = faults.map(({ stream, revision, what }) => `  ${stream} revision ${revision}: ${what}\n`).join('');
    const said = whole ? `Whole: ${events} events in ${streams} streams.\n` : `NOT whole: ${faults.length} fault${faults.length > 1 ? 's' : ''} in ${events} events.\n${found}`;
    return { output: json ? document(report) : `${said}${proves}\n`, exitCode: whole ? 0 : 1 };
  });

const HOW_TO_BACK_UP_SERVERS = `In the server profile the truth is in EventStoreDB; back that up first and it alone is enough to rebuild every answer:
  1. EventStoreDB: copy its data folder in the order of its own documentation (*.chk first, then index, then the chunk files).
  2. PostgreSQL: pg_dump of the schema of the records (what is not an event: names, keys, papers). Read models need none: docket rebuild.
  3. Redis: nothing; due work is found again from the log.
`;

/** Copies log and records into a new folder while running; in the server profile says what to back up and how. */
export const backup: Command = ([to], { json }, settings) => {
  if (settings.profile.kind === 'server') return Promise.resolve(done(json ? document({ howTo: HOW_TO_BACK_UP_SERVERS }) : HOW_TO_BACK_UP_SERVERS));
  if (to === undefined) throw new WrongUsage('Say where to: docket backup FOLDER');
  return withDocket(settings, async (client) => {
    const manifest = await client.work<object>('backup', { to: resolve(to) }, showProgress);
    endProgress();
    return done(json ? document(manifest) : `Backed up to ${resolve(to)}.\n`);
  });
};
