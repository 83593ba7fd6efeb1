'use strict';
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const server = require('../tools/run/server.cjs');
const { startLoad } = require('./load-process.cjs');
const { openPortfolio } = require('./office.cjs');
const { row } = require('./ratio.cjs');
const { inTurns } = require('./rounds.cjs');
const { serve } = require('./served.cjs');

const docket = [...server.flagsFor({}), server.main('api')];
const handWritten = [join(__dirname, 'peers', 'nest-post.cjs')];

/** Waits until everything acknowledged can be read: what goes on behind one turn must not slow the next one. */
async function settle(url) {
  for (;;) {
    const { projection } = await (await fetch(`${url}/health/ready`)).json();
    if (projection?.lag.events === 0) return;
    await pause(50);
  }
}

/** Durable commands a second at 64 clients, beside a hand-written controller at full sync, and one that keeps nothing. */
async function commands(say) {
  const folder = mkdtempSync(join(tmpdir(), 'docket-bench-commands-'));
  const running = [];
  const start = async (...given) => {
    running.push(await serve(...given));
    return running.at(-1).url;
  };
  const load = startLoad();
  try {
    const ours = await start(docket, '/health/ready', {
      DOCKET_DATA: join(folder, 'data'),
      DOCKET_SAMPLE: 'off',
      LOG_LEVEL: 'warn',
      ...server.env,
    });
    const kept = await start(handWritten, '/', { STORE: join(folder, 'peer.sqlite') });
    const bare = await start(handWritten, '/', { STORE: 'none' });
    const { path, cookie } = await openPortfolio(ours);
    const to = (url) => async (round) => {
      const { perSecond, median, p99 } = await load.run({ url, path, cookie, first: round * 1_000_000 });
      if (url === ours) await settle(ours);
      say(
        `${url === ours ? 'docket' : url === kept ? 'one row at full sync' : 'no storage'}: ${perSecond.toFixed(0)}/s, ${median.toFixed(1)} ms the middle one, ${p99.toFixed(1)} ms the slowest of a hundred`,
      );
      return perSecond;
    };
    const taken = await inTurns({ ours: to(ours), kept: to(kept), bare: to(bare) });
    const what =
      'proposals with a business case (validated, session and rights checked, idempotent, chained, durable before the answer, projected meanwhile), one new stream each, per second over 64 kept-alive connections from another process';
    const rowOf = (name, aim, theirs, peer) =>
      row({ name, profile: 'embedded', what: `${what}; beside ${peer}`, aim }, taken.ours, theirs);
    return [
      rowOf(
        'commands a second over HTTP, against one row at full sync',
        '≥ 3',
        taken.kept,
        'a hand-written Nest controller that validates the same body and inserts one row into SQLite at full sync for each request',
      ),
      rowOf(
        'commands a second over HTTP, against no storage',
        '≥ 0.5',
        taken.bare,
        'the same controller without any storage',
      ),
    ];
  } finally {
    load.stop();
    for (const one of running) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { commands };
