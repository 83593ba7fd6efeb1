'use strict';
const { fork } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { DatabaseSync } = require('node:sqlite');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { host, lib } = require('./built.cjs');
const { writeProjects } = require('./log.cjs');
const { FOLDER, areFetched } = require('./peers.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');

const PROJECTS = 4_000;
const REPORTS = 4;
const BATCH = 500;
/** Enough for a rate: the peer is slow. */
const FOR_EMMETT = 3_000;

/**
 * As many events a second as the whole log takes to be read, each event parsed, and its data kept by one bare insert: the least that a
 * projection written by hand would do.
 */
function bareInserts(from, to) {
  const log = new DatabaseSync(from, { readOnly: true });
  const kept = new DatabaseSync(to);
  kept.exec('pragma journal_mode = wal; pragma synchronous = normal;');
  kept.exec('create table events(position integer primary key, stream text, type text, data text) strict');
  const page = log.prepare(
    `select position, stream, bytes from events where position > ? order by position limit ${BATCH}`,
  );
  const insert = kept.prepare('insert into events values (?, ?, ?, ?)');
  const began = performance.now();
  let last = 0;
  for (let events = page.all(last); events.length > 0; events = page.all(last)) {
    kept.exec('begin immediate');
    for (const { position, stream, bytes } of events) {
      const [facts, words] = Buffer.from(bytes).toString('utf8').split('\n');
      const { type, data } = JSON.parse(facts);
      insert.run(position, stream, type, JSON.stringify({ ...data, ...JSON.parse(words) }));
      last = position;
    }
    kept.exec('commit');
  }
  const took = performance.now() - began;
  log.close();
  kept.close();
  return (last / took) * 1_000;
}

/** The first events of the log as a context sees them. */
async function firstEvents(store, count) {
  const { decodeEvent } = host();
  const events = [];
  const ending = new AbortController();
  for await (const message of store.subscribe({ signal: ending.signal })) {
    if (message.kind === 'caught-up') break;
    events.push(decodeEvent(message.event));
    if (events.length === count) break;
  }
  ending.abort();
  return events;
}

const emmett = async (file, events) => {
  const child = fork(join(__dirname, 'peers', 'emmett-rebuild.cjs'), {
    env: { ...process.env, PEERS: FOLDER },
  });
  try {
    child.send({ file, events, batchSize: BATCH });
    const { milliseconds, error } = await new Promise((resolve) => child.once('message', resolve));
    if (error) throw new Error(error);
    return (events.length / milliseconds) * 1_000;
  } finally {
    child.kill();
  }
};

/** A full rebuild of every projection beside one bare insert per event, and beside emmett-sqlite where it was fetched. */
async function rebuild(say) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-rebuild-'));
  const file = join(folder, 'events.sqlite');
  const store = await lib('event-store').openSqliteEventStore({ file, installation: 'docket' });
  const { decodeEvent, projections } = host();
  const tables = projections.map(({ table }) => table);
  const readModels = await lib('read-model').openSqliteReadModels({
    folder: join(folder, 'read-model'),
    definition: 'bench',
    tables,
  });
  try {
    const { events } = await writeProjects(store, { projects: PROJECTS, reports: REPORTS, say });
    const some = areFetched() ? await firstEvents(store, FOR_EMMETT) : [];
    const said = (name, perSecond) => {
      say(`${name}: ${perSecond.toFixed(0)} events/s`);
      return perSecond;
    };
    const taken = await inTurns({
      ours: async () => {
        const began = performance.now();
        await lib('read-model').rebuild(readModels, {
          store,
          projections,
          decode: decodeEvent,
          batchSize: BATCH,
        });
        return said('rebuild', (events / (performance.now() - began)) * 1_000);
      },
      bare: async (round) => said('bare inserts', bareInserts(file, join(folder, `bare-${round}.sqlite`))),
      ...(areFetched()
        ? {
            emmett: async (round) =>
              said('emmett-sqlite', await emmett(join(folder, `emmett-${round}.sqlite`), some)),
          }
        : {}),
    });
    const what = `a log of ${events} events of ${PROJECTS} projects, each proposed and reported on ${REPORTS} times, into all ${projections.length} projections with their history, and the switch to them, in events a second`;
    const rowOf = (name, aim, theirs, peer) =>
      row({ name, profile: 'embedded', what: `${what}; beside ${peer}`, aim }, taken.ours, theirs);
    const rows = [
      rowOf(
        'rebuild, against one bare insert per event',
        '≥ 0.5',
        taken.bare,
        `reading the same log, parsing each event and keeping its data by one bare insert into SQLite, ${BATCH} in a transaction`,
      ),
    ];
    if (!taken.emmett) return rows;
    const peer = `@event-driven-io/emmett-sqlite, whose consumer runs the same projection functions on the first ${FOR_EMMETT} of these events in batches of ${BATCH} and keeps the newest row of each key only`;
    return [...rows, rowOf('rebuild, against emmett-sqlite', '≥ 10', taken.emmett, peer)];
  } finally {
    await readModels.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { rebuild };
