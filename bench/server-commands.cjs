'use strict';
const { fork } = require('node:child_process');
const { join } = require('node:path');
const server = require('../tools/run/server.cjs');
const { CLIENTS, MILLISECONDS, startLoad } = require('./load-process.cjs');
const { openPortfolio } = require('./office.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');
const { serve } = require('./served.cjs');
const { dropInstallation, newInstallation, onEventStores } = require('./servers.cjs');

/** A proposal as it is stored: facts and words. */
const BYTES = 2_300;

/** The bare client in a process of its own. */
function startBare() {
  const child = fork(join(__dirname, 'peers', 'bare-client.cjs'));
  const run = (asked) =>
    new Promise((resolve, reject) => {
      child.once('message', ({ perSecond, error }) =>
        error ? reject(new Error(error)) : resolve(perSecond),
      );
      child.send({ clients: CLIENTS, milliseconds: MILLISECONDS, bytes: BYTES, ...asked });
    });
  return { run, stop: () => child.kill() };
}

async function commandsOn({ name, url: eventStore }, say) {
  const postgres = process.env.TEST_POSTGRES_URL;
  const installation = newInstallation();
  const environment = {
    DOCKET_EVENT_STORE: eventStore,
    DOCKET_READ_MODEL: postgres,
    DOCKET_JOBS: process.env.TEST_REDIS_URL,
    DOCKET_INSTALLATION: installation,
    LOG_LEVEL: 'warn',
    ...server.env,
  };
  const script = [...server.flagsFor(environment), server.main('api')];
  const api = await serve(script, '/health/live', environment);
  const [load, bare] = [startLoad(), startBare()];
  try {
    const { id, path, cookie } = await openPortfolio(api.url);
    const portfolio = `${installation}-portfolio-${id}`;
    const taken = await inTurns({
      ours: async (round) =>
        (await load.run({ url: api.url, path, cookie, first: round * 1_000_000 })).perSecond,
      theirs: () => bare.run({ url: eventStore, prefix: installation, portfolio }),
    });
    say(`${name}: ${taken.ours.at(-1).toFixed(0)}/s beside ${taken.theirs.at(-1).toFixed(0)}/s`);
    const what = `proposals (one new stream each) a second over HTTP at ${CLIENTS} clients on the ${name}, beside @eventstore/db-client alone at ${CLIENTS} at a time: one read (the tail of the portfolio) and one classic append of ${BYTES} bytes each; projections are another process and do not run`;
    return [
      row(
        { name: `commands a second on the ${name}`, profile: 'server', what, aim: '≥ 0.7' },
        taken.ours,
        taken.theirs,
      ),
    ];
  } finally {
    load.stop();
    bare.stop();
    await api.stop();
    await dropInstallation(postgres, installation);
  }
}

/** Commands a second of the server profile beside the bare client, on each event store there is. */
const serverCommands = (say) => onEventStores((store) => commandsOn(store, say));

module.exports = { serverCommands };
